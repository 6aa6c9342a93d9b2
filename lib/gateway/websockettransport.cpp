#include "gateway/websockettransport.h"

#include "core/connectwatch.h"
#include "core/logging.h"

#include <QCryptographicHash>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>
#include <QUrl>
#include <QWebSocket>

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What QWebSocket may buffer unparsed. It works off all of it in one turn of the event loop, and tiny frames
/// cost as much as long ones: so little at first, and more when a frame does not fit, up to the longest one
/// with its header.
constexpr qint64 firstReadBuffer = 16 * 1024;
constexpr qint64 readBufferReserve = 64 * 1024;
/// A peer that pings without reading makes us queue pongs; our own frames are far shorter than this.
constexpr qint64 maximumUnsent = 256 * 1024;

QUrl url(const GatewayEndpoint &endpoint, const QString &path)
{
    QUrl url;
    url.setScheme(endpoint.tls ? u"wss"_s : u"ws"_s);
    url.setHost(endpoint.address.toString());
    url.setPort(endpoint.port);
    const qsizetype query = path.indexOf(u'?');
    url.setPath(query < 0 ? path : path.left(query), QUrl::TolerantMode);
    if (query >= 0)
        url.setQuery(path.mid(query + 1));
    return url;
}

bool isControl(QChar character)
{
    return character.category() == QChar::Other_Control;
}

/// QWebSocket's sentences without the name of the function that made them.
QString plain(QString errorString)
{
    return errorString.remove("QWebSocketPrivate::processHandshake: "_L1);
}

} // namespace

void WebSocketTransport::DeleteLater::operator()(QWebSocket *socket) const
{
    // We may stand inside one of its signals. Its own destructor is no place to close: it emits and sends.
    socket->abort();
    socket->deleteLater();
}

WebSocketTransport::WebSocketTransport(GatewayEndpoint endpoint, QString path, WebSocketLimits limits,
                                       QObject *parent)
    : QObject(parent)
    , m_endpoint(std::move(endpoint))
    , m_path(std::move(path))
    , m_limits(limits)
{
    m_connectTimer.setSingleShot(true);
    m_handshakeTimer.setSingleShot(true);
    m_pongTimer.setSingleShot(true);
    connect(&m_connectTimer, &QTimer::timeout, this, &WebSocketTransport::connectOverdue);
    connect(&m_handshakeTimer, &QTimer::timeout, this, &WebSocketTransport::handshakeOverdue);
    connect(&m_pingTimer, &QTimer::timeout, this, &WebSocketTransport::ping);
    connect(&m_pongTimer, &QTimer::timeout, this, [this] {
        end(ErrorCode::ConnectionLost,
            u"no answer to a ping within %1 ms"_s.arg(m_limits.pingPatience.count()));
    });
}

WebSocketTransport::~WebSocketTransport()
{
    close();
}

void WebSocketTransport::open()
{
    if (m_phase != Phase::Idle)
        return;
    m_phase = Phase::Connecting;
    if (m_endpoint.tls && !QSslSocket::supportsSsl()) {
        end(ErrorCode::Internal, u"TLS is not available"_s);
        return;
    }
    const QUrl target = url(m_endpoint, m_path);
    if (!target.isValid() || std::any_of(m_path.begin(), m_path.end(), isControl)) {
        end(ErrorCode::Usage, u"not a path: %1"_s.arg(m_path));
        return;
    }
    m_handshakeTimer.start(m_limits.handshake);
    m_handshakeClock.start();
    if (m_limits.connect.count() > 0 && m_limits.connect < m_limits.handshake)
        m_connectTimer.start(m_limits.connect);
    m_socket.reset(new QWebSocket);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setMaxAllowedIncomingFrameSize(m_limits.messageSize);
    m_socket->setMaxAllowedIncomingMessageSize(m_limits.messageSize);
    m_socket->setReadBufferSize(firstReadBuffer);
    if (m_endpoint.tls) {
        // Without authorities every certificate is an error: the pin decides, before anything is sent.
        QSslConfiguration tls = m_socket->sslConfiguration();
        tls.setCaCertificates({});
        m_socket->setSslConfiguration(tls);
    }
    connectSocket();
    // May report failure from inside open().
    m_socket->open(QNetworkRequest(target));
    if (m_socket)
        watchCarrier(m_socket->findChild<QAbstractSocket *>());
}

