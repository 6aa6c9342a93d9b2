// The options that every command takes.
#pragma once

#include "cli/options.h"
#include "core/timeouts.h"

#include <chrono>
#include <optional>

namespace Sigen {

struct OptionGroup;

struct CommonOptions
{
    bool json = false;
    bool quiet = false;
    bool verbose = false;
    bool colour = true; ///< false: never, whatever the terminal can do
    QString traceFile; ///< empty: none
    Timeouts timeouts;
    std::optional<std::chrono::milliseconds> verifyWait; ///< empty: the command's own default
};

/// \a network: with the options for waiting and tracing.
OptionGroup commonOptions(bool network = true);
CommonOptions readCommonOptions(Options &options, bool network = true);

} // namespace Sigen
