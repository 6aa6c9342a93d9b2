// Where the password comes from. Never from an argument; from exactly one of the sources that the contract
// names.
#pragma once

#include "cli/options.h"
#include "core/redaction.h"
#include "core/secret.h"

namespace Sigen {

struct OptionGroup;

struct PasswordSource
{
    enum class Kind {
        None, ///< there is none, and none is needed
        Known, ///< from a file or the environment, read already
        StandardInput,
        Keychain,
        Prompt,
    };
    Kind kind = Kind::None;
    Secret known;
};

/// Who asks for a password.
enum class PasswordNeed {
    ToSignIn, ///< required: prompts on a terminal when nothing is given
    IfGiven, ///< optional: used where an option or the environment gives one, never prompted for
    ToRequire, ///< the simulated gateway's own: optional, no keychain, no prompt
};

OptionGroup passwordOptions(PasswordNeed need);

/// Reads a password file and the environment at once; what needs waiting is left to PasswordRequest. Two
/// sources, an unusable one, and none where one is required are problems.
PasswordSource readPasswordSource(Options &options, PasswordNeed need);

/// For commands that need no password: knows the one of the environment, so that a device to which it was
/// told before can't bring it into their output.
Redactor environmentRedactor();
/// For those that need none and start other programs.
void forgetEnvironmentPassword();

} // namespace Sigen
