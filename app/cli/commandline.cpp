#include "cli/commandline.h"

#include "cli/clitext.h"
#include "cli/commandtable.h"
#include "core/displaytext.h"

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr QLatin1StringView programName{"sigen-modbus-cli"};
static constexpr qsizetype helpWidth = 80; // the classic terminal

static bool asksForHelp(const QString &argument)
{
    return argument == "--help"_L1 || argument == "-h"_L1;
}

static Invocation wrongUse(const QString &problem)
{
    return {Invocation::Kind::WrongUse, problem, {}, {}};
}

Invocation readInvocation(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return wrongUse(CliText::tr("A command is missing; %1 --help lists all commands.").arg(programName));
    const QString first = arguments.first();
    if (asksForHelp(first))
        return {Invocation::Kind::Help, {}, {}, {}};
    if (first == "--version"_L1)
        return {Invocation::Kind::Version, {}, {}, {}};
    if (first.startsWith(u'-'))
        return wrongUse(CliText::tr("The option %1 is unknown, or comes before the command.")
                            .arg(displayText(first.section(u'=', 0, 0), 40)));
    if (isLaterCommand(first))
        return wrongUse(CliText::tr("The command %1 is not part of this version.").arg(first));
    if (!commandNames().contains(first))
        return wrongUse(CliText::tr("There is no command “%1”; %2 --help lists all commands.")
                            .arg(displayText(first, 40), programName));
    const QStringList rest = arguments.mid(1);
    const bool help = std::any_of(rest.begin(), rest.end(), asksForHelp);
    return {help ? Invocation::Kind::CommandHelp : Invocation::Kind::Run, {}, first, rest};
}

QString parseOptions(QCommandLineParser &parser, const CommandDescription &command,
                     const QStringList &arguments)
{
    for (const OptionGroup &group : command.groups)
        parser.addOptions(group.options);
    // The parser expects a program's name in front.
    const bool understood = parser.parse(QStringList{QString(programName)} + arguments);
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.contains("password"_L1))
        return CliText::tr("A password is never an argument, where others could see it; use --password-file, "
                           "--password-stdin or the environment variable SIGEN_MODBUS_PASSWORD.");
    if (!unknown.isEmpty())
        return CliText::tr("The command %1 has no option “%2”.")
            .arg(command.name, displayText(unknown.first(), 40));
    if (!understood)
        return displayText(parser.errorText());
    // Not repeated: what stands there may be a password that slipped in.
    const QStringList others = parser.positionalArguments();
    if (!command.words.isEmpty() && (others.size() != 1 || !command.words.contains(others.constFirst())))
        return CliText::tr("The command %1 takes exactly one of these words: %2.")
            .arg(command.name, command.words.join(", "_L1));
    if (command.words.isEmpty() && command.arguments.isEmpty() && !others.isEmpty())
        return CliText::tr(
                   "The command %1 takes options only, for example --host 192.168.1.150, but something else "
                   "was given.")
            .arg(command.name);
    return {};
}

static QString wrapped(const QString &text, qsizetype indent)
{
    QString lines;
    qsizetype column = indent;
    for (const QString &word : text.split(u' ')) {
        if (column > indent && column + 1 + word.size() > helpWidth) {
            lines += u'\n' + QString(indent, u' ');
            column = indent;
        } else if (column > indent) {
            lines += u' ';
            ++column;
        }
        lines += word;
        column += word.size();
    }
    return lines;
}

static QString helpEntry(const QString &head, const QString &text)
{
    constexpr qsizetype textColumn = 26;
    QString entry = u"  "_s + head;
    entry += entry.size() + 2 <= textColumn ? QString(textColumn - entry.size(), u' ')
                                            : u'\n' + QString(textColumn, u' ');
    return entry + wrapped(text, textColumn) + u'\n';
}

static QString optionHead(const QCommandLineOption &option)
{
    QStringList names;
    for (const QString &name : option.names())
        names += (name.size() == 1 ? u"-"_s : u"--"_s) + name;
    QString head = names.join(", "_L1);
    if (!option.valueName().isEmpty())
        head += u' ' + option.valueName();
    return head;
}

QString programHelp()
{
    QString help = CliText::tr("Usage: %1 COMMAND [options]").arg(programName) + "\n\n"_L1;
    help += wrapped(
        CliText::tr("Switches the Modbus TCP server of a SigenEnergy gateway on or off and proves that it "
                    "answers."),
        0);
    help += "\n\n"_L1 + CliText::tr("Commands:") + u'\n';
    for (const QString &name : commandNames())
        help += helpEntry(name, describeCommand(name).summary);
    help += u'\n' + CliText::tr("Options:") + u'\n';
    help += helpEntry(u"-h, --help"_s, CliText::tr("Show this help; after a command, the help of that command."));
    help += helpEntry(u"--version"_s, CliText::tr("Show the version."));
    help += u'\n' + CliText::tr("Examples:") + u'\n';
    for (const QLatin1StringView example :
         {"demo"_L1, "status --host 192.168.1.150"_L1,
          "enable --host 192.168.1.150 --password-file gateway.txt"_L1, "enable --help"_L1})
        help += "  "_L1 + programName + u' ' + example + u'\n';
    return help;
}

QString commandHelp(const CommandDescription &command)
{
    const QString words = command.words.isEmpty() ? command.arguments : command.words.join(u'|');
    const QString name = words.isEmpty() ? command.name : QString(command.name + u' ' + words);
    QString help = CliText::tr("Usage: %1 %2 [options]").arg(programName, name) + "\n\n"_L1;
    help += wrapped(command.explanation, 0) + u'\n';
    for (const OptionGroup &group : command.groups) {
        help += u'\n' + group.title + u'\n';
        for (const QCommandLineOption &option : group.options)
            help += helpEntry(optionHead(option), option.description());
    }
    help += u'\n' + CliText::tr("Examples:") + u'\n';
    for (const QString &example : command.examples)
        help += "  "_L1 + programName + u' ' + example + u'\n';
    return help;
}

} // namespace Sigen
