#include "keeping/await.h"

#include "network/vendorblocks.h"

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

/// Besides the chosen host's. More would exceed the connections a second that WatchPacing promises.
static constexpr int verificationsAtATime = 2;
/// So that they don't: between two tries of a verification.
static constexpr milliseconds verificationRetry{1000};
static constexpr int neighboursOldAfterMs = 1000;

Await::Await(AwaitRequest request, milliseconds deadline, QObject *parent)
    : Operation(deadline, parent)
    , m_request(std::move(request))
    , m_neighbours(m_request.neighbours)
{
    m_result.host = m_request.watch.host;
    Pacing &pacing = m_request.timeouts.pacing;
    pacing.retry = std::max(pacing.retry, std::min(verificationRetry, m_request.watch.pacing.chosen));
}

Await::~Await() = default;

void Await::run()
{
    m_watch = std::make_unique<PortWatch>(m_request.watch, noDeadline);
    connect(m_watch.get(), &PortWatch::opened, this, &Await::opened);
    connect(m_watch.get(), &Operation::finished, this, [this] {
        if (!m_isOverdue)
            finish(Outcome::Failed, m_watch->error());
    });
    m_watch->start();
}

void Await::release()
{
    // We may stand in a signal of one of them.
    if (m_watch) {
        m_watch->disconnect(this);
        m_watch->cancel();
    }
    for (const auto &each : m_candidates) {
        if (each->verification) {
            each->verification->disconnect(this);
            each->verification->cancel();
        }
    }
}

void Await::cancelRequested()
{
    finish(Outcome::Cancelled, {ErrorCode::Cancelled, m_request.watch.host, {}});
}

// --- what appears

void Await::opened(const WatchedPort &port)
{
    auto candidate = std::make_unique<Candidate>();
    candidate->isChosen = port.isChosen;
    DiscoveredHost &host = candidate->host;
    host.address = port.address;
    host.modbusPort = m_request.watch.port;
    host.modbus = ServiceState::Open;
    if (port.address.protocol() == QAbstractSocket::IPv4Protocol)
        host.mac = m_neighbours.mac(port.address.toIPv4Address(), neighboursOldAfterMs);
    candidate->hasVendorMac = isVendorMac(host.mac);
    host.kind = hostKind(host);
    const DiscoveredHost seen = host;
    m_candidates.push_back(std::move(candidate));
    Q_EMIT appeared(seen);
    if (!hasEnded())
        verifyNext();
}

/// The chosen host at once, then those whose MAC address is the vendor's.
void Await::verifyNext()
{
    int others = 0;
    for (const auto &each : m_candidates)
        others += each->verification && !each->isChosen ? 1 : 0;
    for (const auto &each : m_candidates) {
        if (each->isChosen && !each->verification)
            verify(*each);
    }
    for (const bool vendor : {true, false}) {
        for (const auto &each : m_candidates) {
            if (others < verificationsAtATime && !each->verification && each->hasVendorMac == vendor) {
                ++others;
                verify(*each);
            }
        }
    }
}

void Await::verify(Candidate &candidate)
{
    VerificationRequest request;
    request.host = candidate.isChosen ? m_request.watch.host : candidate.host.address.toString();
    request.address = candidate.host.address;
    request.port = m_request.watch.port;
    request.wait = m_request.verifyWait;
    request.identity = m_request.identity;
    request.redactor = m_request.redactor;
    request.timeouts = m_request.timeouts;
    candidate.verification = std::make_unique<Verification>(request);
    Verification *const verification = candidate.verification.get();
    connect(verification, &Verification::stepChanged, this,
            [&candidate](const Step &step) { candidate.steps.append(step); });
    connect(verification, &Verification::traced, this, &Await::traced);
    connect(verification, &Operation::finished, this, [this, &candidate] { verified(candidate); });
    if (candidate.isChosen)
        m_watch->setChosenPaused(true);
    verification->start();
}

bool Await::isVerifyingChosen() const
{
    return std::any_of(m_candidates.cbegin(), m_candidates.cend(),
                       [](const auto &each) { return each->isChosen && each->verification; });
}

void Await::verified(Candidate &candidate)
{
    const auto place = std::find_if(m_candidates.begin(), m_candidates.end(),
                                    [&](const auto &each) { return each.get() == &candidate; });
    const std::unique_ptr<Candidate> ended = std::move(*place);
    m_candidates.erase(place);
    if (ended->isChosen)
        m_watch->setChosenPaused(false);

    const JobResult &result = ended->verification->result();
    const ModbusIdentity identity = result.modbus.value_or(ModbusIdentity());
    if (result.outcome == Outcome::Failed || identity.verdict == ModbusVerdict::NotTested) {
        m_watch->forget(ended->host.address); // it is gone, or this computer had no socket: nothing was seen
    } else {
        DiscoveredHost &host = ended->host;
        host.modbus = modbusState(identity);
        host.model = identity.model();
        host.serial = identity.serial();
        host.firmware = identity.firmware();
        host.kind = hostKind(host);
        host.settled = true;
        Q_EMIT appeared(host);
        if (hasEnded())
            return;
        const bool isSigenergy =
            ended->hasVendorMac || (identity.provesPlant() && !identity.serial().isEmpty());
        const bool isDecisive = result.outcome == Outcome::Verified || !isVerifyingChosen();
        if (ended->isChosen || (isSigenergy && isDecisive)) {
            conclude(*ended, result);
            return;
        }
    }
    if (m_isOverdue && m_candidates.empty())
        timeOut();
    else
        verifyNext();
}

// --- the end

void Await::conclude(const Candidate &candidate, const JobResult &result)
{
    m_result = result;
    m_foundElsewhere = !candidate.isChosen && !m_request.watch.host.isEmpty();
    for (const Step &step : candidate.steps) {
        Q_EMIT stepChanged(step);
        if (hasEnded())
            return;
    }
    finish(result.outcome, result.error);
}

void Await::deadlinePassed()
{
    m_isOverdue = true;
    if (m_watch)
        m_watch->cancel();
    if (m_candidates.empty())
        timeOut();
}

void Await::timeOut()
{
    const QString port = QString::number(m_request.watch.port);
    const std::optional<WatchedPort> last = m_watch ? m_watch->lastTry() : std::nullopt;
    const bool isNameUnknown = m_watch && m_watch->isNameUnknown();
    if (isNameUnknown || !last) {
        const ErrorCode code = isNameUnknown ? ErrorCode::HostNotFound : ErrorCode::PortFiltered;
        finish(Outcome::TimedOut, {code, m_request.watch.host, {}});
        return;
    }
    const bool isIpv6 = last->address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString endpoint = (isIpv6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(last->address.toString(), port);
    const ErrorCode code = last->state == PortState::Closed ? ErrorCode::PortClosed
        : last->state == PortState::Unreachable             ? ErrorCode::Unreachable
        : last->state == PortState::Filtered                ? ErrorCode::PortFiltered
                                                            : ErrorCode::NotSigenergy;
    m_result.port = last->state;
    finish(Outcome::TimedOut, {code, endpoint, last->detail});
}

void Await::finish(Outcome outcome, const Error &error)
{
    if (hasEnded())
        return;
    m_result.outcome = outcome;
    m_result.error = error;
    if (error)
        fail(error);
    else
        succeed();
}

} // namespace Sigen
