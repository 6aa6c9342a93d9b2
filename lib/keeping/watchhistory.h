// What became of a watched gateway, as values: what is kept of it between runs, exported, and drawn as a
// strip. Holds no sentence and no password. Pure.
#pragma once

#include "keeping/watchplan.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Sigen {

/// From `at` on it was so, until the next one.
struct WatchEvent
{
    QDateTime at; ///< UTC
    WatchState state = WatchState::Unknown;
    WatchAction action = WatchAction::None;
    QString firmware; ///< untrusted text; empty: not known
    QString error; ///< the contract's name of an ErrorCode; empty: none
    bool changeSent = false; ///< whatever it did
    bool operator==(const WatchEvent &) const = default;
};

/// Oldest first, always.
using WatchHistory = QList<WatchEvent>;

/// {"at":"2026-11-22T07:00:00.000Z","state":"on","action":"enabled","firmware":null,"error":null,
/// "sent":true}, without a line's end.
QByteArray watchEventJson(const WatchEvent &event);
/// Empty when it is none.
std::optional<WatchEvent> watchEventFrom(const QByteArray &json);

/// With a header and CR LF, as RFC 4180 has it; a cell that a spreadsheet would take for a formula gets a
/// quote in front.
QByteArray historyCsv(const WatchHistory &history);
QByteArray historyJsonLines(const WatchHistory &history);

struct WatchStretch
{
    QDateTime from;
    QDateTime until;
    WatchState state = WatchState::Unknown; ///< Unknown also where nobody watched
    bool operator==(const WatchStretch &) const = default;
};

/// Without gaps from \a from until \a until, neighbours differ; empty when that is no time.
QList<WatchStretch> stretches(const WatchHistory &history, const QDateTime &from, const QDateTime &until);

/// Parts of the time that was watched; 0 each when none was.
struct WatchShares
{
    double on = 0;
    double off = 0;
    double unreachable = 0; ///< with refused
    double watched = 0; ///< of all the time
    int mended = 0; ///< how often it was switched on again
    bool operator==(const WatchShares &) const = default;
};
WatchShares shares(const WatchHistory &history, const QDateTime &from, const QDateTime &until);

/// What a watch that begins now must remember of earlier runs: the changes that were sent and the turn-offs
/// within the last hour, when it was on, though nobody has looked since, and the firmware. \a now and \a
/// uptime are the same moment.
WatchMemory rememberedFrom(const WatchHistory &history, const QDateTime &now,
                           std::chrono::milliseconds uptime);

} // namespace Sigen
