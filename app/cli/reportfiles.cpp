#include "cli/reportfiles.h"

#include "cli/clitext.h"
#include "core/displaytext.h"
#include "core/safefile.h"
#include "report/htmlreport.h"
#include "report/textreport.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static bool ends(const QString &path, QLatin1StringView suffix)
{
    return path.endsWith(suffix, Qt::CaseInsensitive);
}

static bool isHtml(const QString &path)
{
    return ends(path, ".html"_L1) || ends(path, ".htm"_L1);
}

QList<QCommandLineOption> reportOptions()
{
    return {
        {u"report"_s,
         CliText::tr(
             "Also save a report to hand over, as FILE.txt, FILE.json or FILE.html, without secrets and with "
             "serial number and MAC address shortened; may be repeated."),
         u"FILE"_s},
        {u"sheet"_s,
         CliText::tr(
             "Also save a commissioning sheet for the owner, as FILE.html, with the whole serial number."),
         u"FILE.html"_s},
    };
}

ReportFiles readReportFiles(Options &options)
{
    ReportFiles files;
    files.reports = options.texts(u"report"_s);
    files.sheet = options.text(u"sheet"_s).value_or(QString());
    files.language = options.text(u"lang"_s).value_or(u"en"_s).replace(u'_', u'-');
    for (const QString &path : std::as_const(files.reports)) {
        if (ends(path, ".pdf"_L1))
            options.reject(
                CliText::tr("A report as PDF is made by the window only: save “%1” as .html instead, which "
                            "a browser prints as PDF.")
                    .arg(displayText(path)));
        else if (!ends(path, ".txt"_L1) && !ends(path, ".json"_L1) && !isHtml(path))
            options.reject(
                CliText::tr("The option --report takes a file that ends in .txt, .json or .html, not “%1”.")
                    .arg(displayText(path)));
    }
    if (!files.sheet.isEmpty() && !isHtml(files.sheet))
        options.reject(CliText::tr("The option --sheet takes a file that ends in .html, not “%1”.")
                           .arg(displayText(files.sheet)));
    return files;
}

Error writeReports(const ReportFiles &files, const Report &report, const Redactor &redactor,
                   QStringList *saved)
{
    const auto write = [saved](const QString &path, const QByteArray &content) {
        Error error = writeSafely(path, content);
        if (!error)
            saved->append(path);
        return error;
    };
    if (!files.reports.isEmpty()) {
        const ReportDocument document = reportDocument(report, redactor);
        for (const QString &path : files.reports) {
            const QByteArray content = isHtml(path) ? htmlReport(document, files.language)
                : ends(path, ".json"_L1)            ? jsonReport(document)
                                                    : textReport(document).toUtf8();
            if (Error error = write(path, content))
                return error;
        }
    }
    return files.sheet.isEmpty() ? Error()
                                 : write(files.sheet, commissioningSheet(report, redactor, files.language));
}

} // namespace Sigen
