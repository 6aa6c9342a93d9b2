#include "discovery/discoveredhost.h"

#include "network/vendorblocks.h"

#include <QHash>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QLatin1StringView hostKindName(HostKind kind)
{
    switch (kind) {
    case HostKind::Gateway:
        return "gateway"_L1;
    case HostKind::ModbusOnly:
        return "modbus-only"_L1;
    case HostKind::Likely:
        return "likely"_L1;
    case HostKind::Other:
        return "other"_L1;
    }
    return {};
}

QLatin1StringView serviceStateName(ServiceState state)
{
    switch (state) {
    case ServiceState::NotTested:
        return "not-tested"_L1;
    case ServiceState::Closed:
        return "closed"_L1;
    case ServiceState::Filtered:
        return "filtered"_L1;
    case ServiceState::Open:
        return "open"_L1;
    case ServiceState::Handshake:
        return "handshake"_L1;
    case ServiceState::Answers:
        return "answers"_L1;
    case ServiceState::Silent:
        return "silent"_L1;
    }
    return {};
}

bool DiscoveredHost::isConfirmed() const
{
    return modbus == ServiceState::Answers || isVendorMac(mac);
}

HostKind hostKind(const DiscoveredHost &host)
{
    if (host.webSocket == ServiceState::Handshake)
        return HostKind::Gateway;
    if (host.modbus == ServiceState::Answers)
        return HostKind::ModbusOnly;
    return isVendorMac(host.mac) ? HostKind::Likely : HostKind::Other;
}

static bool isBetter(const DiscoveredHost &one, const DiscoveredHost &other)
{
    const bool oneAnswers = one.modbus == ServiceState::Answers;
    if (oneAnswers != (other.modbus == ServiceState::Answers))
        return oneAnswers;
    if (one.wired != other.wired)
        return one.wired;
    if (one.rttMs != other.rttMs)
        return one.rttMs && (!other.rttMs || *one.rttMs < *other.rttMs);
    return one.address.toIPv4Address() < other.address.toIPv4Address();
}

void markRecommended(QList<DiscoveredHost> &hosts)
{
    QHash<QString, qsizetype> bestOfPlant;
    for (qsizetype index = 0; index < hosts.size(); ++index) {
        DiscoveredHost &host = hosts[index];
        const bool candidate = host.kind == HostKind::Gateway || host.kind == HostKind::ModbusOnly;
        host.recommended = candidate && host.serial.isEmpty();
        if (!candidate || host.serial.isEmpty())
            continue;
        const auto best = bestOfPlant.find(host.serial);
        if (best == bestOfPlant.end())
            bestOfPlant.insert(host.serial, index);
        else if (isBetter(host, hosts.at(*best)))
            *best = index;
    }
    for (const qsizetype index : std::as_const(bestOfPlant))
        hosts[index].recommended = true;
}

} // namespace Sigen
