// The command-line contract's JSON, checked field by field.
#pragma once

#include "cli/cliprocess.h"

#include <QString>

namespace Sigen::Test {

/// What is wrong with standard output as a whole; empty when it keeps the contract: every line a known object
/// with exactly its fields, all of the right types and words, exactly one result, and that last, with the
/// exit code of the process, and no character that could steer a terminal.
QString contractBreach(const CliResult &result);

} // namespace Sigen::Test
