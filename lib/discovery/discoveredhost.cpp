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
    case ServiceState::Late:
        return modbusVerdictName(ModbusVerdict::Late);
    case ServiceState::Busy:
        return modbusVerdictName(ModbusVerdict::Busy);
    case ServiceState::Odd:
    case ServiceState::OddPlant:
        return modbusVerdictName(ModbusVerdict::Odd);
    case ServiceState::Garbage:
        return modbusVerdictName(ModbusVerdict::Garbage);
    case ServiceState::Closes:
        return modbusVerdictName(ModbusVerdict::Closes);
    case ServiceState::Exception:
        return modbusVerdictName(ModbusVerdict::Exception);
    case ServiceState::NotSigenergy:
        return modbusVerdictName(ModbusVerdict::NotSigenergy);
    }
    return {};
}

ServiceState modbusState(const ModbusIdentity &identity)
{
    switch (identity.verdict) {
    case ModbusVerdict::NotTested:
        break;
    case ModbusVerdict::Answers:
        return ServiceState::Answers;
    case ModbusVerdict::Silent:
        return ServiceState::Silent;
    case ModbusVerdict::Late:
        return ServiceState::Late;
    case ModbusVerdict::Busy:
        return ServiceState::Busy;
    case ModbusVerdict::Odd:
        return identity.provesPlant() ? ServiceState::OddPlant : ServiceState::Odd;
    case ModbusVerdict::Garbage:
        return ServiceState::Garbage;
    case ModbusVerdict::Closes:
        return ServiceState::Closes;
    case ModbusVerdict::Exception:
        return ServiceState::Exception;
    case ModbusVerdict::NotSigenergy:
        return ServiceState::NotSigenergy;
    }
    return ServiceState::Open;
}

bool DiscoveredHost::isConfirmed() const
{
    return provesPlant(modbus) || isVendorMac(mac);
}

HostKind hostKind(const DiscoveredHost &host)
{
    if (host.webSocket == ServiceState::Handshake)
        return HostKind::Gateway;
    if (provesPlant(host.modbus))
        return HostKind::ModbusOnly;
    return isVendorMac(host.mac) ? HostKind::Likely : HostKind::Other;
}

static bool isBetter(const DiscoveredHost &one, const DiscoveredHost &other)
{
    const bool oneAnswers = provesPlant(one.modbus);
    if (oneAnswers != provesPlant(other.modbus))
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
