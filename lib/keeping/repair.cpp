#include "keeping/repair.h"

#include "workflow/gatewaylock.h"

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

Repair::Repair(GatewayTarget target, RepairRequest request, QObject *parent)
    : Operation(noDeadline, parent)
    , m_target(std::move(target))
    , m_request(std::move(request))
{
    m_result.host = m_target.host;
    m_result.testPort = m_request.testPort;
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Repair::switchOn);
}

Repair::~Repair() = default;

void Repair::run()
{
    if (m_target.lock)
        m_hold = std::make_unique<LockHold>(m_target.lock);
    switchOff();
}

void Repair::release()
{
    m_pause.stop();
    m_hold.reset();
}

SettingChange *Repair::runChange(const ChangeRequest &request, void (Repair::*ended)(const SettingChange &))
{
    auto *change = runStep(std::make_unique<SettingChange>(m_target, request),
                           [this, ended](const SettingChange &finished) { (this->*ended)(finished); });
    connect(change, &SettingChange::traced, this, &Repair::traced);
    return change;
}

// --- off

void Repair::switchOff()
{
    ChangeRequest request;
    request.action = ChangeAction::Disable;
    request.insist = ChangeRequest::Insist::OnlyIfOn;
    request.dryRun = m_request.dryRun;
    request.verifyWait = std::min(closeWait, m_request.verifyWait.value_or(closeWait));
    request.testPort = m_request.testPort;
    connect(runChange(request, &Repair::switchedOff), &SettingChange::stepChanged, this,
            [this](const Step &step) {
                if (step.id != StepId::Modbus) // it is read when the server is on again
                    Q_EMIT stepChanged(step);
            });
}

void Repair::switchedOff(const SettingChange &change)
{
    m_result = change.result();
    m_before = change.settingBefore();
    if (m_result.before && !m_result.before->enabled) {
        skipRest();
        finish(Outcome::Refused, {ErrorCode::Refused, m_target.host, u"the server was already off"_s});
        return;
    }
    if (m_request.dryRun && m_result.outcome == Outcome::DryRun) {
        m_half = Half::On;
        Q_EMIT stepChanged({StepId::Write,
                            StepState::Skipped,
                            std::chrono::milliseconds(0),
                            {Message(Sentence::WouldBeSent, reported(m_before))}});
    }
    const bool isStillOn = m_result.current && m_result.current->enabled;
    if (!m_result.writeSent || isStillOn) {
        skipRest();
        finish(m_result.outcome, m_result.error);
        return;
    }
    m_result.mayBeOff = true;
    if (m_result.error.code == ErrorCode::PortOpen)
        m_result.warnings.append(Sentence::PortAcceptedWhileOff);
    // The same gateway, or none.
    m_target.expectedSerial = change.reportedSerial();
    m_half = Half::On;
    switchOn();
}

// --- on

void Repair::switchOn()
{
    ++m_triesDone;
    m_heldBack.clear();
    ChangeRequest request;
    request.action = ChangeAction::Enable;
    request.insist = m_canRead ? ChangeRequest::Insist::Send : ChangeRequest::Insist::SendUnread;
    request.port = m_before.port;
    request.known = m_before;
    request.verifyWait = m_request.verifyWait;
    request.testPort = m_request.testPort;
    connect(runChange(request, &Repair::switchedOn), &SettingChange::stepChanged, this,
            &Repair::forwardOnStep);
}

void Repair::forwardOnStep(const Step &step)
{
    m_onReached = m_onReached || (step.id == StepId::Write && step.state == StepState::Running);
    if (m_onReached)
        Q_EMIT stepChanged(step);
    else if (step.state == StepState::Failed || step.id >= StepId::Write)
        m_heldBack.append(step);
}

/// A refused sign-in is not repeated: it could lock the account. Another gateway does not become the right
/// one.
static bool isWorthAnotherTry(ErrorCode error)
{
    return error != ErrorCode::SignInRefused && error != ErrorCode::WrongGateway && error != ErrorCode::Usage
        && error != ErrorCode::CertificateNotTrusted && error != ErrorCode::Cancelled;
}

void Repair::switchedOn(const SettingChange &change)
{
    const JobResult &on = change.result();
    if (!on.writeSent) {
        m_canRead = m_canRead && !(on.signedIn && !on.before);
        if (m_triesDone < tries && !m_onReached && isWorthAnotherTry(on.error.code)) {
            m_pause.start(m_target.timeouts.pacing.reconnectPause);
            return;
        }
        for (const Step &step : std::as_const(m_heldBack)) {
            Q_EMIT stepChanged(step);
            if (hasEnded())
                return;
        }
        if (on.current)
            m_result.current = on.current;
        const QString name = QString(errorName(on.error.code));
        finish(Outcome::Unknown,
               {ErrorCode::OutcomeUnknown, m_target.host, u"%1: %2"_s.arg(name, on.error.detail)});
        return;
    }
    JobResult whole = on;
    whole.before = m_result.before;
    whole.warnings = m_result.warnings + on.warnings;
    whole.mayBeOff = !on.current || !on.current->enabled;
    m_result = whole;
    finish(on.outcome == Outcome::Enabled ? Outcome::Repaired : on.outcome, on.error);
}

// --- the end

void Repair::cancelRequested()
{
    auto *change = qobject_cast<SettingChange *>(currentStep());
    if (change)
        change->cancel(); // its steps are told by that
    if (hasEnded())
        return;
    const Error interrupted{ErrorCode::OutcomeUnknown, m_target.host, u"interrupted by the user"_s};
    if (m_half == Half::On && change && change->result().writeSent) {
        switchedOn(*change);
        return;
    }
    if (m_half == Half::Off && change)
        m_result = change->result();
    if (m_result.writeSent) {
        m_result.mayBeOff = true;
        finish(Outcome::Unknown, interrupted);
    } else {
        finish(Outcome::Cancelled, {ErrorCode::Cancelled, m_target.host, {}});
    }
}

void Repair::skipRest()
{
    Q_EMIT stepChanged({StepId::Modbus, StepState::Skipped, std::chrono::milliseconds(0), {}});
}

void Repair::finish(Outcome outcome, const Error &error)
{
    if (hasEnded())
        return;
    m_result.outcome = outcome;
    m_result.error = error;
    if (error)
        fail(error);
    else
        succeed();
}

} // namespace Sigen
