#include "simulator/websocketface.h"

#include "simulator/websocketconnection.h"

#include <QNetworkProxy>

namespace Sigen {

WebSocketFace::WebSocketFace(GatewayState &state)
    : m_state(state)
    , m_upgrader(QString(), QWebSocketServer::NonSecureMode)
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    m_server.setMaxPendingConnections(maximumConnections);
    m_upgrader.setMaxPendingConnections(maximumConnections);
    connect(&m_server, &QTcpServer::newConnection, this, &WebSocketFace::accept);
    connect(&m_upgrader, &QWebSocketServer::newConnection, this, &WebSocketFace::adopt);
}

WebSocketFace::~WebSocketFace()
{
    close();
}

bool WebSocketFace::listen(quint16 port)
{
    return m_server.listen(m_state.options().address, port);
}

void WebSocketFace::close()
{
    m_server.close();
    const QList<WebSocketConnection *> connections = std::exchange(m_connections, {});
    qDeleteAll(connections);
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
        connect(connection, &WebSocketConnection::ended, this, [this, connection] {
            if (m_connections.removeOne(connection))
                connection->deleteLater();
            m_sinceLastClient.start();
        });
        connection->begin();
    }
}

bool WebSocketFace::hasPlace() const
{
    const Behaviour &behaviour = m_state.behaviour();
    if (behaviour.clients == 0)
        return true;
    const bool isResting =
        m_sinceLastClient.isValid() && m_sinceLastClient.elapsed() < behaviour.clientRest.count();
    return m_connections.size() + (isResting ? 1 : 0) < behaviour.clients;
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
