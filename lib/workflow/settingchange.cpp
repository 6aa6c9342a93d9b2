#include "workflow/settingchange.h"

#include "core/displaytext.h"
#include "core/logging.h"
#include "gateway/requests.h"
#include "gateway/session.h"
#include "network/reach.h"
#include "workflow/gatewaylock.h"
#include "workflow/tlsprobe.h"
#include "workflow/verification.h"

#include <QMetaMethod>

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

SettingChange::SettingChange(GatewayTarget target, ChangeRequest request, QObject *parent)
    : Operation(noDeadline, parent)
    , m_target(std::move(target))
    , m_request(std::move(request))
{
    m_result.host = m_target.host;
    m_result.testPort = m_request.testPort;
    m_redactor = Redactor(secretKeys(m_target.profile));
    m_redactor.add(m_target.credentials.password);
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_state == ChangeState::Reaching && m_address.isNull())
            reach();
        else if (m_state == ChangeState::Reaching)
            claimEndpoint();
        else if (m_state == ChangeState::Reconnecting)
            openAgain();
        else if (m_state == ChangeState::SigningIn || m_state == ChangeState::Renewing)
            signedIn();
    });
}

SettingChange::~SettingChange() = default;

void SettingChange::run()
{
    m_endpoints = endpointsOf(m_target);
    if (!m_target.profile.open.isEmpty() || m_endpoints.isEmpty()) {
        conclude(ChangeEvent::StepFailed, Outcome::Failed,
                 {ErrorCode::ProfileIncomplete, m_target.profile.name, m_target.profile.open.join("; "_L1)});
        return;
    }
    if (m_target.lock && m_request.action != ChangeAction::ReadOnly && !m_request.dryRun)
        m_hold = std::make_unique<LockHold>(m_target.lock);
    advance(ChangeEvent::Started);
}

void SettingChange::release()
{
    m_pause.stop();
    leave(m_session);
    leave(m_writeSession);
    m_hold.reset();
}

void SettingChange::leave(std::unique_ptr<GatewaySession> &session)
{
    if (session)
        session->signOut();
    session.reset();
}

void SettingChange::cancelRequested()
{
    if (m_state == ChangeState::Finished) // in a slot of the steps that are told last: it is ending
        return;
    const auto *writing = qobject_cast<const WriteSettingRequest *>(currentStep());
    if (writing && writing->wasSent())
        noteWriteSent();
    if (auto *verification = qobject_cast<Verification *>(currentStep())) {
        verification->cancel();
        takeVerification(verification->result());
    }
    if (m_runningStep)
        endStep(StepState::Skipped, Sentence::Interrupted);

    const QString interrupted = u"interrupted by the user"_s;
    if (!m_result.writeSent)
        conclude(ChangeEvent::Cancelled, Outcome::Cancelled, {ErrorCode::Cancelled, m_target.host, {}});
    else if (m_confirmed)
        concludeUnproved(ChangeEvent::Cancelled, {ErrorCode::Cancelled, m_target.host, interrupted});
    else
        conclude(ChangeEvent::Cancelled, Outcome::Unknown,
                 {ErrorCode::OutcomeUnknown, m_target.host, interrupted});
}

// --- the machine ---

/// The step that a state belongs to; empty where the state reports steps of its own.
static std::optional<StepId> stepOf(ChangeState state)
{
    switch (state) {
    case ChangeState::Reaching:
        return StepId::Reach;
    case ChangeState::Handshaking:
        return StepId::Handshake;
    case ChangeState::SigningIn:
        return StepId::SignIn;
    case ChangeState::Reading:
    case ChangeState::Renewing: // belongs to the reading that it interrupts
        return StepId::Read;
    case ChangeState::Writing:
        return StepId::Write;
    case ChangeState::Reconnecting:
    case ChangeState::SigningInAgain:
    case ChangeState::AwaitingSilence:
    case ChangeState::ReadingBack:
    case ChangeState::Confirming:
        return StepId::ReadBack;
    case ChangeState::Idle:
    case ChangeState::Verifying:
    case ChangeState::Finished:
        break;
    }
    return std::nullopt;
}

