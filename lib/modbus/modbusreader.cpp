#include "modbus/modbusreader.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// Longest piece that is written out in a trace entry: one whole frame.
static constexpr qsizetype maximumTracedBytes = 260;

ModbusReader::ModbusReader(std::unique_ptr<TcpConnection> connection, std::chrono::milliseconds pause,
                           QObject *parent)
    : QObject(parent)
    , m_connection(std::move(connection))
    , m_pause(pause)
{
    Q_ASSERT(m_connection);
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
    if (m_current == read)
        m_current.clear();
}

std::chrono::milliseconds ModbusReader::pauseBefore(UnitId unit) const
{
    const QDeadlineTimer &pause = unit == m_silentUnit ? m_pauseSameUnit : m_pauseOtherUnits;
    return std::chrono::ceil<std::chrono::milliseconds>(pause.remainingTimeAsDuration());
}

quint16 ModbusReader::nextTransaction()
{
    return ++m_transaction;
}

QByteArray ModbusReader::takeUnasked()
{
    return std::exchange(m_unasked, {});
}

void ModbusReader::send(const ReadRequest &request)
{
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

Error ModbusReader::giveUpAsGarbage(const QString &detail)
{
    m_broken = Error{ErrorCode::ModbusGarbage, peer(), detail};
    m_connection->close();
    return *m_broken;
}

void ModbusReader::onReceived(const QByteArray &bytes)
{
    const QPointer<ModbusReader> self(this);
    trace(TraceEntry::Direction::Received, bytes);
    if (!self || m_broken)
        return;
    if (m_current && m_current->m_assembler) {
        m_current->take(bytes);
        return;
    }
    m_unasked += bytes;
    if (m_unasked.size() > maximumUnaskedBytes) {
        const Error error =
            giveUpAsGarbage(u"more than %1 bytes that nobody asked for"_s.arg(maximumUnaskedBytes));
        if (m_current)
            m_current->connectionEnded(error);
    }
}

void ModbusReader::onClosed(const QString &detail)
{
    if (m_broken)
        return;
    m_broken = Error{ErrorCode::ModbusCloses, peer(), detail};
    if (m_current)
        m_current->connectionEnded(*m_broken);
}

void ModbusReader::trace(TraceEntry::Direction direction, const QByteArray &bytes)
{
    QString text =
        QString::fromLatin1(bytes.first(qMin(bytes.size(), maximumTracedBytes)).toHex(' ').toUpper());
    if (bytes.size() > maximumTracedBytes)
        text += u" … (%1 bytes)"_s.arg(bytes.size());
    Q_EMIT traced({QDateTime::currentDateTimeUtc(), direction, TraceEntry::Channel::Modbus, text});
}

} // namespace Sigen
