#include "ui/controllers/gatewaytexts.h"

#include "core/displaytext.h"
#include "ui/controllers/keepon.h"
#include "words/advice.h"

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

/// The setting was read back; only the test that follows was given up.
std::optional<Failure> cancelledTestFailure(const JobResult &result, quint16 port,
                                            const GatewayFacts &gateway)
{
    const bool wasRead = result.current && result.outcome != Outcome::Unknown;
    if (result.error.code != ErrorCode::Cancelled || !wasRead)
        return std::nullopt;
    Failure failure;
    failure.tone = Tone::Caution;
    failure.title = GatewayText::tr("The test of port %1 was cancelled.").arg(port);
    failure.text = (result.current->enabled
                        ? GatewayText::tr("The setting of %1 was read back: the Modbus TCP server is on.")
                        : GatewayText::tr("The setting of %1 was read back: the Modbus TCP server is off."))
                       .arg(named(gateway));
    failure.details = technicalDetails(result);
    failure.button = PageAction::TestAgain;
    return failure;
}

/// Without the gateway's own words and code numbers, which are among the details.
JobResult withoutDetail(JobResult result)
{
    const bool isRefused = result.outcome == Outcome::Refused && !result.writeSent;
    switch (result.error.code) {
    case ErrorCode::SignInRefused:
    case ErrorCode::NoRights:
    case ErrorCode::Refused:
    case ErrorCode::MalformedReply:
    case ErrorCode::WrongGateway:
        result.error.detail.clear();
        break;
    default: // what the detail says there is the point
        if (result.mayBeOff || isRefused)
            result.error.detail.clear();
    }
    return result;
}

/// What is known of the way beside \a result.
DiagnosisEvidence evidenceOf(const JobResult &result, quint16 port, const GatewayFacts &gateway)
{
    DiagnosisEvidence seen = evidenceOf(result.error, result, gateway.ownAddress);
    if (!seen.modbus)
        return seen;
    seen.modbusPort = port;
    seen.webSocketPort = gateway.webSocketPort;
    if (!seen.setting && result.outcome == Outcome::NotVerified)
        seen.setting = gateway.setting;
    if (gateway.signedIn)
        seen.signIn = Error{};
    if (gateway.isGone)
        seen.webSocket = PortFinding{PortState::Filtered, {}};
    return seen;
}

/// "Test port" found nothing where perhaps nothing has to be: no failure of the gateway's.
bool isHarmless(const JobResult &result, const DiagnosisEvidence &seen)
{
    const bool isRefused =
        result.outcome == Outcome::NotVerified && result.error.code == ErrorCode::PortClosed;
    return result.error.code == ErrorCode::Cancelled || (isRefused && !seen.isOn());
}

/// What helps in this case, before what always does.
void offerMore(Failure &failure, const JobResult &result, const GatewayFacts &gateway)
{
    const bool isOn = gateway.signedIn && gateway.setting && gateway.setting->enabled;
    const ErrorCode code = result.error.code;
    if (isOn && code == ErrorCode::ModbusSilent && result.outcome != Outcome::Unknown) {
        failure.more.prepend(*std::exchange(failure.button, PageAction::Repair));
    } else if (isOn && isPortError(code) && !gateway.serial.isEmpty() && !gateway.wasSearched) {
        failure.more.prepend(*std::exchange(failure.button, PageAction::LookElsewhere));
    }
}

} // namespace

Question withProfile(Question question, const GatewayFacts &gateway)
{
    if (!gateway.ownProfile.isEmpty())
        question.text += u"\n\n"_s
            + GatewayText::tr(
                  "The gateway is spoken to as the profile “%1” says, which is not built in. With a "
                  "yes you also accept its requests to this gateway:")
                  .arg(gateway.ownProfile)
            + u"\n\n"_s + gateway.requests;
    return question;
}

