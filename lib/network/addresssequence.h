// The addresses of a plan one by one, in constant memory: a /16 costs no more than a /24. Pure.
#pragma once

#include "network/scanplan.h"

#include <QList>
#include <QSet>

#include <optional>

namespace Sigen {

class AddressSequence
{
public:
    /// \a first come before all others, in their order, also when the plan does not hold them; each address
    /// comes once.
    explicit AddressSequence(ScanPlan plan, QList<quint32> first = {});

    std::optional<quint32> next();
    /// How many next() gives in all.
    quint64 size() const { return m_size; }

private:
    ScanPlan m_plan;
    QList<quint32> m_first;
    QSet<quint32> m_leaveOut;
    qsizetype m_nextFirst = 0;
    qsizetype m_range = 0;
    quint64 m_offset = 0;
    quint64 m_size = 0;
};

} // namespace Sigen
