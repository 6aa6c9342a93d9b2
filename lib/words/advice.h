// The sentences for an Error: what happened, what to do next; for the window, the command line and reports
// alike. What is wrong on the way to a plant is said as a diagnosis says it (words/causewords.h); here stands
// what only a job can meet.
#pragma once

#include "diagnosis/jobevidence.h"
#include "words/nextsteps.h"

#include <QString>
#include <QStringList>

namespace Sigen {

/// One translated sentence: what happened. Safe to show (network text went through displayText()).
QString errorMessage(const Error &error);

/// The same about a job: what matters most comes first, that the server may be off now. \a seen: what is
/// known of the way beside the result.
QString jobMessage(const JobResult &result, const DiagnosisEvidence &seen);
QString jobMessage(const JobResult &result);

/// What to do next, most likely first; translated sentences. \a error: the result's, or what came after it.
QStringList errorAdvice(const Error &error, const JobResult &result, const DiagnosisEvidence &seen,
                        Reader reader);
QStringList errorAdvice(const Error &error, const JobResult &result, Reader reader = Reader::Window);

} // namespace Sigen
