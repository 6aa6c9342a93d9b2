// What diagnose has to say, for people and for programs. Pure; all texts are translated and safe to show.
#pragma once

#include "cli/output.h"
#include "diagnosis/causes.h"

#include <QString>

namespace Sigen {

CheckReport checkReport(const Layer &layer, const DiagnosisEvidence &evidence);

/// The link test's reads, one character each: the taller, the longer it took; × for one that was lost.
QString linkPicture(const LinkFinding &link);

/// Causes and advice as lines; or, where nothing is wrong, what worked.
void printDiagnosis(Output &output, const QList<Cause> &causes, const DiagnosisEvidence &evidence);

/// The result as every command has it. \a error: why the diagnosis came to no end, if it did not; \a
/// fileError: why what it found could not be saved.
ResultReport diagnosisResult(const DiagnosisEvidence &evidence, const QList<Cause> &causes,
                             const Error &error, const Error &fileError = {});

} // namespace Sigen
