// This computer's IPv4 interfaces, as values: the only place that knows QNetworkInterface.
#pragma once

#include "network/ipv4network.h"

#include <QList>
#include <QString>

namespace Sigen {

enum class InterfaceKind {
    Ethernet,
    WiFi,
    Loopback,
    Virtual, ///< made by software for software: docker, bridges, virtual machines
    Tunnel, ///< VPN, PPP and other point-to-point links
    Other,
};

/// One IPv4 address of one interface; an interface with two addresses occurs twice.
struct LocalInterface
{
    QString name; ///< "eth0", "en0"; on Windows the name that people see
    InterfaceKind kind = InterfaceKind::Other;
    Ipv4Network network; ///< `address` is this computer's own
    int speedMbps = 0; ///< 0: not known
    bool operator==(const LocalInterface &) const = default;
};

/// The interfaces that are up, now.
QList<LocalInterface> localInterfaces();

/// What the operating system calls Ethernet is often something else: judged by names that are in common use
/// ("docker0", "br-…", "virbr0", "wg0", "vEthernet (…)"). Pure.
InterfaceKind interfaceKindByName(const QString &name, InterfaceKind reported);

} // namespace Sigen
