// How a job ended, in plain sentences: what happened, what it means, what to do next. Pure. All texts are
// translated and safe to show.
#pragma once

#include "cli/output.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Sigen {

struct Summary
{
    QString headline; ///< empty: the result speaks for itself
    QStringList sentences;
    QList<TextRow> facts;
    QStringList warnings;
    QStringList nextSteps; ///< most likely first
};

Summary summarize(const ResultReport &report);

} // namespace Sigen
