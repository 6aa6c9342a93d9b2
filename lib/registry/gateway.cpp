#include "registry/gateway.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace Sigen {

QString Place::host() const
{
    const bool byAddress = name.isEmpty() || (seen && !address.isEmpty());
    return byAddress ? address : name;
}

bool Place::isAt(const QString &addressOrName) const
{
    return !addressOrName.isEmpty()
        && (address == addressOrName || name.compare(addressOrName, Qt::CaseInsensitive) == 0);
}

bool Place::sharesHostWith(const Place &other) const
{
    return (!address.isEmpty() && address == other.address)
        || (!name.isEmpty() && name.compare(other.name, Qt::CaseInsensitive) == 0);
}

Place placeAt(const QString &host)
{
    const auto isNumeric = [](QChar each) { return each.isDigit() || each == u'.'; };
    Place place;
    const bool isAddress = host.contains(u':') || std::all_of(host.cbegin(), host.cend(), isNumeric);
    (isAddress ? place.address : place.name) = host;
    return place;
}

Gateway withPlace(const Place &place)
{
    Gateway gateway;
    gateway.places = {place};
    return gateway;
}

const Place *Gateway::placeAt(const QString &addressOrName) const
{
    const auto found = std::find_if(places.cbegin(), places.cend(), [&](const Place &place) {
        return !place.displaced && place.isAt(addressOrName);
    });
    return found == places.cend() ? nullptr : &*found;
}

bool Gateway::isTyped() const
{
    return std::any_of(places.cbegin(), places.cend(), [](const Place &place) { return place.typed; });
}

bool Gateway::isConfirmed() const
{
    return demo || setting || std::any_of(places.cbegin(), places.cend(), [](const Place &place) {
               return place.seen && (place.vendorMac || provesPlant(place.modbus.state));
           });
}

quint16 Gateway::webSocketPort() const
{
    return place().webSocket.port ? place().webSocket.port : way.webSocketPort;
}

quint16 Gateway::modbusPort() const
{
    const bool answers = place().seen && provesPlant(place().modbus.state);
    if (setting && setting->port)
        return *setting->port;
    if (before && before->port && !answers)
        return *before->port;
    return place().modbus.port;
}

ServiceState Gateway::modbus() const
{
    return place().seen && place().modbus.port == modbusPort() ? place().modbus.state
                                                               : ServiceState::NotTested;
}

// --- putting together what is known --------------------------------------------------------------------

namespace {

void take(QString &known, const QString &seen)
{
    if (!seen.isEmpty())
        known = seen;
}

void take(PortEvidence &known, const PortEvidence &seen)
{
    const bool isOlder = known.at.isValid() && seen.at < known.at;
    if (seen.state != ServiceState::NotTested && !isOlder)
        known = seen;
    else if (known.state == ServiceState::NotTested && seen.port)
        known.port = seen.port;
}

void take(std::optional<SettingEvidence> &known, const std::optional<SettingEvidence> &seen)
{
    if (seen && (!known || seen->at >= known->at))
        known = seen;
}

void take(Place &known, const Place &seen)
{
    take(known.address, seen.address);
    take(known.name, seen.name);
    take(known.hostname, seen.hostname);
    take(known.mac, seen.mac);
    take(known.serial, seen.serial);
    take(known.webSocket, seen.webSocket);
    take(known.modbus, seen.modbus);
    if (seen.rttMs)
        known.rttMs = seen.rttMs;
    if (seen.seen) {
        known.recommended = seen.recommended;
        known.refusedPorts = QList<quint16>();
        known.nameUnknown = false;
        known.silent = known.noDevice = false;
        known.displaced = false;
    }
    known.typed = known.typed || seen.typed;
    known.saved = known.saved || seen.saved;
    known.seen = known.seen || seen.seen;
    known.settled = known.settled || seen.settled;
    known.used = known.used || seen.used;
    known.vendorMac = known.vendorMac || seen.vendorMac;
    known.ownMac = known.ownMac || seen.ownMac;
}

/// A name that was resolved, and its address that was found on its own: one place.
void take(QList<Place> &known, const Place &seen)
{
    qsizetype at = known.size();
    for (qsizetype i = known.size() - 1; i >= 0; --i) {
        if (!known.at(i).sharesHostWith(seen))
            continue;
        if (at < known.size())
            take(known[i], known.takeAt(at));
        at = i;
    }
    if (at < known.size())
        take(known[at], seen);
    else
        known.append(seen);
}

void take(Way &known, const Way &seen)
{
    if (seen.webSocketPort)
        known.webSocketPort = seen.webSocketPort;
    take(known.path, seen.path);
    if (known.profile.isEmpty() || seen.profile != profileToChoose + known.profile) // which was chosen here
        take(known.profile, seen.profile);
    known.tls = known.tls || seen.tls; // never back to clear text without the user
    take(known.fingerprint, seen.fingerprint);
    take(known.username, seen.username);
}

/// The gateway's own word counts more than that of what answers behind its Modbus port.
void takeSerial(Gateway &known, const Gateway &seen)
{
    take(known.modbusSerial, seen.modbusSerial);
    if (seen.serial.isEmpty())
        return;
    const bool own =
        known.serial.isEmpty() || known.serial == seen.serial || seen.serialFrom != SerialSource::Modbus;
    if (!own) {
        known.modbusSerial = seen.serial;
        return;
    }
    if (known.serialFrom == SerialSource::Modbus && known.serial != seen.serial)
        known.modbusSerial = known.serial;
    known.serial = seen.serial;
    known.serialFrom = std::max(known.serialFrom, seen.serialFrom);
}

} // namespace

