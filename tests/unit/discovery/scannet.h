// A small network on loopback addresses of this test process alone, with all kinds of inhabitants on the same
// two ports.
#pragma once

#include "discovery/networkscan.h"
#include "simulator/gatewaysimulator.h"

#include <QHostAddress>
#include <QObject>
#include <QTcpServer>

#include <memory>
#include <vector>

namespace Sigen::Test {

/// Accepts, remembers every byte and says what it was told to say.
class Listener
{
public:
    Listener(const QHostAddress &address, quint16 port, const QByteArray &reply = {});

    const QByteArray &received() const { return m_received; }
    int connections() const { return m_connections; }

private:
    QTcpServer m_server;
    QByteArray m_received;
    int m_connections = 0;
};

/// Its queue is full and stays so: whoever connects gets no answer. Linux only.
class FilteredPort
{
public:
    FilteredPort(const QHostAddress &address, quint16 port);
    ~FilteredPort();

private:
    int m_listener = -1;
    std::vector<int> m_fillers;
};

class ScanNet
{
public:
    ScanNet();

    quint16 webSocketPort() const { return m_webSocketPort; }
    quint16 modbusPort() const { return m_modbusPort; }

    /// An address that nobody has yet.
    QHostAddress newAddress();
    /// A gateway, at a new address; \a modbus: its server is on.
    GatewaySimulator *addGateway(bool modbus, const QString &serial = QStringLiteral("110A1234567890"),
                                 const QStringList &faults = {});
    /// The same without the WebSocket port.
    GatewaySimulator *addModbusOnly(const QStringList &faults = {});

    /// All addresses that were given out and \a more besides.
    ScanPlan plan(int more = 4) const;
    ScanOptions options() const;

private:
    GatewaySimulator *add(SimulatorOptions options);

    quint16 m_webSocketPort = 0;
    quint16 m_modbusPort = 0;
    quint32 m_base = 0;
    quint32 m_used = 0;
    std::vector<std::unique_ptr<GatewaySimulator>> m_gateways;
};

/// Runs it to its end.
void runScan(NetworkScan &scan);
/// The host at \a address; fails the test program when it was not found.
DiscoveredHost hostAt(const NetworkScan &scan, const QHostAddress &address);
bool isListed(const NetworkScan &scan, const QHostAddress &address);

} // namespace Sigen::Test
