#include "discovery/sighting.h"

#include "network/vendorblocks.h"

namespace Sigen {

Sighting sightingOf(const DiscoveredHost &host, const QDateTime &at, const QString &name)
{
    Sighting sighting;
    Place &place = sighting.place;
    place.address = host.address.toString();
    place.name = name;
    place.hostname = host.hostname;
    place.mac = normalizedMac(host.mac);
    place.serial = host.serial;
    place.webSocket = {host.webSocketPort, host.webSocket, at};
    place.modbus = {host.modbusPort, host.modbus, at};
    place.rttMs = host.rttMs;
    place.seen = true;
    place.settled = host.settled;
    place.recommended = host.recommended;
    place.vendorMac = isVendorMac(host.mac);
    sighting.serial = host.serial;
    sighting.model = host.model;
    sighting.firmware = host.firmware;
    sighting.at = at;
    return sighting;
}

} // namespace Sigen
