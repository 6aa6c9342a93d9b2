#include "protocol/modbusframe.h"

namespace Sigen {

static void appendWord(QByteArray &bytes, quint16 value)
{
    bytes.append(char(value >> 8)).append(char(value & 0xFF));
}

static bool isEncodable(const RegisterRange &range)
{
    return range.count >= 1 && range.count <= RegisterRange::maximumCount
        && range.address + range.count <= 0x10000;
}

QByteArray encodeReadRequest(const ReadRequest &request)
{
    if (!isEncodable(request.range))
        return {};
    QByteArray bytes;
    appendWord(bytes, request.transaction);
    appendWord(bytes, 0); // protocol: Modbus
    appendWord(bytes, 6); // bytes that follow
    bytes.append(char(request.unit.value())).append(char(request.function));
    appendWord(bytes, request.range.address);
    appendWord(bytes, quint16(request.range.count));
    return bytes;
}

} // namespace Sigen
