#include "discovery/neighbourcache.h"

#include "network/vendorblocks.h"

#include <utility>

namespace Sigen {

// The systems' own tables have 1,024 entries at most by default; a scan of a /16 must not collect them all.
static constexpr qsizetype mostEntries = 4096;

NeighbourCache::NeighbourCache(Reader reader)
    : m_reader(std::move(reader))
{ }

QString NeighbourCache::mac(quint32 address, int oldAfterMs)
{
    const auto known = m_macs.constFind(address);
    if (known != m_macs.constEnd())
        return *known;
    if (!m_age.isValid() || m_age.elapsed() >= oldAfterMs)
        refresh();
    return m_macs.value(address);
}

MacKnowledge NeighbourCache::knowledge(quint32 address)
{
    constexpr int oldAfterMs = 25;
    const QString known = mac(address, oldAfterMs);
    if (known.isEmpty())
        return MacKnowledge::None;
    return isVendorMac(known) ? MacKnowledge::Vendor : MacKnowledge::Stranger;
}

const QHash<quint32, QString> &NeighbourCache::refresh()
{
    if (m_macs.size() > mostEntries)
        m_macs.clear();
    const QList<Neighbour> table = m_reader ? m_reader() : QList<Neighbour>();
    for (const Neighbour &neighbour : table)
        m_macs.insert(neighbour.address, neighbour.mac);
    m_age.start();
    return m_macs;
}

} // namespace Sigen
