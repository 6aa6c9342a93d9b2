// One outgoing TCP connection to an address and port: the only place that knows QTcpSocket.
//
// Never uses a proxy; small requests leave at once (TCP_NODELAY). Every signal comes from the event loop,
// never from inside open() or one of the socket's own signals, so a connection may be closed or deleted in
// any of its slots. Nothing gets lost when a connection changes hands: bytes that arrive while nobody is
// connected to received() are kept (up to receiveBufferSize, the rest waits at the peer) and delivered to the
// next listener, and so is the end, always after the last byte.
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>

class QTcpSocket;

namespace Sigen {

class ConnectWatch;

class TcpConnection : public QObject
{
    Q_OBJECT

public:
    enum class Failure {
        Refused, ///< something answered that nothing listens there
        TimedOut, ///< the operating system gave up waiting
        Unreachable, ///< no route, host or network unreachable, forbidden by a firewall or route of this
                     ///< computer
        LocalProblem, ///< this computer could not even try, for example because no file descriptor was left
    };
    Q_ENUM(Failure)

    /// Most bytes that are held unread.
    static constexpr qint64 receiveBufferSize = 4096;

    TcpConnection(const QHostAddress &address, quint16 port, QObject *parent = nullptr);
    /// Closes the connection; emits nothing.
    ~TcpConnection() override;

    /// The system sends the request to connect once only, for whoever repeats by himself. Before open();
    /// changes something on Windows only, which takes a refusal for an answer just after three more tries, a
    /// second or two later.
    void setSingleRequest() { m_singleRequest = true; }

    /// Begins to connect; ends in connected() or failed(). Only the first call does anything. Has no time-out
    /// of its own but the operating system's (at most 30 s, Qt's own limit).
    void open();

    /// Accepted by the peer, and no end seen yet.
    bool isOpen() const { return m_phase == Phase::Open; }

    /// From open() to the peer's answer, be it an acceptance or a refusal; 0 before that.
    std::chrono::nanoseconds answerTime() const { return m_answerTime; }

    /// After failed(): nothing could be sent at all, since there is no route to that network, or not any
    /// more, or this computer forbids it.
    bool neverLeft() const { return m_neverLeft; }

    QHostAddress address() const { return m_address; }
    quint16 port() const { return m_port; }
    /// "192.168.1.150:502", "[fd00::1]:502".
    QString peer() const;

    /// Queues bytes for sending; ignored unless it is open. Failing to send shows as closed().
    void write(const QByteArray &bytes);

    /// Gives the connection up at once and drops what was not delivered. No signal follows.
    void close();

Q_SIGNALS:
    void connected();
    void failed(Sigen::TcpConnection::Failure kind, const QString &detail);
    /// Bytes as they came, at most receiveBufferSize.
    void received(const QByteArray &bytes);
    /// The peer ended the connection, or it broke. Not after close(). \a detail is technical and
    /// untranslated; it tells a reset from an orderly end where the operating system lets us see it (not on
    /// Windows).
    void closed(const QString &detail);

protected:
    void connectNotify(const QMetaMethod &signal) override;

private:
    enum class Phase { Idle, Connecting, Open, Ended, Closed };

    void noteConnected();
    void noteReset();
    void noteFailure(int systemError);
    void noteEnd(int systemError);
    void endWith(Failure kind, const QString &detail);
    void scheduleDelivery();
    void deliver();

    QHostAddress m_address;
    quint16 m_port;
    std::unique_ptr<QTcpSocket> m_socket;
    std::unique_ptr<ConnectWatch> m_watch;
    QElapsedTimer m_clock;
    std::chrono::nanoseconds m_answerTime{0};
    Phase m_phase = Phase::Idle;
    bool m_wasOpen = false;
    bool m_announceConnected = false;
    bool m_deliveryScheduled = false;
    bool m_singleRequest = false;
    bool m_opening = false; ///< inside open()
    bool m_neverLeft = false;
    Failure m_failure = Failure::LocalProblem;
    QString m_endDetail;
};

} // namespace Sigen
