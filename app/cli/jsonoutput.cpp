#include "cli/jsonoutput.h"

#include "cli/console.h"
#include "cli/jsonline.h"
#include "core/displaytext.h"
#include "words/advice.h"
#include "words/messages.h"

#include <QJsonArray>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static QJsonValue jsonPort(std::optional<quint16> port)
{
    return port ? QJsonValue(int(*port)) : QJsonValue();
}

/// What the report says in words prevails.
static JsonLine jsonError(const Error &error, const ResultReport &report)
{
    const QStringList advice =
        report.advice.isEmpty() ? errorAdvice(error, report.result, Reader::CommandLine) : report.advice;
    const QString message = report.result.error ? jobMessage(report.result) : errorMessage(error);
    return JsonLine()
        .add("code"_L1, QString(errorName(error.code)))
        .add("message"_L1, report.problem.isEmpty() ? message : report.problem)
        .add("detail"_L1, jsonText(displayText(error.detail)))
        .add("advice"_L1, QJsonArray::fromStringList(advice));
}

void JsonOutput::object(const JsonLine &object)
{
    console().writeOutput(object.toUtf8() + '\n');
}

void JsonOutput::step(const Step &step)
{
    if (isQuiet())
        return;
    const bool timed = step.state != StepState::Running && step.state != StepState::Skipped;
    object(JsonLine("step"_L1)
               .add("id"_L1, QString(stepName(step.id)))
               .add("state"_L1, QString(stepStateName(step.state)))
               .add("elapsedMs"_L1, timed ? QJsonValue(qint64(step.elapsed.count())) : QJsonValue())
               .add("detail"_L1, jsonText(messageText(step.detail))));
}

void JsonOutput::check(const CheckReport &check)
{
    if (isQuiet() || check.state == StepState::Running)
        return;
    object(JsonLine("check"_L1)
               .add("id"_L1, QString(check.id))
               .add("state"_L1, QString(stepStateName(check.state)))
               .add("elapsedMs"_L1, check.elapsed ? QJsonValue(qint64(check.elapsed->count())) : QJsonValue())
               .add("detail"_L1, jsonText(check.detail)));
}

void JsonOutput::progress(int done, int total, const QString &)
{
    if (!isQuiet())
        object(JsonLine("progress"_L1).add("done"_L1, done).add("total"_L1, total));
}

void JsonOutput::result(const ResultReport &report, int exitCode)
{
    const JobResult &result = report.result;
    const ModbusIdentity identity = result.modbus.value_or(ModbusIdentity());
    QJsonArray units;
    for (const int unit : identity.unitIds())
        units.append(unit);

    JsonLine line("result"_L1);
    line.add("command"_L1, report.command)
        .add("outcome"_L1, QString(report.outcome.isEmpty() ? outcomeName(result.outcome) : report.outcome))
        .add("exitCode"_L1, exitCode)
        .add("host"_L1, jsonText(result.host))
        .add("serial"_L1, jsonText(displayText(result.serial)))
        .add("enabled"_L1, result.current ? QJsonValue(result.current->enabled) : QJsonValue())
        .add("modbusPort"_L1, jsonPort(result.current ? result.current->port : report.testedPort));
    if (result.before)
        line.add("before"_L1,
                 JsonLine()
                     .add("enabled"_L1, result.before->enabled)
                     .add("modbusPort"_L1, jsonPort(result.before->port)));
    else
        line.add("before"_L1, QJsonValue());
    line.add("port"_L1, result.port ? QJsonValue(QString(portStateName(*result.port))) : QJsonValue())
        .add("modbus"_L1,
             result.modbus ? QJsonValue(QString(modbusVerdictName(identity.verdict))) : QJsonValue())
        .add("testPort"_L1, jsonPort(result.testPort))
        .add("model"_L1, jsonText(identity.model()))
        .add("firmware"_L1, jsonText(identity.firmware()))
        .add("unitIds"_L1, units.isEmpty() ? QJsonValue() : QJsonValue(units))
        .add("verifiedAt"_L1, jsonText(result.verifiedAt.toString(Qt::ISODate)))
        .add(report.more);
    if (const Error &error = result.error ? result.error : report.traceError)
        line.add("error"_L1, jsonError(error, report));
    else
        line.add("error"_L1, QJsonValue());
    object(line);
}

} // namespace Sigen
