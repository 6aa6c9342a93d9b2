#include "network/portprobe.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QLatin1StringView portStateName(PortState state)
{
    switch (state) {
    case PortState::Open:
        return "open"_L1;
    case PortState::Closed:
        return "closed"_L1;
    case PortState::Filtered:
        return "filtered"_L1;
    case PortState::Unreachable:
        return "unreachable"_L1;
    }
    return {};
}

PortProbe::PortProbe(const QHostAddress &address, quint16 port, std::chrono::milliseconds deadline,
                     QObject *parent)
    : Operation(deadline, parent)
    , m_address(address)
    , m_port(port)
{ }

PortProbe::~PortProbe() = default;

std::unique_ptr<TcpConnection> PortProbe::takeConnection()
{
    return isFinished() && m_portState == PortState::Open ? std::move(m_connection) : nullptr;
}

void PortProbe::run()
{
    m_connection = std::make_unique<TcpConnection>(m_address, m_port);
    if (m_singleRequest)
        m_connection->setSingleRequest();
    connect(m_connection.get(), &TcpConnection::connected, this, &PortProbe::opened);
    connect(m_connection.get(), &TcpConnection::failed, this, &PortProbe::attemptFailed);
    m_connection->open();
}

void PortProbe::release()
{
    if (m_connection && m_portState != PortState::Open)
        m_connection->close();
}

void PortProbe::deadlinePassed()
{
    // The answer may be here already and only wait for its turn in a busy event loop.
    if (m_connection && m_connection->isOpen())
        opened();
    else
        conclude(PortState::Filtered, u"no answer in time"_s);
}

void PortProbe::opened()
{
    conclude(PortState::Open, {});
}

void PortProbe::attemptFailed(TcpConnection::Failure kind, const QString &detail)
{
    switch (kind) {
    case TcpConnection::Failure::Refused:
        return conclude(PortState::Closed, detail);
    case TcpConnection::Failure::TimedOut:
        return conclude(PortState::Filtered, detail);
    case TcpConnection::Failure::Unreachable:
        return conclude(PortState::Unreachable, detail);
    case TcpConnection::Failure::LocalProblem:
        return fail({ErrorCode::Io, m_connection->peer(), detail});
    }
}

void PortProbe::conclude(PortState state, const QString &detail)
{
    if (hasEnded())
        return;
    m_portState = state;
    m_detail = detail;
    if (state != PortState::Filtered)
        m_latencyMs = std::chrono::duration<double, std::milli>(m_connection->answerTime()).count();
    succeed();
}

} // namespace Sigen
