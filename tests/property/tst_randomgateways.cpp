// Thousands of gateways that behave at random, and what a job says about each: it ends in time, once, has
// written at most once, says what is true or that it does not know, tells no secret and leaves nothing open.
// Then the same gateways for a scan, which sends no message at all.
//
//   SIGEN_SEED=N     the first seed (1)
//   SIGEN_SEEDS=N    how many (2000; 200 under the sanitizers; a scan looks at a quarter of them)
//   SIGEN_STORY=1    what each job and its gateway have said, also when nothing is wrong

#include "property/trial.h"

#include "support/loopback.h"

#include <QElapsedTimer>
#include <QMap>
#include <QQueue>
#include <QTest>

#include <memory>
#include <vector>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

#if defined(__SANITIZE_ADDRESS__)
static constexpr bool isSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
static constexpr bool isSanitized = true;
#else
static constexpr bool isSanitized = false;
#endif
#else
static constexpr bool isSanitized = false;
#endif

static quint32 numberFrom(const char *variable, quint32 otherwise)
{
    bool isNumber = false;
    const uint number = qEnvironmentVariable(variable).toUInt(&isNumber);
    return isNumber ? number : otherwise;
}

class RandomGatewaysTest : public QObject
{
    Q_OBJECT

    // Each has up to a dozen descriptors, and a process often no more than 1024.
    static constexpr std::size_t sideBySide = isSanitized ? 24 : 48;
    static constexpr int mostReports = 20;

    std::vector<std::unique_ptr<Trial>> m_running;
    QQueue<QHostAddress> m_freeAddresses;
    QMap<QString, int> m_outcomes;
    Scenario (*m_scenarioOf)(quint32) = nullptr;
    quint32 m_next = 0;
    quint32 m_end = 0;
    const quint32 m_count = numberFrom("SIGEN_SEEDS", isSanitized ? 200 : 2000);
    int m_failed = 0;
    qint64 m_longest = 0;
    QList<quint32> m_failedSeeds;

    void startNext()
    {
        while (m_running.size() < sideBySide && m_next != m_end) {
            // One that has ended gives its address on: there are more of them than addresses.
            const QHostAddress address =
                m_freeAddresses.isEmpty() ? uniqueLoopbackAddress() : m_freeAddresses.dequeue();
            m_running.push_back(std::make_unique<Trial>(m_scenarioOf(m_next++), address));
            Trial *const trial = m_running.back().get();
            connect(
                trial, &Trial::done, this, [this, trial] { done(*trial); }, Qt::QueuedConnection);
            trial->start();
        }
    }

    void done(Trial &trial)
    {
        m_longest = std::max(m_longest, trial.duration());
        ++m_outcomes[jobName(trial.scenario().job) + u": "_s + QString(outcomeName(trial.result().outcome))];
        if (!trial.complaints().isEmpty())
            report(trial);
        else if (qEnvironmentVariableIntValue("SIGEN_STORY") != 0)
            qInfo().noquote() << u"seed %1\n%2\n%3\n"_s.arg(trial.scenario().seed)
                                     .arg(description(trial.scenario()), trial.story());
        m_freeAddresses.enqueue(trial.address());
        std::erase_if(m_running, [&trial](const auto &running) { return running.get() == &trial; });
        startNext();
    }

    void report(const Trial &trial)
    {
        m_failedSeeds.append(trial.scenario().seed);
        const QString seed = QString::number(trial.scenario().seed);
        if (++m_failed > mostReports) {
            qWarning().noquote() << u"seed %1: %2"_s.arg(seed, trial.complaints().join(u"; "_s));
            return;
        }
        qWarning().noquote() << u"seed %1: %2\n%3\n%4\nagain: SIGEN_SEED=%1 SIGEN_SEEDS=1 %5 %6\n"_s.arg(
            seed, trial.complaints().join(u"; "_s), description(trial.scenario()), trial.story(),
            QCoreApplication::applicationFilePath(), QString::fromLatin1(QTest::currentTestFunction()));
    }

    void play(Scenario (*scenarioOf)(quint32), quint32 count)
    {
        const int descriptors = openDescriptors();
        m_scenarioOf = scenarioOf;
        m_next = numberFrom("SIGEN_SEED", 1);
        m_end = m_next + count;
        m_outcomes.clear();
        m_failedSeeds.clear();
        m_failed = 0;
        m_longest = 0;
        QElapsedTimer lagClock;
        QTimer lagTimer;
        lagTimer.setTimerType(Qt::PreciseTimer);
        lagTimer.setInterval(10ms);
        connect(&lagTimer, &QTimer::timeout, this, [&] {
            const auto lag = std::chrono::milliseconds(lagClock.restart()) - lagTimer.intervalAsDuration();
            for (const auto &trial : m_running) {
                if (lag > 0ms)
                    trial->noteLag(lag);
            }
        });
        lagClock.start();
        lagTimer.start();
        startNext();
        const int mostMilliseconds = 1000 * (60 + int(m_end - m_next));
        QTRY_VERIFY_WITH_TIMEOUT(m_running.empty(), mostMilliseconds);
        lagTimer.stop();

        for (auto it = m_outcomes.cbegin(); it != m_outcomes.cend(); ++it)
            qInfo().noquote() << it.value() << it.key();
        qInfo() << "longest job:" << m_longest << "ms";
        if (descriptors >= 0)
            QTRY_COMPARE(openDescriptors(), descriptors);
        if (m_failed > 0)
            qWarning() << m_failed << "seeds failed:" << m_failedSeeds;
        QCOMPARE(m_failed, 0);
    }

private Q_SLOTS:
    void whatIsSaidOfAGatewayIsTrueHoweverItBehaves() { play(&scenarioOf, m_count); }
    void whatAScanSaysOfAGatewayIsTrueHoweverItBehaves() { play(&probeOf, (m_count + 3) / 4); }
};

QTEST_GUILESS_MAIN(RandomGatewaysTest)
#include "tst_randomgateways.moc"
