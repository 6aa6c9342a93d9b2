// The output for people: steps with marks and times, tables, a plain summary. Colour and rewritten lines only
// where the terminal can do it.
#pragma once

#include "cli/output.h"

#include <QSet>

namespace Sigen {

struct TextStyle
{
    bool colour = false;
    bool rewrite = false; ///< a running step may be shown and replaced
    bool errorIsTerminal = false; ///< progress may be shown on standard error
};

class TextOutput final : public Output
{
public:
    TextOutput(Console &console, TraceFile *trace, const CommonOptions &options, TextStyle style);

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
    enum class Colour { None, Good, Bad, Doubtful, Faint, Strong };

    void handedOver(const ResultReport &report);
    void clearUnfinishedLine() override;
    void showUnfinishedLine(const QString &line);
    void writeLine(const QString &line);
    QString coloured(Colour colour, const QString &text) const;
    QString mark(StepState state) const;

    TextStyle m_style;
    bool m_hasUnfinishedLine = false;
    bool m_hasUnfinishedTalk = false; ///< the same on standard error
    bool m_hasSteps = false;
    QSet<QHostAddress> m_shownHosts;
};

} // namespace Sigen
