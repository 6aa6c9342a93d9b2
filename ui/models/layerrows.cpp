#include "ui/models/layerrows.h"

#include "ui/models/stepmodel.h"
#include "ui/models/stepsentences.h"
#include "words/causewords.h"
#include "words/messages.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class LayerText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::LayerText)
};

QString seenText(const Layer &layer)
{
    if (layer.detail.isEmpty())
        return layer.state == StepState::Skipped ? LayerText::tr("Not tried") : QString();
    const QStringList sentences = messageTexts(layer.detail);
    return headline(sentences.join(u' '));
}

bool isUntried(const Layer &layer)
{
    return layer.state == StepState::Skipped && layer.detail.isEmpty();
}

} // namespace

LayerRow layerRow(const Layer &layer, const DiagnosisEvidence &evidence, const QLocale &locale)
{
    return {rowState(layer.state), layerTitle(layer.id, evidence), seenText(layer),
            layer.elapsed ? durationText(*layer.elapsed, locale) : QString()};
}

QList<LayerRow> layerRows(const DiagnosisEvidence &evidence, const QLocale &locale,
                          std::span<const LayerId> layers)
{
    QList<LayerRow> rows;
    bool followsUntried = false;
    for (const LayerId id : layers) {
        const Layer layer = judgeLayer(id, evidence);
        const LayerRow row = layerRow(layer, evidence, locale);
        if (followsUntried && isUntried(layer))
            rows.last().title =
                LayerText::tr("%1, %2", "two of a list of titles").arg(rows.last().title, row.title);
        else
            rows += row;
        followsUntried = isUntried(layer);
    }
    return rows;
}

} // namespace Sigen
