// service: installs, removes and lists the background services that run `watch` for this account.
#pragma once

#include "accounts/account.h"
#include "cli/commandline.h"
#include "keeping/servicejob.h"

#include <memory>

namespace Sigen {

struct ServiceOptions
{
    enum class Action { Install, Remove, Status };
    Action action = Action::Status;
    ServiceSpec spec;
    QString username;
    bool needsKeychain = false; ///< the password is to come from there
    Error refusal; ///< why it would end as soon as it began
};

class ServiceCommand final : public Command
{
    Q_OBJECT

public:
    ServiceCommand(ServiceOptions options, Output &output, QObject *parent = nullptr);
    ~ServiceCommand() override;

    void start() override;
    void cancel() override;

private:
    void askKeychain();
    void run(ServiceJob::Action action);
    void ended();
    void ask();
    void conclude(QLatin1StringView outcome, const Error &error, const QString &problem = {});

    ServiceOptions m_options;
    Output &m_output;
    QString m_folder;
    std::unique_ptr<SecretStore> m_store;
    std::unique_ptr<Account> m_account;
    std::unique_ptr<Operation> m_job;
};

CommandDescription describeService();

} // namespace Sigen
