#include "words/nextsteps.h"

#include "core/displaytext.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Translation context of everything in this file.
class CauseWords
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::CauseWords)
};

QString listedClients(const QString &ownAddress)
{
    return ownAddress.isEmpty()
        ? CauseWords::tr(
            "Some firmware accepts only listed clients: ask for this computer's address to be added.")
        : CauseWords::tr(
              "Some firmware accepts only listed clients: ask for the address of the program that reads the "
              "plant to be added and, for this test, %1.")
              .arg(ownAddress);
}

QString sentence(NextStep step, const DiagnosisEvidence &seen)
{
    switch (step) {
    case NextStep::None:
        return {};
    case NextStep::AddZone:
        return CauseWords::tr("Add the zone, the name of this computer's network card, to the address, for "
                              "example fe80::1%eth0.");
    case NextStep::AllowMoreTime:
        return CauseWords::tr("Give the program that reads the plant more time for an answer.");
    case NextStep::AskForRights:
        return CauseWords::tr("Sign in with an installer's account, or ask the installer for the rights.");
    case NextStep::CheckAddress:
        return CauseWords::tr(
            "Check that the address is the gateway's: the one in the app often differs from the one "
            "on the local network.");
    case NextStep::CheckClock:
        return CauseWords::tr(
            "Set the plant's clock in the vendor's app; schedules and daily totals follow it.");
    case NextStep::CheckForwarding:
        return CauseWords::tr("A router may forward the port to another device: compare the addresses.");
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
    case NextStep::CheckZone:
        return CauseWords::tr("Check the zone of the address: it is the name of the network card through "
                              "which this computer reaches the gateway.");
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
        return listedClients(seen.route ? seen.route->ownAddress : QString());
    case NextStep::LookAtFirewall:
        return CauseWords::tr(
            "A firewall may block it, on this computer, on the way or at the gateway: try from "
            "another computer on the same network.");
    case NextStep::PollSlowly:
        return CauseWords::tr(
            "Until then give your other program a time-out of 3 s, 3 retries and at most one read "
            "every 5 s.");
    case NextStep::ResetCredentials:
        return CauseWords::tr(
            "Locked out? The gateway's hardware manual describes how to reset the credentials.");
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
    case NextStep::UseOtherAddress: {
        const HostFinding *const other = foundElsewhere(seen);
        return CauseWords::tr("Use the address %1.").arg(other ? other->address : QString());
    }
    case NextStep::UseOtherCard:
        return CauseWords::tr("The plant may listen on its other network card: try its other address.");
    case NextStep::UseTheApp:
        return CauseWords::tr(
            "Use the vendor's app instead: Settings → System Settings → General → Modbus TCP Server "
            "Settings (owner), or Device → Settings → Communication → Modbus TCP Server, then Save "
            "(installer). If the entry is missing, the account needs installer rights.");
    }
    return {};
}

/// Empty: there is none for it.
QString commandFor(NextStep step)
{
    switch (step) {
    case NextStep::AllowMoreTime:
        return u"--timeout"_s;
    case NextStep::FindUnits:
        return u"--units sweep"_s;
    case NextStep::ScanNetwork:
        return u"discover"_s;
    case NextStep::SignInOverTls:
        return u"--tls"_s;
    case NextStep::SwitchOn:
        return u"enable"_s;
    case NextStep::TryOtherProfile:
        return u"--profile"_s;
    default:
        return {};
    }
}

} // namespace

QString byCommand(const QString &advice, Reader reader, const QString &command)
{
    return reader == Reader::CommandLine && !command.isEmpty()
        ? CauseWords::tr("%1 On the command line: %2.", "a sentence of advice, a command")
              .arg(advice, command)
        : advice;
}

QStringList nextSteps(const QList<NextStep> &steps, const DiagnosisEvidence &seen, Reader reader)
{
    QStringList advice;
    for (const NextStep step : steps)
        advice += byCommand(sentence(step, seen), reader, commandFor(step));
    return advice;
}

} // namespace Sigen
