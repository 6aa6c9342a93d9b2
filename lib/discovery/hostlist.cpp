#include "discovery/hostlist.h"

#include <algorithm>

namespace Sigen {

static bool isOurs(HostKind kind)
{
    return kind == HostKind::Gateway || kind == HostKind::ModbusOnly;
}

int HostList::gateways() const
{
    return int(std::count_if(m_hosts.cbegin(), m_hosts.cend(),
                             [](const DiscoveredHost &host) { return isOurs(host.kind); }));
}

qsizetype HostList::append(const DiscoveredHost &host)
{
    m_indexes.insert(host.address.toIPv4Address(), m_hosts.size());
    m_hosts.append(host);
    return m_hosts.size() - 1;
}

QList<DiscoveredHost> HostList::replace(qsizetype index, DiscoveredHost host)
{
    host.kind = hostKind(host);
    if (host == m_hosts.at(index))
        return {};
    const QList<DiscoveredHost> before = m_hosts;
    m_hosts[index] = host;
    if (!isOurs(host.kind))
        return {host};
    markRecommended(m_hosts);
    QList<DiscoveredHost> changed;
    for (qsizetype each = 0; each < m_hosts.size(); ++each) {
        if (m_hosts.at(each) != before.at(each))
            changed.append(m_hosts.at(each));
    }
    return changed;
}

} // namespace Sigen
