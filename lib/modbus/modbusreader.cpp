#include "modbus/modbusreader.h"

#include <QRandomGenerator>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// Longest piece that is written out in a trace entry.
static constexpr qsizetype maximumFrameSize = 260;

ModbusReader::ModbusReader(std::unique_ptr<TcpConnection> connection, std::chrono::milliseconds pause,
                           QObject *parent)
    : QObject(parent)
    , m_connection(std::move(connection))
    , m_pause(pause)
{
    Q_ASSERT(m_connection);
    // Where a proxy or a slow device hands the replies of one connection to the next, numbers that always
    // began alike would make an old reply look like the answer. The first byte is no character and no padding:
    // the end of a text does not look like the beginning of a frame.
    m_transaction = quint16(QRandomGenerator::global()->bounded(0x8000, 0xF000));
    connect(m_connection.get(), &TcpConnection::received, this, &ModbusReader::onReceived);
    connect(m_connection.get(), &TcpConnection::closed, this, &ModbusReader::onClosed);
}

ModbusReader::~ModbusReader()
{
    close();
}

std::unique_ptr<ReadRegisters> ModbusReader::read(UnitId unit, RegisterRange range, ReadOptions options)
{
    return std::unique_ptr<ReadRegisters>(new ReadRegisters(this, unit, range, options));
}

void ModbusReader::close()
{
    m_connection->close();
    onClosed(u"connection closed by this program"_s);
}

bool ModbusReader::claim(ReadRegisters *read)
{
    if (m_current)
        return false;
    m_current = read;
    return true;
}

void ModbusReader::yield(ReadRegisters *read)
{
    if (m_current != read)
        return;
    m_current.clear();
    m_foreignFrames = 0;
    m_skippedFrames = 0;
    m_strayBytesNoted = m_assembler.strayBytes();
}

std::chrono::milliseconds ModbusReader::pauseBefore(UnitId unit) const
{
    const QDeadlineTimer &pause = unit == m_silentUnit ? m_pauseSameUnit : m_pauseOtherUnits;
    return std::chrono::ceil<std::chrono::milliseconds>(pause.remainingTimeAsDuration());
}

/// A frame that has begun before the question can't be its answer, whatever number it carries.
quint16 ModbusReader::nextTransaction() const
{
    quint16 next = m_transaction + 1;
    while (next == 0 || m_assembler.isExpected(next) || m_assembler.partialTransaction() == next)
        ++next;
    return next;
}

void ModbusReader::send(const ReadRequest &request)
{
    m_transaction = request.transaction;
    m_asked.insert(request.transaction, request);
    m_assembler.expect(request);
    m_receivedBytes = 0;
    const QByteArray bytes = encodeReadRequest(request);
    m_connection->write(bytes);
    m_afterLastRequest.setRemainingTime(m_pause, Qt::PreciseTimer);
    trace(TraceEntry::Direction::Sent, bytes);
}

void ModbusReader::noteTimeout(UnitId unit)
{
    m_silentUnit = unit;
    m_pauseSameUnit.setRemainingTime(m_pause, Qt::PreciseTimer);
    m_pauseOtherUnits = m_afterLastRequest;
}

ReplyOddities ModbusReader::oddities() const
{
    ReplyOddities all = m_oddities;
    all.setFlag(ReplyOddity::StrayBytes, all.testFlag(ReplyOddity::StrayBytes) || hasStrayBytes());
    return all;
}

bool ModbusReader::hasStrayBytes() const
{
    if (m_assembler.strayBytes() > m_strayBytesNoted)
        return true;
    const std::optional<quint16> begun = m_assembler.partialTransaction();
    return m_assembler.partialBytes() > 0 && !(begun && m_assembler.isExpected(*begun));
}

Error ModbusReader::giveUp(const QString &detail)
{
    m_broken = Error{m_speaksModbus ? ErrorCode::ModbusOdd : ErrorCode::ModbusGarbage, peer(), detail};
    m_connection->close();
    return *m_broken;
}

void ModbusReader::onReceived(const QByteArray &bytes)
{
    const QPointer<ModbusReader> self(this);
    m_receivedBytes += bytes.size();
    trace(TraceEntry::Direction::Received, bytes);
    if (!self || m_broken)
        return;
    const QList<ModbusReply> replies = m_assembler.feed(bytes);
    for (const ModbusReply &reply : replies) {
        dispatch(reply);
        if (!self || m_broken)
            return;
    }
    m_speaksModbus = m_speaksModbus || m_assembler.brokenFrames() > 0;
    std::optional<Error> error;
    if (m_receivedBytes > maximumBytes)
        error = giveUp(u"more than %1 bytes came, the reply was not among them"_s.arg(maximumBytes));
    if (m_current && error)
        m_current->connectionEnded(*error);
    else if (m_current)
        m_current->bytesCame();
}

void ModbusReader::dispatch(const ModbusReply &reply)
{
    const QPointer<ModbusReader> self(this);
    m_speaksModbus = true;
    if (m_current && m_current->awaits(reply.transaction))
        return m_current->take(reply);
    ++m_staleReplies;
    if (isForeign(reply))
        ++m_foreignFrames;
    if (m_current && m_current->hasAsked(reply.transaction))
        m_current->takeLate(reply);
    else if (!reply.request)
        ++m_skippedFrames;
    if (self && reply.kind == ModbusReply::Kind::Registers)
        Q_EMIT lateReply(reply.request->unit, reply.request->range, reply.registers);
    else if (self && reply.kind == ModbusReply::Kind::Exception)
        Q_EMIT lateException(reply.request->unit, reply.exceptionCode);
}

/// A late reply or a copy of one carries a number that we used for what it answers.
bool ModbusReader::isForeign(const ModbusReply &reply) const
{
    if (reply.request)
        return false;
    const auto asked = m_asked.constFind(reply.transaction);
    return asked == m_asked.cend() || asked->unit.value() != reply.unit
        || (reply.byteCount != 0 && reply.byteCount != 2 * asked->range.count);
}

void ModbusReader::onClosed(const QString &detail)
{
    if (m_broken)
        return;
    m_broken = Error{ErrorCode::ModbusCloses, peer(), detail};
    if (!m_speaksModbus && m_assembler.strayBytes() > 0) // a web server's error page, for example
        *m_broken = {ErrorCode::ModbusGarbage, peer(), u"bytes that are not Modbus, then "_s + detail};
    if (m_current)
        m_current->connectionEnded(*m_broken);
}

void ModbusReader::trace(TraceEntry::Direction direction, const QByteArray &bytes)
{
    // What floods in is counted above; here it would fill the memory of whoever keeps the trace.
    const bool sent = direction == TraceEntry::Direction::Sent;
    if (!sent && m_receivedBytes - bytes.size() > maximumTracedBytes)
        return;
    QString text =
        QString::fromLatin1(bytes.first(qMin(bytes.size(), maximumFrameSize)).toHex(' ').toUpper());
    if (bytes.size() > maximumFrameSize)
        text += u" … (%1 bytes)"_s.arg(bytes.size());
    if (!sent && m_receivedBytes > maximumTracedBytes)
        text += u" … (what follows before the next question is not shown)"_s;
    Q_EMIT traced({QDateTime::currentDateTimeUtc(), direction, TraceEntry::Channel::Modbus, text});
}

} // namespace Sigen
