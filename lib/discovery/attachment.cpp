#include "discovery/attachment.h"

#include <algorithm>
#include <utility>

namespace Sigen {

static bool leadsTo(const LocalInterface &interface, const ScanRange &range)
{
    return interface.name == range.interfaceName && !interface.ipv6Only
        && interface.network.contains(range.addresses.first);
}

/// Those of \a ranges that no interface leads to as planned. An empty list means that the system did not
/// tell.
static QList<ScanRange> withoutInterface(QList<ScanRange> ranges, const QList<LocalInterface> &interfaces)
{
    ranges.removeIf([&interfaces](const ScanRange &range) {
        return std::any_of(interfaces.begin(), interfaces.end(),
                           [&range](const LocalInterface &each) { return leadsTo(each, range); });
    });
    return ranges;
}

NetworkAttachment::NetworkAttachment(const ScanPlan &plan, Reader interfaces)
    : m_reader(std::move(interfaces))
{
    if (!m_reader)
        return;
    const QList<ScanRange> missing = withoutInterface(plan.ranges, m_reader());
    m_links = plan.ranges;
    m_links.removeIf([&missing](const ScanRange &range) { return missing.contains(range); });
}

void NetworkAttachment::refresh()
{
    if (m_links.isEmpty())
        return;
    const QList<LocalInterface> interfaces = m_reader();
    if (!interfaces.isEmpty())
        m_gone = withoutInterface(m_links, interfaces);
}

bool NetworkAttachment::holds(quint32 address) const
{
    return std::none_of(m_gone.begin(), m_gone.end(),
                        [address](const ScanRange &range) { return range.addresses.contains(address); });
}

} // namespace Sigen
