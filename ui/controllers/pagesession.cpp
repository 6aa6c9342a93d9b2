#include "ui/controllers/pagesession.h"

#include "discovery/discoveredhost.h"

namespace Sigen {

void PageJob::take(const Step &step)
{
    steps.removeIf([&](const Step &other) { return other.id == step.id; });
    steps.append(step);
}

bool PageSession::speaksOtherDialect() const
{
    const auto *result = signInProblem ? std::get_if<JobResult>(&*signInProblem) : nullptr;
    if (!result)
        return false;
    switch (result->error.code) {
    case ErrorCode::NotAGateway:
    case ErrorCode::MalformedReply:
    case ErrorCode::UnexpectedReply:
    case ErrorCode::MissingToken:
        return true;
    default:
        return false;
    }
}

bool PageSession::isVerified(quint16 port) const
{
    return proof.port == port && provesPlant(proof.state);
}

void PageSession::begin(PageJob::Kind kind, quint16 webSocket, quint16 modbus)
{
    job = {};
    job.kind = kind;
    const StepRun::Kind run = job.isChange() ? StepRun::Kind::Change
        : kind == PageJob::Kind::Test        ? StepRun::Kind::PortTest
                                             : StepRun::Kind::SignIn;
    steps.begin(run, webSocket, modbus, isSignedIn());
    stepsTestedAt = {}; // that was when the steps of before were tried
    failed.reset();
    elsewhere.reset();
    warnings.clear();
}

void PageSession::take(const Step &step, const QDateTime &now, std::chrono::milliseconds uptime)
{
    const bool well = step.state == StepState::Ok || step.state == StepState::Warning;
    if (step.id == StepId::SignIn && well)
        job.signInAccepted = true;
    if (well && (step.id == StepId::Read || step.id == StepId::ReadBack)) {
        readAt = now;
        readUptime = uptime;
        wasReadBack = step.id == StepId::ReadBack;
    }
    // Whatever was sent was read back before the port is tested.
    // A repair tests the port after its first half, too.
    const bool isTest =
        step.id == StepId::Modbus || (step.id == StepId::Port && job.kind != PageJob::Kind::Repair);
    job.isSettled = job.isSettled || isTest;
    job.take(step);
    steps.take(step);
}

void PageSession::takeSetting(const JobResult &result, const QDateTime &now, std::chrono::milliseconds uptime)
{
    steps.conclude(result);
    warnings = result.warnings;
    if (result.current) {
        setting = result.current;
        isDoubtful = false;
    }
    const bool failedPlainly = result.outcome == Outcome::Refused || result.outcome == Outcome::NoEffect
        || result.outcome == Outcome::Failed;
    if (!job.isChange() || !result.writeSent)
        return;
    if (failedPlainly && result.current) {
        readAt = now; // otherwise than it was wished for, but read
        readUptime = uptime;
        wasReadBack = true;
    }
    if (!failedPlainly) {
        isDoubtful = result.outcome == Outcome::Unknown;
        const bool other = isOtherDevice(result, serial);
        lastChange = {result.verifiedAt.isValid() ? result.verifiedAt : now, !result.error && !other,
                      isDoubtful, other};
    }
    if (!result.port)
        proof = {}; // what was tested before is not about this setting
}

void PageSession::takeProof(const JobResult &result, quint16 port, const QDateTime &now)
{
    if (!result.port)
        return;
    proof.port = port;
    proof.at = stepsTestedAt = now;
    proof.state = modbusState(result);
    proof.otherDevice = isOtherDevice(result, serial);
    if (proof.state != ServiceState::Filtered)
        proof.isGone = false;
    hasAnswered = hasAnswered || provesPlant(proof.state);
}

void PageSession::takeWatch(const JobResult &result, quint16 port, const QDateTime &now,
                            std::chrono::milliseconds uptime)
{
    if (isSignedIn() && result.current) {
        setting = result.current;
        readAt = now;
        readUptime = uptime;
        wasReadBack = result.writeSent;
        isDoubtful = false;
    }
    const bool isUnknown = result.outcome == Outcome::Unknown;
    if (result.writeSent && (isUnknown || (result.current && result.current->enabled))) {
        const bool other = isOtherDevice(result, serial);
        lastChange = {result.verifiedAt.isValid() ? result.verifiedAt : now, !result.error && !other,
                      isUnknown, other};
    }
    const bool isAsBefore = isVerified(port) && provesPlant(modbusState(result)) && !failed;
    if (!result.port || isAsBefore)
        return;
    takeProof(result, port, now);
    steps = {};
    stepsTestedAt = {};
    failed.reset();
    elsewhere.reset();
    warnings.clear();
}

void PageSession::refuse(const JobResult &result)
{
    signOut();
    signIn = SignInState::Refused;
    signInProblem = result;
}

void PageSession::signOut()
{
    signIn = SignInState::SignedOut;
    way.reset();
    serial.clear();
    setting.reset();
    readAt = {};
    isDoubtful = false;
}

ServiceState modbusState(const JobResult &result)
{
    if (!result.port)
        return ServiceState::NotTested;
    if (*result.port == PortState::Closed)
        return ServiceState::Closed;
    if (*result.port != PortState::Open)
        return ServiceState::Filtered;
    return modbusState(result.modbus.value_or(ModbusIdentity()));
}

bool isOtherDevice(const JobResult &result, const QString &serial)
{
    const QString answered = result.modbus ? result.modbus->serial() : QString();
    return !answered.isEmpty() && !serial.isEmpty() && answered != serial;
}

QList<FoundUnit> foundUnits(const ModbusIdentity &identity)
{
    QList<FoundUnit> units;
    for (const DeviceIdentity &device : identity.devices)
        units += {device.unit,     device.model,        device.serial,
                  device.firmware, device.hasDcCharger, device.isAcCharger};
    return units;
}

quint16 modbusPort(const Gateway &gateway, const PageSession &session)
{
    if (session.setting && session.setting->port)
        return *session.setting->port;
    // Where the gateway reports none, the one that was tested last counts: after a change that is the new
    // one.
    if (session.setting && session.proof.port)
        return session.proof.port;
    return gateway.modbusPort() ? gateway.modbusPort()
                                : targetOf(gateway, session, {}).profile.defaultModbusPort;
}

quint16 webSocketPort(const Gateway &gateway, const PageSession &session)
{
    const GatewayTarget way = targetOf(gateway, session, {});
    return way.webSocketPort ? way.webSocketPort : way.profile.webSocketPort();
}

GatewayTarget targetOf(const Gateway &gateway, const PageSession &session, const Timeouts &timeouts)
{
    if (session.way) {
        GatewayTarget way = *session.way;
        way.credentials = {};
        return way;
    }
    GatewayTarget way;
    way.host = gateway.host();
    way.webSocketPort = gateway.webSocketPort();
    way.profile = builtInProfile(builtInProfileNames().constFirst());
    way.timeouts = timeouts;
    return way;
}

} // namespace Sigen
