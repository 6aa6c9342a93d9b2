#include "ui/controllers/situationcard.h"

#include "core/displaytext.h"
#include "registry/turnedoff.h"
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

SituationCard unknownCard()
{
    return {Tone::Caution,
            SituationText::tr("It is not known whether the Modbus TCP server is on."),
            SituationText::tr("A change was sent, and could not be read back. Sign in to read the state."),
            {PageAction::SignIn}};
}

SituationCard wasOnCard(const TurnedOff &turned, const QLocale &locale)
{
    return {
        Tone::Caution,
        SituationText::tr("Modbus TCP was on when last seen, and is off now."),
        SituationText::tr("Last seen on %1. A firmware update can switch the server off.", "24 Nov, 18:20")
            .arg(dayText(turned.lastOn, turned.readOff, locale)),
        {PageAction::TurnOnAgain}};
}

SituationCard alreadyOnCard(const Gateway &gateway, const PageSession &session, const QLocale &locale)
{
    const QString port = QString::number(modbusPort(gateway, session));
    const QDateTime at = session.isVerified(modbusPort(gateway, session))
        ? std::max(session.proof.at, gateway.place().modbus.at)
        : gateway.place().modbus.at;
    const QString title = gatewayNamed(gateway);
    const bool wasChanged = session.lastChange.at.isValid();
    SituationCard card{Tone::Good, {}, {}, {PageAction::ConnectYourSystem}};
    card.headline =
        wasChanged ? SituationText::tr("Modbus TCP is on.") : SituationText::tr("Modbus TCP is already on.");
    card.text = at.isValid() ? SituationText::tr("%1 answers on port %2, seen from this computer at %3.")
                                   .arg(title, port, clockText(at, locale))
                             : SituationText::tr("%1 answers on port %2.").arg(title, port);
    if (!wasChanged)
        card.text = SituationText::tr("%1 There is nothing to switch.", "after a sentence").arg(card.text);
    return card;
}

SituationCard notProvedCard(const Gateway &gateway, const PageSession &session)
{
    const quint16 port = modbusPort(gateway, session);
    SituationCard card{Tone::Caution, {}, {}, {PageAction::TestAgain}};
    switch (modbusOf(gateway, session)) {
    case ServiceState::Open:
        card.headline = SituationText::tr("Port %1 accepts connections.").arg(port);
        card.text = SituationText::tr("Nobody has asked yet who answers there. The test does; it changes "
                                      "nothing.");
        break;
    case ServiceState::Silent:
        card.headline = SituationText::tr("Port %1 accepts connections, but does not answer.").arg(port);
        card.text =
            SituationText::tr("Another client may hold the only connection, or the server hangs: stop "
                              "other clients and test again, or restart the gateway.");
        break;
    case ServiceState::NotSigenergy:
    case ServiceState::Garbage:
        card.headline = SituationText::tr("What answers on port %1 is not a Sigenergy plant.").arg(port);
        card.text = SituationText::tr("The server may still be starting, or a router passes the port on to "
                                      "another device.");
        break;
    default:
        card.headline =
            SituationText::tr("Port %1 accepts connections, but gives no usable Modbus answer.").arg(port);
        card.text = SituationText::tr("The server may still be starting, or let in only the clients that are "
                                      "on its list.");
    }
    return card;
}

SituationCard noAnswerCard(const Gateway &gateway, const PageSession &session, const QLocale &locale)
{
    const bool wasAsked = gateway.place().silent || session.proof.isGone;
    return {Tone::Plain,
            wasAsked ? SituationText::tr("Nothing answers at %1.").arg(shownHost(gateway))
                     : SituationText::tr("The last scan did not find %1.").arg(shownHost(gateway)),
            gateway.lastSeen.isValid()
                ? SituationText::tr("Last seen on %1. It may have no power, or another address now.",
                                    "24 Nov 2026, 18:20")
                      .arg(dayText(gateway.lastSeen, {}, locale))
                : SituationText::tr("The address that the app shows is often not the one on your network."),
            {PageAction::ScanNetwork, PageAction::WatchNetwork, PageAction::AskAgain}};
}

