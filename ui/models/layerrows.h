// The layers of a diagnosis as rows for a view: mark, what is looked at, what was seen, how long it took.
// Words are made when the rows are. Pure.
#pragma once

#include "diagnosis/layers.h"
#include "ui/models/steprun.h"

#include <QList>
#include <QLocale>

#include <span>

namespace Sigen {

struct LayerRow
{
    StepRow::State state = StepRow::State::Waiting;
    QString title; ///< "Port 8080"
    QString text; ///< what was seen; safe plain text, without a full stop
    QString time; ///< "4 ms"; may be empty
    bool operator==(const LayerRow &) const = default;
};

/// \a layer as it was told, with the name that \a evidence gives it.
LayerRow layerRow(const Layer &layer, const DiagnosisEvidence &evidence, const QLocale &locale);

/// \a layers as \a evidence judges them. Neighbours that were not reached share one row.
QList<LayerRow> layerRows(const DiagnosisEvidence &evidence, const QLocale &locale,
                          std::span<const LayerId> layers = allLayers);

} // namespace Sigen
