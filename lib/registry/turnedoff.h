// "Was on when last seen, read as off now": somebody, or a firmware update, has switched the server off.
// Pure.
#pragma once

#include "registry/gateway.h"

namespace Sigen {

struct TurnedOff
{
    QDateTime lastOn; ///< UTC: when it was last seen on
    QDateTime readOff; ///< UTC
    QString firmwareThen; ///< empty: not known
    QString firmwareNow; ///< only when it was seen after that; a server that is off does not tell

    /// Both are known and differ.
    bool hasOtherFirmware() const;
    bool operator==(const TurnedOff &) const = default;
};

/// Empty unless an earlier run knew it on and this run has read it as off. One that was switched off in this
/// run, by this program or under the user's eyes, is none.
std::optional<TurnedOff> turnedOff(const Gateway &gateway);

} // namespace Sigen
