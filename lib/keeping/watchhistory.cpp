#include "keeping/watchhistory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

static constexpr std::array states{WatchState::Unknown, WatchState::On, WatchState::Off,
                                   WatchState::Unreachable, WatchState::Refused};
static constexpr std::array actions{WatchAction::None, WatchAction::Enabled, WatchAction::Waiting,
                                    WatchAction::Stopped};
/// Of one text of an event.
static constexpr qsizetype maximumText = 256;

template <typename Values, typename Name>
static auto named(const Values &values, const QString &name, Name nameOf)
{
    const auto found =
        std::find_if(values.begin(), values.end(), [&](auto each) { return nameOf(each) == name; });
    return found == values.end() ? std::nullopt : std::optional(*found);
}

// --- as text

static QString timeText(const QDateTime &at)
{
    return at.toUTC().toString(Qt::ISODateWithMs);
}

QByteArray watchEventJson(const WatchEvent &event)
{
    const auto text = [](const QString &value) {
        // An array, since a document is no plain value; and a text escapes itself.
        const QJsonValue json = value.isEmpty() ? QJsonValue() : QJsonValue(value);
        const QByteArray array = QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact);
        return array.sliced(1, array.size() - 2);
    };
    return "{\"at\":" + text(timeText(event.at)) + ",\"state\":" + text(watchStateName(event.state))
        + ",\"action\":" + text(watchActionName(event.action)) + ",\"firmware\":" + text(event.firmware)
        + ",\"error\":" + text(event.error) + ",\"sent\":" + (event.changeSent ? "true" : "false") + '}';
}

std::optional<WatchEvent> watchEventFrom(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    WatchEvent event;
    event.at = QDateTime::fromString(object.value("at"_L1).toString(), Qt::ISODateWithMs).toUTC();
    const auto state = named(states, object.value("state"_L1).toString(), watchStateName);
    const auto action = named(actions, object.value("action"_L1).toString(), watchActionName);
    if (!event.at.isValid() || !state || !action)
        return std::nullopt;
    event.state = *state;
    event.action = *action;
    event.firmware = object.value("firmware"_L1).toString().left(maximumText);
    event.error = object.value("error"_L1).toString().left(maximumText);
    event.changeSent = object.value("sent"_L1).toBool();
    return event;
}

static QByteArray cell(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    const bool isPlain =
        !text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r');
    return (isPlain ? text : u'"' + text.replace(u'"', u"\"\""_s) + u'"').toUtf8();
}

QByteArray historyCsv(const WatchHistory &history)
{
    QByteArray csv = "at,state,action,firmware,error,sent\r\n";
    for (const WatchEvent &event : history)
        csv += cell(timeText(event.at)) + ',' + cell(watchStateName(event.state)) + ','
            + cell(watchActionName(event.action)) + ',' + cell(event.firmware) + ',' + cell(event.error)
            + (event.changeSent ? ",true\r\n" : ",false\r\n");
    return csv;
}

QByteArray historyJsonLines(const WatchHistory &history)
{
    QByteArray lines;
    for (const WatchEvent &event : history)
        lines += watchEventJson(event) + '\n';
    return lines;
}

// --- over time

QList<WatchStretch> stretches(const WatchHistory &history, const QDateTime &from, const QDateTime &until)
{
    QList<WatchStretch> result;
    const auto add = [&](const QDateTime &begin, const QDateTime &end, WatchState state) {
        const QDateTime first = std::max(begin, from);
        const QDateTime last = std::min(end, until);
        if (first >= last)
            return;
        if (!result.isEmpty() && result.constLast().state == state)
            result.last().until = last;
        else
            result.append({first, last, state});
    };
    add(from, history.isEmpty() ? until : history.constFirst().at, WatchState::Unknown);
    for (qsizetype i = 0; i < history.size(); ++i) {
        const WatchEvent &event = history.at(i);
        const bool isWatched = event.action != WatchAction::Stopped;
        add(event.at, i + 1 < history.size() ? history.at(i + 1).at : until,
            isWatched ? event.state : WatchState::Unknown);
    }
    return result;
}

WatchShares shares(const WatchHistory &history, const QDateTime &from, const QDateTime &until)
{
    WatchShares result;
    double watched = 0;
    for (const WatchStretch &stretch : stretches(history, from, until)) {
        const auto length = static_cast<double>(stretch.from.msecsTo(stretch.until));
        if (stretch.state == WatchState::Unknown)
            continue;
        watched += length;
        double &share = stretch.state == WatchState::On ? result.on
            : stretch.state == WatchState::Off          ? result.off
                                                        : result.unreachable;
        share += length;
    }
    if (watched > 0) {
        for (double *const share : {&result.on, &result.off, &result.unreachable})
            *share /= watched;
        result.watched = watched / static_cast<double>(from.msecsTo(until));
    }
    result.mended =
        static_cast<int>(std::count_if(history.cbegin(), history.cend(), [&](const WatchEvent &event) {
            return event.at >= from && event.at < until && event.state == WatchState::On
                && event.action == WatchAction::Enabled;
        }));
    return result;
}

WatchMemory rememberedFrom(const WatchHistory &history, const QDateTime &now, milliseconds uptime)
{
    WatchMemory memory;
    WatchState before = WatchState::Unknown;
    QString firmware;
    for (const WatchEvent &event : history) {
        // Ages count, whatever the clock was set to since; what lies ahead of it was just now.
        const milliseconds age(std::max<qint64>(event.at.msecsTo(now), 0));
        const milliseconds at = uptime - age;
        if (age < std::chrono::hours(1)) {
            if (event.changeSent)
                memory.changes.append(at);
            if (event.state == WatchState::Off && before == WatchState::On)
                memory.turnOffs.append(at);
            if (!event.firmware.isEmpty() && !firmware.isEmpty() && event.firmware != firmware
                && !memory.turnOffs.isEmpty())
                memory.turnOffs.removeLast();
        }
        before = event.action == WatchAction::Stopped ? WatchState::Unknown : event.state;
        if (event.state == WatchState::On) {
            memory.lastOn = at;
            memory.interrupted = true;
        }
        if (!event.firmware.isEmpty())
            firmware = event.firmware;
    }
    memory.firmware = firmware;
    return memory;
}

} // namespace Sigen
