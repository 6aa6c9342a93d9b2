#include "report/sheetdocument.h"

#include "core/displaytext.h"
#include "diagnosis/layers.h"
#include "report/anonymity.h"
#include "words/causewords.h"
#include "words/messages.h"
#include "words/plantwords.h"
#include "words/titles.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class SheetText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::HtmlText)
};

constexpr qsizetype longestText = 1000;

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

QString minuteText(const QDateTime &at)
{
    return at.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s);
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
    return at.isValid() ? minuteText(at) : QString();
}

QList<PowerBar> powerBars(const QList<RegisterValue> &values)
{
    QList<PowerBar> bars;
    const auto add = [&](const QString &label, QLatin1StringView key) {
        if (const std::optional<double> power = plantNumber(values, key))
            bars.append({label, *power});
    };
    add(SheetText::tr("PV"), "pvPower"_L1);
    add(SheetText::tr("Consumption"), "loadPower"_L1);
    add(SheetText::tr("Battery (right: charging)"), "batteryPower"_L1);
    add(SheetText::tr("Grid (right: import)"), "gridPower"_L1);
    return bars;
}

class SheetWriter
{
public:
    SheetWriter(const Report &report, const Redactor &redactor)
        : m_report(report)
        , m_anonymity(serialsIn(report), redactor)
        , m_identity(provenIdentity(report))
    { }

    ReportDocument write()
    {
        m_document.title = SheetText::tr("Modbus TCP at the Sigenergy system: commissioning");
        m_document.note =
            SheetText::tr("Modbus TCP has no password: anyone on this network can read and control the "
                          "plant. Made with Sigen Modbus %1.")
                .arg(displayText(m_report.programVersion));
        toFillIn();
        gateway();
        setting();
        proof();
        if (m_identity && m_report.diagnosis) {
            begin(u"parameters"_s, SheetText::tr("For the program that reads the plant"));
            for (const QString &parameter : wellParameters(m_report.diagnosis->evidence))
                row({}, parameter);
        }
        if (m_report.values)
            values(*m_report.values);
        return m_document;
    }

private:
    void begin(const QString &id, const QString &title) { m_document.sections.append({id, title, {}}); }

    /// Empty texts are left out.
    void row(const QString &label, const QString &text)
    {
        if (!text.isEmpty())
            m_document.sections.last().rows.append({{}, label, m_anonymity.wholeSentence(text, longestText)});
    }

    void toFillIn()
    {
        begin(u"blanks"_s, SheetText::tr("To fill in"));
        for (const QString &label : {SheetText::tr("Customer"), SheetText::tr("Place"),
                                     SheetText::tr("Installer"), SheetText::tr("Date and signature")}) {
            ReportRow blank;
            blank.label = label;
            blank.isBlank = true;
            m_document.sections.last().rows.append(blank);
        }
    }

    void gateway()
    {
        begin(u"gateway"_s, SheetText::tr("Gateway"));
        row(SheetText::tr("Address"), m_report.host);
        if (m_identity) {
            row(SheetText::tr("Model"), displayText(m_identity->model()));
            row(SheetText::tr("Serial number"), displayText(m_identity->serial()));
            row(SheetText::tr("Firmware"), displayText(m_identity->firmware()));
        }
        row(SheetText::tr("MAC address"), m_report.mac);
    }

    void setting()
    {
        begin(u"setting"_s, SheetText::tr("What is switched on"));
        const std::optional<ReportedSetting> now = settingNow(m_report);
        row(SheetText::tr("Modbus TCP server"),
            now ? settingText(*now) : SheetText::tr("The setting was not read."));
        if (m_report.change && m_report.change->result.before)
            row(SheetText::tr("Before"), settingText(*m_report.change->result.before));
    }

    void proof()
    {
        begin(u"proof"_s, SheetText::tr("Proof"));
        if (m_identity) {
            row(SheetText::tr("Modbus answered"), provedAt(m_report));
            QStringList units;
            for (const int unit : m_identity->unitIds())
                units += QString::number(unit);
            row(SheetText::tr("Unit ids"), units.join(", "_L1));
        } else {
            row(SheetText::tr("Modbus"), SheetText::tr("No plant has answered yet."));
        }
        if (m_report.diagnosis && m_report.diagnosis->evidence.link)
            row(SheetText::tr("Link"),
                messageText(judgeLayer(LayerId::Link, m_report.diagnosis->evidence).detail));
    }

    void values(const ReportedValues &reported)
    {
        begin(u"values"_s, SheetText::tr("The plant at %1").arg(minuteText(reported.at)));
        for (const QLatin1StringView key : {"runningState"_L1, "onOffGrid"_L1, "batterySoc"_L1}) {
            if (const RegisterValue *const value = findValue(reported.values, key))
                row(value->definition.title, displayText(plantValueText(*value)));
        }
        m_document.powers = powerBars(reported.values);
    }

    const Report &m_report;
    const Anonymity m_anonymity;
    const ModbusIdentity *const m_identity;
    ReportDocument m_document;
};

} // namespace

ReportDocument sheetDocument(const Report &report, const Redactor &redactor)
{
    return SheetWriter(report, redactor).write();
}

} // namespace Sigen
