// One client of the simulated Modbus server. Owned by the face; emits ended() once, when its connection is
// gone, and is then to be deleted later.
#pragma once

#include "simulator/gatewaystate.h"
#include "simulator/modbuswire.h"
#include "simulator/simulatedplant.h"

#include <QTcpSocket>
#include <QTimer>

#include <chrono>

namespace Sigen {

class ModbusConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes \a socket over. \a state and \a plant must outlive it.
    ModbusConnection(GatewayState &state, const SimulatedPlant &plant, QTcpSocket *socket, QObject *parent);
    ~ModbusConnection() override;

    /// After the constructor, with ended() connected: the client may have sent something already.
    void begin();

Q_SIGNALS:
    void ended();

private:
    void read();
    void answer(const ModbusAdu &request);
    bool answerWhileStarting(const ModbusAdu &request);
    void send(const QByteArray &bytes);
    void sendAfter(std::chrono::milliseconds delay, const QByteArray &bytes);

    GatewayState &m_state;
    const SimulatedPlant &m_plant;
    QTcpSocket *m_socket;
    QByteArray m_received; ///< less than one frame, between two calls of read()
    QByteArray m_trickle; ///< waits to go out so many bytes at a time:
    qsizetype m_segment = 1;
    QByteArray m_stale; ///< sent again and again
    QTimer m_trickleTimer;
    QTimer m_staleTimer;
    const bool m_hangs;
    int m_requests = 0;
    int m_pendingReplies = 0;
    bool m_isTrickling = false;
};

} // namespace Sigen
