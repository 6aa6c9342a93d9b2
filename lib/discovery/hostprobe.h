// What is behind the open ports of one host: one WebSocket handshake, then, if the host looks like ours, who
// answers on Modbus.
//
// It is told what the sweep finds out, before or after start(), and ends when that is all and everything that
// follows from it has been tried. Sends no message and no credentials on the WebSocket, nothing at all to a
// port that is not open.
#pragma once

#include "core/operation.h"
#include "core/timeouts.h"
#include "discovery/discoveredhost.h"
#include "modbus/identity.h"
#include "network/tcpconnection.h"
#include "protocol/profile.h"

#include <QHostAddress>

#include <functional>
#include <memory>

namespace Sigen {

class GatewaySession;
class OpenRequest;
class PortProbe;

struct HostProbeOptions
{
    ProtocolProfile profile;
    quint16 webSocketPort = 0;
    quint16 modbusPort = 0;
    bool allModbus = false; ///< read Modbus also when the host does not look like ours
    Timeouts timeouts;
    /// Whether packets are seen to get lost in this network: then a handshake without an answer is tried once
    /// more.
    std::function<bool()> packetsGetLost;
};

class HostProbe : public Operation
{
    Q_OBJECT

public:
    HostProbe(const QHostAddress &address, std::shared_ptr<const HostProbeOptions> options,
              QObject *parent = nullptr);
    ~HostProbe() override;

    void webSocketOpened();
    /// \a connection: an open one to the Modbus port, or null: then a new one is made when it is needed.
    void modbusOpened(std::unique_ptr<TcpConnection> connection);
    /// The MAC address is the vendor's.
    void looksLikeOurs();
    /// The sweep is through with this host.
    void portsDone();

    /// Open, Handshake or Silent once the port was found open, else NotTested. Modbus: Open, then what
    /// modbusState() says.
    ServiceState webSocket() const { return m_webSocket; }
    ServiceState modbus() const { return m_modbus; }
    /// What the Modbus check found, when there was one.
    const ModbusIdentity &identity() const { return m_identity; }
    /// This computer could not connect to a port that was open a moment ago: it has no more descriptors, or
    /// no way there any more. What is behind the port stays unknown.
    bool couldNotTry() const { return m_couldNotTry; }

Q_SIGNALS:
    /// One of the above is known.
    void changed();
    /// A connection and a handshake took no longer than they take on a LAN.
    void wasPrompt();
    /// A connection or handshake took longer than a LAN explains: perhaps packets get lost.
    void wasLate();

protected:
    void run() override;
    void release() override;

private:
    void next();
    void shakeHands();
    void handshakeEnded(const OpenRequest &request);
    void pauseBeforeHandshake();
    bool isWorthAnotherTry(ErrorCode handshakeError);
    void openModbus();
    void checkIdentity();
    bool wantsModbus() const;

    QHostAddress m_address;
    std::shared_ptr<const HostProbeOptions> m_options;
    std::unique_ptr<GatewaySession> m_session;
    std::unique_ptr<TcpConnection> m_modbusConnection;
    ModbusIdentity m_identity;
    ServiceState m_webSocket = ServiceState::NotTested;
    ServiceState m_modbus = ServiceState::NotTested;
    int m_connections = 0; ///< for handshakes
    int m_handshakes = 0; ///< that were left without an answer
    int m_localProblems = 0;
    bool m_couldNotTry = false;
    bool m_handshakeDue = false;
    bool m_modbusDue = false;
    bool m_ours = false;
    bool m_portsDone = false;
    bool m_busy = false;
};

} // namespace Sigen
