// The longer texts of a gateway's page: questions before a change, and what a failure means. Pure.
#pragma once

#include "ui/controllers/pagesession.h"
#include "ui/models/facts.h"
#include "workflow/jobresult.h"

#include <QString>

#include <optional>

namespace Sigen {

/// What the texts are about; strings are safe to show.
struct GatewayFacts
{
    QString title; ///< "SigenStor EC 10.0 TP"
    QString host;
    QString serial; ///< empty: not known
    QString ownAddress; ///< this computer's on that network; empty: not known
    quint16 webSocketPort = 0;
    bool signedIn = false;
    bool isGone = false; ///< neither port did
    bool wasSearched = false; ///< at its network's other addresses, without a find
    std::optional<ReportedSetting> setting; ///< as last read
    QString ownProfile; ///< the name of a profile that is not built in; empty: a built-in one
    QString requests; ///< all of that profile, with their placeholders, and what it sends for on and off
};

/// \a edited: the port in the field, where it differs from \a port and was not applied; both are offered.
Question turnOnQuestion(const GatewayFacts &gateway, std::optional<quint16> port,
                        std::optional<quint16> edited = {});
/// Before the first change with a profile that is not built in; else as it is.
Question withProfile(Question question, const GatewayFacts &gateway);
Question turnOffQuestion(const GatewayFacts &gateway);
Question repairQuestion(const GatewayFacts &gateway);
Question setPortQuestion(const GatewayFacts &gateway, quint16 port);
/// Before it is kept on.
Question keepOnQuestion(const GatewayFacts &gateway, int seconds);
Question closeDuringChangeQuestion(const GatewayFacts &gateway);

/// Of a sign-in that did not begin or did not succeed.
Failure signInFailure(const SignInProblem &problem);
/// Of a change, a reading or a test of \a port.
Failure jobFailure(const JobResult &result, quint16 port, const GatewayFacts &gateway);

/// Of a search at the other addresses.
Failure searchFinding(const Elsewhere &elsewhere, const QLocale &locale);

/// Technical and untranslated; empty without an error.
QString technicalDetails(const JobResult &result);

} // namespace Sigen