void WebSocketTransport::connectSocket()
{
    QWebSocket *const socket = m_socket.get();
    connect(socket, &QWebSocket::connected, this, &WebSocketTransport::handshakeDone);
    connect(socket, &QWebSocket::disconnected, this, &WebSocketTransport::socketFailed);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(socket, &QWebSocket::errorOccurred, this, &WebSocketTransport::socketFailed);
#else
    connect(socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            &WebSocketTransport::socketFailed);
#endif
    connect(socket, &QWebSocket::textMessageReceived, this, &WebSocketTransport::takeText);
    connect(socket, &QWebSocket::binaryMessageReceived, this,
            [this](const QByteArray &message) { Q_EMIT binaryReceived(message.size()); });
    connect(socket, &QWebSocket::pong, &m_pongTimer, &QTimer::stop);
    connect(socket, &QWebSocket::sslErrors, this, [this] {
        const QSslCertificate certificate = m_socket->sslConfiguration().peerCertificate();
        if (isTrusted(certificate))
            m_socket->ignoreSslErrors();
        else
            m_distrust = notTrusted(certificate); // TLS fails next, by itself
    });
}

/// QWebSocket waits for the end of a header that may never come and does not tell of pings. The socket
/// beneath it does; if a later Qt hides it (null), only the early diagnosis is lost, not a bound on time.
void WebSocketTransport::watchCarrier(QAbstractSocket *carrier)
{
    if (!carrier)
        return;
    connect(carrier, &QIODevice::readyRead, this, [this, carrier] {
        if (m_socket)
            incoming(*carrier);
    });
    m_watch = std::make_unique<ConnectWatch>(carrier, [this, carrier] {
        return m_socket && carrier->state() == QAbstractSocket::ConnectingState;
    });
    connect(m_watch.get(), &ConnectWatch::connectionReset, this, [this] {
        m_turnedAway = true;
        end(ErrorCode::NotAGateway, m_path + u": connection reset by the peer"_s);
    });
}

void WebSocketTransport::incoming(QAbstractSocket &carrier)
{
    m_pongTimer.stop(); // whoever sends is alive
    if (m_phase == Phase::Connecting) {
        const QByteArray expected = QByteArrayLiteral("HTTP/");
        const QByteArray start = carrier.peek(64);
        if (!start.startsWith(expected.left(start.size())))
            end(ErrorCode::NotAGateway, u"no HTTP answer: "_s + QString::fromUtf8(start));
        else if (m_handshakeClock.elapsed() >= m_limits.handshake.count()) // a flood can starve timers
            handshakeOverdue();
    } else if (m_socket->bytesToWrite() > maximumUnsent) {
        end(ErrorCode::ConnectionLost, u"the peer sends without reading"_s);
    } else {
        makeRoom(carrier);
        Q_EMIT bytesReceived();
    }
}

void WebSocketTransport::makeRoom(const QAbstractSocket &carrier)
{
    const qint64 size = m_socket->readBufferSize();
    const auto largest = static_cast<qint64>(m_limits.messageSize) + readBufferReserve;
    if (carrier.bytesAvailable() >= size && size < largest)
        m_socket->setReadBufferSize(std::min(size * 4, largest));
}

void WebSocketTransport::handshakeDone()
{
    if (m_endpoint.tls && !isTrusted(m_socket->sslConfiguration().peerCertificate())) {
        end(notTrusted(m_socket->sslConfiguration().peerCertificate()));
        return;
    }
    m_handshakeTimer.stop();
    m_phase = Phase::Open;
    m_pingTimer.start(m_limits.pingInterval);
    qCDebug(logGateway) << m_endpoint.text() << "WebSocket open on" << m_path;
    Q_EMIT opened();
}

void WebSocketTransport::connectOverdue()
{
    if (m_phase == Phase::Connecting && m_socket->localPort() == 0)
        end(ErrorCode::ConnectTimeout,
            u"%1: no connection within %2 ms"_s.arg(m_path, QString::number(m_limits.connect.count())));
}

void WebSocketTransport::handshakeOverdue()
{
    const bool tcpConnected = m_socket->localPort() != 0;
    end(tcpConnected ? ErrorCode::HandshakeTimeout : ErrorCode::ConnectTimeout,
        u"%1: no handshake within %2 ms"_s.arg(m_path, QString::number(m_limits.handshake.count())));
}

bool WebSocketTransport::send(const QString &text)
{
    if (m_phase != Phase::Open || !m_socket->isValid())
        return false;
    m_socket->sendTextMessage(text);
    return true;
}

void WebSocketTransport::flush()
{
    if (m_phase == Phase::Open)
        m_socket->flush();
}

void WebSocketTransport::takeText(const QString &text)
{
    // QWebSocket counts a text of several frames in UTF-16 units.
    if (static_cast<quint64>(text.size()) > m_limits.messageSize / 3
        && static_cast<quint64>(text.toUtf8().size()) > m_limits.messageSize)
        end(ErrorCode::MessageTooLarge, u"longer than %1 bytes"_s.arg(m_limits.messageSize));
    else
        Q_EMIT textReceived(text);
}

