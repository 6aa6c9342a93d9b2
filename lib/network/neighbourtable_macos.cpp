#include "network/neighbourtable.h"

#include "network/vendorblocks.h"

#include <QtEndian>

#include <net/if_dl.h>
#include <net/route.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/sysctl.h>
#include <sys/types.h>

#include <cstring>

namespace Sigen {

namespace {

/// Socket addresses in the dump are padded to four bytes; an empty one takes four as well.
constexpr size_t paddedLength(size_t length)
{
    return length == 0 ? sizeof(quint32) : (length + sizeof(quint32) - 1) & ~(sizeof(quint32) - 1);
}

QByteArray routeDump()
{
    int query[] = {CTL_NET, PF_ROUTE, 0, AF_INET, NET_RT_FLAGS, RTF_LLINFO};
    size_t size = 0;
    if (sysctl(query, 6, nullptr, &size, nullptr, 0) != 0 || size == 0)
        return {};
    size += size / 4; // the table may grow between the two calls
    QByteArray dump(static_cast<qsizetype>(size), '\0');
    if (sysctl(query, 6, dump.data(), &size, nullptr, 0) != 0)
        return {};
    dump.truncate(static_cast<qsizetype>(size));
    return dump;
}

} // namespace

QList<Neighbour> readNeighbourTable()
{
    const QByteArray dump = routeDump();
    QList<Neighbour> neighbours;
    const char *position = dump.constData();
    const char *const end = position + dump.size();
    while (static_cast<size_t>(end - position) >= sizeof(rt_msghdr)) {
        rt_msghdr header;
        std::memcpy(&header, position, sizeof(header)); // the dump promises no alignment
        if (header.rtm_msglen < sizeof(header) || header.rtm_msglen > end - position)
            break;
        const char *const next = position + header.rtm_msglen;
        const char *const internet = position + sizeof(header);
        position = next;
        sockaddr_in address{};
        if (static_cast<size_t>(next - internet) < sizeof(address))
            continue;
        std::memcpy(&address, internet, sizeof(address));
        const char *const link = internet + paddedLength(address.sin_len);
        if (address.sin_family != AF_INET || link + offsetof(sockaddr_dl, sdl_data) > next)
            continue;
        sockaddr_dl hardware{};
        std::memcpy(&hardware, link, offsetof(sockaddr_dl, sdl_data));
        const char *const mac = link + offsetof(sockaddr_dl, sdl_data) + hardware.sdl_nlen;
        if (hardware.sdl_family != AF_LINK || mac + hardware.sdl_alen > next)
            continue;
        const QString text = macText(QByteArrayView(mac, hardware.sdl_alen));
        if (!text.isEmpty())
            neighbours.append({qFromBigEndian<quint32>(address.sin_addr.s_addr), text});
    }
    return neighbours;
}

bool tellsNeighbours()
{
    return true;
}

} // namespace Sigen
