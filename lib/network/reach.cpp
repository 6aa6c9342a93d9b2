#include "network/reach.h"

#include "network/hostlookup.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

Reach::Reach(QString host, bool allowPublic, quint16 port, Timeouts timeouts, QObject *parent)
    : Operation(noDeadline, parent)
    , m_host(std::move(host))
    , m_allowPublic(allowPublic)
    , m_port(port)
    , m_timeouts(timeouts)
{ }

Reach::Reach(QList<QHostAddress> addresses, quint16 port, Timeouts timeouts, QObject *parent)
    : Operation(noDeadline, parent)
    , m_port(port)
    , m_timeouts(timeouts)
    , m_addresses(std::move(addresses))
{ }

Reach::~Reach() = default;

std::unique_ptr<TcpConnection> Reach::takeConnection()
{
    return std::move(m_connection);
}

Error Reach::stateError() const
{
    switch (m_state) {
    case PortState::Open:
        return {};
    case PortState::Closed:
        return {ErrorCode::ConnectionRefused, endpointText(), m_detail};
    case PortState::Filtered:
        return {ErrorCode::ConnectTimeout, endpointText(), m_detail};
    case PortState::Unreachable:
        break;
    }
    return {ErrorCode::Unreachable, endpointText(), m_detail};
}

QString Reach::endpointText() const
{
    const QString address = m_address.isNull() ? m_host : m_address.toString();
    return (address.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address, QString::number(m_port));
}

void Reach::run()
{
    if (!m_addresses.isEmpty()) {
        probe(0);
        return;
    }
    runStep(std::make_unique<HostLookup>(m_host, m_allowPublic, m_timeouts.connect),
            [this](HostLookup &lookup) {
                if (lookup.error()) {
                    fail(lookup.error());
                    return;
                }
                m_addresses = lookup.addresses();
                probe(0);
            });
}

/// How much an answer tells: an open port most, no route least.
static int rank(PortState state)
{
    switch (state) {
    case PortState::Open:
        return 3;
    case PortState::Closed:
        return 2;
    case PortState::Filtered:
        return 1;
    case PortState::Unreachable:
        break;
    }
    return 0;
}

void Reach::probe(qsizetype index)
{
    const QHostAddress address = m_addresses.at(index);
    runStep(std::make_unique<PortProbe>(address, m_port, m_timeouts.connect), [=, this](PortProbe &probed) {
        if (probed.error()) {
            fail(probed.error());
            return;
        }
        if (index == 0 || rank(probed.portState()) > rank(m_state)) {
            m_state = probed.portState();
            m_address = address;
            m_detail = probed.detail();
        }
        if (m_state == PortState::Open) {
            m_connection = probed.takeConnection();
            succeed();
        } else if (index + 1 < m_addresses.size()) {
            probe(index + 1);
        } else {
            succeed();
        }
    });
}

} // namespace Sigen
