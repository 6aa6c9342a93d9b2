// The one rule for "the same device". Pure.
#pragma once

#include "registry/gateway.h"

namespace Sigen {

enum class Sameness { Same, Different, NoEvidence };

/// The serial numbers decide where both are known, with one exception: on the Modbus port of a gateway that
/// reported its own at a sign-in another device may answer. Else the same place means the same device, unless
/// another MAC address was seen there. Else a MAC address that one has and no other host means that it has
/// moved; a repeater's, behind which several hosts stand, means nothing. What is not known never separates.
Sameness sameDevice(const Gateway &one, const Gateway &other);

} // namespace Sigen
