#include "workflow/verification.h"

#include "core/displaytext.h"
#include "workflow/advice.h"
#include "workflow/reach.h"

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

Verification::Verification(VerificationRequest request, QObject *parent)
    : Operation(noDeadline, parent)
    , m_request(std::move(request))
{
    m_result.host = m_request.host;
    if (!m_request.address.isNull())
        m_addresses = {m_request.address};
    m_retry.setSingleShot(true);
    m_retry.setTimerType(Qt::PreciseTimer);
    connect(&m_retry, &QTimer::timeout, this, &Verification::tryPort);
}

Verification::~Verification() = default;

void Verification::run()
{
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
        m_result.modbus = redacted(m_check->identity());
    if (m_runningStep)
        report(*m_runningStep, StepState::Skipped, tr("Interrupted."));
    finish(Outcome::Cancelled, {ErrorCode::Cancelled, m_endpoint, {}});
}

void Verification::tryPort()
{
    ++m_tries;
    m_tryClock.start();
    auto reach = m_addresses.isEmpty()
        ? std::make_unique<Reach>(m_request.host, m_request.allowPublic, m_request.port, m_request.timeouts)
        : std::make_unique<Reach>(m_addresses, m_request.port, m_request.timeouts);
    runStep(std::move(reach), [this](Reach &reached) { portAnswered(reached); });
}

void Verification::portAnswered(Reach &reach)
{
    m_endpoint = reach.endpointText();
    if (reach.error()) {
        m_result.port.reset(); // an earlier try's
        const ErrorCode code = reach.error().code;
        report(StepId::Port, StepState::Failed,
               code == ErrorCode::Usage              ? tr("The host has no address on a private network.")
                   : code == ErrorCode::HostNotFound ? tr("The host name is not known on this network.")
                                                     : errorMessage(reach.error()));
        finish(code == ErrorCode::HostNotFound ? Outcome::NotVerified : Outcome::Failed, reach.error());
        return;
    }
    m_addresses = reach.addresses();
    m_result.port = reach.portState();

    if (!isAsExpected(reach.portState()) && m_stepClock.elapsed() < m_request.wait.count()) {
        const auto spent = std::chrono::milliseconds(m_tryClock.elapsed());
        m_retry.start(std::max(std::chrono::milliseconds(0), m_request.timeouts.pacing.retry - spent));
        return;
    }
    if (!isAsExpected(reach.portState())) {
        report(StepId::Port, StepState::Failed, portSentence(reach.portState()));
        const ErrorCode code = reach.portState() == PortState::Open ? ErrorCode::PortOpen
            : reach.portState() == PortState::Closed                ? ErrorCode::PortClosed
            : reach.portState() == PortState::Filtered              ? ErrorCode::PortFiltered
                                                                    : ErrorCode::Unreachable;
        m_result.modbus = ModbusIdentity{};
        finish(Outcome::NotVerified, {code, m_endpoint, reach.detail()});
        return;
    }
    report(StepId::Port, StepState::Ok, portSentence(reach.portState()));
    if (hasEnded()) // cancelled in a slot of that step
        return;
    if (m_request.expectOpen) {
        checkIdentity(reach.takeConnection());
    } else {
        m_result.modbus = ModbusIdentity{};
        finish(Outcome::Verified, {});
    }
}

