// A report, and the sheet that an owner keeps after a gateway was set up, as HTML: one file each. Pure.
#pragma once

#include "report/reportdocument.h"

#include <QByteArray>
#include <QString>

namespace Sigen {

/// \a language as in "de".
QByteArray htmlReport(const ReportDocument &document, const QString &language);

/// One page for the owner: who, where and when to fill in, what is switched on, the proof, the settings for
/// the next program, and a picture of the values. Serial number and address are whole, secrets masked.
QByteArray commissioningSheet(const Report &report, const Redactor &redactor, const QString &language);

} // namespace Sigen
