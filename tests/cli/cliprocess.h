// The program as a child process of a test, with an environment of its own: no display, no colours, no
// password, a UTF-8 locale.
#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

namespace Sigen::Test {

class PseudoTerminal;

struct CliResult
{
    int exitCode = -1; ///< minus the signal's number when one ended it
    QByteArray output;
    QByteArray error;

    /// Standard output as JSON, one object a line; a line that is none yields an object with the key
    /// "not-json".
    QList<QJsonObject> objects() const;
    QList<QJsonObject> objects(const QString &event) const;
    /// The last object.
    QJsonObject result() const;
    /// "id state" of every step, in order.
    QStringList steps() const;
};

class CliProcess
{
public:
    explicit CliProcess(const QStringList &arguments);
    ~CliProcess();
    Q_DISABLE_COPY_MOVE(CliProcess)

    /// Before start().
    void setEnvironment(const QString &name, const QString &value);
    void unsetEnvironment(const QString &name);
    /// Before start(): its settings, locks and histories are below \a folder. Without it each process has an
    /// empty folder of its own.
    void useSettings(const QString &folder);
    /// Before start(): \a terminal becomes standard input, and the terminal that Ctrl-C comes from.
    void useAsInput(const PseudoTerminal &terminal);
    /// Before start(): \a terminal becomes standard output.
    void useAsOutput(const PseudoTerminal &terminal);

    /// Before start(): \a folder is a small file system of its own (tmpfs) without any room, which it alone
    /// sees. Where that can't be had it ends with noFileSystem.
    void useFullFileSystem(const QString &folder, const QByteArray &options);
    static constexpr int noFileSystem = 77;

    /// Before start(): it is run by a shell as "$0" "$@".
    void runInShell(const QString &script) { m_script = script; }
    /// Before start(): files that it writes may have this many bytes.
    void limitFileSize(int bytes) { m_fileSize = bytes; }

    /// Standard input is \a input and then ends.
    void start(const QByteArray &input = {});
    /// What came on standard output (or error) so far.
    const QByteArray &output();
    const QByteArray &error();
    bool hasStarted() const { return m_process.processId() > 0; }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    void signal(int number) const;
    /// What the system says of it, as /proc/ID/NAME on Linux; empty where there is none.
    QByteArray systemFile(const QByteArray &name) const;
    /// Which it does from the first line of its main() on.
    bool ignoresBrokenPipes() const;

    /// Turns the event loop until it has ended.
    CliResult wait();

private:
    QStringList m_arguments;
    QString m_script;
    QProcessEnvironment m_environment;
    QTemporaryDir m_settings;
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_error;
    QByteArray m_inputTerminal;
    QByteArray m_outputTerminal;
    QByteArray m_folder;
    QByteArray m_filler;
    QByteArray m_fileSystem;
    int m_fileSize = -1;
};

/// The program's path.
QString cliProgram();

CliResult runCli(const QStringList &arguments, const QByteArray &input = {});

} // namespace Sigen::Test
