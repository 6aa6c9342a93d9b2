// Name, route and TCP port: finds the address of a host on which a port accepts connections. Writes nothing
// to it.
#pragma once

#include "core/operation.h"
#include "core/timeouts.h"
#include "network/portprobe.h"

#include <QHostAddress>
#include <QList>

#include <memory>

namespace Sigen {

class Reach : public Operation
{
    Q_OBJECT

public:
    /// Looks \a host up and tries its addresses in turn; bounded by timeouts.connect for the look-up and for
    /// each address. Errors: HostNotFound and Usage as HostLookup.
    Reach(QString host, bool allowPublic, quint16 port, Timeouts timeouts, QObject *parent = nullptr);
    /// The same for addresses that were looked up before.
    Reach(QList<QHostAddress> addresses, quint16 port, Timeouts timeouts, QObject *parent = nullptr);
    ~Reach() override;

    /// Valid after it has succeeded: a closed port is an answer, too. Of several addresses the first that is
    /// open counts, else the one that came nearest to it.
    PortState portState() const { return m_state; }
    /// The state as an error of the way to the gateway: none for Open, else ConnectionRefused, ConnectTimeout
    /// or Unreachable.
    Error stateError() const;
    QHostAddress address() const { return m_address; }
    QString detail() const { return m_detail; }
    const QList<QHostAddress> &addresses() const { return m_addresses; }
    /// Once, when the port is open.
    std::unique_ptr<TcpConnection> takeConnection();

    /// "192.168.1.150:502" or "[fe80::1]:502".
    QString endpointText() const;

protected:
    void run() override;

private:
    void probe(qsizetype index);

    QString m_host;
    bool m_allowPublic = false;
    quint16 m_port;
    Timeouts m_timeouts;
    QList<QHostAddress> m_addresses;
    QHostAddress m_address;
    PortState m_state = PortState::Unreachable;
    QString m_detail;
    std::unique_ptr<TcpConnection> m_connection;
};

} // namespace Sigen
