#include "ui/controllers/hostrows.h"

#include "discovery/knowngateway.h"

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

KnownGateway knownGateway(const RememberedHost &host)
{
    return {host.id, QHostAddress(host.host), host.mac, host.serial};
}

bool isSameDevice(const RememberedHost &remembered, const DiscoveredHost &host)
{
    return !findKnownGateways({knownGateway(remembered)}, {host}).isEmpty();
}

/// A device with another MAC address than the row's had is not that gateway any more.
bool isOtherDevice(const HostRow &row, const DiscoveredHost &now)
{
    const QString before = row.seen && !row.seen->mac.isEmpty() ? row.seen->mac
        : row.remembered                                        ? row.remembered->mac
                                                                : QString();
    return !before.isEmpty() && !now.mac.isEmpty() && before != now.mac;
}

/// What a sign-in has told stands: on the Modbus port of a gateway another device may answer.
DiscoveredHost asSignedIn(const HostRow &row, DiscoveredHost now)
{
    if (row.signInSerial.isEmpty() || isOtherDevice(row, now) || now.serial.isEmpty()
        || now.serial == row.signInSerial)
        return now;
    now.serial = row.signInSerial;
    now.model.clear();
    return now;
}

/// \a now, and what only \a before knew: what a page has read is not forgotten by the next scan.
DiscoveredHost merged(const DiscoveredHost &before, DiscoveredHost now)
{
    const auto keep = [](QString &text, const QString &old) {
        if (text.isEmpty())
            text = old;
    };
    keep(now.mac, before.mac);
    keep(now.hostname, before.hostname);
    keep(now.model, before.model);
    keep(now.serial, before.serial);
    keep(now.firmware, before.firmware);
    if (now.modbus == ServiceState::NotTested) {
        now.modbus = before.modbus;
        now.modbusPort = before.modbusPort;
    }
    if (!now.rttMs)
        now.rttMs = before.rttMs;
    return now;
}

} // namespace

HostRows::HostRows(QObject *parent)
    : QObject(parent)
{ }

HostRows::~HostRows() = default;

void HostRows::setCurrent(int row)
{
    const QModelIndex index = m_model.index(row);
    if (m_current == index)
        return;
    m_current = index;
    Q_EMIT currentIndexChanged(index);
}

void HostRows::setCurrentKey(const QString &key)
{
    setCurrent(m_model.rowOf(key));
}

GatewayRef HostRows::gatewayAt(int row) const
{
    if (row < 0 || row >= m_model.rowCount())
        return {};
    const HostRow &host = m_model.at(row);
    GatewayRef gateway;
    gateway.key = host.key;
    gateway.host = host.host();
    gateway.confirmed = host.isConfirmed();
    gateway.demo = host.demo;
    gateway.displaced = host.displaced;
    gateway.webSocketPort = host.webSocketPort;
    gateway.modbusPort = host.modbusPort;
    if (host.remembered) {
        gateway.savedId = host.remembered->id;
        gateway.name = host.remembered->name;
        gateway.model = host.remembered->model;
        gateway.serial = host.remembered->serial;
        gateway.mac = host.remembered->mac;
        gateway.modbusPort = host.remembered->port.value_or(host.modbusPort);
        gateway.wasOn = host.remembered->wasOn;
    }
    if (host.seen) {
        const DiscoveredHost &seen = *host.seen;
        const auto take = [](QString &text, const QString &now) {
            if (!now.isEmpty())
                text = now;
        };
        take(gateway.model, seen.model);
        take(gateway.serial, seen.serial);
        take(gateway.mac, seen.mac);
        if (seen.webSocketPort)
            gateway.webSocketPort = seen.webSocketPort;
        if (!gateway.modbusPort || seen.modbus == ServiceState::Answers)
            gateway.modbusPort = seen.modbusPort;
        gateway.webSocket = seen.webSocket;
        if (gateway.modbusPort == seen.modbusPort) // what was seen of another port is nothing of this one
            gateway.modbus = seen.modbus;
        gateway.rttMs = seen.rttMs;
    }
    return gateway;
}

QString HostRows::keyOfHost(const QString &host) const
{
    for (const HostRow &row : m_model.rows()) {
        if (!row.demo && (row.host() == host || row.addedAs == host))
            return row.key;
    }
    return {};
}

QString HostRows::keyOf(const QHostAddress &address) const
{
    for (const HostRow &row : m_model.rows()) {
        if (!row.demo && row.seen && row.seen->address == address)
            return row.key;
    }
    const QString text = address.toString();
    const QString known = keyOfHost(text);
    return known.isEmpty() ? text : known;
}

HostRow HostRows::rowOrNew(const QString &key) const
{
    const int at = m_model.rowOf(key);
    HostRow row;
    if (at >= 0)
        row = m_model.at(at);
    row.key = key;
    return row;
}

