// The background services of this account that keep gateways on, as the window sees them: whether there can
// be any, which there are, installing and removing one.
#pragma once

#include "keeping/servicejob.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Sigen {

struct ServiceEnvironment
{
    enum class Obstacle {
        None,
        NoSystem, ///< none that this program knows
        Sandbox, ///< a Flatpak can't install anything
        NoProgram, ///< the command line's is not on this computer
        OwnSettings, ///< the window was started with a settings file of its own
    };
    Obstacle obstacle = Obstacle::NoSystem;
    ServiceSystem system = ServiceSystem::Systemd;
    ServiceSpec spec; ///< all but host and options
    QString folder; ///< of the services' files
};

/// Of this computer; \a settingsFolder: the window's own.
ServiceEnvironment serviceEnvironment(const QString &settingsFolder);

class BackgroundService : public QObject
{
    Q_OBJECT

public:
    explicit BackgroundService(ServiceEnvironment environment, QObject *parent = nullptr);
    ~BackgroundService() override;

    using Obstacle = ServiceEnvironment::Obstacle;
    Obstacle obstacle() const { return m_environment.obstacle; }
    ServiceSystem system() const { return m_environment.system; }

    /// The state of \a host's, as serviceState() calls it; empty: it has none, or that is not known yet.
    QString stateOf(const QString &host) const;
    bool isInstalled(const QString &host) const { return !stateOf(host).isEmpty(); }
    bool isBusy() const { return m_job != nullptr; }
    bool isChanging(const QString &host) const
    {
        return isBusy() && m_host == host;
    } ///< is being installed or removed
    /// Why the last installing or removing failed; its context is the command or the file.
    const Error &problem() const { return m_problem; }
    bool isPlain() const { return m_isPlain; } ///< as ServiceJob::isPlain()

    // Ignored while busy; changed() follows.
    void ask(); ///< which there are
    void install(const QString &host, const QStringList &options);
    void remove(const QString &host);

Q_SIGNALS:
    void changed();
    void installed(const QString &host); ///< or not: problem()
    void removed(const QString &host); ///< or not: problem()

private:
    template <typename Job, typename Handler>
    void run(std::unique_ptr<Job> job, Handler handler);
    ServicePlan planFor(const QString &host, const QStringList &options) const;

    ServiceEnvironment m_environment;
    std::unique_ptr<Operation> m_job;
    QString m_host; ///< that is installed or removed by it
    QList<ServiceStatus> m_services;
    Error m_problem;
    bool m_isPlain = false;
};

} // namespace Sigen
