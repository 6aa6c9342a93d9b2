// Talks Modbus on one connection: one request at a time, reads only.
//
// Owns the connection. Keeps what outlives a single request: transaction ids, the requests that nobody has
// answered yet, what arrived, the pause after a time-out, and why the connection can no longer be used. What
// it can send is what UnitId and ReadFunction allow: functions 03 and 04 to units 1–247; there is no way to
// hand it bytes.
#pragma once

#include "core/error.h"
#include "core/timeouts.h"
#include "core/trace.h"
#include "modbus/readregisters.h"
#include "network/tcpconnection.h"
#include "protocol/replyassembler.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QHash>
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
    /// request and the next one to another unit (vendor document V2.9); also before a question that was
    /// answered with "busy" is repeated.
    static constexpr std::chrono::milliseconds pauseAfterTimeout = Pacing{}.modbusPause;
    /// A reply has at most 260 bytes; late ones may come with it. Whoever sends more between a question and
    /// its answer is not talking to us.
    static constexpr qsizetype maximumBytes = 16384;
    /// Most of them that a trace shows; it says what it leaves out.
    static constexpr qsizetype maximumTracedBytes = 4096;

    /// Takes an open connection over. Rests for \a pause where the contract says pauseAfterTimeout.
    explicit ModbusReader(std::unique_ptr<TcpConnection> connection,
                          std::chrono::milliseconds pause = pauseAfterTimeout, QObject *parent = nullptr);
    /// As close().
    ~ModbusReader() override;

    /// A read, to be started by the caller. Started while another one of this reader runs, or after the
    /// reader is gone, it fails with ErrorCode::Internal.
    std::unique_ptr<ReadRegisters> read(UnitId unit, RegisterRange range, ReadOptions options = {});

    /// False once the connection was closed by either side, when what came was not Modbus, or too much came.
    bool isOpen() const { return !m_broken; }
    /// Closes the connection. A running read ends with ErrorCode::ModbusCloses.
    void close();

    /// Replies that were skipped so far: late ones, copies, and those with a foreign transaction id.
    int staleReplies() const { return m_staleReplies; }
    /// All that was odd so far about answers that could be used; bytes behind the last one count as well.
    ReplyOddities oddities() const;

Q_SIGNALS:
    /// The right answer to a request whose time-out was over, also while that read is still trying again. Not
    /// for exceptions.
    void lateReply(Sigen::UnitId unit, Sigen::RegisterRange range, const QList<quint16> &registers);
    /// The same for an exception.
    void lateException(Sigen::UnitId unit, quint8 code);
    /// Each request, and what was received, piece by piece as it came.
    void traced(const Sigen::TraceEntry &entry);

private:
    friend class ReadRegisters;

    // For the running read:
    const std::optional<Error> &broken() const { return m_broken; }
    bool claim(ReadRegisters *read);
    void yield(ReadRegisters *read);
    std::chrono::milliseconds pauseBefore(UnitId unit) const;
    std::chrono::milliseconds pause() const { return m_pause; }
    quint16 nextTransaction() const;
    void send(const ReadRequest &request);
    void noteTimeout(UnitId unit);
    void noteOddities(ReplyOddities oddities) { m_oddities |= oddities; }
    const ReplyAssembler &assembler() const { return m_assembler; }
    /// A whole frame came on this connection, whatever its number: the peer speaks Modbus.
    bool speaksModbus() const { return m_speaksModbus; }
    /// Frames since the last read ended: with a number that we have not used (for that question), and all
    /// that nobody waits for.
    int foreignFrames() const { return m_foreignFrames; }
    int skippedFrames() const { return m_skippedFrames; }
    /// Bytes since the last read ended that belong to no frame, or to an unfinished one that nobody waits
    /// for.
    bool hasStrayBytes() const;
    QString peer() const { return m_connection->peer(); }
    /// What came is of no use, nor is the connection any more. Returns the error to report: ModbusOdd when
    /// the peer speaks Modbus all the same, else ModbusGarbage.
    Error giveUp(const QString &detail);

    void onReceived(const QByteArray &bytes);
    void dispatch(const ModbusReply &reply);
    bool isForeign(const ModbusReply &reply) const;
    void onClosed(const QString &detail);
    void trace(TraceEntry::Direction direction, const QByteArray &bytes);

    std::unique_ptr<TcpConnection> m_connection;
    const std::chrono::milliseconds m_pause;
    QPointer<ReadRegisters> m_current;
    ReplyAssembler m_assembler;
    QHash<quint16, ReadRequest> m_asked; ///< everything, answered or not
    std::optional<Error> m_broken;
    std::optional<UnitId> m_silentUnit;
    QDeadlineTimer m_pauseSameUnit{0};
    QDeadlineTimer m_pauseOtherUnits{0};
    QDeadlineTimer m_afterLastRequest{0};
    ReplyOddities m_oddities;
    qsizetype m_receivedBytes = 0; ///< since the last question
    qsizetype m_strayBytesNoted = 0; ///< of those of the assembler
    quint16 m_transaction = 0;
    int m_staleReplies = 0;
    int m_foreignFrames = 0;
    int m_skippedFrames = 0;
    bool m_speaksModbus = false;
};

} // namespace Sigen
