#include "scannet.h"

#include "support/loopback.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

static quint16 freePort(const QHostAddress &address)
{
    QTcpServer server;
    if (!server.listen(address))
        qFatal("no free port: %s", qPrintable(server.errorString()));
    return server.serverPort();
}

Listener::Listener(const QHostAddress &address, quint16 port, const QByteArray &reply)
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, reply] {
        QTcpSocket *const socket = m_server.nextPendingConnection();
        ++m_connections;
        QObject::connect(socket, &QTcpSocket::readyRead, &m_server, [this, socket, reply] {
            m_received += socket->readAll();
            if (reply.isEmpty() || !m_received.contains("\r\n\r\n"))
                return;
            socket->write(reply);
            socket->disconnectFromHost();
        });
    });
    if (!m_server.listen(address, port))
        qFatal("can't listen: %s", qPrintable(m_server.errorString()));
}

static sockaddr_in socketAddress(const QHostAddress &address, quint16 port)
{
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_port = htons(port);
    name.sin_addr.s_addr = htonl(address.toIPv4Address());
    return name;
}

FilteredPort::FilteredPort(const QHostAddress &address, quint16 port)
{
    const sockaddr_in name = socketAddress(address, port);
    const auto *const generic = reinterpret_cast<const sockaddr *>(&name);
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(m_listener, generic, sizeof(name)) != 0 || ::listen(m_listener, 0) != 0)
        qFatal("can't listen");
    // Linux lets one more in than the backlog says, and then drops what comes.
    for (int count = 0; count < 3; ++count) {
        const int filler = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        static_cast<void>(::connect(filler, generic, sizeof(name)));
        m_fillers.push_back(filler);
    }
}

FilteredPort::~FilteredPort()
{
    for (const int filler : m_fillers)
        ::close(filler);
    ::close(m_listener);
}

ScanNet::ScanNet()
    : m_base(uniqueLoopbackAddress().toIPv4Address() & 0xFFFFFF00)
{
    const QHostAddress first(m_base + 1);
    m_webSocketPort = freePort(first);
    do {
        m_modbusPort = freePort(first);
    } while (m_modbusPort == m_webSocketPort);
}

QHostAddress ScanNet::newAddress()
{
    return QHostAddress(m_base + ++m_used);
}

GatewaySimulator *ScanNet::addGateway(bool modbus, const QString &serial, const QStringList &faults)
{
    SimulatorOptions options;
    options.webSocketPort = m_webSocketPort;
    options.initiallyEnabled = modbus;
    options.serial = serial;
    options.faults = faults;
    return add(options);
}

GatewaySimulator *ScanNet::addModbusOnly(const QStringList &faults)
{
    SimulatorOptions options;
    options.initiallyEnabled = true;
    options.faults = faults;
    return add(options);
}

GatewaySimulator *ScanNet::add(SimulatorOptions options)
{
    options.address = newAddress();
    options.modbusPort = m_modbusPort;
    options.profile = builtInProfile(u"documented"_s);
    auto gateway = std::make_unique<GatewaySimulator>(options);
    QString reason;
    if (!gateway->start(&reason))
        qFatal("%s", qPrintable(reason));
    m_gateways.push_back(std::move(gateway));
    return m_gateways.back().get();
}

ScanPlan ScanNet::plan(int more) const
{
    ScanPlan plan;
    plan.ranges = {{{m_base + 1, m_base + m_used + quint32(more)}, u"eth0"_s, true}};
    plan.size = plan.ranges.first().addresses.size();
    return plan;
}

ScanOptions ScanNet::options() const
{
    ScanOptions options;
    options.profile = builtInProfile(u"documented"_s);
    options.webSocketPort = m_webSocketPort;
    options.modbusPort = m_modbusPort;
    options.hostNames = false;
    options.timeouts = Timeouts::all(std::chrono::seconds(3));
    options.neighbours = [] { return QList<Neighbour>(); };
    return options;
}

void runScan(NetworkScan &scan)
{
    QSignalSpy finished(&scan, &Operation::finished);
    scan.start();
    if (finished.isEmpty() && !finished.wait(30000))
        qFatal("the scan does not end");
}

bool isListed(const NetworkScan &scan, const QHostAddress &address)
{
    const QList<DiscoveredHost> hosts = scan.hosts();
    return std::any_of(hosts.begin(), hosts.end(),
                       [&address](const DiscoveredHost &host) { return host.address == address; });
}

DiscoveredHost hostAt(const NetworkScan &scan, const QHostAddress &address)
{
    const QList<DiscoveredHost> hosts = scan.hosts();
    const auto found = std::find_if(hosts.begin(), hosts.end(), [&address](const DiscoveredHost &host) {
        return host.address == address;
    });
    if (found == hosts.end())
        qFatal("%s was not found", qPrintable(address.toString()));
    return *found;
}

} // namespace Sigen::Test
