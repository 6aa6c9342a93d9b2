// One read of registers from one unit, with its time-out and retries. Made by ModbusReader::read().
//
// Errors:
//   ModbusSilent     nothing that could be the reply came within the time-out, also not at the last attempt;
//   when only
//                    frames with foreign transaction ids came, the detail counts them
//   ModbusGarbage    what came is not Modbus or does not fit the request; also a reply that broke off
//   half-way: after
//                    it the bytes on this connection can't be told apart any more, so it isn't tried again
//   ModbusCloses     the peer closed the connection (before or while it was asked)
//   ModbusException  the unit answered with an exception: exceptionCode()
//   Internal         a range that can't be asked for; another read is running
#pragma once

#include "core/operation.h"
#include "protocol/modbusframe.h"

#include <QPointer>
#include <QTimer>

#include <chrono>
#include <optional>

namespace Sigen {

class ModbusReader;

struct ReadOptions
{
    ReadFunction function = ReadFunction::InputRegisters;
    /// Function 04 refused with exception 01 (illegal function) is asked again with 03, which serves the same
    /// registers.
    bool orHoldingRegisters = true;
    /// For each attempt, counted from the request; bytes that trickle in do not extend it.
    std::chrono::milliseconds replyTimeout{3000};
    int retries = 1; ///< after a time-out, each with a new transaction id and after a pause
};

class ReadRegisters : public Operation
{
    Q_OBJECT

public:
    ~ReadRegisters() override;

    UnitId unit() const { return m_unit; }
    RegisterRange range() const { return m_range; }
    /// The one that was asked with last: 03 when 04 was refused as illegal.
    ReadFunction function() const { return m_options.function; }

    /// After success: exactly range().count words. Else empty.
    const QList<quint16> &registers() const { return m_registers; }
    /// After ErrorCode::ModbusException, else 0.
    quint8 exceptionCode() const { return m_exceptionCode; }

protected:
    void run() override;
    void release() override;

private:
    friend class ModbusReader;
    ReadRegisters(ModbusReader *reader, UnitId unit, RegisterRange range, ReadOptions options);

    void attempt();
    void ask();
    void take(const QByteArray &bytes);
    void takeException(quint8 code);
    void connectionEnded(const Error &error);
    void timeOut();
    void stopWaiting();
    QString question() const;

    QPointer<ModbusReader> m_reader;
    UnitId m_unit;
    RegisterRange m_range;
    ReadOptions m_options;
    QTimer m_pause;
    QTimer m_replyTimer;
    std::optional<ReplyAssembler> m_assembler; ///< set while a reply is awaited
    QList<quint16> m_registers;
    qsizetype m_receivedBytes = 0;
    int m_attempts = 0;
    int m_skippedFrames = 0;
    quint8 m_exceptionCode = 0;
};

} // namespace Sigen
