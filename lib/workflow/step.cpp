#include "workflow/step.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QLatin1StringView stepName(StepId id)
{
    switch (id) {
    case StepId::Reach:
        return "reach"_L1;
    case StepId::Handshake:
        return "handshake"_L1;
    case StepId::SignIn:
        return "sign-in"_L1;
    case StepId::Read:
        return "read"_L1;
    case StepId::Write:
        return "write"_L1;
    case StepId::ReadBack:
        return "read-back"_L1;
    case StepId::Port:
        return "port"_L1;
    case StepId::Modbus:
        return "modbus"_L1;
    case StepId::Wait:
        return "wait"_L1;
    }
    return {};
}

QLatin1StringView stepStateName(StepState state)
{
    switch (state) {
    case StepState::Running:
        return "running"_L1;
    case StepState::Ok:
        return "ok"_L1;
    case StepState::Warning:
        return "warning"_L1;
    case StepState::Failed:
        return "failed"_L1;
    case StepState::Skipped:
        return "skipped"_L1;
    }
    return {};
}

} // namespace Sigen
