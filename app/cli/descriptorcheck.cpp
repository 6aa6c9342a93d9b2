#include "cli/descriptorcheck.h"

#include "cli/clitext.h"
#include "cli/commandline.h"
#include "cli/console.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "core/descriptors.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// The event loop, signals, two connections, and what is opened to look around before.
static constexpr int leastDescriptors = 16;

std::optional<int> endWithoutDescriptors(const QStringList &arguments, Console &console)
{
    const Invocation invocation = readInvocation(arguments);
    if (invocation.kind != Invocation::Kind::Run || canOpenDescriptors(leastDescriptors))
        return std::nullopt;
    const QString sentence =
        CliText::tr("Nothing was done: the limit on open files is too low by %1 (ulimit -n).")
            .arg(leastDescriptors);
    CommonOptions options;
    options.json = invocation.arguments.contains("--json"_L1);
    const std::unique_ptr<Output> output = makeOutput(console, nullptr, options);
    const bool isSearch = invocation.command == "discover"_L1;
    const Error error{isSearch ? ErrorCode::Unreachable : ErrorCode::Io, {}, sentence};
    const int exitCode = exitCodeOf(error.code);
    if (!options.json) {
        output->complain(sentence);
    } else {
        ResultReport report{invocation.command, {}};
        report.result.error = error;
        report.problem = sentence;
        if (isSearch)
            report.more.add("gateways"_L1, 0).add("hosts"_L1, 0);
        output->conclude(report);
    }
    return exitCode;
}

} // namespace Sigen
