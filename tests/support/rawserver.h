// A TCP server on 127.0.0.1 that answers byte by byte as a test wants it, for what no well-behaved server
// would send.
#pragma once

#include <QByteArray>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace Sigen::Test {

class RawServer : public QObject
{
    Q_OBJECT

public:
    /// Called with the bytes of each readyRead(), and once with none when a client has connected.
    using Script = std::function<void(QTcpSocket &client, const QByteArray &bytes)>;

    explicit RawServer(Script script);

    /// Completes the WebSocket handshake, then calls \a afterHandshake once. What comes after it is not
    /// looked at.
    static Script upgrading(std::function<void(QTcpSocket &client)> afterHandshake);

    quint16 port() const { return m_server.serverPort(); }
    int connections() const { return m_connections; }
    int openConnections() const; ///< now
    const QByteArray &received() const { return m_received; } ///< from all clients

private:
    QTcpServer m_server;
    Script m_script;
    QList<QPointer<QTcpSocket>> m_clients;
    QByteArray m_received;
    int m_connections = 0;
};

/// The 101 answer to a WebSocket client's request.
QByteArray upgradeAnswer(const QByteArray &request);

enum class Opcode { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// An unmasked frame, as a server sends it.
QByteArray webSocketFrame(Opcode opcode, const QByteArray &payload, bool isFinal = true);
/// Only the header of a frame that announces \a size bytes.
QByteArray webSocketHeader(Opcode opcode, quint64 size, bool isFinal = true);

} // namespace Sigen::Test
