// One read of registers from one unit, with its time-out and retries. Made by ModbusReader::read().
//
// Errors:
//   ModbusSilent     nothing came within the time-out, also not at the last attempt
//   ModbusLate       the right answer came, but after the time-out of its attempt, and none came in time
//   ModbusBusy       exception 05 or 06, also after busyRepeats more requests: exceptionCode()
//   ModbusOdd        Modbus, but nothing that answers: only frames with foreign transaction ids, fewer
//   registers
//                    than were asked for, another function, a reply that broke off half-way
//   ModbusGarbage    what came is not Modbus; the connection is closed
//   ModbusCloses     the peer closed the connection (before or while it was asked)
//   ModbusException  the unit answered with another exception: exceptionCode()
//   Internal         a range that can't be asked for; another read is running
#pragma once

#include "core/error.h"
#include "core/operation.h"
#include "protocol/modbusframe.h"
#include "protocol/replyassembler.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
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
    /// After the last attempt's time-out go on listening until three time-outs have passed since the first
    /// request, unless a late answer has come already. Attempts and listening run at the same time, so with
    /// one retry silence costs 9 s instead of 7.
    bool awaitLate = false;
};

/// The code that the detail of a ModbusException or ModbusBusy names; 0 when it names none.
quint8 exceptionCodeOf(const Error &error);
/// 0A and 0B come from a Modbus proxy, or another maker's gateway, that has no way to the unit (Modbus
/// Application Protocol V1.1b3, 7).
constexpr bool isProxyException(quint8 code)
{
    return code == 0x0A || code == 0x0B;
}

class ReadRegisters : public Operation
{
    Q_OBJECT

public:
    /// So often more is asked when the answer is "busy" (exception 05 or 06), whatever ReadOptions::retries
    /// says.
    static constexpr int busyRepeats = 3;
    /// How long an answer may take to come behind bytes that are not Modbus, where Modbus was never seen.
    static constexpr std::chrono::milliseconds strangerPatience{1000};

    ~ReadRegisters() override;

    UnitId unit() const { return m_unit; }
    RegisterRange range() const { return m_range; }
    /// The one that was asked with last: 03 when 04 was refused as illegal.
    ReadFunction function() const { return m_options.function; }

    /// After success: exactly range().count words. Else empty.
    const QList<quint16> &registers() const { return m_registers; }
    /// After ErrorCode::ModbusException or ModbusBusy, else 0.
    quint8 exceptionCode() const { return m_exceptionCode; }
    /// After success: what was odd about the reply, or around it since the last one.
    ReplyOddities oddities() const { return m_oddities; }

protected:
    void run() override;
    void release() override;

private:
    friend class ModbusReader;
    ReadRegisters(ModbusReader *reader, UnitId unit, RegisterRange range, ReadOptions options);

    // For the reader:
    /// Within its time-out.
    bool awaits(quint16 transaction) const { return m_awaited == transaction; }
    bool hasAsked(quint16 transaction) const { return m_transactions.contains(transaction); }
    void take(const ModbusReply &reply);
    void takeLate(const ModbusReply &reply);
    void bytesCame();
    void connectionEnded(const Error &error);

    void attempt();
    void ask();
    void succeedWith(const ModbusReply &reply);
    void takeException(quint8 code);
    void timeOut();
    void conclude();
    bool meetsStranger() const;
    QString question() const;

    QPointer<ModbusReader> m_reader;
    UnitId m_unit;
    RegisterRange m_range;
    ReadOptions m_options;
    QTimer m_pause; ///< before the next request
    QTimer m_replyTimer; ///< of an attempt, then of listening
    QTimer m_strangerTimer;
    QDeadlineTimer m_replyDeadline{QDeadlineTimer::Forever}; ///< of m_replyTimer
    QElapsedTimer m_sinceFirst; ///< request
    QList<quint16> m_transactions;
    std::optional<quint16> m_awaited;
    QList<quint16> m_registers;
    QString m_lateDetail; ///< empty: no late answer
    ReplyOddities m_oddities;
    int m_foreignBefore = 0; ///< frames that came before the question
    int m_brokenBefore = 0;
    int m_attempts = 0;
    int m_busyReplies = 0;
    quint8 m_exceptionCode = 0;
};

} // namespace Sigen
