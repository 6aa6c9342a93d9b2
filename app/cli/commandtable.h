// The commands of this version.
#pragma once

#include "cli/commandline.h"

namespace Sigen {

/// In the order of the help.
QStringList commandNames();
/// \a name must be one of commandNames().
CommandDescription describeCommand(const QString &name);

/// True for the commands that the contract names and this version does not have yet.
bool isLaterCommand(const QString &name);

} // namespace Sigen
