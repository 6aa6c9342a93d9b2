#include "registry/samedevice.h"

#include <algorithm>

namespace Sigen {

static bool modbusMayDiffer(const Gateway &own, const Gateway &modbus)
{
    return modbus.serialFrom == SerialSource::Modbus
        && (own.serialFrom == SerialSource::SignIn || own.modbusSerial == modbus.serial);
}

static Sameness serialsSay(const Gateway &one, const Gateway &other)
{
    if (one.serial.isEmpty() || other.serial.isEmpty())
        return Sameness::NoEvidence;
    if (one.serial == other.serial)
        return Sameness::Same;
    return modbusMayDiffer(one, other) || modbusMayDiffer(other, one) ? Sameness::NoEvidence
                                                                      : Sameness::Different;
}

static bool hasMovedTo(const Place &before, const Place &now)
{
    return !before.mac.isEmpty() && before.mac == now.mac && !before.seen && now.seen && now.ownMac;
}

Sameness sameDevice(const Gateway &one, const Gateway &other)
{
    if (one.demo || other.demo)
        return one.demo && other.demo ? Sameness::Same : Sameness::Different;
    if (const Sameness said = serialsSay(one, other); said != Sameness::NoEvidence)
        return said;
    bool samePlace = false;
    bool moved = false;
    for (const Place &here : one.places) {
        for (const Place &there : other.places) {
            moved = moved || hasMovedTo(here, there) || hasMovedTo(there, here);
            if (here.displaced || there.displaced || !here.sharesHostWith(there))
                continue;
            if (!here.mac.isEmpty() && !there.mac.isEmpty() && here.mac != there.mac)
                return Sameness::Different;
            samePlace = true;
        }
    }
    return samePlace || moved ? Sameness::Same : Sameness::NoEvidence;
}

} // namespace Sigen
