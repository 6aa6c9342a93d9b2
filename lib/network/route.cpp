#include "network/route.h"

#include "network/neighbourtable.h"

#include <QNetworkProxy>
#include <QUdpSocket>

#include <algorithm>

namespace Sigen {

Route judgeRoute(const QHostAddress &address, const QHostAddress &source,
                 const QList<LocalInterface> &interfaces)
{
    Route route;
    if (source.isNull())
        return route;
    route.ownAddress = source.toString();
    if (address.isLoopback() || address == source) {
        route.way = Route::Way::ThisComputer;
        return route;
    }
    route.way = Route::Way::Router;
    bool isIpv4 = false;
    const quint32 target = address.toIPv4Address(&isIpv4);
    if (!isIpv4) {
        route.interfaceName = source.scopeId();
        if (address.isLinkLocal())
            route.way = Route::Way::OwnNetwork;
        return route;
    }
    const quint32 own = source.toIPv4Address();
    for (const LocalInterface &interface : interfaces) {
        if (interface.ipv6Only)
            continue;
        const bool isTaken = interface.network.address == own;
        const bool holds = interface.network.contains(target) && interface.kind != InterfaceKind::Tunnel;
        if (!isTaken && holds) {
            route.alsoOn += interface.name;
        } else if (isTaken) {
            route.interfaceName = interface.name;
            if (interface.kind == InterfaceKind::Tunnel)
                route.way = Route::Way::Tunnel;
            else if (holds)
                route.way = Route::Way::OwnNetwork;
            if (holds)
                route.network = interface.network;
        }
    }
    return route;
}

std::optional<Route> ownRoute(const QHostAddress &address, const QList<LocalInterface> &interfaces)
{
    bool isIpv4 = false;
    const quint32 target = address.toIPv4Address(&isIpv4);
    const auto found = std::find_if(interfaces.cbegin(), interfaces.cend(), [&](const LocalInterface &each) {
        return isIpv4 && !each.ipv6Only && each.kind != InterfaceKind::Loopback
            && each.network.contains(target);
    });
    return found == interfaces.cend()
        ? std::nullopt
        : std::optional(judgeRoute(address, QHostAddress(found->network.address), interfaces));
}

bool hasNoDevice(const QHostAddress &address, const QList<LocalInterface> &interfaces)
{
    const std::optional<Route> route = ownRoute(address, interfaces);
    const QList<Neighbour> table = readNeighbourTable();
    return route && route->way == Route::Way::OwnNetwork && tellsNeighbours()
        && std::none_of(table.cbegin(), table.cend(),
                        [&](const Neighbour &each) { return each.address == address.toIPv4Address(); });
}

Route routeTo(const QHostAddress &address)
{
    // To "connect" a datagram socket makes the system choose the way and its own address, and no more.
    QUdpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    constexpr quint16 anyPort = 9; // discard; nothing is sent
    socket.connectToHost(address, anyPort);
    const bool chosen = socket.state() == QAbstractSocket::ConnectedState;
    Route route = judgeRoute(address, chosen ? socket.localAddress() : QHostAddress(), localInterfaces());
    if (!chosen)
        route.detail = socket.errorString();
    return route;
}

} // namespace Sigen
