#include "discovery/knowngateway.h"

#include "network/vendorblocks.h"

#include <algorithm>

namespace Sigen {

namespace {

bool sameText(const QString &one, const QString &other)
{
    return !one.isEmpty() && one == other;
}

bool contradicts(const QString &remembered, const QString &seen)
{
    return !remembered.isEmpty() && !seen.isEmpty() && remembered != seen;
}

/// How surely \a host is \a gateway; 0: not at all.
int certainty(const KnownGateway &gateway, const QString &knownMac, const DiscoveredHost &host)
{
    const bool sameAddress = host.address == gateway.address;
    if (sameText(gateway.serial, host.serial))
        return sameAddress ? 6 : host.recommended ? 5 : 4;
    // A replaced network card changes the MAC address, never the serial.
    if (contradicts(gateway.serial, host.serial))
        return 0;
    const QString seenMac = normalizedMac(host.mac);
    if (sameText(knownMac, seenMac))
        return sameAddress ? 3 : 2;
    // Something that only has a port open is no proof of being the gateway that once was here.
    if (sameAddress && host.kind != HostKind::Other && !contradicts(knownMac, seenMac))
        return 1;
    return 0;
}

} // namespace

QList<GatewayMatch> findKnownGateways(const QList<KnownGateway> &known, const QList<DiscoveredHost> &hosts)
{
    QList<GatewayMatch> matches;
    for (const KnownGateway &gateway : known) {
        const QString mac = normalizedMac(gateway.mac);
        const DiscoveredHost *best = nullptr;
        int bestCertainty = 0;
        for (const DiscoveredHost &host : hosts) {
            const int found = certainty(gateway, mac, host);
            if (found > bestCertainty) {
                best = &host;
                bestCertainty = found;
            }
        }
        if (best)
            matches.append({gateway.id, best->address, best->address != gateway.address});
    }
    return matches;
}

} // namespace Sigen
