#include "cli/output.h"

#include "cli/clitext.h"
#include "cli/commonoptions.h"
#include "cli/console.h"
#include "cli/exitcode.h"
#include "cli/hosthint.h"
#include "cli/jsonoutput.h"
#include "cli/terminal.h"
#include "cli/textoutput.h"
#include "cli/tracefile.h"
#include "core/displaytext.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// Longest technical line, in UTF-16 units: a whole frame as the trace has it.
static constexpr qsizetype maximumTechnicalLength = 8192;

Output::Output(Console &console, TraceFile *trace, const CommonOptions &options)
    : m_console(console)
    , m_trace(trace)
    , m_traceName(options.traceFile)
    , m_quiet(options.quiet)
    , m_verbose(options.verbose)
{ }

Output::~Output() = default;

int Output::conclude(const QString &command, const JobResult &result, std::optional<quint16> testedPort,
                     std::optional<HandoverReport> handover)
{
    if (const std::optional<TraceRecord> rest = m_digest.rest())
        record(*rest);
    int exitCode = exitCodeOf(result.outcome, result.error.code);
    if (m_traceError && exitCode == ExitCode::done)
        exitCode = ExitCode::internalError;
    if (result.error.code == ErrorCode::Usage)
        complain(forbiddenSentence(result.error));
    else
        this->result({command, result, exitCode, testedPort, std::move(handover), m_traceError});
    return exitCode;
}

void Output::say(const QString &sentence)
{
    if (m_quiet)
        return;
    clearUnfinishedLine();
    m_console.writeError(sentence + u'\n');
}

void Output::complain(const QString &sentence)
{
    clearUnfinishedLine();
    m_console.writeError("sigen-modbus-cli: "_L1 + sentence + u'\n');
}

void Output::technical(const QString &line)
{
    if (!m_verbose)
        return;
    clearUnfinishedLine();
    m_console.writeError(displayText(line, maximumTechnicalLength) + u'\n');
}

void Output::frame(const TraceEntry &entry)
{
    for (const TraceRecord &each : m_digest.take(entry))
        record(each);
}

void Output::record(const TraceRecord &record)
{
    const TraceEntry &entry = record.entry;
    if (m_verbose && record.kind == TraceRecord::Kind::Cut) {
        technical(CliText::tr("There are too many frames; no more are shown."));
    } else if (m_verbose) {
        const bool sent = entry.direction == TraceEntry::Direction::Sent;
        const bool webSocket = entry.channel == TraceEntry::Channel::WebSocket;
        const QString head = entry.at.toString(u"HH:mm:ss.zzz"_s)
            + (webSocket ? " websocket "_L1 : " modbus "_L1) + (sent ? "-> "_L1 : "<- "_L1);
        technical(head
                  + (record.kind == TraceRecord::Kind::Frame
                         ? entry.text
                         : CliText::tr("(the same %n more time(s))", nullptr, record.repeats)));
    }
    if (m_trace && !m_trace->write(record)) {
        const QString name = displayText(m_traceName);
        complain(
            CliText::tr("The trace file “%1” can't be written any more: %2").arg(name, m_trace->reason()));
        m_traceError = {ErrorCode::Io, name, u"%1: %2"_s.arg(name, m_trace->reason())};
        m_trace = nullptr;
    }
}

void Output::prompt(const QString &question)
{
    clearUnfinishedLine();
    m_console.writeError(question);
}

void Output::endPrompt()
{
    m_console.writeError(u"\n"_s);
}

bool Output::failed() const
{
    return m_console.outputFailed();
}

std::unique_ptr<Output> makeOutput(Console &console, TraceFile *trace, const CommonOptions &options)
{
    if (options.json)
        return std::make_unique<JsonOutput>(console, trace, options);
    // NO_COLOR counts when it is set and not empty (no-color.org).
    const bool capable = isTerminal(StandardStream::Output) && qgetenv("TERM") != "dumb";
    const bool colour = capable && options.colour && qEnvironmentVariableIsEmpty("NO_COLOR");
    const bool errorCapable = isTerminal(StandardStream::Error) && qgetenv("TERM") != "dumb";
    const TextStyle style{colour, capable && !options.verbose, errorCapable && !options.verbose};
    return std::make_unique<TextOutput>(console, trace, options, style);
}

} // namespace Sigen
