// The rows of the discovery view: those of the registry's gateways and hosts that are worth a row, and the
// current one, which stays with its device. Only observes; what is one device the registry knows.
#pragma once

#include "registry/registry.h"
#include "ui/models/hostlistmodel.h"

#include <QObject>

#include <functional>

namespace Sigen {

class HostRows : public QObject
{
    Q_OBJECT

public:
    /// \a isAsked: whether somebody asks it right now. \a registry must outlive it.
    HostRows(Registry &registry, std::function<bool(const Gateway &)> isAsked, QObject *parent = nullptr);
    ~HostRows() override;

    HostListModel *model() { return &m_model; }
    const HostListModel *model() const { return &m_model; }

    const QString &currentId() const { return m_current; } ///< empty: none
    QModelIndex current() const { return m_model.index(m_model.rowOf(m_current)); }
    void setCurrent(const QString &id); ///< unknown: none
    QStringList seenIn(HostSection section) const; ///< ids of those that were seen in this run
    void refresh(); ///< it may be others that are asked now
    void setKeptOn(const QStringList &ids); ///< of all that this computer keeps on

Q_SIGNALS:
    void currentIndexChanged(const QModelIndex &current);

private:
    void take(const Changes &changes);
    void show(const QString &id);
    void drop(const QString &id);

    Registry &m_registry;
    std::function<bool(const Gateway &)> m_isAsked;
    HostListModel m_model;
    QString m_current;
    QStringList m_keptOn;
};

} // namespace Sigen
