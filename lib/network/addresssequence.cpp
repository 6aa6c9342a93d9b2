#include "network/addresssequence.h"

#include <algorithm>

namespace Sigen {

AddressSequence::AddressSequence(ScanPlan plan, QList<quint32> first)
    : m_plan(std::move(plan))
    , m_leaveOut(m_plan.ownAddresses.begin(), m_plan.ownAddresses.end())
    , m_size(m_plan.size)
{
    for (const quint32 address : std::as_const(first)) {
        if (m_leaveOut.contains(address))
            continue;
        m_leaveOut.insert(address);
        m_first.append(address);
        if (!m_plan.rangeOf(address))
            ++m_size;
    }
}

std::optional<quint32> AddressSequence::next()
{
    if (m_nextFirst < m_first.size())
        return m_first.at(m_nextFirst++);
    while (m_range < m_plan.ranges.size()) {
        const Ipv4Range &range = m_plan.ranges.at(m_range).addresses;
        if (m_offset == range.size()) {
            ++m_range;
            m_offset = 0;
            continue;
        }
        const quint32 address = range.first + static_cast<quint32>(m_offset++);
        if (!m_leaveOut.contains(address))
            return address;
    }
    return std::nullopt;
}

} // namespace Sigen
