// verify: the Modbus port and who answers on it, without signing in.
#pragma once

#include "cli/commandline.h"
#include "workflow/verification.h"

namespace Sigen {

class VerifyCommand final : public Command
{
    Q_OBJECT

public:
    VerifyCommand(const VerificationRequest &request, Output &output, QObject *parent = nullptr);

    void start() override;
    void cancel() override;

private:
    quint16 m_port;
    Output &m_output;
    Verification m_verification;
};

CommandDescription describeVerify();

} // namespace Sigen
