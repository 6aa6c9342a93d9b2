// The second half of a SettingChange: the write, and the proof of what it did, or of what was only read.

#include "workflow/settingchange.h"

#include "gateway/requests.h"
#include "gateway/session.h"
#include "workflow/verification.h"

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// As many of the pace's retries, how long a handshake beside the connection of the write and the request
/// that confirms a read-back may take: 3 s each.
static constexpr int secondHandshakeRetries = 6;
static constexpr int confirmationRetries = 6;

/// So many times a gateway may tell otherwise than a moment ago, before nothing is written.
static constexpr int mostOtherReads = 4;

/// Where nothing is written, what was read is the end of it. A copy of a reply that was meant for another
/// client may have been taken for the answer; the answer itself is then the next frame, so two in a row must
/// say the same. One that does not come changes nothing: it is not known that a gateway answers twice.
void SettingChange::confirmFirstRead()
{
    runStep(m_session->readSetting(confirmationRetries * m_target.timeouts.pacing.retry),
            [this](ReadSettingRequest &request) {
                const ModbusSetting &again = request.setting();
                if (request.error() || (again.enabled == m_before.enabled && again.port == m_before.port)) {
                    firstReadConfirmed();
                    return;
                }
                if (++m_otherReads < mostOtherReads) {
                    settingRead(again);
                    return;
                }
                m_result.before.reset();
                m_result.current.reset();
                const Error error{ErrorCode::UnexpectedReply, m_target.host,
                                  u"two different settings are reported"_s};
                failStep(error);
            });
}

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
    const Error &error = request.error();
    if (!m_result.writeSent) {
        failStep(error ? error : Error{ErrorCode::Internal, m_target.host, u"the write was not sent"_s});
        return;
    }
    switch (error.code) {
    case ErrorCode::None:
        endStep(StepState::Ok, Sentence::Acknowledged);
        break;
    case ErrorCode::Refused:
    case ErrorCode::SessionRefused:
    case ErrorCode::NoRights:
        m_refusal = error;
        endStep(StepState::Failed, error);
        break;
    default:
        m_doubt = error;
        endStep(StepState::Warning, Sentence::AnsweredOtherwise);
        break;
    }
    m_writeSession = std::move(m_session);
    advance(ChangeEvent::WriteEnded);
}

void SettingChange::noteWriteSent()
{
    m_result.writeSent = true;
    m_result.current.reset(); // what was read before says nothing any more
}

// --- a connection to read back on ---

void SettingChange::reconnect()
{
    if (!m_reconnectClock.isValid())
        m_reconnectClock.start();
    leave(m_session);
    const Pacing &pacing = m_target.timeouts.pacing;
    if (m_signInRefused || m_reconnects == reconnectTries
        || m_reconnectClock.elapsed() >= pacing.reconnectWait.count()) {
        giveUpReadingBack();
        return;
    }
    ++m_reconnects;
    // At once the first time; then with pauses, since a gateway may restart its server after a change.
    m_pause.start(m_reconnects == 1 ? std::chrono::milliseconds(0) : pacing.reconnectPause);
}

void SettingChange::openAgain()
{
    using std::chrono::milliseconds;
    Timeouts timeouts = m_target.timeouts;
    const milliseconds left =
        std::max(milliseconds(1), timeouts.pacing.reconnectWait - milliseconds(m_reconnectClock.elapsed()));
    // The connection of the write may hold the only place: then a long wait for a second one is for nothing.
    const milliseconds patience = m_writeSession ? secondHandshakeRetries * timeouts.pacing.retry : left;
    timeouts.handshake = std::min(timeouts.handshake, patience);
    timeouts.reply = std::min(timeouts.reply, left);
    newSession(timeouts);
    runStep(m_session->open(), [this](OpenRequest &request) {
        if (request.error())
            noOtherConnection(request.error());
        else
            advance(ChangeEvent::Opened);
    });
}

void SettingChange::signInAgain()
{
    runStep(m_session->signIn(m_target.credentials), [this](SignInRequest &request) {
        if (!request.error()) {
            signedInAgain();
            return;
        }
        // One session at a time, or a password that is none any more: asking again could lock the account.
        m_signInRefused = request.error().code == ErrorCode::SignInRefused;
        noOtherConnection(request.error());
    });
}

void SettingChange::signedInAgain()
{
    m_redactor = m_session->redactor();
    leave(m_writeSession);
    m_reconnectClock.invalidate();
    // The address may belong to another device by now, whose setting proves nothing.
    if (m_session->reportedSerial() == m_reportedSerial) {
        advance(ChangeEvent::SignedIn);
        return;
    }
    m_doubt = {ErrorCode::WrongGateway, m_target.host, u"another serial number after the change"_s};
    giveUpReadingBack();
}

void SettingChange::noOtherConnection(const Error &error)
{
    m_doubt = error;
    m_session = std::move(m_writeSession);
    const bool isUsable = m_session && m_session->isOpen() && m_refusal.code != ErrorCode::SessionRefused;
    advance(isUsable ? ChangeEvent::NoOtherConnection : ChangeEvent::StepFailed);
}

// --- reading back ---

void SettingChange::awaitSilence()
{
    const Pacing &pacing = m_target.timeouts.pacing;
    runStep(m_session->silence(pacing.retry, pacing.effectWait / 2), [this](SilenceRequest &request) {
        if (request.error())
            m_doubt = request.error();
        advance(request.error() ? ChangeEvent::StepFailed : ChangeEvent::Silent);
    });
}

