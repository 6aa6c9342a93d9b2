#include "ui/controllers/situation.h"

#include "core/displaytext.h"
#include "ui/models/clocktext.h"
#include "ui/models/hostrow.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class SituationText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::SituationText)
};

QString shownHost(const Gateway &gateway)
{
    return displayText(gateway.host(), 60);
}

bool wasOn(const Gateway &gateway)
{
    return gateway.before && gateway.before->on;
}

/// What the page itself saw last, else what a scan saw.
ServiceState modbusOf(const Gateway &gateway, const PageSession &session)
{
    const bool isOwn = session.proof.port != 0 && session.proof.port == modbusPort(gateway, session);
    return isOwn ? session.proof.state : gateway.modbus();
}

/// It accepts connections, was asked who it is, and gave no answer of a plant.
bool acceptsWithoutProof(ServiceState modbus)
{
    return accepts(modbus) && modbus != ServiceState::Open && !provesPlant(modbus)
        && modbus != ServiceState::NotSigenergy && modbus != ServiceState::Garbage;
}

/// The sign-in's port was looked at, and is none that this program can sign in at.
bool hasNoSignIn(const Place &place)
{
    return place.seen && place.settled && place.webSocket.state != ServiceState::Handshake
        && place.webSocket.state != ServiceState::NotTested;
}

/// Its network card is the vendor's, it was one before, or the user says so. A typed address is no such word.
bool isKnownAsGateway(const Gateway &gateway, const PageSession &session)
{
    return gateway.place().vendorMac || gateway.saved || gateway.before || gateway.setting
        || gateway.isConfirmed() || !gateway.units.isEmpty() || session.isMine;
}

Situation withSetting(const Gateway &gateway, const PageSession &session)
{
    if (!session.setting)
        return Situation::Unread;
    if (!session.setting->enabled)
        return wasOn(gateway) ? Situation::WasOn : Situation::Off;
    return session.isVerified(modbusPort(gateway, session)) ? Situation::Proved : Situation::NotProved;
}

} // namespace

Situation situationOf(const Gateway &gateway, const PageSession &session)
{
    const Place &place = gateway.place();
    if (session.job.isChange())
        return Situation::Changing;
    if (session.isDoubtful)
        return Situation::OutcomeUnknown;
    if (session.isSignedIn())
        return withSetting(gateway, session);
    if (session.signIn == SignInState::Refused && !session.wantsAppWay)
        return Situation::Refused;
    if (session.wantsForm || session.signIn == SignInState::SigningIn)
        return Situation::SignIn;
    const ServiceState modbus = modbusOf(gateway, session);
    if (provesPlant(modbus))
        return Situation::AlreadyOn;
    if (session.wantsAppWay)
        return Situation::AppOnly;
    if (acceptsWithoutProof(modbus) && isKnownAsGateway(gateway, session))
        return Situation::NotProved;
    if (place.nameUnknown)
        return Situation::NameUnknown;
    if (hasNoSignIn(place) || (!place.seen && !place.refusedPorts.isEmpty()))
        return isKnownAsGateway(gateway, session) ? Situation::AppOnly : Situation::NoGateway;
    return place.silent || session.proof.isGone ? Situation::NoAnswer : Situation::SignIn;
}

static SituationCard wasOnCard(const Gateway &gateway, const QLocale &locale)
{
    return {Tone::Caution,
            SituationText::tr("It was on when last seen, and is off now."),
            SituationText::tr("Last seen on %1. A firmware update can switch the server off.")
                .arg(locale.toString(gateway.before->at.toLocalTime(), QLocale::ShortFormat)),
            {PageAction::TurnOnAgain}};
}

static SituationCard alreadyOnCard(const Gateway &gateway, const PageSession &session, const QLocale &locale)
{
    const quint16 port = modbusPort(gateway, session);
    const bool isOwn = session.proof.port == port && provesPlant(session.proof.state);
    const QDateTime at = isOwn ? session.proof.at : gateway.place().modbus.at;
    const QString title = gatewayNamed(gateway);
    return {Tone::Good,
            SituationText::tr("Modbus TCP is already on."),
            at.isValid() ? SituationText::tr("%1 answers on port %2, seen from this computer at %3. There is "
                                             "nothing to switch.")
                               .arg(title, QString::number(port), clockText(at, locale))
                         : SituationText::tr("%1 answers on port %2. There is nothing to switch.")
                               .arg(title, QString::number(port)),
            {PageAction::ConnectYourSystem}};
}

