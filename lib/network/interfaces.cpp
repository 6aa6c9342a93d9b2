#include "network/interfaces.h"

#include <QDir>
#include <QFile>
#include <QNetworkInterface>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

InterfaceKind reportedKind(const QNetworkInterface &interface)
{
    const QNetworkInterface::InterfaceFlags flags = interface.flags();
    if (flags.testFlag(QNetworkInterface::IsLoopBack))
        return InterfaceKind::Loopback;
    if (flags.testFlag(QNetworkInterface::IsPointToPoint))
        return InterfaceKind::Tunnel;
    switch (interface.type()) {
    case QNetworkInterface::Ethernet:
        return InterfaceKind::Ethernet;
    case QNetworkInterface::Wifi:
        return InterfaceKind::WiFi;
    case QNetworkInterface::Virtual:
        return InterfaceKind::Virtual;
    case QNetworkInterface::Ppp:
    case QNetworkInterface::Slip:
        return InterfaceKind::Tunnel;
    default:
        return InterfaceKind::Other;
    }
}

// What Linux tells about an interface beyond its kind; elsewhere there are no such files.

bool isLinuxBridge(const QString &name)
{
    return QFile::exists("/sys/class/net/"_L1 + name + "/bridge"_L1);
}

QStringList linuxBridgeMembers(const QString &name)
{
    return QDir("/sys/class/net/"_L1 + name + "/brif"_L1)
        .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System);
}

/// The bridge has the addresses then.
bool isLinuxBridgePort(const QString &name)
{
    return QFile::exists("/sys/class/net/"_L1 + name + "/brport"_L1);
}

int linuxSpeedMbps(const QString &name)
{
    QFile file("/sys/class/net/"_L1 + name + "/speed"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    bool isNumber = false;
    const int speed = file.read(16).trimmed().toInt(&isNumber);
    return isNumber && speed > 0 ? speed : 0; // -1: not known
}

/// The interface's addresses as values; one without any IPv4 address occurs all the same.
QList<LocalInterface> addressesOf(const QNetworkInterface &interface, InterfaceKind kind)
{
    const QString name = interface.humanReadableName();
    const int speed = linuxSpeedMbps(interface.name());
    QList<LocalInterface> found;
    const QList<QNetworkAddressEntry> entries = interface.addressEntries();
    for (const QNetworkAddressEntry &entry : entries) {
        if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol && entry.prefixLength() >= 0)
            found.append({name, kind, {entry.ip().toIPv4Address(), entry.prefixLength()}, speed, false});
    }
    if (found.isEmpty() && !entries.isEmpty() && !isLinuxBridgePort(interface.name()))
        found.append({name, kind, {}, speed, true});
    return found;
}

} // namespace

QList<LocalInterface> localInterfaces()
{
    QFile routes(u"/proc/net/route"_s);
    const QStringList waysOut =
        routes.open(QIODevice::ReadOnly) ? parseProcNetRoute(routes.readAll()) : QStringList();
    QList<LocalInterface> found;
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        const QNetworkInterface::InterfaceFlags flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || !flags.testFlag(QNetworkInterface::IsRunning))
            continue;
        InterfaceFacts facts;
        facts.name = interface.humanReadableName();
        facts.reported = reportedKind(interface);
        facts.isBridge = isLinuxBridge(interface.name());
        if (facts.isBridge)
            facts.bridgeMembers = linuxBridgeMembers(interface.name());
        facts.hasDefaultRoute = waysOut.contains(interface.name());
        found += addressesOf(interface, interfaceKind(facts));
    }
    return found;
}

} // namespace Sigen
