#include "cli/summary.h"

#include "cli/clitext.h"
#include "core/displaytext.h"
#include "workflow/advice.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static QString settingText(const ReportedSetting &setting)
{
    if (!setting.port)
        return setting.enabled ? CliText::tr("on") : CliText::tr("off");
    return (setting.enabled ? CliText::tr("on, port %1") : CliText::tr("off, port %1")).arg(*setting.port);
}

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

/// What the outcome says by itself; empty where only the error tells.
static QString outcomeSentence(const ResultReport &report)
{
    const JobResult &result = report.result;
    const auto port = modbusPort(report);
    const QString portText = port ? QString::number(*port) : CliText::tr("unknown");
    const QString testedText = QString::number(reachedPort(report).value_or(0));
    switch (result.outcome) {
    case Outcome::Enabled:
        return CliText::tr("The Modbus TCP server is on, port %1, and it answers.").arg(portText);
    case Outcome::AlreadyEnabled:
        return CliText::tr(
                   "The Modbus TCP server was on already, port %1, and it answers; nothing was changed.")
            .arg(portText);
    case Outcome::Disabled:
        return CliText::tr("The Modbus TCP server is off.");
    case Outcome::AlreadyDisabled:
        return CliText::tr("The Modbus TCP server was off already; nothing was changed.");
    case Outcome::PortChanged:
        return result.current && !result.current->enabled
            ? CliText::tr("The Modbus TCP port is now %1; the server stays off.").arg(portText)
            : CliText::tr("The Modbus TCP port is now %1.").arg(portText);
    case Outcome::Unchanged:
        return CliText::tr("The Modbus TCP port was %1 already; nothing was changed.").arg(portText);
    case Outcome::EnabledUnverified:
        return CliText::tr("The Modbus TCP server is on, but this computer could not verify it.");
    case Outcome::Refused:
        return result.writeSent
            ? CliText::tr("The gateway refused the change.")
            : CliText::tr("The gateway refused to tell its setting; nothing was changed.");
    case Outcome::NoEffect:
        return CliText::tr("The change did not come about.");
    case Outcome::Unknown:
        return CliText::tr("It is not known whether the change took effect.");
    case Outcome::Verified:
        return CliText::tr("Modbus answers on port %1.").arg(testedText);
    case Outcome::NotVerified:
        return CliText::tr("Modbus on port %1 could not be verified.").arg(testedText);
    case Outcome::Read:
        return result.current ? CliText::tr("The Modbus TCP server is %1.").arg(settingText(*result.current))
                              : QString();
    case Outcome::DryRun:
        return CliText::tr("This was a dry run: nothing was changed.");
    case Outcome::Repaired:
        return CliText::tr("The Modbus TCP server was switched off and on again, port %1, and it answers.")
            .arg(portText);
    case Outcome::TimedOut:
        return CliText::tr("No Modbus server appeared in the time that was given.");
    case Outcome::Failed:
    case Outcome::Cancelled:
        break;
    }
    return {};
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
            return {CliText::tr("Switch it on with enable --host %1.").arg(result.host)};
        if (result.current)
            return {CliText::tr("Prove that it answers with verify --host %1 --modbus-port %2.")
                        .arg(result.host, QString::number(port.value_or(502)))};
        break;
    case Outcome::DryRun:
        return {CliText::tr("Do it with the same command without --dry-run.")};
    default:
        break;
    }
    return {};
}

Summary summarize(const ResultReport &report)
{
    const JobResult &result = report.result;
    Summary summary;
    summary.headline = outcomeSentence(report);
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
        summary.nextSteps = errorAdvice(result.error, result);
    }
    if (!summary.headline.isEmpty())
        summary.facts = factsOf(report);
    summary.warnings = result.warnings;
    return summary;
}

} // namespace Sigen
