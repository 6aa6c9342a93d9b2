#include "discovery/sweeptarget.h"

#include <QHostAddress>

#include <algorithm>
#include <utility>

namespace Sigen {

TcpConnection *SweepTarget::add(std::size_t index, quint16 port)
{
    auto connection = std::make_unique<TcpConnection>(QHostAddress(address), port);
    connection->setSingleRequest();
    return m_connections[index].emplace_back(std::move(connection)).get();
}

std::unique_ptr<TcpConnection> SweepTarget::take(std::size_t index, const TcpConnection *connection)
{
    std::vector<std::unique_ptr<TcpConnection>> &all = m_connections[index];
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto &each) { return each.get() == connection; });
    if (found == all.end())
        return nullptr;
    std::unique_ptr<TcpConnection> taken = std::move(*found);
    all.erase(found);
    return taken;
}

int SweepTarget::drop(std::size_t index)
{
    const int count = static_cast<int>(m_connections[index].size());
    m_connections[index].clear();
    return count;
}

int SweepTarget::dropAll()
{
    int count = 0;
    for (std::size_t index = 0; index < m_connections.size(); ++index)
        count += drop(index);
    return count;
}

} // namespace Sigen
