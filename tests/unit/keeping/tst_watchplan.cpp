// Simulated days over the decision of a watch: exact numbers of looks, sign-ins and changes, the history they
// make, and bounds that hold on random days.
//
// SIGEN_WATCH_DAYS=10000 runs more random days than the suite does, SIGEN_WATCH_SEED begins elsewhere.

#include "watchworld.h"

#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static constexpr Time day = 24h;

class WatchPlanTest : public QObject
{
    Q_OBJECT

    static WatchRules rules(bool passive = false) { return {30s, passive, true}; }

private Q_SLOTS:
    void aQuietDayIsLooksAndNothingElse()
    {
        WatchWorld world(rules());
        world.run(day);
        QCOMPARE(world.counts, (WatchWorld::Counts{2880, 0, 0, 0, 0}));
        QCOMPARE(world.story(), QStringList{u"00:00:00 on none"_s});
    }

    void aTurnOffIsMendedAtTheNextLook()
    {
        WatchWorld world(rules());
        world.at(10h + 5s, [](Truth &now) { now.isOn = false; });
        world.run(day);
        QCOMPARE(world.counts, (WatchWorld::Counts{2880, 1, 1, 1, 0}));
        QCOMPARE(world.story(),
                 (QStringList{u"00:00:00 on none"_s, u"10:00:30 off none"_s, u"10:00:30 on enabled"_s}));
        QVERIFY(world.truth.isOn);
        QCOMPARE(world.breach, QString());
    }

    void anUpdateSwitchesOffAndIsNamed()
    {
        WatchWorld world(rules());
        world.at(3h, [](Truth &now) { now.isThere = false; });
        world.at(3h + 4min + 10s, [](Truth &now) {
            now.isThere = true;
            now.isOn = false;
            now.firmware = u"V100R001C00SPC116"_s;
        });
        world.run(day);
        // While it is away each look tries the sign-in's port as well, without ever reaching anybody; a
        // search begins at the second of them and waits longer each time.
        QCOMPARE(world.counts, (WatchWorld::Counts{2880, 1, 10, 1, 3}));
        QCOMPARE(world.story(),
                 (QStringList{u"00:00:00 on none"_s, u"03:00:00 unreachable none"_s, u"03:04:30 off none"_s,
                              u"03:04:30 on enabled"_s, u"03:05:00 on none"_s}));
        QCOMPARE(
            world.notices.constLast().detail.constFirst(),
            Message(Sentence::WatchFirmware, QStringList{u"V100R001C00SPC115"_s, u"V100R001C00SPC116"_s}));
    }

    void updatesAreNobodysTurnOffs()
    {
        // Three within an hour, each seen as off and never as away: only the firmware says what it was.
        WatchWorld world(rules());
        for (int number = 1; number <= 3; ++number) {
            world.at(1h + number * 15min, [number](Truth &now) {
                now.isOn = false;
                now.firmware = u"V%1"_s.arg(number);
            });
        }
        world.run(day);
        QCOMPARE(world.end, WatchEnd::None);
        QCOMPARE(world.counts.writes, 3);
        QVERIFY(world.truth.isOn);
    }

    void anOutageThatEndsWellNeedsNoSignIn()
    {
        WatchWorld world(rules());
        world.at(4h + 10min, [](Truth &now) { now.isThere = false; });
        world.at(4h + 31min, [](Truth &now) { now.isThere = true; });
        world.run(day);
        QCOMPARE(world.counts.signIns, 0);
        QCOMPARE(world.counts.writes, 0);
        QCOMPARE(world.counts.looks, 2880);
        QCOMPARE(world.counts.searches, 5);
        QCOMPARE(world.story(),
                 (QStringList{u"00:00:00 on none"_s, u"04:10:00 unreachable none"_s, u"04:31:00 on none"_s}));
        QCOMPARE(world.notices.constLast().detail, Messages{Sentence::WatchCameBack});
        const WatchShares share = shares(world.history(), QDateTime::fromMSecsSinceEpoch(0).toUTC(),
                                         QDateTime::fromMSecsSinceEpoch(day.count()).toUTC());
        QCOMPARE(share.unreachable, 21.0 / (24 * 60));
        QCOMPARE(share.watched, 1.0);
    }

