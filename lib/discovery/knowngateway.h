// Finds saved gateways again after the router gave them another address. Pure.
#pragma once

#include "discovery/discoveredhost.h"

#include <QHostAddress>
#include <QList>
#include <QString>

namespace Sigen {

/// What is remembered of a gateway; unknown fields are empty.
struct KnownGateway
{
    QString id; ///< the caller's own name for it
    QHostAddress address;
    QString mac;
    QString serial;
    bool operator==(const KnownGateway &) const = default;
};

struct GatewayMatch
{
    QString id;
    QHostAddress address; ///< where it is now
    bool moved = false; ///< it was remembered at another address
    bool operator==(const GatewayMatch &) const = default;
};

/// At most one match for each known gateway, in their order; those that were not found are left out. The
/// serial decides, else the MAC address, else the address, provided that nothing known about the host there
/// contradicts. Of several addresses with the same serial the recommended one is taken, but the remembered
/// one when it still works.
QList<GatewayMatch> findKnownGateways(const QList<KnownGateway> &known, const QList<DiscoveredHost> &hosts);

} // namespace Sigen
