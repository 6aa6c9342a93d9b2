// A profile that is not built in: its requests are shown in a dry run, and before its first change of a
// gateway its user accepts them, at the terminal or with an option. That is remembered.
#pragma once

#include "cli/command.h"
#include "protocol/profile.h"

#include <memory>

namespace Sigen {

class Options;
class Output;
struct GatewayTarget;

struct ProfileConsent
{
    enum class Need {
        None,
        Show, ///< the requests, nothing is changed
        Remember, ///< given by the option
        Ask,
    };
    Need need = Need::None;
    ProtocolProfile profile;
    QString host;
    quint16 webSocketPort = 0;
};

enum class ProfileUse { Changes, DryRun };

/// Without a terminal and without --accept-profile a first change is a problem of the options. A profile that
/// leaves something open is refused by the job itself.
ProfileConsent readConsent(Options &options, const GatewayTarget &target, ProfileUse use);

/// \a command, once the user has consented. A no is its result: cancelled.
std::unique_ptr<Command> onceConsented(ProfileConsent consent, const QString &name,
                                       std::unique_ptr<Command> command, Output &output);

} // namespace Sigen
