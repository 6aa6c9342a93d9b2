#include "ui/controllers/gatewaytexts.h"

#include "core/displaytext.h"
#include "workflow/advice.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class GatewayText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::GatewayText)
};

/// "SigenStor EC 10.0 TP at 192.168.1.150, serial number 110A1234567890"
QString named(const GatewayFacts &gateway)
{
    if (gateway.title == gateway.host || gateway.title.isEmpty())
        return gateway.serial.isEmpty()
            ? gateway.host
            : GatewayText::tr("%1, serial number %2", "address").arg(gateway.host, gateway.serial);
    return gateway.serial.isEmpty()
        ? GatewayText::tr("%1 at %2", "model, address").arg(gateway.title, gateway.host)
        : GatewayText::tr("%1 at %2, serial number %3", "model, address")
              .arg(gateway.title, gateway.host, gateway.serial);
}

QString keptAsItIs()
{
    return GatewayText::tr(
        "Everything else that the gateway reports about this setting is sent back unchanged; then "
        "the setting is read back and the port is tested from this computer.");
}

bool isPortError(ErrorCode code)
{
    return code == ErrorCode::PortClosed || code == ErrorCode::PortFiltered;
}

bool isOfModbus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::PortClosed:
    case ErrorCode::PortFiltered:
    case ErrorCode::PortOpen:
    case ErrorCode::ModbusSilent:
    case ErrorCode::ModbusLate:
    case ErrorCode::ModbusBusy:
    case ErrorCode::ModbusOdd:
    case ErrorCode::ModbusGarbage:
    case ErrorCode::ModbusCloses:
    case ErrorCode::ModbusException:
    case ErrorCode::NotSigenergy:
        return true;
    default:
        return false;
    }
}

QStringList causesOf(const JobResult &result, const GatewayFacts &gateway)
{
    return errorAdvice(result.error, result, gateway.ownAddress);
}

/// "Test port" found nothing where perhaps nothing has to be: no failure of the gateway's.
std::optional<Failure> closedPortFailure(const JobResult &result, quint16 port, const GatewayFacts &gateway)
{
    const bool isTest = result.outcome == Outcome::NotVerified;
    if (!isTest || result.error.code != ErrorCode::PortClosed)
        return std::nullopt;
    Failure failure;
    failure.tone = Tone::Caution;
    failure.details = technicalDetails(result);
    if (gateway.signedIn && gateway.setting && !gateway.setting->enabled) {
        failure.title = GatewayText::tr("Nothing listens on port %1.").arg(port);
        failure.text =
            GatewayText::tr("That is as it should be: the gateway reports its Modbus TCP server as off.");
        failure.buttons = {FailureAction::TestAgain};
        return failure;
    }
    if (gateway.signedIn || !gateway.reachable)
        return std::nullopt;
    failure.title = GatewayText::tr("Nothing listens on port %1.").arg(port);
    failure.text =
        GatewayText::tr("The gateway answers on this network, so its Modbus TCP server is off or set to "
                        "another port. Sign in to see and change it here, or use the app.");
    failure.links = {FailureAction::WhereTheSwitchIs, FailureAction::MessageToInstaller};
    return failure;
}

QString failureTitle(const JobResult &result, quint16 port, const GatewayFacts &gateway)
{
    const bool saysOn =
        (result.current && result.current->enabled) || (gateway.setting && gateway.setting->enabled);
    if (saysOn && isPortError(result.error.code))
        return GatewayText::tr(
                   "The gateway reports the server as on, but this computer can't connect to port %1.")
            .arg(port);
    if (saysOn && isOfModbus(result.error.code))
        return GatewayText::tr("The gateway reports the server as on, but port %1 could not be verified: %2")
            .arg(QString::number(port), errorMessage(result.error));
    return errorMessage(result.error);
}

} // namespace

Question turnOnQuestion(const GatewayFacts &gateway, std::optional<quint16> port)
{
    Question question;
    question.title = GatewayText::tr("Turn on the Modbus TCP server?");
    question.text =
        GatewayText::tr("%1.\n\nModbus TCP has no password: while the server is on, every device on this "
                        "network can read and control the plant.")
            .arg(named(gateway));
    question.sent =
        (port ? GatewayText::tr("Sent to the gateway: Modbus TCP server on, port %1. %2")
                    .arg(QString::number(*port), keptAsItIs())
              : GatewayText::tr("Sent to the gateway: Modbus TCP server on. %1").arg(keptAsItIs()));
    question.acceptText = GatewayText::tr("&Turn on");
    question.rejectText = GatewayText::tr("&Cancel");
    return question;
}