void SettingChange::advance(ChangeEvent event)
{
    if (hasEnded()) // cancelled in a slot of the step that was just reported
        return;
    const std::optional<ChangeState> next = nextState(m_state, event);
    Q_ASSERT(next);
    if (!next) { // a programming error must not leave a job without an end
        m_result.outcome = m_result.writeSent ? Outcome::Unknown : Outcome::Failed;
        m_result.error = {ErrorCode::Internal, m_target.host,
                          u"illegal transition from %1"_s.arg(QLatin1StringView(changeStateName(m_state)))};
        enter(ChangeState::Finished);
        return;
    }
    qCDebug(logWorkflow) << changeStateName(m_state) << "to" << changeStateName(*next);
    enter(*next);
}

void SettingChange::enter(ChangeState state)
{
    m_state = state;
    const std::optional<StepId> step = stepOf(state);
    if (step && step != m_runningStep) {
        beginStep(*step);
        if (hasEnded())
            return;
    }
    switch (state) {
    case ChangeState::Idle:
        return;
    case ChangeState::Reaching:
        return reach();
    case ChangeState::Handshaking:
        return open();
    case ChangeState::SigningIn:
    case ChangeState::Renewing:
        return signIn();
    case ChangeState::Reading:
        return read();
    case ChangeState::Writing:
        return write();
    case ChangeState::Reconnecting:
        return reconnect();
    case ChangeState::SigningInAgain:
        return signInAgain();
    case ChangeState::AwaitingSilence:
        return awaitSilence();
    case ChangeState::ReadingBack:
        return readBack();
    case ChangeState::Confirming:
        return confirm();
    case ChangeState::Verifying:
        return verify();
    case ChangeState::Finished:
        noteForWatches();
        skipUnreachedSteps();
        if (m_result.error)
            fail(m_result.error);
        else
            succeed();
        return;
    }
}

void SettingChange::conclude(ChangeEvent event, Outcome outcome, Error error)
{
    if (hasEnded())
        return;
    m_result.outcome = outcome;
    m_result.error = std::move(error);
    advance(event);
}

void SettingChange::failStep(const Error &error, const std::optional<Message> &detail)
{
    endStep(StepState::Failed, detail.value_or(error));
    conclude(ChangeEvent::StepFailed, Outcome::Failed, error);
}

// --- one writer ---

/// False: another program has it. Then it is tried again, or the job has failed.
bool SettingChange::claim(const QString &name)
{
    if (!m_hold || m_hold->lock().claim(name))
        return true;
    if (!m_claimClock.isValid())
        m_claimClock.start();
    if (std::chrono::milliseconds(m_claimClock.elapsed()) < otherWriterPatience)
        m_pause.start(m_target.timeouts.pacing.retry);
    else
        failStep({ErrorCode::Io, m_target.host, u"another program is changing its setting"_s});
    return false;
}

/// Looked up as late as this, since the other program may just have done it while it was waited for.
bool SettingChange::wasTurnedOff() const
{
    if (!m_hold || !m_request.unlessTurnedOffSince)
        return false;
    const QDateTime at = m_hold->lock().turnedOffAt();
    return at.isValid() && at >= *m_request.unlessTurnedOffSince;
}

/// What a repair does is no turn-off.
void SettingChange::noteForWatches()
{
    if (!m_hold || !m_result.current || m_request.insist == ChangeRequest::Insist::OnlyIfOn)
        return;
    if (m_result.current->enabled)
        m_hold->lock().noteTurnedOn();
    else if (m_request.action == ChangeAction::Disable)
        m_hold->lock().noteTurnedOff();
}

// --- before the write ---

void SettingChange::reach()
{
    runStep(std::make_unique<Reach>(m_target.host, m_target.allowPublic, m_endpoints.constFirst().port,
                                    m_target.timeouts),
            [this](Reach &reach) { reached(reach); });
}

void SettingChange::reached(Reach &reach)
{
    const Error error = reach.error() ? reach.error() : reach.stateError();
    // A device with one place refuses until a moment after the last client has gone.
    if (error.code == ErrorCode::ConnectionRefused && !std::exchange(m_refusedOnce, true)) {
        m_pause.start(m_target.timeouts.pacing.retry / 2);
        return;
    }
    const bool isElsewhere =
        error.code == ErrorCode::ConnectionRefused || error.code == ErrorCode::ConnectTimeout;
    if (isElsewhere && m_endpoints.size() > 1) {
        m_endpoints.removeFirst();
        reach.takeConnection().reset();
        this->reach();
        return;
    }
    if (error) {
        failStep(error);
        return;
    }
    m_address = reach.address();
    // The probe's connection is not the WebSocket's; it goes before the next one comes.
    reach.takeConnection().reset();
    m_reachedAt = reach.endpointText();
    claimEndpoint();
}

