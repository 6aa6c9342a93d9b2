#include "ui/controllers/keeponhistory.h"

#include "core/displaytext.h"
#include "ui/controllers/keepon.h"
#include "ui/models/clocktext.h"
#include "words/advice.h"
#include "words/messages.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class HistoryText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::KeepOnHistory)
};

ErrorCode errorCodeNamed(const QString &name)
{
    for (int code = 0; code <= static_cast<int>(ErrorCode::Cancelled); ++code) {
        if (errorName(static_cast<ErrorCode>(code)) == name)
            return static_cast<ErrorCode>(code);
    }
    return ErrorCode::None;
}

QString shortTime(const QDateTime &at, const QLocale &locale)
{
    return locale.toString(at.toLocalTime().time(), QLocale::ShortFormat);
}

QString lengthText(qint64 seconds, const QLocale &locale)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    if (seconds < minute)
        return HistoryText::tr("%1 s").arg(locale.toString(seconds));
    if (seconds < 2 * hour)
        return HistoryText::tr("%1 min").arg(locale.toString(seconds / minute));
    return HistoryText::tr("%1 h").arg(locale.toString(seconds / hour));
}

/// A window that was closed and opened again is no news.
WatchHistory withoutRestarts(const WatchHistory &history)
{
    constexpr qint64 restart = 120; // seconds
    const auto isOn = [](const WatchEvent &event, WatchAction action) {
        return event.state == WatchState::On && event.action == action;
    };
    WatchHistory rest;
    for (const WatchEvent &event : history) {
        const bool isRestart = !rest.isEmpty() && isOn(event, WatchAction::None)
            && isOn(rest.constLast(), WatchAction::Stopped) && rest.constLast().firmware == event.firmware
            && rest.constLast().at.secsTo(event.at) < restart && rest.size() > 1;
        if (isRestart)
            rest.removeLast();
        else
            rest.append(event);
    }
    return rest;
}

/// Of \a now what differs from \a then, from the beginning of its last word on: "SPC116".
QString changedEnd(const QString &then, const QString &now)
{
    const auto differs = std::mismatch(then.cbegin(), then.cend(), now.cbegin(), now.cend()).second;
    qsizetype at = std::distance(now.cbegin(), differs);
    if (at == now.size())
        return now;
    while (at > 0 && !(now.at(at).isLetter() && !now.at(at - 1).isLetter()))
        --at;
    return now.sliced(at);
}

class Telling
{
public:
    Telling(const WatchHistory &history, const HistoryContext &context)
        : m_history(withoutRestarts(history))
        , m_context(context)
    { }

    QList<KeepOnRow> rows()
    {
        for (m_at = 0; m_at < m_history.size(); ++m_at)
            tell();
        std::reverse(m_rows.begin(), m_rows.end());
        m_rows.resize(std::min(m_rows.size(), mostHistoryRows));
        return m_rows;
    }

private:
    const WatchEvent &event() const { return m_history.at(m_at); }
    const WatchEvent *next() const { return m_at + 1 < m_history.size() ? &m_history.at(m_at + 1) : nullptr; }
    const WatchEvent *before() const { return m_at > 0 ? &m_history.at(m_at - 1) : nullptr; }
    bool isFirstOfRun() const { return !before() || before()->action == WatchAction::Stopped; }

    QString reason(const WatchEvent &of) const
    {
        const ErrorCode code = errorCodeNamed(of.error);
        if (code == ErrorCode::Io)
            return HistoryText::tr("The keychain did not give the password.");
        return code == ErrorCode::Usage ? QString() : errorMessage({code, m_context.host, {}});
    }

    QString firmwareChange(const WatchEvent &from, const WatchEvent &to) const
    {
        constexpr qsizetype shown = 60;
        if (from.firmware.isEmpty() || to.firmware.isEmpty() || from.firmware == to.firmware)
            return {};
        return HistoryText::tr("firmware %1 → %2")
            .arg(displayText(from.firmware, shown),
                 displayText(changedEnd(from.firmware, to.firmware), shown));
    }

    void add(const QString &what, const QString &more, Tone tone)
    {
        m_rows.append({momentText(event().at, m_context.now, m_context.locale), what, more, tone});
    }

