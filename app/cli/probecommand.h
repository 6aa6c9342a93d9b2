// probe: what a host offers, without signing in.
#pragma once

#include "cli/commandline.h"
#include "core/redaction.h"
#include "diagnosis/offerprobe.h"

namespace Sigen {

class Output;

class ProbeCommand final : public Command
{
    Q_OBJECT

public:
    /// \a file: where the evidence is saved; empty: nowhere.
    ProbeCommand(OfferRequest request, QString file, Output &output, QObject *parent = nullptr);

    void start() override;
    void cancel() override;

private:
    void report(const PortOffer &port);
    void end();

    Output &m_output;
    QString m_file;
    Redactor m_redactor;
    OfferProbe m_probe;
};

CommandDescription describeProbe();

} // namespace Sigen
