#include "words/advice.h"

#include "core/displaytext.h"
#include "modbus/identityrules.h"
#include "modbus/readregisters.h"
#include "network/addresspolicy.h"
#include "network/hostlookup.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Translation context of everything in this file.
class Advice
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::Advice)
};

QString whereTheSwitchIs()
{
    return Advice::tr(
        "Use the vendor's app instead: Settings → System Settings → General → Modbus TCP Server "
        "Settings (owner), or Device → Settings → Communication → Modbus TCP Server, then Save "
        "(installer). If the entry is missing, the account needs installer rights.");
}

/// \a advice, and how it is done there for who reads it on the command line.
QString byCommand(const QString &advice, Reader reader, const QString &command)
{
    return reader == Reader::CommandLine
        ? Advice::tr("%1 On the command line: %2.", "a sentence of advice, a command").arg(advice, command)
        : advice;
}

QString verifyAllTheSame(Reader reader)
{
    return byCommand(Advice::tr("Testing the Modbus port needs no sign-in."), reader, u"verify"_s);
}

QString listedClients(const QString &ownAddress)
{
    if (ownAddress.isEmpty())
        return Advice::tr(
            "Some firmware accepts only listed clients: ask for this computer's address to be added.");
    return Advice::tr(
               "Some firmware accepts only listed clients: ask for this computer's address, %1, to be added.")
        .arg(ownAddress);
}

/// Of "fe80::1" or "[fe80::1]:8080"; null for a name.
QHostAddress addressIn(const QString &context)
{
    const bool bracketed = context.startsWith(u'[') && context.contains(u']');
    return QHostAddress(bracketed ? context.mid(1, context.indexOf(u']') - 1) : context);
}

QStringList portAdvice(const QString &endpoint, const QString &ownAddress, Reader reader)
{
    QStringList advice{
        Advice::tr("The plant may listen on its other network card: try its other address."),
        listedClients(ownAddress),
        Advice::tr("The installer may still have to press Save in the app."),
        Advice::tr("A firewall between this computer and %1 can block it: try from the same network.")
            .arg(endpoint),
    };
    if (reader == Reader::CommandLine) // the window tests the gateway's own port only
        advice +=
            Advice::tr("Does a router forward another port to the gateway? Test that one (--test-port), "
                       "and leave the gateway's own port as it is.");
    return advice;
}

QString slowLink()
{
    return Advice::tr("Check the link: on Wi-Fi answers come late; a cable is better.");
}

/// The window's time-outs can't be set.
QStringList moreTime(Reader reader)
{
    if (reader == Reader::Window)
        return {};
    return {Advice::tr("Allow more time for an answer (--timeout).")};
}

QStringList protocolAdvice(Reader reader)
{
    return {
        Advice::tr("Check that the address is the gateway's: the one in the app often differs from the one "
                   "on the local network."),
        Advice::tr("The firmware may speak another version of this protocol: try the profile early-draft."),
        whereTheSwitchIs(),
        verifyAllTheSame(reader),
    };
}

} // namespace

