// A profile held against a capture: would it have sent the same, and understood the replies? Pure.
#pragma once

#include "capture/capture.h"
#include "protocol/profile.h"

#include <QStringList>

namespace Sigen {

struct ProfileCheck
{
    QStringList contradictions; ///< with their lines; untranslated sentences
    int requests = 0; ///< of the capture, that the profile would have sent word for word
    int replies = 0; ///< to them, that it understands
};

ProfileCheck checkProfile(const ProtocolProfile &profile, const Capture &capture);

} // namespace Sigen
