// The stories of one gateway's page, played against the simulated gateway over real sockets.

#include "uitesting.h"

#include "support/loopback.h"

#include "workflow/gatewaylock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Kind = PageJob::Kind;

class GatewayControllerTest : public PageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { end(); }

    void beforeASignInNothingIsClaimed()
    {
        start(false);
        QCOMPARE(m_controller->page().server.state, ServerState::Unknown);
        QVERIFY(!m_controller->page().server.canSwitch);
        QVERIFY(!m_controller->page().server.isOn);
        QVERIFY(m_controller->page().subtitle.endsWith(u"not signed in"_s));
        QCOMPARE(m_controller->page().title, u"Possible gateway"_s);
        QVERIFY(!m_controller->page().signInChip);
        m_controller->turnOn();
        QVERIFY(!m_controller->isBusy());
        QCOMPARE(m_gateway->counters().webSocketConnections, 0);
    }

    void turningOnAsksFirstAndEndsInFiveTicks()
    {
        start(false);
        signIn();
        QCOMPARE(m_controller->page().server.state, ServerState::Off);
        QSignalSpy asked(m_controller.get(), &GatewayController::questionAsked);
        m_controller->turnOn();
        QCOMPARE(asked.size(), 1);
        const auto question = asked.at(0).at(0).value<Question>();
        QVERIFY(question.text.contains(m_gateway->address().toString()));
        QVERIFY(question.text.contains(u"110A1234567890"_s));
        QVERIFY(question.sent.contains(u"on, port %1"_s.arg(m_gateway->modbusPort())));
        QVERIFY(!m_controller->isBusy());
        QCOMPARE(m_gateway->counters().writes, 0);

        m_controller->acceptQuestion();
        QCOMPARE(m_controller->page().server.state, ServerState::TurningOn);
        QVERIFY(!m_controller->page().server.isOn);
        QVERIFY(!m_controller->page().server.canSwitch);
        QVERIFY(m_controller->session().isChangeUnderWay());
        waitUntilIdle();
        QCOMPARE(marks(), u"✓✓✓✓✓"_s);
        const ServerCard card = m_controller->page().server;
        QCOMPARE(card.state, ServerState::On);
        QVERIFY(card.isOn);
        QVERIFY(card.qualifier.isEmpty());
        QVERIFY2(card.detail.startsWith(u"Listening on port %1 · read back "_s.arg(m_gateway->modbusPort())),
                 qPrintable(card.detail));
        QVERIFY(!m_controller->page().verification.failure);
        QVERIFY(m_controller->session().lastChange.verified);
        QVERIFY(m_controller->page().verification.when.startsWith(u"from this computer"_s));
        QVERIFY(m_gateway->isEnabled());
        QCOMPARE(m_gateway->counters().writes, 1);
        QCOMPARE(m_gateway->counters().changedExtraKeys, 0);
    }

    void aPlantThatSaysThePasswordDoesNotBringItToTheScreen()
    {
        const QString password = u"SigenStor EC 10.0 TP"_s; // its model, by Modbus
        SimulatorOptions options;
        options.address = uniqueLoopbackAddress();
        options.profile = builtInProfile(u"documented"_s);
        options.initiallyEnabled = true;
        options.password = Secret(password);
        m_gateway = std::make_unique<GatewaySimulator>(options);
        QString reason;
        QVERIFY2(m_gateway->start(&reason), qPrintable(reason));
        m_controller = std::make_unique<GatewayController>(refTo(*m_gateway), quickEnvironment());
        QString shown;
        connect(&m_controller->jobs(), &PageJobs::traced, this, [&shown](const TraceEntry &entry) {
            shown +=
                entry.text + u'\n' + QString::fromLatin1(QByteArray::fromHex(entry.text.toLatin1())) + u'\n';
        });
        connect(&m_controller->jobs(), &PageJobs::identified, this,
                [&shown](const ModbusIdentity &identity) { shown += identity.model() + u'\n'; });
        connect(&m_controller->jobs(), &PageJobs::portTested, this, [&shown](const ModbusAnswer &answer) {
            shown += answer.model + u'\n' + answer.serial + u'\n';
        });
        m_controller->signIn(formWith(password));
        waitUntilIdle();
        QVERIFY(m_controller->isSignedIn());
        m_controller->testPort(); // outside a change, once with the session and once after it
        waitUntilIdle();
        m_controller->signOut();
        m_controller->testPort();
        waitUntilIdle();
        const PageState page = m_controller->page();
        for (const StepRow &row : page.verification.steps)
            shown += row.sentence + u'\n';
        shown += m_controller->reportText() + page.verification.warnings.join(u'\n') + page.title;
        QVERIFY(shown.contains(Redactor::mask()));
        for (const QString &part : {u"SigenStor EC"_s, u"EC 10.0 TP"_s})
            QVERIFY2(!shown.contains(part), qPrintable(shown));
    }

    void aRejectedQuestionSendsNothing()
    {
        start(false);
        signIn();
        const int connections = m_gateway->counters().webSocketConnections;
        m_controller->turnOn();
        m_controller->rejectQuestion();
        m_controller->acceptQuestion();
        QVERIFY(!m_controller->isBusy());
        QCOMPARE(m_gateway->counters().webSocketConnections, connections);
    }

    void onlyTheFirstChangeAndEveryTurnOffAsk()
    {
        start(false);
        signIn();
        QSignalSpy asked(m_controller.get(), &GatewayController::questionAsked);
        m_controller->turnOn();
        m_controller->acceptQuestion();
        waitUntilIdle();
        QCOMPARE(asked.size(), 1);
        m_controller->turnOff();
        QCOMPARE(asked.size(), 2);
        QVERIFY(asked.at(1).at(0).value<Question>().grave);
        QVERIFY(asked.at(1).at(0).value<Question>().text.contains(u"Home Assistant"_s));
        m_controller->acceptQuestion();
        waitUntilIdle();
        QCOMPARE(m_controller->page().server.state, ServerState::Off);
        QVERIFY(!m_gateway->isEnabled());
        QVERIFY(m_controller->session().lastChange.verified);
        m_controller->turnOn();
        QCOMPARE(asked.size(), 2);
        waitUntilIdle();
        QVERIFY(m_gateway->isEnabled());
        m_controller->turnOff();
        QCOMPARE(asked.size(), 3);
    }

    void aTurnOffIsNotedForWatchesUntilItIsOnAgain()
    {
        const QTemporaryDir folder;
        GatewayEnvironment environment = quickEnvironment();
        environment.lockFolder = folder.path();
        m_gateway = startGateway(true);
        m_controller = std::make_unique<GatewayController>(refTo(*m_gateway), environment);
        const GatewayLock others(folder.path(), GatewayLock::Purpose::Watch);
        const QStringList serial{u"110A1234567890"_s};
        signIn();
        QVERIFY(!others.turnedOffAt(serial).isValid());
        m_controller->turnOff();
        m_controller->acceptQuestion();
        waitUntilIdle();
        QVERIFY(others.turnedOffAt(serial).isValid());
        m_controller->turnOn();
        waitUntilIdle();
        QVERIFY(m_gateway->isEnabled());
        QVERIFY(!others.turnedOffAt(serial).isValid());
        // Nothing is held between two changes.
        GatewayLock change(folder.path(), GatewayLock::Purpose::Change);
        QVERIFY(change.claim(serial.constFirst()));
    }

    void aRefusedChangeLeavesTheSwitchWhereItWas()
    {
        start(false, {u"write-refused"_s});
        signIn();
        m_controller->turnOn();
        m_controller->acceptQuestion();
        waitUntilIdle();
        QCOMPARE(m_controller->page().server.state, ServerState::Off);
        QVERIFY(m_controller->page().verification.failure);
        QCOMPARE(m_controller->page().verification.failure->tone, Tone::Bad);
        QVERIFY(!m_controller->page().verification.failure->causes.isEmpty());
        QVERIFY(m_controller->page().verification.failure->details.contains(u"refused"_s));
        QVERIFY(!m_controller->session().lastChange.at.isValid());
        QVERIFY(m_controller->page().verification.failure->button == PageAction::TryAgain);
        QSignalSpy changed(m_controller.get(), &GatewayController::changed);
        m_controller->repeat();
        QVERIFY(m_controller->isBusy());
        QVERIFY(!changed.isEmpty());
        waitUntilIdle();
    }

    void cancellingBeforeTheWriteChangesNothing()
    {
        start(false, {u"read-no-reply"_s});
        m_controller->signIn(formWith(rightPassword()));
        QTRY_VERIFY(m_gateway->counters().reads > 0);
        m_controller->cancel();
        waitUntilIdle();
        QCOMPARE(m_gateway->counters().writes, 0);
        QVERIFY(!m_controller->page().verification.failure);
    }

    void cancellingAfterTheWriteSaysThatItIsNotKnown()
    {
        start(false, {u"read-back-no-reply"_s});
        signIn();
        m_controller->turnOn();
        m_controller->acceptQuestion();
        QTRY_VERIFY(m_gateway->counters().writes > 0 && m_gateway->counters().reads > 2);
        m_controller->cancel();
        waitUntilIdle();
        QCOMPARE(m_controller->page().server.state, ServerState::Doubtful);
        QVERIFY(!m_controller->page().server.canSwitch);
        QVERIFY(m_controller->session().lastChange.unknown);
        QVERIFY(m_controller->page().verification.failure);
        QVERIFY(m_controller->page().server.emphasizeRead); // the one thing to press
        QVERIFY(!m_controller->page().verification.failure->button);
    }

    void aGatewayThatGoesAwayInMidChangeIsAnUnknownOutcome()
    {
        start(false);
        signIn();
        connect(m_gateway.get(), &GatewaySimulator::settingChanged, m_gateway.get(), &GatewaySimulator::stop,
                Qt::QueuedConnection);
        m_controller->turnOn();
        m_controller->acceptQuestion();
        waitUntilIdle();
        QCOMPARE(m_controller->page().server.state, ServerState::Doubtful);
        QVERIFY(m_controller->session().lastChange.unknown);
    }

    void aDoubtfulStateCanBeReadAfterItsFailureIsGone()
    {
        start(false, {u"read-back-no-reply"_s});
        signIn();
        QVERIFY(m_controller->page().server.canRead);
        QVERIFY(!m_controller->page().server.emphasizeRead);
        QSignalSpy doubt(&m_controller->jobs(), &PageJobs::settingInDoubt);
        m_controller->turnOn();
        m_controller->acceptQuestion();
        QVERIFY(!m_controller->page().server.canRead);
        QTRY_VERIFY(m_gateway->counters().writes > 0 && m_gateway->counters().reads > 2);
        m_controller->cancel();
        waitUntilIdle();
        QCOMPARE(doubt.size(), 2); // when it was sent, and when it could not be read back
        m_controller->testPort();
        waitUntilIdle();
        QVERIFY(!m_controller->page().verification.failure);
        QCOMPARE(m_controller->page().server.state, ServerState::Doubtful);
        QVERIFY(m_controller->page().server.canRead);
        QVERIFY(m_controller->page().server.emphasizeRead);
    }

    void aMovedAddressKeepsNothingOfTheOldOne()
    {
        start(false, {u"write-refused"_s});
        signIn();
        m_controller->turnOn();
        m_controller->acceptQuestion();
        waitUntilIdle();
        m_controller->testPort();
        waitUntilIdle();
        QVERIFY(m_controller->page().verification.failure);
        const std::unique_ptr<GatewaySimulator> other = startGateway(false);
        Gateway moved = refTo(*other);
        moved.id = m_controller->gateway().id;
        m_controller->setGateway(moved);
        QVERIFY(!m_controller->page().verification.failure);
        QVERIFY(!m_controller->page().signIn.failure);
        QVERIFY(!m_controller->reportText().contains(u"enable"_s));
        QVERIFY(!m_controller->reportText().contains(u"verify"_s));
        m_controller->repeat();
        QVERIFY(!m_controller->isBusy());
        signIn();
        QSignalSpy asked(m_controller.get(), &GatewayController::questionAsked);
        m_controller->turnOn(); // the yes was for the other place
        QCOMPARE(asked.size(), 1);
        QCOMPARE(other->counters().writes, 0);
    }

    void aChangeWithoutEffectWasReadJustNowAndIsNotSentAgainAtOnce()
    {
        start(false, {u"write-no-effect"_s});
        GatewayEnvironment environment = quickEnvironment();
        std::chrono::seconds now = 0s;
        environment.uptime = [&now] { return now; };
        m_controller = std::make_unique<GatewayController>(refTo(*m_gateway), environment);
        signIn();
        now += 31s;
        m_controller->turnOn();
        m_controller->acceptQuestion();
        waitUntilIdle();
        QCOMPARE(m_controller->page().server.state, ServerState::Off);
        QVERIFY2(m_controller->page().server.detail.endsWith(u"read back 0 s ago"_s),
                 qPrintable(m_controller->page().server.detail));
        QVERIFY(m_controller->page().verification.failure);
        QVERIFY(m_controller->page().verification.failure->button == PageAction::ReadState);
    }

    void changingThePortOfARunningServerAsksEveryTime()
    {
        start(true);
        signIn();
        QSignalSpy asked(m_controller.get(), &GatewayController::questionAsked);
        m_controller->setPort(1502);
        m_controller->rejectQuestion();
        m_controller->turnOff();
        m_controller->acceptQuestion();
        waitUntilIdle();
        QCOMPARE(asked.size(), 2);
        m_controller->turnOn();
        waitUntilIdle();
        QCOMPARE(asked.size(), 2); // confirmed once
        m_controller->setPort(1502);
        QCOMPARE(asked.size(), 3);
        const auto question = asked.at(2).at(0).value<Question>();
        QVERIFY(question.grave);
        QVERIFY2(question.text.contains(u"cuts off"_s), qPrintable(question.text));
    }

    void anEditedPortIsAskedAboutWhenTheServerIsTurnedOn_data()
    {
        QTest::addColumn<bool>("edited");
        QTest::newRow("the one in the field") << true;
        QTest::newRow("the gateway's") << false;
    }

    void anEditedPortIsAskedAboutWhenTheServerIsTurnedOn()
    {
        QFETCH(const bool, edited);
        start(false);
        signIn();
        const quint16 old = m_gateway->modbusPort();
        quint16 other = 0;
        {
            const std::unique_ptr<GatewaySimulator> probe = startGateway(false);
            other = probe->webSocketPort();
        }
        m_controller->turnOn();
        m_controller->acceptQuestion();
        waitUntilIdle();
        m_controller->turnOff();
        m_controller->acceptQuestion();
        waitUntilIdle();
        QSignalSpy asked(m_controller.get(), &GatewayController::questionAsked);
        m_controller->turnOn(other);
        QCOMPARE(asked.size(), 1); // though turning on was confirmed before
        const auto question = asked.at(0).at(0).value<Question>();
        QVERIFY(question.acceptText.contains(QString::number(other)));
        QVERIFY(question.otherText.contains(QString::number(old)));
        if (edited)
            m_controller->acceptQuestion();
        else
            m_controller->acceptOther();
        waitUntilIdle();
        QVERIFY(m_gateway->isEnabled());
        QCOMPARE(m_gateway->modbusPort(), edited ? other : old);
        QCOMPARE(m_controller->session().lastChange.verified, true);
    }

    void anotherDeviceThereIsToldOnce_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("another address") << 0;
        QTest::newRow("another MAC address") << 1;
        QTest::newRow("displaced") << 2;
        QTest::newRow("more is known") << 3;
    }

    void anotherDeviceThereIsToldOnce()
    {
        QFETCH(const int, what);
        start(true);
        Gateway gateway = m_controller->gateway();
        gateway.places.first().mac = u"0c:47:a9:90:00:01"_s;
        m_controller->setGateway(gateway);
        signIn();
        QSignalSpy changed(m_controller.get(), &GatewayController::deviceChanged);
        if (what == 0)
            gateway.places.first().address = u"127.9.9.9"_s;
        else if (what == 1)
            gateway.places.first().mac = u"0c:47:a9:90:00:02"_s;
        else if (what == 2)
            gateway.places.first().displaced = true;
        else
            gateway.model = u"SigenStor"_s;
        m_controller->setGateway(gateway);
        m_controller->setGateway(gateway);
        QCOMPARE(changed.size(), what == 3 ? 0 : 1);
        QCOMPARE(m_controller->isSignedIn(), what == 3);
        QCOMPARE(m_controller->page().verification.steps.isEmpty(), what != 3);
        QCOMPARE(m_controller->session().proof.at.isValid(), what == 3);
    }

    void closingDuringAChangeAsks()
    {
        start(false, {u"replies-slow"_s});
        signIn();
        m_controller->turnOn();
        m_controller->acceptQuestion();
        QVERIFY(m_controller->session().isChangeUnderWay());
        QVERIFY(m_controller->closeQuestion().text.contains(m_gateway->address().toString()));
        m_controller.reset(); // closing all the same leaves nothing running
    }

    void readingAgainRenewsTheAge()
    {
        start(true);
        GatewayEnvironment environment = quickEnvironment();
        std::chrono::seconds now = 0s;
        environment.uptime = [&now] { return now; };
        m_controller = std::make_unique<GatewayController>(refTo(*m_gateway), environment);
        signIn();
        now += 31s;
        QVERIFY2(m_controller->page().server.detail.endsWith(u"read 31 s ago"_s),
                 qPrintable(m_controller->page().server.detail));
        m_controller->refresh();
        QCOMPARE(m_controller->session().job.kind, Kind::Read);
        waitUntilIdle();
        QVERIFY2(m_controller->page().server.detail.endsWith(u"read 0 s ago"_s),
                 qPrintable(m_controller->page().server.detail));
    }

    void theTickerRunsOnlyWhileThePageCanBeSeen()
    {
        start(true);
        signIn();
        QSignalSpy changed(m_controller.get(), &GatewayController::changed);
        m_controller->setVisible(true);
        QTRY_VERIFY_WITH_TIMEOUT(changed.size() >= 2, 5000);
        m_controller->setVisible(false);
        changed.clear();
        QTest::qWait(1300); // a second and a bit: nothing must come
        QCOMPARE(changed.size(), 0);
    }

    void reportAndDetailsNeverHoldThePassword()
    {
        start(false, {u"sign-in-echoes-password"_s});
        m_controller->signIn(formWith(rightPassword()));
        waitUntilIdle();
        m_controller->testPort();
        waitUntilIdle();
        for (const QString &text : {m_controller->reportText(), m_controller->detailsText()}) {
            QVERIFY(text.size() > 100);
            QVERIFY(!text.contains(rightPassword()));
            QVERIFY(!text.contains(u"110A1234567890"_s));
        }
    }

    void hostileSerialsAreShownAsTheyAreSpelt()
    {
        for (const QString &fault :
             {u"serial-html"_s, u"serial-control-characters"_s, u"serial-bidi"_s, u"serial-huge"_s}) {
            start(true, {fault});
            m_controller->signIn(formWith(rightPassword()));
            waitUntilIdle();
            const QString subtitle = m_controller->page().subtitle;
            QVERIFY2(subtitle.size() < 400, qPrintable(fault));
            for (const QChar each : subtitle)
                QVERIFY2(each.isPrint(), qPrintable(fault));
        }
    }

    void aPushStormHoldsNobodyUp()
    {
        start(false, {u"push-storm"_s});
        EventLoopWatch watch;
        signIn();
        m_controller->turnOn();
        m_controller->acceptQuestion();
        waitUntilIdle();
        QCOMPARE(m_controller->page().server.state, ServerState::On);
        // 50 ms is the window's promise; a loaded build machine gets some slack.
        QVERIFY2(watch.longestMs() < 250, qPrintable(QString::number(watch.longestMs())));
    }
};

QTEST_GUILESS_MAIN(GatewayControllerTest)
#include "tst_gatewaycontroller.moc"
