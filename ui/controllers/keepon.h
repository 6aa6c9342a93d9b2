// Keeping a gateway's server on from within the window, as a value, and its words. Pure.
//
// (What watches for a server to appear, on the way through the vendor's app, is watched.h.)
#pragma once

#include "keeping/watchplan.h"
#include "ui/models/chip.h"

#include <QLocale>
#include <QString>

#include <chrono>
#include <optional>

namespace Sigen {

struct KeepOn
{
    enum class State {
        Off,
        NeedsSignIn, ///< wanted; begins once somebody has signed in
        Running,
        Elsewhere, ///< another program of this account does it
        Ended, ///< by itself, and not wanted any more; `end` says why
        Failed, ///< it can't begin; `error` says why
    };

    State state = State::Off;
    bool isWanted = false; ///< by the user, in this window
    bool isDemo = false; ///< which is not kept on
    bool isPassive = false; ///< only looks: there is no sign-in, or was none when it began
    int interval = 30; ///< seconds
    quint16 port = 502; ///< that is looked at

    // Running
    std::optional<std::chrono::milliseconds> untilLook; ///< empty: it looks now
    bool waitsForKeychain = false;
    bool isPasswordOfRun = false; ///< it is not kept in the keychain
    WatchNotice last; ///< what was said last; of Ended, too
    bool hasSpoken = false;
    QString movedTo; ///< an address that it was found at

    // Elsewhere
    bool isService = false; ///< the background service of this account
    qint64 process = 0;

    // Ended, Failed
    WatchEnd end = WatchEnd::None;
    Error error;

    QString historyProblem; ///< a sentence; empty: it can be written

    /// What the switch shows.
    bool isOn() const { return state == State::Running || state == State::Elsewhere; }
    /// It is switched on again where it was switched off.
    bool mends() const { return isOn() && !isPassive; }
    bool operator==(const KeepOn &) const = default;
};

struct KeepOnCard
{
    bool isOn = false;
    bool isUndecided = false; ///< it waits for the user
    bool canSwitch = false;
    QString text; ///< what is the case and what comes next
    Tone tone = Tone::Plain;
    QString note; ///< what else is to be known; may be empty
    bool offersSignIn = false;
    bool operator==(const KeepOnCard &) const = default;
};

KeepOnCard keepOnCard(const KeepOn &keepOn, const QLocale &locale);

/// "looks every 30 s and switches it on again"; for Off.
QString keepOnOffer(const KeepOn &keepOn);
/// "on", "off", "not reachable", "not known": for a list of gateways.
QString keepOnWord(const KeepOn &keepOn);
Tone keepOnTone(const KeepOn &keepOn);

/// "30 s", "5 min", "1 h"
QString intervalText(int seconds);

/// What is told about a change of state; empty: nothing is. \a before: what was said before, if anything was.
QString keepOnNews(const WatchNotice &notice, const std::optional<WatchNotice> &before);

} // namespace Sigen