void WebSocketTransport::ping()
{
    if (!m_pongTimer.isActive())
        m_pongTimer.start(m_limits.pingPatience);
    m_socket->ping();
}

void WebSocketTransport::socketFailed()
{
    if (!m_socket)
        return;
    m_turnedAway = m_phase == Phase::Connecting && isTurningAway();
    end(m_phase == Phase::Connecting ? handshakeError() : connectionError());
}

bool WebSocketTransport::isTurningAway() const
{
    const QAbstractSocket::SocketError error = m_socket->error();
    if (m_socket->localPort() == 0)
        return error == QAbstractSocket::ConnectionRefusedError;
    // QWebSocket tells an HTTP answer by its text alone.
    return error == QAbstractSocket::RemoteHostClosedError || error == QAbstractSocket::NetworkError
        || m_socket->errorString().contains("503 ("_L1);
}

Error WebSocketTransport::handshakeError() const
{
    if (m_distrust)
        return m_distrust;
    const QString detail = plain(m_socket->errorString());
    const QAbstractSocket::SocketError error = m_socket->error();
    if (m_socket->localPort() == 0) { // no TCP connection yet
        switch (error) {
        case QAbstractSocket::ConnectionRefusedError:
            return {ErrorCode::ConnectionRefused, {}, detail};
        case QAbstractSocket::SocketTimeoutError:
            return {ErrorCode::ConnectTimeout, {}, detail};
        default:
            return {ErrorCode::Unreachable, {}, detail};
        }
    }
    switch (error) {
    case QAbstractSocket::NetworkError:
    case QAbstractSocket::SocketTimeoutError:
        return {ErrorCode::ConnectionLost, {}, detail};
    default: // an HTTP answer, broken TLS, or it hung up: something else than a gateway's WebSocket
        return {ErrorCode::NotAGateway, {}, m_path + u": "_s + detail};
    }
}

Error WebSocketTransport::connectionError() const
{
    if (m_socket->error() != QAbstractSocket::UnknownSocketError)
        return {ErrorCode::ConnectionLost, {}, m_socket->errorString()};
    const auto code = m_socket->closeCode();
    const QString detail = u"closed with code %1: %2"_s.arg(QString::number(code), m_socket->closeReason());
    // QWebSocket's own objections and a close frame from the peer with the same number look alike.
    switch (code) {
    case QWebSocketProtocol::CloseCodeTooMuchData:
        return {ErrorCode::MessageTooLarge, {}, detail};
    case QWebSocketProtocol::CloseCodeProtocolError:
    case QWebSocketProtocol::CloseCodeWrongDatatype:
        return {ErrorCode::MalformedReply, {}, detail};
    default:
        return {ErrorCode::ConnectionLost, {}, detail};
    }
}

bool WebSocketTransport::isTrusted(const QSslCertificate &certificate) const
{
    return !certificate.isNull() && certificate.digest(QCryptographicHash::Sha256) == m_endpoint.fingerprint;
}

Error WebSocketTransport::notTrusted(const QSslCertificate &certificate) const
{
    const QByteArray digest = certificate.digest(QCryptographicHash::Sha256);
    return {ErrorCode::CertificateNotTrusted,
            {},
            u"presented SHA-256 fingerprint: "_s + QString::fromLatin1(digest.toHex(':').toUpper())};
}

void WebSocketTransport::end(ErrorCode code, const QString &detail)
{
    end({code, {}, detail});
}

void WebSocketTransport::end(Error error)
{
    if (m_phase == Phase::Ended)
        return;
    error.context = m_endpoint.text();
    letGo();
    // Queued, because we may be deep inside the socket's signal, or inside our own open().
    QMetaObject::invokeMethod(
        this,
        [this, error] {
            if (!m_silent)
                Q_EMIT ended(error);
        },
        Qt::QueuedConnection);
}

void WebSocketTransport::close()
{
    m_silent = true;
    if (m_phase == Phase::Open) {
        m_socket->disconnect(this);
        m_socket->close(QWebSocketProtocol::CloseCodeNormal);
    }
    letGo();
}

void WebSocketTransport::letGo()
{
    m_phase = Phase::Ended;
    m_connectTimer.stop();
    m_handshakeTimer.stop();
    m_pingTimer.stop();
    m_pongTimer.stop();
    if (m_socket)
        m_socket->disconnect(this);
    m_socket.reset();
}

} // namespace Sigen
