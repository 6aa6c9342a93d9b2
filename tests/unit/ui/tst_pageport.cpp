// What a page says of the Modbus port: tested, closed, silent, somebody else's.

#include "uitesting.h"

#include "support/loopback.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Kind = PageJob::Kind;

class PagePortTest : public PageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { end(); }

    void aPortThatStaysClosedIsOnButNotVerified()
    {
        start(false, {u"port-never-opens"_s});
        signIn();
        m_controller->turnOn();
        m_controller->acceptQuestion();
        waitUntilIdle();
        const ServerCard card = m_controller->page().server;
        QCOMPARE(card.state, ServerState::On);
        QCOMPARE(card.qualifier, u", not verified"_s);
        QVERIFY2(card.detail.startsWith(u"The gateway says: on, port "_s), qPrintable(card.detail));
        QVERIFY(marks().startsWith(u"✓✓✓✗"_s));
        QVERIFY(m_controller->page().verification.failure);
        QVERIFY2(m_controller->page().verification.failure->title.startsWith(
                     u"The gateway reports the server as on"_s),
                 qPrintable(m_controller->page().verification.failure->title));
        QVERIFY(m_controller->page().verification.failure->causes.size() >= 3);
        QVERIFY(m_controller->session().lastChange.at.isValid());
        QVERIFY(!m_controller->session().lastChange.verified);
        QVERIFY(!m_controller->page().verification.emphasizeTest); // the failure's button does the same
    }

    void closedThenOpenIsSeenByTestAgain()
    {
        start(false);
        signIn();
        m_controller->testPort();
        QCOMPARE(m_controller->session().job.kind, Kind::Test);
        waitUntilIdle();
        QVERIFY(m_controller->page().verification.failure);
        QCOMPARE(m_controller->page().verification.failure->tone,
                 Tone::Caution); // off, so closed is as it should be
        m_controller->turnOn();
        m_controller->acceptQuestion();
        waitUntilIdle();
        m_controller->testPort();
        waitUntilIdle();
        QVERIFY(!m_controller->page().verification.failure);
        QCOMPARE(marks(), u"✓✓✓✓✓"_s);
        QVERIFY(m_controller->page().server.qualifier.isEmpty());
    }

    void testingAPortNeedsNoSignIn()
    {
        start(true);
        QSignalSpy tested(&m_controller->jobs(), &PageJobs::portTested);
        QSignalSpy identified(&m_controller->jobs(), &PageJobs::identified);
        m_controller->testPort();
        waitUntilIdle();
        QCOMPARE(marks(), u"✓–✓✓"_s);
        QCOMPARE(m_gateway->counters().signIns, 0);
        QCOMPARE(tested.size(), 1);
        QCOMPARE(tested.at(0).at(0).value<ModbusAnswer>().port.state, ServiceState::Answers);
        QCOMPARE(identified.size(), 1);
        QVERIFY(!m_controller->page().verification.failure);
        QCOMPARE(m_controller->page().server.state, ServerState::Unknown);
    }

    void aClosedPortWithoutASignInIsACautionWithTheWayOn()
    {
        start(false);
        m_controller->testPort();
        waitUntilIdle();
        QCOMPARE(marks(), u"✓–✗"_s);
        QVERIFY(m_controller->page().verification.failure);
        QCOMPARE(m_controller->page().verification.failure->tone, Tone::Caution);
        const Failure failure = *m_controller->page().verification.failure;
        QVERIFY2(failure.title.contains(u":%1 refuses connections"_s.arg(m_gateway->modbusPort())),
                 qPrintable(failure.title));
        QVERIFY(failure.causes.first().contains(u"here with the password"_s));
    }

    void aSilentModbusServerIsNamed()
    {
        start(true, {u"modbus-silent"_s});
        m_controller->testPort();
        waitUntilIdle();
        QCOMPARE(marks(), u"✓–✓✗"_s);
        QVERIFY(m_controller->page().verification.failure);
        QCOMPARE(m_controller->page().verification.failure->tone, Tone::Bad);
        QVERIFY(m_controller->page().verification.failure->details.contains(u"modbus-silent"_s));
    }

    void aPortThatAnotherDeviceAnswersIsNotToldAsVerified()
    {
        start(false, {u"serial-differs"_s});
        signIn();
        QSignalSpy tested(&m_controller->jobs(), &PageJobs::portTested);
        m_controller->turnOn();
        m_controller->acceptQuestion();
        waitUntilIdle();
        const ServerCard card = m_controller->page().server;
        QCOMPARE(card.state, ServerState::On);
        QCOMPARE(card.qualifier, u", another device may answer"_s);
        QVERIFY2(card.detail.startsWith(u"The gateway says: on, port "_s), qPrintable(card.detail));
        QVERIFY(!m_controller->session().lastChange.verified);
        QVERIFY(m_controller->session().lastChange.otherDevice);
        m_controller->testPort();
        waitUntilIdle();
        QCOMPARE(m_controller->page().server.qualifier, u", another device may answer"_s);
        QCOMPARE(tested.size(), 2);
        for (const QList<QVariant> &each : tested) {
            const auto answer = each.at(0).value<ModbusAnswer>();
            QCOMPARE(answer.model, QString()); // its model is not the gateway's
            QVERIFY(!answer.serial.isEmpty() && answer.serial != u"110A1234567890"_s); // of what answers
        }
    }

    void theTimeOfATestDoesNotStandOverTheStepsOfTheNextJob()
    {
        start(false, {u"write-refused"_s});
        signIn();
        m_controller->testPort();
        waitUntilIdle();
        QVERIFY(!m_controller->page().verification.when.isEmpty());
        m_controller->turnOn();
        m_controller->acceptQuestion();
        QCOMPARE(m_controller->page().verification.when, QString());
        QCOMPARE(m_controller->page().server.headline, u"Turning on…"_s); // said once
        waitUntilIdle();
        QCOMPARE(m_controller->page().verification.when, QString()); // refused: no port was tested
        m_controller->testPort();
        waitUntilIdle();
        m_controller->refresh();
        QCOMPARE(m_controller->page().verification.when, u"Reading the setting…"_s);
        waitUntilIdle();
    }

    void aPortThatTheGatewayDoesNotReportIsTheOneThatWasTested()
    {
        start(true, {u"read-missing-port"_s});
        signIn();
        QVERIFY(m_controller->session().setting);
        quint16 other = 0;
        {
            const std::unique_ptr<GatewaySimulator> probe = startGateway(false);
            other = probe->webSocketPort();
        }
        m_controller->setPort(other);
        m_controller->acceptQuestion();
        waitUntilIdle();
        QCOMPARE(m_gateway->modbusPort(), other);
        QCOMPARE(m_controller->modbusPort(), other);
        const PageState page = m_controller->page();
        QCOMPARE(page.verification.testText, u"Test port %1"_s.arg(other));
        QVERIFY2(page.server.detail.contains(u"port %1"_s.arg(other)), qPrintable(page.server.detail));
        m_controller->testPort();
        waitUntilIdle();
        QCOMPARE(m_controller->session().proof.port, other);
        QVERIFY(m_controller->session().isVerified(other));
    }

    void changingThePortIsVerifiedOnTheNewOne()
    {
        start(true);
        signIn();
        quint16 other = 0;
        {
            const std::unique_ptr<GatewaySimulator> probe = startGateway(false);
            other = probe->webSocketPort();
        }
        m_controller->setPort(other);
        m_controller->acceptQuestion();
        QCOMPARE(m_controller->page().server.state, ServerState::ChangingPort);
        waitUntilIdle();
        QCOMPARE(m_controller->page().server.port, other);
        QCOMPARE(m_controller->page().verification.testText, u"Test port %1"_s.arg(other));
        QCOMPARE(marks(), u"✓✓✓✓✓"_s);
        QCOMPARE(m_gateway->modbusPort(), other);
    }

    void cancellingTheTestAfterAChangeThatWasReadBackIsNoDoubt()
    {
        start(false, {u"port-never-opens"_s});
        GatewayEnvironment environment = quickEnvironment();
        environment.verifyWait = std::chrono::minutes(1);
        m_controller = std::make_unique<GatewayController>(refTo(*m_gateway), environment);
        signIn();
        QSignalSpy read(&m_controller->jobs(), &PageJobs::settingRead);
        m_controller->turnOn();
        m_controller->acceptQuestion();
        QVERIFY(m_controller->session().isChangeUnderWay());
        QTRY_VERIFY(m_controller->session().job.isSettled);
        QVERIFY(m_controller->isBusy());
        // Closing now loses nothing: it was read back, and whoever keeps it knows.
        QVERIFY(!m_controller->session().isChangeUnderWay());
        QCOMPARE(read.size(), 1);
        QVERIFY(read.at(0).at(0).value<SettingRead>().on);
        m_controller->cancel();
        waitUntilIdle();
        const PageState page = m_controller->page();
        QCOMPARE(page.server.state, ServerState::On);
        QVERIFY(page.verification.failure);
        QCOMPARE(page.verification.failure->tone, Tone::Caution);
        const QString said = page.verification.failure->title + page.verification.failure->text
            + page.verification.failure->causes.join(u' ');
        QVERIFY2(said.startsWith(u"The test of port"_s), qPrintable(said));
        QVERIFY2(!said.contains(u"was sent"_s), qPrintable(said));
        QVERIFY2(said.contains(m_gateway->address().toString()), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(PagePortTest)
#include "tst_pageport.moc"
