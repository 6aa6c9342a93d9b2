#include "ui/controllers/pageevidence.h"

#include "diagnosis/jobevidence.h"
#include "ui/controllers/situation.h"

namespace Sigen {

namespace {

std::optional<PortFinding> portFinding(ServiceState state, bool isRefused, bool isSilent)
{
    if (isSilent)
        return PortFinding{PortState::Filtered, {}};
    if (isRefused)
        return PortFinding{PortState::Closed, {}};
    if (accepts(state))
        return PortFinding{PortState::Open, {}};
    switch (state) {
    case ServiceState::Closed:
        return PortFinding{PortState::Closed, {}};
    case ServiceState::Filtered:
        return PortFinding{PortState::Filtered, {}};
    default:
        return std::nullopt;
    }
}

/// What was seen of who answers; empty where nobody has asked.
std::optional<ModbusVerdict> verdictOf(ServiceState state)
{
    switch (state) {
    case ServiceState::NotTested:
    case ServiceState::Closed:
    case ServiceState::Filtered:
    case ServiceState::Open:
    case ServiceState::Handshake:
        return std::nullopt;
    case ServiceState::Answers:
        return ModbusVerdict::Answers;
    case ServiceState::Silent:
        return ModbusVerdict::Silent;
    case ServiceState::Late:
        return ModbusVerdict::Late;
    case ServiceState::Busy:
        return ModbusVerdict::Busy;
    case ServiceState::Odd:
    case ServiceState::OddPlant:
        return ModbusVerdict::Odd;
    case ServiceState::Garbage:
        return ModbusVerdict::Garbage;
    case ServiceState::Closes:
        return ModbusVerdict::Closes;
    case ServiceState::Exception:
        return ModbusVerdict::Exception;
    case ServiceState::NotSigenergy:
        return ModbusVerdict::NotSigenergy;
    }
    return std::nullopt;
}

void takeHandshake(DiagnosisEvidence &seen, const Place &place)
{
    if (!seen.webSocket || seen.webSocket->state != PortState::Open)
        return;
    if (place.webSocket.state == ServiceState::Handshake)
        seen.handshake = Error{};
    else if (place.settled) // before that it may still come
        seen.handshake = Error{ErrorCode::NotAGateway, {}, {}};
}

/// Without the gateway's own words, which belong to the form.
void takeSignIn(DiagnosisEvidence &seen, const PageSession &session)
{
    if (session.isSignedIn()) {
        seen.signIn = Error{};
        seen.setting = session.setting;
        return;
    }
    const auto *failed = session.signInProblem ? std::get_if<JobResult>(&*session.signInProblem) : nullptr;
    if (!failed)
        return;
    const DiagnosisEvidence tried = evidenceOf({failed->error.code, {}, {}});
    seen.signIn = tried.signIn;
    if (tried.handshake)
        seen.handshake = tried.handshake;
}

void takeModbus(DiagnosisEvidence &seen, ServiceState state)
{
    const std::optional<ModbusVerdict> verdict = verdictOf(state);
    if (!verdict || !seen.modbusPortIs(PortState::Open))
        return;
    seen.identity = ModbusIdentity();
    seen.identity->verdict = *verdict;
    seen.identity->usable = state == ServiceState::OddPlant;
}

} // namespace

DiagnosisEvidence pageEvidence(const Gateway &gateway, const PageSession &session,
                               const std::optional<Route> &route)
{
    const Place &place = gateway.place();
    DiagnosisEvidence seen;
    seen.ended = true;
    seen.host = gateway.host();
    seen.webSocketPort = place.webSocket.port ? place.webSocket.port : webSocketPort(gateway, session);
    seen.modbusPort = modbusPort(gateway, session);
    seen.reportedSerial = session.serial;
    if (place.nameUnknown) {
        seen.nameError = {ErrorCode::HostNotFound, seen.host, {}};
        return seen;
    }
    seen.address = QHostAddress(place.address);
    if (!seen.address.isNull())
        seen.addresses = {seen.address};
    seen.route = route;
    if (place.seen && !place.mac.isEmpty())
        seen.neighbour = NeighbourFinding{true, {place.mac}, {}};
    else if (place.noDevice)
        seen.neighbour = NeighbourFinding{true, {}, {}};
    const bool isSilent = place.silent || (session.proof.isGone && !place.seen);
    seen.webSocket =
        portFinding(place.webSocket.state, place.refusedPorts.contains(seen.webSocketPort), isSilent);
    takeHandshake(seen, place);
    takeSignIn(seen, session);
    if (isNobodyThere(seen))
        return seen; // there was nobody to ask
    const ServiceState modbus = modbusOf(gateway, session);
    seen.modbus = portFinding(modbus, place.refusedPorts.contains(seen.modbusPort), isSilent);
    takeModbus(seen, modbus);
    return seen;
}

} // namespace Sigen
