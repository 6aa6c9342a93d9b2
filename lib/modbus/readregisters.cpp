#include "modbus/readregisters.h"

#include "modbus/modbusreader.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr int lateFactor = 3; ///< time-outs within which an answer is late, and not lost

static constexpr QStringView exceptionWord = u"exception "; ///< in front of the code, in hexadecimal digits

quint8 exceptionCodeOf(const Error &error)
{
    const qsizetype at = error.detail.indexOf(exceptionWord);
    return at < 0
        ? quint8(0)
        : quint8(QStringView(error.detail).sliced(at + exceptionWord.size()).left(2).toUShort(nullptr, 16));
}

ReadRegisters::ReadRegisters(ModbusReader *reader, UnitId unit, RegisterRange range, ReadOptions options)
    : Operation(noDeadline)
    , m_reader(reader)
    , m_unit(unit)
    , m_range(range)
    , m_options(options)
{
    for (QTimer *timer : {&m_pause, &m_replyTimer, &m_strangerTimer}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    connect(&m_pause, &QTimer::timeout, this, &ReadRegisters::ask);
    connect(&m_replyTimer, &QTimer::timeout, this, &ReadRegisters::timeOut);
    connect(&m_strangerTimer, &QTimer::timeout, this, [this] {
        if (m_reader && meetsStranger())
            fail(
                m_reader->giveUp(u"bytes that are not Modbus: %1"_s.arg(m_reader->assembler().strayBytes())));
    });
}

ReadRegisters::~ReadRegisters() = default;

void ReadRegisters::run()
{
    if (!m_reader)
        return fail({ErrorCode::Internal, {}, u"the reader is gone"_s});
    if (encodeReadRequest({0, m_unit, m_options.function, m_range}).isEmpty())
        return fail({ErrorCode::Internal, m_reader->peer(), u"impossible range: "_s + question()});
    if (!m_reader->claim(this))
        return fail({ErrorCode::Internal, m_reader->peer(), u"another read is running"_s});
    attempt();
}

void ReadRegisters::release()
{
    m_pause.stop();
    m_replyTimer.stop();
    m_strangerTimer.stop();
    m_replyDeadline = QDeadlineTimer(QDeadlineTimer::Forever);
    m_awaited.reset();
    if (m_reader)
        m_reader->yield(this);
}

void ReadRegisters::attempt()
{
    const std::chrono::milliseconds pause = m_reader->pauseBefore(m_unit);
    if (pause > std::chrono::milliseconds::zero())
        m_pause.start(pause);
    else
        ask();
}

void ReadRegisters::ask()
{
    if (const std::optional<Error> &broken = m_reader->broken())
        return fail(*broken);
    if (meetsStranger())
        return fail(m_reader->giveUp(u"bytes that are not Modbus, before anything was asked"_s));
    ++m_attempts;
    const ReadRequest request{m_reader->nextTransaction(), m_unit, m_options.function, m_range};
    if (m_transactions.isEmpty()) {
        m_sinceFirst.start();
        m_foreignBefore = m_reader->foreignFrames();
        m_brokenBefore = m_reader->assembler().brokenFrames();
    }
    m_transactions.append(request.transaction);
    m_awaited = request.transaction;
    m_replyTimer.start(m_options.replyTimeout);
    m_replyDeadline.setRemainingTime(m_options.replyTimeout, Qt::PreciseTimer);
    m_reader->send(request);
}

void ReadRegisters::take(const ModbusReply &reply)
{
    m_awaited.reset();
    m_replyTimer.stop();
    m_replyDeadline = QDeadlineTimer(QDeadlineTimer::Forever);
    switch (reply.kind) {
    case ModbusReply::Kind::Registers:
        return succeedWith(reply);
    case ModbusReply::Kind::Exception:
        return takeException(reply.exceptionCode);
    case ModbusReply::Kind::Unfit:
    case ModbusReply::Kind::Foreign:
        return fail(
            {ErrorCode::ModbusOdd, m_reader->peer(), u"%1, asked: %2"_s.arg(reply.reason, question())});
    }
}

void ReadRegisters::succeedWith(const ModbusReply &reply)
{
    m_registers = reply.registers;
    m_oddities = reply.oddities;
    if (m_reader->hasStrayBytes())
        m_oddities |= ReplyOddity::StrayBytes;
    if (m_reader->skippedFrames() > 0)
        m_oddities |= ReplyOddity::StaleFrame;
    if (!m_lateDetail.isEmpty())
        m_oddities |= ReplyOddity::LateReply;
    m_reader->noteOddities(m_oddities);
    succeed();
}

void ReadRegisters::takeException(quint8 code)
{
    static constexpr quint8 illegalFunction = 1;
    static constexpr quint8 acknowledge = 5; // "working on it, ask again"
    static constexpr quint8 busy = 6;
    if (code == illegalFunction && m_options.function == ReadFunction::InputRegisters
        && m_options.orHoldingRegisters) {
        m_options.function = ReadFunction::HoldingRegisters;
        m_attempts = 0;
        return ask();
    }
    const bool isBusy = code == acknowledge || code == busy;
    if (isBusy && m_busyReplies < busyRepeats) {
        ++m_busyReplies;
        m_attempts = 0;
        m_pause.start(m_reader->pause());
        return;
    }
    m_exceptionCode = code;
    QString detail = exceptionWord + u"%1 to %2"_s.arg(code, 2, 16, QChar(u'0')).arg(question());
    if (isBusy)
        detail += u", requests: %1"_s.arg(m_transactions.size());
    fail({isBusy ? ErrorCode::ModbusBusy : ErrorCode::ModbusException, m_reader->peer(), detail});
}

/// An answer to an attempt whose time-out was over. A later attempt may still be answered in time.
void ReadRegisters::takeLate(const ModbusReply &reply)
{
    if (reply.kind == ModbusReply::Kind::Unfit)
        return;
    if (m_lateDetail.isEmpty())
        m_lateDetail =
            u"the answer to %1 came %2 ms after the first request, the time-out is %3 ms"_s.arg(question())
                .arg(m_sinceFirst.elapsed())
                .arg(m_options.replyTimeout.count());
    if (!m_awaited && !m_pause.isActive())
        conclude();
}

/// After what just came was looked at. A flood must not hold the timers up.
void ReadRegisters::bytesCame()
{
    if (hasEnded())
        return;
    if (m_replyDeadline.hasExpired())
        return timeOut();
    if (meetsStranger() && !m_strangerTimer.isActive())
        m_strangerTimer.start(strangerPatience);
}

void ReadRegisters::connectionEnded(const Error &error)
{
    Error ended = error;
    if (ended.code == ErrorCode::ModbusCloses && m_reader->assembler().partialBytes() > 0)
        ended.detail += u" in the middle of a reply"_s;
    fail(std::move(ended));
}

void ReadRegisters::timeOut()
{
    m_replyTimer.stop();
    m_replyDeadline = QDeadlineTimer(QDeadlineTimer::Forever);
    if (!std::exchange(m_awaited, {}))
        return conclude(); // it was only listened
    m_reader->noteTimeout(m_unit);
    if (meetsStranger())
        return conclude();
    if (m_attempts <= m_options.retries)
        return attempt();
    const auto window =
        lateFactor * m_options.replyTimeout - std::chrono::milliseconds(m_sinceFirst.elapsed());
    if (!m_options.awaitLate || !m_lateDetail.isEmpty() || window <= std::chrono::milliseconds::zero())
        return conclude();
    m_replyTimer.start(window);
    m_replyDeadline.setRemainingTime(window, Qt::PreciseTimer);
}

/// No answer came in time. What came instead?
void ReadRegisters::conclude()
{
    const QString silence = u"no reply to %1 within %2 ms, attempts: %3"_s.arg(question())
                                .arg(m_options.replyTimeout.count())
                                .arg(m_attempts);
    const ReplyAssembler &assembler = m_reader->assembler();
    const std::optional<quint16> begun = assembler.partialTransaction();
    const int foreign = m_reader->foreignFrames() - m_foreignBefore;
    Error error{ErrorCode::ModbusSilent, m_reader->peer(), silence};
    const bool brokeOff = (begun && hasAsked(*begun)) || assembler.brokenFrames() > m_brokenBefore
        || (assembler.isPartialReply() && !m_reader->speaksModbus());
    if (!m_lateDetail.isEmpty()) {
        error = {ErrorCode::ModbusLate, m_reader->peer(), m_lateDetail};
    } else if (brokeOff) {
        error.code = ErrorCode::ModbusOdd;
        error.detail = u"the reply to %1 broke off half-way, attempts: %2"_s.arg(question()).arg(m_attempts);
    } else if (foreign > 0) {
        error.code = ErrorCode::ModbusOdd;
        error.detail += u"; only frames with foreign transaction ids came: %1"_s.arg(foreign);
    } else if (!m_reader->speaksModbus() && m_reader->hasStrayBytes()) {
        error = m_reader->giveUp(silence + u"; bytes came that are not Modbus"_s);
    }
    fail(std::move(error));
}

/// Bytes came on this connection, but never a frame.
bool ReadRegisters::meetsStranger() const
{
    return !m_reader->speaksModbus() && m_reader->assembler().strayBytes() > 0;
}

QString ReadRegisters::question() const
{
    return u"function %1, unit %2, register %3, count %4"_s.arg(int(m_options.function), 2, 10, QChar(u'0'))
        .arg(m_unit.value())
        .arg(m_range.address)
        .arg(m_range.count);
}

} // namespace Sigen