QString errorMessage(const Error &error)
{
    // What was touched should always be known; where it is not, a sentence must not have a hole.
    const bool unnamed = error.context.isEmpty();
    const QString context = unnamed ? Advice::tr("The gateway") : displayText(error.context);
    const QString detail = displayText(error.detail);
    switch (error.code) {
    case ErrorCode::None:
        return {};
    case ErrorCode::Internal:
        return Advice::tr("Something went wrong inside the program: %1").arg(detail);
    case ErrorCode::Io:
        return unnamed ? Advice::tr("Reading or writing failed: %1").arg(detail)
                       : Advice::tr("%1 can't be read or written: %2").arg(context, detail);
    case ErrorCode::Usage:
        return detail;
    case ErrorCode::HostNotFound:
        if (unnamed)
            return Advice::tr("The host was not found.");
        return error.detail == ipv6OnlyDetail
            ? Advice::tr("%1 has only IPv6 addresses, and scans use IPv4.").arg(context)
            : Advice::tr("The host %1 was not found.").arg(context);
    case ErrorCode::Unreachable:
        return unnamed ? Advice::tr("This computer has no route to the gateway.")
                       : Advice::tr("There is no route to %1.").arg(context);
    case ErrorCode::ConnectionRefused:
        return Advice::tr("%1 refuses connections.").arg(context);
    case ErrorCode::ConnectTimeout:
        return Advice::tr("%1 does not answer.").arg(context);
    case ErrorCode::SignInRefused:
        return detail.isEmpty() ? Advice::tr("The gateway refused the sign-in.")
                                : Advice::tr("The gateway refused the sign-in: %1").arg(detail);
    case ErrorCode::SessionRefused:
        return Advice::tr("The gateway refused the session although the sign-in had succeeded.");
    case ErrorCode::SessionTaken:
        return Advice::tr("Another program signed in to the gateway, which serves one at a time.");
    case ErrorCode::NoRights:
        return detail.isEmpty() ? Advice::tr("This account may not change the setting.")
                                : Advice::tr("This account may not change the setting: %1").arg(detail);
    case ErrorCode::Refused:
        return detail.isEmpty() ? Advice::tr("The gateway refused.")
                                : Advice::tr("The gateway refused: %1").arg(detail);
    case ErrorCode::NoEffect:
        return Advice::tr("The change had no effect: the gateway does not report what was requested.");
    case ErrorCode::NotAGateway:
        return Advice::tr("Something answers, but it is not a gateway that speaks this protocol.");
    case ErrorCode::HandshakeTimeout:
        return Advice::tr("The gateway accepts connections, but the WebSocket handshake got no answer.");
    case ErrorCode::NoReply:
        return Advice::tr("The gateway did not answer in time.");
    case ErrorCode::MalformedReply:
        return detail.isEmpty() ? Advice::tr("The gateway's reply could not be understood.")
                                : Advice::tr("The gateway's reply could not be understood: %1").arg(detail);
    case ErrorCode::UnexpectedReply:
        return Advice::tr("The gateway's reply lacks what was requested.");
    case ErrorCode::MissingToken:
        return Advice::tr("The gateway accepted the sign-in, but sent no session token.");
    case ErrorCode::MessageTooLarge:
        return Advice::tr("The gateway sent an unreasonably large message.");
    case ErrorCode::CertificateNotTrusted:
        return Advice::tr("The gateway's certificate is not the trusted one.");
    case ErrorCode::TlsOnly:
        return Advice::tr("%1 accepts only encrypted connections (TLS).").arg(context);
    case ErrorCode::ProfileIncomplete:
        return Advice::tr("The profile leaves something open, so nothing was sent: %1").arg(detail);
    case ErrorCode::WrongGateway:
        return detail.isEmpty()
            ? Advice::tr("This is not the expected gateway.")
            : Advice::tr("This is not the expected gateway; the serial numbers differ: %1.", "A ≠ B")
                  .arg(detail);
    case ErrorCode::ConnectionLost:
        return Advice::tr("The connection to the gateway was lost.");
    case ErrorCode::PortClosed:
        return unnamed ? Advice::tr("This computer can't connect to the gateway.")
                       : Advice::tr("This computer can't connect: %1 refuses connections.").arg(context);
    case ErrorCode::PortFiltered:
        return unnamed ? Advice::tr("This computer can't connect to the gateway.")
                       : Advice::tr("This computer can't connect: %1 does not answer.").arg(context);
    case ErrorCode::PortOpen:
        return unnamed
            ? Advice::tr("The server is reported as off, but its port still accepts connections.")
            : Advice::tr("The server is reported as off, but %1 still accepts connections.").arg(context);
    case ErrorCode::ModbusSilent:
        return Advice::tr("%1 accepts connections, but does not answer Modbus.").arg(context);
    case ErrorCode::ModbusLate:
        return Advice::tr("%1 answers Modbus, but only after the time-out.").arg(context);
    case ErrorCode::ModbusBusy:
        return Advice::tr("%1 answers each Modbus request with “busy”.").arg(context);
    case ErrorCode::ModbusOdd:
        return Advice::tr("%1 speaks Modbus, but does not answer what was asked.").arg(context);
    case ErrorCode::ModbusGarbage:
        return Advice::tr("%1 answers, but not with Modbus.").arg(context);
    case ErrorCode::ModbusCloses:
        return Advice::tr("%1 accepts connections and closes them without answering.").arg(context);
    case ErrorCode::ModbusException:
        if (isProxyException(exceptionCodeOf(error)))
            return Advice::tr("%1 is a Modbus proxy, or another maker's gateway, that can't reach the plant.")
                .arg(context);
        return Advice::tr("%1 answers with a Modbus exception.").arg(context);
    case ErrorCode::NotSigenergy:
        return Advice::tr("%1 speaks Modbus, but does not answer as a Sigenergy plant.").arg(context);
    case ErrorCode::OutcomeUnknown:
        return Advice::tr("The change was sent, but it is not known whether it took effect.");
    case ErrorCode::Cancelled:
        return Advice::tr("Interrupted.");
    }
    return {};
}

