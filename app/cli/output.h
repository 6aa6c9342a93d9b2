// What a command has to say, in one of two forms: text for people, JSON lines for programs. Results go to
// standard output; talk, problems and technical lines to standard error, whatever the form.
#pragma once

#include "core/error.h"
#include "core/tracedigest.h"
#include "discovery/discoveredhost.h"
#include "discovery/scancoverage.h"
#include "modbus/plantreader.h"
#include "workflow/jobresult.h"
#include "workflow/step.h"

#include <QDateTime>
#include <QHostAddress>
#include <QList>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace Sigen {

class Console;
class TraceFile;
struct CommonOptions;
struct FaultDescription;
struct SnippetDefinition;

/// What `handover` made; unknown parts are empty.
struct HandoverReport
{
    QString tool;
    QString snippet;
    QString file; ///< where it was saved; empty: nowhere
};

/// How a command ended.
struct ResultReport
{
    QString command;
    JobResult result;
    int exitCode = 0;
    std::optional<quint16> testedPort; ///< where the gateway itself was not asked for its port
    std::optional<HandoverReport> handover; ///< of that command only
    Error traceError; ///< the trace could not be written; the job itself ended as `result` says
};

/// One poll of live values.
struct ValuesReport
{
    QDateTime at; ///< UTC
    QString host;
    UnitId unit = UnitId::plant();
    QList<RegisterValue> values; ///< what is available, by address
};

struct ListeningReport
{
    QHostAddress address;
    quint16 webSocketPort = 0;
    quint16 modbusPort = 0;
    bool enabled = false;
};

/// How a search ended.
struct ScanReport
{
    /// It came to its end, with or without a part that could not be asked.
    bool isScanned() const
    {
        return !cancelled && (!error || !(coverage.isComplete() || coverage.askedNothing));
    }

    int exitCode = 0;
    bool cancelled = false;
    Error error; ///< also of a search that ended, but could not ask everybody
    QString problem; ///< what went wrong in words, where `error` alone does not say it
    ScanCoverage coverage;
    QList<DiscoveredHost> hosts; ///< in the order found
    bool allModbus = false; ///< every open Modbus port was asked who it is
    int gateways = 0; ///< those of them that are gateways or answer as plants
    int done = 0; ///< addresses
    std::chrono::milliseconds elapsed{0};
};

class Output
{
public:
    /// \a console and \a trace (null: none) must outlive it.
    Output(Console &console, TraceFile *trace, const CommonOptions &options);
    virtual ~Output();
    Q_DISABLE_COPY_MOVE(Output)

    virtual void step(const Step &step) = 0;
    virtual void progress(int done, int total) = 0;
    virtual void values(const ValuesReport &report) = 0;
    /// As often as more is known.
    virtual void host(const DiscoveredHost &host) = 0;
    virtual void scanProgress(int done, int total, int gateways) = 0;
    /// Once, last of all: how discover ended.
    virtual void scanned(const ScanReport &report) = 0;
    virtual void listening(const ListeningReport &report) = 0;
    virtual void faults(const QList<FaultDescription> &catalogue) = 0;
    virtual void tools(const QList<SnippetDefinition> &catalogue) = 0;

    /// Once, last of all: prints how a command ended, and returns its exit code. An address that may not be
    /// contacted is a usage error: a sentence instead of a result.
    int conclude(const QString &command, const JobResult &result, std::optional<quint16> testedPort = {},
                 std::optional<HandoverReport> handover = {});
    /// Once, last of all; for commands that know their exit code better than the table.
    virtual void result(const ResultReport &report) = 0;

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
