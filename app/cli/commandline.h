// What a command is called, takes and says about itself, and how arguments become Options.
#pragma once

#include "cli/command.h"
#include "cli/commonoptions.h"
#include "cli/options.h"

#include <QCommandLineOption>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace Sigen {

class Output;

struct OptionGroup
{
    QString title;
    QList<QCommandLineOption> options;
};

struct CommandDescription
{
    QString name;
    QString summary; ///< one line, for the list of commands
    QString explanation; ///< a paragraph for the command's own help
    QString arguments; ///< what else it takes, for its help; empty: options only
    QList<OptionGroup> groups;
    QStringList words; ///< exactly one of them must come first, where there are any
    QStringList examples; ///< arguments after the program's name
    bool network = true; ///< takes the common options for waiting and tracing

    /// Reads the command's own options. When Options has a problem afterwards, the command must not be
    /// started.
    std::unique_ptr<Command> (*make)(Options &, const CommonOptions &, Output &) = nullptr;
};

/// The arguments after the program's name.
struct Invocation
{
    enum class Kind { Help, CommandHelp, Version, Run, WrongUse };

    Kind kind = Kind::WrongUse;
    QString problem; ///< for WrongUse: one sentence
    QString command;
    QStringList arguments; ///< for Run: the command's
};

Invocation readInvocation(const QStringList &arguments);

/// Parses \a arguments for \a command; anything it does not take is returned as a sentence, else an empty
/// text.
QString parseOptions(QCommandLineParser &parser, const CommandDescription &command,
                     const QStringList &arguments);

QString programHelp();
QString commandHelp(const CommandDescription &command);

} // namespace Sigen
