// What is known of the hosts in the list and how rows come about: what was found, added, remembered or told
// by a page is put together here, one row a device, and the current row stays with its device.
//
// Owned by DiscoveryController, which says where the news come from.
#pragma once

#include "ui/controllers/gatewayref.h"
#include "ui/models/hostlistmodel.h"

#include <QObject>
#include <QPersistentModelIndex>
#include <QSet>

#include <functional>

namespace Sigen {

class HostRows : public QObject
{
    Q_OBJECT

public:
    explicit HostRows(QObject *parent = nullptr);
    ~HostRows() override;

    HostListModel *model() { return &m_model; }
    const HostListModel *model() const { return &m_model; }

    QModelIndex current() const { return m_current; }
    void setCurrent(int row); ///< out of range: none
    void setCurrentKey(const QString &key);
    GatewayRef gatewayAt(int row) const; ///< with an empty key when there is no such row

    /// Key of the row of an address, or that of a new one.
    QString keyOf(const QHostAddress &address) const;
    /// Key of the row that is reached under \a host, or an empty one.
    QString keyOfHost(const QString &host) const;

    void put(const HostRow &row) { publish(row); }
    /// A found host; goes to the row with \a key, or to that of a saved gateway which it turns out to be.
    void take(const QString &key, const DiscoveredHost &found);
    void setProbing(const QString &key, bool probing);
    void remove(const QString &key);
    /// The addresses of a finished scan in which nothing was found any more: \a stillThere says which were.
    void dropUnseen(const std::function<bool(const QHostAddress &)> &covered,
                    const QList<DiscoveredHost> &stillThere);

    void setRemembered(const QList<RememberedHost> &hosts);
    void noteRead(const QString &key, bool on, std::optional<quint16> port, const QString &serial);
    /// A change was sent and could not be read back: what was read and tested before says nothing any more.
    void noteDoubt(const QString &key);
    /// It was asked: the ports that refused, if nothing more was found; whether its name is unknown.
    void noteAnswer(const QString &key, const QList<quint16> &refusedPorts, bool nameNotFound);
    void noteModbus(const QString &key, ServiceState modbus, quint16 port, const QString &model,
                    const QString &serial);

    /// "Seen" is told once for each saved gateway until this is called.
    void beginSeeing() { m_told.clear(); }

Q_SIGNALS:
    void currentIndexChanged(const QModelIndex &current);
    void gatewayChanged(const QString &key);
    void rowsMerged(const QString &from, const QString &into);
    void gatewaySeen(const Sigen::GatewayRef &gateway);

private:
    void publish(const HostRow &row);
    void mergeOthers(const DiscoveredHost &host, const QString &into);
    void merge(const QString &from, const QString &into);
    void markShared(const QString &serial);
    /// Of the remembered row that is this device and was not seen yet, or empty.
    QString rememberedKey(const DiscoveredHost &host) const;
    HostRow rowOrNew(const QString &key) const;

    HostListModel m_model;
    QPersistentModelIndex m_current;
    QSet<QString> m_told;
};

} // namespace Sigen
