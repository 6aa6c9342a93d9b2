#include "core/operation.h"

namespace Sigen {

Operation::Operation(std::chrono::milliseconds deadline, QObject *parent)
    : QObject(parent)
    , m_deadline(deadline)
{
    m_deadlineTimer.setSingleShot(true);
    m_deadlineTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_deadlineTimer, &QTimer::timeout, this, [this] {
        if (!m_ended)
            deadlinePassed();
    });
}

Operation::~Operation() = default;

void Operation::start()
{
    if (m_state != State::Idle || m_ended)
        return;
    m_state = State::Running;
    m_clock.start();
    if (m_deadline > noDeadline)
        m_deadlineTimer.start(m_deadline);
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_ended)
                run();
        },
        Qt::QueuedConnection);
}

void Operation::cancel()
{
    if (!m_ended)
        cancelRequested();
}

std::chrono::milliseconds Operation::elapsed() const
{
    if (m_ended || !m_clock.isValid())
        return m_elapsed;
    return std::chrono::milliseconds(m_clock.elapsed());
}

void Operation::deadlinePassed()
{
    fail({ErrorCode::NoReply, {}, {}});
}

void Operation::cancelRequested()
{
    fail({ErrorCode::Cancelled, {}, {}});
}

void Operation::succeed()
{
    end({});
}

void Operation::fail(Error error)
{
    if (!error)
        error.code = ErrorCode::Internal; // without a code it would look like a success
    end(std::move(error));
}

void Operation::end(Error error)
{
    if (m_ended)
        return;
    m_elapsed = elapsed();
    m_ended = true;
    m_deadlineTimer.stop();
    abandonStep();
    release();
    // Queued, because we may be deep inside a socket's signal and whoever listens may delete us.
    QMetaObject::invokeMethod(
        this,
        [this, error = std::move(error)]() mutable {
            m_error = std::move(error);
            m_state = State::Finished;
            Q_EMIT finished();
        },
        Qt::QueuedConnection);
}

void Operation::replaceStep(std::unique_ptr<Operation> step)
{
    abandonStep();
    m_step = std::move(step);
}

void Operation::abandonStep()
{
    // Taken out first: its release() may make a shared collaborator call back into us.
    Operation *const step = m_step.release();
    if (!step)
        return;
    // We may stand inside one of the step's own signals: let it go, but only delete it when the event loop
    // turns.
    step->disconnect(this);
    step->cancel();
    step->deleteLater();
}

} // namespace Sigen
