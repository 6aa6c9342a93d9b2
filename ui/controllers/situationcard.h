// What a situation says: the words of the page's first card, and those of the ways that lead elsewhere. Pure.
#pragma once

#include "ui/controllers/servercardstate.h"
#include "ui/controllers/situation.h"
#include "ui/models/facts.h"

#include <optional>

namespace Sigen {

/// The page's first card, where it is neither the switch nor the form nor the way through the app.
struct SituationCard
{
    Tone tone = Tone::Plain;
    QString headline; ///< one sentence: what is the case
    QString text; ///< what it means; may be empty
    QList<PageAction> buttons; ///< the first is the primary one
    bool operator==(const SituationCard &) const = default;
};

/// \a situation: one at rest.
std::optional<SituationCard> situationCard(Situation situation, const Gateway &gateway,
                                           const PageSession &session, const PageContext &context);

/// Leads to the form where it does not show by itself: "Sign in to change it…". Empty: there is none.
QString signInOffer(Situation situation, const Gateway &gateway, const PageSession &session);

/// Below a sign-in or change that failed: that it can be done in the app. Empty: nothing of the kind.
QString otherWay(Situation situation, const PageSession &session);

/// Why this program can't sign in: "192.168.1.50:8080 refuses connections, so …". For Situation::AppOnly.
QString whyNoSignIn(const Gateway &gateway, const PageSession &session);

} // namespace Sigen
