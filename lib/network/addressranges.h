// A set of IPv4 addresses as ranges, small when the addresses lie together, and as the networks that a person
// or a program names them by. Pure.
#pragma once

#include "network/ipv4network.h"

#include <QList>
#include <QStringList>

#include <map>

namespace Sigen {

struct ScanPlan;

class AddressRanges
{
public:
    void add(quint32 address);

    quint64 size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    bool contains(quint32 address) const;
    /// How many of \a range are in it.
    quint64 count(const Ipv4Range &range) const;

private:
    std::map<quint32, quint32> m_lasts; ///< by the first address of each range
    quint64 m_size = 0;
};

/// \a addresses, which are some of \a plan's, as networks: "192.168.1.0/24" when they are all that the plan
/// has of it, in as many parts as it takes otherwise; where that were very many, parts that hold others as
/// well.
QStringList networksOf(const AddressRanges &addresses, const ScanPlan &plan);

} // namespace Sigen
