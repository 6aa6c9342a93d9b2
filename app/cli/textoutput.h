// The output for people: steps with marks and times, tables, a plain summary. Colour and rewritten lines only
// where the terminal can do it.
#pragma once

#include "cli/output.h"

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
    void check(const CheckReport &check) override;
    void progress(int done, int total, const QString &sentence) override;
    void line(const QString &text, Look look) override;
    void object(const JsonLine &) override { }

private:
    void result(const ResultReport &report, int exitCode) override;
    void clearUnfinishedLine() override;
    QString coloured(Look look, const QString &text) const;
    QString mark(StepState state) const;

    TextStyle m_style;
    bool m_hasUnfinishedLine = false;
    bool m_hasUnfinishedTalk = false; ///< the same on standard error
    bool m_hasSteps = false;
};

} // namespace Sigen
