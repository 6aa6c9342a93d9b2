// The gateway that a page of the window is about, as discovery knows it: a value.
#pragma once

#include "discovery/discoveredhost.h"

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

} // namespace Sigen
