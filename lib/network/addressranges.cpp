#include "network/addressranges.h"

#include "network/scanplan.h"

#include <algorithm>
#include <iterator>

namespace Sigen {

namespace {

/// Nobody reads more.
constexpr qsizetype mostNetworks = 64;

Ipv4Range wholeBlock(const Ipv4Network &network)
{
    const quint32 size = network.prefix == 0 ? 0xFFFFFFFF : (quint32{1} << (32 - network.prefix)) - 1;
    return {network.address, network.address + size};
}

quint64 overlap(const Ipv4Range &one, const Ipv4Range &other)
{
    return one.overlaps(other)
        ? Ipv4Range{std::max(one.first, other.first), std::min(one.last, other.last)}.size()
        : 0;
}

/// The addresses of a network are named by the network, although its first and last are nobody's.
Ipv4Range withUnusableEnds(const Ipv4Range &range)
{
    for (int prefix = 8; prefix <= 30; ++prefix) {
        const Ipv4Network network{range.first, prefix};
        if (network.hosts() == range)
            return {range.first - 1, range.last + 1};
    }
    return range;
}

class Splitter
{
public:
    Splitter(const AddressRanges &addresses, const ScanPlan &plan, int longestPrefix)
        : m_addresses(addresses)
        , m_plan(plan)
        , m_longestPrefix(longestPrefix)
    { }

    QStringList split(const Ipv4Range &planned)
    {
        m_planned = planned;
        m_extent = withUnusableEnds(planned);
        Ipv4Network start{m_extent.first, 32};
        while (!start.contains(m_extent.last))
            --start.prefix;
        start.address = start.prefix == 0 ? 0 : m_extent.first >> (32 - start.prefix) << (32 - start.prefix);
        visit(start);
        return m_networks;
    }

private:
    void visit(const Ipv4Network &block)
    {
        const Ipv4Range range = wholeBlock(block);
        const quint64 wanted = overlap(range, m_planned) == 0 ? 0 : m_addresses.count(range);
        if (wanted == 0)
            return;
        const bool fits = m_extent.contains(range.first) && m_extent.contains(range.last);
        if (block.prefix >= m_longestPrefix || (fits && wanted >= planned(range))) {
            m_networks += block.text();
            return;
        }
        const int prefix = block.prefix + 1;
        visit({block.address, prefix});
        visit({block.address + (quint32{1} << (32 - prefix)), prefix});
    }

    /// How many addresses the plan has there.
    quint64 planned(const Ipv4Range &range) const
    {
        const auto own =
            std::count_if(m_plan.ownAddresses.begin(), m_plan.ownAddresses.end(), [&](quint32 address) {
                return range.contains(address) && m_planned.contains(address);
            });
        return overlap(range, m_planned) - static_cast<quint64>(own);
    }

    const AddressRanges &m_addresses;
    const ScanPlan &m_plan;
    int m_longestPrefix;
    Ipv4Range m_planned;
    Ipv4Range m_extent;
    QStringList m_networks;
};

} // namespace

void AddressRanges::add(quint32 address)
{
    if (contains(address))
        return;
    ++m_size;
    const auto next = m_lasts.upper_bound(address);
    const bool meetsNext = next != m_lasts.end() && next->first == address + 1;
    const quint32 last = meetsNext ? next->second : address;
    if (meetsNext)
        m_lasts.erase(next);
    const auto after = m_lasts.upper_bound(address);
    if (after != m_lasts.begin() && std::prev(after)->second + 1 == address)
        std::prev(after)->second = last;
    else
        m_lasts.emplace(address, last);
}

bool AddressRanges::contains(quint32 address) const
{
    const auto after = m_lasts.upper_bound(address);
    return after != m_lasts.begin() && std::prev(after)->second >= address;
}

quint64 AddressRanges::count(const Ipv4Range &range) const
{
    auto each = m_lasts.upper_bound(range.first);
    if (each != m_lasts.begin())
        --each;
    quint64 found = 0;
    for (; each != m_lasts.end() && each->first <= range.last; ++each)
        found += overlap(range, {each->first, each->second});
    return found;
}

QStringList networksOf(const AddressRanges &addresses, const ScanPlan &plan)
{
    QStringList networks;
    for (const int longestPrefix : {32, 28, 24, 20, 16, 12, 8}) {
        networks.clear();
        for (const ScanRange &range : plan.ranges)
            networks += Splitter(addresses, plan, longestPrefix).split(range.addresses);
        if (networks.size() <= mostNetworks)
            break;
    }
    networks.removeDuplicates();
    return networks;
}

} // namespace Sigen
