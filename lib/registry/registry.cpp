#include "registry/registry.h"

#include "registry/samedevice.h"

#include <QUuid>

#include <algorithm>
#include <tuple>
#include <utility>

namespace Sigen {

Registry::Registry(QObject *parent)
    : QObject(parent)
{ }

Registry::~Registry() = default;

qsizetype Registry::indexOf(const QString &id) const
{
    const auto found = std::find_if(m_gateways.cbegin(), m_gateways.cend(),
                                    [&](const Gateway &gateway) { return gateway.id == id; });
    return found == m_gateways.cend() ? -1 : std::distance(m_gateways.cbegin(), found);
}

const Gateway *Registry::find(const QString &id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? nullptr : &m_gateways.at(index);
}

QString Registry::idAt(const QString &host) const
{
    for (const Gateway &gateway : m_gateways) {
        if (!gateway.demo && gateway.placeAt(host))
            return gateway.id;
    }
    return {};
}

// --- the parts of a call -------------------------------------------------------------------------------

Gateway &Registry::edit(const QString &id)
{
    Gateway &gateway = m_gateways[indexOf(id)];
    if (!m_before.contains(id))
        m_before.insert(id, gateway);
    return gateway;
}

QString Registry::add(Gateway gateway)
{
    if (gateway.id.isEmpty() || find(gateway.id))
        gateway.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_gateways.append(gateway);
    m_changes.added.append(gateway.id);
    return gateway.id;
}

/// The surest sign first: a device that merely is at the same place may come earlier.
QString Registry::findSame(const Gateway &seen, const QString &except) const
{
    const auto firstWith = [&](auto fits) -> QString {
        for (const Gateway &gateway : m_gateways) {
            if (gateway.id != except && sameDevice(gateway, seen) == Sameness::Same && fits(gateway))
                return gateway.id;
        }
        return {};
    };
    const QString bySerial = firstWith(
        [&](const Gateway &gateway) { return !seen.serial.isEmpty() && gateway.serial == seen.serial; });
    return bySerial.isEmpty() ? firstWith([](const Gateway &) { return true; }) : bySerial;
}

/// Who is there, now that it is known what is there: \a id, or, if that is a contradiction, another one.
QString Registry::atPlaceOf(const QString &id, const Gateway &seen)
{
    return sameDevice(at(id), seen) == Sameness::Different ? displace(id, seen) : id;
}

QString Registry::displace(const QString &id, const Gateway &seen)
{
    Gateway &gateway = edit(id);
    for (Place &place : gateway.places) {
        if (!place.sharesHostWith(seen.place()))
            continue;
        place.displaced = true;
        place.seen = false;
        place.used = false;
        place.serial.clear();
    }
    sortPlaces(gateway);
    const bool isGone = gateway.isDisplaced();
    QString by = findSame(seen, id);
    if (by.isEmpty())
        by = add(withPlace(seen.place()));
    if (isGone)
        m_changes.displaced.append({id, by});
    return by;
}

/// \a at: when it was seen, which is now; invalid: some time before.
void Registry::take(const QString &id, const Gateway &seen, const QDateTime &at)
{
    Gateway now = seen;
    Gateway &gateway = edit(id);
    if (at.isValid())
        ageUntil(gateway, at);
    const bool isAnothersAnswer =
        !gateway.serial.isEmpty() && !now.serial.isEmpty() && gateway.serial != now.serial;
    if (isAnothersAnswer && now.serialFrom == SerialSource::Modbus) {
        now.model.clear();
        now.firmware.clear();
    }
    gateway = Sigen::merged(gateway, now);
}

/// Devices that are one now become one. Returns whose id \a id has become.
QString Registry::settle(QString id)
{
    for (QString other = findSame(at(id), id); !other.isEmpty(); other = findSame(at(id), id))
        id = merge(id, other);
    return id;
}

QString Registry::merge(const QString &one, const QString &other)
{
    const auto weight = [this](const QString &id) {
        const Gateway &gateway = at(id);
        return std::tuple(gateway.saved, gateway.setting.has_value(), gateway.isTyped(), -indexOf(id));
    };
    const QString into = weight(one) > weight(other) ? one : other;
    const QString from = into == one ? other : one;
    const Gateway gone = at(from);
    Gateway &kept = edit(into);
    kept = Sigen::merged(gone, kept);
    kept.id = into;
    m_gateways.removeAt(indexOf(from));
    if (m_changes.added.removeAll(from) == 0)
        m_changes.merged.append({from, into});
    return into;
}

void Registry::saveUnlessForgotten(const QString &id)
{
    Gateway &gateway = edit(id);
    gateway.saved = !gateway.demo && !gateway.forgotten;
}

Changes Registry::finish()
{
    const QHash<QString, Gateway> before = std::exchange(m_before, {});
    for (auto each = before.cbegin(); each != before.cend(); ++each) {
        const Gateway *const now = find(each.key());
        const Aspects aspects = now ? differences(each.value(), *now) : Aspects();
        if (aspects && !m_changes.added.contains(each.key()))
            m_changes.changed.insert(each.key(), aspects);
    }
    const Changes changes = std::exchange(m_changes, {});
    for (const Changes::Merge &merge : changes.merged)
        Q_EMIT merged(merge.from, merge.into);
    if (!changes.isEmpty())
        Q_EMIT changed(changes);
    return changes;
}

// --- the user's word -----------------------------------------------------------------------------------

Changes Registry::remember(const QString &id, const QStringList &entries)
{
    if (find(id))
        edit(id).remembered = entries;
    return finish();
}

Changes Registry::keep(const QString &id)
{
    if (!find(id))
        return {};
    edit(id).forgotten = false;
    saveUnlessForgotten(id);
    return finish();
}

Changes Registry::rename(const QString &id, const QString &name)
{
    if (find(id))
        edit(id).name = name;
    return finish();
}

Changes Registry::forget(const QString &id)
{
    if (!find(id))
        return {};
    Gateway &gateway = edit(id);
    gateway.saved = false;
    gateway.forgotten = true;
    gateway.name.clear();
    gateway.way = {};
    gateway.before.reset();
    gateway.setting.reset();
    for (Place &place : gateway.places)
        place.saved = place.used = false;
    return finish();
}

Changes Registry::remove(const QString &id)
{
    if (!find(id))
        return {};
    m_changes.removed.append(id); // before the gateway goes, whose own it may be
    m_gateways.removeAt(indexOf(id));
    return finish();
}

} // namespace Sigen
