// What a page has seen of its gateway, as the evidence that causes and layers are judged by: its cards say
// the same as a diagnosis. Pure.
#pragma once

#include "diagnosis/evidence.h"
#include "registry/gateway.h"
#include "ui/controllers/pagesession.h"

#include <optional>

namespace Sigen {

/// \a route: this computer's to the gateway, where both are in one network.
DiagnosisEvidence pageEvidence(const Gateway &gateway, const PageSession &session,
                               const std::optional<Route> &route = {});

} // namespace Sigen
