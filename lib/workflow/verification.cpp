#include "workflow/verification.h"

#include "core/displaytext.h"
#include "modbus/readregisters.h"
#include "network/reach.h"
#include "workflow/identitywarnings.h"

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

/// A try that hangs may use up this part of the wait at most, but a second in any case.
static constexpr int sharesOfWait = 3;
static constexpr milliseconds smallestShare{1000};

Verification::Verification(VerificationRequest request, QObject *parent)
    : Operation(noDeadline, parent)
    , m_request(std::move(request))
{
    m_result.host = m_request.host;
    m_result.signedIn = m_request.expectedSerial.has_value();
    if (!m_request.address.isNull())
        m_addresses = {m_request.address};
    m_retry.setSingleShot(true);
    m_retry.setTimerType(Qt::PreciseTimer);
    connect(&m_retry, &QTimer::timeout, this, &Verification::tryPort);
}

Verification::~Verification() = default;

void Verification::run()
{
    m_waitClock.start();
    report(StepId::Port, StepState::Running, {});
    if (!hasEnded())
        tryPort();
}

void Verification::release()
{
    m_retry.stop();
}

void Verification::cancelRequested()
{
    if (m_check) // what it has seen so far is worth keeping
        m_result.modbus = redacted(m_check->identity(), m_request.redactor);
    if (m_runningStep)
        report(*m_runningStep, StepState::Skipped, {Sentence::Interrupted});
    finish(Outcome::Cancelled, {ErrorCode::Cancelled, m_endpoint, {}});
}

bool Verification::waitIsOver() const
{
    return m_waitClock.elapsed() >= m_request.wait.count();
}

/// While there is time for another try, one that hangs must not use it up.
Timeouts Verification::patience() const
{
    Timeouts timeouts = m_request.timeouts;
    if (m_lastTry || m_request.wait == milliseconds(0) || !m_request.expectOpen)
        return timeouts;
    const milliseconds share = std::max(smallestShare, m_request.wait / sharesOfWait);
    for (milliseconds *each : {&timeouts.connect, &timeouts.modbusReply, &timeouts.identityReply})
        *each = std::min(*each, share);
    return timeouts;
}

void Verification::tryPort()
{
    ++m_tries;
    m_tryClock.start();
    auto reach = m_addresses.isEmpty()
        ? std::make_unique<Reach>(m_request.host, m_request.allowPublic, m_request.port, patience())
        : std::make_unique<Reach>(m_addresses, m_request.port, patience());
    runStep(std::move(reach), [this](Reach &reached) { portAnswered(reached); });
}

/// From the start of one try to the start of the next, but with a \a rest in between.
void Verification::tryAgain(milliseconds rest)
{
    const auto spent = milliseconds(m_tryClock.elapsed());
    m_retry.start(std::max(rest, m_request.timeouts.pacing.retry - spent));
}

void Verification::portAnswered(Reach &reach)
{
    m_endpoint = reach.endpointText();
    if (reach.error()) {
        m_result.port.reset(); // an earlier try's
        const ErrorCode code = reach.error().code;
        report(*m_runningStep, StepState::Failed,
               {code == ErrorCode::Usage              ? Sentence::NoPrivateAddress
                    : code == ErrorCode::HostNotFound ? Sentence::NameNotKnown
                                                      : Message(reach.error())});
        finish(code == ErrorCode::HostNotFound ? Outcome::NotVerified : Outcome::Failed, reach.error());
        return;
    }
    m_addresses = reach.addresses();
    m_result.port = reach.portState();

    if (!isAsExpected(reach.portState())) {
        if (waitIsOver())
            missedPort(reach);
        else
            tryAgain(milliseconds(0));
        return;
    }
    if (!m_portWasOpen) {
        report(StepId::Port, StepState::Ok, {portMessage(reach.portState())});
        if (hasEnded()) // cancelled in a slot of that step
            return;
    }
    if (m_request.expectOpen) {
        checkIdentity(reach.takeConnection());
    } else {
        m_result.modbus = ModbusIdentity{};
        finish(Outcome::Verified, {});
    }
}

