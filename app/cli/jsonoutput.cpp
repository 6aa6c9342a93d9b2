#include "cli/jsonoutput.h"

#include "cli/console.h"
#include "cli/jsonline.h"
#include "core/displaytext.h"
#include "handover/snippetcatalog.h"
#include "simulator/faults.h"
#include "words/advice.h"
#include "words/messages.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static QJsonValue jsonPort(std::optional<quint16> port)
{
    return port ? QJsonValue(int(*port)) : QJsonValue();
}

/// A number as a number; a state as its word, a set of alarms as a list of words.
static QJsonValue jsonRegister(const RegisterDefinition &definition, const QVariant &value)
{
    if (!definition.bits.isEmpty())
        return QJsonArray::fromStringList(alarmTexts(definition, static_cast<quint16>(value.toUInt())));
    if (const auto state = definition.states.constFind(value.toInt());
        !definition.states.isEmpty() && state != definition.states.cend())
        return *state;
    return QJsonValue::fromVariant(value);
}

/// \a message: instead of the error's own.
static JsonLine jsonError(const Error &error, const JobResult &result, const QString &message = {})
{
    return JsonLine()
        .add("code"_L1, QString(errorName(error.code)))
        .add("message"_L1, message.isEmpty() ? errorMessage(error) : message)
        .add("detail"_L1, jsonText(displayText(error.detail)))
        .add("advice"_L1, QJsonArray::fromStringList(errorAdvice(error, result)));
}

void JsonOutput::write(const JsonLine &line)
{
    console().writeOutput(line.toUtf8() + '\n');
}

void JsonOutput::step(const Step &step)
{
    if (isQuiet())
        return;
    const bool timed = step.state != StepState::Running && step.state != StepState::Skipped;
    write(JsonLine("step"_L1)
              .add("id"_L1, QString(stepName(step.id)))
              .add("state"_L1, QString(stepStateName(step.state)))
              .add("elapsedMs"_L1, timed ? QJsonValue(qint64(step.elapsed.count())) : QJsonValue())
              .add("detail"_L1, jsonText(messageText(step.detail))));
}

void JsonOutput::progress(int done, int total)
{
    if (!isQuiet())
        write(JsonLine("progress"_L1).add("done"_L1, done).add("total"_L1, total));
}

void JsonOutput::values(const ValuesReport &report)
{
    const RegisterScope scope = report.unit.isPlant() ? RegisterScope::Plant : RegisterScope::Device;
    const QList<RegisterDefinition> definitions = RegisterTable::builtIn().definitions(scope);
    JsonLine values;
    for (const RegisterDefinition &definition : definitions) {
        const auto read =
            std::find_if(report.values.cbegin(), report.values.cend(),
                         [&](const RegisterValue &value) { return value.definition.key == definition.key; });
        values.add(definition.key,
                   read == report.values.cend() ? QJsonValue() : jsonRegister(definition, read->value));
    }
    write(JsonLine("values"_L1)
              .add("at"_L1, report.at.toString(Qt::ISODateWithMs))
              .add("unit"_L1, int(report.unit.value()))
              .add("values"_L1, values));
}

void JsonOutput::host(const DiscoveredHost &host)
{
    const JsonLine line =
        JsonLine("host"_L1)
            .add("address"_L1, host.address.toString())
            .add("kind"_L1, QString(hostKindName(host.kind)))
            .add("wsPort"_L1, int(host.webSocketPort))
            .add("ws"_L1, QString(serviceStateName(host.webSocket)))
            .add("modbusPort"_L1, int(host.modbusPort))
            .add("modbus"_L1, QString(serviceStateName(host.modbus)))
            .add("mac"_L1, jsonText(host.mac))
            .add("hostname"_L1, jsonText(displayText(host.hostname)))
            .add("model"_L1, jsonText(displayText(host.model)))
            .add("serial"_L1, jsonText(displayText(host.serial)))
            .add("firmware"_L1, jsonText(displayText(host.firmware)))
            .add("rttMs"_L1, host.rttMs ? QJsonValue(std::round(*host.rttMs * 100) / 100) : QJsonValue())
            .add("recommended"_L1, host.recommended);
    // What changed may be something that the contract does not have.
    QByteArray &reported = m_reportedHosts[host.address];
    if (reported == line.toUtf8())
        return;
    reported = line.toUtf8();
    write(line);
}