void Verification::checkIdentity(std::unique_ptr<TcpConnection> connection)
{
    report(StepId::Modbus, StepState::Running, {});
    if (hasEnded())
        return;
    m_check = runStep(
        std::make_unique<IdentityCheck>(std::move(connection), m_request.identity, m_request.timeouts),
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
    m_result.modbus = redacted(check.identity());
    if (check.error()) {
        report(StepId::Modbus, StepState::Failed, {});
        finish(Outcome::NotVerified, check.error());
        return;
    }
    const ModbusIdentity &identity = *m_result.modbus;
    if (m_result.serial.isEmpty())
        m_result.serial = identity.serial();

    const ErrorCode code = modbusVerdictError(identity.verdict);
    if (code != ErrorCode::None) {
        QString sentence;
        switch (identity.verdict) {
        case ModbusVerdict::Silent:
            sentence = tr("Accepts connections, but does not answer.");
            break;
        case ModbusVerdict::Late:
            sentence = tr("Answers, but only after the time-out.");
            break;
        case ModbusVerdict::Busy:
            sentence = tr("Answers each request with “busy”.");
            break;
        case ModbusVerdict::Odd:
            sentence = tr("Speaks Modbus, but does not answer what was asked.");
            break;
        case ModbusVerdict::Closes:
            sentence = tr("Accepts connections, but closes them instead of answering.");
            break;
        case ModbusVerdict::Exception:
            sentence =
                tr("Answers with Modbus exception %1.").arg(identity.exceptionCode, 2, 16, QChar(u'0'));
            break;
        case ModbusVerdict::NotSigenergy:
            sentence = tr("Speaks Modbus, but is not a Sigenergy system.");
            break;
        case ModbusVerdict::Garbage:
        case ModbusVerdict::Answers:
        case ModbusVerdict::NotTested:
            sentence = tr("Answers, but not with Modbus.");
            break;
        }
        report(StepId::Modbus, StepState::Failed, sentence);
        finish(Outcome::NotVerified, {code, m_endpoint, identity.detail});
        return;
    }

    QString sentence = identity.model().isEmpty()
        ? tr("Modbus answers; no device unit told its model.")
        : tr("Modbus answers: %1, firmware %2.")
              .arg(displayText(identity.model(), 40), displayText(identity.firmware(), 40));
    const QString warning = serialWarning();
    if (!warning.isEmpty()) {
        m_result.warnings.append(warning);
        sentence += u' ' + warning;
    } else if (m_request.expectedSerial) {
        sentence += u' ' + tr("Same serial number.");
    }
    if (identity.usedHoldingRegisters)
        sentence += u' ' + tr("It refuses function 04 and answered function 03.");
    if (!identity.plantAnswered) {
        sentence += u' ' + tr("Unit id %1 did not answer as the plant.").arg(UnitId::plantValue);
        m_result.warnings.append(tr("Unit id %1 did not answer as the plant: tools that need it will not "
                                    "work until it does.")
                                     .arg(UnitId::plantValue));
    }
    const bool doubtful = !warning.isEmpty() || identity.devices.isEmpty() || !identity.plantAnswered;
    report(StepId::Modbus, doubtful ? StepState::Warning : StepState::Ok, sentence);
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

QString Verification::portSentence(PortState state) const
{
    const QString port = QString::number(m_request.port);
    switch (state) {
    case PortState::Open:
        return m_request.expectOpen ? tr("Port %1 accepts connections.").arg(port)
                                    : tr("Port %1 still accepts connections.").arg(port);
    case PortState::Closed:
        return m_request.expectOpen && m_tries > 1
            ? tr("Port %1 refuses connections, %n tries.", nullptr, m_tries).arg(port)
            : tr("Port %1 refuses connections.").arg(port);
    case PortState::Filtered:
        return tr("Port %1 does not answer.").arg(port);
    case PortState::Unreachable:
        break;
    }
    return tr("No route to port %1 from this computer.").arg(port);
}

ModbusIdentity Verification::redacted(ModbusIdentity identity) const
{
    const Redactor &redactor = m_request.redactor;
    identity.detail = redactor.fragment(identity.detail);
    for (DeviceIdentity &device : identity.devices) {
        for (QString *text : {&device.model, &device.serial, &device.firmware})
            *text = redactor.piece(*text);
    }
    return identity;
}

QString Verification::serialWarning() const
{
    if (!m_request.expectedSerial)
        return {};
    const QString seen = m_result.modbus->serial();
    if (seen.isEmpty() || m_request.expectedSerial->isEmpty())
        return tr("The serial numbers could not be compared, so it may be two devices.");
    if (seen != m_request.redactor.piece(*m_request.expectedSerial))
        return tr("The serial number differs (%1 here, %2 at sign-in), so it may be two devices.")
            .arg(displayText(seen, 40), displayText(m_request.redactor.piece(*m_request.expectedSerial), 40));
    return {};
}

void Verification::report(StepId id, StepState state, const QString &detail)
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
