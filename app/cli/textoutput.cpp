#include "cli/textoutput.h"

#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/hosttable.h"
#include "cli/summary.h"
#include "core/displaytext.h"
#include "handover/snippetcatalog.h"
#include "simulator/faults.h"
#include "words/advice.h"
#include "words/messages.h"
#include "words/titles.h"

#include <QTimeZone>

#include <algorithm>

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

QString TextOutput::coloured(Colour colour, const QString &text) const
{
    if (!m_style.colour || colour == Colour::None || text.isEmpty())
        return text;
    const QLatin1StringView code = colour == Colour::Good ? "32"_L1
        : colour == Colour::Bad                           ? "31"_L1
        : colour == Colour::Doubtful                      ? "33"_L1
        : colour == Colour::Faint                         ? "2"_L1
                                                          : "1"_L1;
    return u"\x1b["_s + code + u'm' + text + u"\x1b[0m"_s;
}

QString TextOutput::mark(StepState state) const
{
    const bool utf8 = console().isUtf8();
    switch (state) {
    case StepState::Running:
        return utf8 ? u"…"_s : u"."_s;
    case StepState::Ok:
        return coloured(Colour::Good, utf8 ? u"✓"_s : u"+"_s);
    case StepState::Warning:
        return coloured(Colour::Doubtful, u"!"_s);
    case StepState::Failed:
        return coloured(Colour::Bad, utf8 ? u"✗"_s : u"x"_s);
    case StepState::Skipped:
        return coloured(Colour::Faint, utf8 ? u"–"_s : u"-"_s);
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

void TextOutput::showUnfinishedLine(const QString &line)
{
    if (!m_style.rewrite || isQuiet())
        return;
    clearUnfinishedLine();
    console().writeOutput(line);
    m_hasUnfinishedLine = true;
}

void TextOutput::writeLine(const QString &line)
{
    clearUnfinishedLine();
    console().writeOutput(line + u'\n');
}

void TextOutput::step(const Step &step)
{
    if (isQuiet())
        return;
    const QString title = stepTitle(step.id);
    if (step.state == StepState::Running) {
        showUnfinishedLine(u' ' + mark(step.state) + u' ' + title);
        return;
    }
    const bool timed = step.state != StepState::Skipped;
    QString line = u' ' + mark(step.state) + u' ' + title.leftJustified(stepTitleWidth)
        + (timed ? timeText(step.elapsed) : QString()).rightJustified(stepTimeWidth) + u"  "_s
        + messageText(step.detail);
    while (line.endsWith(u' '))
        line.chop(1);
    writeLine(step.state == StepState::Skipped ? coloured(Colour::Faint, line) : line);
    m_hasSteps = true;
}

void TextOutput::progress(int done, int total)
{
    showUnfinishedLine(CliText::tr(" %1 of %2 units scanned").arg(done).arg(total));
}

static QString valueText(const RegisterValue &read)
{
    const RegisterDefinition &definition = read.definition;
    if (definition.type == RegisterType::String)
        return displayText(read.value.toString(), 60);
    if (!definition.bits.isEmpty()) {
        const QStringList alarms = alarmTexts(definition, static_cast<quint16>(read.value.toUInt()));
        return alarms.isEmpty() ? CliText::tr("none") : alarms.join(", "_L1);
    }
    if (const auto state = definition.states.constFind(read.value.toInt());
        !definition.states.isEmpty() && state != definition.states.cend())
        return *state;
    if (definition.key == "systemTime"_L1)
        return QDateTime::fromSecsSinceEpoch(read.value.toLongLong(), QTimeZone::utc())
            .toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);

    int decimals = 0;
    for (int gain = definition.gain; gain > 1; gain /= 10)
        ++decimals;
    constexpr qsizetype numberWidth = 10;
    return QString::number(read.value.toDouble(), 'f', decimals).rightJustified(numberWidth) + u' '
        + definition.unit;
}

void TextOutput::values(const ValuesReport &report)
{
    const QString unit = QString::number(report.unit.value());
    const QString at = report.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    writeLine(coloured(Colour::Strong,
                       (report.unit.isPlant() ? CliText::tr("Plant at %1, unit %2, %3")
                                              : CliText::tr("Device at %1, unit %2, %3"))
                           .arg(report.host, unit, at)));
    qsizetype width = 0;
    for (const RegisterValue &value : report.values)
        width = std::max(width, value.definition.title.size());
    for (const RegisterValue &value : report.values)
        writeLine(u"  "_s + value.definition.title.leftJustified(width) + u"  "_s + valueText(value));
    writeLine({});
}

void TextOutput::host(const DiscoveredHost &host)
{
    if (!host.settled || m_shownHosts.contains(host.address))
        return;
    if (m_shownHosts.isEmpty())
        writeLine(coloured(Colour::Faint, hostTableHead()));
    m_shownHosts.insert(host.address);
    const bool ours = host.kind == HostKind::Gateway || host.kind == HostKind::ModbusOnly;
    writeLine(coloured(ours ? Colour::Strong : Colour::None, hostTableRow(host)));
}

void TextOutput::scanProgress(int done, int total, int gateways)
{
    if (!m_style.errorIsTerminal || isQuiet())
        return;
    clearUnfinishedLine();
    console().writeError(CliText::tr("%1 of %2 addresses, gateways: %3").arg(done).arg(total).arg(gateways));
    m_hasUnfinishedTalk = true;
}

void TextOutput::scanned(const ScanReport &report)
{
    clearUnfinishedLine();
    if (!m_shownHosts.isEmpty())
        writeLine({});
    const QStringList sentences = scanSummary(report);
    for (const QString &sentence : sentences)
        writeLine(sentence);
}

void TextOutput::listening(const ListeningReport &report)
{
    const QString state = report.enabled ? CliText::tr("on") : CliText::tr("off");
    writeLine(CliText::tr("The simulated gateway listens on %1: WebSocket port %2, Modbus port %3 (%4).")
                  .arg(report.address.toString(), QString::number(report.webSocketPort),
                       QString::number(report.modbusPort), state));
}

void TextOutput::faults(const QList<FaultDescription> &catalogue)
{
    qsizetype width = 0;
    for (const FaultDescription &fault : catalogue)
        width = std::max(width, fault.name.size());
    for (const FaultDescription &fault : catalogue)
        writeLine(QString(fault.name).leftJustified(width) + u"  "_s + QString(fault.explanation));
}

void TextOutput::tools(const QList<SnippetDefinition> &catalogue)
{
    qsizetype width = 0;
    for (const SnippetDefinition &tool : catalogue)
        width = std::max(width, tool.id.size());
    for (const SnippetDefinition &tool : catalogue)
        writeLine(tool.id.leftJustified(width) + u"  "_s + snippetTitle(tool) + u": "_s + snippetNote(tool));
}

/// Standard output is for the snippet alone: it is often redirected into another tool's file.
void TextOutput::handedOver(const ResultReport &report)
{
    const JobResult &result = report.result;
    if (result.error) {
        complain(errorMessage(result.error));
        technical(result.error.detail);
        for (const QString &next : errorAdvice(result.error, result))
            say(u"  "_s + next);
    } else if (report.handover->file.isEmpty()) {
        clearUnfinishedLine();
        console().writeOutput(report.handover->snippet);
    } else {
        say(CliText::tr("Saved as %1.").arg(displayText(report.handover->file)));
    }
}

void TextOutput::result(const ResultReport &report)
{
    if (report.handover)
        return handedOver(report);
    const Summary summary = summarize(report);
    clearUnfinishedLine();
    if (summary.headline.isEmpty())
        return;
    if (m_hasSteps)
        writeLine({});
    const QString headline = coloured(Colour::Strong, summary.headline);
    writeLine(headline);
    for (const QString &sentence : summary.sentences)
        writeLine(sentence);
    if (isQuiet() && report.exitCode == 0)
        return;
    if (isVerbose() && !report.result.error.detail.isEmpty())
        technical(report.result.error.detail);

    qsizetype width = 0;
    for (const SummaryFact &fact : summary.facts)
        width = std::max(width, fact.label.size());
    for (const SummaryFact &fact : summary.facts)
        writeLine(u"  "_s + fact.label.leftJustified(width) + u"  "_s + fact.text);
    for (const QString &warning : summary.warnings)
        writeLine(coloured(Colour::Doubtful, u"!"_s) + u' ' + warning);
    if (!summary.nextSteps.isEmpty())
        writeLine(CliText::tr("What to do next:"));
    const QString bullet = console().isUtf8() ? u"  • "_s : u"  * "_s;
    for (const QString &next : summary.nextSteps)
        writeLine(bullet + next);
}

} // namespace Sigen