    void anAddressChangeIsFollowed()
    {
        WatchWorld world(rules());
        world.at(6h, [](Truth &now) {
            now.moved = true;
            now.isOn = false;
        });
        world.run(day);
        QCOMPARE(world.counts, (WatchWorld::Counts{2881, 1, 3, 1, 1}));
        QCOMPARE(
            world.story(),
            (QStringList{u"00:00:00 on none"_s, u"06:00:00 unreachable none"_s,
                         u"06:00:30 unreachable none"_s, u"06:00:30 off none"_s, u"06:00:30 on enabled"_s}));
        QCOMPARE(world.notices.at(2).detail, Messages{Message(Sentence::WatchMoved, {u"192.168.1.77"_s})});
    }

    void aStrangerAtTheAddressGetsNoPassword()
    {
        WatchWorld world(rules());
        world.at(6h, [](Truth &now) { now.stranger = true; });
        world.run(day);
        QCOMPARE(world.counts.attempts, 0);
        QCOMPARE(world.breach, QString());
        // After 1, 2, 4 and 8 minutes, then every ten.
        QCOMPARE(world.counts.searches, 111);
        QCOMPARE(world.story(), (QStringList{u"00:00:00 on none"_s, u"06:00:00 unreachable none"_s}));
    }

    void aTakenPlaceIsSignedInToOnceInTenMinutes()
    {
        WatchWorld world(rules());
        world.at(12h, [](Truth &now) { now.placeIsTaken = true; });
        world.at(13h - 1s, [](Truth &now) { now.placeIsTaken = false; });
        world.run(day);
        QCOMPARE(world.counts, (WatchWorld::Counts{2880, 6, 6, 0, 0}));
        QCOMPARE(world.story(),
                 (QStringList{u"00:00:00 on none"_s, u"12:00:00 on waiting"_s, u"13:00:00 on none"_s}));
    }

    void aTakenPlaceThatBeginsToRefuseIsMendedAtOnce()
    {
        WatchWorld world(rules());
        world.at(12h, [](Truth &now) { now.placeIsTaken = true; });
        world.at(12h + 3min + 1s, [](Truth &now) {
            now.placeIsTaken = false;
            now.isOn = false;
        });
        world.run(day);
        QCOMPARE(world.counts, (WatchWorld::Counts{2880, 2, 2, 1, 0}));
        QCOMPARE(world.story().constLast(), u"12:03:30 on enabled"_s);
    }

    void aTakenSessionIsAskedAgainAfterTenMinutes()
    {
        WatchWorld world(rules());
        world.at(12h, [](Truth &now) {
            now.isOn = false;
            now.sessionIsTaken = true;
        });
        world.at(12h + 25min, [](Truth &now) { now.sessionIsTaken = false; });
        world.run(day);
        QCOMPARE(world.counts, (WatchWorld::Counts{2880, 4, 4, 1, 0}));
        QCOMPARE(world.story(),
                 (QStringList{u"00:00:00 on none"_s, u"12:00:00 unknown waiting"_s, u"12:30:00 off none"_s,
                              u"12:30:00 on enabled"_s}));
    }

    void oneRefusedSignInIsTheEnd()
    {
        WatchWorld world(rules());
        world.at(8h, [](Truth &now) {
            now.isOn = false;
            now.passwordIsRefused = true;
        });
        world.run(day);
        QCOMPARE(world.end, WatchEnd::SignInRefused);
        QCOMPARE(world.endedAt, Time(8h));
        QCOMPARE(world.counts, (WatchWorld::Counts{961, 1, 1, 0, 0}));
        QCOMPARE(world.story().constLast(), u"08:00:00 refused stopped"_s);
    }

    void whoSwitchesItOffTwiceWithinAnHourIsNotFought()
    {
        WatchWorld world(rules());
        for (int number = 0; number < 5; ++number)
            world.at(9h + number * 20min, [](Truth &now) { now.isOn = false; });
        world.run(day);
        QCOMPARE(world.end, WatchEnd::SomebodyTurnsOff);
        QCOMPARE(world.endedAt, Time(9h + 20min));
        QCOMPARE(world.counts.writes, 1);
        QCOMPARE(world.counts.signIns, 2);
        QCOMPARE(world.story(),
                 (QStringList{u"00:00:00 on none"_s, u"09:00:00 off none"_s, u"09:00:00 on enabled"_s,
                              u"09:20:00 off none"_s, u"09:20:00 off stopped"_s}));
    }

