#include "ui/controllers/pagestate.h"

#include "core/displaytext.h"
#include "protocol/ownprofile.h"
#include "ui/controllers/pageevidence.h"
#include "ui/controllers/servercardstate.h"
#include "ui/models/clocktext.h"
#include "ui/models/hostrow.h"
#include "ui/models/seensteps.h"
#include "ui/models/stepsentences.h"
#include "words/messages.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class PageText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::GatewayController)
};

using Kind = PageJob::Kind;

constexpr qsizetype shownLength = 60; // of a name, model or serial in a heading

/// Whole, however long: it is what the user accepts. A line may end after each comma.
QString requestsText(const ProtocolProfile &profile)
{
    QString text;
    const QList<NamedRequest> requests = requestsOf(profile);
    for (const NamedRequest &request : requests)
        text += u"%1: %2\n"_s.arg(request.name, displayText(request.text, request.text.size()));
    text.replace(u',', u",\u200B"_s);
    return text
        + PageText::tr("In place of {enabled} it sends %1 for on and %2 for off.")
              .arg(displayText(enabledText(profile, true)), displayText(enabledText(profile, false)));
}

QString shownUser(const PageSession &session)
{
    return displayText(session.form.username, 40);
}

QString shownSerial(const Gateway &gateway, const PageSession &session)
{
    return displayText(session.serial.isEmpty() ? gateway.serial : session.serial, shownLength);
}

/// What a page of one moment is made from.
struct Maker
{
    const Gateway &gateway;
    const PageSession &session;
    const PageContext &context;
    const quint16 port = modbusPort(gateway, session);

    bool isVerified() const { return session.isVerified(port); }

    /// Who it is, as far as the title does not say it, and how it is known.
    QString subtitle(bool showsForm) const
    {
        const Place &place = gateway.place();
        const QString host = displayText(gateway.host(), shownLength);
        const QString title = gatewayTitle(gateway);
        const QString model = displayText(gateway.model, shownLength);
        const QString serial = shownSerial(gateway, session);
        QStringList parts;
        if (!model.isEmpty() && title != model && !gateway.demo)
            parts += model;
        if (title != host)
            parts += host;
        if (!serial.isEmpty())
            parts += PageText::tr("serial %1").arg(serial);
        else if (place.vendorMac && place.webSocket.state == ServiceState::Handshake)
            parts += PageText::tr("found by its hardware address and port %1")
                         .arg(webSocketPort(gateway, session));
        else if (place.vendorMac)
            parts += {displayText(gateway.mac(), shownLength), PageText::tr("known by its network card")};
        if (place.typed && !place.seen)
            parts += PageText::tr("added by address");
        if (session.isSignedIn())
            parts += PageText::tr("signed in as %1").arg(shownUser(session));
        else if (session.signIn == SignInState::SigningIn)
            parts += PageText::tr("signing in…");
        else if (showsForm && session.signIn != SignInState::Refused)
            parts += PageText::tr("not signed in");
        else if (parts.isEmpty() && place.seen)
            parts += PageText::tr("found by a scan");
        return parts.join(u" · "_s);
    }

    std::optional<Chip> signInChip() const
    {
        switch (session.signIn) {
        case SignInState::SignedIn:
            if (session.proof.isGone)
                return Chip{PageText::tr("No answer"), Tone::Caution,
                            PageText::tr("Signed in as %1, but the gateway does not answer any more.")
                                .arg(shownUser(session))};
            return Chip{PageText::tr("Signed in"), Tone::Good,
                        PageText::tr("Signed in as %1.").arg(shownUser(session))};
        case SignInState::SigningIn:
            return Chip{PageText::tr("Signing in…"), Tone::Busy, PageText::tr("The sign-in is under way.")};
        case SignInState::Refused:
            return Chip{PageText::tr("Sign-in refused"), Tone::Bad,
                        PageText::tr("The gateway refused the sign-in.")};
        case SignInState::SignedOut:
            break;
        }
        return std::nullopt;
    }

    SignInCardState signIn() const
    {
        SignInCardState card;
        card.canSubmit = !session.isBusy();
        if (session.signInProblem)
            card.failure = signInFailure(*session.signInProblem);
        if (context.keychain)
            card.keychainProblem = accountSentence(*context.keychain);
        card.isDemo = gateway.demo;
        return card;
    }

