// Something asynchronous that ends exactly once: the one pattern for all waiting in this program.
//
// Contract:
//  1. Made with its inputs, collaborators and a deadline; idle until start(). Nothing is emitted before the
//     event loop turns, not even when it fails at once.
//  2. Ends exactly once: success, failure, time-out or cancel(). Sockets and timers are released before
//     finished() is emitted, and finished() always comes from the event loop, never from inside a socket's
//     own signal; so an operation may be deleted or replaced in a slot connected to finished().
//  3. error() and a subclass's result are values to be read after finished(). Intermediate results are
//     signals; in their slots use deleteLater(), not delete.
//  4. Destroying it while it runs cancels silently: nothing is emitted. Owned by a parent or a unique_ptr,
//     never self-deleting.
//
// For subclasses: run() begins the work, succeed() or fail() ends it from wherever it is, release() lets go
// of sockets and timers (it may come before run()). After succeed() or fail() return at once; after a signal
// of one's own hasEnded() may be true, since a slot may have cancelled. The first end counts, later ones do
// nothing. A step of the work that is itself an Operation is run by runStep(); it is cancelled together with
// its parent.
#pragma once

#include "core/error.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <concepts>
#include <memory>
#include <utility>

namespace Sigen {

class Operation : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Running, Finished };
    Q_ENUM(State)

    /// For operations whose parts have deadlines of their own.
    static constexpr std::chrono::milliseconds noDeadline{0};

    ~Operation() override;

    /// Begins the work in the next turn of the event loop. Only the first call does anything.
    void start();

    /// Ends it early, as ErrorCode::Cancelled unless the subclass says otherwise. Also ends an operation that
    /// was never started. No effect once it has ended.
    void cancel();

    State state() const { return m_state; }
    bool isFinished() const { return m_state == State::Finished; }

    /// Why it failed; ErrorCode::None on success and before it has finished.
    const Error &error() const { return m_error; }

    /// Time since start(), in whole milliseconds; stands still once it has ended.
    std::chrono::milliseconds elapsed() const;

Q_SIGNALS:
    /// Exactly once, and last of all its signals.
    void finished();

protected:
    /// \a deadline bounds the whole operation, counted from start(); noDeadline: unbounded.
    explicit Operation(std::chrono::milliseconds deadline, QObject *parent = nullptr);

    virtual void run() = 0;
    /// Closes sockets, stops timers. Called once, before finished(), also when run() never was; not from the
    /// destructor.
    virtual void release() { }
    /// The deadline has passed. By default fails with ErrorCode::NoReply.
    virtual void deadlinePassed();
    /// cancel() was called before the end, perhaps before start(). By default fails with
    /// ErrorCode::Cancelled.
    virtual void cancelRequested();

    void succeed();
    /// \a error must have a code; without one it becomes ErrorCode::Internal.
    void fail(Error error);
    /// True from succeed() or fail() on: late callbacks check it and return.
    bool hasEnded() const { return m_ended; }

    /// Runs \a step as this operation's current one and calls \a handler(step) when it has finished. The step
    /// lives until the next one is run or this operation ends or is destroyed; a step that is still running
    /// is abandoned. Once this operation has ended the step is kept, but not started. Returns the step, so
    /// that its signals can be connected before it emits any.
    template <std::derived_from<Operation> Step, typename Handler>
    Step *runStep(std::unique_ptr<Step> step, Handler handler)
    {
        Step *const current = step.get();
        replaceStep(std::move(step));
        connect(current, &Operation::finished, this, [this, current, handler = std::move(handler)]() mutable {
            if (!m_ended)
                handler(*current);
        });
        if (!m_ended)
            current->start();
        return current;
    }

    /// The step that runStep() holds, or null.
    Operation *currentStep() const { return m_step.get(); }
    /// Cancels and drops the current step; its handler is not called.
    void abandonStep();

private:
    void end(Error error);
    void replaceStep(std::unique_ptr<Operation> step);

    std::chrono::milliseconds m_deadline;
    QTimer m_deadlineTimer;
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_elapsed{0};
    std::unique_ptr<Operation> m_step;
    Error m_error;
    State m_state = State::Idle;
    bool m_ended = false;
};

} // namespace Sigen
