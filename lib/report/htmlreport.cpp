#include "report/htmlreport.h"

#include "core/displaytext.h"
#include "diagnosis/layers.h"
#include "report/anonymity.h"
#include "report/htmlpage.h"
#include "words/causewords.h"
#include "words/messages.h"
#include "words/plantwords.h"
#include "words/titles.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class HtmlText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::HtmlText)
};

constexpr qsizetype longestText = 1000;

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

/// What the sheet says, in rows; empty texts are left out.
class Sheet
{
public:
    Sheet(const Report &report, const Redactor &redactor)
        : m_anonymity(serialsIn(report), redactor)
    { }

    void begin(const QString &title)
    {
        end();
        m_body += u"<section>\n"_s + Html::element("h2"_L1, title) + u"<table>\n"_s;
        m_isOpen = true;
    }

    void row(const QString &label, const QString &text)
    {
        if (!text.isEmpty())
            m_body += Html::tableRow({}, label, m_anonymity.wholeSentence(text, longestText));
    }

    void blank(const QString &label)
    {
        m_body +=
            u"<tr><td class=\"mark\"></td><td class=\"label\">%1</td><td class=\"blank\"></td></tr>\n"_s.arg(
                label.toHtmlEscaped());
    }

    void picture(const QString &svg)
    {
        m_body += u"</table>\n"_s + svg + u"</section>\n"_s;
        m_isOpen = false;
    }

    void end()
    {
        if (m_isOpen)
            m_body += u"</table>\n</section>\n"_s;
        m_isOpen = false;
    }

    const QString &body() const { return m_body; }

private:
    Anonymity m_anonymity;
    QString m_body;
    bool m_isOpen = false;
};

/// What a change left behind, else what was read.
std::optional<ReportedSetting> settingNow(const Report &report)
{
    if (report.change && report.change->result.current)
        return report.change->result.current;
    return report.diagnosis ? report.diagnosis->evidence.setting : std::nullopt;
}

const ModbusIdentity *provenIdentity(const Report &report)
{
    if (report.diagnosis && report.diagnosis->evidence.provesPlant())
        return &*report.diagnosis->evidence.identity;
    for (const auto *job : {&report.test, &report.change}) {
        if (*job && (*job)->result.modbus && (*job)->result.modbus->provesPlant())
            return &*(*job)->result.modbus;
    }
    return nullptr;
}

QString provedAt(const Report &report)
{
    QDateTime at;
    if (report.diagnosis && report.diagnosis->evidence.provesPlant())
        at = report.diagnosis->at;
    for (const auto *job : {&report.test, &report.change}) {
        if (!at.isValid() && *job)
            at = (*job)->result.verifiedAt;
    }
    return at.isValid() ? at.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s) : QString();
}

} // namespace

QByteArray htmlReport(const ReportDocument &document, const QString &language)
{
    QString body = Html::element("h1"_L1, document.title);
    for (const ReportSection &section : document.sections) {
        body += section.id == "frames"_L1 ? u"<section class=\"frames\">\n"_s : u"<section>\n"_s;
        if (!section.title.isEmpty())
            body += Html::element("h2"_L1, section.title);
        body += u"<table>\n"_s;
        for (const ReportRow &row : section.rows)
            body += Html::tableRow(row.state ? mark(*row.state) : QString(), row.label, row.text,
                                   row.elapsed ? u"%1 ms"_s.arg(row.elapsed->count()) : QString());
        body += u"</table>\n"_s;
        if (section.id == "diagnosis"_L1 && document.link)
            body += Html::linkPicture(*document.link);
        body += u"</section>\n"_s;
    }
    body += Html::element("p"_L1, document.note, "note"_L1);
    return Html::page(document.title, body, language);
}

QByteArray commissioningSheet(const Report &report, const Redactor &redactor, const QString &language)
{
    Sheet sheet(report, redactor);
    sheet.begin(HtmlText::tr("To fill in"));
    for (const QString &label : {HtmlText::tr("Customer"), HtmlText::tr("Place"), HtmlText::tr("Installer"),
                                 HtmlText::tr("Date and signature")})
        sheet.blank(label);

    sheet.begin(HtmlText::tr("Gateway"));
    const ModbusIdentity *const identity = provenIdentity(report);
    sheet.row(HtmlText::tr("Address"), report.host);
    if (identity) {
        sheet.row(HtmlText::tr("Model"), displayText(identity->model()));
        sheet.row(HtmlText::tr("Serial number"), displayText(identity->serial()));
        sheet.row(HtmlText::tr("Firmware"), displayText(identity->firmware()));
    }
    sheet.row(HtmlText::tr("MAC address"), report.mac);

    sheet.begin(HtmlText::tr("What is switched on"));
    const std::optional<ReportedSetting> now = settingNow(report);
    sheet.row(HtmlText::tr("Modbus TCP server"),
              now ? settingText(*now) : HtmlText::tr("The setting was not read."));
    if (report.change && report.change->result.before)
        sheet.row(HtmlText::tr("Before"), settingText(*report.change->result.before));

    sheet.begin(HtmlText::tr("Proof"));
    if (identity) {
        sheet.row(HtmlText::tr("Modbus answered"), provedAt(report));
        QStringList units;
        for (const int unit : identity->unitIds())
            units += QString::number(unit);
        sheet.row(HtmlText::tr("Unit ids"), units.join(", "_L1));
    } else {
        sheet.row(HtmlText::tr("Modbus"), HtmlText::tr("No plant has answered yet."));
    }
    if (report.diagnosis && report.diagnosis->evidence.link)
        sheet.row(HtmlText::tr("Link"),
                  messageText(judgeLayer(LayerId::Link, report.diagnosis->evidence).detail));

    if (identity && report.diagnosis) {
        sheet.begin(HtmlText::tr("For the program that reads the plant"));
        for (const QString &parameter : wellParameters(report.diagnosis->evidence))
            sheet.row({}, parameter);
    }
    if (report.values) {
        sheet.begin(HtmlText::tr("The plant at %1")
                        .arg(report.values->at.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s)));
        for (const QLatin1StringView key : {"runningState"_L1, "onOffGrid"_L1, "batterySoc"_L1}) {
            if (const RegisterValue *const value = findValue(report.values->values, key))
                sheet.row(value->definition.title, displayText(plantValueText(*value)));
        }
        sheet.picture(Html::powerPicture(report.values->values));
    }
    sheet.end();
    const QString title = HtmlText::tr("Modbus TCP at the Sigenergy system: commissioning");
    const QString note =
        HtmlText::tr("Modbus TCP has no password: anyone on this network can read and control the "
                     "plant. Made with Sigen Modbus %1.")
            .arg(displayText(report.programVersion));
    return Html::page(title,
                      Html::element("h1"_L1, title) + sheet.body() + Html::element("p"_L1, note, "note"_L1),
                      language);
}

} // namespace Sigen
