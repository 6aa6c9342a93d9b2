// Asks one host what it is: one that the user named, or the demo. Looks the name up, then does for one
// address what a scan does for many; Modbus is read in any case, since the user asks for this host.
#pragma once

#include "core/operation.h"
#include "discovery/networkscan.h"
#include "network/interfaces.h"

#include <functional>
#include <memory>

namespace Sigen {

using MakeScan = std::function<std::unique_ptr<NetworkScan>(ScanPlan, ScanOptions)>;

class HostQuery : public Operation
{
    Q_OBJECT

public:
    /// \a host as normalizedHost() gives it. Errors: those of HostLookup and NetworkScan. A host that does
    /// not answer is a success without hostFound().
    HostQuery(QString host, QList<LocalInterface> interfaces, ScanOptions options, MakeScan makeScan,
              QObject *parent = nullptr);
    ~HostQuery() override;

    bool hasFound() const { return m_hasFound; } ///< hostFound() was emitted
    /// Valid after finished(), if nothing was found: the ports of the two that refused. Somebody is there,
    /// but nothing listens.
    const QList<quint16> &refusedPorts() const { return m_refusedPorts; }

Q_SIGNALS:
    /// Again whenever more is known; the last counts.
    void hostFound(const Sigen::DiscoveredHost &host);

protected:
    void run() override;

private:
    void ask(const QHostAddress &address);
    void askIpv6(const QHostAddress &address);
    void askWhetherRefused(const QHostAddress &address, QList<quint16> ports);
    quint16 webSocketPort() const;
    quint16 modbusPort() const;

    QString m_host;
    QList<LocalInterface> m_interfaces;
    ScanOptions m_options;
    MakeScan m_makeScan;
    bool m_hasFound = false;
    QList<quint16> m_refusedPorts;
};

} // namespace Sigen
