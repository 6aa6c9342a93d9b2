// Whether this computer is still in the networks that a scan's plan names: an interface can go in the middle
// of a scan, and what is sent after that takes another way, or none.
#pragma once

#include "network/interfaces.h"
#include "network/scanplan.h"

#include <QList>

#include <functional>

namespace Sigen {

class NetworkAttachment
{
public:
    using Reader = std::function<QList<LocalInterface>()>;

    /// Looks at once. What is reached through a router, or was not there now, is not judged.
    NetworkAttachment(const ScanPlan &plan, Reader interfaces);

    void refresh();
    bool holds(quint32 address) const;
    bool isComplete() const { return m_gone.isEmpty(); }

private:
    QList<ScanRange> missing(const QList<ScanRange> &ranges) const;

    Reader m_reader;
    QList<ScanRange> m_links; ///< those that are watched
    QList<ScanRange> m_gone;
};

} // namespace Sigen
