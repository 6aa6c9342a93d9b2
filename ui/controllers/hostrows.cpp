#include "ui/controllers/hostrows.h"

#include <utility>

namespace Sigen {

HostRows::HostRows(Registry &registry, std::function<bool(const Gateway &)> isAsked, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_isAsked(std::move(isAsked))
{
    refresh();
    connect(&m_registry, &Registry::changed, this, &HostRows::take);
}

HostRows::~HostRows() = default;

void HostRows::setCurrent(const QString &id)
{
    const QString known = m_registry.find(id) ? id : QString();
    if (m_current == known)
        return;
    const QString before = std::exchange(m_current, known);
    show(known);
    Q_EMIT currentIndexChanged(current());
    show(before); // it may have been in the list only because its page was open
}

QStringList HostRows::seenIn(HostSection section) const
{
    QStringList ids;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const HostRow &host = m_model.at(row);
        if (host.section() == section && host.gateway.isSeen())
            ids += host.key();
    }
    return ids;
}

void HostRows::refresh()
{
    for (const Gateway &gateway : m_registry.gateways())
        show(gateway.id);
}

void HostRows::setKeptOn(const QStringList &ids)
{
    if (m_keptOn == ids)
        return;
    m_keptOn = ids;
    refresh();
}

void HostRows::take(const Changes &changes)
{
    for (const Changes::Merge &merge : changes.merged) {
        show(merge.into);
        if (m_current == merge.from)
            setCurrent(merge.into);
        drop(merge.from);
    }
    for (const QString &id : changes.removed)
        drop(id);
    for (const QString &id : changes.added)
        show(id);
    for (auto each = changes.changed.keyBegin(); each != changes.changed.keyEnd(); ++each)
        show(*each);
}

/// A host that was there and is not any more goes from the list, but not while its page is open.
void HostRows::show(const QString &id)
{
    const Gateway *const gateway = m_registry.find(id);
    if (!gateway)
        return;
    const bool isListed = gateway->isSeen() || gateway->saved || gateway->demo || gateway->isTyped();
    if (isListed || (id == m_current && !gateway->forgotten))
        m_model.put({*gateway, m_isAsked(*gateway), m_keptOn.contains(id)});
    else
        drop(id);
}

void HostRows::drop(const QString &id)
{
    const bool wasCurrent = id == m_current && !id.isEmpty();
    if (wasCurrent)
        m_current.clear();
    m_model.remove(id);
    if (wasCurrent)
        Q_EMIT currentIndexChanged({});
}

} // namespace Sigen
