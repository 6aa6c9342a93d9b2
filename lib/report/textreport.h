// A report as plain text and as JSON. Pure.
#pragma once

#include "report/reportdocument.h"

#include <QByteArray>

namespace Sigen {

/// Ends in a line feed.
QString textReport(const ReportDocument &document);
QString textReport(const Report &report, const Redactor &redactor);

/// {"title", "sections": [{"id", "title", "rows": [{"id", "label", "text", "state", "elapsedMs"}]}], "note"};
/// what does not apply is null. Indented, ends in a line feed.
QByteArray jsonReport(const ReportDocument &document);

} // namespace Sigen
