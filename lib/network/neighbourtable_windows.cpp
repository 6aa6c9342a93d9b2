#include "network/neighbourtable.h"

#include "network/vendorblocks.h"

#include <QtEndian>

// The order is Windows' own: each header needs the one above it.
// clang-format off
#include <winsock2.h>
#include <ws2tcpip.h>
#include <iphlpapi.h>
#include <netioapi.h>
// clang-format on

#include <memory>

namespace Sigen {

QList<Neighbour> readNeighbourTable()
{
    PMIB_IPNET_TABLE2 raw = nullptr;
    if (GetIpNetTable2(AF_INET, &raw) != NO_ERROR)
        return {};
    const std::unique_ptr<MIB_IPNET_TABLE2, decltype(&FreeMibTable)> table(raw, &FreeMibTable);
    QList<Neighbour> neighbours;
    for (ULONG index = 0; index < table->NumEntries; ++index) {
        const MIB_IPNET_ROW2 &row = table->Table[index];
        if (row.State == NlnsUnreachable || row.State == NlnsIncomplete)
            continue;
        const QString mac =
            macText(QByteArrayView(row.PhysicalAddress, qsizetype(row.PhysicalAddressLength)));
        if (!mac.isEmpty())
            neighbours.append({qFromBigEndian<quint32>(row.Address.Ipv4.sin_addr.s_addr), mac});
    }
    return neighbours;
}

bool tellsNeighbours()
{
    return true;
}

} // namespace Sigen
