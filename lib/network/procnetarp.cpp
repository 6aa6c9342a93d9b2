#include "network/neighbourtable.h"

#include "network/ipv4network.h"
#include "network/vendorblocks.h"

namespace Sigen {

// IP address       HW type     Flags       HW address            Mask     Device
// 192.168.1.150    0x1         0x2         0c:47:a9:91:22:33     *        eth0
QList<Neighbour> parseProcNetArp(const QByteArray &text)
{
    constexpr int completeFlag = 0x2; // ATF_COM of <linux/if_arp.h>
    QList<Neighbour> neighbours;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() < 6)
            continue;
        const std::optional<quint32> address = parseIpv4(QString::fromLatin1(fields.at(0)));
        bool isNumber = false;
        const int flags = fields.at(2).toInt(&isNumber, 16);
        const QString mac = normalizedMac(QString::fromLatin1(fields.at(3)));
        if (address && isNumber && (flags & completeFlag) != 0 && !mac.isEmpty())
            neighbours.append({*address, mac});
    }
    return neighbours;
}

} // namespace Sigen
