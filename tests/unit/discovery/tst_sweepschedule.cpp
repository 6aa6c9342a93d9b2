// When ports are tried again, walked through in simulated time.

#include "discovery/sweepschedule.h"

#include <QTest>

#include <functional>
#include <vector>

using namespace Sigen;
using namespace Sigen::SweepSchedule;
using Level = LossWatch::Level;

struct Walk
{
    std::array<std::vector<qint64>, portCount> attempts;
    std::optional<qint64> abandoned; ///< when first
    qint64 end = 0;
};

/// Lets time pass millisecond by millisecond; \a happens may settle ports and note answers before each
/// decision.
static Walk walk(
    const std::function<Level(qint64)> &loss,
    const std::function<void(HostFacts &, qint64)> &happens = [](HostFacts &, qint64) {})
{
    HostFacts facts;
    Walk result;
    for (std::size_t port = 0; port < portCount; ++port) {
        facts.ports[port].attempts = 1;
        result.attempts[port].push_back(0);
    }
    for (qint64 now = 0; now < 20000; ++now) {
        happens(facts, now);
        const Decision decision = decide(facts, loss(now), now);
        if (decision.abandon && !result.abandoned)
            result.abandoned = now;
        if (decision.done) {
            result.end = now;
            return result;
        }
        for (std::size_t port = 0; port < portCount; ++port) {
            if (!decision.attempt[port])
                continue;
            ++facts.ports[port].attempts;
            facts.ports[port].lastAttempt = now;
            result.attempts[port].push_back(now);
        }
    }
    return result;
}

static Level unknown(qint64)
{
    return Level::Unknown;
}

class SweepScheduleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDarkHostIsTriedTwiceOnEachPortAndGivenUpAfterOneSecond()
    {
        const Walk dark = walk(unknown);
        QCOMPARE(dark.attempts[0], (std::vector<qint64>{0, darkRetry}));
        QCOMPARE(dark.attempts[1], (std::vector<qint64>{0, darkRetry}));
        QCOMPARE(dark.end, darkEnd);
    }

    void whereNothingGetsLostADarkHostIsGivenUpEarlier()
    {
        const Walk dark = walk([](qint64) { return Level::Clean; });
        QCOMPARE(dark.attempts[0], (std::vector<qint64>{0, darkRetry}));
        QCOMPARE(dark.end, cleanEnd);
    }

    void aDarkHostWaitsForTheLastOneThatWasBegunWithIt()
    {
        const Walk dark = walk(unknown, [](HostFacts &facts, qint64) { facts.youngerBy = 50; });
        QCOMPARE(dark.end, darkEnd + 50);
    }

    void wherePacketsGetLostADarkHostGetsMoreTimeButNoMoreAttempts()
    {
        for (const Level level : {Level::Suspected, Level::Seen}) {
            const Walk dark = walk([level](qint64) { return level; });
            QCOMPARE(dark.attempts[0].size(), 2U);
            QCOMPARE(dark.attempts[1].size(), 2U);
            QVERIFY(!dark.abandoned);
            QCOMPARE(dark.end, lossyEnd);
        }
    }

    void whereManyPacketsGetLostTheSystemIsMadeToAskAnew()
    {
        const Walk dark = walk([](qint64 now) { return now < 500 ? Level::Unknown : Level::Heavy; });
        QCOMPARE(dark.attempts[0], (std::vector<qint64>{0, darkRetry, lastRetry}));
        QCOMPARE(dark.attempts[1], (std::vector<qint64>{0, darkRetry, lastRetry}));
        QCOMPARE(dark.abandoned, abandonBeforeFailure); // the system gives up after three seconds
        QCOMPARE(dark.end, heavyEnd);
    }

    void lossThatTurnsOutToBeRarerEndsTheWait()
    {
        const Walk dark = walk([](qint64 now) { return now < 2500 ? Level::Heavy : Level::Seen; });
        QCOMPARE(dark.attempts[0], (std::vector<qint64>{0, darkRetry}));
        QCOMPARE(dark.end, 2500);
    }

    void wherePacketsGetLostAKnownMacAddressGivesFourAttempts()
    {
        const auto appears = [](HostFacts &facts, qint64 now) { facts.hasMac = now >= 1010; };
        const Walk lossy = walk([](qint64) { return Level::Seen; }, appears);
        QCOMPARE(lossy.attempts[0], (std::vector<qint64>{0, darkRetry, 1010, 1010 + knownRetry}));
        QCOMPARE(lossy.end, 1010 + knownRetry + lastAttemptLossy);
        const Walk quiet = walk(unknown, appears);
        QCOMPARE(quiet.attempts[0].size(), 2U);
    }

    void aHostThatAnswersOnBothPortsIsDoneAtOnce()
    {
        const Walk open = walk(unknown, [](HostFacts &facts, qint64 now) {
            if (now < 20)
                return;
            facts.firstAnswer = 20;
            facts.ports[0].settled = facts.ports[1].settled = true;
        });
        QCOMPARE(open.end, 20);
    }

    void aHostThatAnsweredOnOnePortIsTriedFourTimesOnTheOther()
    {
        const Walk half = walk(unknown, [](HostFacts &facts, qint64 now) {
            if (now < 10)
                return;
            facts.firstAnswer = 10;
            facts.answerTime = 4;
            facts.ports[0].settled = true;
        });
        QCOMPARE(half.attempts[0].size(), 1U);
        QCOMPARE(half.attempts[1], (std::vector<qint64>{0, 200, 400, 600}));
        QCOMPARE(half.end, darkEnd);
    }

    void wherePacketsGetLostTheLastAttemptGetsTimeForTheSystemsRetry()
    {
        const auto half = [](HostFacts &facts, qint64 now) {
            if (now < 10)
                return;
            facts.firstAnswer = 10;
            facts.answerTime = 4;
            facts.ports[0].settled = true;
        };
        for (const Level level : {Level::Suspected, Level::Seen}) {
            const Walk lossy = walk([level](qint64) { return level; }, half);
            QCOMPARE(lossy.attempts[1], (std::vector<qint64>{0, 200, 400, 600}));
            QCOMPARE(lossy.end, 600 + lastAttemptLossy);
        }
    }

    void aHostThatAnswersLateStillGetsItsFourAttempts()
    {
        const Walk late = walk(unknown, [](HostFacts &facts, qint64 now) {
            if (now < 1010)
                return;
            facts.firstAnswer = 1010;
            facts.answerTime = 1005;
            facts.ports[0].settled = true;
        });
        QCOMPARE(late.attempts[1].size(), 4U);
        QVERIFY(late.attempts[1][2] >= 1010 + answerSlack);
    }

    void aSlowLinkGetsTimeForItsAnswer()
    {
        const Walk slow = walk(unknown, [](HostFacts &facts, qint64 now) {
            if (now < 300)
                return;
            facts.firstAnswer = 300;
            facts.answerTime = 300;
            facts.ports[0].settled = true;
        });
        for (std::size_t index = 1; index < slow.attempts[1].size(); ++index)
            QVERIFY(slow.attempts[1][index] - slow.attempts[1][index - 1] >= 600);
    }

    void aVendorsMacAddressGivesFourAttemptsOnBothPorts()
    {
        const Walk vendor = walk(unknown, [](HostFacts &facts, qint64) { facts.vendorMac = true; });
        QCOMPARE(vendor.attempts[0], (std::vector<qint64>{0, 200, 400, 600}));
        QCOMPARE(vendor.attempts[1], (std::vector<qint64>{0, 200, 400, 600}));
        QCOMPARE(vendor.end, darkEnd);
    }

    void aPortOutOfReachIsNotTriedAgain()
    {
        const Walk unreachable =
            walk(unknown, [](HostFacts &facts, qint64) { facts.ports[1].settled = true; });
        QCOMPARE(unreachable.attempts[1].size(), 1U);
        QCOMPARE(unreachable.attempts[0].size(), 2U);
    }

    void aHostThatCouldNotBeTriedAtAllIsNotGivenUp()
    {
        HostFacts untried;
        for (const qint64 age : {qint64(0), darkEnd, heavyEnd}) {
            QVERIFY(!decide(untried, Level::Unknown, age).done);
            QVERIFY(decide(untried, Level::Unknown, age).attempt[0]);
        }
    }

    void onlySomethingThatWasSentAgainProvesLoss()
    {
        QVERIFY(!provesLoss(1, 0, 5, std::nullopt));
        QVERIFY(!provesLoss(1, 0, 450, std::nullopt)); // asleep
        QVERIFY(provesLoss(1, 0, 1003, std::nullopt)); // the system asked again
        QVERIFY(provesLoss(2, 400, 603, std::nullopt)); // asked again for the MAC address
        QVERIFY(!provesLoss(2, 400, 5, std::nullopt)); // awake now
        QVERIFY(!provesLoss(2, 400, 5, 390)); // the other answer came just then
        QVERIFY(provesLoss(2, 250, 5, 10));
    }

    void newAttemptsRunBesideEarlierOnesOnlyAtHostsThatAreThere()
    {
        HostFacts host;
        host.ports[0].attempts = host.ports[1].attempts = 1;
        QVERIFY(!decide(host, Level::Seen, darkRetry).beside);
        host.hasMac = true;
        QVERIFY(decide(host, Level::Seen, darkRetry).beside);
        QVERIFY(!decide(host, Level::Unknown, darkRetry).beside);
    }

    void rareLossesAmongManyAnswersAreNormal()
    {
        LossWatch watch;
        QCOMPARE(watch.level(), Level::Unknown);
        watch.noteLateness();
        QCOMPARE(watch.level(), Level::Suspected);
        watch.noteLoss();
        QCOMPARE(watch.level(), Level::Seen);
        for (int answers = 0; answers < 100; ++answers)
            watch.noteAnswer();
        QCOMPARE(watch.level(), Level::Unknown);
    }

    void manyAnswersAtOnceAreACleanNetwork()
    {
        LossWatch watch;
        for (int answers = 0; answers < 15; ++answers)
            watch.noteAnswer();
        QCOMPARE(watch.level(), Level::Unknown);
        watch.noteAnswer();
        QCOMPARE(watch.level(), Level::Clean);
        watch.noteLateness();
        QCOMPARE(watch.level(), Level::Suspected);
    }

    void moreThanAQuarterOfTheHostsLateIsHeavyLoss()
    {
        LossWatch watch;
        watch.noteLoss();
        watch.noteHost(true);
        QCOMPARE(watch.level(), Level::Seen); // one is chance
        watch.noteHost(true);
        QCOMPARE(watch.level(), Level::Heavy);
        for (int host = 0; host < 6; ++host)
            watch.noteHost(false);
        QCOMPARE(watch.level(), Level::Seen); // two of eight
    }
};

QTEST_GUILESS_MAIN(SweepScheduleTest)
#include "tst_sweepschedule.moc"
