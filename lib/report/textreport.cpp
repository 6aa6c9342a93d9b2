#include "report/textreport.h"

#include "core/displaytext.h"
#include "words/advice.h"
#include "words/messages.h"
#include "words/titles.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Longest line of a report: a sentence of ours with a text from the network in it.
constexpr qsizetype longestLine = 1000;
/// What is looked through before it is cut to length, so that no cut leaves half of something that must go.
constexpr qsizetype longestInput = 64 * 1024;
/// Shorter serial numbers occur in ordinary words; they are shortened where a serial number stands, not
/// everywhere.
constexpr qsizetype shortestReplacedSerial = 6;
/// At this length sentences cut the texts that they quote.
constexpr qsizetype quotedLength = 40;

class ReportText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::TextReport)
};

QString timeText(const QDateTime &at)
{
    return at.toUTC().toString(Qt::ISODate);
}

/// Every way in which a serial number of these jobs may stand in a sentence.
QStringList serialsIn(const Report &report)
{
    QStringList serials;
    for (const auto *job : {&report.change, &report.test}) {
        if (!job->has_value())
            continue;
        const JobResult &result = (*job)->result;
        serials += result.serial;
        for (const DeviceIdentity &device : result.modbus.value_or(ModbusIdentity()).devices)
            serials += device.serial;
    }
    serials.removeIf([](const QString &serial) { return serial.size() < shortestReplacedSerial; });
    serials.removeDuplicates();
    // One that is part of another must not be replaced first.
    std::sort(serials.begin(), serials.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return serials;
}

class ReportWriter
{
public:
    ReportWriter(const Report &report, const Redactor &redactor)
        : m_report(report)
        , m_redactor(redactor)
        , m_serials(serialsIn(report))
    { }

    QString write()
    {
        line(ReportText::tr("Sigen Modbus %1, report of %2")
                 .arg(m_report.programVersion, timeText(m_report.createdAt)));
        fact(ReportText::tr("System"), m_report.system);
        foreignFact(ReportText::tr("Gateway"), m_report.host);
        fact(ReportText::tr("MAC address"), shortenedMac(displayText(m_report.mac)));
        if (m_report.change)
            job(ReportText::tr("Last change"), *m_report.change);
        if (m_report.test)
            job(ReportText::tr("Last test"), *m_report.test);
        if (!m_report.change && !m_report.test) {
            line({});
            line(ReportText::tr("Nothing was changed or tested yet."));
        }
        line({});
        line(ReportText::tr(
            "Passwords and tokens are left out; serial numbers and MAC addresses are shortened."));
        return m_text;
    }

private:
    void line(const QString &text) { m_text += safe(text, longestLine) + u'\n'; }

    void fact(const QString &label, const QString &text)
    {
        if (!text.isEmpty())
            line(ReportText::tr("%1: %2").arg(label, text));
    }

    /// For texts that came from the network.
    void foreignFact(const QString &label, const QString &text)
    {
        fact(label, safe(text, maximumDisplayLength));
    }

    QString safe(const QString &text, qsizetype length) const
    {
        return displayText(anonymous(displayText(m_redactor.sentence(text), longestInput)), length);
    }

    /// No sentence says more about the plant than its own line would.
    QString anonymous(QString text) const
    {
        for (const QString &serial : m_serials) {
            const QString brief = shortenedSerial(displayText(serial));
            for (const QString &form : {displayText(serial), displayText(serial, quotedLength)})
                text.replace(form, brief);
        }
        static const QRegularExpression mac(
            u"\\b((?:[0-9a-f]{2}[:-]){3}[0-9a-f])[0-9a-f](?:[:-][0-9a-f]{2}){2}\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
        // An IPv6 address may be made from the MAC address (RFC 4291, appendix A).
        static const QRegularExpression eui64(u"(ff:fe)[0-9a-f]{2}:[0-9a-f]{1,4}"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        text.replace(mac, u"\\1…"_s);
        return text.replace(eui64, u"\\1…"_s);
    }

    void job(const QString &title, const ReportedJob &job)
    {
        const JobResult &result = job.result;
        line({});
        line(ReportText::tr("%1: %2, %3").arg(title, job.action, timeText(job.at)));
        for (const Step &each : job.steps)
            step(each);
        fact(ReportText::tr("Result"), QString(outcomeName(result.outcome)));
        if (job.testedPort)
            fact(ReportText::tr("Tested port"), QString::number(*job.testedPort));
        if (result.before)
            fact(ReportText::tr("Before"), settingText(*result.before));
        if (result.current)
            fact(ReportText::tr("Now"), settingText(*result.current));
        if (result.port)
            fact(ReportText::tr("Port"), QString(portStateName(*result.port)));
        if (result.modbus)
            identity(*result.modbus);
        fact(ReportText::tr("Serial number"), shortenedSerial(displayText(result.serial)));
        if (result.verifiedAt.isValid())
            fact(ReportText::tr("Verified"), timeText(result.verifiedAt));
        for (const QString &warning : messageTexts(result.warnings))
            fact(ReportText::tr("Warning"), warning);
        if (!result.error)
            return;
        fact(ReportText::tr("Problem"), errorMessage(result.error));
        foreignFact(ReportText::tr("Detail"),
                    u"%1 %2 %3"_s.arg(errorName(result.error.code), result.error.context, result.error.detail)
                        .simplified());
        for (const QString &advice : errorAdvice(result.error, result))
            fact(ReportText::tr("Advice"), advice);
    }

    void identity(const ModbusIdentity &identity)
    {
        fact(ReportText::tr("Modbus"), QString(modbusVerdictName(identity.verdict)));
        foreignFact(ReportText::tr("Model"), identity.model());
        foreignFact(ReportText::tr("Firmware"), identity.firmware());
        QStringList units;
        for (const int unit : identity.unitIds())
            units += QString::number(unit);
        fact(ReportText::tr("Unit ids"), units.join(", "_L1));
    }

    void step(const Step &step)
    {
        const bool timed = step.state != StepState::Running && step.state != StepState::Skipped;
        const QString time = timed ? u" %1 ms"_s.arg(step.elapsed.count()) : QString();
        const QString detail = step.detail.isEmpty() ? QString() : u": "_s + messageText(step.detail);
        line(u"  [%1] %2%3%4"_s.arg(stepStateName(step.state), stepTitle(step.id), time, detail));
    }

    const Report &m_report;
    const Redactor &m_redactor;
    QStringList m_serials;
    QString m_text;
};

} // namespace

QString textReport(const Report &report, const Redactor &redactor)
{
    return ReportWriter(report, redactor).write();
}

} // namespace Sigen
