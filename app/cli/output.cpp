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

#include <algorithm>

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

void Output::table(const QList<TextRow> &rows, QLatin1StringView indent)
{
    qsizetype width = 0;
    for (const TextRow &row : rows)
        width = std::max(width, row.label.size());
    for (const TextRow &row : rows)
        line(indent + row.label.leftJustified(width) + u"  "_s + row.text);
}

int Output::conclude(ResultReport report)
{
    if (const std::optional<TraceRecord> rest = m_digest.rest())
        record(*rest);
    const Error &error = report.result.error;
    int exitCode = report.exitCode.value_or(exitCodeOf(report.result.outcome, error.code));
    if (m_traceError && exitCode == ExitCode::done)
        exitCode = ExitCode::internalError;
    if (error.code == ErrorCode::Usage && report.problem.isEmpty()) {
        complain(forbiddenSentence(error));
    } else {
        report.traceError = m_traceError;
        result(report, exitCode);
    }
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
        m_traceError = {ErrorCode::Io, m_traceName, m_trace->reason()};
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
