// The sentences of a diagnosis: what a layer is called, what a cause means. The only place where they are
// made, for the window, the command line and reports alike; a job that failed says the same (words/advice.h).
// All texts are translated and safe to show.
#pragma once

#include "diagnosis/causes.h"
#include "words/nextsteps.h"

#include <QString>
#include <QStringList>

namespace Sigen {

/// "Port 8080"; \a evidence has the port's number.
QString layerTitle(LayerId id, const DiagnosisEvidence &evidence);

/// One sentence: what is wrong. Where it is only likely it says so.
QString causeSentence(const Cause &cause, const DiagnosisEvidence &evidence);
/// What to do about it, at most three sentences, the most helpful first.
QStringList causeAdvice(const Cause &cause, const DiagnosisEvidence &evidence,
                        Reader reader = Reader::Window);

/// Where nothing is wrong: that the gateway is fine from here.
QString wellSentence(const DiagnosisEvidence &evidence);
/// And what worked here, for another program's settings; empty unless a plant was proved.
QStringList wellParameters(const DiagnosisEvidence &evidence);

} // namespace Sigen
