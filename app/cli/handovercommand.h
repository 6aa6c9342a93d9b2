// handover: the settings that another tool needs, filled in with what the gateway itself says.
#pragma once

#include "cli/commandline.h"
#include "handover/snippetcatalog.h"
#include "workflow/verification.h"

#include <memory>

namespace Sigen {

struct HandoverFacts;

struct HandoverRequest
{
    SnippetDefinition tool;
    VerificationRequest verification; ///< host, port and units count in any case
    std::optional<quint16> gatewayPort; ///< the gateway's own, where it was given
    std::optional<quint16> testPort; ///< as in JobResult
    bool check = true; ///< false: nothing is contacted, and the snippet says so
    bool reportSteps = false; ///< as steps; otherwise they are talk, since standard output is the snippet's
    QString file; ///< to save it in; empty: it goes to standard output
};

/// A plant that does not answer yields no snippet: what was not seen is not claimed.
class HandoverCommand final : public Command
{
    Q_OBJECT

public:
    HandoverCommand(HandoverRequest request, Output &output, QObject *parent = nullptr);
    ~HandoverCommand() override;

    void start() override;
    void cancel() override;

private:
    void verified();
    void handOver(JobResult result, HandoverFacts facts);
    void end(JobResult result, const QString &snippet = {});

    HandoverRequest m_request;
    Output &m_output;
    std::unique_ptr<Verification> m_verification; ///< null: nothing is contacted
};

CommandDescription describeHandover();

} // namespace Sigen