void JsonOutput::scanProgress(int done, int total, int)
{
    progress(done, total);
}

void JsonOutput::scanned(const ScanReport &report)
{
    const QLatin1StringView outcome = report.cancelled ? "cancelled"_L1
        : report.isScanned()                           ? "scanned"_L1
                                                       : "failed"_L1;
    JsonLine line("result"_L1);
    line.add("command"_L1, u"discover"_s)
        .add("outcome"_L1, QString(outcome))
        .add("exitCode"_L1, report.exitCode);
    // A result has the same fields for every command; these are about one gateway.
    for (const QLatin1StringView key :
         {"host"_L1, "serial"_L1, "enabled"_L1, "modbusPort"_L1, "before"_L1, "port"_L1, "modbus"_L1,
          "testPort"_L1, "model"_L1, "firmware"_L1, "unitIds"_L1, "verifiedAt"_L1})
        line.add(key, QJsonValue());
    line.add("gateways"_L1, report.gateways).add("hosts"_L1, int(report.hosts.size()));
    if (report.isScanned() && !report.coverage.isComplete())
        line.add("notAsked"_L1, QJsonArray::fromStringList(report.coverage.notAsked));
    if (report.error)
        line.add("error"_L1, jsonError(report.error, {}, report.problem));
    else
        line.add("error"_L1, QJsonValue());
    write(line);
}

void JsonOutput::listening(const ListeningReport &report)
{
    write(JsonLine("listening"_L1)
              .add("address"_L1, report.address.toString())
              .add("wsPort"_L1, int(report.webSocketPort))
              .add("modbusPort"_L1, int(report.modbusPort)));
}

void JsonOutput::faults(const QList<FaultDescription> &catalogue)
{
    for (const FaultDescription &fault : catalogue) {
        const QString face = fault.face == FaultFace::WebSocket ? u"websocket"_s
            : fault.face == FaultFace::Modbus                   ? u"modbus"_s
                                                                : u"plant"_s;
        write(JsonLine("fault"_L1)
                  .add("name"_L1, QString(fault.name))
                  .add("face"_L1, face)
                  .add("explanation"_L1, QString(fault.explanation)));
    }
}

void JsonOutput::tools(const QList<SnippetDefinition> &catalogue)
{
    for (const SnippetDefinition &tool : catalogue) {
        write(JsonLine("tool"_L1)
                  .add("name"_L1, tool.id)
                  .add("title"_L1, snippetTitle(tool))
                  .add("note"_L1, snippetNote(tool))
                  .add("fileName"_L1, tool.fileName));
    }
}

void JsonOutput::result(const ResultReport &report)
{
    const JobResult &result = report.result;
    const ModbusIdentity identity = result.modbus.value_or(ModbusIdentity());
    QJsonArray units;
    for (const int unit : identity.unitIds())
        units.append(unit);

    JsonLine line("result"_L1);
    line.add("command"_L1, report.command)
        .add("outcome"_L1, QString(outcomeName(result.outcome)))
        .add("exitCode"_L1, report.exitCode)
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
        .add("verifiedAt"_L1, jsonText(result.verifiedAt.toString(Qt::ISODate)));
    if (report.handover)
        line.add("tool"_L1, jsonText(report.handover->tool))
            .add("snippet"_L1, jsonText(report.handover->snippet))
            .add("file"_L1, jsonText(report.handover->file));
    if (const Error &error = result.error ? result.error : report.traceError)
        line.add("error"_L1, jsonError(error, result));
    else
        line.add("error"_L1, QJsonValue());
    write(line);
}

} // namespace Sigen
