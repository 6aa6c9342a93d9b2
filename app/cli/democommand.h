// demo: the whole job against a simulated gateway of its own, on loopback.
#pragma once

#include "cli/commandline.h"

#include <memory>

namespace Sigen {

class ChangeCommand;
class DemoGateway;

class DemoCommand final : public Command
{
    Q_OBJECT

public:
    DemoCommand(const CommonOptions &common, Output &output, QObject *parent = nullptr);
    ~DemoCommand() override;

    void start() override;
    void cancel() override;

private:
    std::unique_ptr<DemoGateway> m_gateway;
    std::unique_ptr<ChangeCommand> m_job; ///< after start()
    Timeouts m_timeouts;
    std::optional<std::chrono::milliseconds> m_verifyWait;
    Output &m_output;
};

CommandDescription describeDemo();

} // namespace Sigen
