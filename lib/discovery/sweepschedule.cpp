#include "discovery/sweepschedule.h"

#include <algorithm>

namespace Sigen {

void LossWatch::noteHost(bool late)
{
    ++m_hosts;
    m_lateHosts += late ? 1 : 0;
}

LossWatch::Level LossWatch::level() const
{
    constexpr int answersForOneLoss = 20;
    // With a tenth of the packets lost, so many answers all come at once in 3 % of the scans.
    constexpr int answersWithoutDoubt = 16;
    // Three requests leave more than 1.5 % of the hosts unanswered when each is lost with this probability.
    constexpr int hostsForOneLate = 4;
    if (m_lateHosts > 1 && m_lateHosts * hostsForOneLate > m_hosts)
        return Level::Heavy;
    if (m_losses > 0 && m_losses * answersForOneLoss >= m_answers)
        return Level::Seen;
    const int late = m_losses + m_latenesses;
    if (late > 0)
        return late * answersForOneLoss >= m_answers ? Level::Suspected : Level::Unknown;
    return m_answers >= answersWithoutDoubt ? Level::Clean : Level::Unknown;
}

namespace SweepSchedule {

static bool isLossy(LossWatch::Level loss)
{
    return loss >= LossWatch::Level::Suspected;
}

static Decision decideKnown(const HostFacts &host, LossWatch::Level loss, qint64 now)
{
    // A host behind a slow link must get the time for its answer.
    const qint64 pause = std::max(knownRetry, host.answerTime * 2);
    const qint64 lastPause = isLossy(loss) ? std::max(pause, lastAttemptLossy) : pause;
    Decision decision;
    decision.beside = true;
    decision.done = now >= (loss == LossWatch::Level::Clean ? cleanEnd : darkEnd);
    for (std::size_t index = 0; index < portCount; ++index) {
        const PortFacts &port = host.ports[index];
        if (port.settled)
            continue;
        const bool slackOver = !host.firstAnswer || now >= *host.firstAnswer + answerSlack;
        const bool isLast = port.attempts >= attemptsOnKnownHost;
        const bool rested =
            port.attempts == 0 || (slackOver && now >= port.lastAttempt + (isLast ? lastPause : pause));
        decision.attempt[index] = rested && !isLast;
        if (!rested || decision.attempt[index])
            decision.done = false;
    }
    return decision;
}

static qint64 endOfDarkHost(LossWatch::Level loss, qint64 youngerBy)
{
    switch (loss) {
    case LossWatch::Level::Clean:
        return cleanEnd;
    case LossWatch::Level::Unknown:
        break;
    case LossWatch::Level::Suspected:
    case LossWatch::Level::Seen:
        return lossyEnd;
    case LossWatch::Level::Heavy:
        return heavyEnd;
    }
    return darkEnd + youngerBy;
}

static Decision decideDark(const HostFacts &host, LossWatch::Level loss, qint64 now)
{
    Decision decision;
    decision.abandon = now >= abandonBeforeFailure && now < lastRetry;
    decision.done = now >= endOfDarkHost(loss, host.youngerBy);
    for (std::size_t index = 0; index < portCount; ++index) {
        const PortFacts &port = host.ports[index];
        if (port.settled)
            continue;
        const bool due = port.attempts == 0 || (port.attempts < attemptsOnDarkHost && now >= darkRetry)
            || (now >= lastRetry && port.lastAttempt < lastRetry);
        decision.attempt[index] = due && !decision.abandon && (!decision.done || port.attempts == 0);
        if (port.attempts == 0)
            decision.done = false;
    }
    return decision;
}

Decision decide(const HostFacts &host, LossWatch::Level loss, qint64 now)
{
    const bool allSettled =
        std::all_of(host.ports.begin(), host.ports.end(), [](const PortFacts &port) { return port.settled; });
    if (allSettled) {
        Decision decision;
        decision.done = true;
        return decision;
    }
    const bool isKnown = host.firstAnswer || host.vendorMac || (host.hasMac && isLossy(loss));
    return isKnown ? decideKnown(host, loss, now) : decideDark(host, loss, now);
}

bool provesLoss(int attempt, qint64 begun, qint64 took, std::optional<qint64> otherAnswered)
{
    // Only what the system sends again takes about a second: our SYN, or the ARP request that was begun with
    // the first attempt.
    if (took >= systemRetry || (!otherAnswered && begun + took >= systemRetry))
        return true;
    return attempt > 1 && otherAnswered && *otherAnswered + answerSlack <= begun;
}

} // namespace SweepSchedule

} // namespace Sigen
