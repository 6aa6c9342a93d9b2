// How steadily a plant answers: small reads on one connection, one a second, and what became of each. The
// first one also brings the plant's clock.
//
// A read that is not answered within LinkFinding::inTime is let go, but listened for: its answer may still
// come, late. After it the device gets the rest that the vendor asks for, so that it costs two turns.
#pragma once

#include "core/operation.h"
#include "core/timeouts.h"
#include "core/trace.h"
#include "diagnosis/evidence.h"
#include "network/tcpconnection.h"
#include "protocol/modbusframe.h"
#include "protocol/registertable.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>
#include <optional>

namespace Sigen {

class ModbusReader;
class ReadRegisters;

class LinkTest : public Operation
{
    Q_OBJECT

public:
    /// Of the plant, or of one device where the plant's unit does not answer. \a reads at least 1. Ends as a
    /// success whatever it finds; by cancel() with what it has.
    LinkTest(const QHostAddress &address, quint16 port, UnitId unit, ReadFunction function, int reads,
             Timeouts timeouts, QObject *parent = nullptr);
    ~LinkTest() override;

    const LinkFinding &finding() const { return m_finding; }
    /// Of the plant's clock against this computer's, in seconds: whichever of UTC and the plant's local time
    /// fits better, since both have been seen. Empty: not read.
    std::optional<qint64> clockBehind() const { return m_clockBehind; }

Q_SIGNALS:
    void readEnded(int done, int total);
    void traced(const Sigen::TraceEntry &entry);

protected:
    void run() override;
    void release() override;

private:
    struct Pending
    {
        qsizetype index; ///< in the finding
        RegisterRange range;
        QElapsedTimer since;
    };

    void turn();
    void connectAgain();
    void ask();
    void take(const ReadRegisters &read);
    void takeLate(RegisterRange range);
    void noteStale();
    void takeClock(const QList<quint16> &words);
    void ended(LinkRead read);
    bool waitForPlace();
    void listenToTheEnd();
    RegisterRange nextRange() const;

    QHostAddress m_address;
    quint16 m_port;
    UnitId m_unit;
    ReadFunction m_function;
    int m_count;
    Timeouts m_timeouts;
    std::unique_ptr<ModbusReader> m_reader;
    QTimer m_turn;
    QElapsedTimer m_sinceTurn;
    QElapsedTimer m_sinceAsked;
    QList<Pending> m_pending; ///< let go, not answered yet
    LinkFinding m_finding;
    int m_staleBefore = 0; ///< of connections that have ended
    int m_waits = 0; ///< for a place, before the first read
    bool m_listening = false;
    std::optional<qint64> m_clockBehind;
};

/// How far \a epoch, as a plant gives it in UTC or in its local time, is behind \a now; both in seconds.
/// Pure.
qint64 clockDifference(qint64 epoch, int zoneMinutes, qint64 now);

} // namespace Sigen
