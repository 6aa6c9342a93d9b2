#include "discovery/portsweep.h"

#include "core/logging.h"
#include "network/ipv4network.h"

#include <QPointer>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace Sigen {

namespace {

constexpr int reviewIntervalMs = 10;
/// About what it takes to begin the hosts of a /24.
constexpr qint64 burstTime = 120;
/// When a review comes this late, answers that are here already may not have had their turn: they go first,
/// once, since a slow computer is always late.
constexpr qint64 lateReview = 30;
/// An error of the network that comes at once is about the route, not about the host.
constexpr qint64 immediate = 200;
/// Counted as not asked, in one turn.
constexpr int countedInOneTurn = 20000;
/// Longer than a silent host can take; a loss before that must not slow down the rest of a large scan.
constexpr qint64 lossMemory = 10000;
/// Beyond that, twice the time for each silent address is minutes.
constexpr quint64 addressesWithPatience = 1024;

} // namespace

PortSweep::PortSweep(AddressSequence addresses, Ports ports, int socketLimit, Surroundings surroundings,
                     QObject *parent)
    : QObject(parent)
    , m_addresses(std::move(addresses))
    , m_ports(ports)
    , m_pace(socketLimit)
    , m_surroundings(std::move(surroundings))
    , m_isSmall(m_addresses.size() <= addressesWithPatience)
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
    m_pace.beginTurn(now());
    const QPointer<PortSweep> self(this);
    reviewTargets();
    if (!self || m_stopped)
        return;
    if (m_givingUp)
        giveUp();
    else
        beginTargets();
    if (!self || m_stopped)
        return;
    if (m_exhausted && m_targets.empty()) {
        stop();
        Q_EMIT finished();
    }
}

void PortSweep::reviewTargets()
{
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
}

bool PortSweep::isTurnUsed()
{
    if (!m_pace.isTurnUsed())
        return false;
    workSoon();
    return true;
}

void PortSweep::beginTargets()
{
    const QPointer<PortSweep> self(this);
    while (!m_exhausted) {
        if (!m_pace.canBegin(now()) || isTurnUsed())
            return;
        const std::optional<quint32> address = m_addresses.next();
        m_exhausted = !address;
        if (!address)
            return;
        m_pace.noteBegun();
        m_lastBegun = now();
        auto target = std::make_unique<SweepTarget>(*address, m_lastBegun);
        review(*m_targets.insert_or_assign(*address, std::move(target)).first->second);
        if (!self || m_stopped)
            return;
    }
}

void PortSweep::review(SweepTarget &target)
{
    const qint64 age = now() - target.begun;
    target.facts.youngerBy = std::clamp(m_lastBegun - target.begun, qint64{0}, burstTime);
    learnMac(target, age);
    const SweepSchedule::Decision decision = SweepSchedule::decide(target.facts, assumedLoss(), age);
    const bool wantsMore = std::any_of(decision.attempt.begin(), decision.attempt.end(), std::identity());
    target.wasKept = target.wasKept || m_givingUp
        || ((wantsMore || decision.done) && !m_surroundings.isAttached(target.address));
    if (decision.done || target.wasKept) {
        endTarget(target.address);
        return;
    }
    for (std::size_t index = 0; index < SweepSchedule::portCount; ++index) {
        if (decision.abandon)
            drop(target, index);
        // Where sockets are few, hosts that wait for each other's would wait for ever: one's own is closed.
        if (decision.attempt[index] && m_pace.canAttempt(target.count(index) > 0, now()) && !isTurnUsed())
            attempt(target, index, decision.beside && m_pace.canAttempt(false, now()));
    }
}

/// Whoever answered is known without it.
void PortSweep::learnMac(SweepTarget &target, qint64 age)
{
    const bool isWorthIt = age >= SweepSchedule::knownRetry || m_loss.level() >= LossWatch::Level::Suspected;
    if (!isWorthIt || target.facts.firstAnswer || target.facts.vendorMac)
        return;
    const MacKnowledge mac = m_surroundings.mac(target.address);
    target.facts.hasMac = mac != MacKnowledge::None;
    target.facts.vendorMac = mac == MacKnowledge::Vendor;
}

void PortSweep::attempt(SweepTarget &target, std::size_t index, bool beside)
{
    if (!beside)
        drop(target, index);
    SweepSchedule::PortFacts &facts = target.facts.ports[index];
    ++facts.attempts;
    facts.lastAttempt = now() - target.begun;
    TcpConnection *const connection = target.add(index, portNumber(index));
    m_pace.noteOpened();
    const quint32 address = target.address;
    connect(connection, &TcpConnection::connected, this,
            [=, this] { answered(address, index, connection, true); });
    connect(connection, &TcpConnection::failed, this,
            [=, this](TcpConnection::Failure kind, const QString &detail) {
                attemptFailed(address, index, connection, kind, detail);
            });
    connection->open();
}

