#include "discovery/sweepschedule.h"

#include <algorithm>

namespace Sigen {

LossWatch::Level LossWatch::level() const
{
    constexpr int answersForOneLoss = 20;
    if (m_losses > 0 && m_losses * answersForOneLoss >= m_answers)
        return Level::Seen;
    const int late = m_losses + m_latenesses;
    return late > 0 && late * answersForOneLoss >= m_answers ? Level::Suspected : Level::None;
}

namespace SweepSchedule {

/// How long the last attempt at a host that is there may take.
static qint64 lastPause(LossWatch::Level loss, qint64 pause)
{
    switch (loss) {
    case LossWatch::Level::None:
        break;
    case LossWatch::Level::Suspected:
        return std::max(pause, lastAttemptSuspected);
    case LossWatch::Level::Seen:
        return std::max(pause, lastAttemptLossy);
    }
    return pause;
}

static Decision decideKnown(const HostFacts &host, LossWatch::Level loss, qint64 now)
{
    // A host behind a slow link must get the time for its answer.
    const qint64 pause = std::max(knownRetry, host.answerTime * 2);
    Decision decision;
    decision.done = now >= darkEnd;
    for (std::size_t index = 0; index < portCount; ++index) {
        const PortFacts &port = host.ports[index];
        if (port.settled)
            continue;
        const bool slackOver = !host.firstAnswer || now >= *host.firstAnswer + answerSlack;
        const bool isLast = port.attempts >= attemptsOnKnownHost;
        const bool rested = slackOver && now >= port.lastAttempt + (isLast ? lastPause(loss, pause) : pause);
        decision.attempt[index] = rested && !isLast;
        if (!rested || decision.attempt[index])
            decision.done = false;
    }
    return decision;
}

static Decision decideDark(const HostFacts &host, LossWatch::Level loss, qint64 now)
{
    const bool lossy = loss == LossWatch::Level::Seen;
    const PortFacts &first = host.ports[0];
    const PortFacts &second = host.ports[1];
    Decision decision;
    decision.attempt[0] = !first.settled && first.attempts < attemptsOnDarkHost && now >= firstRetry;
    if (!second.settled && second.attempts < attemptsOnDarkHost && now >= secondRetry + host.youngerBy) {
        decision.keepAttempt = !host.keptAttempt && lossy && now < darkEnd + host.youngerBy;
        const bool keep = decision.keepAttempt || (host.keptAttempt && now < keptRetry);
        decision.attempt[1] = !keep;
    }
    decision.abandon = now >= abandonBeforeFailure && now < keptRetry;
    qint64 end = loss == LossWatch::Level::None ? darkEnd + host.youngerBy : suspectedEnd;
    if (host.keptAttempt || decision.keepAttempt)
        end = keptEnd;
    decision.done = now >= end && !decision.attempt[0] && !decision.attempt[1] && first.attempts > 0
        && second.attempts > 0;
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
    return host.firstAnswer || host.vendorMac ? decideKnown(host, loss, now) : decideDark(host, loss, now);
}

bool provesLoss(int attempt, qint64 begun, qint64 took, std::optional<qint64> otherAnswered)
{
    // Only what the system sends again takes about a second: our SYN, or the ARP request that was begun with
    // the first attempt.
    constexpr qint64 systemRetry = 900;
    if (took >= systemRetry || (!otherAnswered && begun + took >= systemRetry))
        return true;
    return attempt > 1 && otherAnswered && *otherAnswered + answerSlack <= begun;
}

} // namespace SweepSchedule

} // namespace Sigen
