#include "network/tcpconnection.h"

#include "core/connectwatch.h"

#include <QMetaMethod>
#include <QNetworkProxy>
#include <QPointer>
#include <QTcpSocket>

#include <cerrno>

#ifdef Q_OS_WIN
#include <winsock2.h>

#include <mstcpip.h>

// Older MinGW headers lack these (mstcpip.h of the Windows SDK).
#ifndef SIO_TCP_INITIAL_RTO
#define SIO_TCP_INITIAL_RTO _WSAIOW(IOC_VENDOR, 17)
#define TCP_INITIAL_RTO_UNSPECIFIED_RTT USHRT_MAX
struct TCP_INITIAL_RTO_PARAMETERS
{
    USHORT Rtt;
    UCHAR MaxSynRetransmissions;
};
#endif
#ifndef TCP_INITIAL_RTO_NO_SYN_RETRANSMISSIONS
#define TCP_INITIAL_RTO_NO_SYN_RETRANSMISSIONS (UCHAR(-2))
#endif
#endif

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

// Qt 6.4 folds several system errors into one: a reset into RemoteHostClosedError, and host unreachable,
// network unreachable and a time-out into NetworkError with a translated text. On Unix errno still holds the
// cause when errorOccurred is emitted; on Windows it stays 0 and the general word has to do.
static int takeSystemError()
{
#ifdef Q_OS_WIN
    return 0;
#else
    const int code = errno;
    errno = 0; // an orderly end does not set it: the next one must not find this one's
    return code;
#endif
}

static TcpConnection::Failure failureOf(QAbstractSocket::SocketError error, int systemError)
{
    using Failure = TcpConnection::Failure;
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        // Qt takes EINVAL (a link-local address without its zone, a "blackhole" route) for a refusal.
        return systemError == EINVAL ? Failure::Unreachable : Failure::Refused;
    case QAbstractSocket::SocketTimeoutError:
        return Failure::TimedOut;
    case QAbstractSocket::NetworkError:
        return systemError == ETIMEDOUT ? Failure::TimedOut : Failure::Unreachable;
    case QAbstractSocket::SocketAccessError: // a local firewall rule or a "prohibit" route
    case QAbstractSocket::UnsupportedSocketOperationError: // for example IPv6 on a computer without it
        return Failure::Unreachable;
    default:
        return Failure::LocalProblem;
    }
}

static bool isWithoutRoute(int systemError)
{
    return systemError == ENETUNREACH || systemError == ENETDOWN || systemError == EADDRNOTAVAIL;
}

/// By the documentation of Windows (8 and later); not seen at work, Wine does not know it.
static void sendSingleRequest([[maybe_unused]] QTcpSocket &socket,
                              [[maybe_unused]] QAbstractSocket::NetworkLayerProtocol protocol)
{
#ifdef Q_OS_WIN
    const bool isIpv6 = protocol == QAbstractSocket::IPv6Protocol;
    // Only a socket that exists can be told, and binding makes it exist.
    if (!socket.bind(isIpv6 ? QHostAddress::AnyIPv6 : QHostAddress::AnyIPv4))
        return;
    TCP_INITIAL_RTO_PARAMETERS parameters{};
    parameters.Rtt = TCP_INITIAL_RTO_UNSPECIFIED_RTT;
    parameters.MaxSynRetransmissions = TCP_INITIAL_RTO_NO_SYN_RETRANSMISSIONS;
    DWORD bytes = 0;
    WSAIoctl(static_cast<SOCKET>(socket.socketDescriptor()), SIO_TCP_INITIAL_RTO, &parameters,
             sizeof(parameters), nullptr, 0, &bytes, nullptr, nullptr);
#endif
}

static QString failureText(QAbstractSocket::SocketError error, TcpConnection::Failure kind, int systemError)
{
    switch (kind) {
    case TcpConnection::Failure::Refused:
        return u"connection refused"_s;
    case TcpConnection::Failure::TimedOut:
        return u"connection timed out"_s;
    case TcpConnection::Failure::Unreachable:
        if (error == QAbstractSocket::SocketAccessError)
            return u"forbidden by a firewall or route of this computer"_s;
        if (error == QAbstractSocket::UnsupportedSocketOperationError)
            return u"this computer does not support this kind of address"_s;
        switch (systemError) {
        case EHOSTUNREACH:
            return u"host unreachable"_s;
        case ENETUNREACH:
            return u"network unreachable"_s;
        case EINVAL:
            return u"no usable route or zone for this address"_s;
        default:
            return u"host or network unreachable"_s;
        }
    case TcpConnection::Failure::LocalProblem:
        break;
    }
    return u"socket error %1, system error %2"_s.arg(int(error)).arg(systemError);
}

static QString closeText(QAbstractSocket::SocketError error, int systemError)
{
    if (systemError == ECONNRESET || systemError == EPIPE)
        return u"connection reset by the peer"_s;
    if (error == QAbstractSocket::RemoteHostClosedError)
        return u"connection closed by the peer"_s;
    return u"connection lost (socket error %1, system error %2)"_s.arg(int(error)).arg(systemError);
}

TcpConnection::TcpConnection(const QHostAddress &address, quint16 port, QObject *parent)
    : QObject(parent)
    , m_address(address)
    , m_port(port)
{ }

TcpConnection::~TcpConnection()
{
    close();
}

