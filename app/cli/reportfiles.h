// --report and --sheet: which files a diagnosis is written to, and in which form.
#pragma once

#include "cli/options.h"
#include "core/error.h"
#include "report/report.h"

#include <QCommandLineOption>
#include <QList>
#include <QStringList>

namespace Sigen {

class Redactor;

struct ReportFiles
{
    QStringList reports; ///< their suffixes say their forms
    QString sheet; ///< empty: none
    QString language; ///< of the sentences, as in "de"

    bool isEmpty() const { return reports.isEmpty() && sheet.isEmpty(); }
};

QList<QCommandLineOption> reportOptions();
ReportFiles readReportFiles(Options &options);

/// All of them; stops at the first that can't be written (ErrorCode::Io, with its name). \a saved gets those
/// that were.
Error writeReports(const ReportFiles &files, const Report &report, const Redactor &redactor,
                   QStringList *saved);

} // namespace Sigen
