#include "report/reportdocument.h"

#include "core/displaytext.h"
#include "diagnosis/causes.h"
#include "report/anonymity.h"
#include "words/advice.h"
#include "words/causewords.h"
#include "words/messages.h"
#include "words/plantwords.h"
#include "words/titles.h"

#include <QCoreApplication>
#include <QStringList>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Longest line of a report: a sentence of ours with a text from the network in it.
constexpr qsizetype longestLine = 1000;

class ReportText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::TextReport)
};

QString timeText(const QDateTime &at)
{
    return at.toUTC().toString(Qt::ISODate);
}

class DocumentWriter
{
public:
    DocumentWriter(const Report &report, const Redactor &redactor, Readership readership)
        : m_report(report)
        , m_anonymity(serialsIn(report), redactor)
        , m_isForOwner(readership == Readership::Owner)
    { }

    ReportDocument write()
    {
        m_document.title = safe(ReportText::tr("Sigen Modbus %1, report of %2")
                                    .arg(m_report.programVersion, timeText(m_report.createdAt)),
                                longestLine);
        begin(u"system"_s, {});
        fact(u"system"_s, ReportText::tr("System"), m_report.system);
        foreignFact(u"host"_s, ReportText::tr("Gateway"), m_report.host);
        fact(u"mac"_s, ReportText::tr("MAC address"), mac(m_report.mac));
        if (m_report.diagnosis)
            diagnosis(*m_report.diagnosis);
        if (m_report.change)
            job(u"change"_s, ReportText::tr("Last change"), *m_report.change);
        if (m_report.test)
            job(u"test"_s, ReportText::tr("Last test"), *m_report.test);
        if (m_report.values)
            values(*m_report.values);
        frames();
        const bool isEmpty = !m_report.change && !m_report.test && !m_report.diagnosis;
        m_document.note = isEmpty ? ReportText::tr("Nothing was changed or tested yet.") + u'\n' : QString();
        m_document.note += m_isForOwner
            ? ReportText::tr("Passwords and tokens are left out.")
            : ReportText::tr(
                "Passwords and tokens are left out; serial numbers and MAC addresses are shortened.");
        return m_document;
    }

private:
    void begin(const QString &id, const QString &title)
    {
        m_document.sections.append({id, safe(title, longestLine), {}});
    }

    void add(const ReportRow &row) { m_document.sections.last().rows.append(row); }

    void fact(const QString &id, const QString &label, const QString &text)
    {
        if (!text.isEmpty())
            add({id, label, safe(text, longestLine)});
    }

    /// For texts that came from the network.
    void foreignFact(const QString &id, const QString &label, const QString &text)
    {
        fact(id, label, safe(text, maximumDisplayLength));
    }

    QString safe(const QString &text, qsizetype length) const
    {
        return m_isForOwner ? m_anonymity.wholeSentence(text, length) : m_anonymity.sentence(text, length);
    }

    QString serial(const QString &text) const
    {
        return m_isForOwner ? displayText(text) : shortenedSerial(displayText(text));
    }

    QString mac(const QString &text) const
    {
        return m_isForOwner ? displayText(text) : shortenedMac(displayText(text));
    }

    void diagnosis(const ReportedDiagnosis &diagnosis)
    {
        const DiagnosisEvidence &seen = diagnosis.evidence;
        begin(u"diagnosis"_s, ReportText::tr("Diagnosis, %1").arg(timeText(diagnosis.at)));
        for (const LayerId id : allLayers) {
            const Layer layer = judgeLayer(id, seen);
            add({QString(layerName(id)), layerTitle(id, seen), safe(messageText(layer.detail), longestLine),
                 layer.state, layer.elapsed});
        }
        const QList<Cause> causes = findCauses(seen);
        for (const Cause &cause : causes) {
            fact(u"cause"_s,
                 cause.certainty == Certainty::Seen ? ReportText::tr("Cause (seen)")
                                                    : ReportText::tr("Cause (likely)"),
                 u"%1: %2"_s.arg(causeName(cause.code), causeSentence(cause, seen)));
            for (const QString &advice : causeAdvice(cause, seen))
                fact(u"advice"_s, ReportText::tr("Advice"), advice);
        }
        if (causes.isEmpty() || causes.constFirst().isWarning) {
            fact(u"result"_s, ReportText::tr("Result"), wellSentence(seen));
            for (const QString &parameter : wellParameters(seen))
                fact(u"worked"_s, ReportText::tr("Worked here"), parameter);
        }
        if (seen.route)
            foreignFact(u"own-address"_s, ReportText::tr("This computer's address"), seen.route->ownAddress);
        foreignFact(u"detail"_s, ReportText::tr("Detail"), seen.identity.value_or(ModbusIdentity()).detail);
        m_document.link = seen.link;
    }

