// How many sockets a sweep may have and how fast it may begin addresses. Pure: times in milliseconds from the
// sweep's start.
//
// Each address that is begun occupies a row of the neighbour tables of this computer and of the routers in
// between. The system may give fewer sockets than were hoped for, and may have more in a moment.
#pragma once

#include <QtGlobal>

namespace Sigen {

class SweepPace
{
public:
    explicit SweepPace(int socketLimit);

    /// A turn of the work begins: some sockets may be opened in it, so that answers are dealt with in
    /// between.
    void beginTurn(qint64 now);
    bool isTurnUsed() const { return m_portion <= 0; }

    /// \a hasSocket: one is closed for it.
    bool canAttempt(bool hasSocket, qint64 now) const;
    /// Sockets for all ports of one more address, and the time for it has come.
    bool canBegin(qint64 now) const;
    void noteBegun() { m_allowance -= 1; }

    void noteOpened();
    void noteClosed(int count) { m_inUse -= count; }
    /// Somebody was asked: sockets are to be had.
    void noteAsked() { m_withoutSocketSince = -1; }
    /// The system gave none. \returns false when it has given none at all for too long.
    bool noteRefused(qint64 now);

private:
    int m_limit;
    int m_usable; ///< fewer when the system gave less
    int m_inUse = 0;
    int m_portion = 0; ///< what may still be opened in this turn
    double m_allowance; ///< addresses that may be begun now
    qint64 m_lastRefill = 0;
    qint64 m_pauseUntil = 0; ///< no socket was to be had
    qint64 m_withoutSocketSince = -1;
};

} // namespace Sigen
