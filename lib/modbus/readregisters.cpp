#include "modbus/readregisters.h"

#include "modbus/modbusreader.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

ReadRegisters::ReadRegisters(ModbusReader *reader, UnitId unit, RegisterRange range, ReadOptions options)
    : Operation(noDeadline)
    , m_reader(reader)
    , m_unit(unit)
    , m_range(range)
    , m_options(options)
{
    for (QTimer *timer : {&m_pause, &m_replyTimer}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    connect(&m_pause, &QTimer::timeout, this, &ReadRegisters::ask);
    connect(&m_replyTimer, &QTimer::timeout, this, &ReadRegisters::timeOut);
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
    stopWaiting();
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
    ++m_attempts;
    const ReadRequest request{m_reader->nextTransaction(), m_unit, m_options.function, m_range};
    m_assembler.emplace(request);
    m_receivedBytes = 0;
    // A late reply, or half of one, may be there before the question. The answer itself can't be.
    switch (m_assembler->feed(m_reader->takeUnasked())) {
    case ReplyAssembler::State::Incomplete:
        break;
    case ReplyAssembler::State::Garbage:
        return fail(m_reader->giveUpAsGarbage(m_assembler->garbageReason()));
    case ReplyAssembler::State::Registers:
    case ReplyAssembler::State::Exception:
        return fail(m_reader->giveUpAsGarbage(u"an answer came before the question"_s));
    }
    m_replyTimer.start(m_options.replyTimeout);
    m_reader->send(request);
}

void ReadRegisters::take(const QByteArray &bytes)
{
    m_receivedBytes += bytes.size();
    switch (m_assembler->feed(bytes)) {
    case ReplyAssembler::State::Incomplete:
        if (m_receivedBytes > ModbusReader::maximumUnaskedBytes)
            fail(m_reader->giveUpAsGarbage(
                u"%1 bytes came, the reply was not among them"_s.arg(m_receivedBytes)));
        return;
    case ReplyAssembler::State::Registers:
        m_registers = m_assembler->registers();
        return succeed();
    case ReplyAssembler::State::Exception:
        return takeException(m_assembler->exceptionCode());
    case ReplyAssembler::State::Garbage:
        return fail(m_reader->giveUpAsGarbage(m_assembler->garbageReason()));
    }
}

void ReadRegisters::takeException(quint8 code)
{
    static constexpr quint8 illegalFunction = 1;
    if (code == illegalFunction && m_options.function == ReadFunction::InputRegisters
        && m_options.orHoldingRegisters) {
        stopWaiting();
        m_options.function = ReadFunction::HoldingRegisters;
        m_attempts = 0;
        return ask();
    }
    m_exceptionCode = code;
    fail({ErrorCode::ModbusException, m_reader->peer(),
          u"exception %1 to %2"_s.arg(code, 2, 16, QChar(u'0')).arg(question())});
}

void ReadRegisters::connectionEnded(const Error &error)
{
    Error ended = error;
    if (m_assembler && m_assembler->hasPartialFrame())
        ended.detail += u" in the middle of a reply"_s;
    fail(std::move(ended));
}

void ReadRegisters::timeOut()
{
    if (m_assembler->hasPartialFrame())
        return fail(m_reader->giveUpAsGarbage(u"the reply to %1 broke off half-way"_s.arg(question())));
    stopWaiting();
    m_reader->noteTimeout(m_unit);
    if (m_attempts <= m_options.retries)
        return attempt();
    QString detail = u"no reply to %1 within %2 ms, attempts: %3"_s.arg(question())
                         .arg(m_options.replyTimeout.count())
                         .arg(m_attempts);
    if (m_skippedFrames > 0)
        detail += u"; only frames with foreign transaction ids came: %1"_s.arg(m_skippedFrames);
    fail({ErrorCode::ModbusSilent, m_reader->peer(), detail});
}

void ReadRegisters::stopWaiting()
{
    m_replyTimer.stop();
    if (!m_assembler)
        return;
    m_skippedFrames += m_assembler->skippedFrames();
    if (m_reader)
        m_reader->noteStaleReplies(m_assembler->skippedFrames());
    m_assembler.reset();
}

QString ReadRegisters::question() const
{
    return u"function %1, unit %2, register %3, count %4"_s.arg(int(m_options.function), 2, 10, QChar(u'0'))
        .arg(m_unit.value())
        .arg(m_range.address)
        .arg(m_range.count);
}

} // namespace Sigen
