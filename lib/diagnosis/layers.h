// The layers between this computer and a plant, as they are judged by what was seen. Pure.
#pragma once

#include "diagnosis/evidence.h"
#include "workflow/step.h"

#include <QLatin1StringView>
#include <QMetaType>

namespace Sigen {

struct Layer
{
    LayerId id = LayerId::Name;
    StepState state = StepState::Running;
    std::optional<std::chrono::milliseconds>
        elapsed; ///< of this layer alone; empty: it took no time of its own
    Messages detail;
    bool operator==(const Layer &) const = default;
};

/// The word of the command-line contract: "name", "port-8080", …
QLatin1StringView layerName(LayerId id);

/// Running while it can't be told yet: what is missing on the WebSocket port is a warning or a failure only
/// once the Modbus port was tried. Skipped once the evidence has ended and nothing was seen of it.
Layer judgeLayer(LayerId id, const DiagnosisEvidence &evidence);

} // namespace Sigen

Q_DECLARE_METATYPE(Sigen::Layer)