    void onceInTwoHoursIsMendedEachTime()
    {
        WatchWorld world(rules());
        for (int number = 0; number < 6; ++number)
            world.at(9h + number * 2h, [](Truth &now) { now.isOn = false; });
        world.run(day);
        QCOMPARE(world.end, WatchEnd::None);
        QCOMPARE(world.counts.writes, 6);
    }

    void aTurnOffOfOurOwnEndsIt()
    {
        WatchWorld world(rules());
        world.turnOffHere(5h + 1s);
        world.run(day);
        QCOMPARE(world.end, WatchEnd::TurnedOff);
        QCOMPARE(world.counts.signIns, 0);
        QVERIFY(!world.truth.isOn);
        QCOMPARE(world.story().constLast(), u"05:00:30 off stopped"_s);
    }

    void aGatewayThatRestartsAllTheTimeIsChangedSixTimesAnHour()
    {
        WatchWorld world(rules());
        for (int number = 0; number < 240; ++number) {
            world.at(1h + number * 3min, [](Truth &now) { now.isThere = false; });
            world.at(1h + number * 3min + 1min, [](Truth &now) {
                now.isThere = true;
                now.isOn = false;
            });
        }
        world.run(13h);
        QCOMPARE(world.breach, QString());
        QCOMPARE(world.end, WatchEnd::None);
        QCOMPARE(world.counts.writes, 6 * 12);
    }

    void aChangeWithoutEffectBacksOff()
    {
        WatchWorld world(rules());
        world.at(1h, [](Truth &now) {
            now.isOn = false;
            now.takesNoEffect = true;
        });
        world.run(2h);
        QCOMPARE(world.breach, QString());
        // Never two within a minute, then 2, 4 and 8 minutes later, then every ten.
        QCOMPARE(world.counts.writes, 6);
    }

    void aSleepIsNoTurnOffOfSomebody()
    {
        WatchWorld world(rules());
        world.at(8h, [](Truth &now) { now.isOn = false; });
        world.sleep(8h + 10min, 8h + 40min);
        world.at(8h + 20min, [](Truth &now) { now.isOn = false; });
        world.run(day);
        QCOMPARE(world.end, WatchEnd::None);
        QCOMPARE(world.counts, (WatchWorld::Counts{2880 - 60, 2, 2, 2, 0}));
        QCOMPARE(world.story(),
                 (QStringList{u"00:00:00 on none"_s, u"08:00:00 off none"_s, u"08:00:00 on enabled"_s,
                              u"08:09:30 unknown none"_s, u"08:40:00 off none"_s, u"08:40:00 on enabled"_s}));
    }

    void passivelyItTellsAndDoesNothing()
    {
        WatchWorld world(rules(true));
        world.at(8h + 10s, [](Truth &now) { now.isOn = false; });
        world.at(9h, [](Truth &now) { now.isThere = false; });
        world.at(10h, [](Truth &now) { now = Truth(); });
        world.run(day);
        QCOMPARE(world.counts, (WatchWorld::Counts{2880, 0, 0, 0, 0}));
        QCOMPARE(world.story(),
                 (QStringList{u"00:00:00 on none"_s, u"08:00:30 unknown none"_s,
                              u"09:00:00 unreachable none"_s, u"10:00:00 on none"_s}));
    }

    void aRestartRemembersWhatWasSentWithinTheHour()
    {
        WatchWorld first(rules());
        for (int number = 0; number < 6; ++number) {
            first.at(number * 4min + 1min, [](Truth &now) { now.isThere = false; });
            first.at(number * 4min + 2min, [](Truth &now) {
                now.isThere = true;
                now.isOn = false;
            });
        }
        first.run(30min);
        QCOMPARE(first.counts.writes, 6);
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(Time(30min).count()).toUTC();
        const WatchMemory memory = rememberedFrom(first.history(), now, 0ms);
        QCOMPARE(memory.changes.size(), 6);
        QCOMPARE(memory.firmware, u"V100R001C00SPC115"_s);

        WatchWorld second(rules(), memory);
        second.truth.isOn = false;
        second.run(30min);
        QCOMPARE(second.counts.writes, 0);
        QCOMPARE(second.story().constLast(), u"00:00:00 off waiting"_s);
    }

