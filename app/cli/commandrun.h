// One run of a command, from its arguments to its exit code: reads what its options name, opens the trace,
// makes the command, and hands it an interruption.
#pragma once

#include "cli/commandline.h"
#include "cli/interrupt.h"
#include "cli/readahead.h"
#include "cli/tracefile.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

namespace Sigen {

class Console;

class CommandRun : public QObject
{
    Q_OBJECT

public:
    /// How long a trace that is a named pipe waits for its reader.
    static constexpr std::chrono::milliseconds traceReaderPatience{5000};

    CommandRun(CommandDescription description, Console &console);
    ~CommandRun() override;

    /// Ends in finished().
    void start(const QStringList &arguments);

Q_SIGNALS:
    void finished(int exitCode);

private:
    void readAhead();
    void openTrace();
    void begin();
    void interrupted();
    void refuse(const QString &problem);

    CommandDescription m_description;
    Console &m_console;
    QCommandLineParser m_parser;
    Options m_options{m_parser};
    CommonOptions m_common;
    TraceFile m_trace;
    std::unique_ptr<Output> m_output;
    std::unique_ptr<Command> m_command;
    std::unique_ptr<ReadAhead> m_readAhead;
    Interrupt m_interrupt;
    QElapsedTimer m_traceClock;
    QTimer m_traceRetry;
};

} // namespace Sigen
