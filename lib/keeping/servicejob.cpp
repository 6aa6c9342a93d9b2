#include "keeping/servicejob.h"

#include "core/safefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <utility>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

// --- this account

ServiceSpec specOfThisAccount(const QString &program, const QString &settingsFolder)
{
    ServiceSpec spec;
    spec.program = program;
    spec.settingsFolder = settingsFolder;
    spec.home = QDir::homePath();
    spec.configHome = qEnvironmentVariable("XDG_CONFIG_HOME");
#ifdef Q_OS_UNIX
    spec.userId = QString::number(getuid());
#else
    spec.user = qEnvironmentVariable("USERDOMAIN") + u'\\' + qEnvironmentVariable("USERNAME");
#endif
    return spec;
}

QString serviceFolderOf(ServiceSystem system, const ServiceSpec &spec)
{
    return serviceFolder(system, spec.home,
                         QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation),
                         spec.settingsFolder);
}

// --- one command

SystemCommand::SystemCommand(QStringList command, QObject *parent)
    : Operation(patience, parent)
    , m_command(std::move(command))
{ }

SystemCommand::~SystemCommand() = default;

void SystemCommand::run()
{
    m_process = std::make_unique<QProcess>();
    m_process->setStandardInputFile(QProcess::nullDevice());
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail({ErrorCode::Io, m_command.constFirst(), m_process->errorString()});
    });
    connect(m_process.get(), &QProcess::finished, this, &SystemCommand::ended);
    m_process->start(m_command.constFirst(), m_command.mid(1));
}

void SystemCommand::release()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->kill();
    // We may stand in one of its signals.
    m_process.release()->deleteLater();
}

void SystemCommand::ended()
{
    m_output = m_process->readAllStandardOutput();
    m_problem = m_process->readAllStandardError();
    m_exitCode = m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
    succeed();
}

// --- install and remove

ServiceJob::ServiceJob(ServicePlan plan, Action action, QObject *parent)
    : Operation(noDeadline, parent)
    , m_plan(std::move(plan))
    , m_action(action)
{ }

void ServiceJob::run()
{
    if (m_action == Action::Install) {
        QDir().mkpath(QFileInfo(m_plan.path).absolutePath());
        if (!writeFile(m_plan.content))
            return;
        m_commands = m_plan.prepare + m_plan.install;
    } else {
        m_commands = m_plan.remove;
    }
    runNext();
}

bool ServiceJob::writeFile(const QByteArray &content)
{
    const Error error = writeSafely(m_plan.path, content);
    if (error)
        fail(error);
    return !error;
}

void ServiceJob::runNext()
{
    const bool isRemoving = m_action == Action::Remove || m_isUndoing;
    if (m_commands.isEmpty() && isRemoving && !std::exchange(m_fileIsGone, true)) {
        if (QFile file(m_plan.path); file.exists() && !file.remove())
            return fail({ErrorCode::Io, m_plan.path, file.errorString()});
        m_commands = m_plan.afterRemoval;
    }
    if (m_commands.isEmpty())
        return m_isUndoing ? fail(m_reason) : succeed();
    const QStringList command = m_commands.takeFirst();
    runStep(
        std::make_unique<SystemCommand>(command), [this, command, isRemoving](const SystemCommand &ended) {
            const bool isWell = !ended.error() && ended.exitCode() == 0;
            if (isWell || isRemoving || m_plan.prepare.contains(command))
                return runNext();
            const QString words = QString::fromLocal8Bit(ended.problem()).simplified();
            installFailed(ended.error() ? ended.error() : Error{ErrorCode::Io, command.join(u' '), words});
        });
}

void ServiceJob::installFailed(const Error &reason)
{
    const bool wasLast = m_commands.isEmpty(); // it is there, but does not start
    if (wasLast && !m_plan.plainContent.isEmpty() && !std::exchange(m_isPlain, true)) {
        if (!writeFile(m_plan.plainContent))
            return;
        m_commands = m_plan.install;
        return runNext();
    }
    m_reason = reason;
    m_isUndoing = true;
    m_commands = m_plan.remove;
    runNext();
}

// --- what is there

ServiceQuery::ServiceQuery(ServiceSystem system, QString folder, ServiceSpec spec, QObject *parent)
    : Operation(noDeadline, parent)
    , m_system(system)
    , m_folder(std::move(folder))
    , m_spec(std::move(spec))
{ }

void ServiceQuery::run()
{
    const QStringList files = QDir(m_folder).entryList(QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString host = serviceHost(m_system, file);
        if (!host.isEmpty())
            m_hosts += host;
    }
    askNext();
}

void ServiceQuery::askNext()
{
    if (m_hosts.isEmpty())
        return succeed();
    m_spec.host = m_hosts.takeFirst();
    const ServicePlan plan = planService(m_system, m_spec, m_folder);
    runStep(std::make_unique<SystemCommand>(plan.status), [this](const SystemCommand &ended) {
        if (ended.error())
            return fail(ended.error());
        m_services.append({m_spec.host, serviceState(m_system, ended.output(), ended.exitCode())});
        askNext();
    });
}

} // namespace Sigen
