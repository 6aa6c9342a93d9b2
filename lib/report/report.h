// What was done at a gateway and what was seen there, as one value for others to read: the window's "Save
// report", and whatever else shows the same to strangers. What must not leave is taken out once, in
// reportdocument.h; how it looks is its renderers'. Pure.
#pragma once

#include "core/trace.h"
#include "diagnosis/evidence.h"
#include "modbus/plantreader.h"
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

struct ReportedDiagnosis
{
    QDateTime at; ///< when it ended
    DiagnosisEvidence evidence;
};

/// What a plant reported at one moment.
struct ReportedValues
{
    QDateTime at; ///< UTC
    QList<RegisterValue> values; ///< as PlantRead has them
};

struct Report
{
    QString programVersion;
    QString system; ///< operating system, for example QSysInfo::prettyProductName()
    QDateTime createdAt;
    QString host; ///< as the user gave it
    QString mac; ///< empty: not known
    std::optional<ReportedJob> change; ///< the last one
    std::optional<ReportedJob> test;
    std::optional<ReportedDiagnosis> diagnosis{};
    std::optional<ReportedValues> values{};
    QList<TraceEntry> frames{}; ///< the last ones, oldest first
};

/// Named after the minute, in local time; \a suffix without a dot.
QString reportFileName(const QDateTime &now, QLatin1StringView suffix);

} // namespace Sigen
