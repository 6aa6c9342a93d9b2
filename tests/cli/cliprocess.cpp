#include "cli/cliprocess.h"

#include "cli/pseudoterminal.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

#include <fcntl.h>
#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/mount.h>
#endif
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

static constexpr int patience = 90000; // ms

QList<QJsonObject> CliResult::objects() const
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : output.split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        objects.append(document.isObject() ? document.object()
                                           : QJsonObject{{u"not-json"_s, QString::fromUtf8(line)}});
    }
    return objects;
}

QList<QJsonObject> CliResult::objects(const QString &event) const
{
    QList<QJsonObject> found = objects();
    found.removeIf([&](const QJsonObject &object) { return object.value("event"_L1) != event; });
    return found;
}

QJsonObject CliResult::result() const
{
    const QList<QJsonObject> all = objects();
    return all.isEmpty() ? QJsonObject() : all.last();
}

QStringList CliResult::steps() const
{
    QStringList steps;
    for (const QJsonObject &step : objects(u"step"_s))
        steps += step.value("id"_L1).toString() + u' ' + step.value("state"_L1).toString();
    return steps;
}

CliProcess::CliProcess(const QStringList &arguments)
    : m_arguments(arguments)
    , m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const QLatin1StringView name :
         {"SIGEN_MODBUS_PASSWORD"_L1, "NO_COLOR"_L1, "QT_LOGGING_RULES"_L1, "LANG"_L1, "LANGUAGE"_L1})
        m_environment.remove(name);
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_environment.insert(u"TERM"_s, u"xterm-256color"_s);
    useSettings(m_settings.path());
}

CliProcess::~CliProcess()
{
    if (!isRunning())
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void CliProcess::setEnvironment(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

void CliProcess::unsetEnvironment(const QString &name)
{
    m_environment.remove(name);
}

void CliProcess::useSettings(const QString &folder)
{
    m_environment.insert(u"XDG_CONFIG_HOME"_s, folder);
}

void CliProcess::useAsInput(const PseudoTerminal &terminal)
{
    m_inputTerminal = terminal.name();
}

void CliProcess::useAsOutput(const PseudoTerminal &terminal)
{
    m_outputTerminal = terminal.name();
}

void CliProcess::useFullFileSystem(const QString &folder, const QByteArray &options)
{
    m_folder = QFile::encodeName(folder);
    m_filler = m_folder + "/filler";
    m_fileSystem = options;
}

/// Without allocating: it runs between fork() and exec().
static bool mountPrivately(const char *folder, const char *options, const char *filler)
{
#ifdef Q_OS_LINUX
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
        || ::mount("tmpfs", folder, "tmpfs", 0, options) != 0)
        return false;
    const int descriptor = ::open(filler, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    while (descriptor >= 0 && ::write(descriptor, "full", 4) > 0) { }
    return true;
#else
    static_cast<void>(folder), static_cast<void>(options), static_cast<void>(filler);
    return false;
#endif
}

void CliProcess::start(const QByteArray &input)
{
    m_process.setProcessEnvironment(m_environment);
    m_process.setChildProcessModifier([this] {
        // A shell that runs the tests in the background would have us ignore it.
        std::signal(SIGINT, SIG_DFL);
        if (!m_folder.isEmpty()
            && !mountPrivately(m_folder.constData(), m_fileSystem.constData(), m_filler.constData()))
            ::_exit(noFileSystem);
        if (m_fileSize >= 0) {
            const rlimit limit{rlim_t(m_fileSize), rlim_t(m_fileSize)};
            setrlimit(RLIMIT_FSIZE, &limit);
        }
        if (!m_inputTerminal.isEmpty()) {
            setsid();
            const int descriptor = open(m_inputTerminal.constData(), O_RDWR);
            ioctl(descriptor, TIOCSCTTY, 0);
            dup2(descriptor, STDIN_FILENO);
            close(descriptor);
        }
        if (!m_outputTerminal.isEmpty()) {
            const int descriptor = open(m_outputTerminal.constData(), O_RDWR | O_NOCTTY);
            dup2(descriptor, STDOUT_FILENO);
            close(descriptor);
        }
    });
    if (m_script.isEmpty())
        m_process.start(cliProgram(), m_arguments);
    else
        m_process.start(u"/bin/sh"_s, QStringList{u"-c"_s, m_script, cliProgram()} + m_arguments);
    m_process.write(input);
    m_process.closeWriteChannel();
}

const QByteArray &CliProcess::output()
{
    m_output += m_process.readAllStandardOutput();
    return m_output;
}

const QByteArray &CliProcess::error()
{
    m_error += m_process.readAllStandardError();
    return m_error;
}

void CliProcess::signal(int number) const
{
    if (const qint64 id = m_process.processId(); id > 0) // 0, when it has ended, would be all of us
        ::kill(static_cast<pid_t>(id), number);
}

QByteArray CliProcess::systemFile(const QByteArray &name) const
{
    QFile file(u"/proc/%1/%2"_s.arg(m_process.processId()).arg(QString::fromLatin1(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool CliProcess::ignoresBrokenPipes() const
{
    const QByteArray status = systemFile("status");
    const qsizetype at = status.indexOf("SigIgn:");
    const quint64 ignored = at < 0 ? 0 : status.mid(at + 8, 16).toULongLong(nullptr, 16);
    return (ignored & (quint64{1} << (SIGXFSZ - 1))) != 0;
}

CliResult CliProcess::wait()
{
    CliResult result;
    if (!QTest::qWaitFor([this] { return !isRunning(); }, patience))
        return result;
    result.output = output();
    result.error = error();
    result.exitCode =
        m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -m_process.exitCode();
    return result;
}

QString cliProgram()
{
    return QStringLiteral(SIGEN_CLI);
}

CliResult runCli(const QStringList &arguments, const QByteArray &input)
{
    CliProcess process(arguments);
    process.start(input);
    return process.wait();
}

} // namespace Sigen::Test
