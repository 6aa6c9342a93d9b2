// A watch's history in words: events that belong together are one row. Pure.
#pragma once

#include "keeping/watchhistory.h"
#include "ui/models/keeponevents.h"

#include <QLocale>

#include <optional>

namespace Sigen {

struct HistoryContext
{
    QDateTime now; ///< UTC
    /// Until when the last event is known to hold.
    QDateTime provedUntil;
    QLocale locale;
    QString host;
    bool isPassive = false;
    std::optional<int> interval; ///< seconds, of the watch that runs
};

/// At most these many rows are made; the file has more.
inline constexpr qsizetype mostHistoryRows = 200;

/// The newest first.
QList<KeepOnRow> historyRows(const WatchHistory &history, const HistoryContext &context);

/// Over the last \a hours, or since the first event.
KeepOnStrip historyStrip(const WatchHistory &history, int hours, const HistoryContext &context);

/// "today 09:14:02" or without its seconds, "yesterday 22:00", "24 Nov, 18:20"
QString momentText(const QDateTime &at, const QDateTime &now, const QLocale &locale, bool withSeconds = true);

} // namespace Sigen
