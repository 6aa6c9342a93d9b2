#include "settings/savedgateways.h"

#include "core/safefile.h"
#include "settings/settingsfile.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static QString sizeKey()
{
    return u"gateways/size"_s;
}

static QString groupOf(int number)
{
    return u"gateways/%1"_s.arg(number);
}

static quint16 portFrom(const QVariant &value)
{
    bool ok = false;
    const int port = value.toInt(&ok);
    return ok && port >= 1 && port <= 65535 ? quint16(port) : quint16(0);
}

static QDateTime timeFrom(const QVariant &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate).toUTC();
}

SavedGateways::SavedGateways(SettingsFile &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
{
    load();
}

void SavedGateways::load()
{
    const int size = std::clamp(m_file.value(sizeKey()).toInt(), 0, maximumCount);
    bool hasGap = false;
    for (int number = 1; number <= size; ++number) {
        bool isEmpty = true;
        const auto value = [this, number, &isEmpty](const QString &key) {
            const QVariant found = m_file.value(groupOf(number) + u'/' + key);
            isEmpty = isEmpty && !found.isValid();
            return found;
        };
        SavedGateway gateway;
        gateway.address = value(u"address"_s).toString();
        gateway.name = value(u"name"_s).toString();
        gateway.serial = value(u"serial"_s).toString();
        gateway.mac = value(u"mac"_s).toString();
        gateway.webSocketPort = portFrom(value(u"webSocketPort"_s));
        gateway.path = value(u"path"_s).toString();
        gateway.profile = value(u"profile"_s).toString();
        gateway.tls = value(u"tls"_s).toBool();
        gateway.fingerprint = value(u"fingerprint"_s).toString();
        gateway.username = value(u"username"_s).toString();
        gateway.lastSeen = timeFrom(value(u"lastSeen"_s));
        gateway.lastKnownState =
            knownState(value(u"lastKnownState"_s).toString()).value_or(KnownState::Unknown);
        gateway.lastKnownStateAt = timeFrom(value(u"lastKnownStateAt"_s));
        if (const quint16 port = portFrom(value(u"lastKnownModbusPort"_s)))
            gateway.lastKnownModbusPort = port;
        if (normalize(gateway)) {
            m_gateways.append(gateway);
            hasGap = hasGap || numberInFile(count() - 1) != number;
        } else if (!isEmpty) {
            m_unreadable.append(number);
        }
    }
    if (hasGap)
        storeFrom(0);
}

int SavedGateways::numberInFile(int index) const
{
    int number = index + 1;
    for (const int taken : m_unreadable) {
        if (taken <= number)
            ++number;
    }
    return number;
}

void SavedGateways::store(int index)
{
    const SavedGateway &gateway = m_gateways.at(index);
    const auto set = [this, group = groupOf(numberInFile(index))](const QString &key, const QVariant &value) {
        m_file.setValue(group + u'/' + key, value);
    };
    set(u"address"_s, gateway.address);
    set(u"name"_s, gateway.name);
    set(u"serial"_s, gateway.serial);
    set(u"mac"_s, gateway.mac);
    set(u"webSocketPort"_s, int(gateway.webSocketPort));
    set(u"path"_s, gateway.path);
    set(u"profile"_s, gateway.profile);
    set(u"tls"_s, gateway.tls);
    set(u"fingerprint"_s, gateway.fingerprint);
    set(u"username"_s, gateway.username);
    set(u"lastSeen"_s, gateway.lastSeen.toString(Qt::ISODate));
    set(u"lastKnownState"_s, knownStateName(gateway.lastKnownState));
    set(u"lastKnownStateAt"_s, gateway.lastKnownStateAt.toString(Qt::ISODate));
    set(u"lastKnownModbusPort"_s, int(gateway.lastKnownModbusPort.value_or(0)));
    storeSize();
}

void SavedGateways::storeFrom(int index)
{
    const int before = std::min(m_file.value(sizeKey()).toInt(), maximumCount);
    for (int each = index; each < count(); ++each)
        store(each);
    for (int each = count(); numberInFile(each) <= before; ++each)
        m_file.remove(groupOf(numberInFile(each)));
    storeSize();
}

void SavedGateways::storeSize()
{
    const int lastUnreadable = m_unreadable.isEmpty() ? 0 : m_unreadable.last();
    m_file.setValue(sizeKey(), std::max(numberInFile(count() - 1), lastUnreadable));
}

std::optional<int> SavedGateways::find(const SavedGateway &gateway) const
{
    const auto firstWith = [this](auto fits) -> std::optional<int> {
        const auto found = std::find_if(m_gateways.cbegin(), m_gateways.cend(), fits);
        return found == m_gateways.cend() ? std::nullopt
                                          : std::optional(int(std::distance(m_gateways.cbegin(), found)));
    };
    // The surest sign first: an entry that merely has the same address may come earlier.
    if (!gateway.serial.isEmpty()) {
        if (const auto index =
                firstWith([&](const SavedGateway &each) { return each.serial == gateway.serial; }))
            return index;
    }
    if (!gateway.mac.isEmpty()) {
        const auto index = firstWith([&](const SavedGateway &each) {
            return each.mac == gateway.mac && isSameGateway(each, gateway);
        });
        if (index)
            return index;
    }
    return firstWith([&](const SavedGateway &each) { return isSameGateway(each, gateway); });
}

std::optional<int> SavedGateways::upsert(SavedGateway seen)
{
    if (!normalize(seen))
        return std::nullopt;
    const std::optional<int> known = find(seen);
    if (!known) {
        if (numberInFile(count()) > maximumCount)
            return std::nullopt;
        m_gateways.append(seen);
        store(count() - 1);
        Q_EMIT added(count() - 1);
        return count() - 1;
    }
    const SavedGateway merged = mergedGateway(m_gateways.at(*known), seen);
    if (merged != m_gateways.at(*known)) {
        m_gateways[*known] = merged;
        store(*known);
        Q_EMIT changed(*known);
    }
    return joinTwins(*known);
}

/// An entry by address alone and one by serial number may turn out to be one device. Returns where \a index
/// is now.
int SavedGateways::joinTwins(int index)
{
    const SavedGateway gateway = m_gateways.at(index);
    for (int other = count() - 1; other >= 0; --other) {
        if (other == index || !isSameGateway(m_gateways.at(other), gateway))
            continue;
        const SavedGateway merged = mergedGateway(m_gateways.at(other), m_gateways.at(index));
        if (merged != m_gateways.at(index)) {
            m_gateways[index] = merged;
            store(index);
            Q_EMIT changed(index);
        }
        remove(other);
        if (other < index)
            --index;
    }
    return index;
}

bool SavedGateways::replace(int index, SavedGateway gateway)
{
    if (!normalize(gateway))
        return false;
    if (gateway != m_gateways.at(index)) {
        m_gateways[index] = gateway;
        store(index);
        Q_EMIT changed(index);
    }
    return true;
}

void SavedGateways::remove(int index)
{
    m_gateways.removeAt(index);
    storeFrom(index);
    Q_EMIT removed(index);
}

std::optional<QString> SavedGateways::exportTo(const QString &path) const
{
    const Error error = writeSafely(path, gatewayFile(m_gateways));
    return error ? std::optional(error.detail) : std::nullopt;
}

std::variant<SavedGateways::Imported, GatewayFileError> SavedGateways::importFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return GatewayFileError{0, file.errorString()};
    // One byte more than allowed, so that a longer file is refused and an endless one does not hang.
    const auto parsed = parseGatewayFile(file.read(maximumGatewayFileSize + 1));
    if (const auto *error = std::get_if<GatewayFileError>(&parsed))
        return *error;
    Imported imported;
    for (const SavedGateway &gateway : *std::get_if<QList<SavedGateway>>(&parsed)) {
        const std::optional<int> known = find(gateway);
        const SavedGateway before = known ? m_gateways.at(*known) : SavedGateway();
        const std::optional<int> index = upsert(gateway);
        if (!index)
            ++imported.tooMany;
        else if (!known)
            ++imported.added;
        else if (m_gateways.at(*index) != before)
            ++imported.changed;
        else
            ++imported.unchanged;
    }
    return imported;
}

} // namespace Sigen
