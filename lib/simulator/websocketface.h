// The gateway's WebSocket server: listens, bounds the connections, and lets QWebSocketServer do the upgrades.
#pragma once

#include "simulator/gatewaystate.h"

#include <QElapsedTimer>
#include <QList>
#include <QTcpServer>
#include <QTimer>
#include <QWebSocketServer>

namespace Sigen {

class WebSocketConnection;

class WebSocketFace : public QObject
{
    Q_OBJECT

public:
    static constexpr int maximumConnections = 64;

    /// \a state must outlive it.
    explicit WebSocketFace(GatewayState &state);
    ~WebSocketFace() override;

    /// \a port 0: any free one. False when it cannot be had; errorString() says why.
    bool listen(quint16 port);
    /// Closes the port and every connection.
    void close();

    quint16 port() const { return m_port; }
    QString errorString() const { return m_server.errorString(); }
    int openConnections() const { return static_cast<int>(m_connections.size()); }

private:
    void accept();
    void adopt();
    bool hasPlace() const;
    void clientLeft();

    GatewayState &m_state;
    QTcpServer m_server;
    QWebSocketServer m_upgrader;
    QElapsedTimer m_sinceLastClient; ///< since one has gone
    QTimer m_slotTimer; ///< runs while the port is closed after a client has gone
    quint16 m_port = 0; ///< once it was listened on
    QList<WebSocketConnection *> m_connections; ///< children of this
};

} // namespace Sigen
