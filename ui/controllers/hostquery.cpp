#include "ui/controllers/hostquery.h"

#include "network/hostlookup.h"
#include "workflow/reach.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

HostQuery::HostQuery(QString host, QList<LocalInterface> interfaces, ScanOptions options, MakeScan makeScan,
                     QObject *parent)
    : Operation(noDeadline, parent)
    , m_host(std::move(host))
    , m_interfaces(std::move(interfaces))
    , m_options(std::move(options))
    , m_makeScan(std::move(makeScan))
{
    m_options.allModbus = true;
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
        runStep(m_makeScan(std::get<ScanPlan>(planned), m_options), [this](NetworkScan &ended) {
            const QList<DiscoveredHost> hosts = ended.hosts();
            for (const DiscoveredHost &host : hosts)
                Q_EMIT hostFound(host);
            if (ended.error())
                fail(ended.error());
            else
                succeed();
        });
    connect(scan, &NetworkScan::hostFound, this, &HostQuery::hostFound);
}

void HostQuery::askIpv6(const QHostAddress &address)
{
    // Networks are scanned by IPv4 only; of an IPv6 host it is enough to know that the sign-in's port
    // accepts.
    const quint16 port = m_options.webSocketPort ? m_options.webSocketPort : m_options.profile.webSocketPort;
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
                }
                if (reach.error())
                    fail(reach.error());
                else
                    succeed();
            });
}

} // namespace Sigen