/// A repair was asked for, and there is nothing to switch off: no gateway has refused anything.
static bool wasOffAlready(const JobResult &result)
{
    return result.outcome == Outcome::Refused && !result.writeSent && result.before
        && !result.before->enabled;
}

QString jobMessage(const JobResult &result)
{
    if (wasOffAlready(result))
        return Advice::tr("The Modbus server was already off, so it can't be switched off and on again; "
                          "nothing was changed.");
    const QString message = errorMessage(result.error);
    if (!result.mayBeOff)
        return message;
    const bool isOff = result.current && !result.current->enabled;
    const QString state = isOff
        ? Advice::tr("The Modbus server is off now: it was switched off, and could not be switched on again.")
        : Advice::tr("The Modbus server may be off now: it was switched off, and it is not known whether it "
                     "is on again.");
    // That it is not known is said by then.
    return result.error.code == ErrorCode::OutcomeUnknown ? state : state + u' ' + message;
}

static QStringList switchOnAdvice(Reader reader)
{
    return {reader == Reader::CommandLine
                ? Advice::tr("Read the state first (status), and turn the server on if it is off (enable).")
                : Advice::tr("Read the state first, and turn the server on if it is off."),
            whereTheSwitchIs()};
}

QStringList errorAdvice(const Error &error, const JobResult &result, const QString &ownAddress, Reader reader)
{
    if (result.mayBeOff)
        return switchOnAdvice(reader);
    if (wasOffAlready(result))
        return {byCommand(Advice::tr("Turn it on instead."), reader, u"enable"_s)};
    switch (error.code) {
    case ErrorCode::None:
    case ErrorCode::Io:
    case ErrorCode::Usage:
        return {};
    case ErrorCode::Internal:
        return {reader == Reader::CommandLine
                    ? Advice::tr("Please report this, with the output of --verbose.")
                    : Advice::tr("Please report this, with the protocol log.")};
    case ErrorCode::HostNotFound:
        if (error.detail == ipv6OnlyDetail)
            return {reader == Reader::CommandLine
                        ? Advice::tr("Test this one host instead, with verify --host.")
                        : Advice::tr("Test this one host instead: add it by its address.")};
        return {Advice::tr("Use the gateway's IP address; your router's list of devices shows it."),
                Advice::tr("Check the spelling of the name.")};
    case ErrorCode::Unreachable:
        if (const QHostAddress address = addressIn(error.context); lacksZone(address))
            return {Advice::tr("Add the zone, the name of this computer's network card, to the address, for "
                               "example fe80::1%eth0.")};
        else if (!address.scopeId().isEmpty())
            return {Advice::tr("Check the zone of the address: it is the name of the network card through "
                               "which this computer reaches the gateway.")};
        return {Advice::tr(
            "Check that this computer is on the same network as the gateway, not on a guest network, "
            "VPN or other VLAN.")};
    case ErrorCode::ConnectionRefused:
        return {Advice::tr("Check that the address is the gateway's: the one in the app often differs from "
                           "the one on the local network."),
                Advice::tr("The gateway's firmware may not offer the WebSocket service."), whereTheSwitchIs(),
                verifyAllTheSame(reader)};
    case ErrorCode::ConnectTimeout:
        return {Advice::tr("Check the address, and that the gateway has power and network."),
                Advice::tr(
                    "Check that this computer is on the same network as the gateway, not on a guest network, "
                    "VPN or other VLAN."),
                verifyAllTheSame(reader)};
    case ErrorCode::SignInRefused:
        return {
            Advice::tr("Check user name and password: usually the gateway's local account, not the cloud "
                       "account."),
            Advice::tr("Locked out? The gateway's hardware manual describes how to reset the credentials."),
            whereTheSwitchIs(), verifyAllTheSame(reader)};
    case ErrorCode::SessionRefused:
        return {Advice::tr("Another program or the app may be signed in: close it and try again."),
                Advice::tr("Wait a minute and read the state before changing anything again.")};
    case ErrorCode::SessionTaken:
        return {Advice::tr("Close the app and other programs that use the gateway, and try again.")};
    case ErrorCode::NoRights:
        return {Advice::tr("An installer's account may be needed."), whereTheSwitchIs()};
    case ErrorCode::Refused:
        return {Advice::tr("The account may lack the rights: an installer's account may be needed."),
                whereTheSwitchIs()};
    case ErrorCode::NoEffect:
        return {Advice::tr("The account may lack the rights: an installer's account may be needed."),
                Advice::tr("Read the state again in a minute before trying again."), whereTheSwitchIs()};
    case ErrorCode::NotAGateway:
    case ErrorCode::HandshakeTimeout:
    case ErrorCode::NoReply:
    case ErrorCode::MalformedReply:
    case ErrorCode::UnexpectedReply:
    case ErrorCode::MissingToken:
    case ErrorCode::MessageTooLarge:
        return protocolAdvice(reader);
    case ErrorCode::CertificateNotTrusted:
        return {Advice::tr("Compare the fingerprint with the gateway's own before trusting it.")};
    case ErrorCode::TlsOnly:
        return {
            byCommand(
                Advice::tr(
                    "Sign in over TLS, and compare the certificate's fingerprint with the gateway's own."),
                reader, u"--tls"_s),
            verifyAllTheSame(reader)};
    case ErrorCode::ProfileIncomplete:
        return {byCommand(Advice::tr("Complete the profile's file; what is missing stands in it."), reader,
                          u"profile check"_s)};
    case ErrorCode::WrongGateway:
        return {Advice::tr("Nothing was read or changed. Check the address: the router may have given it to "
                           "another device."),
                byCommand(Advice::tr("Scan the network for the right gateway."), reader, u"discover"_s),
                byCommand(Advice::tr("If this is the right one, correct the serial number."), reader,
                          u"--serial"_s)};
    case ErrorCode::ConnectionLost:
        return {Advice::tr("Nothing was changed: try again."),
                Advice::tr("On Wi-Fi, try from a wired connection.")};
    case ErrorCode::PortFiltered:
        if (result.outcome == Outcome::Disabled || result.outcome == Outcome::AlreadyDisabled)
            return {Advice::tr(
                "Test the port again in a minute: only a refused connection proves that it is closed.")};
        [[fallthrough]];
    case ErrorCode::PortClosed:
        return portAdvice(displayText(error.context), ownAddress, reader);
    case ErrorCode::PortOpen:
        return {Advice::tr("Wait a minute and test the port again: the server may take a while to stop."),
                Advice::tr("Another device may have this address: compare the serial numbers.")};
    case ErrorCode::ModbusSilent:
        return {Advice::tr("Another Modbus client may hold the only connection: stop it and test again."),
                Advice::tr("Power-cycle the gateway: some stay silent until then.")};
    case ErrorCode::ModbusLate:
        return moreTime(reader) + QStringList{slowLink()};
    case ErrorCode::ModbusBusy:
        return {Advice::tr("Another Modbus client may keep it busy: stop it and test again."),
                Advice::tr("After a restart it may take a minute: test again.")};
    case ErrorCode::ModbusOdd:
        return QStringList{
                   Advice::tr(
                       "A Modbus proxy between here and the gateway may change the frames: test without it."),
                   slowLink()}
        + moreTime(reader);
    case ErrorCode::ModbusGarbage:
    case ErrorCode::NotSigenergy:
        if (result.signedIn) // at this very address: it is no stranger
            return {Advice::tr("The Modbus server may still be starting: test again in a minute."),
                    Advice::tr("A router may forward the port to another device: compare the addresses.")};
        return {Advice::tr("Check that the address is the gateway's: another device answers here.")};
    case ErrorCode::ModbusCloses:
        return {Advice::tr("Another Modbus client may hold the only connection: stop it and test again."),
                listedClients(ownAddress)};
    case ErrorCode::ModbusException:
        if (isProxyException(exceptionCodeOf(error)))
            return {Advice::tr("Check where the proxy forwards to: its target must be the gateway's address, "
                               "port and unit id."),
                    Advice::tr("Test without the proxy, at the gateway's own address.")};
        // A plant unit's denial is another error: these come from a device unit, while the plant's is silent.
        if (IdentityRules::deniesQuestion(exceptionCodeOf(error)) && !result.signedIn)
            return {
                Advice::tr("Check that the address is the gateway's: another Modbus device may answer here."),
                Advice::tr("The gateway may still be starting: test again in a minute.")};
        return {Advice::tr("The gateway may still be starting: test again in a minute.")};
    case ErrorCode::OutcomeUnknown:
        return {byCommand(Advice::tr("Do not send it again yet: read the state first."), reader, u"status"_s),
                verifyAllTheSame(reader)};
    case ErrorCode::Cancelled:
        return result.writeSent ? QStringList{byCommand(
                   Advice::tr("The change was already sent: read the state first."), reader, u"status"_s)}
                                : QStringList{Advice::tr("Nothing was changed.")};
    }
    return {};
}

} // namespace Sigen
