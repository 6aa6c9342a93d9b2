// Short names for what the engine does and what the gateway reports.
#pragma once

#include "workflow/reportedsetting.h"
#include "workflow/step.h"

#include <QString>

namespace Sigen {

/// "Sign in", "Read the setting", …
QString stepTitle(StepId id);

/// "on, port 502"; "off" when no port is reported.
QString settingText(const ReportedSetting &setting);
/// The same as a sentence: "The server is on, port 502."
QString settingSentence(const ReportedSetting &setting);

} // namespace Sigen
