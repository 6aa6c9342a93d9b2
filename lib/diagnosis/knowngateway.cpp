#include "diagnosis/knowngateway.h"

namespace Sigen {

static void takeUnits(DiagnosisRequest &request, const Gateway &gateway)
{
    if (!request.wishedUnits.isEmpty() || request.identity.sweep)
        return;
    for (const FoundUnit &known : gateway.units) {
        const auto unit = UnitId::fromInt(known.id);
        if (!unit || unit->isPlant())
            continue;
        request.wishedUnits += known.id;
        if (!request.identity.units.contains(*unit))
            request.identity.units += *unit;
    }
}

void takeKnown(DiagnosisRequest &request, const Gateway &gateway, const QList<Gateway> &all)
{
    const QString host = request.target.host;
    if (const Place *const place = gateway.placeAt(host))
        request.knownMac = place->mac;
    request.knownPort = gateway.modbusPort();
    takeUnits(request, gateway);
    for (const Gateway &each : all) {
        const QString serial = each.modbusSerial.isEmpty() ? each.serial : each.modbusSerial;
        for (const Place &place : each.places) {
            if (!serial.isEmpty() && !place.isAt(host) && !place.address.isEmpty())
                request.knownHosts.append({place.address, place.mac, serial, {}});
        }
    }
}

} // namespace Sigen