    QString activity() const
    {
        switch (session.job.kind) {
        case Kind::None:
            return {};
        case Kind::SignIn:
            if (session.job.waitsForKeychain)
                return PageText::tr("Waiting for the keychain, which may be asking to be unlocked…");
            return session.job.fetchesPassword ? PageText::tr("Asking the keychain…")
                                               : PageText::tr("Signing in…");
        case Kind::Read:
            return PageText::tr("Reading the setting…");
        case Kind::TurnOn:
            return PageText::tr("Turning on…");
        case Kind::TurnOff:
            return PageText::tr("Turning off…");
        case Kind::SetPort:
            return PageText::tr("Changing the port…");
        case Kind::Repair:
            return PageText::tr("Switching off and on again…");
        case Kind::Search:
            return PageText::tr("Looking at the other addresses…");
        case Kind::Test:
            return PageText::tr("Testing port %1…").arg(port);
        }
        return {};
    }

    /// Nothing is to be seen there but what the first card says, until the user tests the port.
    bool isSilentAbout(Situation resting) const
    {
        return (resting == Situation::Refused && !session.isSignedIn()) || resting == Situation::NoAnswer
            || resting == Situation::NameUnknown || resting == Situation::NoGateway;
    }

    void fold(VerificationCard &card, bool isSeen) const
    {
        const qsizetype ticked = StepRun::allTicked(card.steps);
        if (ticked == 0 || session.isBusy() || card.failure || !card.warnings.isEmpty())
            return;
        card.foldedTitle = PageText::tr("%1 of %2 steps").arg(ticked).arg(ticked);
        card.foldedText = isSeen ? seenSummary(card.steps, port, context.locale)
                                 : session.steps.summary(card.steps, context.locale);
    }

    VerificationCard verification(Situation resting) const
    {
        VerificationCard card;
        card.isShown =
            session.isBusy() || session.failed || session.stepsTestedAt.isValid() || !isSilentAbout(resting);
        card.testedPort = port;
        card.testText = PageText::tr("Test port %1").arg(port);
        card.canTest = !session.isBusy() && !gateway.host().isEmpty();
        if (session.job.isChange())
            card.when.clear(); // the server's card says it
        else if (session.isBusy())
            card.when = activity();
        else if (session.stepsTestedAt.isValid())
            card.when =
                PageText::tr("from this computer, %1").arg(clockText(session.stepsTestedAt, context.locale));
        if (session.failed) {
            GatewayFacts about = gatewayFacts(gateway, session);
            about.ownAddress = session.failed->ownAddress;
            card.failure = jobFailure(session.failed->result, session.failed->port, about);
        }
        if (session.elsewhere)
            card.finding = searchFinding(*session.elsewhere, context.locale);
        // A failure has its own button.
        card.emphasizeTest =
            card.canTest && session.setting && session.setting->enabled && !isVerified() && !card.failure;
        card.steps = session.steps.rows();
        // What a scan saw counts as a test, and is not forgotten here.
        const bool isSeen = card.steps.isEmpty() && !session.isBusy();
        if (isSeen)
            card.steps = seenSteps(gateway, port, resting == Situation::AppOnly);
        if (isSeen && resting == Situation::AppOnly)
            card.when = PageText::tr("by itself, when the port opens");
        else if (isSeen && !card.steps.isEmpty() && gateway.place().modbus.at.isValid())
            card.when = PageText::tr("seen at %1").arg(clockText(gateway.place().modbus.at, context.locale));
        if (card.steps.isEmpty() && !session.isBusy())
            card.note =
                PageText::tr("Nothing was tried yet. The test connects from this computer to the Modbus port "
                             "and asks who answers; it needs no sign-in and changes nothing.");
        card.warnings = messageTexts(session.warnings);
        card.warnings.removeIf([&card](const QString &warning) {
            return std::any_of(card.steps.cbegin(), card.steps.cend(), [&warning](const StepRow &row) {
                return row.sentence.contains(headline(warning));
            });
        });
        fold(card, isSeen);
        card.offersConnect = resting == Situation::Proved && !session.isBusy();
        return card;
    }

