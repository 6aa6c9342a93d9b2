// --unit and --units: which device units are asked for their identity.
#pragma once

#include "cli/options.h"
#include "modbus/identity.h"

#include <QCommandLineOption>
#include <QList>

namespace Sigen {

QList<QCommandLineOption> unitOptions();
IdentityOptions readUnits(Options &options);

/// While many are.
QString unitsAsked(int done, int total);

} // namespace Sigen
