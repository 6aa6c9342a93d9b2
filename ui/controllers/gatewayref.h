// The gateway that a page of the window is about, as discovery knows it: a value.
#pragma once

#include "discovery/discoveredhost.h"
#include "registry/gateway.h"

#include <QString>

#include <optional>

namespace Sigen {

struct GatewayRef
{
    QString key; ///< the discovery row's; stable in this run
    QString host; ///< address or name to connect to, as normalizedHost() gives it
    QString name; ///< the user's own, may be empty
    QString model; ///< untrusted text, as is serial; empty: not known
    QString serial;
    QString mac;
    QString savedId; ///< empty: not saved
    quint16 webSocketPort = 0; ///< 0: the profile's
    quint16 modbusPort = 0; ///< as last seen or remembered; 0: the profile's default
    ServiceState webSocket = ServiceState::NotTested;
    ServiceState modbus = ServiceState::NotTested;
    std::optional<double> rttMs;
    bool confirmed = false; ///< a MAC block, a Modbus identity or a sign-in says that it is a gateway
    bool demo = false;
    bool displaced = false; ///< another device was seen at its address
    std::optional<bool> wasOn; ///< when last read in an earlier run
    bool operator==(const GatewayRef &) const = default;
};

inline Gateway gatewayOf(const GatewayRef &ref)
{
    Gateway gateway;
    gateway.id = ref.key;
    gateway.name = ref.name;
    gateway.model = ref.model;
    gateway.serial = ref.serial;
    gateway.demo = ref.demo;
    gateway.saved = !ref.savedId.isEmpty();
    Place place;
    (QHostAddress(ref.host).isNull() ? place.name : place.address) = ref.host;
    place.mac = ref.mac;
    place.webSocket = {ref.webSocketPort, ref.webSocket, {}};
    place.modbus = {ref.modbusPort, ref.modbus, {}};
    place.rttMs = ref.rttMs;
    place.seen =
        ref.webSocket != ServiceState::NotTested || ref.modbus != ServiceState::NotTested || ref.confirmed;
    place.vendorMac = ref.confirmed;
    place.displaced = ref.displaced;
    gateway.places = {place};
    return gateway;
}

} // namespace Sigen
