// What the tab "Diagnosis" shows, as a value: a pure function of one run, finished or not. Words are made
// when it is called, so that a change of language reaches what was found before.
#pragma once

#include "core/error.h"
#include "diagnosis/causes.h"
#include "ui/models/chip.h"
#include "ui/models/layerrows.h"
#include "ui/models/readbar.h"

#include <QDateTime>
#include <QList>
#include <QLocale>
#include <QSet>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Sigen {

/// One run of a diagnosis, as far as it has come.
struct DiagnosisRun
{
    enum class Part {
        None, ///< there was none yet
        Password, ///< the keychain is asked for it
        Layers,
        Values, ///< for the report
        Ended,
    };

    Part part = Part::None;
    DiagnosisEvidence evidence;
    QSet<LayerId> begun; ///< layers
    int told = 0; ///< so many layers, from the first one, have been told
    std::optional<LayerId> counted; ///< the layer that `done` and `total` are about
    int done = 0;
    int total = 0;
    QDateTime at; ///< UTC, when it ended
    std::chrono::milliseconds took{0};
    Error error; ///< why it came to no end; Cancelled: it was stopped
    bool isOutdated = false; ///< the gateway was changed since

    bool isRunning() const { return part != Part::None && part != Part::Ended; }
    bool operator==(const DiagnosisRun &) const = default;
};

struct DiagnosisFinding
{
    Tone tone = Tone::Caution; ///< Good: nothing is wrong; Bad: a layer has failed; Plain: what worked
    QString sentence;
    QStringList lines; ///< what to do, the most helpful first; or what worked
    bool operator==(const DiagnosisFinding &) const = default;
};

struct DiagnosisState
{
    bool isRunning = false;
    QList<LayerRow> rows; ///< empty: there was no run yet; the link's time is "9 / 11 / 640 ms"
    QList<ReadBar> reads; ///< of the link
    QString readsText; ///< "20 reads, one a second"
    QString readsAccessibleText; ///< the same, and what became of them
    QList<DiagnosisFinding> findings; ///< failures first
    QString status; ///< what is under way, or when it was and how it ended
    int done = 0;
    int total = 0; ///< 0: it is not known how far it is
    bool operator==(const DiagnosisState &) const = default;
};

DiagnosisState diagnosisState(const DiagnosisRun &run, const QLocale &locale);

/// In a few words, for a screen reader: how it ended.
QString spokenDiagnosis(const DiagnosisState &state);

} // namespace Sigen
