// The sheet that an owner keeps after a gateway was set up, as a document: who, where and when to fill in,
// what is switched on, the proof, the settings for the next program, and the plant's powers. Pure.
#pragma once

#include "report/reportdocument.h"

namespace Sigen {

/// Serial number and address are whole, since it is the owner's record; secrets are masked.
ReportDocument sheetDocument(const Report &report, const Redactor &redactor);

} // namespace Sigen
