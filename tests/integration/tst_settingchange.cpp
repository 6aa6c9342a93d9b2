// Stories of a change against the simulated gateway, over real sockets: what the fault walk does not cover.

#include "support/loopback.h"

#include "simulator/gatewaysimulator.h"
#include "words/advice.h"
#include "words/messages.h"
#include "workflow/settingchange.h"
#include "workflow/verification.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class SettingChangeTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GatewaySimulator> m_simulator;

    void startSimulator(bool enabled, const QStringList &faults = {},
                        const QString &profile = u"documented"_s)
    {
        SimulatorOptions options;
        options.address = uniqueLoopbackAddress();
        options.profile = builtInProfile(profile);
        options.initiallyEnabled = enabled;
        options.faults = faults;
        m_simulator = std::make_unique<GatewaySimulator>(options);
        QString reason;
        QVERIFY2(m_simulator->start(&reason), qPrintable(reason));
    }

    GatewayTarget target(const QString &profile = u"documented"_s) const
    {
        GatewayTarget target;
        target.host = m_simulator->address().toString();
        target.webSocketPort = m_simulator->webSocketPort();
        target.profile = builtInProfile(profile);
        target.credentials = {u"admin"_s, Secret(u"secret"_s), {}};
        target.timeouts = Timeouts::all(2s);
        return target;
    }

    static JobResult run(SettingChange &change)
    {
        QSignalSpy finished(&change, &Operation::finished);
        change.start();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000); }();
        return change.result();
    }

    JobResult run(const ChangeRequest &request) const
    {
        SettingChange change(target(), request);
        return run(change);
    }

    /// Any port that is free on the simulator's address.
    quint16 otherPort() const
    {
        SimulatorOptions options;
        options.address = uniqueLoopbackAddress();
        options.profile = builtInProfile(u"documented"_s);
        GatewaySimulator probe(options);
        QString reason;
        return probe.start(&reason) ? probe.webSocketPort() : quint16(0);
    }