Question turnOnQuestion(const GatewayFacts &gateway, std::optional<quint16> port,
                        std::optional<quint16> edited)
{
    Question question;
    question.title = edited ? GatewayText::tr("Turn on the Modbus TCP server, at which port?")
                            : GatewayText::tr("Turn on the Modbus TCP server?");
    question.text =
        GatewayText::tr("%1.\n\nModbus TCP has no password: while the server is on, every device on this "
                        "network can read and control the plant.")
            .arg(named(gateway));
    question.acceptText = GatewayText::tr("&Turn on");
    question.rejectText = GatewayText::tr("&Cancel");
    if (edited && port) {
        question.sent =
            GatewayText::tr("Port %1 was entered, but not applied; the gateway has port %2. Sent "
                            "to the gateway: Modbus TCP server on, with the port that you choose. "
                            "%3")
                .arg(QString::number(*edited), QString::number(*port), keptAsItIs());
        question.acceptText = GatewayText::tr("&Turn on at port %1").arg(*edited);
        question.otherText = GatewayText::tr("Turn on at &port %1").arg(*port);
        return question;
    }
    question.sent =
        (port ? GatewayText::tr("Sent to the gateway: Modbus TCP server on, port %1. %2")
                    .arg(QString::number(*port), keptAsItIs())
              : GatewayText::tr("Sent to the gateway: Modbus TCP server on. %1").arg(keptAsItIs()));
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

Question repairQuestion(const GatewayFacts &gateway)
{
    Question question;
    question.title = GatewayText::tr("Switch the Modbus TCP server off and on again?");
    question.text =
        GatewayText::tr("%1.\n\nThis cuts off Home Assistant, evcc and everything else that reads or "
                        "controls this plant through Modbus, for about half a minute. If the gateway fails "
                        "in between, the server may stay off; this window then says so.")
            .arg(named(gateway));
    question.sent =
        GatewayText::tr("Sent to the gateway: Modbus TCP server off, and when that was read back, "
                        "on again. %1")
            .arg(keptAsItIs());
    question.acceptText = GatewayText::tr("&Switch off and on");
    question.rejectText = GatewayText::tr("&Cancel");
    question.grave = true;
    return question;
}

Question setPortQuestion(const GatewayFacts &gateway, quint16 port)
{
    Question question;
    question.title = GatewayText::tr("Change the Modbus TCP port to %1?").arg(port);
    question.grave = gateway.setting && gateway.setting->enabled;
    question.text = question.grave
        ? GatewayText::tr("%1.\n\nThis cuts off Home Assistant, evcc and everything else that reads or "
                          "controls this plant through Modbus, until each is set to the new port.")
              .arg(named(gateway))
        : GatewayText::tr("%1.\n\nThe server stays as it is; the port counts once it is on.")
              .arg(named(gateway));
    question.sent =
        GatewayText::tr("Sent to the gateway: port %1. %2").arg(QString::number(port), keptAsItIs());
    question.acceptText = GatewayText::tr("Change &port");
    question.rejectText = GatewayText::tr("&Cancel");
    return question;
}

Question keepOnQuestion(const GatewayFacts &gateway, int seconds)
{
    Question question;
    question.title = GatewayText::tr("Keep Modbus TCP on?");
    question.text =
        GatewayText::tr(
            "%1.\n\nThis window looks at the Modbus port every %2. Where the server was switched "
            "off, it signs in, switches it on again and verifies it: at most 6 times an hour, and "
            "not against somebody who switches it off again and again.",
            "a gateway, 30 s")
            .arg(named(gateway), intervalText(seconds));
    question.sent = GatewayText::tr("Sent to the gateway, whenever it is off: Modbus TCP server on. %1")
                        .arg(keptAsItIs());
    question.acceptText = GatewayText::tr("&Keep it on");
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

static Failure failureOf(const FormProblem &problem)
{
    Failure failure;
    failure.tone = Tone::Caution; // nothing was sent yet
    failure.title = formProblemText(problem);
    return failure;
}

static Failure failureOf(const AccountProblem &problem)
{
    Failure failure;
    failure.tone = Tone::Caution;
    failure.title = GatewayText::tr("Enter the password.");
    failure.text = accountSentence(problem);
    failure.details = displayText(problem.detail);
    return failure;
}

static Failure failureOf(const JobResult &result)
{
    const JobResult plain = withoutDetail(result);
    Failure failure;
    failure.title = jobMessage(plain);
    failure.causes = errorAdvice(plain.error, plain);
    failure.details = technicalDetails(result);
    failure.more = {PageAction::CopyDetails, PageAction::SaveReport};
    return failure;
}

Failure signInFailure(const SignInProblem &problem)
{
    return std::visit([](const auto &each) { return failureOf(each); }, problem);
}

Failure jobFailure(const JobResult &result, quint16 port, const GatewayFacts &gateway)
{
    if (const std::optional<Failure> cancelled = cancelledTestFailure(result, port, gateway))
        return *cancelled;
    const JobResult plain = withoutDetail(result);
    const DiagnosisEvidence seen = evidenceOf(plain, port, gateway);
    Failure failure;
    if (isHarmless(result, seen))
        failure.tone = Tone::Caution;
    failure.title = jobMessage(plain, seen);
    failure.causes = errorAdvice(plain.error, plain, seen, Reader::Window);
    failure.details = technicalDetails(result);
    failure.more = {PageAction::CopyDetails, PageAction::SaveReport, PageAction::WhereTheSwitchIs,
                    PageAction::MessageToInstaller};
    // Nothing is sent once more before it is known what the first time did.
    if (result.outcome == Outcome::Unknown || result.outcome == Outcome::NoEffect)
        failure.button = PageAction::ReadState;
    else if (isOfModbus(result.error.code) || result.outcome == Outcome::NotVerified)
        failure.button = PageAction::TestAgain;
    else
        failure.button = PageAction::TryAgain;
    offerMore(failure, result, gateway);
    return failure;
}

Failure searchFinding(const Elsewhere &elsewhere, const QLocale &locale)
{
    Failure finding;
    finding.tone = Tone::Caution;
    switch (elsewhere.state) {
    case Elsewhere::State::Searching:
        finding.tone = Tone::Plain;
        finding.title = GatewayText::tr("Looking for this gateway at its network's other addresses…");
        if (elsewhere.total > 0)
            finding.text = GatewayText::tr("%1 of %2 addresses", "searched")
                               .arg(locale.toString(elsewhere.done), locale.toString(elsewhere.total));
        break;
    case Elsewhere::State::NotFound:
        finding.title = GatewayText::tr("No other address answers with this gateway's serial number.");
        finding.text = elsewhere.coverage.text();
        break;
    case Elsewhere::State::NoNetwork:
        finding.title = GatewayText::tr("The gateway's other addresses can't be searched from here.");
        finding.text =
            GatewayText::tr("This computer is not in the gateway's network, or the network is too large.");
        break;
    case Elsewhere::State::Failed:
        finding.title = errorMessage(elsewhere.error);
        break;
    }
    return finding;
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
