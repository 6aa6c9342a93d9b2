// The operating system's table of IPv4 neighbours and their MAC addresses (ARP). Reading it sends nothing.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Sigen {

struct Neighbour
{
    quint32 address = 0; ///< host byte order
    QString mac; ///< "0c:47:a9:91:22:33"
    bool operator==(const Neighbour &) const = default;
};

/// Neighbours whose MAC address is known, at this moment; empty when the system does not tell.
QList<Neighbour> readNeighbourTable();

/// Whether an empty table means that nobody is known: false where the system does not tell.
bool tellsNeighbours();

/// The text of Linux's /proc/net/arp. Entries that are not resolved are left out, lines that can't be
/// understood skipped.
QList<Neighbour> parseProcNetArp(const QByteArray &text);

} // namespace Sigen
