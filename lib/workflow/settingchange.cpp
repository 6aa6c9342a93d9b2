#include "workflow/settingchange.h"

#include "core/displaytext.h"
#include "core/logging.h"
#include "gateway/requests.h"
#include "gateway/session.h"
#include "workflow/advice.h"
#include "workflow/reach.h"
#include "workflow/verification.h"

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static QString reportedSentence(const ModbusSetting &setting)
{
    if (!setting.port)
        return setting.enabled ? SettingChange::tr("The server is on; no port is reported.")
                               : SettingChange::tr("The server is off; no port is reported.");
    return (setting.enabled ? SettingChange::tr("The server is on, port %1.")
                            : SettingChange::tr("The server is off, port %1."))
        .arg(*setting.port);
}

static QString changedOtherwise(const QString &reported)
{
    return SettingChange::tr("The setting did change, but otherwise than it was asked for. %1").arg(reported);
}

SettingChange::SettingChange(GatewayTarget target, ChangeRequest request, QObject *parent)
    : Operation(noDeadline, parent)
    , m_target(std::move(target))
    , m_request(std::move(request))
{
    m_result.host = m_target.host;
    m_redactor = Redactor(secretKeys(m_target.profile));
    m_redactor.add(m_target.credentials.password);
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_state == ChangeState::AwaitingEffect)
            advance(ChangeEvent::Due);
        else if (m_state == ChangeState::Reconnecting)
            openAgain();
    });
}

SettingChange::~SettingChange() = default;

void SettingChange::run()
{
    advance(ChangeEvent::Started);
}

void SettingChange::release()
{
    m_pause.stop();
    m_session.reset();
}

void SettingChange::cancelRequested()
{
    const auto *writing = qobject_cast<const WriteSettingRequest *>(currentStep());
    if (writing && writing->wasSent())
        noteWriteSent();
    if (auto *verification = qobject_cast<Verification *>(currentStep())) {
        verification->cancel();
        takeVerification(verification->result());
    }
    if (m_runningStep)
        endStep(StepState::Skipped, tr("Interrupted."));

    const QString interrupted = u"interrupted by the user"_s;
    if (!m_result.writeSent)
        conclude(ChangeEvent::Cancelled, Outcome::Cancelled, {ErrorCode::Cancelled, m_target.host, {}});
    else if (m_confirmed)
        concludeUnproved(ChangeEvent::Cancelled, {ErrorCode::Cancelled, m_target.host, interrupted});
    else
        conclude(ChangeEvent::Cancelled, Outcome::Unknown,
                 {ErrorCode::OutcomeUnknown, m_target.host, interrupted});
}

// --- the machine
// ---------------------------------------------------------------------------------------------------

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
    case ChangeState::ReadingBack:
    case ChangeState::AwaitingEffect:
    case ChangeState::Reconnecting:
    case ChangeState::SigningInAgain:
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
    case ChangeState::ReadingBack:
        return readBack();
    case ChangeState::AwaitingEffect:
        m_pause.start(rereadInterval);
        return;
    case ChangeState::Reconnecting:
        return reconnect();
    case ChangeState::SigningInAgain:
        return signInAgain();
    case ChangeState::Verifying:
        return verify();
    case ChangeState::Finished:
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

void SettingChange::failStep(const Error &error, const QString &sentence)
{
    endStep(StepState::Failed, sentence);
    conclude(ChangeEvent::StepFailed, Outcome::Failed, error);
}

// --- before the write
// ----------------------------------------------------------------------------------------------

void SettingChange::reach()
{
    const quint16 port = m_target.webSocketPort ? m_target.webSocketPort : m_target.profile.webSocketPort;
    runStep(std::make_unique<Reach>(m_target.host, m_target.allowPublic, port, m_target.timeouts),
            [this](Reach &reach) { reached(reach); });
}

void SettingChange::reached(Reach &reach)
{
    const Error error = reach.error() ? reach.error() : reach.stateError();
    if (error) {
        failStep(error, errorMessage(error));
        return;
    }
    m_address = reach.address();
    // The probe's connection is not the WebSocket's; it goes before the next one comes.
    reach.takeConnection().reset();
    endStep(StepState::Ok, tr("The gateway is reachable at %1.").arg(reach.endpointText()));
    advance(ChangeEvent::Reached);
}

void SettingChange::newSession(const Timeouts &timeouts)
{
    GatewayEndpoint endpoint;
    endpoint.address = m_address;
    endpoint.port = m_target.webSocketPort ? m_target.webSocketPort : m_target.profile.webSocketPort;
    endpoint.pathOverride = m_target.pathOverride;
    endpoint.tls = m_target.tls;
    endpoint.fingerprint = m_target.fingerprint;
    m_session = std::make_unique<GatewaySession>(endpoint, m_target.profile, timeouts);
    m_session->setRedactor(m_redactor);
    connect(m_session.get(), &GatewaySession::traced, this, &SettingChange::traced);
}

