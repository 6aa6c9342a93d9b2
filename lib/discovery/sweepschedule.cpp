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

static Decision decideKnown(const HostFacts &host, qint64 now)
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
        const bool rested = slackOver && now >= port.lastAttempt + pause;
        decision.attempt[index] = rested && port.attempts < attemptsOnKnownHost;
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
    if (!second.settled && second.attempts < attemptsOnDarkHost && now >= secondRetry) {
        decision.keepAttempt = !host.keptAttempt && lossy && now < darkEnd;
        const bool keep = decision.keepAttempt || (host.keptAttempt && now < keptRetry);
        decision.attempt[1] = !keep;
    }
    qint64 end = loss == LossWatch::Level::None ? darkEnd : suspectedEnd;
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
    return host.firstAnswer || host.vendorMac ? decideKnown(host, now) : decideDark(host, loss, now);
}

bool provesLoss(int attempt, qint64 begun, qint64 took, std::optional<qint64> otherAnswered)
{
    // Only what the system sends again takes about a second.
    constexpr qint64 systemRetry = 900;
    if (took >= systemRetry)
        return true;
    return attempt > 1 && otherAnswered && *otherAnswered + answerSlack <= begun;
}

} // namespace SweepSchedule

} // namespace Sigen
