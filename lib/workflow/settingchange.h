// The whole job on one gateway: sign in, read, write once, read back, test the port, read Modbus.
//
// Driven by the transition table in changestates.h; what to write and when it has come true is decided in
// changeplan.h. No read, no write; a write is never repeated; what it did is read back on a connection of its
// own, or, where no other is to be had, on the old one once it is silent. lib/README.md says who owns which
// time-out.
#pragma once

#include "core/operation.h"
#include "core/redaction.h"
#include "core/trace.h"
#include "workflow/changeplan.h"
#include "workflow/changestates.h"
#include "workflow/gatewaytarget.h"
#include "workflow/jobresult.h"
#include "workflow/step.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QList>
#include <QTimer>

#include <memory>
#include <optional>

namespace Sigen {

class GatewaySession;
class LockHold;
class Reach;
class Verification;
class WriteSettingRequest;

class SettingChange : public Operation
{
    Q_OBJECT

public:
    /// New connections to read back on. Their pace, and all other, is the target's.
    static constexpr int reconnectTries = 3;
    /// How long another program may take that changes the same gateway.
    static constexpr std::chrono::seconds otherWriterPatience{60};

    SettingChange(GatewayTarget target, ChangeRequest request, QObject *parent = nullptr);
    ~SettingChange() override;

    /// Valid after finished(); result().error equals error(). A host that has only addresses that may not be
    /// contacted ends as Failed with ErrorCode::Usage.
    const JobResult &result() const { return m_result; }
    /// What the gateway called itself at the first sign-in, as it came; empty: nothing, or not signed in.
    const QString &reportedSerial() const { return m_reportedSerial; }
    /// As first read; nothing is known of it before result().before.
    const ModbusSetting &settingBefore() const { return m_before; }

Q_SIGNALS:
    /// Each step once as Running and once as what it became; steps that were not reached are reported as
    /// Skipped before finished(). Steps that do not belong to the action are not reported.
    void stepChanged(const Sigen::Step &step);
    void traced(const Sigen::TraceEntry &entry);

protected:
    void run() override;
    void release() override;
    void cancelRequested() override;

private:
    bool claim(const QString &name);
    bool wasTurnedOff() const;
    void noteForWatches();
    void advance(ChangeEvent event);
    void enter(ChangeState state);

    void reach();
    void reached(Reach &reach);
    void claimEndpoint();
    void open();
    void handshakeFailed(const Error &error);
    void signIn();
    void signedIn();
    void read();
    void settingRead(const ModbusSetting &setting);
    void confirmFirstRead();
    void firstReadConfirmed();
    void writeUnread();
    void write();
    void writeEnded(const WriteSettingRequest &request);
    void noteWriteSent();
    void reconnect();
    void openAgain();
    void signInAgain();
    void signedInAgain();
    /// The connection of the write is the one to go on with, if it is still there.
    void noOtherConnection(const Error &error);
    void awaitSilence();
    void readBack();
    void settingReadBack(const ModbusSetting &setting);
    bool isEffectOverdue() const;
    void confirm();
    void confirmed();
    void settle(const ModbusSetting &setting);
    void settledOtherwise(const ModbusSetting &setting);
    void verify();
    void verified(const Verification &verification);
    void takeVerification(const JobResult &verification);

    void newSession(const Timeouts &timeouts);
    /// Its work is done: the gateway may serve few clients at a time, or one session.
    void leave(std::unique_ptr<GatewaySession> &session);
    /// Sets how the job ends and drives the machine into Finished by \a event.
    void conclude(ChangeEvent event, Outcome outcome, Error error);
    void failStep(const Error &error, const std::optional<Message> &detail = std::nullopt);
    void giveUpReadingBack();
    /// The end when the setting was read back as wished, but \a error stopped the proof.
    void concludeUnproved(ChangeEvent event, Error error);

    void beginStep(StepId id);
    void endStep(StepState state, const Message &detail);
    void skipStep(StepId id, const Messages &detail = {});
    void skipUnreachedSteps();

    const GatewayTarget m_target;
    const ChangeRequest m_request;
    JobResult m_result;
    ChangeState m_state = ChangeState::Idle;

    std::unique_ptr<LockHold> m_hold; ///< null: nothing is to be written
    QElapsedTimer m_claimClock; ///< since another program was met that writes
    QList<ProfileEndpoint> m_endpoints; ///< those that were not tried yet; the first is the present one
    QHostAddress m_address; ///< the one on which the WebSocket port accepted
    QString m_reachedAt; ///< the same, as a text
    Redactor m_redactor; ///< knows the password and the tokens of all sessions so far
    std::unique_ptr<GatewaySession> m_session;
    std::unique_ptr<GatewaySession> m_writeSession; ///< that of the write, while another one is tried
    QString m_reportedSerial; ///< at the first sign-in, as it came
    ModbusSetting m_before;
    ChangePlan m_plan;
    Error m_refusal; ///< of the write; the gateway may have done it all the same
    Error m_doubt; ///< why the state could not be read back so far
    ModbusSetting m_told; ///< by the last read-back, not yet confirmed
    int m_otherReads = 0; ///< before the write, that told otherwise than the one before
    bool m_refusedOnce = false; ///< the connection, at the very beginning
    bool m_sessionRenewed = false; ///< before the write
    bool m_signInRefused = false; ///< after the write: asking again could lock the account
    bool m_confirmed = false; ///< read back as wished
    int m_reconnects = 0;
    QTimer m_pause;
    QElapsedTimer m_effectClock; ///< since the first read-back of an old state
    QElapsedTimer m_reconnectClock; ///< since there is no connection to read back on

    std::optional<StepId> m_runningStep;
    QElapsedTimer m_stepClock;
    QList<StepId> m_reportedSteps;
};

} // namespace Sigen