void SettingChange::open()
{
    newSession(m_target.timeouts);
    runStep(m_session->open(), [this](OpenRequest &request) {
        if (request.error()) {
            failStep(request.error(), errorMessage(request.error()));
            return;
        }
        endStep(StepState::Ok, tr("It speaks WebSocket on %1.").arg(displayText(m_session->path(), 40)));
        advance(ChangeEvent::Opened);
    });
}

void SettingChange::signIn()
{
    runStep(m_session->signIn(m_target.credentials), [this](SignInRequest &request) {
        if (request.error())
            failStep(request.error(), errorMessage(request.error()));
        else
            signedIn();
    });
}

void SettingChange::signedIn()
{
    m_redactor = m_session->redactor();
    m_result.serial = m_redactor.sentence(m_session->serial());
    // A user who names a serial means that plant and no other.
    const QString reported = m_redactor.sentence(m_session->reportedSerial());
    const QString wished = m_target.credentials.serial;
    const bool differs = !wished.isEmpty() && !reported.isEmpty() && reported != wished;
    if (differs) {
        m_result.serial = reported;
        failStep(
            {ErrorCode::UnexpectedReply, m_target.host, u"the gateway reports another serial number"_s},
            tr("This is the gateway %1, not %2.").arg(displayText(reported, 40), displayText(wished, 40)));
        return;
    }
    if (m_state == ChangeState::SigningIn)
        endStep(StepState::Ok, tr("Signed in as %1.").arg(displayText(m_target.credentials.username, 40)));
    advance(ChangeEvent::SignedIn);
}

void SettingChange::read()
{
    runStep(m_session->readSetting(), [this](ReadSettingRequest &request) {
        if (request.error().code == ErrorCode::SessionRefused && !m_sessionRenewed) {
            m_sessionRenewed = true;
            advance(ChangeEvent::SessionRefused);
        } else if (request.error().code == ErrorCode::Refused) {
            endStep(StepState::Failed, errorMessage(request.error()));
            conclude(ChangeEvent::StepFailed, Outcome::Refused, request.error());
        } else if (request.error()) {
            failStep(request.error(), errorMessage(request.error()));
        } else {
            settingRead(request.setting());
        }
    });
}

void SettingChange::settingRead(const ModbusSetting &setting)
{
    m_before = setting;
    m_result.before = ReportedSetting{setting.enabled, setting.port};
    m_result.current = m_result.before;
    if (!isUsable(setting, m_request)) {
        const Error error{ErrorCode::UnexpectedReply, m_target.host, u"the reply has no usable port"_s};
        failStep(error, errorMessage(error));
        return;
    }
    m_plan = planChange(setting, m_request);
    endStep(StepState::Ok, reportedSentence(setting));

    if (m_request.dryRun) {
        skipStep(StepId::Write,
                 m_plan.write ? tr("Would be sent: %1").arg(reportedSentence(*m_plan.write))
                              : tr("There would be nothing to send."));
        conclude(ChangeEvent::NothingToDo, Outcome::DryRun, {});
    } else if (m_plan.write) {
        advance(ChangeEvent::MustWrite);
    } else if (m_plan.expectation != PortExpectation::NotTested) {
        skipStep(StepId::Write, tr("Nothing to send: it is already as wished."));
        skipStep(StepId::ReadBack, {});
        advance(ChangeEvent::AlreadyAsWished);
    } else {
        conclude(ChangeEvent::NothingToDo, m_plan.outcome, {});
    }
}

// --- the write and what follows
// ------------------------------------------------------------------------------------

void SettingChange::write()
{
    runStep(m_session->writeSetting(*m_plan.write),
            [this](WriteSettingRequest &request) { writeEnded(request); });
}

void SettingChange::writeEnded(const WriteSettingRequest &request)
{
    if (request.wasSent())
        noteWriteSent();
    m_result.writeAcknowledged = request.acknowledged();
    const Error error = request.error();
    if (!m_result.writeSent) {
        failStep(error ? error : Error{ErrorCode::Internal, m_target.host, u"the write was not sent"_s},
                 errorMessage(error));
        return;
    }
    switch (error.code) {
    case ErrorCode::None:
        endStep(StepState::Ok, tr("Sent and acknowledged."));
        advance(request.echoed() ? ChangeEvent::WriteEchoed : ChangeEvent::WriteAnswered);
        return;
    case ErrorCode::Refused:
        m_refusal = error;
        endStep(StepState::Failed, errorMessage(error));
        advance(ChangeEvent::WriteAnswered);
        return;
    case ErrorCode::SessionRefused:
        m_refusal = error;
        m_signedInAgain = true;
        endStep(StepState::Failed, errorMessage(error));
        advance(ChangeEvent::SessionRefused);
        return;
    default:
        m_doubt = error;
        endStep(StepState::Warning, tr("Sent, but not answered as expected: reading back what it did."));
        advance(ChangeEvent::WriteInDoubt);
        return;
    }
}

