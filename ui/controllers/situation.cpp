#include "ui/controllers/situation.h"

#include "registry/turnedoff.h"

namespace Sigen {

ServiceState modbusOf(const Gateway &gateway, const PageSession &session)
{
    const PortProof &own = session.proof;
    const PortEvidence &seen = gateway.place().modbus;
    const bool isOwn = own.port != 0 && own.port == modbusPort(gateway, session);
    const bool isNewer = gateway.isSeen() && seen.at.isValid() && own.at.isValid() && seen.at > own.at;
    return isOwn && !isNewer ? own.state : gateway.modbus();
}

bool hasNoSignIn(const Place &place)
{
    if (!place.seen)
        return !place.refusedPorts.isEmpty();
    switch (place.webSocket.state) {
    case ServiceState::NotTested:
    case ServiceState::Handshake:
        return false;
    case ServiceState::Closed:
    case ServiceState::Filtered:
        return true;
    default:
        return place.settled; // before that the handshake may still come
    }
}

bool isRefused(const PageSession &session)
{
    if (session.signIn == SignInState::Refused)
        return true;
    const ErrorCode code = session.failed ? session.failed->result.error.code : ErrorCode::None;
    return code == ErrorCode::Refused || code == ErrorCode::SessionRefused;
}

namespace {

bool isStranger(ServiceState modbus)
{
    return modbus == ServiceState::NotSigenergy || modbus == ServiceState::Garbage;
}

/// Its network card is the vendor's, it was one before, or the user says so. A typed address is no such word.
bool isKnownAsGateway(const Gateway &gateway, const PageSession &session)
{
    return gateway.place().vendorMac || gateway.saved || gateway.before || gateway.isConfirmed()
        || !gateway.units.isEmpty() || session.isMine;
}

/// The Modbus port accepts, and that no plant answered there is the gateway's matter.
bool acceptsWithoutProof(const Gateway &gateway, const PageSession &session, ServiceState modbus)
{
    if (!accepts(modbus) || provesPlant(modbus))
        return false;
    if (isKnownAsGateway(gateway, session))
        return modbus != ServiceState::Open || gateway.place().settled;
    const bool wasAsked = modbus != ServiceState::Open && !isStranger(modbus);
    return wasAsked && gateway.isSeen() && gateway.place().webSocket.state == ServiceState::Handshake;
}

Situation whenSignedIn(const Gateway &gateway, const PageSession &session)
{
    if (!session.setting) {
        if (session.wantsAppWay)
            return Situation::AppOnly;
        return isRefused(session) ? Situation::Refused : Situation::Unread;
    }
    if (!session.setting->enabled) {
        if (session.wantsAppWay)
            return Situation::AppOnly;
        return turnedOff(gateway) ? Situation::WasOn : Situation::Off;
    }
    return session.isVerified(modbusPort(gateway, session)) ? Situation::Proved : Situation::NotProved;
}

Situation whenNothingAnswersAsGateway(const Gateway &gateway, const PageSession &session)
{
    const Place &place = gateway.place();
    if (place.nameUnknown)
        return Situation::NameUnknown;
    const bool isKnown = isKnownAsGateway(gateway, session);
    if (hasNoSignIn(place))
        return isKnown ? Situation::AppOnly : Situation::NoGateway;
    const bool isGone = place.silent || place.settled || session.proof.isGone;
    if (!place.seen && isGone)
        return Situation::NoAnswer;
    return isKnown && session.speaksOtherDialect() ? Situation::AppOnly : Situation::SignIn;
}

} // namespace

Situation restingSituation(const Gateway &gateway, const PageSession &session)
{
    if (session.isDoubtful)
        return Situation::OutcomeUnknown;
    if (session.isSignedIn())
        return whenSignedIn(gateway, session);
    if (gateway.isDisplaced()) // what was seen of the address is not about the gateway
        return Situation::NoGateway;
    const ServiceState modbus = modbusOf(gateway, session);
    if (provesPlant(modbus))
        return Situation::AlreadyOn;
    if (gateway.doubtful) // by a session that has ended
        return Situation::OutcomeUnknown;
    if (session.wantsAppWay)
        return Situation::AppOnly;
    if (acceptsWithoutProof(gateway, session, modbus))
        return Situation::NotProved;
    if (session.signIn == SignInState::Refused)
        return Situation::Refused;
    const Situation seen = whenNothingAnswersAsGateway(gateway, session);
    const bool wantsForm = session.wantsForm || session.signIn == SignInState::SigningIn;
    return seen == Situation::AppOnly && wantsForm ? Situation::SignIn : seen;
}

Situation situationOf(const Gateway &gateway, const PageSession &session)
{
    return session.job.isChange() || session.job.kind == PageJob::Kind::Test
        ? Situation::UnderWay
        : restingSituation(gateway, session);
}

} // namespace Sigen
