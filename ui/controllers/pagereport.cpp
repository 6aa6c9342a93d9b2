#include "ui/controllers/pagereport.h"

#include "core/displaytext.h"
#include "core/safefile.h"
#include "report/htmlreport.h"
#include "report/sheetdocument.h"
#include "report/textreport.h"
#include "ui/controllers/gatewaybook.h"
#include "ui/printing/pdffile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class ReportText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::PageReport)
};

enum class Form { Unknown, Text, Json, Html, Pdf };

Form formOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "txt"_L1)
        return Form::Text;
    if (suffix == "json"_L1)
        return Form::Json;
    if (suffix == "html"_L1 || suffix == "htm"_L1)
        return Form::Html;
    return suffix == "pdf"_L1 ? Form::Pdf : Form::Unknown;
}

QString write(const QString &path, const QByteArray &content)
{
    const Error error = writeSafely(path, content);
    return error ? ReportText::tr("The file %1 could not be written: %2")
                       .arg(displayText(path), displayText(error.detail))
                 : QString();
}

} // namespace

Report PageReport::report() const
{
    Report report = m_page.controller.report();
    m_page.diagnosis.addTo(report);
    return report;
}

/// What came was redacted when it came; this one knows every password that was used on the page.
const Redactor &PageReport::redactor() const
{
    return m_page.controller.jobs().redactor();
}

QString PageReport::text() const
{
    return textReport(reportDocument(report(), redactor()));
}

QString PageReport::save(const QString &path) const
{
    const ReportDocument document = reportDocument(report(), redactor());
    switch (formOf(path)) {
    case Form::Text:
        return write(path, textReport(document).toUtf8());
    case Form::Json:
        return write(path, jsonReport(document));
    case Form::Html:
        return write(path, htmlReport(document, m_page.diagnosis.locale().bcp47Name()));
    case Form::Pdf:
        return write(path, pdfFile(document, PdfPages::AsNeeded));
    case Form::Unknown:
        break;
    }
    return ReportText::tr("The name of a report's file ends in .pdf, .html, .txt or .json.");
}

QString PageReport::saveSheet(const QString &path) const
{
    const ReportDocument document = sheetDocument(report(), redactor());
    switch (formOf(path)) {
    case Form::Html:
        return write(path, htmlReport(document, m_page.diagnosis.locale().bcp47Name()));
    case Form::Pdf:
        return write(path, pdfFile(document, PdfPages::One));
    default:
        return ReportText::tr("The name of a sheet's file ends in .pdf or .html.");
    }
}

QString PageReport::suggestedName() const
{
    return m_page.controller.suggestedReportName("pdf"_L1);
}

QString PageReport::suggestedSheetName()
{
    return u"sigen-modbus-sheet.pdf"_s;
}

QString PageReport::filters()
{
    return QStringList{ReportText::tr("PDF (*.pdf)"), ReportText::tr("Web page (*.html)"),
                       ReportText::tr("Text (*.txt)"), ReportText::tr("JSON (*.json)")}
        .join(";;"_L1);
}

QString PageReport::sheetFilters()
{
    return QStringList{ReportText::tr("PDF (*.pdf)"), ReportText::tr("Web page (*.html)")}.join(";;"_L1);
}

} // namespace Sigen
