#include "workflow/jobresult.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QLatin1StringView outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Enabled:
        return "enabled"_L1;
    case Outcome::AlreadyEnabled:
        return "already-enabled"_L1;
    case Outcome::Disabled:
        return "disabled"_L1;
    case Outcome::AlreadyDisabled:
        return "already-disabled"_L1;
    case Outcome::PortChanged:
        return "port-changed"_L1;
    case Outcome::Unchanged:
        return "unchanged"_L1;
    case Outcome::EnabledUnverified:
        return "enabled-unverified"_L1;
    case Outcome::Refused:
        return "refused"_L1;
    case Outcome::NoEffect:
        return "no-effect"_L1;
    case Outcome::Unknown:
        return "unknown"_L1;
    case Outcome::Verified:
        return "verified"_L1;
    case Outcome::NotVerified:
        return "not-verified"_L1;
    case Outcome::Read:
        return "read"_L1;
    case Outcome::Failed:
        return "failed"_L1;
    case Outcome::Cancelled:
        return "cancelled"_L1;
    case Outcome::DryRun:
        return "dry-run"_L1;
    case Outcome::Repaired:
        return "repaired"_L1;
    case Outcome::TimedOut:
        return "timed-out"_L1;
    }
    return {};
}

} // namespace Sigen
