#include "simulator/websocketface.h"

#include "simulator/websocketconnection.h"

#include "simulator/tcptools.h"

#include <QNetworkProxy>

namespace Sigen {

using namespace std::chrono_literals;

static constexpr auto slotFreedAfter = 20ms;
static constexpr auto slotRefusesFor = 50ms;
static constexpr auto echoDelay = 900ms;

WebSocketFace::WebSocketFace(GatewayState &state)
    : m_state(state)
    , m_upgrader(QString(), QWebSocketServer::NonSecureMode)
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    m_server.setMaxPendingConnections(maximumConnections);
    m_upgrader.setMaxPendingConnections(maximumConnections);
    m_slotTimer.setSingleShot(true);
    m_slotTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_slotTimer, &QTimer::timeout, this, [this] {
        if (!m_server.isListening())
            listen(m_port);
    });
    connect(&m_server, &QTcpServer::newConnection, this, &WebSocketFace::accept);
    connect(&m_upgrader, &QWebSocketServer::newConnection, this, &WebSocketFace::adopt);
}

WebSocketFace::~WebSocketFace()
{
    close();
}

bool WebSocketFace::listen(quint16 port)
{
    const bool isListening = m_server.listen(m_state.options().address, port);
    if (isListening)
        m_port = m_server.serverPort();
    return isListening;
}

void WebSocketFace::close()
{
    m_slotTimer.stop();
    m_server.close();
    const QList<WebSocketConnection *> connections = std::exchange(m_connections, {});
    qDeleteAll(connections);
}

void WebSocketFace::clientLeft()
{
    m_sinceLastClient.start();
    if (m_state.has(Fault::SlotRefusesBriefly))
        m_slotTimer.start(slotRefusesFor);
}

void WebSocketFace::accept()
{
    while (QTcpSocket *const socket = m_server.nextPendingConnection()) {
        ++m_state.counters.webSocketConnections;
        if (!hasPlace()) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        if (m_connections.size() >= maximumConnections) {
            m_state.say(
                tr("A WebSocket connection from %1 was one too many.").arg(socket->peerAddress().toString()));
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto *const connection = new WebSocketConnection(m_state, socket, this);
        m_connections.append(connection);
        connect(connection, &WebSocketConnection::upgradeWanted, this,
                [this](QTcpSocket *tcp) { m_upgrader.handleConnection(tcp); });
        connect(connection, &WebSocketConnection::echoed, this, [this](const QByteArray &frame) {
            after(echoDelay, this, [this, frame] {
                for (WebSocketConnection *const each : std::as_const(m_connections))
                    each->send(frame);
            });
        });
        connect(connection, &WebSocketConnection::ended, this, [this, connection] {
            if (!m_connections.removeOne(connection))
                return;
            connection->deleteLater();
            clientLeft();
        });
        if (m_state.has(Fault::SlotRefusesBriefly))
            m_server.close();
        connection->begin();
    }
}

bool WebSocketFace::hasPlace() const
{
    const bool isSlot = m_state.has(Fault::SlotOne) || m_state.has(Fault::SlotRefusesBriefly);
    const int places = isSlot ? 1 : m_state.behaviour().clients;
    if (places == 0)
        return true;
    const auto rest = m_state.has(Fault::SlotOne) ? slotFreedAfter : m_state.behaviour().clientRest;
    const bool isResting = m_sinceLastClient.isValid() && m_sinceLastClient.elapsed() < rest.count();
    return m_connections.size() + (isResting ? 1 : 0) < places;
}

void WebSocketFace::adopt()
{
    while (m_upgrader.hasPendingConnections()) {
        std::unique_ptr<QWebSocket> socket(m_upgrader.nextPendingConnection());
        for (WebSocketConnection *const connection : std::as_const(m_connections)) {
            if (connection->isFrom(socket->peerAddress(), socket->peerPort())) {
                connection->adopt(std::move(socket));
                break;
            }
        }
    }
}

} // namespace Sigen
