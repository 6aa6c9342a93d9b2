// What is the case on a gateway's page, and the one next thing to do: a pure function of what was seen. The
// page leads with it; a page never opens with a form where the program already knows better.
#pragma once

#include "registry/gateway.h"
#include "ui/controllers/pagesession.h"
#include "ui/models/facts.h"

#include <QLocale>

#include <optional>

namespace Sigen {

/// In this order: the first that fits.
enum class Situation {
    Changing, ///< a change is under way
    OutcomeUnknown, ///< a change was sent, and what it did could not be read back
    WasOn, ///< on when last seen, read as off now
    Proved, ///< on, and Modbus answered this computer in this run
    NotProved, ///< on by the gateway's word, or the port accepts, and no plant answered
    Off, ///< read from the gateway
    Unread, ///< signed in, and the setting could not be read
    AlreadyOn, ///< Modbus answers; nobody has signed in
    Refused, ///< the gateway refused the sign-in
    SignIn, ///< a sign-in is possible, or nothing speaks against trying
    AppOnly, ///< a gateway without a sign-in for this program: the way through the vendor's app
    NoGateway, ///< somebody answers, and nothing says that it is a gateway
    NoAnswer,
    NameUnknown,
};

Situation situationOf(const Gateway &gateway, const PageSession &session);

/// The page's first card, where it is neither the switch nor the form nor the way through the app.
struct SituationCard
{
    Tone tone = Tone::Plain;
    QString headline; ///< one sentence: what is the case
    QString text; ///< what it means; may be empty
    QList<PageAction> buttons; ///< the first is the primary one
    bool operator==(const SituationCard &) const = default;
};

std::optional<SituationCard> situationCard(Situation situation, const Gateway &gateway,
                                           const PageSession &session, const QLocale &locale);

/// Leads to the form where it does not show by itself: "Sign in to change it…". Empty: there is none.
QString signInOffer(Situation situation, const Gateway &gateway, const PageSession &session);

/// Why this program can't sign in: "Port 8080 is closed, so …". For Situation::AppOnly.
QString whyNoSignIn(const Gateway &gateway);

} // namespace Sigen