SweepTarget *PortSweep::targetAt(quint32 address) const
{
    const auto found = m_targets.find(address);
    return found == m_targets.end() ? nullptr : found->second.get();
}

void PortSweep::answered(quint32 address, std::size_t index, TcpConnection *made, bool open)
{
    SweepTarget *const target = targetAt(address);
    std::unique_ptr<TcpConnection> connection = target ? target->take(index, made) : nullptr;
    if (!connection)
        return;
    connection->disconnect(this);
    m_pace.noteClosed(1);
    drop(*target, index); // those beside it
    m_pace.noteAsked();
    const double tookMs = std::chrono::duration<double, std::milli>(connection->answerTime()).count();
    noteAnswer(*target, index, static_cast<qint64>(tookMs));
    if (open)
        m_offered = std::move(connection);
    const QPointer<PortSweep> self(this);
    Q_EMIT portAnswered(address, index == 0 ? SweepPort::WebSocket : SweepPort::Modbus, open, tookMs);
    if (!self || m_stopped)
        return;
    m_offered.reset();
    // On Windows timers come after socket events: where these never end, the work must go on all the same.
    if (now() - m_lastWork > lateReview)
        workSoon();
    if (SweepTarget *const still = targetAt(address))
        review(*still);
}

void PortSweep::noteAnswer(SweepTarget &target, std::size_t index, qint64 took)
{
    SweepSchedule::HostFacts &facts = target.facts;
    SweepSchedule::PortFacts &port = facts.ports[index];
    port.settled = true;
    m_loss.noteAnswer();
    if (SweepSchedule::provesLoss(port.attempts, port.lastAttempt, took, facts.firstAnswer))
        m_loss.noteLoss();
    facts.answerTime = facts.firstAnswer ? std::min(facts.answerTime, took) : took;
    if (facts.firstAnswer)
        return;
    facts.firstAnswer = now() - target.begun;
    m_loss.noteHost(port.lastAttempt + took >= SweepSchedule::systemRetry);
}

void PortSweep::attemptFailed(quint32 address, std::size_t index, TcpConnection *connection,
                              TcpConnection::Failure kind, const QString &detail)
{
    if (kind == TcpConnection::Failure::Refused) {
        answered(address, index, connection, false);
        return;
    }
    SweepTarget *const target = targetAt(address);
    const std::unique_ptr<TcpConnection> failed = target ? target->take(index, connection) : nullptr;
    if (!failed)
        return;
    m_pace.noteClosed(1);
    SweepSchedule::PortFacts &facts = target->facts.ports[index];
    switch (kind) {
    case TcpConnection::Failure::LocalProblem:
        noSocket(*target, index, detail);
        return;
    case TcpConnection::Failure::Unreachable:
        facts.settled = failed->neverLeft() || now() - target->begun - facts.lastAttempt < immediate;
        target->wasKept = target->wasKept || failed->neverLeft();
        break;
    case TcpConnection::Failure::Refused:
    case TcpConnection::Failure::TimedOut:
        break; // another attempt may be due later
    }
    review(*target);
}

/// Nothing was sent: the schedule asks again when sockets may be there.
void PortSweep::noSocket(SweepTarget &target, std::size_t index, const QString &detail)
{
    std::array<SweepSchedule::PortFacts, SweepSchedule::portCount> &ports = target.facts.ports;
    --ports[index].attempts;
    if (std::all_of(ports.begin(), ports.end(), [](const auto &port) { return port.attempts == 0; }))
        target.begun = now();
    qCDebug(logNetwork) << "no socket for" << ipv4Text(target.address) << detail;
    if (m_pace.noteRefused(now()))
        return;
    m_lacksSockets = true;
    m_givingUp = true;
    workSoon();
}

/// The targets in work end in their reviews; here go the addresses that were not begun.
void PortSweep::giveUp()
{
    for (int count = 0; count < countedInOneTurn && !m_exhausted; ++count) {
        const std::optional<quint32> address = m_addresses.next();
        m_exhausted = !address;
        if (address) {
            m_notAsked.add(*address);
            ++m_done;
        }
    }
    workSoon();
}

void PortSweep::endTarget(quint32 address)
{
    SweepTarget &target = *targetAt(address);
    m_pace.noteClosed(target.dropAll());
    if (target.wasKept && !target.facts.firstAnswer)
        m_notAsked.add(address);
    else
        m_pace.noteAsked();
    m_targets.erase(address);
    ++m_done;
    if (m_targets.empty() || !m_exhausted)
        workSoon();
    Q_EMIT addressDone(address);
}

/// Few answers can't tell that nothing gets lost: in a small network a silent host is then given the time in
/// which the system repeats its requests, a second's wait for one gateway in thirty.
LossWatch::Level PortSweep::assumedLoss() const
{
    const LossWatch::Level level = m_loss.level();
    return m_isSmall && level == LossWatch::Level::Unknown ? LossWatch::Level::Suspected : level;
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
