#include "simulator/modbusconnection.h"

#include "simulator/tcptools.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>

namespace Sigen {

using namespace std::chrono_literals;

namespace {

constexpr auto replyDelay = 1500ms;
constexpr auto slowUnitDelay = 1300ms;
constexpr auto startTime = 2000ms;
constexpr auto lateDelay = 5s;
constexpr auto trailingDelay = 10ms;
constexpr auto trickleInterval = 2ms;
constexpr auto staleInterval = 10ms;
constexpr int maximumPendingReplies = 32;
constexpr qint64 maximumBacklog = 64 * 1024; // a client that does not read
constexpr qint64 readChunk = 4096;

} // namespace

ModbusConnection::ModbusConnection(GatewayState &state, const SimulatedPlant &plant, QTcpSocket *socket,
                                   QObject *parent)
    : QObject(parent)
    , m_state(state)
    , m_plant(plant)
    , m_socket(socket)
    , m_hangs(state.has(Fault::StartFirstHangs) && state.connectionsSinceOpened == 1)
{
    socket->setParent(this);
    socket->setReadBufferSize(readChunk);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, &ModbusConnection::read);
    connect(socket, &QTcpSocket::disconnected, this, &ModbusConnection::ended);
    connect(&m_trickleTimer, &QTimer::timeout, this, [this] {
        const qsizetype size = std::min(m_segment, m_trickle.size());
        m_socket->write(m_trickle.first(size));
        m_trickle.remove(0, size);
        if (m_trickle.isEmpty())
            m_trickleTimer.stop();
    });
    connect(&m_staleTimer, &QTimer::timeout, this, [this] {
        if (m_socket->bytesToWrite() < maximumBacklog)
            m_socket->write(m_stale);
    });
}

ModbusConnection::~ModbusConnection()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

void ModbusConnection::begin()
{
    if (m_state.has(Fault::ModbusClosesOnConnect))
        m_socket->disconnectFromHost();
    else
        read();
}

void ModbusConnection::read()
{
    while (m_socket->state() == QAbstractSocket::ConnectedState) {
        TakenAdu taken = takeAdu(m_received);
        if (taken.broken) {
            m_socket->disconnectFromHost();
            return;
        }
        if (taken.adu) {
            answer(*taken.adu);
            continue;
        }
        const QByteArray more = m_socket->read(readChunk);
        if (more.isEmpty())
            return;
        m_received += more;
    }
}

void ModbusConnection::answer(const ModbusAdu &request)
{
    ++m_state.counters.modbusRequests;
    const int function = request.pdu.isEmpty() ? 0 : request.pdu.front();
    if (request.unit == 0 || (function != 3 && function != 4))
        ++m_state.counters.forbiddenRequests;
    const bool isFirst = ++m_requests == 1;
    if (m_hangs || answerWhileStarting(request))
        return;
    if (m_state.has(Fault::ModbusResets))
        return resetConnection(*m_socket);
    if (m_state.has(Fault::ModbusClosesOnRequest))
        return m_socket->disconnectFromHost();
    if (isFirst && m_state.has(Fault::ModbusFirstLost))
        return;
    const std::optional<RegisterImage> image =
        m_plant.image(request.unit, QDateTime::currentSecsSinceEpoch());
    if (!image) {
        if (m_state.has(Fault::UnitUnknownResets))
            resetConnection(*m_socket);
        else if (m_state.has(Fault::UnitUnknownCloses))
            m_socket->disconnectFromHost();
        return;
    }
    if (m_state.has(Fault::ModbusStaleOnly)) {
        m_stale = staleReply(request);
        m_staleTimer.start(staleInterval);
        return;
    }

    using Shape = ModbusBehaviour::Shape;
    const ModbusBehaviour &behaviour = m_state.nextModbus();
    if (behaviour.shape == Shape::Reset)
        return resetConnection(*m_socket);
    if (behaviour.shape == Shape::Close)
        return m_socket->disconnectFromHost();
    const QByteArray pdu = isFirst && m_state.has(Fault::ModbusBusyOnce)
        ? exceptionPdu(static_cast<quint8>(function), 6)
        : readReplyPdu(*image, request.pdu);
    const QByteArray bytes = behaviour == ModbusBehaviour() ? replyBytes(m_state.faults(), request, pdu)
                                                            : modbusBytes(behaviour, request, pdu);
    const bool isException = pdu.size() < 3 || (pdu.front() & 0x80) != 0;
    if (!isException && bytes.contains(pdu.sliced(2)))
        ++m_state.counters.modbusReplies;
    if (behaviour.segment > 0)
        m_segment = behaviour.segment;
    m_isTrickling = m_state.has(Fault::ModbusTrickled) || behaviour.segment > 0;
    const std::chrono::milliseconds delay = behaviour.delay
        + (m_state.has(Fault::ModbusSlow) ? replyDelay : 0ms)
        + (m_plant.isSlow(request.unit) ? slowUnitDelay : 0ms)
        + (m_state.has(Fault::ModbusLate) ? lateDelay : 0ms);
    if (delay.count() == 0)
        send(bytes);
    else
        sendAfter(delay, bytes);
    if (m_state.has(Fault::ModbusTrailingApart))
        sendAfter(delay + trailingDelay, trailingBytes());
}

void ModbusConnection::sendAfter(std::chrono::milliseconds delay, const QByteArray &bytes)
{
    if (++m_pendingReplies > maximumPendingReplies)
        return m_socket->disconnectFromHost();
    after(delay, this, [this, bytes] {
        --m_pendingReplies;
        send(bytes);
    });
}

/// A server that has just been switched on. False: it is up.
bool ModbusConnection::answerWhileStarting(const ModbusAdu &request)
{
    if (m_state.modbusOpened.hasExpired(startTime.count()))
        return false;
    const quint8 function = request.pdu.isEmpty() ? quint8(0) : static_cast<quint8>(request.pdu.front());
    const auto except = [&](quint8 code) {
        send(encodeAdu({request.transaction, 0, request.unit, exceptionPdu(function, code)}));
    };
    if (m_state.has(Fault::StartSlowSilent))
        return true;
    if (m_state.has(Fault::StartSlowResets))
        resetConnection(*m_socket);
    else if (m_state.has(Fault::StartSlowCloses))
        m_socket->disconnectFromHost();
    else if (m_state.has(Fault::StartSlowException04))
        except(4);
    else if (m_state.has(Fault::StartSlowException06))
        except(6);
    else if (m_state.has(Fault::StartSlowZeros))
        send(encodeAdu({request.transaction, 0, request.unit, zeroReplyPdu(request.pdu)}));
    else
        return false;
    return true;
}

void ModbusConnection::send(const QByteArray &bytes)
{
    if (bytes.isEmpty() || m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    if (m_socket->bytesToWrite() + m_trickle.size() > maximumBacklog)
        return resetConnection(*m_socket);
    m_state.counters.modbusBytesToLastClient += static_cast<int>(bytes.size());
    if (m_isTrickling || !m_trickle.isEmpty()) {
        m_trickle += bytes;
        m_trickleTimer.start(trickleInterval);
    } else {
        m_socket->write(bytes);
    }
}

} // namespace Sigen
