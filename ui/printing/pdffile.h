// A report's document as a PDF file: A4, in the window's font, with text that can be searched and copied. The
// document has passed its redaction already; nothing is added to it here.
#pragma once

#include "report/reportdocument.h"

#include <QByteArray>

namespace Sigen {

enum class PdfPages {
    AsNeeded, ///< numbered where there are several
    One, ///< in smaller letters where it has to be
};

/// Needs a QGuiApplication.
QByteArray pdfFile(const ReportDocument &document, PdfPages pages);

} // namespace Sigen
