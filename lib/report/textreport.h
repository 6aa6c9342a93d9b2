// A report as a text that may be shown to strangers: passwords and tokens are masked, serial numbers and MAC
// addresses shortened, control characters escaped. Pure.
#pragma once

#include "core/redaction.h"
#include "report/report.h"

namespace Sigen {

/// \a redactor knows the secrets of this session. Ends in a line feed; times are UTC.
QString textReport(const Report &report, const Redactor &redactor);

} // namespace Sigen