static SituationCard noAnswerCard(const Gateway &gateway)
{
    return {Tone::Caution,
            SituationText::tr("Nothing answers at %1.").arg(shownHost(gateway)),
            SituationText::tr("The address that the app shows is often not the one on your network."),
            {PageAction::ScanNetwork, PageAction::WatchNetwork, PageAction::TestAgain}};
}

static SituationCard noGatewayCard(const Gateway &gateway, const PageSession &session)
{
    const Place &place = gateway.place();
    const ServiceState modbus = modbusOf(gateway, session);
    SituationCard card{
        Tone::Caution,
        SituationText::tr("%1 answers, but nothing says that it is a gateway.").arg(shownHost(gateway)),
        {},
        {PageAction::ScanNetwork, PageAction::ThisIsMyGateway}};
    if (modbus == ServiceState::NotSigenergy || modbus == ServiceState::Garbage)
        card.text = SituationText::tr("What answers on port %1 is not a Sigenergy plant.")
                        .arg(modbusPort(gateway, session));
    else if (accepts(place.webSocket.state))
        card.text = SituationText::tr("Port %1 accepts connections, but speaks another language than a "
                                      "gateway's sign-in.")
                        .arg(place.webSocket.port);
    else if (!place.refusedPorts.isEmpty() || place.webSocket.state == ServiceState::Closed)
        card.text = SituationText::tr("It refuses connections to the ports of a gateway.");
    return card;
}

std::optional<SituationCard> situationCard(Situation situation, const Gateway &gateway,
                                           const PageSession &session, const QLocale &locale)
{
    switch (situation) {
    case Situation::WasOn:
        return wasOnCard(gateway, locale);
    case Situation::AlreadyOn:
        return alreadyOnCard(gateway, session, locale);
    case Situation::NotProved:
        if (session.isSignedIn() || session.failed) // the failure itself says it
            return std::nullopt;
        return SituationCard{
            Tone::Caution,
            SituationText::tr("Port %1 accepts connections, but gives no usable Modbus answer.")
                .arg(modbusPort(gateway, session)),
            SituationText::tr(
                "Some firmware lets only listed clients in, and a server that hangs needs to be "
                "switched off and on again."),
            {PageAction::TestAgain}};
    case Situation::NoGateway:
        return noGatewayCard(gateway, session);
    case Situation::NoAnswer:
        return noAnswerCard(gateway);
    case Situation::NameUnknown:
        return SituationCard{
            Tone::Caution,
            SituationText::tr("No device on this network is called %1.").arg(shownHost(gateway)),
            SituationText::tr("Names are given by the router. A scan finds the gateway without one."),
            {PageAction::ScanNetwork, PageAction::WatchNetwork}};
    default:
        return std::nullopt;
    }
}

QString signInOffer(Situation situation, const Gateway &gateway, const PageSession &session)
{
    if (session.isBusy())
        return {};
    switch (situation) {
    case Situation::AlreadyOn:
    case Situation::NotProved:
        if (session.isSignedIn() || hasNoSignIn(gateway.place()))
            return {};
        return SituationText::tr("Sign in to change it…");
    case Situation::AppOnly:
    case Situation::NoGateway:
        return SituationText::tr("Try to sign in…");
    case Situation::NoAnswer:
    case Situation::NameUnknown:
        return SituationText::tr("Sign in all the same…");
    default:
        return {};
    }
}

QString whyNoSignIn(const Gateway &gateway)
{
    const Place &place = gateway.place();
    const quint16 port = place.webSocket.port;
    QString why;
    switch (place.webSocket.state) {
    case ServiceState::Closed:
        why = SituationText::tr("Port %1 is closed, so this window can't sign in.").arg(port);
        break;
    case ServiceState::Filtered:
        why = SituationText::tr("Port %1 does not answer, so this window can't sign in.").arg(port);
        break;
    case ServiceState::Handshake:
    case ServiceState::NotTested:
        break;
    default:
        why = SituationText::tr("Port %1 speaks another language than a gateway's sign-in.").arg(port);
    }
    if (wasOn(gateway) && gateway.modbus() == ServiceState::Closed)
        return SituationText::tr("It was on when last seen; port %1 is closed now.")
            .arg(gateway.modbusPort());
    const QString once = SituationText::tr("The switch has to be flipped in the vendor's app, once.");
    return why.isEmpty() ? once : SituationText::tr("%1 %2", "two sentences").arg(why, once);
}

} // namespace Sigen
