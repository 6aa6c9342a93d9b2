// What to do next, in words: the only place where advice about the way to a plant is worded, for a diagnosis
// and for a job that failed, in the window, on the command line and in reports.
#pragma once

#include "diagnosis/causes.h"

#include <QString>
#include <QStringList>

namespace Sigen {

/// Who reads advice: the command line names its commands and options, the window has buttons.
enum class Reader { CommandLine, Window };

/// Translated and safe to show, in the order given; \a seen has what they are about.
QStringList nextSteps(const QList<NextStep> &steps, const DiagnosisEvidence &seen, Reader reader);

/// \a advice, and for who reads it on the command line how it is done there.
QString byCommand(const QString &advice, Reader reader, const QString &command);

} // namespace Sigen
