// One address in work: what is known of it, and the connections to its ports that are in the making, several
// beside each other where packets get lost.
#pragma once

#include "discovery/sweepschedule.h"
#include "network/tcpconnection.h"

#include <array>
#include <memory>
#include <vector>

namespace Sigen {

class SweepTarget
{
public:
    SweepTarget(quint32 itsAddress, qint64 begunAt)
        : address(itsAddress)
        , begun(begunAt)
    { }

    quint32 address;
    qint64 begun;
    SweepSchedule::HostFacts facts;
    /// An attempt failed inside this computer: what was not answered was not asked either.
    bool wasKept = false;

    /// A new one, not open yet.
    TcpConnection *add(std::size_t index, quint16 port);
    /// Out of those in the making; null when it is none of them.
    std::unique_ptr<TcpConnection> take(std::size_t index, const TcpConnection *connection);
    std::size_t count(std::size_t index) const { return m_connections[index].size(); }
    /// Closes those to one port. \returns how many they were.
    int drop(std::size_t index);
    int dropAll();

private:
    std::array<std::vector<std::unique_ptr<TcpConnection>>, SweepSchedule::portCount> m_connections;
};

} // namespace Sigen
