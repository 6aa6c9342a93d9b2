// What is watched and what was seen of it so far, and its words: values and pure functions.
#pragma once

#include "core/error.h"
#include "network/portprobe.h"
#include "network/scanplan.h"

#include <QLocale>
#include <QString>

#include <chrono>
#include <optional>

namespace Sigen {

struct Watched
{
    enum class State {
        None, ///< nothing was watched, or what was watched for is there
        Running,
        Stopped, ///< by the user
        Expired, ///< nothing appeared in two hours
        Failed,
    };

    State state = State::None;
    QString gateway; ///< the id of the page that it belongs to; empty: none is chosen
    QString host; ///< the chosen one; empty: none
    quint16 port = 0;
    QString network; ///< watched besides; empty: only the host
    QString offered; ///< a network that could be watched besides, if the user wants it
    quint64 addresses = 0; ///< in `network`
    quint64 rounds = 0; ///< over them, that are complete
    std::chrono::milliseconds elapsed{0};
    std::optional<PortState> last; ///< of the chosen host's port
    bool nameUnknown = false;
    Error error; ///< of State::Failed

    /// Of the present round over the network, 0–1; it turns where there is no network to go round, too.
    qreal share() const;
    bool isRunning() const { return state == State::Running; }
    bool operator==(const Watched &) const = default;
};

/// How watching shows, beside or below the way through the app.
struct WatchCard
{
    QString headline; ///< "Watching port 502 on 192.168.1.62"
    QString elapsed; ///< "1 min 12 s, every second"; empty while nothing is watched
    QString text; ///< what was seen so far, and what else is watched
    QString button; ///< "Stop watching" or "Watch again"
    QString offer; ///< "Also watch 192.168.1.0/24"; empty: there is nothing to offer
    bool operator==(const WatchCard &) const = default;
};

/// On the page of the gateway \a id.
WatchCard watchCard(const Watched &watched, const QString &id, quint16 port, const QLocale &locale);
/// "2 min 40 s · 10 rounds · 253 addresses", where no gateway is chosen.
QString watchProgress(const Watched &watched, const QLocale &locale);
/// "1 min 12 s"
QString elapsedText(std::chrono::milliseconds elapsed, const QLocale &locale);

} // namespace Sigen
