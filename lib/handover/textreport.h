// What "Save report" writes: the last change and the last test of a gateway as a text that may be shown to
// strangers. Passwords and tokens are masked, serial numbers and MAC addresses shortened, control characters
// escaped. Pure.
#pragma once

#include "core/redaction.h"
#include "workflow/jobresult.h"
#include "workflow/step.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Sigen {

struct ReportedJob
{
    QDateTime at; ///< when it ended
    QString action; ///< the word of the command-line contract: "enable", "verify", …
    std::optional<quint16> testedPort; ///< of a test; a change reports the gateway's own port
    QList<Step> steps; ///< as they ended, in their order; a running one is shown as such
    JobResult result;
};

struct ReportContents
{
    QString programVersion;
    QString system; ///< operating system, for example QSysInfo::prettyProductName()
    QDateTime createdAt;
    QString host; ///< as the user gave it
    QString mac; ///< empty: not known
    std::optional<ReportedJob> change;
    std::optional<ReportedJob> test;
};

/// \a redactor knows the secrets of this session. Ends in a line feed; times are UTC.
QString textReport(const ReportContents &contents, const Redactor &redactor);

} // namespace Sigen
