#include "discovery/portwatch.h"

#include "network/addresssequence.h"
#include "network/hostlookup.h"

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

PortWatch::PortWatch(PortWatchRequest request, milliseconds deadline, QObject *parent)
    : Operation(deadline, parent)
    , m_request(std::move(request))
{
    m_open = m_request.open;
    for (QTimer *timer : {&m_chosenTimer, &m_sweepTimer, &m_lookupTimer})
        timer->setTimerType(Qt::PreciseTimer);
    m_chosenTimer.setSingleShot(true);
    m_sweepTimer.setSingleShot(true);
    m_lookupTimer.setSingleShot(true);
    connect(&m_chosenTimer, &QTimer::timeout, this, &PortWatch::tryChosen);
    connect(&m_sweepTimer, &QTimer::timeout, this, &PortWatch::sweepNext);
    connect(&m_lookupTimer, &QTimer::timeout, this, &PortWatch::lookUp);
}

PortWatch::~PortWatch() = default;

void PortWatch::run()
{
    if (m_request.plan && m_request.plan->size > maximumWatchedAddresses) {
        fail({ErrorCode::Usage, {}, u"too many addresses to watch"_s});
        return;
    }
    if (m_request.plan) {
        AddressSequence addresses(*m_request.plan);
        while (const std::optional<quint32> address = addresses.next())
            m_rest.append(*address);
    }
    if (m_request.host.isEmpty())
        beginSweep();
    else
        lookUp(); // the sweep leaves out the chosen host's addresses
}

void PortWatch::beginSweep()
{
    if (!m_rest.isEmpty() && !m_roundClock.isValid())
        sweepNext();
}

void PortWatch::release()
{
    for (QTimer *timer : {&m_chosenTimer, &m_sweepTimer, &m_lookupTimer})
        timer->stop();
    m_probes.clear();
}

// --- the chosen host

void PortWatch::lookUp()
{
    auto lookup = std::make_unique<HostLookup>(m_request.host, m_request.allowPublic, m_request.pacing.round);
    runStep(std::move(lookup), [this](const HostLookup &ended) { lookedUp(ended); });
}

/// A name may move to another address while it is watched, and may become known late.
void PortWatch::lookedUp(const HostLookup &lookup)
{
    if (lookup.error().code == ErrorCode::Usage) {
        fail(lookup.error());
        return;
    }
    m_nameUnknown = bool(lookup.error());
    if (!m_nameUnknown)
        m_chosen = lookup.addresses();
    if (QHostAddress(m_request.host).isNull())
        m_lookupTimer.start(m_request.pacing.round);
    if (!m_chosen.isEmpty() && !m_chosenTimer.isActive())
        tryChosen();
    beginSweep();
}

void PortWatch::tryChosen()
{
    m_chosenTimer.start(
        m_request.pacing.chosen); // anew each time: one that comes late lets no other come soon
    if (!m_chosenPaused)
        attempt(m_chosen.at(m_turn++ % m_chosen.size()), true);
}

// --- the rest

void PortWatch::sweepNext()
{
    if (m_next == 0)
        m_roundClock.start();
    const QHostAddress address(m_rest.at(m_next));
    if (!isChosen(address))
        attempt(address, false);
    m_next = (m_next + 1) % m_rest.size();
    // At most so many a second: one that comes late lets the others come later, too.
    milliseconds pause = m_request.pacing.sweep;
    if (m_next == 0) {
        ++m_rounds;
        pause = std::max(pause, m_request.pacing.round - milliseconds(m_roundClock.elapsed()));
    }
    m_sweepTimer.start(pause);
}

// --- one attempt

void PortWatch::attempt(const QHostAddress &address, bool chosen)
{
    m_probes.push_back(std::make_unique<PortProbe>(address, m_request.port, m_request.pacing.patience));
    PortProbe *const probe = m_probes.back().get();
    connect(probe, &Operation::finished, this, [this, probe, address, chosen, number = ++m_attempts] {
        answered(*probe, address, chosen, number);
    });
    probe->setSingleRequest();
    probe->start();
}

void PortWatch::answered(PortProbe &probe, const QHostAddress &address, bool chosen, quint64 number)
{
    const auto ended = std::find_if(m_probes.begin(), m_probes.end(),
                                    [&](const auto &each) { return each.get() == &probe; });
    const std::unique_ptr<PortProbe> owned = std::move(*ended);
    m_probes.erase(ended);
    owned->takeConnection().reset();
    if (owned->error()) // this computer had no socket for it: nothing was seen
        return;
    // Attempts at the chosen host overlap: one that began earlier has nothing to say any more.
    if (chosen && number < std::exchange(m_newestAnswered, std::max(m_newestAnswered, number)))
        return;
    const WatchedPort seen{address, owned->portState(), owned->detail(), chosen};
    if (chosen || !m_lastTry || !m_lastTry->isChosen)
        m_lastTry = seen;
    const bool wasOpen = m_open.contains(address);
    if (seen.state == PortState::Open && !wasOpen) {
        m_open.insert(address);
        Q_EMIT opened(seen);
    } else if (seen.state != PortState::Open && wasOpen) {
        m_open.remove(address);
        Q_EMIT closed(address);
    }
}

} // namespace Sigen
