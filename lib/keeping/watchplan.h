// What a watch does next: one pure function of what it remembers, what was just seen, and the time. No
// socket, no clock, no file.
//
// The Modbus port is looked at again and again; while it answers, nobody signs in. Where it does not, one
// sign-in reads the setting and switches the server on if it is off. Bounds that hold whatever happens: at
// most six changes an hour, never two within a minute, never a second sign-in after one was refused.
//
// It never fights. A turn-off is somebody's when the gateway was on and there all the time before it, and its
// firmware is the same afterwards; the second such within an hour ends the watch.
#pragma once

#include "workflow/message.h"

#include <QLatin1StringView>
#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>
#include <variant>

namespace Sigen {

enum class WatchState { Unknown, On, Off, Unreachable, Refused };
enum class WatchAction {
    None,
    Enabled, ///< it was switched on
    Waiting, ///< for something that keeps it from being switched on, or proved
    Stopped, ///< nothing is watched any more
};

/// The words of the command-line contract.
QLatin1StringView watchStateName(WatchState state);
QLatin1StringView watchActionName(WatchAction action);

struct WatchRules
{
    static constexpr std::chrono::seconds shortestInterval{10};
    static constexpr std::chrono::seconds longestInterval{3600};
    static constexpr int changesAnHour = 6;
    static constexpr std::chrono::seconds betweenChanges{60};
    /// A port that accepts and does not answer, though the setting says on; and a session that somebody else
    /// has.
    static constexpr std::chrono::minutes longWait{10};
    static constexpr std::chrono::minutes longestBackOff{10};
    /// A keychain that is locked, or not there, is asked again after this.
    static constexpr std::chrono::seconds keychainWait{60};
    /// A look that begins so much later than it should: the computer slept.
    static constexpr std::chrono::seconds sleepsFrom{60};

    std::chrono::milliseconds interval{std::chrono::seconds(30)}; ///< ±10 %
    bool passive = false; ///< never signs in and never searches
    bool canSearch = false; ///< its serial number or MAC address is known, and a network to search
    bool operator==(const WatchRules &) const = default;
};

// --- what was seen

enum class Sight {
    Answers, ///< Modbus, by whatever word: the server is on
    Mute, ///< accepts connections and says nothing that is Modbus
    Refuses,
    Gone, ///< no answer, no way, no such name
    Stranger, ///< another device has the address
    NotLooked, ///< this computer could not
    Paused, ///< another program is changing the setting
    TurnedOff, ///< by this program, on purpose
};

struct Looked
{
    Sight sight = Sight::NotLooked;
    QString firmware; ///< empty: not asked, or not told
    Messages detail; ///< where it does not answer
    std::chrono::milliseconds begun{0};
};

enum class SignInEnd {
    On, ///< read as on; nothing was sent
    SwitchedOn, ///< read as off, sent, read back as on
    StillOff, ///< sent or not, the gateway would not
    LeftOff, ///< read as off, and nothing may be sent
    InDoubt, ///< sent, and not read back
    NotReached, ///< nothing was sent, the password neither
    SessionTaken,
    Refused, ///< the sign-in
    Stranger, ///< another device has the address by now; it was sent nothing
    WrongGateway, ///< it knows the password now
    NoPassword, ///< the keychain does not give it at the moment
    Failed,
};

struct SignedIn
{
    SignInEnd end = SignInEnd::Failed;
    bool changeSent = false;
    bool proved = false; ///< Modbus answers from here
    Messages detail; ///< why not
    std::chrono::milliseconds begun{0};
};

struct Searched
{
    QString foundAt; ///< address; empty: nowhere
};

using WatchSeen = std::variant<Looked, SignedIn, Searched>;

// --- what is remembered

/// What is said, to people and in the history.
struct WatchNotice
{
    std::chrono::milliseconds at{0}; ///< of the same clock as everything here
    WatchState state = WatchState::Unknown;
    WatchAction action = WatchAction::None;
    Messages detail;
    QString firmware; ///< as far as it is known
    bool changeSent = false; ///< whatever it did
    bool operator==(const WatchNotice &) const = default;
};

struct WatchMemory
{
    WatchNotice last; ///< what was said last
    bool hasSpoken = false;
    std::optional<Sight> sight;
    std::optional<std::chrono::milliseconds> lookDue;
    std::optional<std::chrono::milliseconds> lookEnded;

    std::optional<std::chrono::milliseconds> lastOn;
    bool interrupted = false; ///< since then it was not there, or nobody looked
    bool offSeen = false; ///< since then
    QList<std::chrono::milliseconds> changes; ///< sent within the last hour
    QList<std::chrono::milliseconds> turnOffs; ///< somebody's, within the last hour
    QString firmware;
    std::optional<std::chrono::milliseconds> firmwareAt; ///< when it was last read

    std::chrono::milliseconds waitUntil{0}; ///< no sign-in before
    std::chrono::milliseconds muteUntil{0}; ///< the same, as long as the port accepts
    std::chrono::milliseconds searchFrom{0};
    int failures = 0; ///< in a row
    int searches = 0;
    int looksAway = 0; ///< in a row, on neither port
    bool mayChange = false; ///< what the sign-in that is under way was allowed to
    bool isDistrusted = false; ///< another gateway was met at the address: no password goes there
    bool wantsIdentity = true; ///< the next look is to ask who it is and for its firmware
    bool operator==(const WatchMemory &) const = default;
};

enum class WatchTask {
    Look, ///< at `at`
    SignIn, ///< now; and switch on
    ReadOnly, ///< now; sign in and read
    Search, ///< now
    Stop,
};

enum class WatchEnd { None, SignInRefused, SomebodyTurnsOff, TurnedOff };

struct WatchDecision
{
    WatchMemory memory;
    WatchTask task = WatchTask::Look;
    std::chrono::milliseconds at{0}; ///< for Look
    WatchEnd end = WatchEnd::None; ///< for Stop
    QList<WatchNotice> notices; ///< in their order
};

/// \a jitter: −1…1, another one each time.
WatchDecision decideWatch(const WatchMemory &memory, const WatchSeen &seen, std::chrono::milliseconds now,
                          const WatchRules &rules, double jitter);

} // namespace Sigen

Q_DECLARE_METATYPE(Sigen::WatchNotice)
