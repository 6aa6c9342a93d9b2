#include "network/interfacerules.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>
#include <optional>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NameRule
{
    QLatin1StringView start;
    InterfaceKind kind;
};

constexpr std::array nameRules{
    NameRule{"docker"_L1, InterfaceKind::Virtual},  NameRule{"virbr"_L1, InterfaceKind::Virtual},
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
    NameRule{"fwbr"_L1, InterfaceKind::Virtual},    NameRule{"fwpr"_L1, InterfaceKind::Virtual},
    NameRule{"fwln"_L1, InterfaceKind::Virtual},    NameRule{"vxlan"_L1, InterfaceKind::Virtual},
    NameRule{"OpenVPN"_L1, InterfaceKind::Tunnel},  NameRule{"WireGuard"_L1, InterfaceKind::Tunnel},
};

std::optional<InterfaceKind> kindOfName(const QString &name)
{
    const auto rule = std::find_if(nameRules.begin(), nameRules.end(), [&name](const NameRule &each) {
        return name.startsWith(each.start, Qt::CaseInsensitive);
    });
    return rule == nameRules.end() ? std::nullopt : std::optional(rule->kind);
}

/// "br-0123456789ab": docker's own networks.
bool isDockerBridge(const QString &name)
{
    constexpr qsizetype digits = 12;
    return name.startsWith("br-"_L1) && name.size() == digits + 3
        && std::all_of(name.begin() + 3, name.end(), [](QChar each) {
               return (each >= u'0' && each <= u'9') || (each >= u'a' && each <= u'f');
           });
}

/// "br0", "br-lan" and "bridge100", but not "broadcom1".
bool isBridgeName(const QString &name)
{
    if (name.startsWith("br-"_L1, Qt::CaseInsensitive) || name.startsWith("bridge"_L1, Qt::CaseInsensitive))
        return true;
    return name.startsWith("br"_L1) && name.size() > 2
        && std::all_of(name.begin() + 2, name.end(), [](QChar each) { return each.isDigit(); });
}

bool isCard(const QString &member)
{
    return !kindOfName(member) && !isBridgeName(member);
}

} // namespace

InterfaceKind interfaceKind(const InterfaceFacts &facts)
{
    if (facts.reported == InterfaceKind::Loopback || facts.reported == InterfaceKind::Tunnel)
        return facts.reported;
    if (const std::optional<InterfaceKind> known = kindOfName(facts.name))
        return *known;
    if (!facts.isBridge && !isBridgeName(facts.name))
        return facts.reported;
    if (isDockerBridge(facts.name))
        return InterfaceKind::Virtual;
    const QStringList &members = facts.bridgeMembers;
    const bool leadsOut = facts.hasDefaultRoute || std::any_of(members.begin(), members.end(), isCard);
    return leadsOut ? InterfaceKind::Ethernet : InterfaceKind::Virtual;
}

// Iface   Destination     Gateway         Flags   RefCnt  Use     Metric  Mask            MTU     Window IRTT
// br0     00000000        0101A8C0        0003    0       0       100     00000000        0       0       0
QStringList parseProcNetRoute(const QByteArray &text)
{
    constexpr int upFlag = 0x1; // RTF_UP of <linux/route.h>
    constexpr int rejectFlag = 0x200; // RTF_REJECT
    QStringList interfaces;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() < 8 || fields.at(1) != "00000000" || fields.at(7) != "00000000")
            continue;
        bool isNumber = false;
        const int flags = fields.at(3).toInt(&isNumber, 16);
        if (isNumber && (flags & upFlag) != 0 && (flags & rejectFlag) == 0)
            interfaces += QString::fromLocal8Bit(fields.at(0));
    }
    return interfaces;
}

InterfaceKind interfaceKindByName(const QString &name, InterfaceKind reported)
{
    return interfaceKind({name, reported, false, {}, false});
}

} // namespace Sigen
