#include "discovery/sweeppace.h"

#include "discovery/sweepschedule.h"

#include <algorithm>

namespace Sigen {

namespace {

constexpr int portion = 12;
/// Linux keeps an address that does not answer in its neighbour table for three seconds and more, and has
/// room for 1,024 by default: 256 at once and then 240 a second stay below that.
constexpr double burst = 256;
constexpr double addressesPerMs = 0.24;
/// The system may have descriptors again in a moment, when others have closed theirs.
constexpr qint64 pauseWithoutSocket = 100;
constexpr qint64 longestWithoutSocket = 3000;
constexpr int socketsOfAddress = int(SweepSchedule::portCount);

} // namespace

SweepPace::SweepPace(int socketLimit)
    : m_limit(std::max(socketLimit, socketsOfAddress))
    , m_usable(m_limit)
    , m_allowance(burst)
{ }

void SweepPace::beginTurn(qint64 now)
{
    if (m_usable < m_limit && now - m_pauseUntil > pauseWithoutSocket) {
        m_usable += socketsOfAddress;
        m_pauseUntil = now;
    }
    m_portion = portion;
    m_allowance = std::min(burst, m_allowance + double(now - m_lastRefill) * addressesPerMs);
    m_lastRefill = now;
}

bool SweepPace::canAttempt(bool hasSocket, qint64 now) const
{
    return (hasSocket || m_inUse < m_usable) && now >= m_pauseUntil;
}

bool SweepPace::canBegin(qint64 now) const
{
    return m_allowance >= 1 && m_inUse + socketsOfAddress <= m_usable && canAttempt(false, now);
}

void SweepPace::noteOpened()
{
    --m_portion;
    ++m_inUse;
}

bool SweepPace::noteRefused(qint64 now)
{
    m_pauseUntil = now + pauseWithoutSocket;
    // What is in use is what this computer gives.
    m_usable = std::max(socketsOfAddress, std::min(m_usable, m_inUse));
    if (m_withoutSocketSince < 0)
        m_withoutSocketSince = now;
    return m_inUse > 0 || now - m_withoutSocketSince < longestWithoutSocket;
}

} // namespace Sigen
