// What the registry makes of each kind of evidence.
#include "registry/registry.h"

#include "registry/samedevice.h"

#include <algorithm>
#include <utility>

namespace Sigen {

namespace {

/// \a gateway at \a host, with nothing else said of it.
Gateway reachedAt(const Gateway &gateway, const QString &host)
{
    const Place *const known = gateway.placeAt(host);
    Place place = placeAt(host);
    if (known) {
        place.address = known->address;
        place.name = known->name;
    }
    Gateway reached = withPlace(place);
    reached.demo = gateway.demo;
    return reached;
}

void setSerial(Gateway &gateway, const QString &serial, SerialSource from)
{
    gateway.serial = serial;
    gateway.serialFrom = serial.isEmpty() ? SerialSource::None : from;
    gateway.places.first().serial = serial;
}

/// What a look says before it has settled may be of another device than \a known.
bool canBeBelieved(const Gateway &known, const Gateway &seen)
{
    const Place *const before = known.placeAt(seen.host());
    const bool isBlank = !known.saved && !known.setting && known.serial.isEmpty();
    return isBlank && (!before || before->mac.isEmpty() || before->mac == seen.mac());
}

void keepToThePorts(Gateway &seen)
{
    setSerial(seen, {}, SerialSource::None);
    seen.model.clear();
    seen.firmware.clear();
    seen.places.first().mac.clear();
    seen.places.first().vendorMac = false;
}

bool speaks(ServiceState state)
{
    return state == ServiceState::Handshake || provesPlant(state);
}

/// A scan looks at the usual ports and does not ask everybody: that takes nothing back of what was seen on
/// the gateway's own ports, or by asking.
void dropWhatSaysLess(const Gateway &known, Gateway &seen)
{
    Place &now = seen.places.first();
    const Place *const before = known.placeAt(now.address);
    if (!before)
        return;
    const auto drop = [](PortEvidence &port) { port = {0, ServiceState::NotTested, {}}; };
    const bool wasAsked = now.webSocket.state == ServiceState::Handshake || now.vendorMac;
    const auto saysLess = [&](const PortEvidence &was, const PortEvidence &is, quint16 own, bool asked) {
        const bool isOtherPort = own && was.port == own && is.port != own;
        const bool onlyOpen = is.state == ServiceState::Open && speaks(was.state) && !asked;
        return !speaks(is.state) && (isOtherPort || onlyOpen);
    };
    if (saysLess(before->webSocket, now.webSocket, known.way.webSocketPort, now.settled))
        drop(now.webSocket);
    if (saysLess(before->modbus, now.modbus, known.modbusPort(), now.settled && wasAsked))
        drop(now.modbus);
}

} // namespace

Changes Registry::absorb(const Sighting &sighting)
{
    Gateway seen = withPlace(sighting.place);
    Place &place = seen.places.first();
    place.seen = true;
    place.webSocket.at = place.modbus.at = sighting.at;
    setSerial(seen, sighting.serial, SerialSource::Modbus);
    seen.model = sighting.model;
    seen.firmware = sighting.firmware;
    QString id = find(sighting.of) ? sighting.of : idAt(place.name);
    if (id.isEmpty())
        id = idAt(place.address);
    if (id.isEmpty())
        id = add(withPlace(place));
    seen.demo = at(id).demo;
    if (place.settled)
        id = atPlaceOf(id, seen);
    else if (!canBeBelieved(at(id), seen))
        keepToThePorts(seen);
    dropWhatSaysLess(at(id), seen);
    if (place.settled && (place.vendorMac || provesPlant(place.modbus.state)))
        seen.lastSeen = sighting.at;
    const bool settled = place.settled;
    take(id, seen, sighting.at);
    for (Place &each : edit(id).places) {
        if (each.sharesHostWith(seen.place()))
            each.settled = settled;
    }
    settle(id);
    return finish();
}

Changes Registry::absorb(const NoAnswer &silence)
{
    const QString id = find(silence.of) ? silence.of : idAt(silence.host);
    if (id.isEmpty())
        return {};
    Gateway &gateway = edit(id);
    for (Place &place : gateway.places) {
        if (!place.isAt(silence.host))
            continue;
        place.seen = false;
        place.refusedPorts = silence.refusedPorts;
        place.nameUnknown = silence.nameUnknown;
        place.silent = !silence.nameUnknown && silence.refusedPorts.isEmpty();
        place.noDevice = place.silent && silence.noDevice;
    }
    sortPlaces(gateway);
    return finish();
}

Changes Registry::absorb(const ScanEnd &end)
{
    QHash<QString, int> hostsBehind;
    for (qsizetype i = 0; i < m_gateways.size(); ++i) {
        const bool isGone = !m_gateways.at(i).demo
            && std::any_of(m_gateways.at(i).places.cbegin(), m_gateways.at(i).places.cend(),
                           [&](const Place &place) { return end.gone.contains(place.address); });
        if (isGone) {
            Gateway &gateway = edit(m_gateways.at(i).id);
            for (Place &place : gateway.places)
                place.seen = place.seen && !end.gone.contains(place.address);
            sortPlaces(gateway);
            if (gateway.isSeen()) // it has moved, for good
                gateway.places.removeIf([](const Place &place) { return !place.seen && !place.typed; });
        }
        for (const Place &place : m_gateways.at(i).places) {
            if (place.seen && !place.mac.isEmpty())
                ++hostsBehind[place.mac];
        }
    }
    QStringList seen;
    for (Gateway &gateway : m_gateways) {
        for (Place &place : gateway.places)
            place.ownMac = place.seen && hostsBehind.value(place.mac) == 1;
        if (gateway.isSeen())
            seen += gateway.id;
    }
    for (const QString &id : std::as_const(seen)) {
        if (find(id))
            settle(id);
    }
    return finish();
}

Changes Registry::absorb(const Added &added)
{
    Place place = placeAt(added.host);
    place.typed = true;
    place.webSocket.port = added.webSocketPort;
    place.modbus.port = added.modbusPort;
    Gateway gateway = withPlace(place);
    gateway.demo = added.demo;
    const QString known = added.demo ? findSame(gateway) : idAt(added.host);
    if (known.isEmpty())
        add(gateway);
    else
        take(known, gateway);
    return finish();
}

Changes Registry::absorb(const Resolved &resolved)
{
    const QString id = idAt(resolved.name);
    if (id.isEmpty())
        return {};
    Place place;
    place.name = resolved.name;
    place.address = resolved.address;
    take(id, withPlace(place));
    settle(id);
    return finish();
}

Changes Registry::absorb(const SignIn &signIn)
{
    if (!find(signIn.of))
        return {};
    Gateway seen = reachedAt(at(signIn.of), signIn.host);
    setSerial(seen, signIn.serial, SerialSource::SignIn);
    Place &place = seen.places.first();
    place.webSocket = {signIn.port, ServiceState::Handshake, signIn.at};
    place.seen = place.settled = place.used = true;
    seen.lastSeen = signIn.at;
    const QString id = atPlaceOf(signIn.of, seen);
    take(id, seen, signIn.at);
    Gateway &gateway = edit(id);
    gateway.way = signIn.way; // empty fields too: that is how it is spoken to
    gateway.forgotten = false;
    saveUnlessForgotten(id);
    settle(id);
    return finish();
}

Changes Registry::absorb(const SettingRead &read)
{
    if (!find(read.of))
        return {};
    Gateway seen = reachedAt(at(read.of), read.host);
    setSerial(seen, read.serial, SerialSource::SignIn);
    seen.places.first().seen = true;
    seen.lastSeen = read.at;
    const QString id = atPlaceOf(read.of, seen);
    take(id, seen, read.at);
    Gateway &gateway = edit(id);
    if (gateway.setting && gateway.setting->on != read.on)
        gateway.before.reset(); // it has changed under the user's eyes
    gateway.setting = SettingEvidence{read.on, read.port, gateway.firmware, read.at};
    gateway.doubtful = false;
    saveUnlessForgotten(id);
    settle(id);
    return finish();
}

Changes Registry::absorb(const SettingDoubt &doubt)
{
    if (!find(doubt.of))
        return {};
    Gateway &gateway = edit(doubt.of);
    gateway.doubtful = true;
    for (Place &place : gateway.places) // what was seen before the change says nothing after it
        place.modbus.state = ServiceState::NotTested;
    return finish();
}

Changes Registry::absorb(const ModbusAnswer &answer)
{
    if (!find(answer.of))
        return {};
    Gateway seen = reachedAt(at(answer.of), answer.host);
    setSerial(seen, answer.serial, SerialSource::Modbus);
    seen.model = answer.model;
    seen.firmware = answer.firmware;
    seen.units = answer.units;
    Place &place = seen.places.first();
    place.modbus = answer.port;
    const bool isThere =
        answer.port.state != ServiceState::Filtered && answer.port.state != ServiceState::NotTested;
    place.seen = place.settled = isThere;
    const bool answers = provesPlant(answer.port.state);
    if (answers)
        seen.lastSeen = answer.port.at;
    const QString id = atPlaceOf(answer.of, seen);
    if (answer.allUnitsAsked)
        edit(id).units.clear();
    take(id, seen, answer.port.at);
    for (Place &each : edit(id).places) {
        if (each.sharesHostWith(seen.place()))
            each.refusedPorts = QList<quint16>(); // of an earlier look
    }
    if (answers)
        saveUnlessForgotten(id);
    settle(id);
    return finish();
}

Changes Registry::absorb(const Gateway &entry)
{
    Gateway saved = entry;
    saved.saved = true;
    for (Place &place : saved.places)
        place.saved = true;
    const Gateway *const known = find(entry.id);
    QString id = known && sameDevice(*known, entry) != Sameness::Different ? entry.id : findSame(saved);
    if (id.isEmpty()) {
        add(saved);
    } else {
        edit(id).forgotten = false;
        take(id, saved);
        settle(id);
    }
    return finish();
}

} // namespace Sigen
