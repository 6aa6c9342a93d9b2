// The output of --json: one object a line on standard output, as the command-line contract has them.
#pragma once

#include "cli/output.h"

#include <QHash>

namespace Sigen {

class JsonLine;

class JsonOutput final : public Output
{
public:
    using Output::Output;

    void step(const Step &step) override;
    void progress(int done, int total) override;
    void values(const ValuesReport &report) override;
    void host(const DiscoveredHost &host) override;
    void scanProgress(int done, int total, int gateways) override;
    void scanned(const ScanReport &report) override;
    void listening(const ListeningReport &report) override;
    void faults(const QList<FaultDescription> &catalogue) override;
    void tools(const QList<SnippetDefinition> &catalogue) override;
    void result(const ResultReport &report) override;

private:
    void write(const JsonLine &line);

    QHash<QHostAddress, QByteArray> m_reportedHosts;
};

} // namespace Sigen
