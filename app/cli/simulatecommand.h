// simulate: a simulated gateway to try tools against, until Ctrl-C.
#pragma once

#include "cli/commandline.h"
#include "cli/password.h"
#include "simulator/gatewaysimulator.h"
#include "workflow/jobresult.h"

#include <memory>

namespace Sigen {

class PasswordRequest;

class SimulateCommand final : public Command
{
    Q_OBJECT

public:
    SimulateCommand(SimulatorOptions options, PasswordSource password, Output &output,
                    QObject *parent = nullptr);
    ~SimulateCommand() override;

    void start() override;
    void cancel() override;

private:
    void passwordFetched();
    void listen();
    void end(Outcome outcome, const Error &error, int exitCode);

    SimulatorOptions m_options;
    Output &m_output;
    std::unique_ptr<PasswordRequest> m_password;
    bool m_cancelled = false;
    std::unique_ptr<GatewaySimulator> m_simulator;
};

CommandDescription describeSimulate();

} // namespace Sigen
