#include "report/textreport.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class ReportText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::TextReport)
};

} // namespace

static QString rowText(const ReportRow &row)
{
    if (row.state) {
        const QString time = row.elapsed ? u" %1 ms"_s.arg(row.elapsed->count()) : QString();
        const QString detail = row.text.isEmpty() ? QString() : u": "_s + row.text;
        return u"  [%1] %2%3%4"_s.arg(stepStateName(*row.state), row.label, time, detail);
    }
    return row.label.isEmpty() ? row.text : ReportText::tr("%1: %2").arg(row.label, row.text);
}

QString textReport(const ReportDocument &document)
{
    QString text = document.title + u'\n';
    for (const ReportSection &section : document.sections) {
        if (!section.title.isEmpty())
            text += u'\n' + section.title + u'\n';
        for (const ReportRow &row : section.rows)
            text += rowText(row) + u'\n';
    }
    return text + u'\n' + document.note + u'\n';
}

QString textReport(const Report &report, const Redactor &redactor)
{
    return textReport(reportDocument(report, redactor));
}

static QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

static QJsonObject rowObject(const ReportRow &row)
{
    return {{u"id"_s, row.id},
            {u"label"_s, textOrNull(row.label)},
            {u"text"_s, textOrNull(row.text)},
            {u"state"_s, row.state ? QJsonValue(QString(stepStateName(*row.state))) : QJsonValue()},
            {u"elapsedMs"_s, row.elapsed ? QJsonValue(qint64(row.elapsed->count())) : QJsonValue()}};
}

QByteArray jsonReport(const ReportDocument &document)
{
    QJsonArray sections;
    for (const ReportSection &section : document.sections) {
        QJsonArray rows;
        for (const ReportRow &row : section.rows)
            rows.append(rowObject(row));
        sections.append(
            QJsonObject{{u"id"_s, section.id}, {u"title"_s, textOrNull(section.title)}, {u"rows"_s, rows}});
    }
    return QJsonDocument(QJsonObject{{u"title"_s, document.title},
                                     {u"sections"_s, sections},
                                     {u"note"_s, document.note}})
        .toJson();
}

} // namespace Sigen
