// Off and on again, against every simulated fault: at most two writes, each sent once, and what is said at
// the end is true. Then what a person or a gateway can do in the middle of it.
//
// Many faults are about waiting, so all of them run side by side in one event loop.

#include "support/faultexpectations.h"
#include "support/loopback.h"

#include "keeping/repair.h"
#include "simulator/gatewaysimulator.h"
#include "words/advice.h"

#include <QQueue>
#include <QSignalSpy>
#include <QTest>

#include <map>
#include <memory>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Run
{
    SimulatorOptions options;
    std::unique_ptr<GatewaySimulator> simulator;
    std::unique_ptr<Repair> repair;
    JobResult result;
    QList<Step> steps;
    QList<bool> states; ///< that the setting took, in order
    SimulatorCounters counters;
    int ends = 0;
    int leftConnections = -1;
    bool isOn = false; ///< the truth, a moment after the end
    bool isListening = false;

    QStringList stepsSeen(StepState state) const
    {
        QStringList names;
        for (const Step &step : steps) {
            if (step.state == state)
                names += QString(stepName(step.id));
        }
        return names;
    }
};

Timeouts shortTimeouts()
{
    Timeouts timeouts = Timeouts::all(1500ms);
    timeouts.pacing.retry = 200ms;
    timeouts.pacing.effectWait = 5s;
    timeouts.pacing.reconnectPause = 500ms;
    timeouts.pacing.reconnectWait = 6s;
    timeouts.pacing.verifyWait = 2s;
    return timeouts;
}

} // namespace

class RepairTest : public QObject
{
    Q_OBJECT

    std::map<QString, std::unique_ptr<Run>> m_runs;
    QQueue<QString> m_waiting;
    QQueue<QHostAddress> m_freeAddresses;
    int m_running = 0;

    std::unique_ptr<Run> makeRun(const QStringList &faults, bool isOn = true,
                                 const RepairRequest &request = {})
    {
        auto run = std::make_unique<Run>();
        SimulatorOptions options;
        options.address = m_freeAddresses.isEmpty() ? uniqueLoopbackAddress() : m_freeAddresses.dequeue();
        options.profile = builtInProfile(u"documented"_s);
        options.initiallyEnabled = isOn;
        options.username = u"admin"_s;
        options.password = Secret(u"geheim"_s);
        options.faults = faults;
        run->options = options;
        run->simulator = std::make_unique<GatewaySimulator>(options);
        QString reason;
        if (!run->simulator->start(&reason))
            qFatal("%s", qPrintable(reason));

        GatewayTarget target;
        target.host = run->simulator->address().toString();
        target.webSocketPort = run->simulator->webSocketPort();
        target.profile = options.profile;
        target.credentials = {u"admin"_s, Secret(u"geheim"_s), {}};
        target.timeouts = shortTimeouts();
        run->repair = std::make_unique<Repair>(target, request);
        Run *const each = run.get();
        connect(each->repair.get(), &Repair::stepChanged, this,
                [each](const Step &step) { each->steps.append(step); });
        connect(each->simulator.get(), &GatewaySimulator::settingChanged, this,
                [each](bool enabled) { each->states.append(enabled); });
        connect(each->repair.get(), &Operation::finished, this, [each] {
            ++each->ends;
            each->result = each->repair->result();
        });
        return run;
    }

    static void takeTruth(Run &run)
    {
        run.isOn = run.simulator->isEnabled();
        run.isListening = run.simulator->isModbusListening();
        run.counters = run.simulator->counters();
        run.leftConnections = run.simulator->openConnections();
    }

    void startNext()
    {
        constexpr int sideBySide = 60;
        while (m_running < sideBySide && !m_waiting.isEmpty()) {
            ++m_running;
            const QString fault = m_waiting.dequeue();
            Run *const run = (m_runs[fault] = makeRun({fault})).get();
            connect(run->repair.get(), &Operation::finished, this, [this, run] {
                // Released sockets reach the other side a moment later; so does a late effect.
                QTimer::singleShot(500ms, this, [this, run] {
                    takeTruth(*run);
                    m_freeAddresses.enqueue(run->simulator->address());
                    run->repair.reset();
                    run->simulator.reset();
                    --m_running;
                    startNext();
                });
            });
            run->repair->start();
        }
    }

    static void finish(Run &run)
    {
        run.repair->start();
        QTRY_COMPARE_WITH_TIMEOUT(run.ends, 1, 60000);
        takeTruth(run);
    }

