// Tries every address of a plan on the WebSocket and the Modbus port and finds out who answers.
//
// A good guest: connects, and writes nothing to a port before it is open; one WebSocket handshake on an open
// WebSocket port, without credentials or message; reads Modbus only on hosts that look like ours (handshake,
// or a MAC address of the vendor) unless told otherwise. Never more sockets than the process can afford,
// memory for hosts that answered only.
#pragma once

#include "core/operation.h"
#include "core/timeouts.h"
#include "discovery/discoveredhost.h"
#include "discovery/scancoverage.h"
#include "network/interfaces.h"
#include "network/neighbourtable.h"
#include "network/scanplan.h"
#include "protocol/profile.h"

#include <QHostAddress>
#include <QList>

#include <functional>
#include <memory>

namespace Sigen {

struct ScanOptions
{
    ProtocolProfile profile; ///< for the handshake's paths
    quint16 webSocketPort = 0; ///< 0: the profile's
    quint16 modbusPort = 0; ///< 0: the profile's
    bool allModbus = false; ///< read Modbus on every host with an open Modbus port
    bool hostNames = true; ///< ask the resolver for the names of the hosts that are listed
    QList<QHostAddress> knownAddresses; ///< tried first, also when the plan does not hold them
    /// Connections in the making at a time; 0: derived from the process's descriptor limit.
    int socketLimit = 0;
    /// Looked at while the scan runs: an interface can go in the middle of it.
    std::function<QList<LocalInterface>()> interfaces = localInterfaces;
    /// For everything after the port was found open; the sweep itself has its own short times. A shorter
    /// `connect` shortens no sweep, a longer one prolongs none.
    Timeouts timeouts{std::chrono::milliseconds(2000),  std::chrono::milliseconds(3000),
                      std::chrono::milliseconds(10000), std::chrono::milliseconds(3000),
                      std::chrono::milliseconds(1000),  {}};
    /// Where MAC addresses come from; tests put their own table here.
    std::function<QList<Neighbour>()> neighbours = readNeighbourTable;
};

class NetworkScan : public Operation
{
    Q_OBJECT

public:
    /// \a plan must not need a confirmation any more: then it fails with ErrorCode::Usage.
    /// Errors besides: Unreachable when this computer could not ask a single address (no route, no sockets);
    /// coverage() tells more.
    NetworkScan(ScanPlan plan, ScanOptions options, QObject *parent = nullptr);
    ~NetworkScan() override;

    /// What is known so far, in the order found, also after a cancel: hosts with an open port or a MAC
    /// address of the vendor. One of each plant's addresses is recommended.
    QList<DiscoveredHost> hosts() const;

    /// Valid after finished(): what could not be asked. A success with a part that was not asked is possible.
    const ScanCoverage &coverage() const;
    bool wasNotAsked(quint32 address) const;

    /// Addresses that are done, those that will be tried in all, and the gateways among them (kinds Gateway
    /// and ModbusOnly).
    int done() const;
    int total() const;
    int gateways() const;

Q_SIGNALS:
    /// A host, the moment it is known, and again whenever more is: the last counts, the address is the key.
    void hostFound(const Sigen::DiscoveredHost &host);
    /// At most some ten times a second, and once at the end.
    void progressChanged(int done, int total, int gateways);

protected:
    void run() override;
    void release() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Sigen