void SettingChange::noteWriteSent()
{
    m_result.writeSent = true;
    m_result.current.reset(); // what was read before says nothing any more
}

void SettingChange::readBack()
{
    runStep(m_session->readSetting(), [this](ReadSettingRequest &request) {
        if (!request.error()) {
            settingReadBack(request.setting());
            return;
        }
        m_doubt = request.error();
        if (m_doubt.code == ErrorCode::SessionRefused && !m_signedInAgain) {
            m_signedInAgain = true;
            advance(ChangeEvent::SessionRefused);
        } else {
            advance(ChangeEvent::StepFailed);
        }
    });
}

void SettingChange::settingReadBack(const ModbusSetting &setting)
{
    m_result.current = ReportedSetting{setting.enabled, setting.port};
    if (!isUsable(setting, m_request)) {
        m_doubt = {ErrorCode::UnexpectedReply, m_target.host, u"the reply has no usable port"_s};
        advance(ChangeEvent::StepFailed);
        return;
    }
    const QString sentence = reportedSentence(setting);
    if (isAsWished(setting, m_before, m_request)) {
        m_confirmed = true;
        if (m_refusal)
            m_result.warnings.append(tr("The gateway refused the change, but reports it as done."));
        if (setting.port && setting.port != m_plan.write->port)
            m_result.warnings.append(tr("The gateway reports another port than was sent."));
        const bool isPlain = m_result.warnings.isEmpty() && setting.port;
        endStep(isPlain ? StepState::Ok : StepState::Warning, sentence);
        if (m_plan.expectation != PortExpectation::NotTested)
            advance(ChangeEvent::ReadAsWished);
        else if (setting.port)
            conclude(ChangeEvent::Settled, m_plan.outcome, {});
        else
            concludeUnproved(ChangeEvent::Settled, {});
        return;
    }
    const bool isAsBefore = setting.enabled == m_before.enabled && setting.port == m_before.port;
    if (m_refusal) { // it did what it said; nothing more to wait for
        if (!isAsBefore)
            m_result.warnings.append(changedOtherwise(sentence));
        endStep(isAsBefore ? StepState::Ok : StepState::Warning, sentence);
        const bool session = m_refusal.code == ErrorCode::SessionRefused;
        conclude(ChangeEvent::GaveUp, session ? Outcome::Failed : Outcome::Refused, m_refusal);
        return;
    }
    if (!m_effectClock.isValid())
        m_effectClock.start();
    if (m_effectClock.elapsed() < effectWait.count()) {
        advance(ChangeEvent::ReadOtherwise);
        return;
    }
    if (!isAsBefore)
        m_result.warnings.append(changedOtherwise(sentence));
    endStep(StepState::Failed, sentence);
    const QString acknowledged =
        isAsBefore ? u"acknowledged, but unchanged"_s : u"acknowledged, but changed otherwise"_s;
    conclude(ChangeEvent::GaveUp, Outcome::NoEffect,
             {ErrorCode::NoEffect, m_target.host, m_doubt ? m_doubt.detail : acknowledged});
}

void SettingChange::reconnect()
{
    if (!m_reconnectClock.isValid())
        m_reconnectClock.start();
    m_session.reset();
    if (m_reconnects == reconnectTries || m_reconnectClock.elapsed() >= reconnectWait.count()) {
        giveUpReadingBack();
        return;
    }
    ++m_reconnects;
    // At once the first time; then with pauses, since a gateway may restart its server after a change.
    m_pause.start(m_reconnects == 1 ? std::chrono::milliseconds(0) : reconnectPause);
}

void SettingChange::openAgain()
{
    using std::chrono::milliseconds;
    const milliseconds left =
        std::max(milliseconds(1), reconnectWait - milliseconds(m_reconnectClock.elapsed()));
    Timeouts timeouts = m_target.timeouts;
    timeouts.handshake = std::min(timeouts.handshake, left);
    timeouts.reply = std::min(timeouts.reply, left);
    newSession(timeouts);
    runStep(m_session->open(), [this](OpenRequest &request) {
        if (request.error()) {
            m_doubt = request.error();
            advance(ChangeEvent::StepFailed);
        } else {
            advance(ChangeEvent::Opened);
        }
    });
}

