// sigen-modbus-cli: reads the command line, makes the command, and leaves with its exit code.

#include "cli/commandrun.h"
#include "cli/commandtable.h"
#include "cli/console.h"
#include "cli/descriptorcheck.h"
#include "cli/exitcode.h"
#include "cli/interrupt.h"
#include "cli/outputstream.h"
#include "cli/terminal.h"
#include "core/displaytext.h"
#include "languages/languages.h"
#include "network/hostlookup.h"
#include "network/reverselookup.h"
#include "startup/startup.h"

#include <QCoreApplication>

#include <cstdlib>
#include <optional>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

static void writeLogMessage(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    const QString category = QString::fromLatin1(context.category ? context.category : "");
    const QByteArray line = (category + ": "_L1 + displayText(message, 1024) + u'\n').toUtf8();
    OutputStream(StandardStream::Error).write(line);
}

static int runCommand(const CommandDescription &description, const QStringList &arguments, Console &console)
{
    CommandRun run(description, console);
    // Queued: a command may end before the event loop begins.
    QObject::connect(
        &run, &CommandRun::finished, qApp, [](int exitCode) { QCoreApplication::exit(exitCode); },
        Qt::QueuedConnection);
    run.start(arguments);
    return QCoreApplication::exec();
}

/// Wherever --lang stands: help and complaints are in that language, too. English when it is not given, so
/// that what scripts read does not depend on who runs them.
static QLocale languageAsked(const QStringList &arguments)
{
    const QString option = u"--lang"_s;
    QString code;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments.at(i) == option)
            code = arguments.value(i + 1);
        else if (arguments.at(i).startsWith(option + u'='))
            code = arguments.at(i).sliced(option.size() + 1);
    }
    return Languages::available().contains(code) ? QLocale(code) : QLocale(QLocale::English);
}

static int run(const QStringList &arguments, Console &console)
{
    const Invocation invocation = readInvocation(arguments);
    switch (invocation.kind) {
    case Invocation::Kind::Help:
        console.writeOutput(programHelp());
        return ExitCode::done;
    case Invocation::Kind::CommandHelp:
        console.writeOutput(commandHelp(describeCommand(invocation.command)));
        return ExitCode::done;
    case Invocation::Kind::Version:
        console.writeOutput("sigen-modbus-cli "_L1 + QCoreApplication::applicationVersion() + u'\n');
        return ExitCode::done;
    case Invocation::Kind::Run:
        return runCommand(describeCommand(invocation.command), invocation.arguments, console);
    case Invocation::Kind::WrongUse:
        break;
    }
    console.writeError("sigen-modbus-cli: "_L1 + invocation.problem + u'\n');
    return ExitCode::wrongUse;
}

int main(int argc, char *argv[])
{
    prepareProcess();
    Interrupt::listen();
    Console console(prepareTerminal());
    // Qt remarks on locales that are not UTF-8; the console has taken care of them.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    QStringList typed;
    for (int index = 1; index < argc; ++index)
        typed += QString::fromLocal8Bit(argv[index]);
    if (const std::optional<int> exitCode = endWithoutDescriptors(typed, console))
        return *exitCode;
    const QCoreApplication application(argc, argv);
    qInstallMessageHandler(writeLogMessage);
    QCoreApplication::setApplicationName(u"sigen-modbus-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGEN_VERSION));

    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    Languages languages;
    languages.use(languageAsked(arguments));
    int exitCode = run(arguments, console);
    if (console.outputFailed()) {
        console.writeError("sigen-modbus-cli: "_L1 + console.outputProblem() + u'\n');
        exitCode = exitCode == ExitCode::done ? ExitCode::internalError : exitCode;
    }
    // A resolver that still works would hold the process for seconds; everything that was said is out.
    if (HostLookup::hasPendingLookups() || ReverseLookup::hasPendingLookups())
        std::_Exit(exitCode);
    return exitCode;
}
