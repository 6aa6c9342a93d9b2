#include "discovery/portsweep.h"

#include "core/logging.h"
#include "network/ipv4network.h"

#include <QPointer>

#include <algorithm>
#include <utility>
#include <vector>

namespace Sigen {

namespace {

constexpr int reviewIntervalMs = 10;
/// Sockets are opened in small portions, so that answers are dealt with in between.
constexpr int portion = 12;
/// Linux keeps an address that does not answer in its neighbour table for three seconds and more, and has
/// room for 1,024 by default: 256 at once and then 240 a second stay below that.
constexpr double burst = 256;
constexpr double addressesPerMs = 0.24;
/// About what it takes to begin the hosts of a /24.
constexpr qint64 burstTime = 120;
/// When a review comes this late, answers that are here already may not have had their turn: they go first,
/// once, since a slow computer is always late.
constexpr qint64 lateReview = 30;
/// An error of the network that comes at once is about the route, not about the host.
constexpr qint64 immediate = 200;
constexpr int localProblemsUntilGivingUp = 50;
/// Longer than a silent host can take; a loss before that must not slow down the rest of a large scan.
constexpr qint64 lossMemory = 10000;

} // namespace

PortSweep::PortSweep(AddressSequence addresses, Ports ports, int socketLimit,
                     std::function<bool(quint32)> isVendor, QObject *parent)
    : QObject(parent)
    , m_addresses(std::move(addresses))
    , m_ports(ports)
    , m_socketLimit(std::max(socketLimit, int(SweepSchedule::portCount)))
    , m_isVendor(std::move(isVendor))
    , m_allowance(burst)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(reviewIntervalMs);
    connect(&m_timer, &QTimer::timeout, this, &PortSweep::work);
}

PortSweep::~PortSweep() = default;

void PortSweep::start()
{
    m_clock.start();
    m_timer.start();
    work();
}

void PortSweep::stop()
{
    m_stopped = true;
    m_timer.stop();
    m_targets.clear();
    m_offered.reset();
    m_connecting = 0;
}

std::unique_ptr<TcpConnection> PortSweep::takeConnection()
{
    return std::move(m_offered);
}

void PortSweep::work()
{
    m_workPosted = false;
    if (m_stopped)
        return;
    const qint64 lateness = now() - m_lastWork;
    m_lastWork = now();
    m_letAnswersPass = lateness > lateReview && !m_targets.empty() && !m_letAnswersPass;
    if (m_letAnswersPass)
        return; // the timer comes again
    if (now() - m_lossSince > lossMemory) {
        m_loss = {};
        m_lossSince = now();
    }
    const QPointer<PortSweep> self(this);
    std::vector<quint32> addresses; // a review may end targets, and slots may stop us
    addresses.reserve(m_targets.size());
    for (const auto &[address, target] : m_targets)
        addresses.push_back(address);
    for (const quint32 address : addresses) {
        const auto found = m_targets.find(address);
        if (found != m_targets.end())
            review(*found->second);
        if (!self || m_stopped)
            return;
    }
    beginTargets();
    if (m_exhausted && m_targets.empty()) {
        stop();
        Q_EMIT finished();
    }
}

void PortSweep::beginTargets()
{
    refillAllowance();
    for (int begun = 0; !m_exhausted; ++begun) {
        if (m_allowance < 1 || m_connecting + int(SweepSchedule::portCount) > m_socketLimit)
            return;
        if (begun == portion) {
            workSoon();
            return;
        }
        const std::optional<quint32> address = m_addresses.next();
        m_exhausted = !address;
        if (address)
            begin(*address);
    }
}

void PortSweep::begin(quint32 address)
{
    m_allowance -= 1;
    auto target = std::make_unique<Target>();
    target->address = address;
    target->begun = m_lastBegun = now();
    Target &begun = *m_targets.insert_or_assign(address, std::move(target)).first->second;
    for (std::size_t index = 0; index < SweepSchedule::portCount; ++index)
        attempt(begun, index);
}

void PortSweep::review(Target &target)
{
    const qint64 age = now() - target.begun;
    target.facts.youngerBy = std::clamp(m_lastBegun - target.begun, qint64{0}, burstTime);
    if (age >= SweepSchedule::knownRetry && !target.facts.firstAnswer && !target.facts.vendorMac)
        target.facts.vendorMac = m_isVendor(target.address);
    const SweepSchedule::Decision decision = SweepSchedule::decide(target.facts, m_loss.level(), age);
    target.facts.keptAttempt = target.facts.keptAttempt || decision.keepAttempt;
    if (decision.done) {
        endTarget(target.address);
        return;
    }
    for (std::size_t index = 0; index < SweepSchedule::portCount; ++index) {
        if (decision.abandon)
            drop(target, index);
        const bool hasSocket = target.connections[index] != nullptr;
        if (decision.attempt[index] && (hasSocket || m_connecting < m_socketLimit))
            attempt(target, index);
    }
}

