// The steps of a job as people see them, in the window's verification card and the command line's output.
#pragma once

#include "workflow/message.h"

#include <QLatin1StringView>
#include <QMetaType>

#include <chrono>

namespace Sigen {

/// Wait: until a server appears; only where one is waited for.
enum class StepId { Reach, Handshake, SignIn, Read, Write, ReadBack, Port, Modbus, Wait };
enum class StepState { Running, Ok, Warning, Failed, Skipped };

struct Step
{
    StepId id = StepId::Reach;
    StepState state = StepState::Running;
    std::chrono::milliseconds elapsed{0}; ///< of this step alone; 0 while running and when skipped
    Messages detail; ///< what there is to say about it, in this order
    bool operator==(const Step &) const = default;
};

/// The words of the command-line contract: "reach", "read-back", …
QLatin1StringView stepName(StepId id);
/// "running", "ok", "warning", "failed", "skipped".
QLatin1StringView stepStateName(StepState state);

} // namespace Sigen

Q_DECLARE_METATYPE(Sigen::Step)
