#include "protocol/modbusframe.h"

#include <QtEndian>

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

// Modbus Messaging on TCP/IP Implementation Guide V1.0b, 3.1.3: transaction, protocol, length; then `length`
// bytes.
static constexpr qsizetype headerSize = 6;
static constexpr qsizetype smallestLength = 3; // unit, function, exception code
static constexpr qsizetype largestLength = 254; // a frame has 260 bytes at most
static constexpr quint8 exceptionBit = 0x80;

// A frame is judged as soon as these many of its bytes are there, so that a stranger is known by its first
// bytes and not by a time-out.
static constexpr qsizetype protocolKnown = 4;
static constexpr qsizetype shapeKnown = headerSize + smallestLength;

static quint16 word(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.constData() + at);
}

static quint8 byte(const QByteArray &bytes, qsizetype at)
{
    return quint8(bytes.at(at));
}

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

ReplyAssembler::ReplyAssembler(const ReadRequest &request)
    : m_request(request)
{ }

ReplyAssembler::State ReplyAssembler::feed(const QByteArray &bytes)
{
    qsizetype taken = 0;
    while (m_state == State::Incomplete && taken < bytes.size()) {
        const qsizetype count = std::min(nextMilestone() - m_buffer.size(), bytes.size() - taken);
        m_buffer.append(bytes.constData() + taken, count);
        taken += count;
        judge();
    }
    return m_state;
}

qsizetype ReplyAssembler::nextMilestone() const
{
    for (const qsizetype milestone : {protocolKnown, headerSize, shapeKnown}) {
        if (m_buffer.size() < milestone)
            return milestone;
    }
    return headerSize + word(m_buffer, 4);
}

void ReplyAssembler::judge()
{
    if (m_buffer.size() == protocolKnown && word(m_buffer, 2) != 0) {
        garbage(u"protocol id %1 instead of 0"_s.arg(word(m_buffer, 2)));
    } else if (m_buffer.size() == headerSize
               && (word(m_buffer, 4) < smallestLength || word(m_buffer, 4) > largestLength)) {
        garbage(u"impossible length %1"_s.arg(word(m_buffer, 4)));
    } else if (m_buffer.size() >= shapeKnown) {
        if (m_buffer.size() == shapeKnown && !hasReadShape())
            return;
        if (m_buffer.size() == headerSize + word(m_buffer, 4))
            takeFrame();
    }
}

bool ReplyAssembler::hasReadShape()
{
    const quint8 function = byte(m_buffer, 7);
    const qsizetype length = word(m_buffer, 4);
    const auto isRead = [](int code) {
        return code == int(ReadFunction::HoldingRegisters) || code == int(ReadFunction::InputRegisters);
    };
    if (isRead(function & ~exceptionBit) && (function & exceptionBit) != 0) {
        if (length != smallestLength)
            garbage(u"exception of length %1"_s.arg(length));
        else if (byte(m_buffer, 8) == 0)
            garbage(u"exception without a code"_s);
    } else if (!isRead(function)) {
        garbage(u"function %1 was not asked for"_s.arg(function));
    } else if (byte(m_buffer, 8) != length - smallestLength || byte(m_buffer, 8) % 2 != 0) {
        garbage(u"byte count %1 in a frame of length %2"_s.arg(byte(m_buffer, 8)).arg(length));
    }
    return m_state == State::Incomplete;
}

void ReplyAssembler::takeFrame()
{
    const QByteArray frame = std::exchange(m_buffer, {});
    if (word(frame, 0) != m_request.transaction) {
        ++m_skippedFrames;
        return;
    }
    const int asked = int(m_request.function);
    const int function = byte(frame, 7);
    if (byte(frame, 6) != m_request.unit.value()) {
        garbage(u"unit %1 answers for unit %2"_s.arg(byte(frame, 6)).arg(m_request.unit.value()));
    } else if ((function & ~exceptionBit) != asked) {
        garbage(u"function %1 answers function %2"_s.arg(function).arg(asked));
    } else if ((function & exceptionBit) != 0) {
        m_exceptionCode = byte(frame, 8);
        m_state = State::Exception;
    } else if (byte(frame, 8) != 2 * m_request.range.count) {
        garbage(u"%1 bytes for %2 registers"_s.arg(byte(frame, 8)).arg(m_request.range.count));
    } else {
        for (int i = 0; i < m_request.range.count; ++i)
            m_registers.append(word(frame, shapeKnown + qsizetype(2) * i));
        m_state = State::Registers;
    }
}

void ReplyAssembler::garbage(const QString &reason)
{
    m_garbageReason = reason;
    m_buffer.clear();
    m_state = State::Garbage;
}

} // namespace Sigen
