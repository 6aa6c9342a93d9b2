#include "words/causewords.h"

#include "core/displaytext.h"
#include "modbus/readregisters.h"
#include "words/messages.h"

#include <QCoreApplication>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Translation context of everything in this file.
class CauseWords
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::CauseWords)
};

constexpr int shownLength = 40;

QString host(const DiagnosisEvidence &seen)
{
    return seen.address.isNull() ? displayText(seen.host) : seen.address.toString();
}

const HostFinding *elsewhere(const DiagnosisEvidence &seen)
{
    const auto found =
        std::find_if(seen.others.cbegin(), seen.others.cend(), [&seen](const HostFinding &each) {
            return each.serial == seen.reportedSerial || each.serial == seen.wishedSerial;
        });
    return found == seen.others.cend() ? nullptr : &*found;
}

QString elsewhereAddress(const DiagnosisEvidence &seen)
{
    const HostFinding *const found = elsewhere(seen);
    return found ? found->address : QString();
}

QString refusalText(const QString &sentence, const std::optional<Error> &refusal)
{
    const QString said = refusal ? displayText(refusal->detail) : QString();
    return said.isEmpty() ? sentence : CauseWords::tr("%1 It said: %2").arg(sentence, said);
}

QString silentHost(const Cause &cause, const DiagnosisEvidence &seen)
{
    if (cause.certainty == Certainty::Seen)
        return CauseWords::tr(
                   "A device has the address %1, but it answers neither on port %2 nor on port %3.")
            .arg(host(seen), QString::number(seen.webSocketPort), QString::number(seen.modbusPort));
    if (seen.route && seen.route->way == Route::Way::Tunnel)
        return CauseWords::tr(
                   "%1 does not answer. The way there leads through the tunnel %2, which probably does "
                   "not reach the gateway's network.")
            .arg(host(seen), displayText(seen.route->interfaceName));
    return CauseWords::tr(
               "%1 does not answer at all. Probably there is no device with this address, or the way "
               "there is blocked.")
        .arg(host(seen));
}

QString conflict(const Cause &cause, const DiagnosisEvidence &seen)
{
    if (cause.layer == LayerId::SignIn)
        return CauseWords::tr(
                   "Another gateway than the expected one has the address %1: its serial number is %2.")
            .arg(host(seen), displayText(seen.reportedSerial, shownLength));
    if (cause.layer == LayerId::Identity)
        return CauseWords::tr("Two devices take turns at %1: the serial number was %2 first and %3 later.")
            .arg(host(seen), displayText(seen.identity->serial(), shownLength),
                 displayText(seen.otherSerial, shownLength));
    if (cause.certainty == Certainty::Seen)
        return CauseWords::tr("Several devices use the address %1: %2.")
            .arg(host(seen), seen.neighbour->macs.join(", "_L1));
    return CauseWords::tr(
               "Probably another device has the address %1 now: the MAC address is not the one that was "
               "known.")
        .arg(host(seen));
}

QString noRights(const Cause &cause, const DiagnosisEvidence &seen)
{
    const QString account = displayText(seen.username, shownLength);
    return cause.certainty == Certainty::Seen
        ? CauseWords::tr("The gateway says that the account %1 lacks the rights.").arg(account)
        : CauseWords::tr(
              "The gateway refused to report its setting: the account %1 probably lacks the rights.")
              .arg(account);
}

QString serverOff(const Cause &cause, const DiagnosisEvidence &seen)
{
    if (cause.certainty == Certainty::Seen)
        return CauseWords::tr("The gateway's Modbus TCP server is switched off.");
    return CauseWords::tr(
               "Port %1 refuses connections: the gateway's Modbus TCP server is probably switched off.")
        .arg(seen.modbusPort);
}

} // namespace

QString layerTitle(LayerId id, const DiagnosisEvidence &evidence)
{
    switch (id) {
    case LayerId::Name:
        return CauseWords::tr("Name and address");
    case LayerId::Route:
        return CauseWords::tr("Way there");
    case LayerId::Neighbour:
        return CauseWords::tr("Network card");
    case LayerId::WebSocketPort:
        return CauseWords::tr("Port %1").arg(evidence.webSocketPort);
    case LayerId::Handshake:
        return CauseWords::tr("WebSocket");
    case LayerId::SignIn:
        return CauseWords::tr("Sign-in");
    case LayerId::Setting:
        return CauseWords::tr("Setting");
    case LayerId::ModbusPort:
        return CauseWords::tr("Port %1").arg(evidence.modbusPort);
    case LayerId::Modbus:
        return CauseWords::tr("Modbus");
    case LayerId::Units:
        return CauseWords::tr("Units");
    case LayerId::Identity:
        return CauseWords::tr("Identity");
    case LayerId::Link:
        return CauseWords::tr("Link");
    }
    return {};
}