    /// From this event until another state is told. \a what has a place for how long it was.
    void addSpan(const QString &lasting, const QString &going, const QString &more, Tone tone)
    {
        const QDateTime from = event().at;
        while (next() && next()->state == event().state && next()->action == event().action)
            ++m_at;
        const WatchEvent *const end = next();
        if (!end) {
            m_rows.append({momentText(from, m_context.now, m_context.locale), going, more, tone});
            return;
        }
        const QString when = HistoryText::tr("%1–%2", "a moment, a time of day")
                                 .arg(momentText(from, m_context.now, m_context.locale, false),
                                      shortTime(end->at, m_context.locale));
        const QString length = lengthText(std::max<qint64>(from.secsTo(end->at), 0), m_context.locale);
        m_rows.append({when, lasting.arg(length), more, tone});
    }

    void tell()
    {
        if (event().action == WatchAction::Stopped)
            return tellEnd();
        switch (event().state) {
        case WatchState::On:
            return tellOn();
        case WatchState::Off:
            return tellOff();
        case WatchState::Unreachable:
            return tellUnreachable();
        case WatchState::Refused:
        case WatchState::Unknown:
            return tellUnknown();
        }
    }

    void tellEnd()
    {
        const bool wasSeenOff =
            before() && before()->state == WatchState::Off && before()->action == WatchAction::None;
        if (event().state == WatchState::Refused)
            add(HistoryText::tr("Not kept on any more"), reason(event()), Tone::Bad);
        else if (event().state == WatchState::Off && wasSeenOff)
            add(HistoryText::tr("Switched off once more: not kept on any more"),
                HistoryText::tr("by somebody or another program"), Tone::Bad);
        else if (event().state == WatchState::Off)
            add(HistoryText::tr("Turned off: not kept on any more"), {}, Tone::Plain);
        else
            add(HistoryText::tr("Not kept on any more"), {}, Tone::Plain);
    }

    void tellOn()
    {
        if (event().action == WatchAction::Enabled)
            return tellMended();
        if (event().action == WatchAction::Waiting)
            return addSpan(HistoryText::tr("The gateway says on, not proved for %1"),
                           HistoryText::tr("The gateway says on, not proved"), reason(event()),
                           Tone::Caution);
        const QString firmware = before() ? firmwareChange(*before(), event()) : QString();
        if (isFirstOfRun())
            add(HistoryText::tr("Keeping on since"), since(), Tone::Good);
        else if (!firmware.isEmpty())
            add(HistoryText::tr("Another firmware, still on"), firmware, Tone::Plain);
        else if (before()->state == WatchState::Off)
            add(HistoryText::tr("On again, by somebody else"), {}, Tone::Good);
        // Else the row before has said that it came back.
    }

    QString since() const
    {
        for (qsizetype i = m_at + 1; i < m_history.size(); ++i) {
            if (m_history.at(i).action == WatchAction::Stopped)
                return {};
        }
        return m_context.interval
            ? HistoryText::tr("checked every %1", "30 s").arg(intervalText(*m_context.interval))
            : QString();
    }

    void tellMended()
    {
        const bool isProved = event().error.isEmpty();
        const KeepOnRow row{momentText(event().at, m_context.now, m_context.locale),
                            isProved ? HistoryText::tr("It was off: switched on again, verified")
                                     : HistoryText::tr("It was off: switched on again, not verified"),
                            isProved ? QString() : reason(event()), isProved ? Tone::Good : Tone::Caution};
        m_rows.append(row);
        const bool isFollowed =
            next() && next()->state == WatchState::On && next()->action == WatchAction::None;
        const QString firmware = isFollowed ? firmwareChange(event(), *next()) : QString();
        if (firmware.isEmpty())
            return;
        m_rows.last().more = firmware;
        ++m_at;
    }

    void tellOff()
    {
        if (event().action == WatchAction::None && next() && next()->at >= event().at
            && (next()->state == WatchState::Off || next()->action == WatchAction::Enabled))
            return; // what was done about it comes right behind
        const QString why = reason(event());
        addSpan(HistoryText::tr("Off, and not switched on for %1"),
                HistoryText::tr("Off, and not switched on"),
                why.isEmpty() && event().action == WatchAction::Waiting
                    ? HistoryText::tr("switched on at most 6 times an hour")
                    : why,
                Tone::Bad);
    }