void SettingChange::readBack()
{
    m_session->compareReports();
    runStep(m_session->readSetting(), [this](ReadSettingRequest &request) {
        if (request.error()) {
            m_doubt = request.error();
            advance(ChangeEvent::StepFailed);
        } else {
            settingReadBack(request.setting());
        }
    });
}

void SettingChange::settingReadBack(const ModbusSetting &setting)
{
    m_told = setting;
    if (!m_effectClock.isValid())
        m_effectClock.start();
    // After a refusal it did what it said; nothing more to wait for.
    const bool isTelling = isAsWished(setting, m_before, m_request) || m_refusal || isEffectOverdue();
    advance(isTelling ? ChangeEvent::ReadTelling : ChangeEvent::ReadOtherwise);
}

bool SettingChange::isEffectOverdue() const
{
    return m_effectClock.elapsed() >= m_target.timeouts.pacing.effectWait.count();
}

/// Requests are answered in their order, so the answer to the read has come before the answer to the next
/// one. What came besides, a copy or a notice of whatever origin, may have been taken for it; where all of it
/// says the same, that does not matter. It is a sign-in, since that has an answer of another kind.
void SettingChange::confirm()
{
    if (m_signInRefused) {
        runStep(m_session->readSetting(), [this](ReadSettingRequest &) { confirmed(); });
        return;
    }
    const auto patience = confirmationRetries * m_target.timeouts.pacing.retry;
    runStep(m_session->signIn(m_target.credentials, patience), [this](SignInRequest &request) {
        m_redactor = m_session->redactor();
        m_signInRefused = request.error().code == ErrorCode::SignInRefused;
        confirmed();
    });
}

void SettingChange::confirmed()
{
    if (m_session->reportsAgree()) {
        settle(m_told);
        return;
    }
    m_doubt = {ErrorCode::UnexpectedReply, m_target.host, u"two different settings are reported"_s};
    if (isEffectOverdue())
        giveUpReadingBack();
    else
        advance(ChangeEvent::ReadOtherwise);
}

void SettingChange::settle(const ModbusSetting &setting)
{
    m_result.current = reported(setting);
    if (!isAsWished(setting, m_before, m_request)) {
        settledOtherwise(setting);
        return;
    }
    m_confirmed = true;
    if (m_refusal)
        m_result.warnings += Sentence::RefusedButDone;
    if (setting.port && setting.port != m_plan.write->port)
        m_result.warnings += Sentence::OtherPortReported;
    const bool isPlain = m_result.warnings.isEmpty() && setting.port;
    endStep(isPlain ? StepState::Ok : StepState::Warning, {Sentence::SettingIs, *m_result.current});
    if (m_plan.expectation != PortExpectation::NotTested)
        advance(ChangeEvent::ReadAsWished);
    else if (setting.port)
        conclude(ChangeEvent::Settled, m_plan.outcome, {});
    else
        concludeUnproved(ChangeEvent::Settled, {});
}

void SettingChange::settledOtherwise(const ModbusSetting &setting)
{
    const Message now(Sentence::SettingIs, reported(setting));
    const bool isAsBefore = setting.enabled == m_before.enabled && setting.port == m_before.port;
    if (!isAsBefore)
        m_result.warnings += Message(Sentence::ChangedOtherwise, reported(setting));
    if (m_refusal) {
        endStep(isAsBefore ? StepState::Ok : StepState::Warning, now);
        const bool isRefused = m_refusal.code == ErrorCode::Refused;
        conclude(ChangeEvent::GaveUp, isRefused ? Outcome::Refused : Outcome::Failed, m_refusal);
        return;
    }
    endStep(StepState::Failed, now);
    const QString acknowledged =
        isAsBefore ? u"acknowledged, but unchanged"_s : u"acknowledged, but changed otherwise"_s;
    conclude(
        ChangeEvent::GaveUp, Outcome::NoEffect,
        {ErrorCode::NoEffect, m_target.host, m_result.writeAcknowledged ? acknowledged : m_doubt.detail});
}

void SettingChange::giveUpReadingBack()
{
    endStep(StepState::Failed, Sentence::NotReadBack);
    m_result.current.reset();
    conclude(ChangeEvent::GaveUp, Outcome::Unknown,
             {ErrorCode::OutcomeUnknown, m_target.host,
              u"%1: %2"_s.arg(QString(errorName(m_doubt.code)), m_doubt.detail)});
}

// --- the proof ---

void SettingChange::verify()
{
    leave(m_session);
    VerificationRequest request;
    request.host = m_target.host;
    request.address = m_address;
    // Where the gateway reports none, the one that was sent, or else the one that the user gave.
    const std::optional<quint16> asked = m_plan.write ? m_plan.write->port : m_request.port;
    request.expectOpen = m_plan.expectation == PortExpectation::Open;
    std::optional<quint16> own = m_result.current->port;
    if (!request.expectOpen && m_before.port)
        own = m_before.port; // there it listened, whatever port is reported now
    request.port = m_request.testPort.value_or(own.value_or(asked.value_or(0)));
    m_result.testedPort = request.port;
    request.wait = m_request.verifyWait.value_or(m_result.writeSent ? m_target.timeouts.pacing.verifyWait
                                                                    : std::chrono::milliseconds(0));
    request.expectedSerial = m_reportedSerial.isEmpty() ? m_target.credentials.serial : m_reportedSerial;
    request.timeouts = m_target.timeouts;
    request.redactor = m_redactor;
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
    if (error.code == ErrorCode::Unreachable && m_plan.expectation == PortExpectation::Open)
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

} // namespace Sigen