    /// Nothing where only a scan did not find it.
    QList<LayerRow> silentLayers() const
    {
        const DiagnosisEvidence seen = pageEvidence(gateway, session, context.route);
        if (!isHostSilent(seen) && !isNobodyThere(seen))
            return {};
        QList<LayerId> layers{LayerId::WebSocketPort, LayerId::ModbusPort};
        if (seen.neighbour)
            layers.prepend(LayerId::Neighbour);
        if (seen.route)
            layers.prepend(LayerId::Route);
        return layerRows(seen, context.locale, layers);
    }

    /// \a resting: the situation beneath a job that is under way.
    void lead(PageState &page, Situation resting) const
    {
        if (!session.job.isChange()) // of which the server's card speaks
            page.card = situationCard(resting, gateway, session, context);
        if (resting == Situation::NoAnswer)
            page.layers = silentLayers();
        if (resting == Situation::AppOnly)
            page.appWay =
                AppWay{whyNoSignIn(gateway, session), context.route.value_or(Route()).ownAddress, port};
        if (!session.isBusy())
            page.signInOffer = signInOffer(resting, gateway, session);
        page.showsForm = !session.isSignedIn()
            && (resting == Situation::SignIn || resting == Situation::Refused || session.wantsForm
                || session.signIn == SignInState::SigningIn);
        if (!gateway.demo)
            page.otherWay = otherWay(resting, session);
    }

    /// Nothing is certain before the state was read: then that is the one button to press, and it stands with
    /// the switch.
    static void leaveOnePrimary(PageState &page)
    {
        std::optional<Failure> &failure = page.verification.failure;
        if (!failure || !failure->button || !page.server.emphasizeRead)
            return;
        const PageAction action = *std::exchange(failure->button, std::nullopt);
        if (action != PageAction::ReadState)
            failure->more.prepend(action);
    }

    /// A step that failed leaves it to \a failure to say why, where that says the same.
    void sayOnce(const std::optional<Failure> &failure, QList<StepRow> &steps) const
    {
        for (StepRow &step : steps) {
            const bool isSaid = failure
                && (step.sentence.startsWith(headline(failure->title))
                    || failure->title.contains(step.sentence, Qt::CaseInsensitive));
            if (isSaid && step.state == StepRow::State::Failed)
                step.sentence = session.steps.title(step.id);
        }
    }
};

} // namespace

GatewayFacts gatewayFacts(const Gateway &gateway, const PageSession &session)
{
    GatewayFacts about;
    about.title = gatewayTitle(gateway);
    about.host = displayText(gateway.host(), shownLength);
    about.serial = shownSerial(gateway, session);
    about.webSocketPort = webSocketPort(gateway, session);
    about.signedIn = session.isSignedIn();
    about.isGone = session.proof.isGone;
    about.wasSearched = session.elsewhere.has_value();
    if (!session.isDoubtful)
        about.setting = session.setting;
    if (session.way && !isBuiltIn(session.way->profile)) {
        about.ownProfile = displayText(session.way->profile.name, shownLength);
        about.requests = requestsText(session.way->profile);
    }
    return about;
}

PageState pageState(const Gateway &gateway, const PageSession &session, const PageContext &context)
{
    const Maker maker{gateway, session, context};
    PageState page;
    page.title = gatewayTitle(gateway);
    page.situation = situationOf(gateway, session);
    const Situation resting = restingSituation(gateway, session);
    maker.lead(page, resting);
    page.subtitle = maker.subtitle(page.showsForm);
    if (session.isSignedIn() && session.form.remember && context.keychain)
        page.notice = accountSentence(*context.keychain);
    page.signInChip = maker.signInChip();
    page.isSignedIn = session.isSignedIn();
    page.isBusy = session.isBusy();
    page.hasModbus = session.hasAnswered || provesPlant(gateway.modbus());
    page.signIn = maker.signIn();
    page.offersKeepOn = session.isSignedIn() && (resting == Situation::WasOn || session.wasFoundOff);
    page.server = serverCard(gateway, session, context);
    page.verification = maker.verification(resting);
    maker.leaveOnePrimary(page);
    maker.sayOnce(page.verification.failure, page.verification.steps);
    maker.sayOnce(page.signIn.failure, page.verification.steps);
    return page;
}

} // namespace Sigen