QString causeSentence(const Cause &cause, const DiagnosisEvidence &evidence)
{
    const QString port = QString::number(evidence.modbusPort);
    const QString modbus = evidence.endpoint(evidence.modbusPort);
    const QString webSocket = evidence.endpoint(evidence.webSocketPort);
    switch (cause.code) {
    case CauseCode::NameUnknown:
        return CauseWords::tr("The name %1 is not known on this network.").arg(displayText(evidence.host));
    case CauseCode::NoRoute:
        return CauseWords::tr("This computer has no route to %1.").arg(host(evidence));
    case CauseCode::NoDevice:
        return CauseWords::tr("No device on this computer's network has the address %1.").arg(host(evidence));
    case CauseCode::HostSilent:
        return silentHost(cause, evidence);
    case CauseCode::WebSocketClosed:
        return CauseWords::tr("%1 refuses connections: this gateway does not offer the local sign-in.")
            .arg(webSocket);
    case CauseCode::WebSocketFiltered:
        return CauseWords::tr("%1 does not answer, so there is no local sign-in from here.").arg(webSocket);
    case CauseCode::TlsOnly:
        return evidence.handshake && evidence.handshake->code == ErrorCode::CertificateNotTrusted
            ? CauseWords::tr("%1 shows a certificate that is not the trusted one.").arg(webSocket)
            : CauseWords::tr("%1 accepts only encrypted connections (TLS).").arg(webSocket);
    case CauseCode::NotAWebSocket:
        return CauseWords::tr("%1 accepts connections, but no WebSocket connection could be made.")
            .arg(webSocket);
    case CauseCode::OtherDialect:
        return CauseWords::tr(
            "The gateway speaks WebSocket, but probably another dialect than the one that was "
            "tried.");
    case CauseCode::SignInRefused:
        return refusalText(CauseWords::tr("The gateway refused the sign-in as %1.")
                               .arg(displayText(evidence.username, shownLength)),
                           evidence.signIn);
    case CauseCode::NoRights:
        return refusalText(noRights(cause, evidence),
                           cause.layer == LayerId::SignIn ? evidence.signIn : evidence.settingRead);
    case CauseCode::SessionTaken:
        return cause.certainty == Certainty::Seen
            ? CauseWords::tr("Another program has signed in to the gateway and taken the session.")
            : CauseWords::tr("The gateway took the session away: another program is probably signed in.");
    case CauseCode::ServerOff:
        return serverOff(cause, evidence);
    case CauseCode::PortClosedThoughOn:
        return CauseWords::tr(
                   "The gateway says that its Modbus TCP server is on, but port %1 refuses connections.")
            .arg(port);
    case CauseCode::PortFiltered:
        return CauseWords::tr("%1 does not answer this computer.").arg(modbus);
    case CauseCode::FoundElsewhere:
        return CauseWords::tr("The same gateway answers Modbus at another address: %1.")
            .arg(elsewhereAddress(evidence));
    case CauseCode::ClientNotListed:
        return CauseWords::tr(
                   "The gateway's setting names the address %1; it probably lets only that one in.")
            .arg(evidence.allowedClient);
    case CauseCode::ModbusSilent:
        return CauseWords::tr("%1 accepts connections, but does not answer Modbus.").arg(modbus);
    case CauseCode::ModbusLate:
        return CauseWords::tr("%1 answers Modbus, but only after the time-out.").arg(modbus);
    case CauseCode::ModbusBusy:
        return CauseWords::tr("%1 answers each Modbus request with “busy”.").arg(modbus);
    case CauseCode::ModbusOdd:
        return evidence.provesPlant()
            ? CauseWords::tr("The plant's Modbus answers are odd, but usable.")
            : CauseWords::tr("%1 speaks Modbus, but does not answer what was asked.").arg(modbus);
    case CauseCode::ModbusCloses:
        return CauseWords::tr("%1 accepts connections and closes them without answering.").arg(modbus);
    case CauseCode::ModbusGarbage:
        return CauseWords::tr("%1 answers, but not with Modbus.").arg(modbus);
    case CauseCode::ModbusException:
        return CauseWords::tr("%1 answers each request with Modbus exception %2.")
            .arg(modbus, u"%1"_s.arg(evidence.identity->exceptionCode, 2, 16, QChar(u'0')).toUpper());
    case CauseCode::ModbusProxy:
        return CauseWords::tr("%1 is a Modbus proxy, or another maker's gateway, that can't reach the plant.")
            .arg(modbus);
    case CauseCode::NotSigenergy:
        return cause.certainty == Certainty::Seen
            ? CauseWords::tr("%1 speaks Modbus, but is not a Sigenergy system.").arg(modbus)
            : CauseWords::tr(
                  "%1 speaks Modbus, but does not give a plant's values: it is probably still starting.")
                  .arg(modbus);
    case CauseCode::UnitsAlike:
        return CauseWords::tr("Several unit ids are answered by the same device.");
    case CauseCode::UnitMissing:
        return CauseWords::tr("Not every unit id answers; missing: %1.")
            .arg(unitListText(missingUnits(evidence)));
    case CauseCode::ClockWrong:
        return CauseWords::tr("The plant's clock and this computer's differ.");
    case CauseCode::LinkLossy:
        return CauseWords::tr("The plant answers, but of %n read(s) %1 got no answer and %2 a late one.",
                              nullptr, int(evidence.link->reads.size()))
            .arg(evidence.link->lost())
            .arg(evidence.link->late());
    case CauseCode::SerialTwice:
        return CauseWords::tr("The same device answers at %1 as well.")
            .arg(sameSerialElsewhere(evidence).value(0).address);
    case CauseCode::AddressConflict:
        return conflict(cause, evidence);
    }
    return {};
}