    void tellUnreachable()
    {
        const qsizetype first = m_rows.size();
        addSpan(HistoryText::tr("Not reachable, %1"), HistoryText::tr("Not reachable since then"), {},
                Tone::Caution);
        const WatchEvent *const after = next();
        if (!after || after->action == WatchAction::Stopped)
            return;
        const QString firmware = firmwareChange(event(), *after);
        QString &more = m_rows[first].more;
        if (after->state == WatchState::On && after->action == WatchAction::None)
            more = firmware.isEmpty() ? HistoryText::tr("came back by itself, still on") : firmware;
        else if (after->state == WatchState::Off)
            more = HistoryText::tr("it was off when it came back");
    }

    void tellUnknown()
    {
        const QString why = reason(event());
        if (event().action == WatchAction::Waiting)
            addSpan(HistoryText::tr("Not known for %1"), HistoryText::tr("Not known since then"), why,
                    Tone::Caution);
        else if (m_context.isPassive)
            addSpan(HistoryText::tr("The port refused, probably off, %1"),
                    HistoryText::tr("The port refuses: probably off"), {}, Tone::Bad);
        else
            addSpan(HistoryText::tr("Nobody looked, %1"), HistoryText::tr("Nobody has looked since then"),
                    HistoryText::tr("the computer slept, or the program was not running"), Tone::Plain);
    }

    const WatchHistory m_history;
    const HistoryContext &m_context;
    qsizetype m_at = 0;
    QList<KeepOnRow> m_rows;
};

Tone toneOf(WatchState state)
{
    switch (state) {
    case WatchState::On:
        return Tone::Good;
    case WatchState::Off:
        return Tone::Bad;
    case WatchState::Unreachable:
    case WatchState::Refused:
        return Tone::Caution;
    case WatchState::Unknown:
        break;
    }
    return Tone::Plain;
}

/// Never rounded up: what was off for a moment was not on all the time.
QString percentText(double share, const QLocale &locale)
{
    constexpr double tenths = 1000;
    return locale.toString(std::floor(share * tenths) / 10, 'f', share < 1 ? 1 : 0);
}

QString summaryOf(const WatchShares &shares, const QLocale &locale)
{
    if (shares.watched <= 0)
        return HistoryText::tr("nobody has looked");
    const QString on = HistoryText::tr("on %1 % of the time", "97.8").arg(percentText(shares.on, locale));
    if (shares.mended == 0)
        return on;
    return shares.mended == 1 ? HistoryText::tr("%1, mended once", "on 97.8 % of the time").arg(on)
                              : HistoryText::tr("%1, mended %2 times", "on 97.8 % of the time")
                                    .arg(on, locale.toString(shares.mended));
}

} // namespace

QString momentText(const QDateTime &at, const QDateTime &now, const QLocale &locale, bool withSeconds)
{
    const QDate day = at.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    if (day == today)
        return HistoryText::tr("today %1", "a time of day")
            .arg(withSeconds ? clockText(at, locale) : shortTime(at, locale));
    if (day.addDays(1) == today)
        return HistoryText::tr("yesterday %1", "a time of day").arg(shortTime(at, locale));
    return dayText(at, now, locale);
}

QList<KeepOnRow> historyRows(const WatchHistory &history, const HistoryContext &context)
{
    return Telling(history, context).rows();
}

KeepOnStrip historyStrip(const WatchHistory &history, int hours, const HistoryContext &context)
{
    KeepOnStrip strip;
    if (history.isEmpty())
        return strip;
    constexpr qint64 hour = 3600;
    const QDateTime from = std::max(context.now.addSecs(-hours * hour), history.constFirst().at);
    const QDateTime proved = std::clamp(context.provedUntil, from, std::max(from, context.now));
    const auto whole = static_cast<double>(std::max<qint64>(from.msecsTo(context.now), 1));
    const auto place = [&](const QDateTime &at) { return static_cast<double>(from.msecsTo(at)) / whole; };
    const QList<WatchStretch> all = stretches(history, from, proved);
    for (const WatchStretch &stretch : all)
        strip.parts.append({place(stretch.from), place(stretch.until), toneOf(stretch.state)});
    if (proved < context.now)
        strip.parts.append({place(proved), 1, Tone::Plain});
    strip.from = momentText(from, context.now, context.locale);
    // What happened at this very moment counts.
    strip.summary = summaryOf(shares(history, from, proved.addMSecs(1)), context.locale);
    return strip;
}

} // namespace Sigen
