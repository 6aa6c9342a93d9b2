#include "report/htmlreport.h"

#include "report/htmlpage.h"
#include "report/sheetdocument.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

QString mark(StepState state)
{
    const QChar sign = state == StepState::Ok ? u'✓'
        : state == StepState::Warning         ? u'!'
        : state == StepState::Failed          ? u'✗'
        : state == StepState::Skipped         ? u'–'
                                              : u'…';
    const QString name = stepStateName(state);
    return u"<span class=\"%1\" title=\"%1\">%2</span>"_s.arg(name, sign);
}

} // namespace

QByteArray htmlReport(const ReportDocument &document, const QString &language)
{
    QString body = Html::element("h1"_L1, document.title);
    for (const ReportSection &section : document.sections) {
        if (section.rows.isEmpty()) // a table needs a row
            continue;
        body += section.id == "frames"_L1 ? u"<section class=\"frames\">\n"_s : u"<section>\n"_s;
        if (!section.title.isEmpty())
            body += Html::element("h2"_L1, section.title);
        body += u"<table>\n"_s;
        for (const ReportRow &row : section.rows)
            body += row.isBlank
                ? Html::blankRow(row.label)
                : Html::tableRow(row.state ? mark(*row.state) : QString(), row.label, row.text,
                                 row.elapsed ? u"%1 ms"_s.arg(row.elapsed->count()) : QString());
        body += u"</table>\n"_s;
        if (section.id == "diagnosis"_L1 && document.link)
            body += Html::linkPicture(*document.link);
        if (section.id == "values"_L1)
            body += Html::powerPicture(document.powers);
        body += u"</section>\n"_s;
    }
    body += Html::element("p"_L1, document.note, "note"_L1);
    return Html::page(document.title, body, language);
}

QByteArray commissioningSheet(const Report &report, const Redactor &redactor, const QString &language)
{
    return htmlReport(sheetDocument(report, redactor), language);
}

} // namespace Sigen
