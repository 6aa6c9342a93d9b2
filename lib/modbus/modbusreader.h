// Talks Modbus on one connection: one request at a time, reads only.
//
// Owns the connection. Keeps what outlives a single request: transaction ids, the pause after a time-out,
// bytes that came unasked, and why the connection can no longer be used. What it can send is what UnitId and
// ReadFunction allow: functions 03 and 04 to units 1–247; there is no way to hand it bytes.
#pragma once

#include "core/error.h"
#include "core/timeouts.h"
#include "core/trace.h"
#include "modbus/readregisters.h"
#include "modbus/tcpconnection.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>
#include <optional>

namespace Sigen {

class ModbusReader : public QObject
{
    Q_OBJECT

public:
    /// Rest after a time-out, before the same unit is asked again, and least distance between an unanswered
    /// request and the next one to another unit (vendor document V2.9).
    static constexpr std::chrono::milliseconds pauseAfterTimeout = Pacing{}.modbusPause;
    /// A reply has at most 260 bytes; a few late ones may come with it. Whoever sends more is not talking to
    /// us.
    static constexpr qsizetype maximumUnaskedBytes = 4096;

    /// Takes an open connection over. Rests for \a pause where the contract says pauseAfterTimeout.
    explicit ModbusReader(std::unique_ptr<TcpConnection> connection,
                          std::chrono::milliseconds pause = pauseAfterTimeout, QObject *parent = nullptr);
    /// As close().
    ~ModbusReader() override;

    /// A read, to be started by the caller. Started while another one of this reader runs, or after the
    /// reader is gone, it fails with ErrorCode::Internal.
    std::unique_ptr<ReadRegisters> read(UnitId unit, RegisterRange range, ReadOptions options = {});

    /// False once the connection was closed by either side, or when what came was not Modbus.
    bool isOpen() const { return !m_broken; }
    /// Closes the connection. A running read ends with ErrorCode::ModbusCloses.
    void close();

    /// Replies with a foreign transaction id that were skipped so far.
    int staleReplies() const { return m_staleReplies; }

Q_SIGNALS:
    /// Each request, and what was received, piece by piece as it came.
    void traced(const Sigen::TraceEntry &entry);

private:
    friend class ReadRegisters;

    // For the running read:
    const std::optional<Error> &broken() const { return m_broken; }
    bool claim(ReadRegisters *read);
    void yield(ReadRegisters *read);
    std::chrono::milliseconds pauseBefore(UnitId unit) const;
    quint16 nextTransaction();
    QByteArray takeUnasked();
    void send(const ReadRequest &request);
    void noteTimeout(UnitId unit);
    void noteStaleReplies(int count) { m_staleReplies += count; }
    QString peer() const { return m_connection->peer(); }
    /// What came is not Modbus: the connection is of no use any more. Returns the error to report.
    Error giveUpAsGarbage(const QString &detail);

    void onReceived(const QByteArray &bytes);
    void onClosed(const QString &detail);
    void trace(TraceEntry::Direction direction, const QByteArray &bytes);

    std::unique_ptr<TcpConnection> m_connection;
    const std::chrono::milliseconds m_pause;
    QPointer<ReadRegisters> m_current;
    QByteArray m_unasked; ///< came while no read was waiting
    std::optional<Error> m_broken;
    std::optional<UnitId> m_silentUnit;
    QDeadlineTimer m_pauseSameUnit{0};
    QDeadlineTimer m_pauseOtherUnits{0};
    QDeadlineTimer m_afterLastRequest{0};
    quint16 m_transaction = 0;
    int m_staleReplies = 0;
};

} // namespace Sigen
