// Where a gateway's WebSocket is and how to get in, as a value.
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QString>

namespace Sigen {

struct GatewayEndpoint
{
    QHostAddress address; ///< resolved and permitted; the connection is made to this, never to a name
    quint16 port = 0; ///< 1–65535
    QString pathOverride; ///< empty: the profile's paths in turn
    bool tls = false; ///< wss:// (not known to exist on these gateways)
    QByteArray fingerprint; ///< SHA-256 of the certificate, 32 bytes; with tls the only way to trust one
    bool operator==(const GatewayEndpoint &) const = default;

    /// "192.168.1.150:8080" or "[fe80::1%eth0]:8080", for error contexts.
    QString text() const;
};

} // namespace Sigen
