// The window's command line as a value.
#pragma once

#include "settings/settings.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace Sigen {

struct StartOptions
{
    bool demo = false;
    QString host; ///< as normalizedHost() gives it; empty: none
    std::optional<Theme> theme; ///< for this run
    std::optional<QString> language; ///< for this run, for example "de"
    QString settingsFile; ///< absolute; empty: the default one
    bool scan = true; ///< --no-scan: false
    bool operator==(const StartOptions &) const = default;
};

struct StartProblem
{
    QString sentence;
};

/// \a arguments without the program's own name.
std::variant<StartOptions, StartProblem> readStartOptions(const QStringList &arguments);

/// What --help prints.
QString startHelp();

} // namespace Sigen
