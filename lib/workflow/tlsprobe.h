// Does a port speak TLS? One connection, one ClientHello, and what comes back: evidence for the user who
// asked for plain WebSocket on a port that has nothing but TLS.
//
// The hello names nobody and offers no key, so nothing that it starts can be finished. A server that serves
// one client may turn the connection away, since our handshake was the last: then it is tried once more.
#pragma once

#include "core/operation.h"

#include <QByteArray>
#include <QHostAddress>
#include <QTimer>

#include <memory>

namespace Sigen {

class TcpConnection;

/// A whole record, as the probe sends it (RFC 8446, and what older servers need to answer it).
QByteArray tlsClientHello();

/// Whether \a answer begins with what only a TLS server says to a ClientHello: a ServerHello or an alert.
bool isTlsAnswer(const QByteArray &answer);

class TlsProbe : public Operation
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds longest{2000};

    /// Bounded by \a deadline, and by `longest`.
    TlsProbe(const QHostAddress &address, quint16 port, std::chrono::milliseconds deadline,
             QObject *parent = nullptr);
    ~TlsProbe() override;

    /// Valid after finished(); the operation succeeds whatever the answer is.
    bool speaksTls() const { return m_speaksTls; }

protected:
    void run() override;
    void release() override;
    void deadlinePassed() override;

private:
    void connectOnce();
    void turnedAway();
    void take(const QByteArray &bytes);

    QHostAddress m_address;
    quint16 m_port;
    std::unique_ptr<TcpConnection> m_connection;
    QTimer m_pause;
    QByteArray m_answer;
    int m_connections = 0;
    bool m_speaksTls = false;
};

} // namespace Sigen