    void randomDaysKeepTheBounds()
    {
        bool isNumber = false;
        int days = qEnvironmentVariableIntValue("SIGEN_WATCH_DAYS", &isNumber);
        days = isNumber ? days : 200;
        const auto firstSeed = static_cast<unsigned>(qEnvironmentVariableIntValue("SIGEN_WATCH_SEED"));
        WatchWorld::Counts sum;
        int ended = 0;
        for (int number = 0; number < days; ++number) {
            const unsigned seed = firstSeed + static_cast<unsigned>(number);
            WatchWorld world = randomDay(seed);
            world.run(day);
            QVERIFY2(world.breach.isEmpty(),
                     qPrintable(u"seed %1, %2\n%3"_s.arg(seed).arg(world.breach, world.story().join(u'\n'))));
            sum.looks += world.counts.looks;
            sum.signIns += world.counts.signIns;
            sum.writes += world.counts.writes;
            sum.searches += world.counts.searches;
            ended += world.end != WatchEnd::None;
        }
        qInfo("%d days: %d looks, %d sign-ins, %d changes, %d searches; %d watches ended early", days,
              sum.looks, sum.signIns, sum.writes, sum.searches, ended);
    }

private:
    static WatchWorld randomDay(unsigned seed)
    {
        std::mt19937 random(seed);
        const auto number = [&random](int from, int to) {
            return std::uniform_int_distribution<int>(from, to)(random);
        };
        const auto time = [&](Time from, Time to) {
            return Time(std::uniform_int_distribution<qint64>(from.count(), to.count())(random));
        };
        WatchRules chosen = rules(number(0, 9) == 0);
        chosen.interval = time(10s, number(0, 4) == 0 ? Time(3600s) : Time(120s));
        chosen.canSearch = number(0, 3) != 0;
        WatchWorld world(chosen);
        world.setJitter([generator = std::mt19937(seed + 1)]() mutable {
            return std::uniform_real_distribution<double>(-1, 1)(generator);
        });
        world.truth.isOn = number(0, 1) == 0;
        world.truth.dropsClosed = number(0, 4) == 0;
        for (int events = number(0, 12); events > 0; --events) {
            const Time at = time(0s, day);
            const Time until = at + time(1s, number(0, 1) ? Time(10min) : Time(3h));
            const auto during = [&](bool Truth::*what) {
                world.at(at, [what](Truth &now) { now.*what = true; });
                world.at(until, [what](Truth &now) { now.*what = false; });
            };
            const bool staysOn = number(0, 1) == 0;
            switch (number(0, 13)) {
            case 0:
            case 1:
                world.at(at, [](Truth &now) { now.isOn = false; });
                break;
            case 2: { // somebody who insists
                const Time pause = time(5s, 30min);
                for (int times = number(2, 20); times > 0; --times)
                    world.at(at + times * pause, [](Truth &now) { now.isOn = false; });
                break;
            }
            case 3:
            case 4: // an outage or an update
                world.at(at, [](Truth &now) { now.isThere = false; });
                world.at(until, [staysOn, events](Truth &now) {
                    now.isThere = true;
                    now.isOn = now.isOn && staysOn;
                    if (!staysOn)
                        now.firmware = u"V%1"_s.arg(events);
                });
                break;
            case 5:
                during(&Truth::placeIsTaken);
                break;
            case 6:
                during(&Truth::sessionIsTaken);
                break;
            case 7:
                during(&Truth::webSocketIsDown);
                break;
            case 8:
                during(&Truth::signInFails);
                break;
            case 9:
                during(&Truth::takesNoEffect);
                break;
            case 10:
                during(&Truth::stranger);
                break;
            case 11:
                world.at(at, [](Truth &now) { now.moved = true; });
                world.at(until, [](Truth &now) { now.moved = false; });
                break;
            case 12:
                world.sleep(at, until);
                break;
            default:
                if (number(0, 4) == 0)
                    during(&Truth::passwordIsRefused);
                else if (number(0, 2) == 0)
                    world.turnOffHere(at);
                break;
            }
        }
        return world;
    }
};

QTEST_GUILESS_MAIN(WatchPlanTest)
#include "tst_watchplan.moc"
