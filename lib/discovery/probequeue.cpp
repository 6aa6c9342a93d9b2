#include "discovery/probequeue.h"

#include <QPointer>

#include <utility>

namespace Sigen {

ProbeQueue::ProbeQueue(std::shared_ptr<const HostProbeOptions> options)
    : m_options(std::move(options))
{ }

ProbeQueue::~ProbeQueue() = default;

HostProbe &ProbeQueue::add(const QHostAddress &address)
{
    const auto index = qsizetype(m_probes.size());
    HostProbe &probe = *m_probes.emplace_back(std::make_unique<HostProbe>(address, m_options));
    connect(&probe, &HostProbe::changed, this, [=, this] { Q_EMIT changed(index); });
    connect(&probe, &HostProbe::wasLate, this, &ProbeQueue::wasLate);
    connect(&probe, &HostProbe::wasPrompt, this, &ProbeQueue::wasPrompt);
    connect(&probe, &Operation::finished, this, [=, this] { probeFinished(index); });
    ++m_unfinished;
    m_waiting.append(index);
    startWaiting();
    return probe;
}

void ProbeQueue::stop()
{
    m_stopped = true;
    for (const std::unique_ptr<HostProbe> &probe : m_probes) {
        probe->disconnect(this);
        probe->cancel();
    }
}

void ProbeQueue::startWaiting()
{
    while (!m_stopped && m_running < m_mostAtATime && !m_waiting.isEmpty()) {
        ++m_running;
        at(m_waiting.takeFirst()).start();
    }
}

void ProbeQueue::probeFinished(qsizetype index)
{
    --m_running;
    --m_unfinished;
    const QPointer<ProbeQueue> self(this);
    Q_EMIT finished(index);
    if (self)
        startWaiting();
}

} // namespace Sigen