private Q_SLOTS:
    void cleanup() { m_simulator.reset(); }

    void enableTurnsTheServerOnAndProvesIt()
    {
        startSimulator(false);
        const JobResult result = run({ChangeAction::Enable, {}, false, {}});
        QCOMPARE(result.outcome, Outcome::Enabled);
        QVERIFY(!result.error);
        QCOMPARE(*result.before, (ReportedSetting{false, m_simulator->modbusPort()}));
        QCOMPARE(*result.current, (ReportedSetting{true, m_simulator->modbusPort()}));
        QCOMPARE(*result.port, PortState::Open);
        QCOMPARE(result.modbus->verdict, ModbusVerdict::Answers);
        QCOMPARE(result.modbus->unitIds(), (QList<int>{247, 1}));
        QCOMPARE(result.serial, u"110A1234567890"_s);
        QCOMPARE(result.modbus->serial(), result.serial);
        QVERIFY(result.warnings.isEmpty());
        QVERIFY(result.verifiedAt.isValid());
        QCOMPARE(m_simulator->counters().writes, 1);
        QVERIFY(m_simulator->isEnabled());
    }

    void anEnabledServerIsNotWrittenToButProved()
    {
        startSimulator(true);
        const JobResult result = run({ChangeAction::Enable, {}, false, {}});
        QCOMPARE(result.outcome, Outcome::AlreadyEnabled);
        QCOMPARE(result.modbus->verdict, ModbusVerdict::Answers);
        QCOMPARE(m_simulator->counters().writes, 0);
    }

    void aWaitCoversModbusAlsoWhereNothingWasWritten_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("setsPort");
        for (const char *fault : {"start-slow-exception-04", "start-slow-zeros", "start-slow-closes",
                                  "start-slow-resets", "start-slow-silent", "start-first-hangs"}) {
            QTest::addRow("%s, on already", fault) << QString::fromLatin1(fault) << false;
            QTest::addRow("%s, port as it is", fault) << QString::fromLatin1(fault) << true;
        }
    }

    void aWaitCoversModbusAlsoWhereNothingWasWritten()
    {
        QFETCH(QString, fault);
        QFETCH(bool, setsPort);
        startSimulator(true, {fault});
        ChangeRequest request;
        request.action = setsPort ? ChangeAction::SetPort : ChangeAction::Enable;
        if (setsPort)
            request.port = m_simulator->modbusPort();
        request.verifyWait = 20s;
        const JobResult result = run(request);
        QCOMPARE(result.outcome, setsPort ? Outcome::Unchanged : Outcome::AlreadyEnabled);
        QVERIFY2(!result.error, qPrintable(result.error.detail));
        QVERIFY(result.modbus->provesPlant());
        QCOMPARE(m_simulator->counters().writes, 0);
    }

    void disableClosesThePort()
    {
        startSimulator(true);
        const JobResult result = run({ChangeAction::Disable, {}, false, {}});
        QCOMPARE(result.outcome, Outcome::Disabled);
        QCOMPARE(*result.port, PortState::Closed);
        QCOMPARE(result.modbus->verdict, ModbusVerdict::NotTested);
        QVERIFY(!m_simulator->isModbusListening());

        QCOMPARE(run({ChangeAction::Disable, {}, false, {}}).outcome, Outcome::AlreadyDisabled);
        QCOMPARE(m_simulator->counters().writes, 1);
    }

    void setPortMovesAServerThatIsOn()
    {
        startSimulator(true);
        const quint16 port = otherPort();
        const JobResult result = run({ChangeAction::SetPort, port, false, {}});
        QCOMPARE(result.outcome, Outcome::PortChanged);
        QCOMPARE(result.current->port, std::optional(port));
        QCOMPARE(result.modbus->verdict, ModbusVerdict::Answers);
        QCOMPARE(m_simulator->modbusPort(), port);

        QCOMPARE(run({ChangeAction::SetPort, port, false, {}}).outcome, Outcome::Unchanged);
        QCOMPARE(m_simulator->counters().writes, 1);
    }

    void setPortOnAServerThatIsOffTestsNothing()
    {
        startSimulator(false);
        const quint16 port = otherPort();
        const JobResult result = run({ChangeAction::SetPort, port, false, {}});
        QCOMPARE(result.outcome, Outcome::PortChanged);
        QVERIFY(!result.port);
        QVERIFY(!result.modbus);
        QVERIFY(!m_simulator->isEnabled());
        QCOMPARE(m_simulator->modbusPort(), port);
        QCOMPARE(m_simulator->counters().modbusConnections, 0);
    }

    void enableAtAnotherPortChangesThePort()
    {
        startSimulator(true);
        const quint16 port = otherPort();
        const JobResult result = run({ChangeAction::Enable, port, false, {}});
        QCOMPARE(result.outcome, Outcome::PortChanged);
        QCOMPARE(m_simulator->modbusPort(), port);
    }

    void aDryRunWritesNothing()
    {
        startSimulator(false);
        const JobResult result = run({ChangeAction::Enable, {}, true, {}});
        QCOMPARE(result.outcome, Outcome::DryRun);
        QVERIFY(!result.error);
        QVERIFY(!result.current->enabled);
        QVERIFY(!result.port);
        QCOMPARE(m_simulator->counters().writes, 0);
        QVERIFY(!m_simulator->isEnabled());
    }

    void aReadWithoutPortIsEnoughWhenTheUserGivesOne()
    {
        startSimulator(false, {u"read-missing-port"_s});
        const quint16 port = otherPort();
        const JobResult result = run({ChangeAction::Enable, port, false, {}});
        QCOMPARE(result.outcome, Outcome::Enabled);
        QCOMPARE(m_simulator->modbusPort(), port);
        QCOMPARE(result.modbus->verdict, ModbusVerdict::Answers);
    }

    void aPortThatTheGatewayDoesNotTakeIsNoEffect()
    {
        startSimulator(false, {u"write-other-port"_s});
        const JobResult result = run({ChangeAction::Enable, otherPort(), false, {}});
        QCOMPARE(result.outcome, Outcome::NoEffect);
        QCOMPARE(result.current->enabled, true); // it did change something, and says so
        QCOMPARE(result.warnings.size(), 1);
        QVERIFY(messageText(result.warnings).contains(QString::number(*result.current->port)));
        QCOMPARE(m_simulator->counters().writes, 1);
    }

    void offIsProvedWhereTheServerListenedWhateverPortIsReportedThen()
    {
        startSimulator(true, {u"write-other-port"_s});
        const quint16 before = m_simulator->modbusPort();
        const JobResult result = run({ChangeAction::Disable, {}, false, {}});
        QVERIFY(m_simulator->modbusPort() != before);
        QCOMPARE(result.testedPort, before);
    }

    void theEarlyProfileDoesTheSame()
    {
        startSimulator(false, {}, u"early-draft"_s);
        SettingChange change(target(u"early-draft"_s), {ChangeAction::Enable, {}, false, {}});
        QCOMPARE(run(change).outcome, Outcome::Enabled);
        QCOMPARE(m_simulator->counters().writes, 1);
    }

    void theWrongProfileChangesNothing()
    {
        startSimulator(false, {}, u"early-draft"_s);
        SettingChange change(target(), {ChangeAction::Enable, {}, false, {}});
        QCOMPARE(run(change).outcome, Outcome::Failed);
        QVERIFY(!m_simulator->isEnabled());
    }

    void anotherSerialThanTheNamedOneIsNotWrittenTo()
    {
        startSimulator(false, {u"serial-html"_s});
        GatewayTarget named = target();
        named.credentials.serial = u"110A1234567890"_s;
        SettingChange change(named, {ChangeAction::Enable, {}, false, {}});
        const JobResult result = run(change);
        QCOMPARE(result.outcome, Outcome::Failed);
        QCOMPARE(result.error.code, ErrorCode::WrongGateway);
        QVERIFY(errorMessage(result.error).contains(u"110A1234567890"_s));
        QCOMPARE(m_simulator->counters().reads, 0);
        QCOMPARE(m_simulator->counters().writes, 0);
    }

    void copiesAndLateEchoesAreNotTheReadBack_data()
    {
        QTest::addColumn<QStringList>("faults");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("a late echo of what is not done")
            << QStringList{u"write-no-effect"_s, u"write-echo-late"_s} << Outcome::NoEffect;
        QTest::newRow("a late echo before a late effect")
            << QStringList{u"write-delayed"_s, u"write-echo-late"_s} << Outcome::PortChanged;
        QTest::newRow("a late echo, slow replies")
            << QStringList{u"write-no-effect"_s, u"write-echo-late"_s, u"replies-slow"_s}
            << Outcome::NoEffect;
        QTest::newRow("copies, a late effect")
            << QStringList{u"write-delayed"_s, u"read-copy"_s, u"replies-twice"_s} << Outcome::PortChanged;
        QTest::newRow("one place, a late echo of what is not done")
            << QStringList{u"write-no-effect"_s, u"write-echo-late"_s, u"slot-one"_s} << Outcome::NoEffect;
        QTest::newRow("one session, a late echo before a late effect")
            << QStringList{u"write-delayed"_s, u"write-echo-late"_s, u"session-single"_s}
            << Outcome::PortChanged;
        QTest::newRow("one place, no reply to the write")
            << QStringList{u"write-no-reply"_s, u"slot-refuses-briefly"_s} << Outcome::PortChanged;
    }

    void copiesAndLateEchoesAreNotTheReadBack()
    {
        QFETCH(const QStringList, faults);
        startSimulator(false, faults);
        const quint16 portBefore = m_simulator->modbusPort();
        const quint16 port = otherPort();
        GatewayTarget way = target();
        way.timeouts.pacing.effectWait = 4s; // an effect comes after 3 s
        SettingChange change(way, {ChangeAction::SetPort, port, false, {}});
        const JobResult result = run(change);
        QTEST(result.outcome, "outcome");
        QCOMPARE(m_simulator->modbusPort(), result.outcome == Outcome::NoEffect ? portBefore : port);
        QCOMPARE(result.current->port, std::optional(m_simulator->modbusPort()));
        QCOMPARE(m_simulator->counters().writes, 1);
        QTRY_COMPARE(m_simulator->openConnections(), 0);
    }

    void onePlaceIsEnoughToReadTheState_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("freed late") << u"slot-one"_s;
        QTest::newRow("refuses for a moment") << u"slot-refuses-briefly"_s;
    }

    void onePlaceIsEnoughToReadTheState()
    {
        QFETCH(const QString, fault);
        startSimulator(true, {fault});
        for (int run = 0; run < 3; ++run) { // each right after the other
            SettingChange change(target(), {});
            QCOMPARE(this->run(change).outcome, Outcome::Read);
        }
    }

    void statusReadsAndNothingElse()
    {
        startSimulator(true);
        SettingChange change(target(), {});
        QSignalSpy steps(&change, &SettingChange::stepChanged);
        const JobResult result = run(change);
        QCOMPARE(result.outcome, Outcome::Read);
        QVERIFY(result.current->enabled);
        QVERIFY(!result.port);
        QCOMPARE(steps.size(), 8); // four steps, each running and ended
        QCOMPARE(m_simulator->counters().modbusConnections, 0);
        QCOMPARE(m_simulator->counters().writes, 0);
    }

    void aHostThatIsNotThereIsReportedAtTheFirstStep()
    {
        startSimulator(false);
        GatewayTarget nowhere = target();
        nowhere.host = u"no-such-host.invalid"_s;
        SettingChange change(nowhere, {ChangeAction::Enable, {}, false, {}});
        QCOMPARE(run(change).error.code, ErrorCode::HostNotFound);

        nowhere.host = m_simulator->address().toString();
        m_simulator->stop();
        SettingChange refused(nowhere, {ChangeAction::Enable, {}, false, {}});
        QCOMPARE(run(refused).error.code, ErrorCode::ConnectionRefused);
    }

    void aPublicAddressIsNotContacted()
    {
        startSimulator(false);
        GatewayTarget everywhere = target();
        everywhere.host = u"192.0.2.1"_s; // documentation range
        SettingChange change(everywhere, {ChangeAction::Enable, {}, false, {}});
        const JobResult result = run(change);
        QCOMPARE(result.error.code, ErrorCode::Usage);
        QVERIFY(change.elapsed() < 1s);
    }

    void cancel_data()
    {
        QTest::addColumn<QString>("during");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<ErrorCode>("error");
        QTest::newRow("reach") << u"reach"_s << QString() << Outcome::Cancelled << ErrorCode::Cancelled;
        QTest::newRow("handshake") << u"handshake"_s << u"handshake-silent"_s << Outcome::Cancelled
                                   << ErrorCode::Cancelled;
        QTest::newRow("sign-in") << u"sign-in"_s << u"sign-in-no-reply"_s << Outcome::Cancelled
                                 << ErrorCode::Cancelled;
        QTest::newRow("read") << u"read"_s << u"read-no-reply"_s << Outcome::Cancelled
                              << ErrorCode::Cancelled;
        QTest::newRow("read-back") << u"read-back"_s << u"read-back-no-reply"_s << Outcome::Unknown
                                   << ErrorCode::OutcomeUnknown;
        QTest::newRow("effect") << u"read-back"_s << u"write-no-effect"_s << Outcome::Unknown
                                << ErrorCode::OutcomeUnknown;
        QTest::newRow("port") << u"port"_s << u"port-never-opens"_s << Outcome::EnabledUnverified
                              << ErrorCode::Cancelled;
        QTest::newRow("modbus") << u"modbus"_s << u"modbus-silent"_s << Outcome::EnabledUnverified
                                << ErrorCode::Cancelled;
    }

    void cancel()
    {
        QFETCH(QString, during);
        QFETCH(QString, fault);
        startSimulator(false, fault.isEmpty() ? QStringList() : QStringList{fault});
        SettingChange change(target(), {ChangeAction::Enable, {}, false, {}});
        QSignalSpy finished(&change, &Operation::finished);
        connect(&change, &SettingChange::stepChanged, &change, [&change, during](const Step &step) {
            if (stepName(step.id) == during && step.state == StepState::Running)
                change.cancel();
        });
        change.start();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(change.elapsed() < 2s);
        QTEST(change.result().outcome, "outcome");
        QTEST(change.result().error.code, "error");
        QTRY_COMPARE(m_simulator->openConnections(), 0);
        QVERIFY(m_simulator->counters().writes <= 1);
    }

    void cancelAtAnyStepEndsItOnce()
    {
        // "write: skipped" is the first of several that are told in one go, and so are those after a failure.
        for (const QString &fault : {QString(), u"sign-in-refused"_s}) {
            for (qsizetype at = 1; at <= 14; ++at) {
                startSimulator(true, fault.isEmpty() ? QStringList() : QStringList{fault});
                SettingChange change(target(), {ChangeAction::Enable, {}, false, {}});
                QSignalSpy finished(&change, &Operation::finished);
                QList<StepId> ended;
                qsizetype seen = 0;
                connect(&change, &SettingChange::stepChanged, &change, [&](const Step &step) {
                    if (step.state != StepState::Running)
                        ended.append(step.id);
                    if (++seen == at)
                        change.cancel();
                });
                change.start();
                QTRY_COMPARE(finished.size(), 1);
                QCOMPARE(ended.size(), 8);
                QCOMPARE(QSet<StepId>(ended.cbegin(), ended.cend()).size(), 8);
                QVERIFY(change.result().error.code != ErrorCode::Internal);
            }
        }
    }

    void cancelWhileWritingReportsUnknown()
    {
        startSimulator(false, {u"write-no-reply"_s});
        SettingChange change(target(), {ChangeAction::Enable, {}, false, {}});
        QSignalSpy finished(&change, &Operation::finished);
        connect(m_simulator.get(), &GatewaySimulator::settingChanged, &change,
                [&change] { change.cancel(); });
        change.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(change.result().outcome, Outcome::Unknown);
        QCOMPARE(change.result().error.code, ErrorCode::OutcomeUnknown);
        QVERIFY(change.result().writeSent);
        QVERIFY(!change.result().current); // what was read before the write is no longer known
        QVERIFY(!change.result().port);
    }

    void destroyingItInFullCourseIsSilent()
    {
        startSimulator(false, {u"read-back-no-reply"_s});
        auto change =
            std::make_unique<SettingChange>(target(), ChangeRequest{ChangeAction::Enable, {}, false, {}});
        QSignalSpy finished(change.get(), &Operation::finished);
        change->start();
        QTRY_VERIFY(m_simulator->isEnabled());
        change.reset();
        QTRY_COMPARE(m_simulator->openConnections(), 0);
        QCOMPARE(finished.size(), 0);
    }
};

QTEST_GUILESS_MAIN(SettingChangeTest)
#include "tst_settingchange.moc"
