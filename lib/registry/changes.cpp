#include "registry/changes.h"

#include <algorithm>
#include <tuple>

namespace Sigen {

bool Changes::isEmpty() const
{
    return *this == Changes();
}

template <typename T>
static bool differ(const QList<Place> &one, const QList<Place> &other, T Place::*member)
{
    return !std::equal(one.cbegin(), one.cend(), other.cbegin(), other.cend(),
                       [&](const Place &a, const Place &b) { return a.*member == b.*member; });
}

Aspects differences(const Gateway &one, const Gateway &other)
{
    Aspects aspects;
    const auto places = [&](auto... members) { return (differ(one.places, other.places, members) || ...); };
    aspects.setFlag(Aspect::Identity,
                    std::tie(one.serial, one.serialFrom, one.modbusSerial, one.name, one.model, one.firmware)
                            != std::tie(other.serial, other.serialFrom, other.modbusSerial, other.name,
                                        other.model, other.firmware)
                        || places(&Place::mac, &Place::hostname, &Place::serial));
    aspects.setFlag(Aspect::Place,
                    places(&Place::address, &Place::name, &Place::seen, &Place::displaced,
                           &Place::nameUnknown, &Place::silent, &Place::noDevice, &Place::typed));
    aspects.setFlag(
        Aspect::Ports,
        places(&Place::webSocket, &Place::modbus, &Place::rttMs, &Place::refusedPorts, &Place::settled));
    aspects.setFlag(Aspect::Setting,
                    one.setting != other.setting || one.doubtful != other.doubtful
                        || one.before != other.before);
    aspects.setFlag(Aspect::Units, one.units != other.units);
    aspects.setFlag(Aspect::Way, one.way != other.way);
    aspects.setFlag(Aspect::Keeping,
                    one.saved != other.saved || one.remembered != other.remembered
                        || one.forgotten != other.forgotten || one.lastSeen != other.lastSeen);
    return aspects;
}

} // namespace Sigen
