// What a connection of the WebSocket face is answered before it becomes a WebSocket.

#include "simulator/websocketconnection.h"

#include "simulator/tcptools.h"
#include "simulator/websocketwire.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static constexpr auto handshakeTimeout = 10s;
static constexpr auto handshakeDelay = 2s;

void WebSocketConnection::begin()
{
    if (m_state.has(Fault::ConnectReset))
        return end(ConnectionEnd::Reset);
    if (m_state.has(Fault::ConnectClose))
        return end(ConnectionEnd::Close);
    m_handshakeTimer.start(handshakeTimeout);
    if (m_tcp->bytesAvailable() > 0)
        lookAtHandshake();
}

void WebSocketConnection::lookAtHandshake()
{
    const QByteArray request = m_tcp->peek(maximumHandshakeSize);
    if (answerAsTls(request))
        return;
    if (!request.contains("\r\n\r\n")) {
        if (request.size() >= maximumHandshakeSize)
            end(ConnectionEnd::Close);
        return;
    }
    m_tcp->disconnect(this);
    connect(m_tcp, &QTcpSocket::disconnected, this, &WebSocketConnection::ended);

    const QList<QByteArray> requestLine = request.first(request.indexOf("\r\n")).split(' ');
    const QByteArray path = requestLine.value(1).split('?').first();
    if (answerWrongly())
        return;
    const QList<ProfileEndpoint> &endpoints = m_state.options().profile.endpoints;
    const bool isServed =
        std::any_of(endpoints.begin(), endpoints.end(), [&path](const ProfileEndpoint &each) {
            return each.paths.contains(QString::fromLatin1(path));
        });
    if (!isServed)
        return finishWith(httpAnswer("404 Not Found", "<html><body>404 Not Found</body></html>"));
    if (!request.toLower().contains("\r\nsec-websocket-key:"))
        return finishWith(
            httpAnswer("400 Bad Request", "<html><body>A WebSocket is served here.</body></html>"));
    const HandshakeBehaviour &behaviour = m_state.nextHandshake();
    using Shape = HandshakeBehaviour::Shape;
    if (behaviour.shape == Shape::Close || behaviour.shape == Shape::Reset)
        return end(behaviour.shape == Shape::Reset ? ConnectionEnd::Reset : ConnectionEnd::Close);
    if (behaviour.shape == Shape::NotFound)
        return finishWith(httpAnswer("404 Not Found", "<html><body>404 Not Found</body></html>"));
    if (behaviour.shape == Shape::Garbage)
        return finishWith(QByteArray("\x00\xFF\x15garbage\r\n", 12));
    if (behaviour.shape == Shape::None)
        return m_handshakeTimer.stop();
    if (m_state.has(Fault::HandshakeSlow) || behaviour.delay.count() > 0)
        after(behaviour.delay.count() > 0 ? behaviour.delay : handshakeDelay, this, [this] { upgrade(); });
    else
        upgrade();
}

bool WebSocketConnection::answerAsTls(const QByteArray &request)
{
    static constexpr std::array faults{Fault::TlsOnlyClose, Fault::TlsOnlyReset, Fault::TlsOnlyAlert,
                                       Fault::TlsOnlyHttp400, Fault::TlsOnlyRedirect};
    const auto active =
        std::find_if(faults.begin(), faults.end(), [this](Fault fault) { return m_state.has(fault); });
    if (active == faults.end() || request.isEmpty())
        return false;
    m_tcp->disconnect(this);
    connect(m_tcp, &QTcpSocket::disconnected, this, &WebSocketConnection::ended);
    constexpr char handshakeRecord = 22;
    if (request.front() == handshakeRecord) {
        finishWith(tlsServerHello());
        return true;
    }
    const QByteArray address = m_state.options().address.toString().toLatin1();
    switch (*active) {
    case Fault::TlsOnlyReset:
        end(ConnectionEnd::Reset);
        break;
    case Fault::TlsOnlyAlert:
        finishWith(tlsAlert());
        break;
    case Fault::TlsOnlyHttp400:
        finishWith(httpAnswer("400 Bad Request", "The plain HTTP request was sent to HTTPS port"));
        break;
    case Fault::TlsOnlyRedirect:
        finishWith(httpAnswer("301 Moved Permanently\r\nLocation: https://" + address + ':'
                                  + QByteArray::number(m_tcp->localPort()) + "/ws",
                              {}));
        break;
    default:
        end(ConnectionEnd::Close);
        break;
    }
    return true;
}

bool WebSocketConnection::answerWrongly()
{
    if (m_state.has(Fault::HandshakeSilent)) {
        m_handshakeTimer.stop();
        return true;
    }
    const bool isFirst = !m_state.has(Fault::HandshakeOnce) || m_state.takeOnce(Fault::HandshakeOnce);
    if (m_state.has(Fault::HandshakeReset)) {
        end(ConnectionEnd::Reset);
        return true;
    }
    if (m_state.has(Fault::HandshakeClose) || !isFirst) {
        end(ConnectionEnd::Close);
        return true;
    }
    const auto answer = [this](const QByteArray &bytes) {
        finishWith(bytes);
        return true;
    };
    if (m_state.has(Fault::HandshakeUnauthorized))
        return answer(httpAnswer("401 Unauthorized", "<html><body>401 Unauthorized</body></html>"));
    if (m_state.has(Fault::HandshakeWebPage))
        return answer(httpAnswer("200 OK", "<html><title>Router</title><body>Welcome</body></html>"));
    if (m_state.has(Fault::HandshakeGarbage))
        return answer(QByteArray("\x00\xFF\x15garbage\r\n", 12).repeated(4));
    if (m_state.has(Fault::HandshakeNotFound))
        return answer(httpAnswer("404 Not Found", "<html><body>404 Not Found</body></html>"));

    if (m_state.has(Fault::HandshakeWrongAccept)) {
        m_handshakeTimer.stop();
        write(wrongUpgradeAnswer());
        return true;
    }
    if (m_state.has(Fault::HandshakeHalf)) {
        m_handshakeTimer.stop();
        const QByteArray whole = wrongUpgradeAnswer();
        write(whole.first(whole.size() / 2));
        return true;
    }
    if (m_state.has(Fault::HandshakeEndless)) {
        m_handshakeTimer.stop();
        write("HTTP/1.1 101 Switching Protocols\r\n");
        m_endless = "X-Header: " + QByteArray(1000, 'x') + "\r\n";
        m_endlessTimer.start(endlessInterval);
        return true;
    }
    return false;
}

void WebSocketConnection::finishWith(const QByteArray &bytes)
{
    write(bytes);
    end(ConnectionEnd::Close);
}

void WebSocketConnection::upgrade()
{
    m_upgradeAsked = true;
    m_tcp->setParent(nullptr);
    m_tcp->setReadBufferSize(0); // QWebSocket waits for whole frames and bounds them itself
    Q_EMIT upgradeWanted(m_tcp);
}

} // namespace Sigen
