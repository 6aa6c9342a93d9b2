#include "protocol/replyassembler.h"

#include <QtEndian>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

// Modbus Messaging on TCP/IP Implementation Guide V1.0b, 3.1.3: transaction, protocol, length; then `length`
// bytes: unit, function, and a byte count or an exception code.
static constexpr qsizetype prefixSize = 6;
static constexpr qsizetype headerSize = 9;
static constexpr int smallestLength = 3;
static constexpr int largestLength = 254; // a frame has 260 bytes at most
static constexpr quint8 exceptionBit = 0x80;

static quint16 word(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.constData() + at);
}

static quint8 byte(const QByteArray &bytes, qsizetype at)
{
    return quint8(bytes.at(at));
}

static bool isPossible(int length)
{
    return length >= smallestLength && length <= largestLength;
}

static bool isRead(int function)
{
    return function == int(ReadFunction::HoldingRegisters) || function == int(ReadFunction::InputRegisters);
}

/// Among the codes that the Modbus specification gives a meaning (Application Protocol V1.1b3, 5.1).
static bool isPublic(int function)
{
    return function >= 1 && function <= 43;
}

void ReplyAssembler::expect(const ReadRequest &request)
{
    m_expected.append(request);
}

const ReadRequest *ReplyAssembler::find(quint16 transaction) const
{
    const auto found =
        std::find_if(m_expected.begin(), m_expected.end(),
                     [transaction](const ReadRequest &each) { return each.transaction == transaction; });
    return found == m_expected.end() ? nullptr : &*found;
}

std::optional<quint16> ReplyAssembler::partialTransaction() const
{
    return m_buffer.size() < 2 ? std::nullopt : std::optional(word(m_buffer, 0));
}

bool ReplyAssembler::isPartialReply() const
{
    return m_buffer.size() >= headerSize;
}

QList<ModbusReply> ReplyAssembler::feed(const QByteArray &bytes)
{
    QList<ModbusReply> replies;
    m_buffer += bytes;
    while (!m_buffer.isEmpty()) {
        if (m_lost && !resynchronise())
            break;
        const Judgement judgement = judge();
        if (judgement.verdict == Verdict::Stray) {
            m_lost = true;
            continue;
        }
        // Half a frame may stand in front of the answer, and seem to go on in it.
        const qsizetype inside = possibleAnswerInside(judgement);
        if (inside > 0 && inside + headerSize <= m_buffer.size()) {
            ++m_brokenFrames;
            drop(inside);
            continue;
        }
        if (judgement.verdict == Verdict::Open || m_buffer.size() < judgement.size || inside > 0)
            break;
        replies.append(takeFrame(judgement));
    }
    return replies;
}

/// What m_buffer begins with, judged as soon as each of its bytes is there, so that a stranger is known by
/// its first bytes.
ReplyAssembler::Judgement ReplyAssembler::judge() const
{
    static const Judgement open;
    static const Judgement stray{Verdict::Stray, 0, {}, {}, {}};
    const qsizetype size = m_buffer.size();
    if (size < 4)
        return open;
    if (word(m_buffer, 2) != 0)
        return stray;
    if (const ReadRequest *const request = find(word(m_buffer, 0)))
        return size < headerSize ? open : judgeAnswer(*request);
    if (size < prefixSize)
        return open;
    const int length = word(m_buffer, 4);
    if (!isPossible(length))
        return stray;
    if (size < prefixSize + 2)
        return open;
    const quint8 function = byte(m_buffer, 7);
    if (!isRead(function & ~exceptionBit))
        return stray;
    if (size < headerSize)
        return open;
    const int last = byte(m_buffer, 8);
    const bool fits = (function & exceptionBit) != 0 ? length == smallestLength && last != 0
                                                     : last == length - smallestLength && last % 2 == 0;
    if (!fits)
        return stray;
    return {Verdict::Frame, prefixSize + length, {}, ModbusReply::Kind::Foreign, {}};
}

