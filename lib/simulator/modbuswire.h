// The server's side of Modbus TCP as pure values: MBAP header, replies to functions 03 and 04, exceptions,
// and what faults make of a reply.
#pragma once

#include "simulator/faults.h"
#include "simulator/registerimage.h"

#include <QByteArray>

#include <optional>

namespace Sigen {

/// One frame: MBAP header and what follows it.
struct ModbusAdu
{
    quint16 transaction = 0;
    quint16 protocol = 0;
    quint8 unit = 0;
    QByteArray pdu; ///< function code and data
    bool operator==(const ModbusAdu &) const = default;
};

QByteArray encodeAdu(const ModbusAdu &adu);

struct TakenAdu
{
    std::optional<ModbusAdu> adu; ///< empty: more bytes are needed
    bool broken = false; ///< not Modbus TCP; there is no way back into step
};
/// Takes the first complete frame off \a buffer.
TakenAdu takeAdu(QByteArray &buffer);

QByteArray exceptionPdu(quint8 function, quint8 code);

/// The reply to a request to one unit. Exception 01: another function than 03 and 04; 03: malformed, or more
/// than 124 registers (vendor document V2.9); 02: none of the registers exists. Those that do not exist
/// beside ones that do are 0xFFFF.
QByteArray readReplyPdu(const RegisterImage &image, const QByteArray &request);

/// Zeros for whatever registers are asked for.
QByteArray zeroReplyPdu(const QByteArray &request);
/// What does not belong behind a reply.
QByteArray trailingBytes();

/// The bytes that go out for \a request when its right reply is \a pdu. Empty: none.
QByteArray replyBytes(const ActiveFaults &faults, const ModbusAdu &request, QByteArray pdu);

/// A well-formed reply to an older request of the same kind.
QByteArray staleReply(const ModbusAdu &request);

} // namespace Sigen
