// Finds the replies to our requests in the bytes that one Modbus connection sends, in whatever pieces they
// come.
//
// One for the life of a connection, so nothing that arrived is lost between two requests. A reply is known by
// its transaction number; around it almost anything may be odd (unit, length, bytes that belong to no frame),
// and is named instead of making the reply useless. Where the bytes are no frame it looks for the header of a
// reply that is awaited: transaction number, protocol 0, our function, and a length and byte count that fit
// each other and the question. Nothing else is taken for an answer. Knows no socket and no clock.
#pragma once

#include "protocol/modbusframe.h"

#include <QByteArray>
#include <QFlags>
#include <QList>
#include <QString>

#include <optional>

namespace Sigen {

/// What was odd about a reply that can be used all the same.
enum class ReplyOddity {
    ForeignUnit = 0x01, ///< it names another unit than the one that was asked
    MoreRegisters = 0x02, ///< more bytes than were asked for; the first ones are used
    WrongLength = 0x04, ///< length and byte count contradict each other, one of them fits the question
    StrayBytes = 0x08, ///< bytes that belong to no reply, in front of it or behind it
    StaleFrame = 0x10, ///< a reply with a foreign transaction number, or a second copy of one, came in front
    LateReply = 0x20, ///< the answer to an earlier, timed-out try of the same question came in front
};
Q_DECLARE_FLAGS(ReplyOddities, ReplyOddity)
Q_DECLARE_OPERATORS_FOR_FLAGS(ReplyOddities)

/// One frame as it came.
struct ModbusReply
{
    enum class Kind {
        Registers, ///< the answer: registers
        Exception, ///< the unit answered with an exception: exceptionCode
        Unfit, ///< a reply to the request, but not what was asked for: reason
        Foreign, ///< a well-formed reply that nobody waits for
    };
    Kind kind = Kind::Foreign;
    quint16 transaction = 0;
    quint8 unit = 0; ///< as the reply says, 0–255
    quint8 function = 0; ///< with the exception bit
    int byteCount = 0; ///< as the reply says; 0 for an exception
    std::optional<ReadRequest> request; ///< that it answers; unset for Foreign
    QList<quint16> registers; ///< exactly request->range.count words, or none
    quint8 exceptionCode = 0;
    ReplyOddities oddities; ///< those of the frame itself: the first three
    QString reason; ///< technical, untranslated
    bool operator==(const ModbusReply &) const = default;
};

class ReplyAssembler
{
public:
    /// A request that is being sent: one reply to it is waited for, for ever, whatever else is asked
    /// meanwhile.
    void expect(const ReadRequest &request);

    /// Adds bytes and takes out the frames that are complete with them, in order. The same bytes give the
    /// same frames however they are cut. Keeps at most one frame (some 260 bytes) of memory between two
    /// calls.
    QList<ModbusReply> feed(const QByteArray &bytes);

    /// Bytes so far that belong to no frame.
    qsizetype strayBytes() const { return m_strayBytes; }
    /// Frames so far that broke off, and another one followed; their bytes are among the stray ones.
    int brokenFrames() const { return m_brokenFrames; }
    /// Bytes of a frame that has not come to its end.
    qsizetype partialBytes() const { return m_buffer.size(); }
    /// The transaction number of the unfinished frame, once it is there.
    std::optional<quint16> partialTransaction() const;
    /// The unfinished frame has the whole header of a reply; nothing but Modbus looks like that.
    bool isPartialReply() const;
    bool isExpected(quint16 transaction) const { return find(transaction) != nullptr; }

private:
    enum class Verdict { Open, Frame, Stray };
    struct Judgement
    {
        Verdict verdict = Verdict::Open;
        qsizetype size = 0; ///< of the frame, once it is known
        ReplyOddities oddities;
        ModbusReply::Kind kind = ModbusReply::Kind::Foreign;
        QString reason;
    };

    const ReadRequest *find(quint16 transaction) const;
    Judgement judge() const;
    Judgement judgeAnswer(const ReadRequest &request) const;
    bool couldBeAnswer(qsizetype at) const;
    qsizetype possibleAnswerInside(const Judgement &judgement) const;
    void drop(qsizetype count);
    bool resynchronise();
    ModbusReply takeFrame(const Judgement &judgement);

    QList<ReadRequest> m_expected;
    QByteArray m_buffer;
    qsizetype m_strayBytes = 0;
    int m_brokenFrames = 0;
    bool m_lost = false; ///< m_buffer does not begin where a frame does
};

} // namespace Sigen
