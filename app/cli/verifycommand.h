// verify: the Modbus port and who answers on it, without signing in.
#pragma once

#include "cli/commandline.h"
#include "workflow/verification.h"

namespace Sigen {

class VerifyCommand final : public Command
{
    Q_OBJECT

public:
    /// \a testPort as in JobResult; \a gatewayPort: the gateway's own, where it is known.
    VerifyCommand(const VerificationRequest &request, std::optional<quint16> gatewayPort,
                  std::optional<quint16> testPort, Output &output, QObject *parent = nullptr);

    void start() override;
    void cancel() override;

private:
    void end();

    std::optional<quint16> m_gatewayPort;
    std::optional<quint16> m_testPort;
    Output &m_output;
    Verification m_verification;
};

CommandDescription describeVerify();

} // namespace Sigen
