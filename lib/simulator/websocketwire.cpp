#include "simulator/websocketwire.h"

#include <QtEndian>

namespace Sigen {

namespace {

constexpr quint8 finalBit = 0x80;
constexpr quint8 maskBit = 0x80;

QByteArray header(FrameOpcode opcode, quint64 length, bool isFinal, quint8 mask)
{
    QByteArray bytes;
    bytes.append(static_cast<char>(static_cast<quint8>(opcode) | (isFinal ? finalBit : 0)));
    if (length < 126) {
        bytes.append(static_cast<char>(mask | static_cast<quint8>(length)));
    } else if (length <= 0xFFFF) {
        bytes.append(static_cast<char>(mask | 126));
        const quint16 wire = qToBigEndian(static_cast<quint16>(length));
        bytes.append(reinterpret_cast<const char *>(&wire), sizeof wire);
    } else {
        bytes.append(static_cast<char>(mask | 127));
        const quint64 wire = qToBigEndian(length);
        bytes.append(reinterpret_cast<const char *>(&wire), sizeof wire);
    }
    return bytes;
}

} // namespace

QByteArray webSocketFrame(FrameOpcode opcode, const QByteArray &payload, bool isFinal)
{
    return header(opcode, static_cast<quint64>(payload.size()), isFinal, 0) + payload;
}

QByteArray maskedTextFrame(const QByteArray &payload)
{
    const QByteArray key = QByteArrayLiteral("\x12\x34\x56\x78");
    QByteArray masked = payload;
    for (qsizetype i = 0; i < masked.size(); ++i)
        masked[i] = static_cast<char>(masked[i] ^ key[i % 4]);
    return header(FrameOpcode::Text, static_cast<quint64>(payload.size()), true, maskBit) + key + masked;
}

QByteArray hugeFrameHeader()
{
    return header(FrameOpcode::Text, quint64(1) << 62, true, 0) + "{\"msgType\":";
}

QByteArray httpAnswer(const QByteArray &status, const QByteArray &html)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\nContent-Length: "
        + QByteArray::number(html.size()) + "\r\nConnection: close\r\n\r\n" + html;
}

QByteArray wrongUpgradeAnswer()
{
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n";
}

QByteArray tlsServerHello()
{
    return QByteArray::fromHex("160303002a020000260303") + QByteArray(32, 'r') // random
        + QByteArray::fromHex("00c02f00"); // no session, ECDHE-RSA-AES128-GCM-SHA256, no compression
}

QByteArray tlsAlert()
{
    return QByteArray::fromHex("15030100020246"); // fatal, protocol_version
}

} // namespace Sigen