void Verification::missedPort(const Reach &reach)
{
    report(*m_runningStep, StepState::Failed, {portMessage(reach.portState())});
    const ErrorCode code = reach.portState() == PortState::Open ? ErrorCode::PortOpen
        : reach.portState() == PortState::Closed                ? ErrorCode::PortClosed
        : reach.portState() == PortState::Filtered              ? ErrorCode::PortFiltered
                                                                : ErrorCode::Unreachable;
    m_result.modbus = ModbusIdentity{};
    finish(Outcome::NotVerified, {code, m_endpoint, reach.detail()});
}

void Verification::checkIdentity(std::unique_ptr<TcpConnection> connection)
{
    if (!m_portWasOpen)
        report(StepId::Modbus, StepState::Running, {});
    m_portWasOpen = true;
    if (hasEnded())
        return;
    IdentityOptions options = m_request.identity;
    m_lastTry = m_lastTry || waitIsOver();
    options.brief = !m_lastTry;
    m_check = runStep(std::make_unique<IdentityCheck>(std::move(connection), options, patience()),
                      [this](IdentityCheck &check) { identityChecked(check); });
    connect(m_check, &IdentityCheck::traced, this, [this](TraceEntry entry) {
        entry.text = m_request.redactor.hexDump(entry.text);
        Q_EMIT traced(entry);
    });
    connect(m_check, &IdentityCheck::progressChanged, this, &Verification::progressChanged);
}

void Verification::identityChecked(const IdentityCheck &check)
{
    m_check = nullptr;
    m_result.modbus = redacted(check.identity(), m_request.redactor);
    if (check.error()) {
        report(StepId::Modbus, StepState::Failed, {});
        finish(Outcome::NotVerified, check.error());
    } else if (m_result.modbus->provesPlant()) {
        recognised();
    } else if (isWorthAnotherTry()) {
        m_lastTry = waitIsOver();
        const ModbusVerdict verdict = m_result.modbus->verdict;
        const bool needsRest =
            m_result.modbus->plantSilent || verdict == ModbusVerdict::Late || verdict == ModbusVerdict::Busy;
        tryAgain(needsRest ? m_request.timeouts.pacing.modbusPause : milliseconds(0));
    } else {
        notRecognised();
    }
}

bool Verification::isWorthAnotherTry() const
{
    const ModbusIdentity &identity = *m_result.modbus;
    if (m_request.wait == milliseconds(0) || m_lastTry)
        return false;
    if (waitIsOver()) // it may only have had too little time
        return identity.plantSilent || identity.verdict == ModbusVerdict::Late;
    // What is plainly something else does not become a plant. But a server that starts may answer anything,
    // and the one that has just accepted a sign-in is no stranger.
    return !identity.foreign || m_request.expectedSerial;
}

void Verification::notRecognised()
{
    const ModbusIdentity &identity = *m_result.modbus;
    report(StepId::Modbus, StepState::Failed, {verdictMessage()});
    finish(Outcome::NotVerified, {identity.error(), m_endpoint, identity.detail});
}

Message Verification::verdictMessage() const
{
    const ModbusVerdict verdict = m_result.modbus->verdict;
    const quint8 code = m_result.modbus->exceptionCode;
    const bool isProxy = verdict == ModbusVerdict::Exception && isProxyException(code);
    const bool speaks = verdict == ModbusVerdict::Odd || verdict == ModbusVerdict::Busy
        || verdict == ModbusVerdict::Exception;
    if (m_result.modbus->plantSilent && speaks && !isProxy)
        return Sentence::PlantUnitSilent;
    switch (verdict) {
    case ModbusVerdict::Silent:
        return Sentence::DoesNotAnswer;
    case ModbusVerdict::Late:
        return Sentence::AnswersLate;
    case ModbusVerdict::Busy:
        return Sentence::IsBusy;
    case ModbusVerdict::Odd:
        return Sentence::AnswersOtherwise;
    case ModbusVerdict::Closes:
        return Sentence::ClosesConnections;
    case ModbusVerdict::Exception:
        return isProxy ? Message(Sentence::IsProxy)
                       : Message(Sentence::AnswersWithException, QList<int>{code});
    case ModbusVerdict::NotSigenergy:
        return m_request.expectedSerial ? Sentence::NoPlantValues : Sentence::NotSigenergy;
    case ModbusVerdict::Garbage:
    case ModbusVerdict::Answers:
    case ModbusVerdict::NotTested:
        break;
    }
    return Sentence::NotModbus;
}

