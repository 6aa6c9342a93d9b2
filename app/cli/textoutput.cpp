#include "cli/textoutput.h"

#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/summary.h"
#include "words/advice.h"
#include "words/messages.h"
#include "words/titles.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr qsizetype stepTitleWidth = 17;
static constexpr qsizetype stepTimeWidth = 9;

static QString timeText(std::chrono::milliseconds elapsed)
{
    if (elapsed < std::chrono::seconds(10))
        return u"%1 ms"_s.arg(elapsed.count());
    return u"%1 s"_s.arg(static_cast<double>(elapsed.count()) / 1000.0, 0, 'f', 1);
}

TextOutput::TextOutput(Console &console, TraceFile *trace, const CommonOptions &options, TextStyle style)
    : Output(console, trace, options)
    , m_style(style)
{ }

QString TextOutput::coloured(Look look, const QString &text) const
{
    if (!m_style.colour || look == Look::Plain || text.isEmpty())
        return text;
    const QLatin1StringView code = look == Look::Good ? "32"_L1
        : look == Look::Bad                           ? "31"_L1
        : look == Look::Doubtful                      ? "33"_L1
        : look == Look::Faint                         ? "2"_L1
                                                      : "1"_L1;
    return u"\x1b["_s + code + u'm' + text + u"\x1b[0m"_s;
}

QString TextOutput::mark(StepState state) const
{
    switch (state) {
    case StepState::Running:
        return u"…"_s;
    case StepState::Ok:
        return coloured(Look::Good, u"✓"_s);
    case StepState::Warning:
        return coloured(Look::Doubtful, u"!"_s);
    case StepState::Failed:
        return coloured(Look::Bad, u"✗"_s);
    case StepState::Skipped:
        return coloured(Look::Faint, u"–"_s);
    }
    return {};
}

void TextOutput::clearUnfinishedLine()
{
    if (m_hasUnfinishedLine)
        console().writeOutput(u"\r\x1b[K"_s);
    m_hasUnfinishedLine = false;
    if (m_hasUnfinishedTalk)
        console().writeError(u"\r\x1b[K"_s);
    m_hasUnfinishedTalk = false;
}

void TextOutput::step(const Step &step)
{
    const bool timed = step.state != StepState::Skipped;
    check({stepName(step.id), stepTitle(step.id), step.state,
           timed ? std::optional(step.elapsed) : std::nullopt, messageText(step.detail)});
}

void TextOutput::check(const CheckReport &check)
{
    if (isQuiet())
        return;
    if (check.state == StepState::Running) {
        if (m_style.rewrite) {
            clearUnfinishedLine();
            console().writeOutput(u' ' + mark(check.state) + u' ' + check.title);
            m_hasUnfinishedLine = true;
        }
        return;
    }
    QString text = u' ' + mark(check.state) + u' ' + check.title.leftJustified(stepTitleWidth)
        + (check.elapsed ? timeText(*check.elapsed) : QString()).rightJustified(stepTimeWidth) + u"  "_s
        + check.detail;
    while (text.endsWith(u' '))
        text.chop(1);
    line(text, check.state == StepState::Skipped ? Look::Faint : Look::Plain);
    m_hasSteps = true;
}

void TextOutput::progress(int, int, const QString &sentence)
{
    if (!m_style.errorIsTerminal || isQuiet())
        return;
    clearUnfinishedLine();
    console().writeError(sentence);
    m_hasUnfinishedTalk = true;
}

void TextOutput::line(const QString &text, Look look)
{
    clearUnfinishedLine();
    console().writeOutput(coloured(look, text) + u'\n');
}

void TextOutput::result(const ResultReport &report, int exitCode)
{
    const Error &error = report.result.error;
    if (report.telling == Telling::Problem && error) {
        complain(report.problem.isEmpty() ? errorMessage(error) : report.problem);
        technical(error.detail);
        for (const QString &next : errorAdvice(error, report.result, Reader::CommandLine))
            say(u"  "_s + next);
    }
    clearUnfinishedLine();
    if (report.telling != Telling::Summary)
        return;
    const Summary summary = summarize(report);
    if (summary.headline.isEmpty())
        return;
    if (m_hasSteps)
        line({}, Look::Plain);
    line(summary.headline, Look::Strong);
    for (const QString &sentence : summary.sentences)
        line(sentence, Look::Plain);
    if (isQuiet() && exitCode == 0)
        return;
    if (!error.detail.isEmpty())
        technical(error.detail);
    table(summary.facts, "  "_L1);
    for (const QString &warning : summary.warnings)
        line(coloured(Look::Doubtful, u"!"_s) + u' ' + warning, Look::Plain);
    if (!summary.nextSteps.isEmpty())
        line(CliText::tr("What to do next:"), Look::Plain);
    for (const QString &next : summary.nextSteps)
        line(u"  • "_s + next, Look::Plain);
}

} // namespace Sigen