    void job(const QString &id, const QString &title, const ReportedJob &job)
    {
        const JobResult &result = job.result;
        begin(id, ReportText::tr("%1: %2, %3").arg(title, job.action, timeText(job.at)));
        for (const Step &each : job.steps)
            step(each);
        fact(u"outcome"_s, ReportText::tr("Result"), QString(outcomeName(result.outcome)));
        if (job.testedPort)
            fact(u"tested-port"_s, ReportText::tr("Tested port"), QString::number(*job.testedPort));
        if (result.before)
            fact(u"before"_s, ReportText::tr("Before"), settingText(*result.before));
        if (result.current)
            fact(u"now"_s, ReportText::tr("Now"), settingText(*result.current));
        if (result.port)
            fact(u"port"_s, ReportText::tr("Port"), QString(portStateName(*result.port)));
        if (result.modbus)
            identity(*result.modbus);
        fact(u"serial"_s, ReportText::tr("Serial number"), serial(result.serial));
        if (result.verifiedAt.isValid())
            fact(u"verified"_s, ReportText::tr("Verified"), timeText(result.verifiedAt));
        for (const QString &warning : messageTexts(result.warnings))
            fact(u"warning"_s, ReportText::tr("Warning"), warning);
        if (!result.error)
            return;
        fact(u"problem"_s, ReportText::tr("Problem"), errorMessage(result.error));
        foreignFact(u"detail"_s, ReportText::tr("Detail"),
                    u"%1 %2 %3"_s.arg(errorName(result.error.code), result.error.context, result.error.detail)
                        .simplified());
        for (const QString &advice : errorAdvice(result.error, result))
            fact(u"advice"_s, ReportText::tr("Advice"), advice);
    }

    void identity(const ModbusIdentity &identity)
    {
        fact(u"modbus"_s, ReportText::tr("Modbus"), QString(modbusVerdictName(identity.verdict)));
        foreignFact(u"model"_s, ReportText::tr("Model"), identity.model());
        foreignFact(u"firmware"_s, ReportText::tr("Firmware"), identity.firmware());
        QStringList units;
        for (const int unit : identity.unitIds())
            units += QString::number(unit);
        fact(u"units"_s, ReportText::tr("Unit ids"), units.join(", "_L1));
    }

    void step(const Step &step)
    {
        const bool timed = step.state != StepState::Running && step.state != StepState::Skipped;
        add({QString(stepName(step.id)), stepTitle(step.id), safe(messageText(step.detail), longestLine),
             step.state, timed ? std::optional(step.elapsed) : std::nullopt});
    }

    void values(const ReportedValues &values)
    {
        begin(u"values"_s, ReportText::tr("Live values, %1").arg(timeText(values.at)));
        for (const RegisterValue &value : values.values)
            foreignFact(value.definition.key, value.definition.title, plantValueText(value));
    }

    void frames()
    {
        if (m_report.frames.isEmpty())
            return;
        begin(u"frames"_s, ReportText::tr("Last frames"));
        for (const TraceEntry &entry : m_report.frames) {
            const bool isModbus = entry.channel == TraceEntry::Channel::Modbus;
            const bool isSent = entry.direction == TraceEntry::Direction::Sent;
            const QString text = m_isForOwner ? safe(entry.text, longestLine)
                : isModbus                    ? safe(m_anonymity.hexDump(entry.text), longestLine)
                                              : m_anonymity.frame(entry.text, longestLine);
            add({isSent ? u"sent"_s : u"received"_s,
                 u"%1 %2 %3"_s.arg(entry.at.toUTC().toString(u"HH:mm:ss.zzz"_s),
                                   isModbus ? "modbus"_L1 : "websocket"_L1, isSent ? "->"_L1 : "<-"_L1),
                 text});
        }
    }

    const Report &m_report;
    const Anonymity m_anonymity;
    const bool m_isForOwner;
    ReportDocument m_document;
};

} // namespace

ReportDocument reportDocument(const Report &report, const Redactor &redactor, Readership readership)
{
    return DocumentWriter(report, redactor, readership).write();
}

} // namespace Sigen
