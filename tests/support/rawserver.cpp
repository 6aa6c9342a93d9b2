#include "support/rawserver.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <utility>

namespace Sigen::Test {

RawServer::RawServer(Script script)
    : m_script(std::move(script))
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *const client = m_server.nextPendingConnection()) {
            ++m_connections;
            m_clients.append(client);
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            connect(client, &QTcpSocket::readyRead, this, [this, client] {
                const QByteArray bytes = client->readAll();
                m_received += bytes;
                m_script(*client, bytes);
            });
            m_script(*client, {});
        }
    });
    m_server.listen(QHostAddress::LocalHost);
}

RawServer::Script RawServer::upgrading(std::function<void(QTcpSocket &)> afterHandshake)
{
    return [afterHandshake = std::move(afterHandshake)](QTcpSocket &client, const QByteArray &bytes) {
        if (!bytes.startsWith("GET "))
            return;
        client.write(upgradeAnswer(bytes));
        afterHandshake(client);
    };
}

int RawServer::openConnections() const
{
    return static_cast<int>(std::count_if(m_clients.begin(), m_clients.end(), [](const auto &client) {
        return client && client->state() == QAbstractSocket::ConnectedState;
    }));
}

QByteArray upgradeAnswer(const QByteArray &request)
{
    const QByteArray header = "Sec-WebSocket-Key: ";
    const qsizetype begin = request.indexOf(header) + header.size();
    const QByteArray key = request.mid(begin, request.indexOf('\r', begin) - begin);
    const QByteArray seed = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455
    const QByteArray accept = QCryptographicHash::hash(seed, QCryptographicHash::Sha1);
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: "
        + accept.toBase64() + "\r\n\r\n";
}

QByteArray webSocketHeader(Opcode opcode, quint64 size, bool isFinal)
{
    QByteArray header;
    header.append(static_cast<char>((isFinal ? 0x80 : 0) | static_cast<int>(opcode)));
    if (size < 126) {
        header.append(static_cast<char>(size));
    } else if (size < 65536) {
        header.append(char(126)).resize(4);
        qToBigEndian(static_cast<quint16>(size), header.data() + 2);
    } else {
        header.append(char(127)).resize(10);
        qToBigEndian(size, header.data() + 2);
    }
    return header;
}

QByteArray webSocketFrame(Opcode opcode, const QByteArray &payload, bool isFinal)
{
    return webSocketHeader(opcode, static_cast<quint64>(payload.size()), isFinal) + payload;
}

} // namespace Sigen::Test