static QString stepSentence(NextStep step, const DiagnosisEvidence &seen)
{
    const QString own = seen.route ? seen.route->ownAddress : QString();
    switch (step) {
    case NextStep::None:
        return {};
    case NextStep::AllowMoreTime:
        return CauseWords::tr("Allow more time for an answer, also in the program that reads the plant.");
    case NextStep::AskForRights:
        return CauseWords::tr("Sign in with an installer's account, or ask the installer for the rights.");
    case NextStep::CheckAddress:
        return CauseWords::tr(
            "Check that the address is the gateway's: the one in the app often differs from the one "
            "on the local network.");
    case NextStep::CheckClock:
        return CauseWords::tr(
            "Set the plant's clock in the vendor's app; schedules and daily totals follow it.");
    case NextStep::CheckLink:
        return CauseWords::tr("Check the link: on Wi-Fi answers come late; a cable is better.");
    case NextStep::CheckName:
        return CauseWords::tr("Check the spelling of the name.");
    case NextStep::CheckPassword:
        return CauseWords::tr(
            "Check user name and password: usually the gateway's local account, not the cloud "
            "account.");
    case NextStep::CheckPower:
        return CauseWords::tr("Check that it has power and is connected to the network.");
    case NextStep::CheckProxy:
        return CauseWords::tr(
            "If a Modbus proxy stands in between, check its target: the gateway's address, port "
            "and unit id.");
    case NextStep::CheckWhoHasAddress:
        return CauseWords::tr(
            "Look in the router's list for who has the address, and give the other device another "
            "one.");
    case NextStep::CloseOtherProgram:
        return CauseWords::tr(
            "Close the vendor's app and other programs that are signed in, then try again.");
    case NextStep::ConnectHere:
        return CauseWords::tr(
            "Connect this computer to the gateway's own network; a guest network or another VLAN "
            "may not lead there.");
    case NextStep::DisconnectOther:
        return CauseWords::tr(
                   "The way leads over %1, but %2 is in the same network: disconnect the one that does not "
                   "lead to the gateway.")
            .arg(displayText(seen.route->interfaceName), displayText(seen.route->alsoOn.join(", "_L1)));
    case NextStep::DisconnectVpn:
        return CauseWords::tr("Disconnect the VPN, or let it leave the local network alone.");
    case NextStep::FindUnits:
        return CauseWords::tr("Let all unit ids be tried, to find the ones that this plant has.");
    case NextStep::GiveFixedAddress:
        return CauseWords::tr("Reserve a fixed address for the gateway in the router (DHCP reservation).");
    case NextStep::InstallerSaves:
        return CauseWords::tr("The installer may still have to press Save in the app.");
    case NextStep::ListThisComputer:
        return own.isEmpty() ? CauseWords::tr(
                   "Some firmware accepts only listed clients: ask for this computer's address to be added.")
                             : CauseWords::tr("Some firmware accepts only listed clients: ask for this "
                                              "computer's address, %1, to be added.")
                                   .arg(own);
    case NextStep::LookAtFirewall:
        return CauseWords::tr(
            "A firewall may block it, on this computer, on the way or at the gateway: try from "
            "another computer on the same network.");
    case NextStep::PollSlowly:
        return CauseWords::tr(
            "Until then give your other program a time-out of 3 s, 3 retries and at most one read "
            "every 5 s.");
    case NextStep::RestartGateway:
        return CauseWords::tr(
            "Switch the gateway's Modbus TCP server, or the gateway itself, off and on again: some "
            "hang until then.");
    case NextStep::ScanNetwork:
        return CauseWords::tr("Scan the network for the gateway.");
    case NextStep::SignInOverTls:
        return CauseWords::tr(
            "Sign in over TLS, and compare the certificate's fingerprint with the gateway's own.");
    case NextStep::StopOtherClient:
        return CauseWords::tr("Another Modbus client may hold the only connection: stop it and test again.");
    case NextStep::SwitchOn:
        return seen.setting
            ? CauseWords::tr("Turn the server on.")
            : CauseWords::tr("Turn the server on, here with the password or in the vendor's app: "
                             "Settings → System Settings → General → Modbus TCP Server Settings.");
    case NextStep::TestWithoutProxy:
        return CauseWords::tr(
            "If a Modbus proxy stands in between, test without it, at the gateway's own address.");
    case NextStep::TryAgainSoon:
        return CauseWords::tr("It may still be starting: test again in a minute.");
    case NextStep::TryOtherProfile:
        return CauseWords::tr("Try another protocol profile, such as early-draft.");
    case NextStep::UseAddress:
        return CauseWords::tr("Use the gateway's IP address; your router's list of devices shows it.");
    case NextStep::UseCable:
        return CauseWords::tr("If the gateway is on Wi-Fi, try a cable.");
    case NextStep::UseOneAddress:
        return CauseWords::tr("Give your other programs one of the addresses, and only that one.");
    case NextStep::UseOtherAddress:
        return CauseWords::tr("Use the address %1.").arg(elsewhereAddress(seen));
    case NextStep::UseTheApp:
        return CauseWords::tr(
            "The switch is in the vendor's app, too: Settings → System Settings → General → Modbus "
            "TCP Server Settings (owner), or Device → Settings → Communication → Modbus TCP Server, "
            "then Save (installer).");
    }
    return {};
}

