// repair: switches the server off and on again, after a question where there is a terminal to ask.
#pragma once

#include "cli/commandline.h"
#include "cli/password.h"
#include "keeping/repair.h"

#include <memory>

namespace Sigen {

class Confirmation;
class PasswordRequest;

class RepairCommand final : public Command
{
    Q_OBJECT

public:
    /// \a target lacks the password only.
    RepairCommand(GatewayTarget target, PasswordSource password, RepairRequest request, Output &output,
                  QObject *parent = nullptr);
    ~RepairCommand() override;

    void start() override;
    void cancel() override;

private:
    void passwordFetched();
    void repair();
    /// Without anything done.
    void give(Outcome outcome, const Error &error);
    void end(const JobResult &result);

    GatewayTarget m_target;
    RepairRequest m_request;
    Output &m_output;
    std::unique_ptr<Confirmation> m_question; ///< null: nobody is asked
    std::unique_ptr<PasswordRequest> m_password;
    std::unique_ptr<Repair> m_repair;
    bool m_cancelled = false;
};

CommandDescription describeRepair();

} // namespace Sigen