void TcpConnection::open()
{
    if (m_phase != Phase::Idle)
        return;
    m_phase = Phase::Connecting;
    m_socket = std::make_unique<QTcpSocket>();
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(receiveBufferSize);
    // These slots only take notes: whoever listens to us is told from the event loop.
    connect(m_socket.get(), &QTcpSocket::connected, this, &TcpConnection::noteConnected);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, [this] { noteEnd(takeSystemError()); });
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &TcpConnection::scheduleDelivery);
    if (m_singleRequest)
        sendSingleRequest(*m_socket, m_address.protocol());
    m_clock.start();
    m_opening = true;
    m_socket->connectToHost(m_address, m_port); // a refusal may be reported from inside this call
    m_opening = false;
    m_watch = std::make_unique<ConnectWatch>(
        m_socket.get(), [this] { return m_socket && m_socket->state() == QAbstractSocket::ConnectingState; });
    connect(m_watch.get(), &ConnectWatch::connectionReset, this, &TcpConnection::noteReset);
    connect(m_watch.get(), &ConnectWatch::attemptFailed, this, &TcpConnection::noteFailure);
}

QString TcpConnection::peer() const
{
    const bool bracketed = m_address.protocol() == QAbstractSocket::IPv6Protocol;
    return (bracketed ? u"[%1]:%2"_s : u"%1:%2"_s).arg(m_address.toString(), QString::number(m_port));
}

void TcpConnection::write(const QByteArray &bytes)
{
    if (isOpen())
        m_socket->write(bytes);
}

void TcpConnection::close()
{
    m_phase = Phase::Closed;
    m_announceConnected = false;
    m_watch.reset();
    if (m_socket)
        m_socket->disconnect(this);
    m_socket.reset();
}

void TcpConnection::noteConnected()
{
    m_answerTime = std::chrono::nanoseconds(m_clock.nsecsElapsed());
    // A free port in the range from which this computer takes its own ports can end up connected to itself.
    if (m_socket->localPort() == m_port && m_socket->localAddress() == m_socket->peerAddress()) {
        endWith(Failure::Refused, u"connection refused (it met itself)"_s);
        return;
    }
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_phase = Phase::Open;
    m_wasOpen = true;
    m_announceConnected = true;
    scheduleDelivery();
}

void TcpConnection::noteReset()
{
    // It did accept: that is told first, as of every peer that closes at once.
    m_socket->disconnect(this);
    m_socket->abort();
    m_answerTime = std::chrono::nanoseconds(m_clock.nsecsElapsed());
    m_wasOpen = true;
    m_announceConnected = true;
    endWith(Failure::LocalProblem, closeText(QAbstractSocket::RemoteHostClosedError, ECONNRESET));
}

/// Qt would make a second attempt, and where a firewall on the way forbids it (ICMP) that looked like a
/// connection that was made and reset.
void TcpConnection::noteFailure(int systemError)
{
    if (systemError == ECONNRESET) {
        noteReset();
        return;
    }
    m_socket->disconnect(this);
    m_socket->abort();
    m_answerTime = std::chrono::nanoseconds(m_clock.nsecsElapsed());
    const bool isRefusal = systemError == ECONNREFUSED;
    const bool isForbidden = systemError == EACCES || systemError == EPERM;
    const QAbstractSocket::SocketError error = isRefusal ? QAbstractSocket::ConnectionRefusedError
        : isForbidden                                    ? QAbstractSocket::SocketAccessError
                                                         : QAbstractSocket::NetworkError;
    const Failure kind = failureOf(error, systemError);
    m_neverLeft = kind == Failure::Unreachable && isWithoutRoute(systemError);
    endWith(kind, failureText(error, kind, systemError));
}

void TcpConnection::noteEnd(int systemError)
{
    if (m_phase == Phase::Ended)
        return;
    const QAbstractSocket::SocketError error = m_socket->error();
    if (m_wasOpen) {
        endWith(Failure::LocalProblem, closeText(error, systemError));
        return;
    }
    m_answerTime = std::chrono::nanoseconds(m_clock.nsecsElapsed());
    const Failure kind = failureOf(error, systemError);
    m_neverLeft = kind == Failure::Unreachable && (m_opening || isWithoutRoute(systemError));
    endWith(kind, failureText(error, kind, systemError));
}

void TcpConnection::endWith(Failure kind, const QString &detail)
{
    m_phase = Phase::Ended;
    m_failure = kind;
    m_endDetail = detail;
    scheduleDelivery();
}

void TcpConnection::connectNotify(const QMetaMethod &signal)
{
    if (signal == QMetaMethod::fromSignal(&TcpConnection::received)
        || signal == QMetaMethod::fromSignal(&TcpConnection::closed))
        scheduleDelivery();
}

void TcpConnection::scheduleDelivery()
{
    if (m_deliveryScheduled)
        return;
    m_deliveryScheduled = true;
    QMetaObject::invokeMethod(this, &TcpConnection::deliver, Qt::QueuedConnection);
}

void TcpConnection::deliver()
{
    m_deliveryScheduled = false;
    const QPointer<TcpConnection> self(this);
    if (m_announceConnected) {
        m_announceConnected = false;
        Q_EMIT connected();
        if (!self)
            return;
    }
    while (m_socket && m_socket->bytesAvailable() > 0) {
        if (!isSignalConnected(QMetaMethod::fromSignal(&TcpConnection::received)))
            return;
        Q_EMIT received(m_socket->read(receiveBufferSize));
        if (!self)
            return;
    }
    if (m_phase != Phase::Ended)
        return;
    if (m_wasOpen && !isSignalConnected(QMetaMethod::fromSignal(&TcpConnection::closed)))
        return;
    close();
    const QString detail = m_endDetail; // a slot may delete us and still read it
    if (m_wasOpen)
        Q_EMIT closed(detail);
    else
        Q_EMIT failed(m_failure, detail);
}

} // namespace Sigen
