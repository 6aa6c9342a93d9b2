// Installs, removes and asks about background services: writes the file that serviceplan.h makes and runs the
// system's own commands.
#pragma once

#include "core/operation.h"
#include "keeping/serviceplan.h"

#include <functional>
#include <memory>

class QProcess;

namespace Sigen {

/// What this account's services have in common: all but host and options.
ServiceSpec specOfThisAccount(const QString &program, const QString &settingsFolder);
/// Where their files are.
QString serviceFolderOf(ServiceSystem system, const ServiceSpec &spec);

/// One command of the system, to its end. Succeeds whatever its exit code is; Io when it can't be run, or not
/// within its deadline.
class SystemCommand : public Operation
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds patience{60};

    /// \a command: the program and its arguments; not empty.
    explicit SystemCommand(QStringList command, QObject *parent = nullptr);
    ~SystemCommand() override;

    // Valid after success.
    int exitCode() const { return m_exitCode; }
    const QByteArray &output() const { return m_output; }
    const QByteArray &problem() const { return m_problem; } ///< what it wrote on standard error

protected:
    void run() override;
    void release() override;

private:
    void ended();

    QStringList m_command;
    std::unique_ptr<QProcess> m_process;
    int m_exitCode = -1;
    QByteArray m_output;
    QByteArray m_problem;
};

/// Errors: Io with the system's own words. One that can't be installed leaves nothing behind.
/// Where the system can't close it in as wished, it is installed without that.
class ServiceJob : public Operation
{
    Q_OBJECT

public:
    enum class Action { Install, Remove };

    ServiceJob(ServicePlan plan, Action action, QObject *parent = nullptr);

    /// Valid after success: it had to be installed without a name space of its own.
    bool isPlain() const { return m_isPlain; }

protected:
    void run() override;

private:
    void runNext();
    bool writeFile(const QByteArray &content);
    void installFailed(const Error &reason);

    ServicePlan m_plan;
    Action m_action;
    bool m_fileIsGone = false;
    bool m_isPlain = false;
    bool m_isUndoing = false;
    Error m_reason;
    QList<QStringList> m_commands;
};

struct ServiceStatus
{
    QString host;
    QString state; ///< serviceState()
    bool operator==(const ServiceStatus &) const = default;
};

/// All of this account's, one after the other.
class ServiceQuery : public Operation
{
    Q_OBJECT

public:
    ServiceQuery(ServiceSystem system, QString folder, ServiceSpec spec, QObject *parent = nullptr);

    /// Valid after success, by host.
    const QList<ServiceStatus> &services() const { return m_services; }

protected:
    void run() override;

private:
    void askNext();

    ServiceSystem m_system;
    QString m_folder;
    ServiceSpec m_spec;
    QStringList m_hosts;
    QList<ServiceStatus> m_services;
};

} // namespace Sigen
