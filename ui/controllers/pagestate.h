// What a gateway's page shows, as a value: a pure function of what is known of the gateway, of what the page
// has seen of it in this run, and of the job that is under way. Nothing here is hoped for: "off" only after a
// read. A new situation of the page is a new branch of pageState() and a view that shows it.
#pragma once

#include "accounts/account.h"
#include "ui/controllers/gatewaytexts.h"
#include "ui/controllers/pagesession.h"
#include "ui/controllers/servercardstate.h"
#include "ui/controllers/situationcard.h"
#include "ui/models/chip.h"
#include "ui/models/facts.h"
#include "ui/models/layerrows.h"

#include <QLocale>

#include <optional>

namespace Sigen {

struct VerificationCard
{
    bool isShown = false; ///< false: the first card says it all
    bool offersConnect = false; ///< all is done: what comes next
    QString note; ///< what stands in the place of the steps before the first test; may be empty
    QString when; ///< "from this computer, 14:02:31", or what is under way: "Turning on…"; may be empty
    QString testText; ///< "Test port 502"
    quint16 testedPort = 0; ///< the port that the button will test
    bool canTest = false;
    bool emphasizeTest = false; ///< the next thing to press
    QList<StepRow> steps; ///< empty: nothing was tried yet
    QString foldedTitle; ///< "5 of 5 steps": all are ticked, one line is enough; else empty
    QString foldedText; ///< "reachable · signed in · …"
    QStringList warnings; ///< what no step says
    std::optional<Failure> failure; ///< of the last change or test
    std::optional<Failure> finding; ///< of a search at other addresses
    bool operator==(const VerificationCard &) const = default;
};

struct SignInCardState
{
    bool canSubmit = false;
    std::optional<Failure> failure; ///< why the last sign-in failed
    QString keychainProblem; ///< why a password can't be remembered; empty while nothing speaks against it
    bool isDemo = false;
    bool operator==(const SignInCardState &) const = default;
};

/// The way through the vendor's app, where this program can't sign in.
struct AppWay
{
    QString why; ///< "192.168.1.50:8080 refuses connections, so there is no local sign-in."
    QString ownAddress; ///< this computer's on that network, for a list of permitted clients; may be empty
    quint16 port = 0; ///< of the Modbus server
    bool operator==(const AppWay &) const = default;
};

struct PageState
{
    Situation situation = Situation::SignIn; ///< what the page leads with
    std::optional<SituationCard> card; ///< the first card, where the situation has one of its own
    QList<LayerRow> layers; ///< of a host that does not answer: what was seen on the way; else empty
    std::optional<AppWay> appWay;
    QString signInOffer; ///< the words of the button that leads to the form; empty: none
    bool showsForm = false; ///< the sign-in form
    QString otherWay; ///< below a refusal: leads to the way through the app; empty: it does not
    QString title; ///< "SigenStor EC 10.0 TP"
    QString subtitle; ///< "192.168.1.150 · serial 110A1234567890 · signed in as admin"
    QString notice; ///< for example that the password could not be kept; may be empty
    std::optional<Chip> signInChip; ///< "Signed in"
    bool isSignedIn = false;
    bool isBusy = false; ///< and can be cancelled
    bool hasModbus = false; ///< Modbus has answered: values and snippets are of use
    SignInCardState signIn; ///< shown with showsForm
    bool offersKeepOn = false; ///< it was found off, so that it may happen again
    ServerCard server; ///< shown while somebody is signed in
    VerificationCard verification;
    bool operator==(const PageState &) const = default;
};

PageState pageState(const Gateway &gateway, const PageSession &session, const PageContext &context);

/// What questions and failures are about.
GatewayFacts gatewayFacts(const Gateway &gateway, const PageSession &session);

} // namespace Sigen
