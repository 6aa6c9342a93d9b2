// What a scan saw of a gateway, as rows of the verification: it counts as a test. Pure.
#pragma once

#include "registry/gateway.h"
#include "ui/models/steprun.h"

#include <QLocale>

namespace Sigen {

/// Empty where the Modbus port was not looked at. \a waits: somebody watches it, so that closed is no
/// failure.
QList<StepRow> seenSteps(const Gateway &gateway, quint16 modbusPort, bool waits);
/// The ticked ones in one line: "reachable · port 502 open · Modbus answers".
QString seenSummary(const QList<StepRow> &rows, quint16 modbusPort, const QLocale &locale);

} // namespace Sigen
