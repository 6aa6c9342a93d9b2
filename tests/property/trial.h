// One scenario, played: a simulated gateway, a job on it, and a verdict about everything that could be seen
// from outside. Ends by done(), when the job's end, or its lack, and what follows it have been looked at.
#pragma once

#include "property/scenario.h"
#include "property/truth.h"

#include "core/operation.h"
#include "core/trace.h"
#include "simulator/gatewaysimulator.h"
#include "workflow/step.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace Sigen::Test {

class Trial : public QObject
{
    Q_OBJECT

public:
    Trial(const Scenario &scenario, const QHostAddress &address);
    ~Trial() override;

    void start();
    /// The event loop was this late; too often, and what depends on the clock is not judged.
    void noteLag(std::chrono::milliseconds lag);

    const Scenario &scenario() const { return m_scenario; }
    const QHostAddress &address() const { return m_address; }
    /// What went wrong, as sentences; empty: nothing.
    const QStringList &complaints() const { return m_complaints; }
    const JobResult &result() const { return m_result; }
    qint64 duration() const { return m_evidence.endedAt; }
    /// Everything that the job has said, for a person.
    QString story() const;

Q_SIGNALS:
    void done();

private:
    void startChange();
    void startVerification();
    void startValues();
    void startProbe();
    template <typename Work>
    void watch(Work &work);
    void stepSeen(const Step &step);
    void frameSeen(const TraceEntry &entry);
    void noteSetting();
    void ended();
    void awaitQuiet();
    void judge();
    void judgeSteps();
    void judgeProbe();
    void judgeSecrets();
    void judgeValues();
    void judgeIdentity();
    QString everythingWritten() const;
    void complain(const QString &sentence) { m_complaints.append(sentence); }

    Scenario m_scenario; ///< its ports are moved where they are taken
    const QHostAddress m_address;
    std::unique_ptr<GatewaySimulator> m_simulator;
    std::unique_ptr<Operation> m_job;
    JobResult m_result;
    Evidence m_evidence;
    QElapsedTimer m_clock;
    QTimer m_watchdog;
    QTimer m_quietTimer;
    QElapsedTimer m_quietClock;
    QList<Step> m_steps;
    QStringList m_frames;
    QStringList m_story;
    QStringList m_complaints;
    std::chrono::milliseconds m_lag{0};
    qint64 m_startedSecs = 0;
    int m_ends = 0;
    bool m_writeSeen = false;
};

} // namespace Sigen::Test
