#include "diagnosis/linktest.h"

#include "modbus/identityrules.h"
#include "modbus/modbusreader.h"
#include "network/portprobe.h"

#include <QDateTime>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace Sigen {

using namespace std::chrono_literals;

/// What every firmware has, in reads that differ: a late answer names its question.
static constexpr RegisterRange plantRanges[] = {
    IdentityRules::plantHead, IdentityRules::plantRunningState, {30014, 1}, {30003, 1}};
static constexpr RegisterRange deviceRanges[] = {{30500, 15}, {30515, 10}, {30540, 2}, {30578, 1}};

static constexpr int mostWaits = 3;

qint64 clockDifference(qint64 epoch, int zoneMinutes, qint64 now)
{
    const qint64 asUtc = now - epoch;
    const qint64 asLocal = asUtc + qint64{zoneMinutes} * 60;
    return std::abs(asUtc) <= std::abs(asLocal) ? asUtc : asLocal;
}

LinkTest::LinkTest(const QHostAddress &address, quint16 port, UnitId unit, ReadFunction function, int reads,
                   Timeouts timeouts, QObject *parent)
    : Operation(noDeadline, parent)
    , m_address(address)
    , m_port(port)
    , m_unit(unit)
    , m_function(function)
    , m_count(std::max(1, reads))
    , m_timeouts(timeouts)
{
    m_turn.setSingleShot(true);
    m_turn.setTimerType(Qt::PreciseTimer);
    connect(&m_turn, &QTimer::timeout, this, &LinkTest::turn);
}

LinkTest::~LinkTest() = default;

void LinkTest::run()
{
    turn();
}

void LinkTest::release()
{
    m_turn.stop();
    m_reader.reset();
}

void LinkTest::turn()
{
    if (m_finding.reads.size() == m_count)
        return succeed();
    m_sinceTurn.start();
    if (m_reader && m_reader->isOpen())
        ask();
    else
        connectAgain();
}

void LinkTest::connectAgain()
{
    if (m_reader)
        m_staleBefore += m_reader->staleReplies();
    m_reader.reset();
    m_pending.clear(); // their answers would have come on the old connection
    runStep(
        std::make_unique<PortProbe>(m_address, m_port, std::min(m_timeouts.connect, 2 * LinkFinding::inTime)),
        [this](PortProbe &probe) {
            std::unique_ptr<TcpConnection> connection = probe.takeConnection();
            if (!connection)
                return ended({LinkRead::End::Lost, 0});
            if (!m_finding.reads.isEmpty())
                ++m_finding.reconnects;
            m_reader = std::make_unique<ModbusReader>(std::move(connection), m_timeouts.pacing.modbusPause);
            connect(m_reader.get(), &ModbusReader::traced, this, &LinkTest::traced);
            connect(m_reader.get(), &ModbusReader::lateReply, this,
                    [this](UnitId, RegisterRange range) { takeLate(range); });
            ask();
        });
}

RegisterRange LinkTest::nextRange() const
{
    const auto index = static_cast<std::size_t>(m_finding.reads.size()) % std::size(plantRanges);
    return m_unit.isPlant() ? plantRanges[index] : deviceRanges[index];
}

void LinkTest::ask()
{
    ReadOptions options;
    options.function = m_function;
    options.replyTimeout = LinkFinding::inTime;
    options.retries = 0;
    m_sinceAsked.start();
    runStep(m_reader->read(m_unit, nextRange(), options), [this](const ReadRegisters &read) { take(read); });
}

void LinkTest::take(const ReadRegisters &read)
{
    noteStale();
    const double ms = double(m_sinceAsked.nsecsElapsed()) / 1e6;
    switch (read.error().code) {
    case ErrorCode::None:
        if (m_finding.reads.isEmpty() && m_unit.isPlant())
            takeClock(read.registers());
        return ended({LinkRead::End::Answered, ms});
    case ErrorCode::ModbusException: // an answer all the same
    case ErrorCode::ModbusBusy:
        return ended({LinkRead::End::Answered, ms});
    case ErrorCode::ModbusSilent:
        m_pending.append({m_finding.reads.size(), read.range(), m_sinceAsked});
        return ended({LinkRead::End::Lost, 0});
    default:
        if (!waitForPlace())
            ended({LinkRead::End::Lost, 0});
        return;
    }
}

/// A server that serves one client frees its place only a moment after the last one, ourselves, has gone.
bool LinkTest::waitForPlace()
{
    if (!m_finding.reads.isEmpty() || m_waits == mostWaits)
        return false;
    ++m_waits;
    m_turn.start(m_timeouts.pacing.retry);
    return true;
}

void LinkTest::takeLate(RegisterRange range)
{
    const auto found = std::find_if(m_pending.cbegin(), m_pending.cend(),
                                    [range](const Pending &each) { return each.range == range; });
    if (found == m_pending.cend())
        return;
    m_finding.reads[found->index] = {LinkRead::End::Late, double(found->since.nsecsElapsed()) / 1e6};
    m_pending.erase(found);
    noteStale();
    if (m_listening && m_pending.isEmpty())
        succeed();
}

/// What came late has been counted already.
void LinkTest::noteStale()
{
    const int skipped = m_staleBefore + (m_reader ? m_reader->staleReplies() : 0);
    m_finding.stale = std::max(0, skipped - m_finding.late());
}

void LinkTest::takeClock(const QList<quint16> &words)
{
    const qint64 epoch = qint64{words.at(0)} << 16 | words.at(1);
    const int zone = static_cast<qint16>(words.at(2));
    m_clockBehind = clockDifference(epoch, zone, QDateTime::currentSecsSinceEpoch());
}

void LinkTest::ended(LinkRead read)
{
    m_finding.reads.append(read);
    Q_EMIT readEnded(int(m_finding.reads.size()), m_count);
    if (hasEnded())
        return;
    if (m_finding.reads.size() == m_count)
        return listenToTheEnd();
    const auto spent = std::chrono::milliseconds(m_sinceTurn.elapsed());
    const std::chrono::milliseconds rest =
        read.end == LinkRead::End::Answered ? LinkFinding::inTime - spent : m_timeouts.pacing.modbusPause;
    m_turn.start(std::max(0ms, rest));
}

void LinkTest::listenToTheEnd()
{
    m_listening = true;
    if (m_pending.isEmpty() || !m_reader || !m_reader->isOpen())
        return succeed();
    m_turn.start(std::max(0ms, m_timeouts.modbusReply - LinkFinding::inTime));
}

} // namespace Sigen
