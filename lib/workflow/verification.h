// Proves from this computer that a port answers (or that it no longer does), without signing in: "Test port
// 502".
#pragma once

#include "core/operation.h"
#include "core/redaction.h"
#include "core/trace.h"
#include "workflow/jobresult.h"
#include "workflow/step.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QList>
#include <QTimer>

#include <optional>

namespace Sigen {

class Reach;

struct VerificationRequest
{
    QString host; ///< as returned by normalizedHost()
    QHostAddress address; ///< already resolved and permitted; null: `host` is looked up first
    bool allowPublic = false;
    quint16 port = 0; ///< 1–65535
    /// False: after a turn-off the port must refuse; Modbus is not read then. No route is no proof of that,
    /// and neither is silence.
    bool expectOpen = true;
    /// The port is tried every timeouts.pacing.retry until it is as expected or this time is over, and so is
    /// Modbus until it answers rightly: a server that was just switched on may accept and answer nothing,
    /// zeros or exceptions for some seconds. 0 is one try.
    std::chrono::milliseconds wait{0};
    IdentityOptions identity;
    /// What the gateway called itself on the WebSocket, possibly nothing; empty: there was no sign-in, and
    /// there is nothing to compare with.
    std::optional<QString> expectedSerial;
    /// Whoever answers may be who was told the password: what it says is masked before anything is made of
    /// it, in the trace as well.
    Redactor redactor;
    Timeouts timeouts;
};

/// Without what \a redactor knows, however a register's length has cut it.
ModbusIdentity redacted(ModbusIdentity identity, const Redactor &redactor);

class Verification : public Operation
{
    Q_OBJECT

public:
    explicit Verification(VerificationRequest request, QObject *parent = nullptr);
    ~Verification() override;

    /// Valid after finished(): outcome Verified, NotVerified or Cancelled; result().error equals error().
    /// What could not be tried ends as Failed: with ErrorCode::Usage when the host has only addresses that
    /// may not be contacted, with Io when this computer has no socket left. A plant unit that does not
    /// answer, where a device does, is one of result().warnings.
    const JobResult &result() const { return m_result; }

Q_SIGNALS:
    /// Port and Modbus, each once as Running and once as what it became.
    void stepChanged(const Sigen::Step &step);
    void progressChanged(int done, int total); ///< units asked in a sweep
    void traced(const Sigen::TraceEntry &entry);

protected:
    void run() override;
    void release() override;
    void cancelRequested() override;

private:
    void tryPort();
    void portAnswered(Reach &reach);
    void checkIdentity(std::unique_ptr<TcpConnection> connection);
    void identityChecked(const IdentityCheck &check);
    void recognised();
    void notRecognised();
    void missedPort(const Reach &reach);
    bool waitIsOver() const;
    bool isWorthAnotherTry() const;
    Timeouts patience() const;
    void tryAgain(std::chrono::milliseconds rest);
    void finish(Outcome outcome, Error error);
    void report(StepId id, StepState state, const Messages &detail);
    bool isAsExpected(PortState state) const;
    Message portMessage(PortState state) const;
    Message verdictMessage() const;
    std::optional<Message> serialWarning() const;

    VerificationRequest m_request;
    JobResult m_result;
    QList<QHostAddress> m_addresses;
    QString m_endpoint; ///< for error contexts
    QTimer m_retry;
    QElapsedTimer m_waitClock;
    QElapsedTimer m_stepClock;
    QElapsedTimer m_tryClock;
    IdentityCheck *m_check = nullptr; ///< while it runs; owned as current step
    std::optional<StepId> m_runningStep;
    int m_tries = 0;
    bool m_portWasOpen = false; ///< and said so: what follows is about Modbus
    bool m_lastTry = false; ///< the wait is over; this one has all the patience that was asked for
};

} // namespace Sigen
