// The table that causes are found by: a row for each situation that is told apart. Pure.
#pragma once

#include "diagnosis/causes.h"

#include <array>
#include <span>

namespace Sigen {

// NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding): its rows are read in this order
struct CauseRule
{
    CauseCode code;
    LayerId layer; ///< where it shows: where that failed it is a failure, else a warning
    Certainty certainty;
    bool (*applies)(const DiagnosisEvidence &evidence);
    std::array<NextStep, 3> steps;
};

/// In the order of the layers. Of several rows with one code the first that applies counts.
std::span<const CauseRule> causeRules();

} // namespace Sigen
