// This computer's IPv4 interfaces, as values: the only place that knows QNetworkInterface.
#pragma once

#include "network/interfacerules.h"
#include "network/ipv4network.h"

#include <QList>
#include <QString>

namespace Sigen {

/// One IPv4 address of one interface; an interface with two addresses occurs twice. One that has only IPv6
/// addresses occurs once, with `ipv6Only`.
struct LocalInterface
{
    QString name; ///< "eth0", "en0"; on Windows the name that people see
    InterfaceKind kind = InterfaceKind::Other;
    Ipv4Network network; ///< `address` is this computer's own
    int speedMbps = 0; ///< 0: not known
    bool ipv6Only = false; ///< `network` means nothing
    bool operator==(const LocalInterface &) const = default;
};

/// The interfaces that are up, now.
QList<LocalInterface> localInterfaces();

} // namespace Sigen