/// Who waits does not knock again: it could be in the way of the program that is changing the setting.
void SettingChange::claimEndpoint()
{
    if (!claim(GatewayLock::endpointName(m_address, m_endpoints.constFirst().port)))
        return;
    endStep(StepState::Ok, {Sentence::ReachableAt, QStringList{m_reachedAt}});
    advance(ChangeEvent::Reached);
}

void SettingChange::newSession(const Timeouts &timeouts)
{
    GatewayEndpoint endpoint;
    endpoint.address = m_address;
    endpoint.port = m_endpoints.constFirst().port;
    endpoint.pathOverride = m_target.pathOverride;
    endpoint.tls = m_endpoints.constFirst().tls;
    endpoint.fingerprint = m_target.fingerprint;
    m_session = std::make_unique<GatewaySession>(endpoint, m_target.profile, timeouts);
    m_session->setRedactor(m_redactor);
    // Redacting costs a parse of each frame: only for somebody who listens.
    if (isSignalConnected(QMetaMethod::fromSignal(&SettingChange::traced)))
        connect(m_session.get(), &GatewaySession::traced, this, &SettingChange::traced);
}

void SettingChange::open()
{
    newSession(m_target.timeouts);
    runStep(m_session->open(), [this](OpenRequest &request) {
        if (request.error()) {
            handshakeFailed(request.error());
            return;
        }
        endStep(StepState::Ok,
                {Sentence::SpeaksWebSocketOn, QStringList{displayText(m_session->path(), 40)}});
        advance(ChangeEvent::Opened);
    });
}

/// What a port that has nothing but TLS makes of a plain request differs: it hangs up, sends an alert,
/// answers in HTTP, or waits. So whatever was wrong, the port itself is asked.
void SettingChange::handshakeFailed(const Error &error)
{
    const bool somethingAnswers = error.code == ErrorCode::NotAGateway
        || error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::HandshakeTimeout;
    if (m_endpoints.constFirst().tls || !somethingAnswers) {
        failStep(error);
        return;
    }
    m_session.reset();
    runStep(std::make_unique<TlsProbe>(m_address, m_endpoints.constFirst().port, m_target.timeouts.handshake),
            [this, error](const TlsProbe &probe) {
                Error seen = error;
                if (probe.speaksTls())
                    seen.code = ErrorCode::TlsOnly;
                failStep(seen);
            });
}

void SettingChange::signIn()
{
    if (m_target.isItself && !m_target.isItself(m_address)) {
        failStep({ErrorCode::WrongGateway, m_target.host, u"another MAC address"_s});
        return;
    }
    runStep(m_session->signIn(m_target.credentials), [this](SignInRequest &request) {
        if (request.error())
            failStep(request.error());
        else
            signedIn();
    });
}

void SettingChange::signedIn()
{
    m_result.signedIn = true;
    m_redactor = m_session->redactor();
    m_reportedSerial = m_session->reportedSerial();
    m_result.serial = m_redactor.sentence(m_reportedSerial);
    // A user who names a serial means that plant and no other; who signed in before means the same again.
    const QString named = m_target.credentials.serial;
    const QString before = m_target.expectedSerial.isEmpty() ? m_target.knownSerial : m_target.expectedSerial;
    const QString wished = named.isEmpty() ? before : named;
    // One that has told its serial number before tells it again; one that never did is taken at the user's
    // word.
    const bool mayBeSilent = m_target.expectedSerial.isEmpty();
    if (!wished.isEmpty() && m_reportedSerial != wished && !(m_reportedSerial.isEmpty() && mayBeSilent)) {
        const QString shownWish = displayText(m_redactor.sentence(wished), 40);
        const QString shownSerial = displayText(m_result.serial, 40);
        const Error error{ErrorCode::WrongGateway, m_target.host,
                          u"%1 ≠ %2"_s.arg(shownSerial.isEmpty() ? u"?"_s : shownSerial, shownWish)};
        failStep(error,
                 m_reportedSerial.isEmpty()
                     ? Message(Sentence::NoSerialNumber, QStringList{shownWish})
                     : Message(Sentence::AnotherSerialNumber, QStringList{shownSerial, shownWish}));
        return;
    }
    if (!claim(m_reportedSerial))
        return;
    if (m_state == ChangeState::SigningIn)
        endStep(StepState::Ok,
                {Sentence::SignedInAs, QStringList{displayText(m_target.credentials.username, 40)}});
    advance(ChangeEvent::SignedIn);
}

