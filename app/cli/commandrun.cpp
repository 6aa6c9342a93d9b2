#include "cli/commandrun.h"

#include "cli/clitext.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/passwordline.h"
#include "core/displaytext.h"
#include "core/logging.h"
#include "gateway/tlsbackend.h"
#include "protocol/profile.h"

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

CommandRun::CommandRun(CommandDescription description, Console &console)
    : m_description(std::move(description))
    , m_console(console)
{
    m_traceRetry.setSingleShot(true);
    connect(&m_traceRetry, &QTimer::timeout, this, &CommandRun::openTrace);
    connect(&m_interrupt, &Interrupt::triggered, this, &CommandRun::interrupted);
}

CommandRun::~CommandRun() = default;

void CommandRun::start(const QStringList &arguments)
{
    QString problem = parseOptions(m_parser, m_description, arguments);
    if (problem.isEmpty()) {
        m_common = readCommonOptions(m_options, m_description.network);
        problem = m_options.problem();
    }
    m_output = makeOutput(m_console, m_common.traceFile.isEmpty() ? nullptr : &m_trace, m_common);
    if (!problem.isEmpty()) {
        refuse(problem);
        return;
    }
    // A profile may say that it is TLS.
    const bool wantsTls = std::any_of(arguments.begin(), arguments.end(), [](const QString &each) {
        return each.startsWith("--tls"_L1) || each.startsWith("--profile"_L1);
    });
    if (!wantsTls)
        doWithoutTls();
    setUpLogging(m_common.verbose ? LogDetail::Everything : LogDetail::Warnings);
    readAhead();
}

void CommandRun::readAhead()
{
    QList<ReadAheadFile> files;
    for (const OptionGroup &group : std::as_const(m_description.groups)) {
        for (const QCommandLineOption &option : group.options) {
            const QString name = option.names().constFirst();
            if (name == "password-file"_L1 && m_options.has(name))
                files.append({*m_options.text(name), maximumPasswordSize, true});
            else if (name == "profile"_L1 && m_options.has(name)
                     && !builtInProfileNames().contains(*m_options.text(name)))
                files.append({*m_options.text(name), maximumProfileSize, false});
        }
    }
    if (files.isEmpty()) { // mostly; and then no turn of the event loop is lost
        openTrace();
        return;
    }
    m_readAhead = std::make_unique<ReadAhead>(files);
    connect(m_readAhead.get(), &Operation::finished, this, [this] {
        m_options.setReadAhead(m_readAhead->contents());
        openTrace();
    });
    m_readAhead->start();
}

void CommandRun::openTrace()
{
    const bool wanted = !m_common.traceFile.isEmpty() && !Interrupt::came();
    if (!wanted) {
        begin();
        return;
    }
    if (!m_command) { // wrong use leaves an old trace as it was
        m_command = m_description.make(m_options, m_common, *m_output);
        if (!m_options.problem().isEmpty()) {
            refuse(m_options.problem());
            return;
        }
    }
    if (!m_traceClock.isValid())
        m_traceClock.start();
    const OutputStream::Opened opened = m_trace.open(m_common.traceFile);
    if (opened == OutputStream::Opened::Yes) {
        begin();
    } else if (opened == OutputStream::Opened::NobodyReads
               && m_traceClock.elapsed() < traceReaderPatience.count()) {
        constexpr std::chrono::milliseconds interval{20};
        m_traceRetry.start(interval);
    } else if (opened == OutputStream::Opened::NobodyReads) {
        refuse(CliText::tr("The trace can't be written: nothing reads from the named pipe “%1”.")
                   .arg(displayText(m_common.traceFile)));
    } else {
        refuse(CliText::tr("The trace file “%1” can't be written: %2")
                   .arg(displayText(m_common.traceFile), m_trace.reason()));
    }
}

void CommandRun::begin()
{
    m_options.setInterrupted(Interrupt::came());
    if (!m_command)
        m_command = m_description.make(m_options, m_common, *m_output);
    if (!m_options.problem().isEmpty()) {
        refuse(m_options.problem());
        return;
    }
    connect(m_command.get(), &Command::finished, this, &CommandRun::finished);
    m_command->start();
    if (Interrupt::came()) // before the event loop can tell, so that nothing is sent
        m_command->cancel();
}

void CommandRun::interrupted()
{
    if (m_command && !m_traceRetry.isActive()) {
        m_command->cancel();
    } else if (m_readAhead && !m_readAhead->isFinished()) {
        m_readAhead->cancel();
    } else if (m_traceRetry.isActive()) {
        m_traceRetry.stop();
        begin();
    }
}

void CommandRun::refuse(const QString &problem)
{
    m_output->complain(problem);
    Q_EMIT finished(ExitCode::wrongUse);
}

} // namespace Sigen
