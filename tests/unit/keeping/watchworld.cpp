#include "watchworld.h"

#include <algorithm>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static QString clockText(Time at)
{
    const auto two = [](qint64 number) { return QString::number(number).rightJustified(2, u'0'); };
    const qint64 seconds = at.count() / 1000;
    return two(seconds / 3600) + u':' + two(seconds / 60 % 60) + u':' + two(seconds % 60);
}

WatchWorld::WatchWorld(WatchRules rules, WatchMemory memory)
    : m_rules(rules)
    , m_memory(std::move(memory))
{ }

void WatchWorld::turnOffHere(Time when)
{
    at(when, [](Truth &now) {
        now.isOn = false;
        now.turnedOffHere = true;
    });
}

void WatchWorld::breaks(const QString &what)
{
    if (breach.isEmpty())
        breach = clockText(m_now) + u": "_s + what;
}

void WatchWorld::advance(Time to)
{
    for (const auto &[from, until] : std::as_const(m_sleeps)) {
        if (to >= from && to < until)
            to = until;
    }
    m_now = std::max(m_now, to);
    while (!m_script.empty() && m_script.begin()->first <= m_now) {
        m_script.begin()->second(truth);
        m_script.erase(m_script.begin());
    }
}

bool WatchWorld::answers() const
{
    return truth.isThere && !truth.stranger && !truth.moved && truth.isOn && !truth.placeIsTaken;
}

Looked WatchWorld::look()
{
    ++counts.looks;
    Looked seen;
    seen.begun = m_now;
    seen.sight = truth.turnedOffHere                                          ? Sight::TurnedOff
        : truth.stranger                                                      ? Sight::Stranger
        : !truth.isThere || truth.moved || (!truth.isOn && truth.dropsClosed) ? Sight::Gone
        : !truth.isOn                                                         ? Sight::Refuses
        : truth.placeIsTaken                                                  ? Sight::Mute
                                                                              : Sight::Answers;
    if (seen.sight == Sight::Answers && m_memory.wantsIdentity)
        seen.firmware = truth.firmware;
    holdLook();
    return seen;
}

/// Off, there, and nothing that keeps it from being mended: for more than two looks it is not left so.
void WatchWorld::holdLook()
{
    const auto within = [this](const QList<Time> &times, Time span) {
        return std::count_if(times.cbegin(), times.cend(), [&](Time each) { return m_now - each < span; });
    };
    const bool canSignIn = truth.isThere && !truth.stranger && !truth.moved && !truth.sessionIsTaken
        && !truth.passwordIsRefused && !truth.webSocketIsDown && !truth.signInFails && !truth.takesNoEffect;
    const bool isHindered = truth.turnedOffHere || within(m_hindered, 10min) > 0
        || within(m_writes, 1h) >= WatchRules::changesAnHour || within(m_writes, 60s) > 0;
    m_looksOff = canSignIn && !truth.isOn && !isHindered && !m_rules.passive ? m_looksOff + 1 : 0;
    if (m_looksOff > 2)
        breaks(u"off for more than two looks"_s);
}

SignedIn WatchWorld::signIn(bool mayChange)
{
    SignedIn result;
    result.begun = m_now;
    ++counts.attempts;
    if (m_rules.passive)
        breaks(u"a passive watch signs in"_s);
    if (answers())
        breaks(u"a sign-in while Modbus answers"_s);
    if (truth.stranger)
        breaks(u"a password for a stranger"_s);
    if (!truth.isThere || truth.moved || truth.webSocketIsDown) {
        result.end = SignInEnd::NotReached;
        return result;
    }
    ++counts.signIns;
    const auto hinder = [&](SignInEnd how) {
        m_hindered.append(m_now);
        result.end = how;
        return result;
    };
    if (truth.passwordIsRefused)
        return hinder(SignInEnd::Refused);
    if (truth.sessionIsTaken)
        return hinder(SignInEnd::SessionTaken);
    if (truth.signInFails)
        return hinder(SignInEnd::Failed);
    if (truth.isOn) {
        m_hindered.append(m_now);
        result.end = SignInEnd::On;
        result.proved = !truth.placeIsTaken;
        return result;
    }
    if (!mayChange) {
        result.end = SignInEnd::LeftOff;
        return result;
    }
    ++counts.writes;
    result.changeSent = true;
    const auto inTheLastHour =
        std::count_if(m_writes.cbegin(), m_writes.cend(), [this](Time each) { return m_now - each < 1h; });
    if (inTheLastHour >= WatchRules::changesAnHour)
        breaks(u"more than six changes an hour"_s);
    if (!m_writes.isEmpty() && m_now - m_writes.constLast() < WatchRules::betweenChanges)
        breaks(u"two changes within a minute"_s);
    m_writes.append(m_now);
    if (truth.takesNoEffect)
        return hinder(SignInEnd::StillOff);
    truth.isOn = true;
    m_looksOff = 0;
    result.end = SignInEnd::SwitchedOn;
    result.proved = !truth.placeIsTaken;
    return result;
}

void WatchWorld::run(Time until)
{
    WatchSeen seen = look();
    for (;;) {
        const WatchDecision decision = decideWatch(m_memory, seen, m_now, m_rules, m_jitter());
        m_memory = decision.memory;
        notices += decision.notices;
        switch (decision.task) {
        case WatchTask::Look:
            advance(decision.at);
            if (m_now >= until)
                return;
            seen = look();
            break;
        case WatchTask::SignIn:
        case WatchTask::ReadOnly:
            seen = signIn(decision.task == WatchTask::SignIn);
            break;
        case WatchTask::Search:
            ++counts.searches;
            seen = Searched{truth.isThere && truth.moved ? u"192.168.1.77"_s : QString()};
            if (truth.isThere && truth.moved) {
                truth.moved = false;
                truth.stranger = false;
            }
            break;
        case WatchTask::Stop:
            end = decision.end;
            endedAt = m_now;
            return;
        }
    }
}

QStringList WatchWorld::story() const
{
    QStringList lines;
    for (const WatchNotice &notice : notices)
        lines += u"%1 %2 %3"_s.arg(clockText(notice.at), QString(watchStateName(notice.state)),
                                   QString(watchActionName(notice.action)));
    return lines;
}

WatchHistory WatchWorld::history() const
{
    WatchHistory events;
    for (const WatchNotice &notice : notices)
        events.append({QDateTime::fromMSecsSinceEpoch(notice.at.count()).toUTC(),
                       notice.state,
                       notice.action,
                       notice.firmware,
                       {},
                       notice.changeSent});
    return events;
}

} // namespace Sigen::Test
