#include "simulator/behaviour.h"

namespace Sigen {

static bool isException(const QByteArray &pdu)
{
    return pdu.size() < 2 || (static_cast<quint8>(pdu.front()) & 0x80) != 0;
}

/// \a registers bytes of registers, with the byte count that belongs to them.
static QByteArray withRegisters(const QByteArray &pdu, const QByteArray &registers)
{
    return pdu.first(1) + static_cast<char>(registers.size()) + registers;
}

QByteArray modbusBytes(const ModbusBehaviour &behaviour, const ModbusAdu &request, QByteArray pdu)
{
    using Shape = ModbusBehaviour::Shape;
    constexpr qsizetype more = 24;
    constexpr qsizetype mostRegisterBytes = 248;
    ModbusAdu reply{request.transaction, request.protocol, request.unit, pdu};
    const QByteArray registers = isException(pdu) ? QByteArray() : pdu.sliced(2);
    switch (behaviour.shape) {
    case Shape::None:
    case Shape::Close:
    case Shape::Reset:
        return {};
    case Shape::Garbage:
        return QByteArray("\xDE\xAD\xBE\xEF").repeated(8);
    case Shape::Exception:
        reply.pdu = exceptionPdu(static_cast<quint8>(request.pdu.isEmpty() ? 4 : request.pdu.front()),
                                 behaviour.number);
        break;
    case Shape::OtherUnit:
        reply.unit = behaviour.number;
        break;
    case Shape::OtherTransaction:
        reply.transaction = static_cast<quint16>(reply.transaction + 1000);
        break;
    case Shape::Zeros:
        if (!registers.isEmpty())
            reply.pdu = withRegisters(pdu, QByteArray(registers.size(), '\0'));
        break;
    case Shape::Fewer:
        if (registers.size() > 2)
            reply.pdu = withRegisters(pdu, registers.first(registers.size() / 4 * 2));
        break;
    case Shape::More:
        if (!registers.isEmpty() && registers.size() + more <= mostRegisterBytes)
            reply.pdu = withRegisters(pdu, registers + QByteArray(more, '\x22'));
        break;
    default:
        break;
    }
    const QByteArray bytes = encodeAdu(reply);
    switch (behaviour.shape) {
    case Shape::Trailing:
        return bytes + QByteArray(2, '\0');
    case Shape::StaleInFront:
        return staleReply(request) + bytes;
    case Shape::HalfStaleBehind:
        return bytes + staleReply(request).first(6);
    case Shape::Half:
        return bytes.first(bytes.size() / 2);
    default:
        return bytes.repeated(1 + behaviour.copies);
    }
}

} // namespace Sigen
