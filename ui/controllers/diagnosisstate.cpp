#include "ui/controllers/diagnosisstate.h"

#include "core/displaytext.h"
#include "ui/models/clocktext.h"
#include "ui/models/stepmodel.h"
#include "ui/models/stepsentences.h"
#include "words/advice.h"
#include "words/causewords.h"
#include "words/messages.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class DiagnosisText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::DiagnosisState)
};

QString readTime(double ms)
{
    return QString::number(ms, 'f', ms < 10 ? 1 : 0);
}

/// "9 / 11 / 640 ms": the fastest, the median and the slowest.
QString linkTimes(const LinkFinding &link)
{
    if (link.lost() == link.reads.size())
        return {};
    return DiagnosisText::tr("%1 / %2 / %3 ms", "fastest, median and slowest")
        .arg(readTime(link.minimum()), readTime(link.median()), readTime(link.maximum()));
}

/// The times of the link stand at the end of its row.
void shorten(LayerRow &row, const LinkFinding &link, const Layer &layer)
{
    row.text = headline(messageText(layer.detail.constFirst()));
    row.time = linkTimes(link);
}

/// While it runs each layer has a row of its own; afterwards those that were not reached share one.
QList<LayerRow> rowsOf(const DiagnosisRun &run, const QLocale &locale)
{
    const DiagnosisEvidence &seen = run.evidence;
    QList<LayerRow> rows;
    if (run.told == int(std::size(allLayers))) {
        rows = layerRows(seen, locale);
        const Layer link = judgeLayer(LayerId::Link, seen);
        if (seen.link && !link.detail.isEmpty())
            shorten(rows.last(), *seen.link, link);
        return rows;
    }
    for (const LayerId id : allLayers) {
        if (int(id) < run.told) {
            rows += layerRow(judgeLayer(id, seen), seen, locale);
            continue;
        }
        const StepRow::State state = !run.isRunning() ? StepRow::State::Skipped
            : run.begun.contains(id)                  ? StepRow::State::Running
                                                      : StepRow::State::Waiting;
        rows += {state, layerTitle(id, seen), {}, {}};
    }
    return rows;
}

void addReads(DiagnosisState &state, const DiagnosisEvidence &seen)
{
    if (!seen.link || seen.link->reads.isEmpty())
        return;
    constexpr double tallest = 3000; // ms; from 1 ms on, by the logarithm
    for (const LinkRead &read : seen.link->reads) {
        const bool isLost = read.end == LinkRead::End::Lost;
        const double part = isLost ? 1 : std::log(std::clamp(read.ms, 1.0, tallest)) / std::log(tallest);
        const Tone tone = isLost ? Tone::Bad : read.end == LinkRead::End::Late ? Tone::Caution : Tone::Good;
        state.reads.append({tone, part});
    }
    state.readsText =
        DiagnosisText::tr("%n read(s), one a second", nullptr, static_cast<int>(state.reads.size()));
    state.readsAccessibleText = messageText(judgeLayer(LayerId::Link, seen).detail);
}

void addFindings(DiagnosisState &state, const DiagnosisEvidence &seen)
{
    const QList<Cause> causes = findCauses(seen);
    for (const Cause &cause : causes)
        state.findings.append({cause.isWarning ? Tone::Caution : Tone::Bad, causeSentence(cause, seen),
                               causeAdvice(cause, seen)});
    if (!seen.provesPlant())
        return;
    if (causes.isEmpty())
        state.findings.append({Tone::Good, wellSentence(seen), wellParameters(seen)});
    else if (causes.constFirst().isWarning)
        state.findings.append({Tone::Plain, DiagnosisText::tr("What worked here"), wellParameters(seen)});
}

QString runningText(const DiagnosisRun &run)
{
    if (run.part == DiagnosisRun::Part::Password)
        return DiagnosisText::tr("Waiting for the keychain…");
    if (run.part == DiagnosisRun::Part::Values)
        return DiagnosisText::tr("Reading the plant's values for the report…");
    if (run.counted == LayerId::Link)
        return DiagnosisText::tr("Testing the link: %1 of %2 reads").arg(run.done).arg(run.total);
    if (run.counted == LayerId::Units)
        return DiagnosisText::tr("Asked %1 of %2 units").arg(run.done).arg(run.total);
    return DiagnosisText::tr("Looking at each layer…");
}

QString endedText(const DiagnosisRun &run, const QLocale &locale)
{
    const QString at = clockText(run.at, locale);
    const QString took = durationText(run.took, locale);
    QString text;
    if (run.error.code == ErrorCode::Cancelled)
        text = DiagnosisText::tr("Stopped %1, after %2. Nothing was changed.").arg(at, took);
    else if (run.error)
        text = errorMessage(run.error);
    else
        text = DiagnosisText::tr("Checked %1, took %2. Nothing was changed.").arg(at, took);
    return run.isOutdated
        ? DiagnosisText::tr("%1 The gateway was changed since then.", "when it was checked").arg(text)
        : text;
}

} // namespace

DiagnosisState diagnosisState(const DiagnosisRun &run, const QLocale &locale)
{
    DiagnosisState state;
    state.isRunning = run.isRunning();
    if (run.part == DiagnosisRun::Part::None)
        return state;
    state.rows = rowsOf(run, locale);
    if (run.part == DiagnosisRun::Part::Layers) {
        state.done = run.done;
        state.total = run.total;
    }
    state.status = run.isRunning() ? runningText(run) : endedText(run, locale);
    addReads(state, run.evidence);
    if (run.evidence.ended)
        addFindings(state, run.evidence);
    return state;
}

QString spokenDiagnosis(const DiagnosisState &state)
{
    return state.findings.isEmpty() ? state.status : state.findings.constFirst().sentence;
}

} // namespace Sigen
