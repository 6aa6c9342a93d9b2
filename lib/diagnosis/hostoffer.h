// What a host offers to somebody without credentials: evidence for those who write a profile. A plain value.
#pragma once

#include "diagnosis/evidence.h"
#include "network/webpeek.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Sigen {

struct WebSocketOffer
{
    QString path;
    WebFace face;
    bool operator==(const WebSocketOffer &) const = default;
};

struct PortOffer
{
    quint16 port = 0;
    PortFinding finding;
    double latencyMs = 0;
    std::optional<WebFace> plain; ///< the page, asked for in plain HTTP
    std::optional<WebFace> tls; ///< the same over TLS
    QList<WebSocketOffer> webSockets;
    std::optional<ModbusIdentity> modbus;
    bool operator==(const PortOffer &) const = default;
};

struct HostOffer
{
    QString host;
    QString address;
    QString mac; ///< empty: not known
    QDateTime at; ///< UTC
    QList<PortOffer> ports; ///< ascending
    bool operator==(const HostOffer &) const = default;

    /// Somebody accepted, or at least refused.
    bool isThere() const;
};

/// HTTP, TLS and WebSocket are looked for on these: web servers' and what gateways and their relatives use.
inline constexpr quint16 webPorts[] = {80, 443, 8080, 8082, 8443, 8484};
/// These get Modbus reads and nothing else, whatever answers: their servers are known to hang on other bytes.
inline constexpr quint16 modbusPorts[] = {502, 1502, 6607};

} // namespace Sigen
