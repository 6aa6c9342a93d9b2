// What kind of network an interface is, judged by facts that the system tells about it. Pure.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Sigen {

enum class InterfaceKind {
    Ethernet,
    WiFi,
    Loopback,
    Virtual, ///< made by software for software: docker, bridges, virtual machines
    Tunnel, ///< VPN, PPP and other point-to-point links
    Other,
};

struct InterfaceFacts
{
    QString name; ///< "eth0", "en0"; on Windows the name that people see
    InterfaceKind reported = InterfaceKind::Other; ///< what the operating system calls it
    bool isBridge = false; ///< the system says so; the name may say so, too
    QStringList bridgeMembers; ///< interfaces that are ports of the bridge
    bool hasDefaultRoute = false; ///< this computer's way out leads through it
};

/// What the operating system calls Ethernet is often something else: judged by names that are in common use
/// ("docker0", "br-0123456789ab", "virbr0", "wg0", "vEthernet (…)"), and a bridge by what it is good for: one
/// that carries the default route, or has a network card among its members, is the computer's own network
/// ("br0", "vmbr0", "br-lan"). The bridges of container and machine managers never are.
InterfaceKind interfaceKind(const InterfaceFacts &facts);

/// The text of Linux's /proc/net/route: the interfaces that carry a default route. Lines that can't be
/// understood are skipped.
QStringList parseProcNetRoute(const QByteArray &text);

/// By its name alone.
InterfaceKind interfaceKindByName(const QString &name, InterfaceKind reported);

} // namespace Sigen
