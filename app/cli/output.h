// What a command has to say, in one of two forms: text for people, JSON lines for programs. Results go to
// standard output; talk, problems and technical lines to standard error, whatever the form.
#pragma once

#include "cli/jsonline.h"
#include "core/error.h"
#include "core/tracedigest.h"
#include "workflow/jobresult.h"
#include "workflow/step.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace Sigen {

class Console;
class TraceFile;
struct CommonOptions;

/// What people are told of a result, besides what the command has said itself.
enum class Telling {
    Summary,
    Problem, ///< only that, on standard error: standard output is another tool's
    Nothing,
};

/// How a command ended. Only the first two are there for every command.
struct ResultReport
{
    QString command;
    JobResult result;
    std::optional<quint16> testedPort{}; ///< where the gateway itself was not asked for its port
    Telling telling = Telling::Summary;
    JsonLine more{}; ///< fields of this command alone
    QString problem{}; ///< what went wrong in words, where the error alone does not say it
    QLatin1StringView outcome{}; ///< where `result` has no word for it
    std::optional<int> exitCode{}; ///< where it is not that of the table
    Error traceError{}; ///< by Output: the trace could not be written; the job itself ended as `result` says
};

/// "Model        SigenStor EC 10.0 TP"
struct TextRow
{
    QString label;
    QString text;
};

enum class Look { Plain, Strong, Faint, Good, Bad, Doubtful };

class Output
{
public:
    /// \a console and \a trace (null: none) must outlive it.
    Output(Console &console, TraceFile *trace, const CommonOptions &options);
    virtual ~Output();
    Q_DISABLE_COPY_MOVE(Output)

    virtual void step(const Step &step) = 0;
    /// \a sentence says the same in words.
    virtual void progress(int done, int total, const QString &sentence) = 0;
    /// What a command reports, once for people and once for programs: each form leaves out the other's.
    virtual void line(const QString &text, Look look = Look::Plain) = 0;
    virtual void object(const JsonLine &object) = 0;
    /// Lines with the texts below each other.
    void table(const QList<TextRow> &rows, QLatin1StringView indent = {});

    /// Once, last of all: prints how a command ended, and returns its exit code. An address that may not be
    /// contacted is a usage error: a sentence instead of a result, unless `problem` says what is wrong.
    int conclude(ResultReport report);

    /// A sentence on the way; not with --quiet.
    void say(const QString &sentence);
    /// One sentence about what went wrong, with the program's name in front.
    void complain(const QString &sentence);
    /// A line for --verbose; control characters are escaped.
    void technical(const QString &line);
    /// Whether frame() does anything; else nobody needs to be asked for frames, which cost something.
    bool wantsFrames() const { return m_trace || m_verbose; }
    /// To the trace file, and to standard error with --verbose; both are bounded.
    void frame(const TraceEntry &entry);

    void prompt(const QString &question);
    void endPrompt();

    /// Standard output is gone: nothing that is reported arrives.
    bool failed() const;

protected:
    Console &console() const { return m_console; }
    bool isQuiet() const { return m_quiet; }
    bool isVerbose() const { return m_verbose; }
    virtual void result(const ResultReport &report, int exitCode) = 0;
    /// Called before anything goes to standard error, which may be the same terminal.
    virtual void clearUnfinishedLine() { }

private:
    void record(const TraceRecord &record);

    Console &m_console;
    TraceFile *m_trace; ///< null: none, or it could not be written any more
    QString m_traceName;
    TraceDigest m_digest;
    Error m_traceError;
    bool m_quiet;
    bool m_verbose;
};

/// By --json and by what the terminal can do.
std::unique_ptr<Output> makeOutput(Console &console, TraceFile *trace, const CommonOptions &options);

} // namespace Sigen