SituationCard noGatewayCard(const Gateway &gateway, const PageSession &session)
{
    const Place &place = gateway.place();
    const ServiceState modbus = modbusOf(gateway, session);
    if (gateway.isDisplaced())
        return {Tone::Plain,
                SituationText::tr("Another device has the address %1 now.").arg(shownHost(gateway)),
                SituationText::tr("A scan finds the gateway at its new address."),
                {PageAction::ScanNetwork}};
    SituationCard card{
        Tone::Plain,
        SituationText::tr("%1 answers, but nothing says that it is a gateway.").arg(shownHost(gateway)),
        {},
        {PageAction::ScanNetwork, PageAction::ThisIsMyGateway}};
    if (modbus == ServiceState::NotSigenergy || modbus == ServiceState::Garbage)
        card.text = SituationText::tr("What answers on port %1 is not a Sigenergy plant.")
                        .arg(modbusPort(gateway, session));
    else if (place.seen && accepts(place.webSocket.state))
        card.text = SituationText::tr("Port %1 accepts connections, but does not speak a gateway's language.")
                        .arg(place.webSocket.port);
    else
        card.text = SituationText::tr("It does not accept connections to the ports of a gateway.");
    return card;
}

} // namespace

std::optional<SituationCard> situationCard(Situation situation, const Gateway &gateway,
                                           const PageSession &session, const QLocale &locale)
{
    switch (situation) {
    case Situation::OutcomeUnknown:
        if (session.isSignedIn()) // the server's card says it
            return std::nullopt;
        return unknownCard();
    case Situation::WasOn:
        return wasOnCard(turnedOff(gateway).value_or(TurnedOff()), locale);
    case Situation::AlreadyOn:
        return alreadyOnCard(gateway, session, locale);
    case Situation::NotProved:
        if (session.isSignedIn() || session.failed) // the failure itself says it
            return std::nullopt;
        return notProvedCard(gateway, session);
    case Situation::NoGateway:
        return noGatewayCard(gateway, session);
    case Situation::NoAnswer:
        return noAnswerCard(gateway, session, locale);
    case Situation::NameUnknown:
        return SituationCard{
            Tone::Plain,
            SituationText::tr("No device on this network is called %1.").arg(shownHost(gateway)),
            SituationText::tr("The router gives the names. A scan finds the gateway without one."),
            {PageAction::ScanNetwork, PageAction::WatchNetwork, PageAction::AskAgain}};
    case Situation::UnderWay:
    case Situation::Proved:
    case Situation::Off:
    case Situation::Unread:
    case Situation::Refused:
    case Situation::SignIn:
    case Situation::AppOnly:
        break;
    }
    return std::nullopt;
}

QString signInOffer(Situation situation, const Gateway &gateway, const PageSession &session)
{
    if (session.isSignedIn() || session.wantsForm)
        return {};
    switch (situation) {
    case Situation::AlreadyOn:
    case Situation::NotProved:
        return hasNoSignIn(gateway.place()) ? QString() : SituationText::tr("Sign in to change it…");
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

QString otherWay(Situation situation, const PageSession &session)
{
    const bool hasFailed = session.signInProblem && std::holds_alternative<JobResult>(*session.signInProblem);
    const bool isOff = situation == Situation::Off || situation == Situation::WasOn;
    const bool hadNoEffect = session.failed && session.failed->result.outcome == Outcome::NoEffect;
    if (!session.isSignedIn() && (situation == Situation::Refused || situation == Situation::SignIn)
        && hasFailed)
        return SituationText::tr(
            "Can't sign in? Turn Modbus TCP on in the app; this window watches and proves it.");
    if (session.isSignedIn()
        && (situation == Situation::Refused || (isOff && (isRefused(session) || hadNoEffect))))
        return SituationText::tr(
            "Not allowed? Turn Modbus TCP on in the app; this window watches and proves it.");
    return {};
}

QString whyNoSignIn(const Gateway &gateway, const PageSession &session)
{
    const Place &place = gateway.place();
    const quint16 port = place.webSocket.port ? place.webSocket.port : webSocketPort(gateway, session);
    const quint16 modbus = modbusPort(gateway, session);
    const bool isClosed =
        modbusOf(gateway, session) == ServiceState::Closed || place.refusedPorts.contains(modbus);
    if (gateway.before && gateway.before->on && isClosed)
        return SituationText::tr("Modbus TCP was on when last seen; port %1 is closed now.").arg(modbus);
    QString why;
    if (place.webSocket.state == ServiceState::Closed || place.refusedPorts.contains(port))
        why = SituationText::tr("Port %1 is closed, so this window can't sign in.").arg(port);
    else if (place.webSocket.state == ServiceState::Filtered)
        why = SituationText::tr("Port %1 does not answer, so this window can't sign in.").arg(port);
    else if (hasNoSignIn(place) || session.speaksOtherDialect())
        why = SituationText::tr("Port %1 speaks another protocol than this window, so it can't sign in.")
                  .arg(port);
    const QString once = SituationText::tr("The switch has to be flipped in the vendor's app, once.");
    return why.isEmpty() ? once : SituationText::tr("%1 %2", "two sentences").arg(why, once);
}

} // namespace Sigen
