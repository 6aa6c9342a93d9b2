// diagnose: every layer between this computer and a plant, what is wrong, and what to do about it.
#pragma once

#include "cli/commandline.h"
#include "cli/password.h"
#include "cli/reportfiles.h"
#include "diagnosis/diagnosis.h"
#include "modbus/plantpolling.h"

#include <memory>

namespace Sigen {

class Output;
class PasswordRequest;

struct DiagnoseOptions
{
    DiagnosisRequest request;
    PasswordSource password;
    /// Nobody has asked for this password to be used, it is only at hand: without it, nothing is signed in.
    bool passwordIsOptional = false;
    ReportFiles files;
};

class DiagnoseCommand final : public Command
{
    Q_OBJECT

public:
    DiagnoseCommand(DiagnoseOptions options, Output &output, QObject *parent = nullptr);
    ~DiagnoseCommand() override;

    void start() override;
    void cancel() override;

private:
    void passwordFetched();
    void diagnose();
    void take(const TraceEntry &entry);
    void diagnosed();
    void readValues();
    void saveReports();
    void end(const Error &error, const Error &fileError = {});

    DiagnoseOptions m_options;
    Report m_report; ///< what is collected for the files
    Output &m_output;
    std::unique_ptr<PasswordRequest> m_password;
    std::unique_ptr<Diagnosis> m_diagnosis;
    std::unique_ptr<PlantPolling> m_polling;
    bool m_cancelled = false;
};

CommandDescription describeDiagnose();

} // namespace Sigen