Question turnOffQuestion(const GatewayFacts &gateway)
{
    Question question;
    question.title = GatewayText::tr("Turn off the Modbus TCP server?");
    question.text =
        GatewayText::tr("%1.\n\nThis cuts off Home Assistant, evcc and everything else that reads or "
                        "controls this plant through Modbus.")
            .arg(named(gateway));
    question.sent = GatewayText::tr("Sent to the gateway: Modbus TCP server off. %1").arg(keptAsItIs());
    question.acceptText = GatewayText::tr("&Turn off");
    question.rejectText = GatewayText::tr("&Cancel");
    question.grave = true;
    return question;
}

Question setPortQuestion(const GatewayFacts &gateway, quint16 port)
{
    Question question;
    question.title = GatewayText::tr("Change the Modbus TCP port to %1?").arg(port);
    question.text = gateway.setting && gateway.setting->enabled
        ? GatewayText::tr(
              "%1.\n\nWhatever reads this plant through Modbus now has to be set to the new port.")
              .arg(named(gateway))
        : GatewayText::tr("%1.\n\nThe server stays as it is; the port counts once it is on.")
              .arg(named(gateway));
    question.sent =
        GatewayText::tr("Sent to the gateway: port %1. %2").arg(QString::number(port), keptAsItIs());
    question.acceptText = GatewayText::tr("Change &port");
    question.rejectText = GatewayText::tr("&Cancel");
    return question;
}

Question closeDuringChangeQuestion(const GatewayFacts &gateway)
{
    Question question;
    question.title = GatewayText::tr("Close during a change?");
    question.text =
        GatewayText::tr(
            "A change of %1 is under way. If the program closes now, nobody reads back what it did: "
            "the server may be on or off.")
            .arg(named(gateway));
    question.acceptText = GatewayText::tr("&Close");
    question.rejectText = GatewayText::tr("&Wait");
    question.grave = true;
    return question;
}

Failure signInFailureOf(const JobResult &result)
{
    Failure failure;
    failure.title = errorMessage(result.error);
    failure.causes = errorAdvice(result.error, result);
    failure.details = technicalDetails(result);
    failure.buttons = {FailureAction::CopyDetails, FailureAction::SaveReport};
    failure.links = {FailureAction::WhereTheSwitchIs, FailureAction::MessageToInstaller};
    return failure;
}

Failure jobFailure(const JobResult &result, quint16 port, const GatewayFacts &gateway)
{
    if (const std::optional<Failure> closed = closedPortFailure(result, port, gateway))
        return *closed;
    Failure failure;
    failure.title = failureTitle(result, port, gateway);
    failure.causes = causesOf(result, gateway);
    failure.details = technicalDetails(result);
    // Nothing is sent once more before it is known what the first time did.
    if (result.outcome == Outcome::Unknown || result.outcome == Outcome::NoEffect)
        failure.buttons = {FailureAction::ReadState};
    else if (isOfModbus(result.error.code) || result.outcome == Outcome::NotVerified)
        failure.buttons = {FailureAction::TestAgain};
    else
        failure.buttons = {FailureAction::TryAgain};
    failure.buttons += {FailureAction::CopyDetails, FailureAction::SaveReport};
    failure.links = {FailureAction::WhereTheSwitchIs, FailureAction::MessageToInstaller};
    return failure;
}

QString technicalDetails(const JobResult &result)
{
    const Error &error = result.error;
    if (!error)
        return {};
    QStringList lines{u"error: "_s + QString(errorName(error.code)),
                      u"outcome: "_s + QString(outcomeName(result.outcome))};
    if (!error.context.isEmpty())
        lines += u"at: "_s + displayText(error.context);
    if (!error.detail.isEmpty())
        lines += u"detail: "_s + displayText(error.detail);
    if (result.modbus && !result.modbus->detail.isEmpty() && result.modbus->detail != error.detail)
        lines += u"modbus: "_s + displayText(result.modbus->detail);
    return lines.join(u'\n');
}

} // namespace Sigen
