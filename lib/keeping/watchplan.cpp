#include "keeping/watchplan.h"

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

static constexpr std::chrono::hours anHour{1};

QLatin1StringView watchStateName(WatchState state)
{
    switch (state) {
    case WatchState::Unknown:
        return "unknown"_L1;
    case WatchState::On:
        return "on"_L1;
    case WatchState::Off:
        return "off"_L1;
    case WatchState::Unreachable:
        return "unreachable"_L1;
    case WatchState::Refused:
        return "refused"_L1;
    }
    return {};
}

QLatin1StringView watchActionName(WatchAction action)
{
    switch (action) {
    case WatchAction::None:
        return "none"_L1;
    case WatchAction::Enabled:
        return "enabled"_L1;
    case WatchAction::Waiting:
        return "waiting"_L1;
    case WatchAction::Stopped:
        return "stopped"_L1;
    }
    return {};
}

namespace {

class Deciding
{
public:
    Deciding(const WatchMemory &memory, milliseconds now, const WatchRules &rules, double jitter)
        : m(memory)
        , m_now(now)
        , m_rules(rules)
        , m_jitter(jitter)
    {
        const auto isOld = [now](milliseconds at) { return now - at >= anHour; };
        m.changes.removeIf(isOld);
        m.turnOffs.removeIf(isOld);
    }

    WatchDecision take(const Looked &looked);
    WatchDecision take(const SignedIn &signedIn);
    WatchDecision take(const Searched &searched);

private:
    WatchDecision lookLater(std::optional<milliseconds> after = std::nullopt);
    WatchDecision lookNow() { return lookLater(milliseconds(0)); }
    WatchDecision decided(WatchTask task);
    WatchDecision stop(WatchEnd end, WatchState state, const Messages &detail);
    WatchDecision signIn();
    WatchDecision searchOrLook();
    WatchDecision passively(const Looked &looked);
    WatchDecision meetStranger();

    void note(WatchState state, WatchAction action, const Messages &detail,
              std::optional<milliseconds> at = std::nullopt);
    void isOn();
    void noteOff(milliseconds begun);
    void backOff() { m.waitUntil = m_now + backOffAfter(++m.failures); }
    void takeFirmware(const QString &firmware);
    milliseconds backOffAfter(int failures) const;
    milliseconds changeAllowedFrom() const;
    bool wouldFight() const;