void SettingChange::read()
{
    if (m_request.insist == ChangeRequest::Insist::SendUnread) {
        writeUnread();
        return;
    }
    runStep(m_session->readSetting(), [this](ReadSettingRequest &request) {
        if (request.error().code == ErrorCode::SessionRefused && !m_sessionRenewed) {
            m_sessionRenewed = true;
            advance(ChangeEvent::SessionRefused);
        } else if (request.error().code == ErrorCode::Refused) {
            endStep(StepState::Failed, request.error());
            conclude(ChangeEvent::StepFailed, Outcome::Refused, request.error());
        } else if (request.error()) {
            failStep(request.error());
        } else {
            settingRead(request.setting());
        }
    });
}

void SettingChange::settingRead(const ModbusSetting &setting)
{
    m_before = setting;
    m_result.before = reported(setting);
    m_result.current = m_result.before;
    if (!isUsable(setting, m_request)) {
        const Error error{ErrorCode::UnexpectedReply, m_target.host, u"the reply has no usable port"_s};
        failStep(error);
        return;
    }
    m_plan = planChange(setting, m_request);
    if (m_plan.write && !m_request.dryRun)
        firstReadConfirmed(); // by the read-back
    else
        confirmFirstRead();
}

void SettingChange::firstReadConfirmed()
{
    const ModbusSetting &setting = m_before;
    endStep(StepState::Ok, {Sentence::SettingIs, *m_result.current});

    if (m_request.dryRun) {
        if (m_plan.write && setting.port && m_plan.write->port != setting.port && !m_request.testPort)
            m_result.warnings +=
                Message(Sentence::PortWouldChange, QList<int>{*setting.port, m_plan.write->port.value_or(0)});
        skipStep(StepId::Write,
                 {m_plan.write ? Message(Sentence::WouldBeSent, reported(*m_plan.write))
                               : Message(Sentence::NothingWouldBeSent)});
        conclude(ChangeEvent::NothingToDo, Outcome::DryRun, {});
    } else if (m_plan.write && wasTurnedOff()) {
        skipStep(StepId::Write, {Sentence::NothingToSend});
        conclude(ChangeEvent::NothingToDo, Outcome::Read, {});
    } else if (m_plan.write) {
        advance(ChangeEvent::MustWrite);
    } else if (m_plan.expectation != PortExpectation::NotTested) {
        skipStep(StepId::Write, {Sentence::NothingToSend});
        skipStep(StepId::ReadBack);
        advance(ChangeEvent::AlreadyAsWished);
    } else {
        conclude(ChangeEvent::NothingToDo, m_plan.outcome, {});
    }
}

void SettingChange::writeUnread()
{
    m_before = m_request.known;
    m_plan = planChange(m_before, m_request);
    endStep(StepState::Warning, Sentence::ReadBeforeIsSent);
    advance(ChangeEvent::MustWrite);
}

// --- steps ---

void SettingChange::beginStep(StepId id)
{
    m_runningStep = id;
    m_stepClock.start();
    Q_EMIT stepChanged({id, StepState::Running, std::chrono::milliseconds(0), {}});
}

void SettingChange::endStep(StepState state, const Message &detail)
{
    const StepId id = *std::exchange(m_runningStep, std::nullopt);
    m_reportedSteps.append(id);
    Q_EMIT stepChanged({id, state, std::chrono::milliseconds(m_stepClock.elapsed()), {detail}});
}

void SettingChange::skipStep(StepId id, const Messages &detail)
{
    if (hasEnded()) // cancelled in a slot of the step before, and told by then
        return;
    m_reportedSteps.append(id);
    Q_EMIT stepChanged({id, StepState::Skipped, std::chrono::milliseconds(0), detail});
}

void SettingChange::skipUnreachedSteps()
{
    QList<StepId> steps{StepId::Reach, StepId::Handshake, StepId::SignIn, StepId::Read};
    if (m_request.action != ChangeAction::ReadOnly)
        steps += {StepId::Write, StepId::ReadBack, StepId::Port, StepId::Modbus};
    for (const StepId id : std::as_const(steps)) {
        if (!m_reportedSteps.contains(id))
            skipStep(id);
    }
}

} // namespace Sigen
