// Does a TCP port accept connections from this computer? The answer with its latency, and the open connection
// for whoever wants to talk on it.
#pragma once

#include "core/operation.h"
#include "network/tcpconnection.h"

#include <QHostAddress>

#include <memory>

namespace Sigen {

enum class PortState {
    Open, ///< accepted
    Closed, ///< refused: something is there, nothing listens
    Filtered, ///< no answer within the deadline
    Unreachable, ///< no route, host or network unreachable
};

/// The word of the command-line contract: "open", "closed", "filtered", "unreachable".
QLatin1StringView portStateName(PortState state);

class PortProbe : public Operation
{
    Q_OBJECT

public:
    /// One connection attempt, bounded by \a deadline. Writes nothing to the port.
    PortProbe(const QHostAddress &address, quint16 port, std::chrono::milliseconds deadline,
              QObject *parent = nullptr);
    ~PortProbe() override;

    /// As TcpConnection's; before start().
    void setSingleRequest() { m_singleRequest = true; }

    /// Valid after finished(). The operation succeeds whatever the state is: it is a test, and a closed port
    /// is an answer. It fails only when cancelled, or with Io when this computer could not even try (no more
    /// sockets).
    PortState portState() const { return m_portState; }
    /// From connect to the answer, in milliseconds with fraction; 0 when none came.
    double latencyMs() const { return m_latencyMs; }
    /// Technical and untranslated: why it is not open. Empty when it is.
    QString detail() const { return m_detail; }

    /// The open connection, once; null unless the state is Open. If nobody takes it, it stays open until the
    /// probe is destroyed: the one socket that this operation holds beyond finished().
    std::unique_ptr<TcpConnection> takeConnection();

protected:
    void run() override;
    void release() override;
    void deadlinePassed() override;

private:
    void opened();
    void attemptFailed(TcpConnection::Failure kind, const QString &detail);
    void conclude(PortState state, const QString &detail);

    QHostAddress m_address;
    quint16 m_port;
    bool m_singleRequest = false;
    std::unique_ptr<TcpConnection> m_connection;
    PortState m_portState = PortState::Filtered;
    double m_latencyMs = 0;
    QString m_detail;
};

} // namespace Sigen
