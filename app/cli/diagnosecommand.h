// diagnose: every layer between this computer and a plant, what is wrong, and what to do about it.
#pragma once

#include "cli/commandline.h"
#include "cli/password.h"
#include "diagnosis/diagnosis.h"

#include <memory>

namespace Sigen {

class Output;
class PasswordRequest;

class DiagnoseCommand final : public Command
{
    Q_OBJECT

public:
    DiagnoseCommand(DiagnosisRequest request, PasswordSource password, Output &output,
                    QObject *parent = nullptr);
    ~DiagnoseCommand() override;

    void start() override;
    void cancel() override;

private:
    void passwordFetched();
    void diagnose();
    void end();

    DiagnosisRequest m_request;
    PasswordSource::Kind m_passwordKind;
    Output &m_output;
    std::unique_ptr<PasswordRequest> m_password;
    std::unique_ptr<Diagnosis> m_diagnosis;
    bool m_cancelled = false;
};

CommandDescription describeDiagnose();

} // namespace Sigen
