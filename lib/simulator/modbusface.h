// The gateway's Modbus TCP server. It listens as the setting says, on the setting's port, and closes the
// connections of a port that it leaves.
#pragma once

#include "simulator/gatewaystate.h"
#include "simulator/simulatedplant.h"

#include <QList>
#include <QTcpServer>
#include <QTimer>

namespace Sigen {

class ModbusConnection;

class ModbusFace : public QObject
{
    Q_OBJECT

public:
    static constexpr int maximumConnections = 64;

    /// \a state must outlive it.
    ModbusFace(GatewayState &state, SimulatedPlant plant);
    ~ModbusFace() override;

    /// Opens, moves or closes the port as the setting wants it. False when the port could not be had;
    /// errorString() says why, and the port stays closed.
    bool follow();
    /// Closes the port and every connection until the next follow().
    void close();

    bool isListening() const { return m_server.isListening(); }
    QString errorString() const { return m_server.errorString(); }
    int openConnections() const { return static_cast<int>(m_connections.size()); }

private:
    bool open(quint16 port);
    void fillBacklog();
    void accept();

    GatewayState &m_state;
    SimulatedPlant m_plant;
    QTcpServer m_server;
    QTimer m_openTimer;
    QTimer m_closeTimer;
    QList<ModbusConnection *> m_connections; ///< children of this
    QList<QTcpSocket *> m_fillers; ///< our own connections that keep a filtered port's backlog full
};

} // namespace Sigen
