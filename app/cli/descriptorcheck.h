// Before there is an event loop: without descriptors it would end the process without a word.
#pragma once

#include <QStringList>

#include <optional>

namespace Sigen {

class Console;

/// When this process may open too few files for any command: says so, with the command's result where JSON
/// was asked for, and gives the exit code. \a arguments: after the program's name.
std::optional<int> endWithoutDescriptors(const QStringList &arguments, Console &console);

} // namespace Sigen