void HostRows::publish(const HostRow &row)
{
    const bool isCurrent = m_current.isValid() && m_model.at(m_current.row()).key == row.key;
    m_model.put(row);
    if (isCurrent)
        Q_EMIT gatewayChanged(row.key);
}

QString HostRows::rememberedKey(const DiscoveredHost &host) const
{
    for (const HostRow &row : m_model.rows()) {
        if (row.remembered && !row.seen && isSameDevice(*row.remembered, host))
            return row.key;
    }
    return {};
}

void HostRows::take(const QString &key, const DiscoveredHost &found)
{
    HostRow row = rowOrNew(key);
    const DiscoveredHost host = asSignedIn(row, found);
    const QString oldSerial = row.seen ? row.seen->serial : QString();
    const bool isOther = isOtherDevice(row, host);
    const DiscoveredHost now = row.seen && !isOther ? merged(*row.seen, host) : host;
    QString target = key;
    if (!row.demo && row.remembered && !isSameDevice(*row.remembered, now)) {
        // Another device has the remembered address; the saved gateway was not seen after all.
        row.seen.reset();
        row.displaced = true;
        publish(row);
        target = now.address.toString();
        if (target == key) // the row was this address's before the gateway was saved
            target.prepend(u"other:"_s);
    }
    if (!row.demo && !row.remembered) {
        const QString saved = rememberedKey(now);
        if (!saved.isEmpty()) {
            if (m_model.rowOf(target) >= 0)
                merge(target, saved);
            target = saved;
        }
    }
    if (!row.demo)
        mergeOthers(now, target);
    row = rowOrNew(target);
    row.seen = now;
    row.displaced = false;
    row.refusedPorts.clear();
    row.nameNotFound = false;
    if (isOther && target == key) { // what was read was the other one's
        row.readOn.reset();
        row.doubtful = false;
        row.signInSerial.clear();
    }
    publish(row);
    markShared(oldSerial);
    markShared(now.serial);
    if (row.remembered && now.settled && !m_told.contains(target)) {
        m_told.insert(target);
        Q_EMIT gatewaySeen(gatewayAt(m_model.rowOf(target)));
    }
}

void HostRows::mergeOthers(const DiscoveredHost &host, const QString &into)
{
    // As when a name was added that leads to a found host, or before a found host was known to be a saved
    // gateway.
    QStringList others;
    for (const HostRow &row : m_model.rows()) {
        const bool sameAddress =
            row.seen ? row.seen->address == host.address : QHostAddress(row.host()) == host.address;
        if (!row.demo && row.key != into && sameAddress
            && (!row.remembered || isSameDevice(*row.remembered, host)))
            others += row.key;
    }
    for (const QString &other : std::as_const(others))
        merge(other, into);
}

void HostRows::merge(const QString &from, const QString &into)
{
    const HostRow gone = m_model.at(m_model.rowOf(from));
    HostRow row = rowOrNew(into);
    if (!row.seen)
        row.seen = gone.seen;
    if (!row.readOn) {
        row.readOn = gone.readOn;
        row.doubtful = gone.doubtful;
        row.signInSerial = gone.signInSerial;
    }
    if (!row.remembered)
        row.remembered = gone.remembered;
    row.probing = row.probing || gone.probing;
    m_model.put(row);
    Q_EMIT rowsMerged(from, into);
    if (m_current.isValid() && m_model.at(m_current.row()).key == from)
        setCurrentKey(into);
    remove(from);
}

void HostRows::markShared(const QString &serial)
{
    if (serial.isEmpty())
        return;
    QList<int> kin;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        const HostRow &row = m_model.at(i);
        if (row.seen && row.seen->serial == serial && row.section() == HostSection::Gateways)
            kin += i;
    }
    const bool shared = kin.size() > 1;
    QList<HostRow> changed;
    for (const int i : std::as_const(kin)) {
        HostRow row = m_model.at(i);
        if (row.sharesPlant != shared) {
            row.sharesPlant = shared;
            changed += row;
        }
    }
    for (const HostRow &row : std::as_const(changed))
        publish(row);
}

void HostRows::setProbing(const QString &key, bool probing)
{
    const int at = m_model.rowOf(key);
    if (at < 0)
        return;
    HostRow row = m_model.at(at);
    row.probing = probing;
    publish(row);
}

void HostRows::remove(const QString &key)
{
    const int at = m_model.rowOf(key);
    if (at < 0)
        return;
    const bool wasCurrent = m_current.isValid() && m_current.row() == at;
    m_model.remove(key);
    if (wasCurrent)
        Q_EMIT currentIndexChanged({});
}

