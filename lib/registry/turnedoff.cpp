#include "registry/turnedoff.h"

namespace Sigen {

bool TurnedOff::hasOtherFirmware() const
{
    return !firmwareThen.isEmpty() && !firmwareNow.isEmpty() && firmwareThen != firmwareNow;
}

std::optional<TurnedOff> turnedOff(const Gateway &gateway)
{
    if (gateway.doubtful || !gateway.before || !gateway.before->on || !gateway.setting || gateway.setting->on)
        return std::nullopt;
    return TurnedOff{gateway.before->at, gateway.setting->at, gateway.before->firmware, gateway.firmware};
}

} // namespace Sigen
