#include "ui/controllers/situationcard.h"

#include "core/displaytext.h"
#include "diagnosis/jobevidence.h"
#include "registry/turnedoff.h"
#include "ui/controllers/pageevidence.h"
#include "ui/models/clocktext.h"
#include "ui/models/hostrow.h"
#include "words/causewords.h"

#include <QCoreApplication>

#include <algorithm>

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

/// The first cause that shows from \a lowest to \a highest.
std::optional<Cause> causeWithin(const DiagnosisEvidence &seen, LayerId lowest, LayerId highest)
{
    const QList<Cause> causes = findCauses(seen);
    const auto found = std::find_if(causes.cbegin(), causes.cend(), [&](const Cause &cause) {
        return cause.layer >= lowest && cause.layer <= highest;
    });
    return found == causes.cend() ? std::nullopt : std::optional(*found);
}

/// Two steps at most; a scan has a button.
QString whatToDo(Cause cause, const DiagnosisEvidence &seen)
{
    cause.steps.removeOne(NextStep::ScanNetwork);
    constexpr qsizetype shown = 2;
    return causeAdvice(cause, seen).first(std::min(shown, cause.steps.size())).join(u' ');
}

SituationCard notProvedCard(const DiagnosisEvidence &seen)
{
    SituationCard card{Tone::Caution, {}, {}, {PageAction::TestAgain}};
    if (const auto cause = causeWithin(seen, LayerId::Modbus, LayerId::Modbus)) {
        card.headline = causeSentence(*cause, seen);
        card.text = whatToDo(*cause, seen);
    } else {
        card.headline = SituationText::tr("Port %1 accepts connections.").arg(seen.modbusPort);
        card.text = SituationText::tr("Nobody has asked yet who answers there. The test does; it changes "
                                      "nothing.");
    }
    return card;
}

SituationCard noAnswerCard(const Gateway &gateway, const DiagnosisEvidence &seen, const QLocale &locale)
{
    const std::optional<Cause> cause = causeWithin(seen, LayerId::Name, LayerId::WebSocketPort);
    SituationCard card{Tone::Plain,
                       cause ? causeSentence(*cause, seen)
                             : SituationText::tr("The last scan did not find %1.").arg(shownHost(gateway)),
                       cause ? whatToDo(*cause, seen) : QString(),
                       {PageAction::ScanNetwork, PageAction::WatchNetwork, PageAction::AskAgain}};
    if (gateway.lastSeen.isValid()) {
        const QString last = SituationText::tr("Last seen on %1.", "24 Nov 2026, 18:20")
                                 .arg(dayText(gateway.lastSeen, {}, locale));
        card.text =
            card.text.isEmpty() ? last : SituationText::tr("%1 %2", "two sentences").arg(last, card.text);
    }
    return card;
}

SituationCard noGatewayCard(const Gateway &gateway, const DiagnosisEvidence &seen)
{
    if (gateway.isDisplaced())
        return {Tone::Plain,
                SituationText::tr("Another device has the address %1 now.").arg(shownHost(gateway)),
                SituationText::tr("A scan finds the gateway at its new address."),
                {PageAction::ScanNetwork}};
    auto cause = causeWithin(seen, LayerId::Modbus, LayerId::Modbus);
    if (!cause)
        cause = causeWithin(seen, LayerId::WebSocketPort, LayerId::Handshake);
    return {Tone::Plain,
            SituationText::tr("%1 answers, but nothing says that it is a gateway.").arg(shownHost(gateway)),
            cause ? causeSentence(*cause, seen) : QString(),
            {PageAction::ScanNetwork, PageAction::ThisIsMyGateway}};
}

} // namespace

std::optional<SituationCard> situationCard(Situation situation, const Gateway &gateway,
                                           const PageSession &session, const PageContext &context)
{
    const DiagnosisEvidence seen = pageEvidence(gateway, session, context.route);
    switch (situation) {
    case Situation::OutcomeUnknown:
        if (session.isSignedIn()) // the server's card says it
            return std::nullopt;
        return unknownCard();
    case Situation::WasOn:
        return wasOnCard(turnedOff(gateway).value_or(TurnedOff()), context.locale);
    case Situation::AlreadyOn:
        return alreadyOnCard(gateway, session, context.locale);
    case Situation::NotProved:
        if (session.isSignedIn() || session.failed) // the failure itself says it
            return std::nullopt;
        return notProvedCard(seen);
    case Situation::NoGateway:
        return noGatewayCard(gateway, seen);
    case Situation::NoAnswer:
    case Situation::NameUnknown:
        return noAnswerCard(gateway, seen, context.locale);
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
    const quint16 modbus = modbusPort(gateway, session);
    const bool isClosed =
        modbusOf(gateway, session) == ServiceState::Closed || place.refusedPorts.contains(modbus);
    if (gateway.before && gateway.before->on && isClosed)
        return SituationText::tr("Modbus TCP was on when last seen; port %1 is closed now.").arg(modbus);
    const QString once = SituationText::tr("The switch has to be flipped in the vendor's app, once.");
    const DiagnosisEvidence seen = pageEvidence(gateway, session);
    const auto cause = causeWithin(seen, LayerId::WebSocketPort, LayerId::SignIn);
    return cause && (hasNoSignIn(place) || session.speaksOtherDialect())
        ? SituationText::tr("%1 %2", "two sentences").arg(causeSentence(*cause, seen), once)
        : once;
}

} // namespace Sigen
