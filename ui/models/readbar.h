// One read of a link test, as a bar: how long it took, and whether it was in time.
#pragma once

#include "ui/models/chip.h"

namespace Sigen {

struct ReadBar
{
    Tone tone = Tone::Good; ///< Caution: late; Bad: lost
    double part = 0; ///< of the tallest bar, 0 to 1
    bool operator==(const ReadBar &) const = default;
};

} // namespace Sigen
