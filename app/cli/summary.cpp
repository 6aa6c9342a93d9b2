#include "cli/summary.h"

#include "cli/clitext.h"
#include "core/displaytext.h"
#include "words/advice.h"
#include "words/messages.h"
#include "words/outcomes.h"
#include "words/titles.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// The gateway's own.
static std::optional<quint16> modbusPort(const ResultReport &report)
{
    const JobResult &result = report.result;
    if (result.current && result.current->port)
        return result.current->port;
    return result.testedPort ? result.testedPort : report.testedPort;
}

/// Where this computer reaches it.
static std::optional<quint16> reachedPort(const ResultReport &report)
{
    return report.result.testPort ? report.result.testPort : modbusPort(report);
}

static QString unitsText(const ModbusIdentity &identity)
{
    QStringList units;
    for (const int unit : identity.unitIds())
        units += QString::number(unit);
    return units.join(", "_L1);
}

static QList<TextRow> factsOf(const ResultReport &report)
{
    const JobResult &result = report.result;
    QList<TextRow> facts;
    const auto add = [&](const QString &label, const QString &text) {
        if (!text.isEmpty())
            facts.append({label, displayText(text)});
    };
    add(CliText::tr("Gateway"), result.host);
    add(CliText::tr("Serial number"), result.serial);
    if (result.modbus) {
        add(CliText::tr("Model"), result.modbus->model());
        add(CliText::tr("Firmware"), result.modbus->firmware());
        add(CliText::tr("Unit ids"), unitsText(*result.modbus));
    }
    if (result.testPort)
        add(CliText::tr("Tested at"),
            CliText::tr("port %1, where this computer reaches it").arg(*result.testPort));
    if (result.before && result.before != result.current)
        add(CliText::tr("Before"), settingText(*result.before));
    return facts;
}

/// After success; after a failure the advice says it.
static QStringList nextStepsOf(const ResultReport &report)
{
    const JobResult &result = report.result;
    const auto port = reachedPort(report);
    const bool proved = result.modbus && result.modbus->provesPlant() && port;
    switch (result.outcome) {
    case Outcome::Enabled:
    case Outcome::AlreadyEnabled:
    case Outcome::PortChanged:
    case Outcome::Repaired:
    case Outcome::Verified:
        if (!proved || report.command == "demo"_L1)
            break;
        if (!result.modbus->plantAnswered)
            return {CliText::tr(
                        "Give your other tool the address %1, port %2 and the unit ids that answered: %3.")
                        .arg(result.host, QString::number(*port), unitsText(*result.modbus))};
        return {CliText::tr("Give your other tool the address %1, port %2 and unit id 247 for the plant.")
                    .arg(result.host, QString::number(*port))};
    case Outcome::Read:
        if (result.current && !result.current->enabled)
            return {CliText::tr("To switch it on, run enable --host %1.").arg(result.host)};
        if (result.current)
            return {CliText::tr("To prove that it answers, run verify --host %1 --modbus-port %2.")
                        .arg(result.host, QString::number(port.value_or(502)))};
        break;
    case Outcome::DryRun:
        return {CliText::tr("To make the change, run the same command without --dry-run.")};
    default:
        break;
    }
    return {};
}

Summary summarize(const ResultReport &report)
{
    const JobResult &result = report.result;
    Summary summary;
    summary.headline = outcomeSentence(result, modbusPort(report));
    if (!result.error) {
        summary.nextSteps = nextStepsOf(report);
    } else {
        // A gateway that refuses says why in the error; the outcome alone would say it twice.
        const bool sameWord = result.outcome == Outcome::Refused || result.outcome == Outcome::NoEffect;
        const QString message = jobMessage(result);
        if (summary.headline.isEmpty() || sameWord || result.mayBeOff)
            summary.headline = message;
        else if (result.error.code != ErrorCode::OutcomeUnknown)
            summary.sentences.append(message);
        summary.nextSteps = errorAdvice(result.error, result, Reader::CommandLine);
    }
    if (!summary.headline.isEmpty())
        summary.facts = factsOf(report);
    summary.warnings = messageTexts(result.warnings);
    return summary;
}

} // namespace Sigen