void SettingChange::signInAgain()
{
    runStep(m_session->signIn(m_target.credentials), [this](SignInRequest &request) {
        if (!request.error()) {
            signedInAgain();
            return;
        }
        m_doubt = request.error();
        if (m_doubt.code == ErrorCode::SignInRefused) // asking again could lock the account
            giveUpReadingBack();
        else
            advance(ChangeEvent::StepFailed);
    });
}

void SettingChange::signedInAgain()
{
    m_redactor = m_session->redactor();
    // The address may belong to another device by now, whose setting proves nothing.
    const QString reported = m_redactor.sentence(m_session->reportedSerial());
    if (reported.isEmpty() || m_result.serial.isEmpty() || reported == m_result.serial) {
        advance(ChangeEvent::SignedIn);
        return;
    }
    m_doubt = {ErrorCode::UnexpectedReply, m_target.host, u"another serial number after the change"_s};
    giveUpReadingBack();
}

void SettingChange::giveUpReadingBack()
{
    endStep(StepState::Failed, tr("The setting could not be read back."));
    m_result.current.reset();
    conclude(ChangeEvent::GaveUp, Outcome::Unknown,
             {ErrorCode::OutcomeUnknown, m_target.host,
              u"%1: %2"_s.arg(QString(errorName(m_doubt.code)), m_doubt.detail)});
}

// --- the proof
// -----------------------------------------------------------------------------------------------------

void SettingChange::verify()
{
    m_session.reset(); // its work is done; the gateway may serve few clients at a time
    VerificationRequest request;
    request.host = m_target.host;
    request.address = m_address;
    request.port = m_result.current->port.value_or(m_request.port.value_or(0));
    request.expectOpen = m_plan.expectation == PortExpectation::Open;
    request.wait =
        m_request.verifyWait.value_or(m_result.writeSent ? defaultVerifyWait : std::chrono::milliseconds(0));
    request.expectedSerial = m_result.serial;
    request.timeouts = m_target.timeouts;
    auto *verification =
        runStep(std::make_unique<Verification>(request), [this](Verification &ended) { verified(ended); });
    connect(verification, &Verification::traced, this, &SettingChange::traced);
    connect(verification, &Verification::stepChanged, this, [this](const Step &step) {
        if (step.state != StepState::Running)
            m_reportedSteps.append(step.id);
        Q_EMIT stepChanged(step);
    });
}

void SettingChange::takeVerification(const JobResult &verification)
{
    m_result.port = verification.port;
    m_result.modbus = verification.modbus;
    m_result.verifiedAt = verification.verifiedAt;
    m_result.warnings.append(verification.warnings);
    if (m_result.serial.isEmpty())
        m_result.serial = verification.serial;
}

void SettingChange::verified(const Verification &verification)
{
    takeVerification(verification.result());
    Error error = verification.error();
    // The host was reached a moment ago: what is missing now is the way to this one port.
    if (error.code == ErrorCode::Unreachable)
        error.code = ErrorCode::PortFiltered;
    if (error)
        concludeUnproved(ChangeEvent::VerificationEnded, error);
    else
        conclude(ChangeEvent::VerificationEnded, m_plan.outcome, {});
}

void SettingChange::concludeUnproved(ChangeEvent event, Error error)
{
    switch (m_plan.outcome) {
    case Outcome::Disabled:
    case Outcome::AlreadyDisabled:
        conclude(event, m_plan.outcome, error);
        return;
    case Outcome::PortChanged:
        if (m_result.current->port)
            conclude(event, m_plan.outcome, error);
        else // only the port itself could have told that it is the new one
            conclude(event, Outcome::Unknown,
                     {ErrorCode::OutcomeUnknown, m_target.host, u"the gateway reports no port"_s});
        return;
    default:
        conclude(event, Outcome::EnabledUnverified, error);
    }
}

// --- steps
// ---------------------------------------------------------------------------------------------------------

void SettingChange::beginStep(StepId id)
{
    m_runningStep = id;
    m_stepClock.start();
    Q_EMIT stepChanged({id, StepState::Running, std::chrono::milliseconds(0), {}});
}

void SettingChange::endStep(StepState state, const QString &detail)
{
    const StepId id = *std::exchange(m_runningStep, std::nullopt);
    m_reportedSteps.append(id);
    Q_EMIT stepChanged({id, state, std::chrono::milliseconds(m_stepClock.elapsed()), detail});
}

void SettingChange::skipStep(StepId id, const QString &detail)
{
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
            skipStep(id, {});
    }
}

} // namespace Sigen
