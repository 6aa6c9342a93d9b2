// Looks into the hosts of a scan, a few at a time: each one costs descriptors.
#pragma once

#include "discovery/hostprobe.h"

#include <QHostAddress>
#include <QList>
#include <QObject>

#include <memory>
#include <vector>

namespace Sigen {

class ProbeQueue : public QObject
{
    Q_OBJECT

public:
    /// \a options are those of every host, also of those that are added later.
    explicit ProbeQueue(std::shared_ptr<const HostProbeOptions> options);
    ~ProbeQueue() override;

    void setMostAtATime(int count) { m_mostAtATime = count; }
    /// Starts at once where it may, else when another one has finished. The first host has index 0, the
    /// next 1.
    HostProbe &add(const QHostAddress &address);
    HostProbe &at(qsizetype index) const { return *m_probes.at(std::size_t(index)); }
    /// All that were added have finished.
    bool isIdle() const { return m_unfinished == 0; }
    /// Cancels all; no signal follows. They are kept rather than destroyed: the caller may stand inside a
    /// signal of any of them.
    void stop();

Q_SIGNALS:
    /// More is known of a host.
    void changed(qsizetype index);
    void finished(qsizetype index);
    /// HostProbe's, of any host.
    void wasLate();
    void wasPrompt();

private:
    void startWaiting();
    void probeFinished(qsizetype index);

    std::shared_ptr<const HostProbeOptions> m_options;
    std::vector<std::unique_ptr<HostProbe>> m_probes;
    QList<qsizetype> m_waiting;
    int m_mostAtATime = 1;
    int m_unfinished = 0;
    int m_running = 0;
    bool m_stopped = false;
};

} // namespace Sigen
