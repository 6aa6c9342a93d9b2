// Every simulated fault × enable, disable, verify: the right outcome, exactly one end, at most one write on
// the wire, no secret in a trace, nothing left open.
//
// Many faults are about waiting, so all jobs run side by side in one event loop; each row then looks at its
// own.

#include "support/faultexpectations.h"
#include "support/loopback.h"

#include "core/redaction.h"
#include "simulator/gatewaysimulator.h"
#include "workflow/settingchange.h"
#include "workflow/verification.h"

#include <QElapsedTimer>
#include <QQueue>
#include <QTest>

#include <map>
#include <memory>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString password = u"Zt7-geheim \"Ω\" pass"_s;

struct Job
{
    QString fault;
    QString action;
    std::unique_ptr<GatewaySimulator> simulator;
    std::unique_ptr<Operation> operation;

    JobResult result;
    int ends = 0;
    int leftConnections = -1;
    SimulatorCounters counters;
    std::chrono::milliseconds elapsed{0};
    QList<Step> steps;
    QStringList trace;
};

constexpr std::chrono::milliseconds stepTimeout = 3s;
constexpr std::chrono::milliseconds verifyWait = 3s;

} // namespace

class FaultsTest : public QObject
{
    Q_OBJECT

    std::map<QString, std::unique_ptr<Job>> m_jobs;
    QQueue<Job *> m_waiting;
    QQueue<QHostAddress> m_freeAddresses;
    int m_running = 0;
    int m_descriptorsBefore = 0;

    void startNext()
    {
        constexpr int sideBySide = 60;
        while (m_running < sideBySide && !m_waiting.isEmpty()) {
            ++m_running;
            startJob(*m_waiting.dequeue());
        }
    }

    void startJob(Job &job)
    {
        SimulatorOptions options;
        // One that has ended gives its address on: there are more jobs than addresses, and two of one address
        // would fight for its ports.
        options.address = m_freeAddresses.isEmpty() ? uniqueLoopbackAddress() : m_freeAddresses.dequeue();
        options.profile = builtInProfile(u"documented"_s);
        options.initiallyEnabled = job.action != "enable"_L1;
        options.username = u"admin"_s;
        options.password = Secret(password);
        options.faults = {job.fault};
        job.simulator = std::make_unique<GatewaySimulator>(options);
        QString reason;
        if (!job.simulator->start(&reason))
            qFatal("%s: %s", qPrintable(job.fault), qPrintable(reason));

        if (job.action == "verify"_L1)
            startVerification(job);
        else
            startChange(job);
        connect(job.operation.get(), &Operation::finished, this, [this, &job] { ended(job); });
        job.operation->start();
    }

    void startVerification(Job &job)
    {
        VerificationRequest request;
        request.host = job.simulator->address().toString();
        request.port = job.simulator->modbusPort();
        request.wait = verifyWait;
        request.timeouts = Timeouts::all(stepTimeout);
        auto verification = std::make_unique<Verification>(request);
        watch(*verification, job);
        job.operation = std::move(verification);
    }

    void startChange(Job &job)
    {
        GatewayTarget target;
        target.host = job.simulator->address().toString();
        target.webSocketPort = job.simulator->webSocketPort();
        target.profile = builtInProfile(u"documented"_s);
        target.credentials = {u"admin"_s, Secret(password), {}};
        target.timeouts = Timeouts::all(stepTimeout);
        ChangeRequest request;
        request.action = job.action == "enable"_L1 ? ChangeAction::Enable : ChangeAction::Disable;
        request.verifyWait = verifyWait;
        auto change = std::make_unique<SettingChange>(target, request);
        watch(*change, job);
        job.operation = std::move(change);
    }

    template <typename Work>
    void watch(Work &work, Job &job)
    {
        connect(&work, &Work::stepChanged, this, [&job](const Step &step) { job.steps.append(step); });
        connect(&work, &Work::traced, this,
                [&job](const TraceEntry &entry) { job.trace.append(entry.text); });
    }