    /// Calls \a interrupt when \a step begins in \a half.
    template <typename Interrupt>
    void at(Run &run, Repair::Half half, StepId step, Interrupt interrupt)
    {
        connect(run.repair.get(), &Repair::stepChanged, this,
                [&run, half, step, interrupt](const Step &seen) {
                    if (seen.id == step && seen.state == StepState::Running && run.repair->half() == half)
                        interrupt();
                });
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const FaultExpectation &expectation : faultExpectations())
            m_waiting.enqueue(expectation.fault);
        startNext();
        QTRY_VERIFY_WITH_TIMEOUT(m_running == 0 && m_waiting.isEmpty(), 280000);
    }

    void everyFaultEndsInTheTruth_data()
    {
        QTest::addColumn<QString>("fault");
        for (const FaultExpectation &expectation : faultExpectations())
            QTest::newRow(qPrintable(expectation.fault)) << expectation.fault;
    }

    void everyFaultEndsInTheTruth()
    {
        QFETCH(QString, fault);
        const Run &run = *m_runs.at(fault);
        const JobResult &result = run.result;
        const QByteArray seen = (QString(outcomeName(result.outcome)) + u", "_s
                                 + QString(errorName(result.error.code)) + u", "_s + result.error.detail)
                                    .toUtf8();
        QCOMPARE(run.ends, 1);
        QCOMPARE(run.leftConnections, 0);
        QVERIFY2(run.counters.writes <= 2, seen.constData());
        if (result.current)
            QVERIFY2(result.current->enabled == run.isOn, seen.constData());
        if (!run.isOn)
            QVERIFY2(result.mayBeOff, seen.constData());
        if (result.mayBeOff)
            QVERIFY2(jobMessage(result).startsWith("The Modbus server "_L1), qPrintable(jobMessage(result)));
        if (run.counters.writes == 0) {
            QVERIFY2(result.outcome == Outcome::Failed || result.outcome == Outcome::Refused,
                     seen.constData());
            QVERIFY(!result.mayBeOff);
        }
        if (result.outcome == Outcome::Repaired) {
            QCOMPARE(run.counters.writes, 2);
            QVERIFY(run.isListening && !result.error && !result.mayBeOff);
            QCOMPARE(run.stepsSeen(StepState::Running).count(u"write"_s), 2);
        }
        // Once it was switched off, "on" is sent, whatever else is wrong.
        if (run.states.contains(false))
            QVERIFY2(run.counters.writes == 2 || result.outcome == Outcome::Unknown, seen.constData());
    }

    void aHungServerIsSwitchedOffAndOnAgain()
    {
        const Run &run = *m_runs.at(u"modbus-silent"_s);
        QCOMPARE(run.states, (QList<bool>{false, true}));
        QCOMPARE(run.result.outcome, Outcome::EnabledUnverified);
        QCOMPARE(run.result.error.code, ErrorCode::ModbusSilent);
    }

    void whatIsStillOnIsNotWrittenTwice()
    {
        const Run &run = *m_runs.at(u"write-no-effect"_s);
        QCOMPARE(run.result.outcome, Outcome::NoEffect);
        QCOMPARE(run.counters.writes, 1);
        QVERIFY(!run.result.mayBeOff);
    }

    /// Nothing can be read any more once "off" was sent, and it is sent "on" all the same.
    void whatCanNotBeReadBackIsSwitchedOnAgain()
    {
        for (const QString &fault :
             {u"read-back-refused"_s, u"read-back-no-reply"_s, u"read-back-malformed"_s}) {
            const Run &run = *m_runs.at(fault);
            QCOMPARE(run.counters.writes, 2);
            QVERIFY2(run.isOn, qPrintable(fault));
            QCOMPARE(run.result.outcome, Outcome::Unknown);
            QVERIFY(run.result.mayBeOff);
            QVERIFY(!run.result.current);
        }
    }

    void aCalmGatewayIsRepairedAndItsStepsComeTwice()
    {
        auto run = makeRun({});
        finish(*run);
        QCOMPARE(run->result.outcome, Outcome::Repaired);
        QCOMPARE(run->result.before, (ReportedSetting{true, run->simulator->modbusPort()}));
        QCOMPARE(run->result.current, run->result.before);
        QCOMPARE(run->stepsSeen(StepState::Ok),
                 (QStringList{u"reach"_s, u"handshake"_s, u"sign-in"_s, u"read"_s, u"write"_s, u"read-back"_s,
                              u"port"_s, u"write"_s, u"read-back"_s, u"port"_s, u"modbus"_s}));
        QCOMPARE(run->states, (QList<bool>{false, true}));
    }

    void aServerThatIsOffIsLeftAlone()
    {
        auto run = makeRun({}, false);
        finish(*run);
        QCOMPARE(run->result.outcome, Outcome::Refused);
        QCOMPARE(run->counters.writes, 0);
        QCOMPARE(run->counters.modbusConnections, 0);
        QVERIFY(jobMessage(run->result).contains("already off"_L1));
    }

    void aDryRunNamesBothWritesAndSendsNone()
    {
        auto run = makeRun({}, true, {true, {}, {}});
        finish(*run);
        QCOMPARE(run->result.outcome, Outcome::DryRun);
        QCOMPARE(run->counters.writes, 0);
        QCOMPARE(run->stepsSeen(StepState::Skipped).count(u"write"_s), 2);
    }

    void aGatewayThatIsGoneForAMomentGetsTheSecondWriteAllTheSame()
    {
        auto run = makeRun({});
        SimulatorOptions again = run->options;
        again.webSocketPort = run->simulator->webSocketPort();
        again.modbusPort = run->simulator->modbusPort();
        again.initiallyEnabled = false;
        GatewaySimulator restarted(again);
        at(*run, Repair::Half::Off, StepId::Port, [&] {
            run->simulator->stop();
            QTimer::singleShot(300ms, &restarted, [&] {
                QString reason;
                QVERIFY2(restarted.start(&reason), qPrintable(reason));
            });
        });
        finish(*run);
        QCOMPARE(run->result.outcome, Outcome::Repaired);
        QCOMPARE(restarted.counters().writes, 1);
        QVERIFY(restarted.isEnabled());
        QVERIFY(!run->stepsSeen(StepState::Failed).contains(u"reach"_s));
    }

    void aGatewayThatStaysAwayIsSaidToBeOffFirstOfAll()
    {
        auto run = makeRun({});
        at(*run, Repair::Half::Off, StepId::Port, [&] { run->simulator->stop(); });
        finish(*run);
        QCOMPARE(run->result.outcome, Outcome::Unknown);
        QCOMPARE(run->result.error.code, ErrorCode::OutcomeUnknown);
        QCOMPARE(run->result.current->enabled, false);
        QVERIFY(run->result.mayBeOff);
        QVERIFY(jobMessage(run->result).startsWith("The Modbus server is off now"_L1));
        QVERIFY(errorAdvice(run->result.error, run->result, Reader::CommandLine).first().contains("enable"_L1));
        QVERIFY(run->stepsSeen(StepState::Failed).contains(u"reach"_s));
    }

    void interruptingIsTrueAtEveryStep_data()
    {
        QTest::addColumn<Repair::Half>("half");
        QTest::addColumn<StepId>("step");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<bool>("mayBeOff");
        using Half = Repair::Half;
        // clang-format off
        QTest::newRow("read")          << Half::Off << StepId::Read     << Outcome::Cancelled         << false;
        QTest::newRow("off read back") << Half::Off << StepId::ReadBack << Outcome::Unknown           << true;
        QTest::newRow("off port")      << Half::Off << StepId::Port     << Outcome::Unknown           << true;
        QTest::newRow("on read back")  << Half::On  << StepId::ReadBack << Outcome::Unknown           << true;
        QTest::newRow("on port")       << Half::On  << StepId::Port     << Outcome::EnabledUnverified << false;
        // clang-format on
    }

    void interruptingIsTrueAtEveryStep()
    {
        QFETCH(Repair::Half, half);
        QFETCH(StepId, step);
        QFETCH(Outcome, outcome);
        QFETCH(bool, mayBeOff);
        auto run = makeRun({});
        at(*run, half, step, [&] { run->repair->cancel(); });
        finish(*run);
        QCOMPARE(run->result.outcome, outcome);
        QCOMPARE(run->result.mayBeOff, mayBeOff);
        if (half == Repair::Half::Off && step == StepId::Port)
            QCOMPARE(run->result.current->enabled, false);
        if (run->result.current)
            QCOMPARE(run->result.current->enabled, run->isOn);
    }
};

QTEST_GUILESS_MAIN(RepairTest)
#include "tst_repair.moc"
