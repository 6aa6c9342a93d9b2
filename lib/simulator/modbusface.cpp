#include "simulator/modbusface.h"

#include "simulator/modbusconnection.h"

#include <QNetworkProxy>

#include <chrono>

namespace Sigen {

using namespace std::chrono_literals;

namespace {

constexpr auto openDelay = 2s;
// Linux lets one connection into a backlog of 0; the second finds it full, and so does everybody after it.
constexpr int fillerCount = 2;

} // namespace

ModbusFace::ModbusFace(GatewayState &state, SimulatedPlant plant)
    : m_state(state)
    , m_plant(std::move(plant))
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    m_server.setMaxPendingConnections(maximumConnections);
    m_openTimer.setSingleShot(true);
    m_openTimer.setTimerType(Qt::PreciseTimer); // a coarse one may be five percent early
    m_closeTimer.setSingleShot(true);
    m_closeTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_closeTimer, &QTimer::timeout, this, &ModbusFace::close);
    connect(&m_server, &QTcpServer::newConnection, this, &ModbusFace::accept);
    connect(&m_openTimer, &QTimer::timeout, this, [this] { open(m_state.setting().port); });
}

ModbusFace::~ModbusFace()
{
    close();
}

bool ModbusFace::follow()
{
    m_openTimer.stop();
    m_closeTimer.stop();
    const Behaviour &behaviour = m_state.behaviour();
    const GatewayState::Setting &setting = m_state.setting();
    if (!setting.enabled) {
        if (m_server.isListening() && behaviour.portCloses.count() > 0)
            m_closeTimer.start(behaviour.portCloses);
        else if (!m_state.has(Fault::PortStaysOpen))
            close();
        return true;
    }
    if (m_server.isListening() && m_server.serverPort() == setting.port)
        return true;
    close();
    if (m_state.has(Fault::PortNeverOpens))
        return true;
    if (m_state.has(Fault::PortOpensLate) || behaviour.portOpens.count() > 0) {
        m_openTimer.start(behaviour.portOpens.count() > 0 ? behaviour.portOpens : openDelay);
        return true;
    }
    return open(setting.port);
}

bool ModbusFace::open(quint16 port)
{
    const bool filtered = m_state.has(Fault::PortFiltered);
    if (filtered)
        m_server.setListenBacklogSize(0);
    if (!m_server.listen(m_state.options().address, port)) {
        m_state.say(tr("The Modbus port %1 cannot be opened: %2").arg(port).arg(m_server.errorString()));
        return false;
    }
    m_state.modbusOpened.start();
    m_state.connectionsSinceOpened = 0;
    if (filtered) {
        m_server.pauseAccepting();
        fillBacklog();
    }
    return true;
}

void ModbusFace::fillBacklog()
{
    for (int i = 0; i < fillerCount; ++i) {
        auto *const filler = new QTcpSocket(this);
        filler->setProxy(QNetworkProxy::NoProxy);
        filler->connectToHost(m_server.serverAddress(), m_server.serverPort());
        m_fillers.append(filler);
    }
}

void ModbusFace::close()
{
    m_openTimer.stop();
    m_closeTimer.stop();
    m_state.modbusOpened.invalidate();
    m_server.close();
    qDeleteAll(std::exchange(m_fillers, {}));
    qDeleteAll(std::exchange(m_connections, {}));
}

void ModbusFace::accept()
{
    while (QTcpSocket *const socket = m_server.nextPendingConnection()) {
        ++m_state.counters.modbusConnections;
        m_state.counters.modbusBytesToLastClient = 0;
        ++m_state.connectionsSinceOpened;
        if (m_connections.size() >= maximumConnections) {
            m_state.say(
                tr("A Modbus connection from %1 was one too many.").arg(socket->peerAddress().toString()));
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto *const connection = new ModbusConnection(m_state, m_plant, socket, this);
        m_connections.append(connection);
        connect(connection, &ModbusConnection::ended, this, [this, connection] {
            if (m_connections.removeOne(connection))
                connection->deleteLater();
        });
        connection->begin();
    }
}

} // namespace Sigen
