#include "settings/savedgateways.h"

#include "core/safefile.h"
#include "settings/savedgateway.h"
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

SavedGateways::SavedGateways(SettingsFile &file, Registry &registry, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_registry(registry)
{
    load();
    connect(&m_registry, &Registry::changed, this, &SavedGateways::take);
}

SavedGateways::~SavedGateways() = default;

QList<Gateway> SavedGateways::all() const
{
    QList<Gateway> gateways;
    for (const QString &id : m_ids)
        gateways += *m_registry.find(id);
    return gateways;
}

void SavedGateways::load()
{
    const int size = std::clamp(m_file.value(sizeKey()).toInt(), 0, maximumCount);
    bool isAsStored = true;
    for (int number = 1; number <= size; ++number) {
        const std::optional<Gateway> entry = read(number);
        if (!entry)
            continue;
        const Changes changes = m_registry.absorb(*entry);
        for (const Changes::Merge &merge : changes.merged)
            m_ids.removeAll(merge.from);
        m_ids += changes.added;
        isAsStored = isAsStored && changes.added.value(0) == entry->id && numberInFile(count() - 1) == number;
    }
    if (!isAsStored) // a gap, one device twice, or entries of a program that gave them no id
        storeFrom(0);
}

/// Nothing where there is none, or none that is understood.
std::optional<Gateway> SavedGateways::read(int number)
{
    bool isEmpty = true;
    const auto value = [this, number, &isEmpty](const QString &key) {
        const QVariant found = m_file.value(groupOf(number) + u'/' + key);
        isEmpty = isEmpty && !found.isValid();
        return found;
    };
    Gateway gateway = entryAt(value(u"address"_s).toString().trimmed());
    gateway.id = value(u"id"_s).toString();
    for (const SavedText &text : savedTexts()) {
        const QVariant found = value(text.key);
        if (found.isValid())
            text.of(gateway) = found.toString();
    }
    gateway.way.webSocketPort = portFrom(value(u"webSocketPort"_s));
    gateway.way.tls = value(u"tls"_s).toBool();
    // Not in files for others: it says what this computer's keychain has.
    gateway.remembered = value(u"remembered"_s).toString().split(u'\n', Qt::SkipEmptyParts);
    gateway.remembered.removeIf([](const QString &entry) { return !isText(entry) || !entry.contains(u'@'); });
    gateway.units = unitsFrom(value(u"units"_s).toString());
    gateway.lastSeen = timeFrom(value(u"lastSeen"_s));
    const quint16 modbusPort = portFrom(value(u"lastKnownModbusPort"_s));
    gateway.places.first().modbus.port = modbusPort;
    const QString state = value(u"lastKnownState"_s).toString();
    const QDateTime at = timeFrom(value(u"lastKnownStateAt"_s));
    const bool on = state == knownStateName(true);
    if (at.isValid() && (on || state == knownStateName(false)))
        gateway.before = SettingEvidence{on, modbusPort ? std::optional(modbusPort) : std::nullopt,
                                         value(u"lastKnownFirmware"_s).toString(), at};
    if (normalize(gateway))
        return gateway;
    if (!isEmpty)
        m_unreadable.append(number);
    return std::nullopt;
}

int SavedGateways::numberInFile(qsizetype index) const
{
    int number = int(index) + 1;
    for (const int taken : m_unreadable) {
        if (taken <= number)
            ++number;
    }
    return number;
}

// --- following the registry ----------------------------------------------------------------------------

void SavedGateways::take(const Changes &changes)
{
    const int before = count();
    qsizetype firstGone = before;
    const auto drop = [&](const QString &id) {
        if (const qsizetype index = m_ids.indexOf(id); index >= 0) {
            m_ids.removeAt(index);
            firstGone = std::min(firstGone, index);
        }
    };
    for (const Changes::Merge &merge : changes.merged)
        drop(merge.from);
    for (const QString &id : changes.removed)
        drop(id);
    for (auto each = changes.changed.keyBegin(); each != changes.changed.keyEnd(); ++each) {
        if (const Gateway *const gateway = m_registry.find(*each); gateway && !gateway->saved)
            drop(*each);
    }
    if (count() < before)
        storeFrom(firstGone);
    for (const QString &id : changes.added)
        follow(id);
    for (auto each = changes.changed.keyBegin(); each != changes.changed.keyEnd(); ++each)
        follow(*each);
}

void SavedGateways::follow(const QString &id)
{
    const Gateway *const gateway = m_registry.find(id);
    const bool isKnown = m_ids.contains(id);
    if (!gateway || !gateway->saved || (!isKnown && numberInFile(count()) > maximumCount))
        return;
    if (Gateway written = *gateway; !normalize(written))
        return;
    if (!isKnown)
        m_ids.append(id);
    store(m_ids.indexOf(id));
}

void SavedGateways::store(qsizetype index)
{
    Gateway gateway = *m_registry.find(m_ids.at(index));
    normalize(gateway);
    const auto set = [this, group = groupOf(numberInFile(index))](const QString &key, const QVariant &value) {
        const QString full = group + u'/' + key;
        if (!value.toString().isEmpty() || m_file.value(full).isValid()) // most are empty
            m_file.setValue(full, value);
    };
    set(u"address"_s, savedAddress(gateway));
    set(u"id"_s, gateway.id);
    for (const SavedText &text : savedTexts())
        set(text.key, text.of(gateway));
    set(u"webSocketPort"_s, int(gateway.way.webSocketPort));
    set(u"tls"_s, gateway.way.tls);
    set(u"remembered"_s, gateway.remembered.join(u'\n'));
    set(u"units"_s, unitsText(gateway.units));
    set(u"lastSeen"_s, gateway.lastSeen.toString(Qt::ISODate));
    const std::optional<SettingEvidence> state = savedState(gateway);
    set(u"lastKnownState"_s, knownStateName(state ? std::optional(state->on) : std::nullopt));
    set(u"lastKnownStateAt"_s, state ? state->at.toString(Qt::ISODate) : QString());
    set(u"lastKnownFirmware"_s, state ? state->firmware : QString());
    set(u"lastKnownModbusPort"_s, int(gateway.modbusPort()));
    storeSize();
}

void SavedGateways::storeFrom(qsizetype index)
{
    const int before = std::min(m_file.value(sizeKey()).toInt(), maximumCount);
    for (qsizetype each = index; each < count(); ++each)
        store(each);
    for (qsizetype each = count(); numberInFile(each) <= before; ++each)
        m_file.remove(groupOf(numberInFile(each)));
    storeSize();
}

void SavedGateways::storeSize()
{
    const int lastUnreadable = m_unreadable.isEmpty() ? 0 : m_unreadable.last();
    m_file.setValue(sizeKey(), std::max(numberInFile(count() - 1), lastUnreadable));
}

// --- files ---------------------------------------------------------------------------------------------

std::optional<QString> SavedGateways::exportTo(const QString &path) const
{
    const Error error = writeSafely(path, gatewayFile(all()));
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
    for (Gateway gateway : *std::get_if<QList<Gateway>>(&parsed)) {
        normalize(gateway);
        const int before = count();
        const Changes changes = m_registry.absorb(gateway);
        if (count() > before) {
            ++imported.added;
        } else if (!changes.added.isEmpty()) {
            m_registry.remove(changes.added.constFirst());
            ++imported.tooMany;
        } else {
            ++(changes.isEmpty() ? imported.unchanged : imported.changed);
        }
    }
    return imported;
}

} // namespace Sigen
