// Bytes of a WebSocket server that QWebSocket would never send: single frames, wrong ones too, and HTTP
// answers. Pure.
#pragma once

#include <QByteArray>

namespace Sigen {

enum class FrameOpcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Reserved = 3 };

/// One frame as a server sends it: not masked (RFC 6455).
QByteArray webSocketFrame(FrameOpcode opcode, const QByteArray &payload, bool isFinal = true);

/// A text frame masked like a client's, which a server must not send.
QByteArray maskedTextFrame(const QByteArray &payload);

/// The header of a text frame with a 64-bit length of 2^62 and the first bytes of its payload.
QByteArray hugeFrameHeader();

/// A whole answer with "Connection: close". \a status for example "404 Not Found".
QByteArray httpAnswer(const QByteArray &status, const QByteArray &html);

/// 101 Switching Protocols with a Sec-WebSocket-Accept that belongs to no request.
QByteArray wrongUpgradeAnswer();

/// A TLS record with a ServerHello (version 1.2), of a handshake that goes no further.
QByteArray tlsServerHello();
/// A TLS record with a fatal alert: this was no TLS.
QByteArray tlsAlert();

} // namespace Sigen