void Verification::recognised()
{
    const ModbusIdentity &identity = *m_result.modbus;
    if (m_result.serial.isEmpty())
        m_result.serial = identity.serial();

    Messages detail;
    const QString model = displayText(identity.model(), 40);
    const QString firmware = displayText(identity.firmware(), 40);
    if (model.isEmpty())
        detail += Sentence::AnswersWithoutModel;
    else if (firmware.isEmpty())
        detail += Message(Sentence::AnswersAs, QStringList{model});
    else
        detail += Message(Sentence::AnswersAsWithFirmware, QStringList{model, firmware});
    Messages warnings = identityWarnings(identity);
    if (const std::optional<Message> warning = serialWarning())
        warnings.prepend(*warning);
    else if (m_request.expectedSerial)
        detail += Sentence::SameSerialNumber;
    if (identity.usedHoldingRegisters)
        detail += Sentence::OnlyHoldingRegisters;
    detail += warnings;
    m_result.warnings += warnings;
    report(StepId::Modbus, warnings.isEmpty() ? StepState::Ok : StepState::Warning, detail);
    m_result.verifiedAt = QDateTime::currentDateTimeUtc();
    finish(Outcome::Verified, {});
}

bool Verification::isAsExpected(PortState state) const
{
    if (m_request.expectOpen)
        return state == PortState::Open;
    // Without a route nobody was asked, and who does not answer may be filtered, or away.
    return state == PortState::Closed;
}

Message Verification::portMessage(PortState state) const
{
    const int port = m_request.port;
    switch (state) {
    case PortState::Open:
        return {m_request.expectOpen ? Sentence::PortAccepts : Sentence::PortStillAccepts, QList<int>{port}};
    case PortState::Closed:
        return {Sentence::PortRefuses, QList<int>{port, m_request.expectOpen ? m_tries : 1}};
    case PortState::Filtered:
        return {Sentence::PortDoesNotAnswer, QList<int>{port}};
    case PortState::Unreachable:
        break;
    }
    return {Sentence::NoRouteToPort, QList<int>{port}};
}

ModbusIdentity redacted(ModbusIdentity identity, const Redactor &redactor)
{
    identity.detail = redactor.fragment(identity.detail);
    for (DeviceIdentity &device : identity.devices) {
        for (QString *text : {&device.model, &device.serial, &device.firmware})
            *text = redactor.piece(*text);
    }
    for (QString &value : identity.oddValues)
        value = redactor.fragment(value);
    return identity;
}

std::optional<Message> Verification::serialWarning() const
{
    if (!m_request.expectedSerial)
        return std::nullopt;
    const QString seen = m_result.modbus->serial();
    const QString expected = m_request.redactor.piece(*m_request.expectedSerial);
    if (seen.isEmpty() || expected.isEmpty())
        return Sentence::SerialsNotCompared;
    if (seen != expected)
        return Message(Sentence::SerialsDiffer,
                       QStringList{displayText(seen, 40), displayText(expected, 40)});
    return std::nullopt;
}

void Verification::report(StepId id, StepState state, const Messages &detail)
{
    Step step{id, state, std::chrono::milliseconds(0), detail};
    if (state == StepState::Running) {
        m_runningStep = id;
        m_stepClock.start();
    } else {
        m_runningStep.reset();
        step.elapsed = std::chrono::milliseconds(m_stepClock.elapsed());
    }
    Q_EMIT stepChanged(step);
}

void Verification::finish(Outcome outcome, Error error)
{
    if (hasEnded())
        return;
    if (outcome == Outcome::Verified && !m_request.expectOpen)
        m_result.verifiedAt = QDateTime::currentDateTimeUtc();
    m_result.outcome = outcome;
    m_result.error = error;
    if (error)
        fail(std::move(error));
    else
        succeed();
}

} // namespace Sigen
