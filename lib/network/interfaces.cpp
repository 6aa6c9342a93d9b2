#include "network/interfaces.h"

#include <QFile>
#include <QNetworkInterface>

#include <algorithm>
#include <array>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NameRule
{
    QLatin1StringView start;
    InterfaceKind kind;
};

constexpr std::array nameRules{
    NameRule{"docker"_L1, InterfaceKind::Virtual},  NameRule{"br-"_L1, InterfaceKind::Virtual},
    NameRule{"bridge"_L1, InterfaceKind::Virtual},  NameRule{"virbr"_L1, InterfaceKind::Virtual},
    NameRule{"lxcbr"_L1, InterfaceKind::Virtual},   NameRule{"lxdbr"_L1, InterfaceKind::Virtual},
    NameRule{"incusbr"_L1, InterfaceKind::Virtual}, NameRule{"podman"_L1, InterfaceKind::Virtual},
    NameRule{"cni"_L1, InterfaceKind::Virtual},     NameRule{"flannel"_L1, InterfaceKind::Virtual},
    NameRule{"cali"_L1, InterfaceKind::Virtual},    NameRule{"veth"_L1, InterfaceKind::Virtual},
    NameRule{"vnet"_L1, InterfaceKind::Virtual},    NameRule{"vmnet"_L1, InterfaceKind::Virtual},
    NameRule{"vboxnet"_L1, InterfaceKind::Virtual}, NameRule{"hassio"_L1, InterfaceKind::Virtual},
    NameRule{"dummy"_L1, InterfaceKind::Virtual},   NameRule{"vEthernet ("_L1, InterfaceKind::Virtual},
    NameRule{"VMware "_L1, InterfaceKind::Virtual}, NameRule{"VirtualBox "_L1, InterfaceKind::Virtual},
    NameRule{"tun"_L1, InterfaceKind::Tunnel},      NameRule{"tap"_L1, InterfaceKind::Tunnel},
    NameRule{"utun"_L1, InterfaceKind::Tunnel},     NameRule{"ipsec"_L1, InterfaceKind::Tunnel},
    NameRule{"ppp"_L1, InterfaceKind::Tunnel},      NameRule{"wg"_L1, InterfaceKind::Tunnel},
    NameRule{"zt"_L1, InterfaceKind::Tunnel},       NameRule{"tailscale"_L1, InterfaceKind::Tunnel},
    NameRule{"nordlynx"_L1, InterfaceKind::Tunnel}, NameRule{"proton"_L1, InterfaceKind::Tunnel},
    NameRule{"OpenVPN"_L1, InterfaceKind::Tunnel},  NameRule{"WireGuard"_L1, InterfaceKind::Tunnel},
};

/// "br0", but not "broadcom1".
bool isNumberedBridge(const QString &name)
{
    return name.startsWith("br"_L1) && name.size() > 2
        && std::all_of(name.begin() + 2, name.end(), [](QChar each) { return each.isDigit(); });
}

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

/// What Linux tells about an interface beyond its kind; elsewhere there are no such files.
bool isLinuxBridge(const QString &name)
{
    return QFile::exists("/sys/class/net/"_L1 + name + "/bridge"_L1);
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

} // namespace

InterfaceKind interfaceKindByName(const QString &name, InterfaceKind reported)
{
    if (reported == InterfaceKind::Loopback || reported == InterfaceKind::Tunnel)
        return reported;
    const auto rule = std::find_if(nameRules.begin(), nameRules.end(), [&name](const NameRule &each) {
        return name.startsWith(each.start, Qt::CaseInsensitive);
    });
    if (rule != nameRules.end())
        return rule->kind;
    return isNumberedBridge(name) ? InterfaceKind::Virtual : reported;
}

QList<LocalInterface> localInterfaces()
{
    QList<LocalInterface> found;
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        const QNetworkInterface::InterfaceFlags flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || !flags.testFlag(QNetworkInterface::IsRunning))
            continue;
        const QString name = interface.humanReadableName();
        InterfaceKind kind = interfaceKindByName(name, reportedKind(interface));
        if (isLinuxBridge(interface.name()))
            kind = InterfaceKind::Virtual;
        for (const QNetworkAddressEntry &entry : interface.addressEntries()) {
            if (entry.ip().protocol() != QAbstractSocket::IPv4Protocol || entry.prefixLength() < 0)
                continue;
            found.append({name,
                          kind,
                          {entry.ip().toIPv4Address(), entry.prefixLength()},
                          linuxSpeedMbps(interface.name())});
        }
    }
    return found;
}

} // namespace Sigen