    void ended(Job &job)
    {
        if (++job.ends > 1)
            return;
        job.elapsed = job.operation->elapsed();
        if (const auto *change = qobject_cast<const SettingChange *>(job.operation.get()))
            job.result = change->result();
        else
            job.result = qobject_cast<const Verification *>(job.operation.get())->result();
        // Released sockets reach the other side a moment later; a second end would come in this time, too.
        QTimer::singleShot(300ms, this, [this, &job] {
            job.leftConnections = job.simulator->openConnections();
            job.counters = job.simulator->counters();
            job.operation.reset();
            m_freeAddresses.enqueue(job.simulator->address());
            job.simulator.reset();
            --m_running;
            startNext();
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_descriptorsBefore = openDescriptors();
        for (const FaultExpectation &expectation : faultExpectations()) {
            for (const QString &action : {u"enable"_s, u"disable"_s, u"verify"_s}) {
                auto job = std::make_unique<Job>();
                job->fault = expectation.fault;
                job->action = action;
                m_waiting.enqueue(job.get());
                m_jobs.emplace(expectation.fault + u' ' + action, std::move(job));
            }
        }
        startNext();
        QTRY_VERIFY_WITH_TIMEOUT(m_running == 0 && m_waiting.isEmpty(), 240000);
    }

    void fault_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QStringList>("errors");
        for (const FaultExpectation &expectation : faultExpectations()) {
            const auto row = [&](const QString &action, const Expectation &expected) {
                const QString key = expectation.fault + u' ' + action;
                QTest::newRow(qPrintable(key)) << key << expected.outcome << expected.errors;
            };
            row(u"enable"_s, expectation.enable);
            row(u"disable"_s, expectation.disable);
            row(u"verify"_s, expectation.verify);
        }
    }

    void fault()
    {
        QFETCH(QString, key);
        QFETCH(QString, outcome);
        QFETCH(QStringList, errors);
        const Job &job = *m_jobs.at(key);

        const QString error{errorName(job.result.error.code)};
        const QByteArray seen = (QString(outcomeName(job.result.outcome)) + u", "_s + error + u", "_s
                                 + job.result.error.detail.left(300))
                                    .toUtf8();
        QVERIFY2(outcomeName(job.result.outcome) == outcome, seen.constData());
        QVERIFY2(errors.isEmpty() ? error.isEmpty() : errors.contains(error), seen.constData());

        QCOMPARE(job.ends, 1);
        QVERIFY2(job.counters.writes <= 1, "a write was repeated");
        if (job.action == "verify"_L1)
            QCOMPARE(job.counters.webSocketConnections, 0);
        QCOMPARE(job.leftConnections, 0);
        // The longest way: every step at its time-out, reconnects, the effect wait, the verify wait.
        QVERIFY2(job.elapsed < 45s, QByteArray::number(qlonglong(job.elapsed.count())).constData());

        verifySteps(job);
        for (const QString &frame : job.trace) {
            QVERIFY(!frame.contains(password));
            QVERIFY(!frame.contains("geheim"_L1));
            const qsizetype token = frame.indexOf("\"token\":\""_L1);
            QVERIFY(token < 0 || QStringView(frame).mid(token + 9).startsWith(Redactor::mask()));
        }
    }

    void cleanupTestCase()
    {
        m_jobs.clear();
        if (m_descriptorsBefore >= 0)
            QTRY_COMPARE(openDescriptors(), m_descriptorsBefore);
    }

private:
    /// Each step once as Running and once as what it became, or once as Skipped; in the end every step has
    /// been told.
    static void verifySteps(const Job &job)
    {
        QMap<StepId, QList<StepState>> states;
        for (const Step &step : job.steps)
            states[step.id].append(step.state);
        if (job.action != "verify"_L1)
            QCOMPARE(states.size(), 8);
        for (auto it = states.cbegin(); it != states.cend(); ++it) {
            const QList<StepState> &seen = it.value();
            const char *name = stepName(it.key()).data();
            QVERIFY2(seen.size() == 2 || (seen.size() == 1 && seen.first() == StepState::Skipped), name);
            QVERIFY2(seen.size() == 1 || seen.first() == StepState::Running, name);
            QVERIFY2(seen.last() != StepState::Running, name);
        }
    }
};

QTEST_GUILESS_MAIN(FaultsTest)
#include "tst_faults.moc"
