// What a job saw, as the evidence that causes are judged by: a job that failed and a diagnosis name the same
// cause and advice. Pure.
#pragma once

#include "diagnosis/causes.h"
#include "workflow/jobresult.h"

#include <optional>

namespace Sigen {

/// What \a error says of the way to a plant, and what \a result knows beside it; nothing where it speaks of
/// something else (a full disk, a change without effect). \a ownAddress: this computer's on the gateway's
/// network; empty: not known.
DiagnosisEvidence evidenceOf(const Error &error, const JobResult &result = {},
                             const QString &ownAddress = {});

/// The one that counts; empty where \a evidence tells of no fault.
std::optional<Cause> firstCause(const DiagnosisEvidence &evidence);

} // namespace Sigen