QStringList causeAdvice(const Cause &cause, const DiagnosisEvidence &evidence)
{
    QStringList advice;
    for (const NextStep step : cause.steps)
        advice += stepSentence(step, evidence);
    return advice;
}

QString wellSentence(const DiagnosisEvidence &evidence)
{
    return evidence.provesPlant() ? CauseWords::tr("The gateway is fine from here: %1 answers Modbus.")
                                        .arg(evidence.endpoint(evidence.modbusPort))
                                  : QString();
}

QStringList wellParameters(const DiagnosisEvidence &evidence)
{
    if (!evidence.provesPlant())
        return {};
    const ModbusIdentity &identity = *evidence.identity;
    QStringList lines{
        CauseWords::tr("Address %1, port %2.").arg(host(evidence), QString::number(evidence.modbusPort)),
        CauseWords::tr("Unit ids: %1.").arg(unitListText(identity.unitIds())),
        CauseWords::tr(
            "Function %1, register addresses as printed in the vendor's document, high word first.")
            .arg(identity.usedHoldingRegisters ? 3 : 4, 2, 10, QChar(u'0')),
        CauseWords::tr("A time-out of 3 s or more, and at most one round of reads every 5 s."),
    };
    if (evidence.connections) {
        lines += *evidence.connections == evidence.connectionsTried
            ? CauseWords::tr("%n connection(s) at once were answered.", nullptr, *evidence.connections)
            : CauseWords::tr(
                "Only %n connection(s) at once were answered: let one program read and share it, for "
                "example with a Modbus proxy.",
                nullptr, *evidence.connections);
    }
    return lines;
}

} // namespace Sigen
