#include "discovery/hostprobe.h"

#include "gateway/requests.h"
#include "gateway/session.h"
#include "network/portprobe.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace Sigen {

/// The handshake makes a connection of its own, whose SYN may get lost. It is given up before the system
/// sends the SYN again (after one second): Linux would then wait three seconds before it sends a lost request
/// again.
static constexpr std::chrono::milliseconds longestConnect{500};
/// Of the first one: on a LAN that is a hundred times what it takes.
static constexpr std::chrono::milliseconds longestFirstConnect{250};
static constexpr int mostConnections = 5;
static constexpr int mostUnansweredHandshakes = 2;
/// Where this computer has no descriptor for a connection, others may give theirs back soon.
static constexpr int mostLocalProblems = 10;
static constexpr std::chrono::milliseconds pauseAfterLocalProblem{200};
/// What a gateway on a LAN needs for its part of the handshake, with room to spare.
static constexpr std::chrono::milliseconds promptHandshake{180};

HostProbe::HostProbe(const QHostAddress &address, std::shared_ptr<const HostProbeOptions> options,
                     QObject *parent)
    : Operation(noDeadline, parent)
    , m_address(address)
    , m_options(std::move(options))
{ }

HostProbe::~HostProbe() = default;

void HostProbe::webSocketOpened()
{
    m_webSocket = ServiceState::Open;
    m_handshakeDue = true;
    next();
}

void HostProbe::modbusOpened(std::unique_ptr<TcpConnection> connection)
{
    m_modbus = ServiceState::Open;
    m_modbusDue = true;
    // A probe that waits for its turn must not hold sockets.
    if (state() == State::Running)
        m_modbusConnection = std::move(connection);
    next();
}

void HostProbe::looksLikeOurs()
{
    m_ours = true;
    next();
}

void HostProbe::portsDone()
{
    m_portsDone = true;
    next();
}

void HostProbe::run()
{
    next();
}

void HostProbe::release()
{
    m_session.reset();
    m_modbusConnection.reset();
}

bool HostProbe::wantsModbus() const
{
    return m_modbusDue && (m_ours || m_options->allModbus);
}

void HostProbe::next()
{
    if (state() != State::Running || hasEnded() || m_busy)
        return;
    if (m_handshakeDue) {
        shakeHands();
    } else if (wantsModbus()) {
        m_busy = true;
        if (m_modbusConnection && m_modbusConnection->isOpen())
            checkIdentity();
        else
            openModbus();
    } else if (m_portsDone) {
        succeed();
    }
}

void HostProbe::shakeHands()
{
    m_busy = true;
    ++m_connections;
    GatewayEndpoint endpoint;
    endpoint.address = m_address;
    endpoint.port = m_options->webSocketPort;
    endpoint.tls = m_options->profile.tls(endpoint.port);
    Timeouts timeouts = m_options->timeouts;
    timeouts.connect = std::min(timeouts.connect, m_connections == 1 ? longestFirstConnect : longestConnect);
    m_session = std::make_unique<GatewaySession>(endpoint, m_options->profile, timeouts);
    runStep(m_session->open(), [this](const OpenRequest &request) { handshakeEnded(request); });
}

void HostProbe::handshakeEnded(const OpenRequest &request)
{
    const ErrorCode code = request.error().code;
    const bool late =
        code == ErrorCode::ConnectTimeout || (code == ErrorCode::None && request.elapsed() > promptHandshake);
    m_session.reset();
    if (code == ErrorCode::Unreachable && ++m_localProblems < mostLocalProblems) {
        --m_connections; // none was made
        pauseBeforeHandshake();
        return;
    }
    m_busy = false;
    m_couldNotTry = m_couldNotTry || code == ErrorCode::Unreachable;
    m_handshakeDue = isWorthAnotherTry(code);
    if (code == ErrorCode::None) {
        m_webSocket = ServiceState::Handshake;
        m_ours = true;
    } else if (code == ErrorCode::HandshakeTimeout) {
        m_webSocket = ServiceState::Silent;
    }
    if (late)
        Q_EMIT wasLate();
    else if (code == ErrorCode::None)
        Q_EMIT wasPrompt();
    if (!m_handshakeDue)
        Q_EMIT changed();
    next();
}

void HostProbe::pauseBeforeHandshake()
{
    QTimer::singleShot(pauseAfterLocalProblem, this, [this] {
        m_busy = false;
        next();
    });
}

bool HostProbe::isWorthAnotherTry(ErrorCode handshakeError)
{
    if (handshakeError == ErrorCode::ConnectTimeout)
        return m_connections < mostConnections;
    return handshakeError == ErrorCode::HandshakeTimeout && ++m_handshakes < mostUnansweredHandshakes
        && m_options->packetsGetLost && m_options->packetsGetLost();
}

void HostProbe::openModbus()
{
    m_modbusConnection.reset();
    const auto deadline = m_options->timeouts.connect;
    runStep(std::make_unique<PortProbe>(m_address, m_options->modbusPort, deadline),
            [this](PortProbe &probe) {
                m_modbusConnection = probe.takeConnection();
                if (m_modbusConnection) {
                    checkIdentity();
                    return;
                }
                // It was open a moment ago: that is what stays known.
                m_couldNotTry = probe.error().code == ErrorCode::Io;
                m_modbusDue = false;
                m_busy = false;
                next();
            });
}

void HostProbe::checkIdentity()
{
    m_modbusDue = false;
    auto check = std::make_unique<IdentityCheck>(std::move(m_modbusConnection), IdentityOptions(),
                                                 m_options->timeouts);
    runStep(std::move(check), [this](const IdentityCheck &done) {
        m_identity = done.identity();
        m_modbus = modbusState(m_identity);
        m_busy = false;
        Q_EMIT changed();
        next();
    });
}

} // namespace Sigen
