// A gateway, its network and its people, simulated by the clock alone: what a watch would see, and the truth
// to hold it against. A day takes milliseconds.
#pragma once

#include "keeping/watchhistory.h"
#include "keeping/watchplan.h"

#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <map>
#include <random>

namespace Sigen::Test {

using Time = std::chrono::milliseconds;

/// The truth at a moment.
struct Truth
{
    bool isThere = true;
    bool isOn = true;
    bool placeIsTaken = false; ///< another program holds the only Modbus connection
    bool sessionIsTaken = false; ///< somebody else is signed in
    bool passwordIsRefused = false;
    bool webSocketIsDown = false; ///< it can't be signed in to: nothing accepts there
    bool signInFails = false; ///< it answers nonsense
    bool takesNoEffect = false; ///< a change is acknowledged and does nothing
    bool dropsClosed = false; ///< a closed port does not refuse, it stays silent
    bool stranger = false; ///< another device has the address
    bool turnedOffHere = false; ///< by this program, on purpose
    bool moved = false; ///< it is there, at an address that a search finds
    QString firmware = QStringLiteral("V100R001C00SPC115");
};

class WatchWorld
{
public:
    explicit WatchWorld(WatchRules rules, WatchMemory memory = {});

    /// \a change happens at \a at.
    void at(Time when, std::function<void(Truth &)> change) { m_script.emplace(when, std::move(change)); }
    /// Nobody looks from \a from until \a until: the computer sleeps.
    void sleep(Time from, Time until) { m_sleeps.append({from, until}); }
    void setJitter(std::function<double()> jitter) { m_jitter = std::move(jitter); }
    /// By this program, on purpose: its lock and its note.
    void turnOffHere(Time when);

    /// Until the watch ends, at the latest at \a end.
    void run(Time end);

    struct Counts
    {
        int looks = 0;
        int signIns = 0; ///< the password was sent
        int attempts = 0; ///< with those that reached nobody
        int writes = 0;
        int searches = 0;
        bool operator==(const Counts &) const = default;
    };
    Counts counts;
    QList<WatchNotice> notices;
    WatchEnd end = WatchEnd::None;
    Time endedAt{0};
    Truth truth;
    /// The first bound that did not hold; empty: all did.
    QString breach;

    /// "00:00:30 on none" for each notice; with hours beyond a day.
    QStringList story() const;
    WatchHistory history() const;

private:
    void advance(Time to);
    Looked look();
    SignedIn signIn(bool mayChange);
    bool answers() const;
    void holdLook();
    void breaks(const QString &what);

    WatchRules m_rules;
    WatchMemory m_memory;
    std::multimap<Time, std::function<void(Truth &)>> m_script;
    QList<QPair<Time, Time>> m_sleeps;
    std::function<double()> m_jitter = [] { return 0.0; };
    Time m_now{0};
    QList<Time> m_writes;
    QList<Time> m_hindered; ///< sign-ins that ended in a wait
    int m_looksOff = 0; ///< in a row, without a reason to leave it off
};

} // namespace Sigen::Test
