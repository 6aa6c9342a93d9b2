#include "words/causewords.h"

#include "core/displaytext.h"
#include "words/messages.h"

#include <QCoreApplication>

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
    if (seen.host.isEmpty())
        return CauseWords::tr("the gateway");
    return seen.address.isNull() ? displayText(seen.host) : seen.address.toString();
}

/// What was touched should always be known; where it is not, a sentence must not have a hole.
QString endpoint(const DiagnosisEvidence &seen, quint16 port)
{
    return seen.host.isEmpty() ? CauseWords::tr("The gateway") : displayText(seen.endpoint(port));
}

QString refusalText(const QString &sentence, const std::optional<Error> &refusal)
{
    const QString said = refusal ? displayText(refusal->detail) : QString();
    return said.isEmpty() ? sentence : CauseWords::tr("%1 It said: %2").arg(sentence, said);
}

QString noWebSocket(const DiagnosisEvidence &seen, const QString &where)
{
    switch (seen.handshake->code) {
    case ErrorCode::CertificateNotTrusted:
        return CauseWords::tr("%1 shows a certificate that is not the trusted one.").arg(where);
    case ErrorCode::TlsOnly:
        return CauseWords::tr("%1 accepts only encrypted connections (TLS).").arg(where);
    case ErrorCode::HandshakeTimeout:
        return CauseWords::tr("%1 accepts connections, but the WebSocket handshake got no answer.")
            .arg(where);
    default:
        return CauseWords::tr("%1 accepts connections, but no WebSocket connection could be made.")
            .arg(where);
    }
}

/// What came instead of the reply that was expected.
QString otherReply(const Error &error)
{
    const QString detail = displayText(error.detail);
    switch (error.code) {
    case ErrorCode::NoReply:
        return CauseWords::tr("The gateway did not answer in time.");
    case ErrorCode::MalformedReply:
        return detail.isEmpty()
            ? CauseWords::tr("The gateway's reply could not be understood.")
            : CauseWords::tr("The gateway's reply could not be understood: %1.").arg(detail);
    case ErrorCode::MissingToken:
        return CauseWords::tr("The gateway accepted the sign-in, but sent no session token.");
    case ErrorCode::MessageTooLarge:
        return CauseWords::tr("The gateway sent an unreasonably large message.");
    case ErrorCode::ConnectionLost:
        return CauseWords::tr("The connection to the gateway was lost.");
    default:
        return CauseWords::tr("The gateway's reply lacks what was requested.");
    }
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
               "Nothing answers at %1: probably no device has this address, or the way there is blocked.")
        .arg(host(seen));
}

QString conflict(const Cause &cause, const DiagnosisEvidence &seen)
{
    if (cause.layer == LayerId::SignIn)
        return seen.signIn->detail.contains(u'≠')
            ? CauseWords::tr("This is not the expected gateway; the serial numbers differ: %1.", "A ≠ B")
                  .arg(displayText(seen.signIn->detail))
            : CauseWords::tr("This is not the expected gateway.");
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
    if (cause.certainty == Certainty::Seen)
        return account.isEmpty()
            ? CauseWords::tr("The gateway says that the account lacks the rights.")
            : CauseWords::tr("The gateway says that the account %1 lacks the rights.").arg(account);
    return account.isEmpty()
        ? CauseWords::tr("The gateway refused: the account probably lacks the rights.")
        : CauseWords::tr("The gateway refused: the account %1 probably lacks the rights.").arg(account);
}

QString refusedSignIn(const DiagnosisEvidence &seen)
{
    const QString account = displayText(seen.username, shownLength);
    return account.isEmpty() ? CauseWords::tr("The gateway refused the sign-in.")
                             : CauseWords::tr("The gateway refused the sign-in as %1.").arg(account);
}

QString serverOff(const Cause &cause, const DiagnosisEvidence &seen)
{
    if (cause.certainty == Certainty::Seen)
        return CauseWords::tr("The gateway's Modbus TCP server is switched off.");
    return CauseWords::tr("%1 refuses connections: the Modbus TCP server is probably switched off.")
        .arg(endpoint(seen, seen.modbusPort));
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
    const QString modbus = endpoint(evidence, evidence.modbusPort);
    const QString webSocket = endpoint(evidence, evidence.webSocketPort);
    switch (cause.code) {
    case CauseCode::NameUnknown:
        return evidence.host.isEmpty()
            ? CauseWords::tr("The name is not known on this network.")
            : CauseWords::tr("The name %1 is not known on this network.").arg(displayText(evidence.host));
    case CauseCode::NoRoute:
        return CauseWords::tr("This computer has no route to %1.").arg(host(evidence));
    case CauseCode::NoDevice:
        return CauseWords::tr("Nothing answers at %1: no device on this network has this address.")
            .arg(host(evidence));
    case CauseCode::HostSilent:
        return silentHost(cause, evidence);
    case CauseCode::WebSocketClosed:
        return CauseWords::tr("%1 refuses connections, so there is no local sign-in.").arg(webSocket);
    case CauseCode::WebSocketFiltered:
        return CauseWords::tr("%1 does not answer, so there is no local sign-in from here.").arg(webSocket);
    case CauseCode::TlsOnly:
    case CauseCode::NotAWebSocket:
        return noWebSocket(evidence, webSocket);
    case CauseCode::OtherDialect:
        return CauseWords::tr("%1 It probably speaks another dialect than the one that was tried.",
                              "after a sentence")
            .arg(otherReply(cause.layer == LayerId::SignIn ? *evidence.signIn : *evidence.settingRead));
    case CauseCode::SignInRefused:
        return refusalText(refusedSignIn(evidence), evidence.signIn);
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
        return CauseWords::tr("The gateway reports the server as on, but %1 refuses connections.")
            .arg(modbus);
    case CauseCode::PortFiltered:
        return evidence.isOn()
            ? CauseWords::tr("The gateway reports the server as on, but %1 does not answer this computer.")
                  .arg(modbus)
            : CauseWords::tr("%1 does not answer this computer.").arg(modbus);
    case CauseCode::FoundElsewhere:
        return CauseWords::tr("The same gateway answers Modbus at another address: %1.")
            .arg(foundElsewhere(evidence)->address);
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
        return CauseWords::tr("%1 answers with a Modbus exception.").arg(modbus);
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

QStringList causeAdvice(const Cause &cause, const DiagnosisEvidence &evidence, Reader reader)
{
    return nextSteps(cause.steps, evidence, reader);
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
