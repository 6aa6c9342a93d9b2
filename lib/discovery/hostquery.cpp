#include "discovery/hostquery.h"

#include "network/hostlookup.h"
#include "network/portprobe.h"
#include "network/reach.h"

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// A refusal on a home's network comes in milliseconds; the scan has waited longer already.
static constexpr std::chrono::milliseconds longestRefusal{500};

HostQuery::HostQuery(QString host, QList<LocalInterface> interfaces, ScanOptions options, MakeScan makeScan,
                     QObject *parent)
    : Operation(noDeadline, parent)
    , m_host(std::move(host))
    , m_interfaces(std::move(interfaces))
    , m_options(std::move(options))
    , m_makeScan(std::move(makeScan))
{
    m_options.allModbus = true;
    connect(this, &HostQuery::hostFound, this, [this] { m_hasFound = true; });
}

HostQuery::~HostQuery() = default;

void HostQuery::run()
{
    runStep(std::make_unique<HostLookup>(m_host, false, m_options.timeouts.connect),
            [this](HostLookup &lookup) {
                if (lookup.error())
                    fail(lookup.error());
                else
                    ask(lookup.addresses().constFirst());
            });
}

void HostQuery::ask(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 number = address.toIPv4Address(&isIpv4);
    if (!isIpv4) {
        askIpv6(address);
        return;
    }
    ScanPlanOptions plan;
    plan.networks = {ipv4Text(number)};
    ScanPlanOrError planned = planScan(m_interfaces, plan);
    // This computer's own addresses are left out of a scan, but not of what the user asks for.
    if (std::holds_alternative<ScanPlanError>(planned))
        planned = planScan({}, plan);
    if (const auto *error = std::get_if<ScanPlanError>(&planned)) {
        fail({ErrorCode::Usage, m_host, error->text()});
        return;
    }
    NetworkScan *const scan =
        runStep(m_makeScan(std::get<ScanPlan>(planned), m_options), [this, address](NetworkScan &ended) {
            const QList<DiscoveredHost> hosts = ended.hosts();
            for (const DiscoveredHost &host : hosts)
                Q_EMIT hostFound(host);
            if (ended.error())
                fail(ended.error());
            else if (hosts.isEmpty())
                askWhetherRefused(address, {webSocketPort(), modbusPort()});
            else
                succeed();
        });
    connect(scan, &NetworkScan::hostFound, this, &HostQuery::hostFound);
}

/// A scan says nothing of hosts that only refuse; the user who named one wants to know that it is there.
void HostQuery::askWhetherRefused(const QHostAddress &address, QList<quint16> ports)
{
    if (ports.isEmpty()) {
        succeed();
        return;
    }
    const quint16 port = ports.takeFirst();
    const auto deadline = std::min(m_options.timeouts.connect, longestRefusal);
    runStep(std::make_unique<PortProbe>(address, port, deadline),
            [this, address, port, ports](PortProbe &probe) {
                if (!probe.error() && probe.portState() == PortState::Closed)
                    m_refusedPorts += port;
                askWhetherRefused(address, ports);
            });
}

quint16 HostQuery::webSocketPort() const
{
    return m_options.webSocketPort ? m_options.webSocketPort : m_options.profile.webSocketPort();
}

quint16 HostQuery::modbusPort() const
{
    return m_options.modbusPort ? m_options.modbusPort : m_options.profile.defaultModbusPort;
}

void HostQuery::askIpv6(const QHostAddress &address)
{
    // Networks are scanned by IPv4 only; of an IPv6 host it is enough to know that the sign-in's port
    // accepts.
    const quint16 port = webSocketPort();
    runStep(std::make_unique<Reach>(QList<QHostAddress>{address}, port, m_options.timeouts),
            [this, port](Reach &reach) {
                if (!reach.error() && reach.portState() == PortState::Open) {
                    DiscoveredHost host;
                    host.address = reach.address();
                    host.webSocketPort = port;
                    host.webSocket = ServiceState::Open;
                    host.rttMs = static_cast<double>(reach.elapsed().count());
                    host.settled = true;
                    Q_EMIT hostFound(host);
                } else if (!reach.error() && reach.portState() == PortState::Closed) {
                    m_refusedPorts += port;
                }
                if (reach.error())
                    fail(reach.error());
                else
                    succeed();
            });
}

} // namespace Sigen