/// The header carries the number of \a request. It need not be right in everything else.
ReplyAssembler::Judgement ReplyAssembler::judgeAnswer(const ReadRequest &request) const
{
    using Kind = ModbusReply::Kind;
    const int length = word(m_buffer, 4);
    const int function = byte(m_buffer, 7);
    const int last = byte(m_buffer, 8);
    const int asked = int(request.function);
    const int wanted = 2 * request.range.count;
    const int present = isPossible(length) ? length - smallestLength : -1;

    Judgement answer{Verdict::Frame, headerSize, {}, Kind::Registers, {}};
    if (byte(m_buffer, 6) != request.unit.value())
        answer.oddities |= ReplyOddity::ForeignUnit;
    if (function == (asked | exceptionBit)) {
        if (length != smallestLength)
            answer.oddities |= ReplyOddity::WrongLength;
        answer.kind = last == 0 ? Kind::Unfit : Kind::Exception;
        answer.reason = last == 0 ? u"exception without a code"_s : QString();
        return answer;
    }
    if (function != asked) {
        if (present < 0 || !isPublic(function & ~exceptionBit))
            return {Verdict::Stray, 0, {}, {}, {}};
        answer.size = prefixSize + length;
        answer.kind = Kind::Unfit;
        answer.reason = u"function %1 answers function %2"_s.arg(function).arg(asked);
        return answer;
    }
    // Of two numbers that contradict each other the one that fits the question is believed.
    if (last == wanted || (last > wanted && last <= present)) {
        answer.size += last;
        if (last > wanted)
            answer.oddities |= ReplyOddity::MoreRegisters;
        if (last != present)
            answer.oddities |= ReplyOddity::WrongLength;
    } else if (last > wanted && present == wanted) {
        answer.size += present;
        answer.oddities |= ReplyOddity::WrongLength;
    } else if (last <= present) {
        answer.size += last;
        answer.kind = Kind::Unfit;
        answer.reason = u"%1 bytes for %2 registers"_s.arg(last).arg(request.range.count);
    } else {
        return {Verdict::Stray, 0, {}, {}, {}};
    }
    return answer;
}

/// What is there from \a at on is the header of an awaited reply, or the beginning of one. Stricter than at a
/// place where a frame is due: only the unit may be wrong, and a length that the byte count does not need.
bool ReplyAssembler::couldBeAnswer(qsizetype at) const
{
    const qsizetype size = m_buffer.size() - at;
    const auto is = [this, size, at](qsizetype index, int value) {
        return size <= index || byte(m_buffer, at + index) == value;
    };
    if (!is(2, 0) || !is(3, 0) || !is(4, 0)) // protocol; a length takes one byte
        return false;
    return std::any_of(m_expected.begin(), m_expected.end(), [&](const ReadRequest &request) {
        if (!is(0, request.transaction >> 8) || !is(1, request.transaction & 0xFF))
            return false;
        const int function = int(request.function);
        if (size < headerSize)
            return is(7, function) || (is(7, function | exceptionBit) && is(5, smallestLength));
        const int length = byte(m_buffer, at + 5);
        const int last = byte(m_buffer, at + 8);
        const int wanted = 2 * request.range.count;
        if (is(7, function))
            return last == wanted || (last > wanted && isPossible(length) && last <= length - smallestLength);
        return is(7, function | exceptionBit) && length == smallestLength && last != 0;
    });
}

/// Where inside the frame that m_buffer begins with an awaited reply has its header, or may have it when more
/// bytes have come; 0: nowhere. A sound answer to the latest request is not made to wait for that.
qsizetype ReplyAssembler::possibleAnswerInside(const Judgement &judgement) const
{
    if (judgement.verdict == Verdict::Open)
        return 0; // less than a header
    const bool isLatest = !m_expected.isEmpty() && m_expected.last().transaction == word(m_buffer, 0);
    const bool isSound = isLatest && !judgement.oddities.testFlag(ReplyOddity::WrongLength);
    const qsizetype end = std::min(judgement.size - (isSound ? headerSize - 1 : 0), m_buffer.size());
    for (qsizetype at = 1; at < end; ++at) {
        if (couldBeAnswer(at))
            return at;
    }
    return 0;
}

void ReplyAssembler::drop(qsizetype count)
{
    m_buffer.remove(0, count);
    m_strayBytes += count;
}

/// Drops what can't be the beginning of an awaited reply. False when more bytes have to come.
bool ReplyAssembler::resynchronise()
{
    qsizetype at = 0;
    while (at < m_buffer.size() && !couldBeAnswer(at))
        ++at;
    drop(at);
    m_lost = m_buffer.size() < headerSize;
    return !m_lost;
}

ModbusReply ReplyAssembler::takeFrame(const Judgement &judgement)
{
    const QByteArray frame = m_buffer.first(judgement.size);
    m_buffer.remove(0, judgement.size);

    ModbusReply reply;
    reply.kind = judgement.kind;
    reply.transaction = word(frame, 0);
    reply.unit = byte(frame, 6);
    reply.function = byte(frame, 7);
    if ((reply.function & exceptionBit) == 0)
        reply.byteCount = byte(frame, 8);
    reply.oddities = judgement.oddities;
    reply.reason = judgement.reason;
    if (const ReadRequest *const request = find(reply.transaction)) {
        reply.request = *request;
        m_expected.removeOne(*request); // a second one is a copy
    }
    if (reply.kind == ModbusReply::Kind::Exception) {
        reply.exceptionCode = byte(frame, 8);
    } else if (reply.kind == ModbusReply::Kind::Registers) {
        for (int i = 0; i < reply.request->range.count; ++i)
            reply.registers.append(word(frame, headerSize + qsizetype(2) * i));
    }
    return reply;
}

} // namespace Sigen