void HostRows::dropUnseen(const std::function<bool(const QHostAddress &)> &covered,
                          const QList<DiscoveredHost> &stillThere)
{
    QSet<QString> seen;
    for (const DiscoveredHost &host : stillThere)
        seen.insert(host.address.toString());
    const QList<HostRow> rows = m_model.rows();
    for (HostRow row : rows) {
        if (!row.seen || row.demo || row.probing || !covered(row.seen->address)
            || seen.contains(row.seen->address.toString()))
            continue;
        const bool isCurrent = m_current.isValid() && m_model.at(m_current.row()).key == row.key;
        if (!row.remembered && row.addedAs.isEmpty() && !isCurrent) {
            remove(row.key);
            continue;
        }
        if (!row.remembered && row.addedAs.isEmpty())
            row.addedAs = row.host(); // its page is open: it stays, as an address that does not answer
        row.seen.reset();
        row.refusedPorts.clear();
        publish(row);
    }
}

void HostRows::setRemembered(const QList<RememberedHost> &hosts)
{
    const QList<HostRow> before = m_model.rows();
    for (HostRow row : before) {
        const auto same = [&](const RememberedHost &host) {
            return row.remembered && host.id == row.remembered->id;
        };
        if (!row.remembered || std::any_of(hosts.cbegin(), hosts.cend(), same))
            continue;
        row.remembered.reset();
        if (row.seen || !row.addedAs.isEmpty())
            publish(row);
        else
            remove(row.key);
    }
    for (const RememberedHost &host : hosts) {
        const QList<HostRow> &rows = m_model.rows();
        auto found = std::find_if(rows.cbegin(), rows.cend(), [&](const HostRow &row) {
            return row.remembered && row.remembered->id == host.id;
        });
        if (found == rows.cend()) {
            found = std::find_if(rows.cbegin(), rows.cend(), [&](const HostRow &row) {
                return !row.demo && !row.remembered
                    && (row.seen ? isSameDevice(host, *row.seen) : row.addedAs == host.host);
            });
        }
        HostRow row;
        row.key = u"saved:"_s + host.id;
        if (found != rows.cend())
            row = *found;
        // "Was on" is about an earlier run: what this one has read since must not take its place.
        const std::optional<bool> wasOn = row.remembered ? row.remembered->wasOn
            : row.readOn                                 ? row.readOn
                                                         : host.wasOn;
        row.remembered = host;
        row.remembered->wasOn = wasOn;
        publish(row);
    }
}

void HostRows::noteRead(const QString &key, bool on, std::optional<quint16> port, const QString &serial)
{
    const int at = m_model.rowOf(key);
    if (at < 0)
        return;
    HostRow row = m_model.at(at);
    if (row.readOn && *row.readOn != on && row.remembered)
        row.remembered->wasOn = on; // changed in this run, knowingly
    row.readOn = on;
    row.doubtful = false;
    if (!row.seen) {
        row.seen = DiscoveredHost{};
        row.seen->address = QHostAddress(row.host());
        row.seen->kind = HostKind::Gateway;
        row.seen->webSocket = ServiceState::Handshake; // there was a sign-in
        row.seen->settled = true;
    }
    row.modbusPort = port.value_or(row.modbusPort);
    if (port && row.seen->modbusPort != *port) {
        row.seen->modbusPort = *port;
        row.seen->modbus = ServiceState::NotTested;
    }
    if (!serial.isEmpty())
        row.signInSerial = row.seen->serial = serial;
    publish(row);
    markShared(serial);
}

void HostRows::noteDoubt(const QString &key)
{
    const int at = m_model.rowOf(key);
    if (at < 0)
        return;
    HostRow row = m_model.at(at);
    row.doubtful = true;
    if (row.seen)
        row.seen->modbus = ServiceState::NotTested;
    publish(row);
}

void HostRows::noteAnswer(const QString &key, const QList<quint16> &refusedPorts, bool nameNotFound)
{
    const int at = m_model.rowOf(key);
    if (at < 0)
        return;
    HostRow row = m_model.at(at);
    row.refusedPorts = refusedPorts;
    row.nameNotFound = nameNotFound;
    publish(row);
}

void HostRows::noteModbus(const QString &key, ServiceState modbus, quint16 port, const QString &model,
                          const QString &serial)
{
    const int at = m_model.rowOf(key);
    if (at < 0)
        return;
    HostRow row = m_model.at(at);
    row.refusedPorts.clear(); // of an earlier try
    row.nameNotFound = false;
    if (!row.seen) {
        if (modbus == ServiceState::Filtered || modbus == ServiceState::NotTested)
            return publish(row); // still nobody was seen
        row.seen = DiscoveredHost{};
        row.seen->address = QHostAddress(row.host());
        row.seen->settled = true;
    }
    row.seen->modbus = modbus;
    row.seen->modbusPort = port;
    const QString own =
        row.signInSerial.isEmpty() && row.remembered ? row.remembered->serial : row.signInSerial;
    const bool isOther = !own.isEmpty() && !serial.isEmpty() && own != serial;
    if (!isOther && !model.isEmpty())
        row.seen->model = model;
    if (!isOther && !serial.isEmpty())
        row.seen->serial = serial;
    row.seen->kind = hostKind(*row.seen);
    publish(row);
    markShared(row.seen->serial);
}

} // namespace Sigen
