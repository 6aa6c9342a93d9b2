// The longer texts of a gateway's page: questions before a change, and what a failure means. Pure.
#pragma once

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
    bool signedIn = false;
    bool reachable = false; ///< its WebSocket port answered in this run
    std::optional<ReportedSetting> setting; ///< as last read
};

Question turnOnQuestion(const GatewayFacts &gateway, std::optional<quint16> port);
Question turnOffQuestion(const GatewayFacts &gateway);
Question setPortQuestion(const GatewayFacts &gateway, quint16 port);
Question closeDuringChangeQuestion(const GatewayFacts &gateway);

/// Of a sign-in that did not succeed.
Failure signInFailureOf(const JobResult &result);
/// Of a change, a reading or a test of \a port.
Failure jobFailure(const JobResult &result, quint16 port, const GatewayFacts &gateway);

/// Technical and untranslated; empty without an error.
QString technicalDetails(const JobResult &result);

} // namespace Sigen
