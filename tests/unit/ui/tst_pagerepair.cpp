// What a page offers where the server is said to be on and does not answer here: switching it off and on
// again, and looking for it at the gateway's other addresses.

#include "uitesting.h"

#include "support/loopback.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class PageRepairTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GatewaySimulator> m_gateway;
    std::unique_ptr<GatewaySimulator> m_other;
    std::unique_ptr<GatewayController> m_controller;

    void start(bool enabled, const QStringList &faults = {})
    {
        m_gateway = startGateway(enabled, faults);
        QVERIFY(m_gateway);
        GatewayEnvironment environment = quickEnvironment();
        environment.interfaces = [around = interfaceAround(m_gateway->address())] { return QList{around}; };
        m_controller = std::make_unique<GatewayController>(refTo(*m_gateway), environment);
        m_controller->signIn(formWith(rightPassword()));
        waitUntilIdle();
        QVERIFY(m_controller->isSignedIn());
    }

    void waitUntilIdle() { QTRY_VERIFY_WITH_TIMEOUT(!m_controller->isBusy(), 60000); }

    PageState page() const { return m_controller->page(); }
    std::optional<Failure> failure() const { return page().verification.failure; }
    std::optional<Failure> finding() const { return page().verification.finding; }

    /// At another address of the network, with its server on at the same port.
    void startAtAnotherAddress(const QString &serial)
    {
        SimulatorOptions options;
        options.address = QHostAddress(m_gateway->address().toIPv4Address() ^ 2U);
        options.profile = builtInProfile(u"documented"_s);
        options.modbusPort = m_gateway->modbusPort();
        options.initiallyEnabled = true;
        options.serial = serial;
        m_other = std::make_unique<GatewaySimulator>(options);
        QString reason;
        QVERIFY2(m_other->start(&reason), qPrintable(reason));
    }

private Q_SLOTS:
    void cleanup()
    {
        m_controller.reset();
        m_gateway.reset();
        m_other.reset();
    }

    void offAndOnAgainAsksAndEndsVerified()
    {
        start(true);
        QVERIFY(page().server.canRepair);
        QSignalSpy asked(m_controller.get(), &GatewayController::questionAsked);
        m_controller->repair();
        QCOMPARE(asked.size(), 1);
        const auto question = asked.at(0).at(0).value<Question>();
        QVERIFY(question.grave);
        QVERIFY(question.text.contains(u"cuts off"_s));
        QCOMPARE(m_gateway->counters().writes, 0);

        QList<ServerState> states;
        QList<bool> settled;
        connect(m_controller.get(), &GatewayController::changed, this, [&] {
            const PageState now = page();
            if (m_controller->isBusy() && !states.contains(now.server.state))
                states += now.server.state;
            // Closing the window asks as long as something may still be sent.
            if (m_gateway->counters().writes == 1)
                settled += !m_controller->session().isChangeUnderWay();
        });
        m_controller->acceptQuestion();
        waitUntilIdle();
        QCOMPARE(states, QList{ServerState::Repairing});
        QVERIFY(!settled.contains(true));
        QCOMPARE(m_gateway->counters().writes, 2);
        QVERIFY(m_gateway->isEnabled());
        QCOMPARE(marks(page()), u"✓✓✓✓✓"_s);
        QCOMPARE(page().server.state, ServerState::On);
        QVERIFY(m_controller->session().lastChange.verified);
        QVERIFY(!failure());
    }

    void aServerThatIsOffHasNothingToRepair()
    {
        start(false);
        QVERIFY(!page().server.canRepair);
        QSignalSpy asked(m_controller.get(), &GatewayController::questionAsked);
        m_controller->repair();
        QVERIFY(asked.isEmpty());
    }

    void aSilentPortOffersIt()
    {
        start(true, {u"modbus-silent"_s});
        QVERIFY(failure());
        QCOMPARE(failure()->button, PageAction::Repair);
        QVERIFY(failure()->more.contains(PageAction::TestAgain));
        m_controller->signOut();
        m_controller->testPort();
        waitUntilIdle();
        QVERIFY(failure());
        QVERIFY2(failure()->button != PageAction::Repair, "nobody is signed in");
    }

    void whereItMayBeOffThatIsSaidFirst()
    {
        start(true);
        m_controller->repair();
        connect(m_gateway.get(), &GatewaySimulator::settingChanged, m_controller.get(),
                [this] { m_controller->cancel(); });
        m_controller->acceptQuestion();
        waitUntilIdle();
        QVERIFY(failure());
        QVERIFY2(failure()->title.startsWith(u"The Modbus server "_s), qPrintable(failure()->title));
        QVERIFY2(failure()->title.contains(u"off now"_s), qPrintable(failure()->title));
        QVERIFY(page().server.emphasizeRead);
        QVERIFY(page().server.state == ServerState::Doubtful);
        QVERIFY(!m_gateway->isEnabled());
    }

    void theServerIsFoundAtAnotherAddressAndTestedThere()
    {
        start(true, {u"port-never-opens"_s});
        QVERIFY(failure());
        QCOMPARE(failure()->button, PageAction::LookElsewhere);
        startAtAnotherAddress(u"110A1234567890"_s);
        m_controller->searchElsewhere();
        QVERIFY(finding());
        QVERIFY(failure()); // what is wrong still stands there
        waitUntilIdle();
        QVERIFY(!finding());
        QVERIFY2(!failure(), qPrintable(failure() ? failure()->title : QString()));
        QCOMPARE(m_controller->modbusHost(), m_other->address().toString());
        QCOMPARE(page().situation, Situation::Proved);
        const QString warnings = page().verification.warnings.join(u'|');
        QVERIFY2(warnings.contains(u"answers at "_s + m_other->address().toString()), qPrintable(warnings));
        QCOMPARE(m_other->counters().signIns, 0);

        m_other.reset();
        m_controller->testPort();
        waitUntilIdle();
        const QString after = page().verification.warnings.join(u'|');
        QVERIFY2(!after.contains(u"answers at "_s), qPrintable(after)); // it does not any more
        QVERIFY(failure());
        QCOMPARE(m_controller->modbusHost(), m_gateway->address().toString());
    }

    void anotherPlantThereIsNoFind()
    {
        start(true, {u"port-never-opens"_s});
        startAtAnotherAddress(u"110A9999999999"_s);
        m_controller->searchElsewhere();
        waitUntilIdle();
        QVERIFY(finding());
        QVERIFY2(finding()->title.startsWith(u"No other address"_s), qPrintable(finding()->title));
        QVERIFY(failure());
        QVERIFY(failure()->button != PageAction::LookElsewhere);
        QCOMPARE(m_controller->modbusHost(), m_gateway->address().toString());
    }

    void aSearchCanBeCancelledAndLeavesTheFailure()
    {
        start(true, {u"port-never-opens"_s});
        m_controller->searchElsewhere();
        QVERIFY(m_controller->isBusy());
        QVERIFY(!m_controller->session().isChangeUnderWay());
        m_controller->cancel();
        waitUntilIdle();
        QVERIFY(!finding());
        QVERIFY(failure());
    }
};

QTEST_GUILESS_MAIN(PageRepairTest)
#include "tst_pagerepair.moc"
