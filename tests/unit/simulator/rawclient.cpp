#include "rawclient.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QTest>
#include <QtEndian>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace Sigen::Test {

QByteArray maskedTextFrame(const QByteArray &text)
{
    QByteArray frame("\x81");
    if (text.size() < 126) {
        frame.append(static_cast<char>(0x80 | text.size()));
    } else {
        frame.append(static_cast<char>(0x80 | 126));
        frame.append(static_cast<char>(text.size() >> 8));
        frame.append(static_cast<char>(text.size() & 0xFF));
    }
    return frame + QByteArray(4, '\0') + text; // a mask of zeros changes nothing
}

std::optional<ServerFrame> takeServerFrame(QByteArray &bytes)
{
    if (bytes.size() < 2)
        return std::nullopt;
    ServerFrame frame;
    frame.opcode = bytes[0] & 0x0F;
    frame.isFinal = bytes[0] & 0x80;
    frame.isMasked = bytes[1] & 0x80;
    qsizetype header = 2;
    qint64 size = bytes[1] & 0x7F;
    if (size == 126) {
        header = 4;
        if (bytes.size() < header)
            return std::nullopt;
        size = qFromBigEndian<quint16>(bytes.constData() + 2);
    } else if (size == 127) {
        header = 10;
        if (bytes.size() < header)
            return std::nullopt;
        size = qFromBigEndian<qint64>(bytes.constData() + 2);
    }
    const QByteArray key = frame.isMasked ? bytes.mid(header, 4) : QByteArray();
    header += key.size();
    if (bytes.size() - header < size)
        return std::nullopt;
    frame.payload = bytes.mid(header, size);
    for (qsizetype i = 0; i < frame.payload.size() && key.size() == 4; ++i)
        frame.payload[i] = static_cast<char>(frame.payload[i] ^ key[i % 4]);
    bytes.remove(0, header + size);
    return frame;
}

RawClient::RawClient(const QHostAddress &address, quint16 port)
{
    socket.setProxy(QNetworkProxy::NoProxy);
    connect(&socket, &QTcpSocket::readyRead, this, [this] { received += socket.readAll(); });
    socket.connectToHost(address, port);
}

bool RawClient::waitForConnection()
{
    return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; });
}

QByteArray RawClient::upgradeRequest(const QByteArray &path)
{
    return "GET " + path
        + " HTTP/1.1\r\nHost: gateway\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
}

bool RawClient::upgrade(const QByteArray &path)
{
    if (!waitForConnection())
        return false;
    send(upgradeRequest(path));
    const bool answered = QTest::qWaitFor([this] {
        return received.contains("\r\n\r\n") || socket.state() == QAbstractSocket::UnconnectedState;
    });
    if (!answered || !received.contains("\r\n\r\n"))
        return false;
    // The answer to this key is the example of RFC 6455.
    const bool isRight = received.startsWith("HTTP/1.1 101 ")
        && received.toLower().contains("sec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo=");
    received.remove(0, received.indexOf("\r\n\r\n") + 4);
    return isRight;
}

void RawClient::sendText(const QByteArray &text)
{
    send(maskedTextFrame(text));
}

void RawClient::sendJson(const QJsonObject &object)
{
    sendText(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool RawClient::waitForBytes(qsizetype count)
{
    return QTest::qWaitFor([this, count] { return received.size() >= count; });
}

QJsonObject RawClient::nextMessage()
{
    std::optional<ServerFrame> frame;
    const bool came = QTest::qWaitFor([this, &frame] {
        frame = takeServerFrame(received);
        return frame.has_value();
    });
    return came ? QJsonDocument::fromJson(frame->payload).object() : QJsonObject();
}

QJsonObject RawClient::ask(const QJsonObject &object)
{
    sendJson(object);
    return nextMessage();
}

bool RawClient::waitForEnd()
{
    return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; });
}

Ending endingAfter(const QHostAddress &address, quint16 port, const QList<QByteArray> &bytes)
{
    Ending ending = Ending::None;
#ifdef Q_OS_UNIX
    std::signal(SIGPIPE, SIG_IGN); // not every system has a flag against it for send()
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in peer{};
    peer.sin_family = AF_INET;
    peer.sin_port = qToBigEndian(port);
    peer.sin_addr.s_addr = qToBigEndian(address.toIPv4Address());
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&peer), sizeof peer) == 0) {
        ::fcntl(descriptor, F_SETFL, O_NONBLOCK);
        char buffer[4096];
        const auto receive = [&] {
            const ssize_t got = ::recv(descriptor, buffer, sizeof buffer, 0);
            if (got == 0)
                ending = Ending::Orderly;
            else if (got < 0 && errno == ECONNRESET)
                ending = Ending::Reset;
            return got > 0;
        };
        // The simulator lives in this thread: let it answer one piece before the next is sent.
        for (const QByteArray &piece : bytes) {
            ::send(descriptor, piece.constData(), static_cast<size_t>(piece.size()), 0);
            if (&piece != &bytes.last() && !QTest::qWaitFor(receive))
                break;
        }
        static_cast<void>(QTest::qWaitFor([&] {
            receive();
            return ending != Ending::None;
        }));
    }
    ::close(descriptor);
#else
    Q_UNUSED(address)
    Q_UNUSED(port)
    Q_UNUSED(bytes)
#endif
    return ending;
}

} // namespace Sigen::Test
