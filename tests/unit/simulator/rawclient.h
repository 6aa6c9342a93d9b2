// A TCP client for tests that looks at the simulator's bytes as they are. It speaks just enough WebSocket to
// ask.
#pragma once

#include <QHostAddress>
#include <QJsonObject>
#include <QTcpSocket>

#include <optional>

namespace Sigen::Test {

struct ServerFrame
{
    int opcode = 0;
    bool isFinal = false;
    bool isMasked = false;
    QByteArray payload;
};

/// Takes the first complete WebSocket frame off \a bytes.
std::optional<ServerFrame> takeServerFrame(QByteArray &bytes);

/// A text frame as a client sends it.
QByteArray maskedTextFrame(const QByteArray &text);

class RawClient : public QObject
{
public:
    RawClient(const QHostAddress &address, quint16 port);

    bool waitForConnection();
    /// Sends an upgrade request and takes the 101 answer off the received bytes.
    bool upgrade(const QByteArray &path = "/ws");
    void send(const QByteArray &bytes) { socket.write(bytes); }
    void sendText(const QByteArray &text); ///< as a masked text frame
    void sendJson(const QJsonObject &object);
    bool waitForBytes(qsizetype count);
    /// The next text frame; pushes are skipped unless they are wanted. Empty: none came.
    QJsonObject nextMessage();
    QJsonObject ask(const QJsonObject &object);
    bool waitForEnd();

    static QByteArray upgradeRequest(const QByteArray &path);

    QTcpSocket socket;
    QByteArray received;
};

/// How the server ended a connection: needs the bare system call, since Qt reports an orderly close and a
/// reset alike.
enum class Ending { None, Orderly, Reset };
/// Connects, sends the pieces, each after an answer to the one before, then reads until the server ends the
/// connection or five seconds have passed.
Ending endingAfter(const QHostAddress &address, quint16 port, const QList<QByteArray> &bytes);

} // namespace Sigen::Test
