// The hosts that a scan lists, in the order found, and which of them change when more is known of one. Pure.
#pragma once

#include "discovery/discoveredhost.h"

#include <QHash>
#include <QList>

namespace Sigen {

class HostList
{
public:
    const QList<DiscoveredHost> &all() const { return m_hosts; }
    QList<quint32> addresses() const { return m_indexes.keys(); }
    const DiscoveredHost &at(qsizetype index) const { return m_hosts.at(index); }
    bool contains(quint32 address) const { return m_indexes.contains(address); }
    /// -1 for a host that is not listed.
    qsizetype indexOf(quint32 address) const { return m_indexes.value(address, -1); }
    /// Of the kinds Gateway and ModbusOnly.
    int gateways() const;

    /// \a host, whose IPv4 address is not listed yet. \returns its index.
    qsizetype append(const DiscoveredHost &host);
    /// Takes \a host, whose kind is worked out here, in place of what was known. \returns the hosts that
    /// differ now: of a plant's addresses another one may be the recommended one.
    QList<DiscoveredHost> replace(qsizetype index, DiscoveredHost host);

private:
    QList<DiscoveredHost> m_hosts;
    QHash<quint32, qsizetype> m_indexes;
};

} // namespace Sigen
