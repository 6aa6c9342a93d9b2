// Which way this computer takes to an address. Asks the system, sends nothing.
#pragma once

#include "network/interfaces.h"

#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Sigen {

struct Route
{
    enum class Way {
        None, ///< the system knows none, or forbids it
        ThisComputer, ///< the address is its own
        OwnNetwork, ///< a network of one of its interfaces
        Router, ///< another network
        Tunnel, ///< a VPN or another point-to-point link
    };
    Way way = Way::None;
    QString interfaceName; ///< empty: not known
    Ipv4Network network; ///< of OwnNetwork over IPv4; `address` is this computer's own
    QString ownAddress; ///< this computer's on that way
    QStringList alsoOn; ///< its other interfaces in the same network, which the system did not choose
    QString detail; ///< technical: why there is none
    bool operator==(const Route &) const = default;
};

/// What it means that the system sends to \a address from \a source. Pure. \a source null: there is no route.
Route judgeRoute(const QHostAddress &address, const QHostAddress &source,
                 const QList<LocalInterface> &interfaces);

/// Where \a address is in a network of one of \a interfaces; empty: in none. The system is not asked.
std::optional<Route> ownRoute(const QHostAddress &address, const QList<LocalInterface> &interfaces);

/// For an address that was just tried and did not answer: it is in a network of one of \a interfaces, and the
/// system, which tells its neighbours, knows none with it.
bool hasNoDevice(const QHostAddress &address, const QList<LocalInterface> &interfaces);

/// Of this computer, now.
Route routeTo(const QHostAddress &address);

} // namespace Sigen
