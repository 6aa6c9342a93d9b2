// The background service that runs `watch` for this account, one a gateway: the file that the system wants,
// and the commands that make it known. Pure.
//
// A systemd user unit, a launchd agent, or a scheduled task at log-on. The password stays where it is: the
// keychain, or a file of the user's own.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Sigen {

enum class ServiceSystem { Systemd, Launchd, TaskScheduler };

/// That of the platform this was built for; empty: none.
std::optional<ServiceSystem> serviceSystem();

struct ServiceSpec
{
    QString program; ///< the command line's, an absolute path
    QString host; ///< as returned by normalizedHost()
    QStringList options; ///< of watch, without --host
    QString settingsFolder; ///< the only one that it writes to
    QString home;
    QString configHome = {}; ///< $XDG_CONFIG_HOME where the user has set it, for systemd
    QStringList writtenFiles; ///< besides, absolute paths
    QString user = {}; ///< for the task scheduler: "COMPUTER\\user"
    QString userId = {}; ///< for launchd: the number
};

struct ServicePlan
{
    QString name; ///< "sigen-modbus-watch-192.168.1.150"
    QString path; ///< of the file
    QByteArray content;
    QByteArray plainContent; ///< where the system can't run it as closed in as that; empty: no such thing
    QList<QStringList> prepare; ///< commands before those of install; what fails is passed over
    QList<QStringList> install; ///< commands, in order, once the file is there
    QList<QStringList> remove; ///< commands before the file goes; what fails is passed over
    QList<QStringList> afterRemoval;
    QStringList status; ///< its output or its exit code tells; see serviceState()
};

/// \a folder: where the files are, as serviceFolder() gives it.
ServicePlan planService(ServiceSystem system, const ServiceSpec &spec, const QString &folder);

/// Below \a home and \a settingsFolder. \a configHome: systemd's own base, $XDG_CONFIG_HOME or ~/.config.
QString serviceFolder(ServiceSystem system, const QString &home, const QString &configHome,
                      const QString &settingsFolder);

/// The host of a file by its name, or empty where it is none of ours.
QString serviceHost(ServiceSystem system, const QString &fileName);

/// "running", "stopped" or "failed", out of what the status command printed and its exit code.
QString serviceState(ServiceSystem system, const QByteArray &output, int exitCode);

} // namespace Sigen
