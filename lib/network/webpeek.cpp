#include "network/webpeek.h"

#include <QCryptographicHash>
#include <QNetworkProxy>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslSocket>

#include <array>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static QByteArray newKey()
{
    std::array<quint32, 4> bytes{};
    QRandomGenerator::global()->fillRange(bytes.data(), qsizetype(bytes.size()));
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), sizeof(bytes)).toBase64();
}

/// What a server proves with that it speaks WebSocket (RFC 6455, 4.2.2).
static QByteArray acceptFor(const QByteArray &key)
{
    const QByteArray proof = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    return QCryptographicHash::hash(proof, QCryptographicHash::Sha1).toBase64();
}

QByteArray webRequestText(const WebRequest &request, const QByteArray &key)
{
    const QString address = request.address.toString().section(u'%', 0, 0);
    const QString host = (address.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address).arg(request.port);
    QString text = u"GET %1 HTTP/1.1\r\nHost: %2\r\nUser-Agent: sigen-modbus\r\n"_s.arg(request.path, host);
    text += request.upgrade ? u"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                              "Sec-WebSocket-Key: %1\r\n\r\n"_s.arg(QString::fromLatin1(key))
                            : u"Connection: close\r\n\r\n"_s;
    return text.toLatin1();
}

WebFace readWebAnswer(const QByteArray &answer, const QByteArray &key)
{
    WebFace face;
    const QByteArray head = answer.left(WebPeek::longestHead);
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.constFirst().simplified().split(' ');
    bool isNumber = false;
    const int status = words.value(1).toInt(&isNumber);
    if (!words.constFirst().startsWith("HTTP/") || !isNumber || status < 100 || status > 999) {
        face.beginning = answer.left(WebFace::beginningSize);
        return face;
    }
    face.status = status;
    QByteArray accept;
    for (qsizetype index = 1; index < lines.size() && !lines.at(index).trimmed().isEmpty(); ++index) {
        const QByteArray &line = lines.at(index);
        const QByteArray name = line.left(line.indexOf(':')).trimmed().toLower();
        const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
        const QString text = QString::fromUtf8(value);
        if (name == "server")
            face.server = text;
        else if (name == "content-type")
            face.contentType = text;
        else if (name == "location")
            face.location = text;
        else if (name == "www-authenticate")
            face.authenticate = text;
        else if (name == "sec-websocket-accept")
            accept = value;
    }
    face.isUpgraded = status == 101 && accept == acceptFor(key);
    return face;
}

WebPeek::WebPeek(WebRequest request, std::chrono::milliseconds deadline, QObject *parent)
    : Operation(deadline, parent)
    , m_request(std::move(request))
    , m_key(newKey())
{ }

WebPeek::~WebPeek()
{
    letGo();
}

void WebPeek::run()
{
    m_socket = std::make_unique<QSslSocket>();
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(longestHead);
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, [this] { conclude(m_socket->errorString()); });
    connect(m_socket.get(), &QSslSocket::readyRead, this, &WebPeek::take);
    if (!m_request.tls) {
        connect(m_socket.get(), &QSslSocket::connected, this, &WebPeek::sendRequest);
        m_socket->connectToHost(m_request.address, m_request.port);
        return;
    }
    if (!QSslSocket::supportsSsl())
        return conclude(u"this program can't speak TLS here"_s);
    m_socket->setPeerVerifyMode(QSslSocket::QueryPeer); // it is looked at, and nothing is told to it
    connect(m_socket.get(), &QSslSocket::encrypted, this, &WebPeek::sendRequest);
    m_socket->connectToHostEncrypted(m_request.address.toString(), m_request.port);
}

void WebPeek::release()
{
    letGo();
}

/// It may be one of the socket's own signals that we stand in.
void WebPeek::letGo()
{
    if (QSslSocket *const socket = m_socket.release()) {
        socket->disconnect(this);
        socket->deleteLater();
    }
}

void WebPeek::deadlinePassed()
{
    conclude(u"no answer in time"_s);
}

static CertificateFace faceOf(const QSslCertificate &certificate)
{
    CertificateFace face;
    face.subject = certificate.subjectDisplayName();
    face.issuer = certificate.issuerDisplayName();
    face.fingerprint = QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex());
    face.expires = certificate.expiryDate().toUTC();
    return face;
}

static QString protocolName(QSsl::SslProtocol protocol)
{
    return protocol == QSsl::TlsV1_3 ? u"TLS 1.3"_s : protocol == QSsl::TlsV1_2 ? u"TLS 1.2"_s : u"TLS"_s;
}

void WebPeek::sendRequest()
{
    if (m_request.tls) {
        const QSslConfiguration tls = m_socket->sslConfiguration();
        m_face.tlsProtocol = protocolName(tls.sessionProtocol());
        if (!tls.peerCertificate().isNull())
            m_face.certificate = faceOf(tls.peerCertificate());
    }
    m_socket->write(webRequestText(m_request, m_key));
}

void WebPeek::take()
{
    m_answer += m_socket->read(longestHead - m_answer.size());
    if (m_answer.contains("\r\n\r\n") || m_answer.size() >= longestHead)
        conclude({});
}

void WebPeek::conclude(const QString &detail)
{
    if (hasEnded())
        return;
    if (m_socket)
        m_answer += m_socket->read(longestHead - m_answer.size());
    if (!m_answer.isEmpty()) {
        WebFace face = readWebAnswer(m_answer, m_key);
        face.tlsProtocol = m_face.tlsProtocol;
        face.certificate = m_face.certificate;
        m_face = face;
    }
    m_face.detail = detail;
    succeed();
}

} // namespace Sigen
