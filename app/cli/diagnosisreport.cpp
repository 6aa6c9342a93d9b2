#include "cli/diagnosisreport.h"

#include "cli/clitext.h"
#include "cli/exitcode.h"
#include "core/displaytext.h"
#include "words/causewords.h"
#include "words/messages.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

CheckReport checkReport(const Layer &layer, const DiagnosisEvidence &evidence)
{
    return {layerName(layer.id), layerTitle(layer.id, evidence), layer.state, layer.elapsed,
            messageText(layer.detail)};
}

QString linkPicture(const LinkFinding &link)
{
    static constexpr QStringView bars = u"▁▂▃▄▅▆▇█";
    // Each bar is three times the one before, from 1 ms on: what takes a second is tall, what takes ten is
    // low.
    constexpr double factor = 3;
    QString picture;
    for (const LinkRead &read : link.reads) {
        const auto height = static_cast<qsizetype>(std::log(std::max(read.ms, 1.0)) / std::log(factor));
        picture += read.end == LinkRead::End::Lost ? QChar(u'×') : bars.at(std::min(height, bars.size() - 1));
    }
    return picture;
}

static void printAdvice(Output &output, const QStringList &advice, const QString &indent)
{
    for (const QString &each : advice)
        output.line(indent + u"• "_s + each);
}

void printDiagnosis(Output &output, const QList<Cause> &causes, const DiagnosisEvidence &evidence)
{
    if (evidence.link && !evidence.link->reads.isEmpty())
        output.line(u"   "_s + linkPicture(*evidence.link), Look::Faint);
    output.line({});
    const bool hasFailed = !causes.isEmpty() && !causes.constFirst().isWarning;
    qsizetype next = 0;
    if (hasFailed) {
        const Cause &first = causes.constFirst();
        output.line(causeSentence(first, evidence), Look::Strong);
        output.line(CliText::tr("What to do next:"));
        printAdvice(output, causeAdvice(first, evidence, Reader::CommandLine), u"  "_s);
        next = 1;
    } else if (evidence.provesPlant()) {
        output.line(wellSentence(evidence), Look::Strong);
        printAdvice(output, wellParameters(evidence), u"  "_s);
    }
    for (; next < causes.size(); ++next) {
        output.line(u"! "_s + causeSentence(causes.at(next), evidence), Look::Doubtful);
        printAdvice(output, causeAdvice(causes.at(next), evidence, Reader::CommandLine), u"  "_s);
    }
}

static QJsonObject causeObject(const Cause &cause, const DiagnosisEvidence &evidence)
{
    return {{u"code"_s, QString(causeName(cause.code))},
            {u"certainty"_s, QString(certaintyName(cause.certainty))},
            {u"sentence"_s, causeSentence(cause, evidence)},
            {u"advice"_s, QJsonArray::fromStringList(causeAdvice(cause, evidence, Reader::CommandLine))}};
}

ResultReport diagnosisResult(const DiagnosisEvidence &evidence, const QList<Cause> &causes,
                             const Error &error, const Error &fileError)
{
    ResultReport report;
    report.command = u"diagnose"_s;
    report.telling = Telling::Nothing;
    report.testedPort = evidence.modbusPort;
    report.result.host = evidence.host;
    report.result.before = evidence.setting;
    report.result.current = evidence.setting;
    if (evidence.modbus)
        report.result.port = evidence.modbus->state;
    report.result.modbus = evidence.identity;
    report.result.serial = evidence.reportedSerial;
    if (report.result.serial.isEmpty() && evidence.provesPlant())
        report.result.serial = evidence.identity->serial();

    QJsonArray objects;
    for (const Cause &cause : causes)
        objects.append(causeObject(cause, evidence));
    report.more
        .add("cause"_L1, causes.isEmpty() ? QJsonValue() : QString(causeName(causes.constFirst().code)))
        .add("causes"_L1, objects);

    if (error) {
        const bool isInterrupted = error.code == ErrorCode::Cancelled;
        report.result.outcome = isInterrupted ? Outcome::Cancelled : Outcome::Failed;
        report.result.error = error;
        return report;
    }
    report.outcome = "diagnosed"_L1;
    report.result.outcome = Outcome::Verified; // for those who do not look at the word above
    report.exitCode = ExitCode::done;
    if (evidence.provesPlant())
        report.result.verifiedAt = QDateTime::currentDateTimeUtc();
    if (fileError) {
        report.result.error = fileError;
        report.exitCode = ExitCode::internalError;
    } else if (!causes.isEmpty() && !causes.constFirst().isWarning) {
        const Cause &first = causes.constFirst();
        report.result.error = causeError(first, evidence);
        report.exitCode = exitCodeOf(report.result.error.code);
        report.problem = causeSentence(first, evidence);
        report.advice = causeAdvice(first, evidence, Reader::CommandLine);
    }
    return report;
}

} // namespace Sigen
