#include "diagnosis/offerprobe.h"

#include "modbus/identity.h"
#include "network/hostlookup.h"
#include "network/neighbourtable.h"
#include "network/portprobe.h"

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// Of the profiles `documented` and `early-draft`, and of a relative, the WiNet-S (several independent
/// clients of it).
static constexpr QLatin1StringView webSocketPaths[] = {"/ws"_L1, "/websocket"_L1, "/ws/home/overview"_L1};
/// What a web server in a home needs for the head of a page.
static constexpr std::chrono::milliseconds longestPeek{3000};
/// Of an identity check whose connection ends at each device unit that is asked, twice each.
static constexpr int mostReconnects = 4;

bool HostOffer::isThere() const
{
    return std::any_of(ports.cbegin(), ports.cend(), [](const PortOffer &port) {
        return port.finding.state == PortState::Open || port.finding.state == PortState::Closed;
    });
}

OfferProbe::OfferProbe(OfferRequest request, QObject *parent)
    : Operation(noDeadline, parent)
    , m_request(std::move(request))
{
    m_offer.host = m_request.host;
}

OfferProbe::~OfferProbe() = default;

void OfferProbe::run()
{
    m_offer.at = QDateTime::currentDateTimeUtc();
    runStep(std::make_unique<HostLookup>(m_request.host, m_request.allowPublic, m_request.timeouts.connect),
            [this](const HostLookup &lookup) { lookedUp(lookup); });
}

void OfferProbe::release()
{
    for (const std::unique_ptr<PortProbe> &probe : m_probes) {
        probe->disconnect(this);
        probe->cancel();
    }
}

void OfferProbe::lookedUp(const HostLookup &lookup)
{
    if (lookup.error())
        return fail(lookup.error());
    m_address = lookup.addresses().constFirst();
    m_offer.address = m_address.toString();
    QList<quint16> ports = m_request.webPorts + m_request.modbusPorts;
    std::sort(ports.begin(), ports.end());
    for (const quint16 port : std::as_const(ports)) {
        PortOffer offer;
        offer.port = port;
        m_offer.ports.append(offer);
    }
    probePorts();
}

/// All at once, since most of them answer nothing where there is a firewall.
void OfferProbe::probePorts()
{
    m_probing = m_offer.ports.size();
    for (qsizetype index = 0; index < m_offer.ports.size(); ++index) {
        ++m_connections;
        auto probe =
            std::make_unique<PortProbe>(m_address, m_offer.ports.at(index).port, m_request.timeouts.connect);
        PortProbe *const current = probe.get();
        connect(current, &Operation::finished, this, [this, current, index] { portProbed(*current, index); });
        m_probes.push_back(std::move(probe));
        current->start();
    }
}

void OfferProbe::portProbed(PortProbe &probe, qsizetype index)
{
    if (hasEnded())
        return;
    if (probe.error())
        return fail(probe.error());
    PortOffer &port = m_offer.ports[index];
    port.finding = {probe.portState(), probe.detail()};
    port.latencyMs = probe.latencyMs();
    // Its own connection is not the one that something is asked on, and a port gets one at a time.
    if (!m_request.modbusPorts.contains(port.port))
        probe.takeConnection().reset();
    if (--m_probing > 0)
        return;
    const QList<Neighbour> neighbours = readNeighbourTable();
    for (const Neighbour &each : neighbours) {
        if (each.address == m_address.toIPv4Address())
            m_offer.mac = each.mac;
    }
    for (const PortOffer &each : std::as_const(m_offer.ports)) {
        if (each.finding.state == PortState::Open && m_request.modbusPorts.contains(each.port))
            m_connections += mostReconnects;
    }
    lookAtNext();
}

bool OfferProbe::mayConnect()
{
    return m_connections < mostConnections && ++m_connections > 0;
}

void OfferProbe::lookAtNext()
{
    if (m_next == m_offer.ports.size())
        return succeed();
    PortOffer &port = m_offer.ports[m_next++];
    if (port.finding.state != PortState::Open)
        return portDone(port);
    if (m_request.modbusPorts.contains(port.port))
        return readModbus(port);
    peek(port, {m_address, port.port, false, u"/"_s, false}, [this, &port](const WebFace &face) {
        port.plain = face;
        peekTls(port);
    });
}

void OfferProbe::portDone(const PortOffer &port)
{
    Q_EMIT portEnded(port);
    if (!hasEnded())
        lookAtNext();
}

void OfferProbe::readModbus(PortOffer &port)
{
    std::unique_ptr<TcpConnection> connection = m_probes.at(std::size_t(m_next - 1))->takeConnection();
    if (!connection)
        return portDone(port);
    auto check =
        std::make_unique<IdentityCheck>(std::move(connection), IdentityOptions(), m_request.timeouts);
    connect(check.get(), &IdentityCheck::traced, this, [this](TraceEntry entry) {
        entry.text = m_request.redactor.hexDump(entry.text);
        Q_EMIT traced(entry);
    });
    runStep(std::move(check), [this, &port](const IdentityCheck &ended) {
        port.modbus = ended.identity();
        portDone(port);
    });
}

void OfferProbe::peek(PortOffer &port, const WebRequest &request, std::function<void(const WebFace &)> take)
{
    if (!mayConnect())
        return portDone(port);
    runStep(std::make_unique<WebPeek>(request, std::min(longestPeek, m_request.timeouts.handshake)),
            [take = std::move(take)](const WebPeek &ended) { take(ended.face()); });
}

/// Also where plain HTTP was answered: many say that only TLS is welcome.
void OfferProbe::peekTls(PortOffer &port)
{
    peek(port, {m_address, port.port, true, u"/"_s, false}, [this, &port](const WebFace &face) {
        port.tls = face;
        peekWebSocket(port, 0);
    });
}

void OfferProbe::peekWebSocket(PortOffer &port, qsizetype path)
{
    const bool speaksTls = port.tls && !port.tls->tlsProtocol.isEmpty();
    const bool answers = speaksTls || (port.plain && port.plain->hasAnswered());
    if (!answers || path == qsizetype(std::size(webSocketPaths)))
        return portDone(port);
    const QString name = webSocketPaths[path];
    peek(port, {m_address, port.port, speaksTls, name, true}, [this, &port, path, name](const WebFace &face) {
        port.webSockets.append({name, face});
        peekWebSocket(port, path + 1);
    });
}

} // namespace Sigen
