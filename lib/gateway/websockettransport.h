// One WebSocket connection as a stream of texts, with the bounds that QWebSocket lacks: the only place that
// knows QWebSocket.
//
// Life cycle: made, open() once, then opened() or ended(); after opened() texts both ways until ended(). Ends
// by itself when the handshake takes too long, a message is too long or the peer stops answering pings. Never
// uses a proxy and never follows an HTTP redirect. Destroying it closes the connection; it may be destroyed
// or closed in any of its own signals.
//
// TLS: a certificate is trusted when its SHA-256 digest is the endpoint's fingerprint, whatever else is wrong
// with it, and for no other reason.
#pragma once

#include "core/error.h"
#include "gateway/endpoint.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

class QAbstractSocket;
class QSslCertificate;
class QWebSocket;

namespace Sigen {

class ConnectWatch;

struct WebSocketLimits
{
    std::chrono::milliseconds handshake; ///< TCP connect, TLS and WebSocket handshake together
    quint64 messageSize; ///< bytes of one message or frame
    std::chrono::milliseconds pingInterval;
    std::chrono::milliseconds pingPatience; ///< silence after a ping that ends the connection
    std::chrono::milliseconds connect{0}; ///< TCP connect alone; 0, or longer than handshake: no own limit
};

class WebSocketTransport : public QObject
{
    Q_OBJECT

public:
    /// \a path begins with "/" and may hold a query.
    WebSocketTransport(GatewayEndpoint endpoint, QString path, WebSocketLimits limits,
                       QObject *parent = nullptr);
    ~WebSocketTransport() override;

    void open();
    bool isOpen() const { return m_phase == Phase::Open; }
    /// Whether it ended because the peer would not have us now: refused, hung up without an answer to the
    /// handshake, or answered that it is not available. Another try may find it in a better mood.
    bool wasTurnedAway() const { return m_turnedAway; }
    /// False when the connection is not open: QWebSocket would drop the text silently.
    bool send(const QString &text);
    /// Hands what was sent to the system before close() drops it, as far as that goes without waiting.
    void flush();
    /// Closes at once; nothing is emitted from here on.
    void close();

Q_SIGNALS:
    void opened();
    void textReceived(const QString &text);
    void binaryReceived(qsizetype size);
    /// Something came on the open connection, a part of a message perhaps; after the messages in it.
    void bytesReceived();
    /// Once, from the event loop, and last of all. `detail` may hold text from the peer, neither redacted nor
    /// cut. Before opened(): ConnectionRefused, Unreachable, ConnectTimeout (no TCP connection), NotAGateway,
    /// HandshakeTimeout, CertificateNotTrusted, ConnectionLost, Internal (no TLS in this Qt), Usage (a path
    /// that no URL can have). After it: ConnectionLost, MessageTooLarge, MalformedReply (broken framing or
    /// UTF-8).
    void ended(const Sigen::Error &error);

private:
    enum class Phase { Idle, Connecting, Open, Ended };
    struct DeleteLater
    {
        void operator()(QWebSocket *socket) const;
    };

    void connectSocket();
    void watchCarrier(QAbstractSocket *carrier);
    void incoming(QAbstractSocket &carrier);
    void makeRoom(const QAbstractSocket &carrier);
    void handshakeDone();
    void connectOverdue();
    void handshakeOverdue();
    void takeText(const QString &text);
    void ping();
    void socketFailed();
    bool isTurningAway() const;
    Error handshakeError() const;
    Error connectionError() const;
    bool isTrusted(const QSslCertificate &certificate) const;
    Error notTrusted(const QSslCertificate &certificate) const;
    void end(ErrorCode code, const QString &detail);
    void end(Error error);
    void letGo();

    GatewayEndpoint m_endpoint;
    QString m_path;
    WebSocketLimits m_limits;
    std::unique_ptr<QWebSocket, DeleteLater> m_socket;
    std::unique_ptr<ConnectWatch> m_watch;
    QTimer m_connectTimer;
    QTimer m_handshakeTimer;
    QElapsedTimer m_handshakeClock;
    QTimer m_pingTimer;
    QTimer m_pongTimer;
    Error m_distrust; ///< why TLS is about to fail, noted before it does
    Phase m_phase = Phase::Idle;
    bool m_turnedAway = false;
    bool m_silent = false;
};

} // namespace Sigen
