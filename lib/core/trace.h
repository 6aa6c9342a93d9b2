// One frame as it went over the wire, for the protocol log and --trace. The text is redacted before it gets
// here: whoever receives a TraceEntry may store and show it (through displayText()).
#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>

namespace Sigen {

struct TraceEntry
{
    enum class Direction { Sent, Received };
    enum class Channel { WebSocket, Modbus };

    QDateTime at; ///< UTC
    Direction direction = Direction::Sent;
    Channel channel = Channel::WebSocket;
    QString text; ///< WebSocket: redacted JSON text, cut at 4096 characters; Modbus: the frame's bytes in hex
    bool operator==(const TraceEntry &) const = default;
};

} // namespace Sigen

Q_DECLARE_METATYPE(Sigen::TraceEntry)