    WatchMemory m;
    milliseconds m_now;
    const WatchRules &m_rules;
    double m_jitter;
    QList<WatchNotice> m_notices;
    bool m_changeSent = false; ///< and not yet said
};

// --- what comes next

WatchDecision Deciding::decided(WatchTask task)
{
    return {m, task, m_now, WatchEnd::None, m_notices};
}

WatchDecision Deciding::lookLater(std::optional<milliseconds> after)
{
    constexpr double spread = 0.1;
    const double interval = static_cast<double>(m_rules.interval.count()) * (1 + spread * m_jitter);
    const milliseconds at = m_now + after.value_or(milliseconds(static_cast<qint64>(interval)));
    m.lookDue = at;
    WatchDecision decision = decided(WatchTask::Look);
    decision.at = at;
    return decision;
}

WatchDecision Deciding::stop(WatchEnd end, WatchState state, const Messages &detail)
{
    note(state, WatchAction::Stopped, detail);
    WatchDecision decision = decided(WatchTask::Stop);
    decision.end = end;
    return decision;
}

WatchDecision Deciding::signIn()
{
    m.mayChange = !wouldFight() && m_now >= changeAllowedFrom();
    return decided(m.mayChange ? WatchTask::SignIn : WatchTask::ReadOnly);
}

WatchDecision Deciding::searchOrLook()
{
    return m_rules.canSearch && m_now >= m.searchFrom ? decided(WatchTask::Search) : lookLater();
}

milliseconds Deciding::backOffAfter(int failures) const
{
    constexpr int enoughDoublings = 10;
    const milliseconds wait = m_rules.interval * (1 << std::min(failures - 1, enoughDoublings));
    return std::min<milliseconds>(wait, WatchRules::longestBackOff);
}

milliseconds Deciding::changeAllowedFrom() const
{
    if (m.changes.isEmpty())
        return m_now;
    const milliseconds afterTheLast = m.changes.constLast() + WatchRules::betweenChanges;
    if (m.changes.size() < WatchRules::changesAnHour)
        return afterTheLast;
    const milliseconds oldest = m.changes.at(m.changes.size() - WatchRules::changesAnHour);
    return std::max<milliseconds>(afterTheLast, oldest + anHour);
}

/// If it is off now, that is the second time within an hour that somebody did it.
bool Deciding::wouldFight() const
{
    return m.lastOn && !m.interrupted && !m.offSeen && !m.turnOffs.isEmpty();
}

// --- what is said and remembered

/// A change of state or of what is done about it is news; that nothing more is done about it is none.
void Deciding::note(WatchState state, WatchAction action, const Messages &detail,
                    std::optional<milliseconds> at)
{
    const bool isOver = m.last.action == WatchAction::Enabled && action == WatchAction::None;
    const bool isNews =
        !m.hasSpoken || state != m.last.state || (action != m.last.action && !isOver) || m_changeSent;
    const WatchNotice notice{
        at.value_or(m_now), state, action, detail, m.firmware, std::exchange(m_changeSent, false)};
    if (isNews)
        m_notices.append(notice);
    m.hasSpoken = true;
    if (isNews || isOver)
        m.last = notice;
}

void Deciding::isOn()
{
    m.lastOn = m_now;
    m.interrupted = false;
    m.offSeen = false;
    m.isDistrusted = false;
    m.looksAway = 0;
    m.searches = 0;
    m.searchFrom = milliseconds(0);
}

void Deciding::noteOff(milliseconds begun)
{
    if (!std::exchange(m.offSeen, true) && m.lastOn && !m.interrupted)
        m.turnOffs.append(m_now);
    const bool changeSent = std::exchange(m_changeSent, false); // after this
    if (m.last.state != WatchState::Off)
        note(WatchState::Off, WatchAction::None, {Sentence::WatchWasOff}, begun);
    m_changeSent = changeSent;
    m.wantsIdentity = true;
}

void Deciding::takeFirmware(const QString &firmware)
{
    if (firmware.isEmpty())
        return;
    if (!m.firmware.isEmpty() && m.firmware != firmware) {
        // The turn-off before it was the update's doing.
        if (!m.turnOffs.isEmpty() && m.turnOffs.constLast() >= m.firmwareAt.value_or(m_now))
            m.turnOffs.removeLast();
        const Message changed(Sentence::WatchFirmware, QStringList{m.firmware, firmware});
        m_notices.append({m_now, WatchState::On, WatchAction::None, {changed}, firmware, false});
    }
    m.firmware = firmware;
    m.firmwareAt = m_now;
    m.last.firmware = firmware;
}

// --- a look

WatchDecision Deciding::take(const Looked &looked)
{
    if (m.lookDue && m.lookEnded && looked.begun - *m.lookDue > WatchRules::sleepsFrom) {
        m.interrupted = true;
        m.wantsIdentity = true;
        note(WatchState::Unknown, WatchAction::None, {Sentence::WatchNotWatched}, *m.lookEnded);
    }
    const Sight sight = m.isDistrusted && looked.sight != Sight::Answers && looked.sight != Sight::Paused
            && looked.sight != Sight::TurnedOff
        ? Sight::Stranger
        : looked.sight;
    if (sight == Sight::TurnedOff)
        return stop(WatchEnd::TurnedOff, WatchState::Off, {Sentence::WatchTurnedOffHere});
    if (sight == Sight::Paused) {
        constexpr std::chrono::seconds soon{10};
        return lookLater(std::min<milliseconds>(m_rules.interval, soon));
    }
    m.lookEnded = m_now;
    if (sight == Sight::NotLooked)
        return lookLater();

    const std::optional<Sight> before = std::exchange(m.sight, sight);
    if (sight == Sight::Answers) {
        const bool cameBack = m.last.state == WatchState::Unreachable;
        isOn();
        m.failures = 0;
        m.waitUntil = m.muteUntil = milliseconds(0);
        m.wantsIdentity = false;
        if (m.firmware.isEmpty())
            m.firmware = looked.firmware;
        note(WatchState::On, WatchAction::None,
             {cameBack ? Sentence::WatchCameBack : Sentence::WatchAnswers});
        takeFirmware(looked.firmware);
        return lookLater();
    }
    m.wantsIdentity = true;
    if (m_rules.passive)
        return passively(looked);
    if (sight == Sight::Stranger)
        return meetStranger();
    if (sight == Sight::Refuses && before != Sight::Refuses)
        m.muteUntil = milliseconds(0);
    const bool isMuted = sight == Sight::Mute && m_now < m.muteUntil;
    return m_now < m.waitUntil || isMuted ? lookLater() : signIn();
}

WatchDecision Deciding::passively(const Looked &looked)
{
    const bool isThere = looked.sight == Sight::Refuses || looked.sight == Sight::Mute;
    note(isThere ? WatchState::Unknown : WatchState::Unreachable, WatchAction::None, looked.detail);
    return lookLater();
}

WatchDecision Deciding::meetStranger()
{
    m.interrupted = true;
    note(WatchState::Unreachable, WatchAction::None, {Sentence::WatchStranger});
    return searchOrLook();
}

// --- a sign-in

WatchDecision Deciding::take(const SignedIn &signedIn)
{
    const bool wouldHaveFought = wouldFight();
    if (signedIn.end != SignInEnd::NotReached)
        m.looksAway = 0;
    m_changeSent = signedIn.changeSent;
    if (m_changeSent)
        m.changes.append(m_now);
    switch (signedIn.end) {
    case SignInEnd::On:
        isOn();
        if (signedIn.proved) {
            m.failures = 0;
            note(WatchState::On, WatchAction::None, {Sentence::WatchAnswers});
        } else {
            note(WatchState::On, WatchAction::Waiting, signedIn.detail);
            if (m.sight == Sight::Mute)
                m.muteUntil = m_now + WatchRules::longWait;
            else
                backOff();
        }
        return lookLater();
    case SignInEnd::SwitchedOn:
        noteOff(signedIn.begun);
        isOn();
        m.failures = 0;
        if (!signedIn.proved)
            backOff();
        note(WatchState::On, WatchAction::Enabled, signedIn.detail);
        return lookLater();
    case SignInEnd::StillOff:
        noteOff(signedIn.begun);
        note(WatchState::Off, WatchAction::Waiting, signedIn.detail);
        backOff();
        return lookLater();
    case SignInEnd::LeftOff:
        noteOff(signedIn.begun);
        if (wouldHaveFought)
            return stop(WatchEnd::SomebodyTurnsOff, WatchState::Off, {Sentence::WatchSomebodyTurnsOff});
        note(WatchState::Off, WatchAction::Waiting, {Sentence::WatchLimit});
        m.waitUntil = changeAllowedFrom();
        return lookLater();
    case SignInEnd::InDoubt:
        noteOff(signedIn.begun);
        note(WatchState::Unknown, WatchAction::Waiting, signedIn.detail);
        backOff();
        return lookLater();
    case SignInEnd::NotReached:
        m.interrupted = true;
        note(WatchState::Unreachable, WatchAction::None, signedIn.detail);
        return ++m.looksAway > 1 ? searchOrLook() : lookLater();
    case SignInEnd::SessionTaken:
        note(WatchState::Unknown, WatchAction::Waiting, signedIn.detail);
        m.waitUntil = m_now + WatchRules::longWait;
        return lookLater();
    case SignInEnd::NoPassword:
        note(WatchState::Unknown, WatchAction::Waiting, signedIn.detail);
        m.waitUntil = m_now + WatchRules::keychainWait;
        return lookLater();
    case SignInEnd::Refused:
        return stop(WatchEnd::SignInRefused, WatchState::Refused, signedIn.detail);
    case SignInEnd::Stranger:
        return meetStranger();
    case SignInEnd::WrongGateway:
        m.isDistrusted = true;
        return meetStranger();
    case SignInEnd::Failed:
        break;
    }
    note(WatchState::Unknown, WatchAction::Waiting, signedIn.detail);
    backOff();
    return lookLater();
}

// --- a search

WatchDecision Deciding::take(const Searched &searched)
{
    if (searched.foundAt.isEmpty()) {
        m.searchFrom = m_now + backOffAfter(++m.searches + 1);
        return lookLater();
    }
    m.isDistrusted = false;
    m.looksAway = 0;
    m.searches = 0;
    m.failures = 0;
    m.waitUntil = m.muteUntil = m.searchFrom = milliseconds(0);
    m.sight.reset();
    const Message moved(Sentence::WatchMoved, QStringList{searched.foundAt});
    m_notices.append({m_now, m.last.state, WatchAction::None, {moved}, m.firmware, false});
    return lookNow();
}

} // namespace

WatchDecision decideWatch(const WatchMemory &memory, const WatchSeen &seen, milliseconds now,
                          const WatchRules &rules, double jitter)
{
    Deciding deciding(memory, now, rules, jitter);
    return std::visit([&](const auto &each) { return deciding.take(each); }, seen);
}

} // namespace Sigen
