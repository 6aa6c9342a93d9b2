// status, enable, disable, set-port: one job on one gateway, after the password has been fetched.
#pragma once

#include "cli/commandline.h"
#include "cli/password.h"
#include "workflow/settingchange.h"

#include <memory>

namespace Sigen {

class PasswordRequest;

class ChangeCommand final : public Command
{
    Q_OBJECT

public:
    /// \a target lacks the password only.
    ChangeCommand(QString name, GatewayTarget target, PasswordSource password, ChangeRequest request,
                  Output &output, QObject *parent = nullptr);
    ~ChangeCommand() override;

    void start() override;
    void cancel() override;

private:
    void passwordFetched();
    void runChange();
    void end(const JobResult &result);

    QString m_name;
    GatewayTarget m_target;
    ChangeRequest m_request;
    Output &m_output;
    std::unique_ptr<PasswordRequest> m_password;
    std::unique_ptr<SettingChange> m_change;
    bool m_cancelled = false;
};

CommandDescription describeStatus();
CommandDescription describeEnable();
CommandDescription describeDisable();
CommandDescription describeSetPort();

} // namespace Sigen
