#include "ui/controllers/backgroundservice.h"

#include "settings/settingsfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// Beside this program, or where the shell would find it; empty: nowhere.
static QString commandLineProgram()
{
    const QString name = u"sigen-modbus-cli"_s;
    const QString beside = QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()});
    return beside.isEmpty() ? QStandardPaths::findExecutable(name) : beside;
}

ServiceEnvironment serviceEnvironment(const QString &settingsFolder)
{
    using Obstacle = ServiceEnvironment::Obstacle;
    ServiceEnvironment environment;
    const std::optional<ServiceSystem> system = serviceSystem();
    if (!system)
        return environment;
    const QString program = commandLineProgram();
    environment.system = *system;
    environment.spec = specOfThisAccount(program, settingsFolder);
    environment.folder = serviceFolderOf(*system, environment.spec);
    const bool isOwn = QDir(settingsFolder) != QDir(SettingsFile::defaultFolder());
    environment.obstacle = qEnvironmentVariableIsSet("FLATPAK_ID") ? Obstacle::Sandbox
        : isOwn                                                    ? Obstacle::OwnSettings
        : program.isEmpty()                                        ? Obstacle::NoProgram
                                                                   : Obstacle::None;
    return environment;
}

BackgroundService::BackgroundService(ServiceEnvironment environment, QObject *parent)
    : QObject(parent)
    , m_environment(std::move(environment))
{ }

BackgroundService::~BackgroundService() = default;

QString BackgroundService::stateOf(const QString &host) const
{
    const auto found = std::find_if(m_services.cbegin(), m_services.cend(),
                                    [&](const ServiceStatus &each) { return each.host == host; });
    return found == m_services.cend() ? QString() : found->state;
}

template <typename Job, typename Handler>
void BackgroundService::run(std::unique_ptr<Job> job, Handler handler)
{
    Job *const running = job.get();
    m_job = std::move(job);
    connect(running, &Operation::finished, this, [this, running, handler] {
        const std::unique_ptr<Operation> done = std::move(m_job);
        const auto ended = handler; // this slot goes with the operation
        ended(*running);
    });
    running->start();
    Q_EMIT changed();
}

ServicePlan BackgroundService::planFor(const QString &host, const QStringList &options) const
{
    ServiceSpec spec = m_environment.spec;
    spec.host = host;
    spec.options = options;
    return planService(m_environment.system, spec, m_environment.folder);
}

void BackgroundService::ask()
{
    if (isBusy() || obstacle() != Obstacle::None)
        return;
    m_host.clear();
    run(std::make_unique<ServiceQuery>(m_environment.system, m_environment.folder, m_environment.spec),
        [this](const ServiceQuery &query) {
            m_services = query.services();
            Q_EMIT changed();
        });
}

void BackgroundService::install(const QString &host, const QStringList &options)
{
    if (isBusy() || obstacle() != Obstacle::None)
        return;
    m_host = host;
    QDir().mkpath(m_environment.spec.settingsFolder); // the only one that it may write to
    run(std::make_unique<ServiceJob>(planFor(host, options), ServiceJob::Action::Install),
        [this, host](const ServiceJob &job) {
            m_problem = job.error();
            m_isPlain = job.isPlain();
            if (!m_problem && !isInstalled(host))
                m_services.append({host, u"running"_s});
            Q_EMIT installed(host);
            ask();
            Q_EMIT changed();
        });
}

void BackgroundService::remove(const QString &host)
{
    if (isBusy() || obstacle() != Obstacle::None)
        return;
    m_host = host;
    run(std::make_unique<ServiceJob>(planFor(host, {}), ServiceJob::Action::Remove),
        [this, host](const ServiceJob &job) {
            m_problem = job.error();
            if (!m_problem)
                m_services.removeIf([&](const ServiceStatus &each) { return each.host == host; });
            Q_EMIT removed(host);
            Q_EMIT changed();
        });
}

} // namespace Sigen
