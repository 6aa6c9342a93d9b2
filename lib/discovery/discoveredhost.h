// What a scan knows about one address, as a value, and what follows from it. Pure.
#pragma once

#include "modbus/modbusidentity.h"
#include "registry/servicestate.h"

#include <QHostAddress>
#include <QLatin1StringView>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace Sigen {

enum class HostKind {
    Gateway, ///< its WebSocket handshake succeeded: very likely a gateway, proved by a vendor MAC or Modbus
    ModbusOnly, ///< a Sigenergy plant answers on Modbus, without a WebSocket
    Likely, ///< the MAC address is the vendor's, nothing more is known
    Other, ///< has one of the ports open, but nothing says that it is ours
};

/// The words of the command-line contract: "gateway", "modbus-only", "likely", "other".
QLatin1StringView hostKindName(HostKind kind);
/// "not-tested", "closed", "filtered", "open", "handshake", and the words of a Modbus verdict.
QLatin1StringView serviceStateName(ServiceState state);

/// What a Modbus check of an open port says.
ServiceState modbusState(const ModbusIdentity &identity);

struct DiscoveredHost
{
    QHostAddress address;
    HostKind kind = HostKind::Other;
    quint16 webSocketPort = 0;
    quint16 modbusPort = 0;
    ServiceState webSocket = ServiceState::NotTested;
    ServiceState modbus = ServiceState::NotTested;
    QString mac; ///< "0c:47:a9:91:22:33"; empty: not known
    QString hostname; ///< untrusted text, as are model, serial and firmware; empty: not known
    QString model;
    QString serial;
    QString firmware;
    std::optional<double> rttMs; ///< fastest TCP answer, accepting or refusing
    bool wired = false; ///< in a network of one of this computer's Ethernet interfaces
    /// The address to use, of all that belong to its plant; only for Gateway and ModbusOnly.
    bool recommended = false;
    bool settled = false; ///< nothing but the host name is still being found out

    /// A vendor MAC or a Modbus identity says so; a handshake alone is only a possible gateway.
    bool isConfirmed() const;
    bool operator==(const DiscoveredHost &) const = default;
};

/// What the other fields say.
HostKind hostKind(const DiscoveredHost &host);

/// Several addresses can lead to one plant (Wi-Fi and Ethernet, several inverters). Of the gateways and
/// Modbus servers with the same serial exactly one is marked: Modbus answering before not, wired before
/// wireless, then the lowest latency. Without a serial each stands for itself.
void markRecommended(QList<DiscoveredHost> &hosts);

} // namespace Sigen

Q_DECLARE_METATYPE(Sigen::DiscoveredHost)
