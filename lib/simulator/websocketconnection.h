// One client of the simulated WebSocket: the handshake, the conversation and the bytes that go back.
//
// The bytes of the handshake are looked at before QWebSocketServer sees them, so that it can be answered
// wrongly; what is sent later is written to the TCP socket itself, frame by frame, so that faults can be
// exact to the byte. Owned by the face; emits ended() once, when its connection is gone, and is then to be
// deleted later.
#pragma once

#include "simulator/conversation.h"
#include "simulator/gatewaystate.h"
#include "simulator/replyplan.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>

#include <chrono>
#include <memory>

namespace Sigen {

class WebSocketConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes \a socket over until upgradeWanted(). \a state must outlive it.
    WebSocketConnection(GatewayState &state, QTcpSocket *socket, QObject *parent);
    ~WebSocketConnection() override;

    /// After the constructor, with the signals connected: the client may have sent something already.
    void begin();
    /// The handshake is done; \a socket stands on the TCP socket that upgradeWanted() handed out.
    void adopt(std::unique_ptr<QWebSocket> socket);
    /// Tells connections apart that wait for their upgrade.
    bool isFrom(const QHostAddress &address, quint16 port) const;
    /// An unasked frame for a client that has signed in.
    void send(const QByteArray &frame);

Q_SIGNALS:
    /// The handshake shall be answered rightly: the receiver takes the socket and later calls adopt().
    void upgradeWanted(QTcpSocket *socket);
    /// This frame is for every client.
    void echoed(const QByteArray &frame);
    void ended();

private:
    static constexpr qint64 maximumHandshakeSize = 16 * 1024;
    static constexpr std::chrono::milliseconds endlessInterval{2};

    // Before the upgrade, in websockethandshake.cpp as begin() is.
    void lookAtHandshake();
    /// True when the request has been answered as a port does that speaks TLS only.
    bool answerAsTls(const QByteArray &request);
    /// True when the request has been answered by a fault, or never will be.
    bool answerWrongly();
    void finishWith(const QByteArray &bytes);
    void upgrade();

    void end(ConnectionEnd how);
    void reply(const QString &message);
    void deliver(const ReplyPlan &plan);
    void deliverCopies(const QByteArray &bytes, const ReplyBehaviour &behaviour);
    void write(const QByteArray &bytes);
    void writeEndless();
    void push();
    QByteArray ownPush() const;
    bool isOpen() const;

    GatewayState &m_state;
    QPointer<QTcpSocket> m_tcp;
    std::unique_ptr<QWebSocket> m_socket;
    QHostAddress m_peerAddress;
    quint16 m_peerPort;
    Conversation m_conversation;
    QByteArray m_trickle; ///< waits to go out so many bytes at a time:
    qsizetype m_segment = 1;
    QByteArray m_endless;
    qint64 m_endlessBytes = 0;
    QTimer m_handshakeTimer;
    QTimer m_silenceTimer; ///< since the last message of a client that has to keep its session alive
    QTimer m_trickleTimer;
    QTimer m_endlessTimer;
    QTimer m_pushTimer;
    int m_pendingReplies = 0;
    bool m_upgradeAsked = false;
    bool m_isTrickling = false;
};

} // namespace Sigen
