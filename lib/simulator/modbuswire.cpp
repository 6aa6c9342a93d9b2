#include "simulator/modbuswire.h"

#include <QtEndian>

#include <algorithm>

namespace Sigen {

namespace {

constexpr qsizetype headerSize = 7;
constexpr quint8 readHolding = 3;
constexpr quint8 readInput = 4;
constexpr quint8 exceptionFlag = 0x80;
constexpr int maximumRegisters = 124;
constexpr int maximumLength = 254; // unit id and 253 bytes (Modbus messaging on TCP/IP)
constexpr quint16 missingRegister = 0xFFFF;

void appendWord(QByteArray &bytes, quint16 word)
{
    bytes.append(static_cast<char>(word >> 8));
    bytes.append(static_cast<char>(word & 0xFF));
}

quint16 wordAt(const QByteArray &bytes, qsizetype index)
{
    return qFromBigEndian<quint16>(bytes.constData() + index);
}

quint8 functionOf(const QByteArray &pdu)
{
    return pdu.isEmpty() ? quint8(0) : static_cast<quint8>(pdu.front());
}

/// The third-party power of version 2.7 (vendor document V2.9): not every firmware has it.
bool asksForOptionalBlock(const ModbusAdu &request)
{
    constexpr int optionalBlock = 30194;
    if (request.unit != 247 || request.pdu.size() < 5)
        return false;
    const int first = wordAt(request.pdu, 1);
    return first <= optionalBlock && first + wordAt(request.pdu, 3) > optionalBlock;
}

/// More registers, or fewer, than were asked for. An exception stays as it is, and so does what would not fit
/// a frame.
void setRegisters(QByteArray &pdu, const QByteArray &bytes)
{
    if ((functionOf(pdu) & exceptionFlag) == 0 && bytes.size() + 3 <= maximumLength)
        pdu = pdu.first(1) + char(bytes.size()) + bytes;
}

/// What a fault says instead of the registers; empty: nothing.
std::optional<quint8> exceptionByFault(const ActiveFaults &faults, quint8 function)
{
    if (faults.contains(Fault::ModbusHoldingOnly) && function == readInput)
        return quint8(1);
    if (faults.contains(Fault::ModbusException02))
        return quint8(2);
    if (faults.contains(Fault::ModbusException04))
        return quint8(4);
    if (faults.contains(Fault::ModbusBusy))
        return quint8(6);
    if (faults.contains(Fault::ModbusException0A))
        return quint8(0x0A);
    if (faults.contains(Fault::ModbusException0B))
        return quint8(0x0B);
    return std::nullopt;
}

} // namespace

QByteArray encodeAdu(const ModbusAdu &adu)
{
    QByteArray bytes;
    appendWord(bytes, adu.transaction);
    appendWord(bytes, adu.protocol);
    appendWord(bytes, static_cast<quint16>(adu.pdu.size() + 1));
    bytes.append(static_cast<char>(adu.unit));
    return bytes + adu.pdu;
}

TakenAdu takeAdu(QByteArray &buffer)
{
    TakenAdu taken;
    if (buffer.size() < headerSize)
        return taken;
    const quint16 length = wordAt(buffer, 4);
    if (wordAt(buffer, 2) != 0 || length < 2 || length > maximumLength) {
        taken.broken = true;
        return taken;
    }
    const qsizetype size = headerSize - 1 + length;
    if (buffer.size() < size)
        return taken;
    taken.adu = ModbusAdu{wordAt(buffer, 0), 0, static_cast<quint8>(buffer[6]),
                          buffer.sliced(headerSize, size - headerSize)};
    buffer.remove(0, size);
    return taken;
}

QByteArray exceptionPdu(quint8 function, quint8 code)
{
    QByteArray pdu;
    pdu.append(static_cast<char>(function | exceptionFlag));
    pdu.append(static_cast<char>(code));
    return pdu;
}

QByteArray readReplyPdu(const RegisterImage &image, const QByteArray &request)
{
    const quint8 function = functionOf(request);
    if (function != readHolding && function != readInput)
        return exceptionPdu(function, 1);
    if (request.size() != 5)
        return exceptionPdu(function, 3);
    const int first = wordAt(request, 1);
    const int count = wordAt(request, 3);
    if (count < 1 || count > maximumRegisters)
        return exceptionPdu(function, 3);
    if (first + count > 0x10000)
        return exceptionPdu(function, 2);

    QByteArray pdu;
    pdu.append(static_cast<char>(function));
    pdu.append(static_cast<char>(2 * count));
    bool anyExists = false;
    for (int address = first; address < first + count; ++address) {
        const auto word = image.constFind(static_cast<quint16>(address));
        anyExists = anyExists || word != image.constEnd();
        appendWord(pdu, word == image.constEnd() ? missingRegister : *word);
    }
    return anyExists ? pdu : exceptionPdu(function, 2);
}

QByteArray zeroReplyPdu(const QByteArray &request)
{
    RegisterImage zeros;
    const int first = request.size() == 5 ? wordAt(request, 1) : 0;
    const int count = request.size() == 5 ? std::min<int>(wordAt(request, 3), maximumRegisters) : 0;
    for (int address = first; address < first + count; ++address)
        zeros.insert(static_cast<quint16>(address), 0);
    return readReplyPdu(zeros, request);
}

QByteArray staleReply(const ModbusAdu &request)
{
    const int wished = request.pdu.size() >= 5 ? wordAt(request.pdu, 3) : 1;
    const int count = std::clamp(wished, 1, maximumRegisters);
    ModbusAdu stale{static_cast<quint16>(request.transaction - 1), 0, request.unit, {}};
    stale.pdu.append(static_cast<char>(functionOf(request.pdu)));
    stale.pdu.append(static_cast<char>(2 * count));
    stale.pdu.append(QByteArray(2 * count, '\x11'));
    return encodeAdu(stale);
}

QByteArray trailingBytes()
{
    return QByteArray(2, '\0');
}

QByteArray replyBytes(const ActiveFaults &faults, const ModbusAdu &request, QByteArray pdu)
{
    const bool asksForOptional = asksForOptionalBlock(request);
    if (faults.contains(Fault::ModbusSilent)
        || (asksForOptional && faults.contains(Fault::OptionalBlockSilent)))
        return {};
    if (faults.contains(Fault::ModbusHttp))
        return "HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
               "<html><body>400 Bad Request</body></html>";
    if (faults.contains(Fault::ModbusNoise))
        return QByteArray("\xDE\xAD\xBE\xEF").repeated(8);

    const quint8 function = functionOf(request.pdu);
    if (const std::optional<quint8> exception = exceptionByFault(faults, function))
        pdu = exceptionPdu(function, *exception);
    if (asksForOptional && faults.contains(Fault::OptionalBlockException))
        pdu = exceptionPdu(function, 4);
    const QByteArray registers = pdu.sliced(2);
    if (faults.contains(Fault::ModbusExtraBytes))
        setRegisters(pdu, registers + QByteArray(24, '\x55'));
    if (faults.contains(Fault::ModbusShort))
        setRegisters(pdu, registers.first(registers.size() / 4 * 2));
    if (faults.contains(Fault::ModbusWrongFunction))
        pdu[0] = static_cast<char>(functionOf(pdu) ^ 0x07); // 03 and 04 become each other
    if (faults.contains(Fault::ModbusWrongByteCount) && !(functionOf(pdu) & exceptionFlag))
        pdu[1] = static_cast<char>(pdu[1] + 2);

    ModbusAdu reply{request.transaction, request.protocol, request.unit, pdu};
    if (faults.contains(Fault::ModbusWrongTransaction))
        reply.transaction = static_cast<quint16>(reply.transaction + 1000);
    if (faults.contains(Fault::ModbusWrongProtocol))
        reply.protocol = 1;
    if (faults.contains(Fault::ModbusWrongUnit))
        reply.unit = static_cast<quint8>(reply.unit % 246 + 1);
    if (faults.contains(Fault::ModbusUnitZero))
        reply.unit = 0;
    if (faults.contains(Fault::ModbusUnit255))
        reply.unit = 255;

    QByteArray bytes = encodeAdu(reply);
    if (faults.contains(Fault::ModbusZeroLength))
        bytes.replace(4, 2, QByteArray(2, '\0'));
    if (faults.contains(Fault::ModbusHalfFrame))
        bytes.truncate(bytes.size() / 2);
    if (faults.contains(Fault::ModbusStaleFirst))
        bytes.prepend(staleReply(request));
    const QByteArray stale = staleReply(request);
    if (faults.contains(Fault::ModbusHalfStaleFirst))
        bytes.prepend(stale.first(stale.size() / 2));
    if (faults.contains(Fault::ModbusHalfStaleBehind))
        bytes.append(stale.first(stale.size() / 2));
    if (faults.contains(Fault::ModbusTrailingBytes))
        bytes.append(trailingBytes());
    return bytes;
}

} // namespace Sigen