void PortSweep::attempt(Target &target, std::size_t index)
{
    drop(target, index);
    SweepSchedule::PortFacts &facts = target.facts.ports[index];
    ++facts.attempts;
    facts.lastAttempt = now() - target.begun;
    auto connection = std::make_unique<TcpConnection>(QHostAddress(target.address), portNumber(index));
    const quint32 address = target.address;
    connect(connection.get(), &TcpConnection::connected, this, [=, this] { answered(address, index, true); });
    connect(connection.get(), &TcpConnection::failed, this,
            [=, this](TcpConnection::Failure kind, const QString &detail) {
                attemptFailed(address, index, kind, detail);
            });
    connection->open();
    target.connections[index] = std::move(connection);
    ++m_connecting;
}

void PortSweep::drop(Target &target, std::size_t index)
{
    if (!target.connections[index])
        return;
    target.connections[index].reset();
    --m_connecting;
}

PortSweep::Target *PortSweep::targetAt(quint32 address) const
{
    const auto found = m_targets.find(address);
    return found == m_targets.end() ? nullptr : found->second.get();
}

void PortSweep::answered(quint32 address, std::size_t index, bool open)
{
    Target *const target = targetAt(address);
    if (!target || !target->connections[index])
        return;
    std::unique_ptr<TcpConnection> connection = std::move(target->connections[index]);
    connection->disconnect(this);
    --m_connecting;
    m_localProblems = 0;
    const double tookMs = std::chrono::duration<double, std::milli>(connection->answerTime()).count();
    noteAnswer(*target, index, static_cast<qint64>(tookMs));
    if (open)
        m_offered = std::move(connection);
    const QPointer<PortSweep> self(this);
    Q_EMIT portAnswered(address, index == 0 ? SweepPort::WebSocket : SweepPort::Modbus, open, tookMs);
    if (!self || m_stopped)
        return;
    m_offered.reset();
    review(*target);
}

void PortSweep::noteAnswer(Target &target, std::size_t index, qint64 took)
{
    SweepSchedule::HostFacts &facts = target.facts;
    SweepSchedule::PortFacts &port = facts.ports[index];
    port.settled = true;
    m_loss.noteAnswer();
    if (SweepSchedule::provesLoss(port.attempts, port.lastAttempt, took, facts.firstAnswer))
        m_loss.noteLoss();
    facts.answerTime = facts.firstAnswer ? std::min(facts.answerTime, took) : took;
    if (!facts.firstAnswer)
        facts.firstAnswer = now() - target.begun;
}

void PortSweep::attemptFailed(quint32 address, std::size_t index, TcpConnection::Failure kind,
                              const QString &detail)
{
    Target *const target = targetAt(address);
    if (!target)
        return;
    SweepSchedule::PortFacts &facts = target->facts.ports[index];
    switch (kind) {
    case TcpConnection::Failure::Refused:
        answered(address, index, false);
        return;
    case TcpConnection::Failure::Unreachable:
        facts.settled = now() - target->begun - facts.lastAttempt < immediate;
        break;
    case TcpConnection::Failure::TimedOut:
        break; // another attempt may be due later
    case TcpConnection::Failure::LocalProblem:
        noSocket(*target, index, detail);
        return;
    }
    drop(*target, index);
    review(*target);
}

void PortSweep::noSocket(Target &target, std::size_t index, const QString &detail)
{
    drop(target, index);
    std::array<SweepSchedule::PortFacts, SweepSchedule::portCount> &ports = target.facts.ports;
    --ports[index].attempts; // nothing was sent
    if (std::all_of(ports.begin(), ports.end(), [](const auto &port) { return port.attempts == 0; }))
        target.begun = now();
    qCDebug(logNetwork) << "no socket for" << ipv4Text(target.address) << detail;
    // What is in use is what this computer gives; the schedule asks again.
    m_socketLimit = std::max(int(SweepSchedule::portCount), std::min(m_socketLimit, m_connecting));
    if (++m_localProblems < localProblemsUntilGivingUp || m_connecting > 0)
        return;
    stop();
    Q_EMIT failed(detail);
}

void PortSweep::endTarget(quint32 address)
{
    Target *const target = targetAt(address);
    for (std::size_t index = 0; index < SweepSchedule::portCount; ++index)
        drop(*target, index);
    m_targets.erase(address);
    ++m_done;
    if (m_targets.empty() || !m_exhausted)
        workSoon();
    Q_EMIT addressDone(address);
}

void PortSweep::refillAllowance()
{
    const qint64 time = now();
    m_allowance = std::min(burst, m_allowance + double(time - m_lastRefill) * addressesPerMs);
    m_lastRefill = time;
}

void PortSweep::workSoon()
{
    if (m_workPosted)
        return;
    m_workPosted = true;
    QMetaObject::invokeMethod(this, &PortSweep::work, Qt::QueuedConnection);
}

quint16 PortSweep::portNumber(std::size_t index) const
{
    return index == 0 ? m_ports.webSocket : m_ports.modbus;
}

} // namespace Sigen