Gateway merged(const Gateway &known, const Gateway &seen)
{
    Gateway both = known;
    takeSerial(both, seen);
    take(both.name, seen.name);
    take(both.model, seen.model);
    take(both.firmware, seen.firmware);
    for (const Place &place : seen.places)
        take(both.places, place);
    take(both.way, seen.way);
    take(both.setting, seen.setting);
    take(both.before, seen.before);
    both.doubtful = known.doubtful || seen.doubtful;
    for (const FoundUnit &unit : seen.units) {
        const auto at = std::lower_bound(both.units.begin(), both.units.end(), unit,
                                         [](const auto &a, const auto &b) { return a.id < b.id; });
        if (at != both.units.end() && at->id == unit.id) {
            const FoundUnit old = std::exchange(*at, unit);
            at->hasDcCharger = at->hasDcCharger || old.hasDcCharger;
            at->isAcCharger = at->isAcCharger || old.isAcCharger;
        } else {
            both.units.insert(at, unit);
        }
    }
    both.remembered += seen.remembered;
    both.remembered.removeDuplicates();
    if (!both.lastSeen.isValid() || seen.lastSeen > both.lastSeen)
        both.lastSeen = seen.lastSeen;
    both.saved = known.saved || seen.saved;
    both.forgotten = !both.saved && (known.forgotten || seen.forgotten);
    sortPlaces(both);
    return both;
}

void ageUntil(Gateway &known, const QDateTime &now)
{
    const auto age = [&now](QDateTime &at) {
        if (at > now)
            at = now;
    };
    age(known.lastSeen);
    for (std::optional<SettingEvidence> *const each : {&known.setting, &known.before}) {
        if (*each)
            age((*each)->at);
    }
    for (Place &place : known.places) {
        age(place.webSocket.at);
        age(place.modbus.at);
    }
}

void sortPlaces(Gateway &gateway)
{
    QList<Place> &places = gateway.places;
    // Where another device answers now says nothing once this one was seen elsewhere.
    const bool isSeen =
        std::any_of(places.cbegin(), places.cend(), [](const Place &place) { return place.seen; });
    if (isSeen)
        places.removeIf([](const Place &place) { return place.displaced; });
    const auto rank = [&gateway](const Place &place) {
        const bool proved = !place.serial.isEmpty() && place.serial == gateway.serial;
        return std::tuple(!place.displaced, place.seen, place.used, proved, place.saved, place.recommended);
    };
    std::stable_sort(places.begin(), places.end(),
                     [&](const Place &one, const Place &other) { return rank(one) > rank(other); });
}

} // namespace Sigen
