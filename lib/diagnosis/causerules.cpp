#include "diagnosis/causerules.h"

#include "modbus/identityrules.h"
#include "modbus/readregisters.h"
#include "network/addresspolicy.h"
#include "network/vendorblocks.h"

#include <algorithm>

namespace Sigen {

namespace {

using Seen = DiagnosisEvidence;

// --- what the rows of the table ask ---

bool isWay(const Seen &seen, Route::Way way)
{
    return seen.route && seen.route->way == way;
}

bool isSecondInterface(const Seen &seen)
{
    return seen.route && !seen.route->alsoOn.isEmpty();
}

bool hasMac(const Seen &seen)
{
    return seen.neighbour && !seen.neighbour->macs.isEmpty();
}

bool isWebSocketClosed(const Seen &seen)
{
    return seen.webSocket && seen.webSocket->state == PortState::Closed;
}

bool isWebSocketSilent(const Seen &seen)
{
    return seen.webSocket && !seen.webSocketAnswers() && !isHostSilent(seen) && !isNobodyThere(seen);
}

ErrorCode codeOf(const std::optional<Error> &error)
{
    return error ? error->code : ErrorCode::None;
}

bool isTls(const Seen &seen)
{
    const ErrorCode code = codeOf(seen.handshake);
    return code == ErrorCode::TlsOnly || code == ErrorCode::CertificateNotTrusted;
}

bool isNoWebSocket(const Seen &seen)
{
    return codeOf(seen.handshake) != ErrorCode::None && !isTls(seen);
}

/// The port does not accept, and nobody but the server could say why.
bool isRefused(const Seen &seen)
{
    return seen.modbusPortIs(PortState::Closed);
}

bool isShut(const Seen &seen)
{
    return seen.modbus && seen.modbus->state != PortState::Open;
}

bool isFiltered(const Seen &seen)
{
    return isShut(seen) && !isRefused(seen) && !isHostSilent(seen) && !seen.isOff();
}

/// The setting names an address that is neither this computer's nor everybody's. What that key means is
/// unconfirmed.
bool isOtherClientListed(const Seen &seen)
{
    const QString &named = seen.allowedClient;
    const bool isOther =
        !named.isEmpty() && named != seen.address.toString() && seen.route && named != seen.route->ownAddress;
    const bool turnsAway = isRefused(seen) || isFiltered(seen)
        || (seen.identity && seen.identity->verdict == ModbusVerdict::Closes);
    return isOther && seen.isOn() && turnsAway;
}

bool isVerdict(const Seen &seen, ModbusVerdict verdict)
{
    return seen.identity && !seen.identity->provesPlant() && seen.identity->verdict == verdict;
}

bool isProxy(const Seen &seen)
{
    return isVerdict(seen, ModbusVerdict::Exception) && isProxyException(seen.identity->exceptionCode);
}

/// Who has accepted a sign-in at this address, or has the vendor's network card, is no stranger, unless a
/// router leads elsewhere.
bool isNoStranger(const Seen &seen)
{
    const bool accepted = seen.signIn && !*seen.signIn;
    return accepted || seen.setting
        || (seen.neighbour && std::any_of(seen.neighbour->macs.cbegin(), seen.neighbour->macs.cend(),
                                          [](const QString &mac) { return isVendorMac(mac); }));
}

/// By a device unit, while the plant's is silent: a plant unit's denial is another verdict.
bool isDenied(const Seen &seen)
{
    return isVerdict(seen, ModbusVerdict::Exception)
        && IdentityRules::deniesQuestion(seen.identity->exceptionCode);
}

bool isUsableButOdd(const Seen &seen)
{
    return seen.provesPlant() && seen.identity->verdict == ModbusVerdict::Odd;
}

// --- the table ---

constexpr Certainty isSeen = Certainty::Seen;
constexpr Certainty isLikely = Certainty::Likely;

// clang-format off
const CauseRule rules[] = {
    {CauseCode::NameUnknown, LayerId::Name, isSeen,
     [](const Seen &seen) { return seen.nameError.code == ErrorCode::HostNotFound; },
     {NextStep::UseAddress, NextStep::CheckName, NextStep::ScanNetwork}},

    {CauseCode::NoRoute, LayerId::Route, isSeen,
     [](const Seen &seen) { return isWay(seen, Route::Way::None) && lacksZone(seen.address); },
     {NextStep::AddZone}},
    {CauseCode::NoRoute, LayerId::Route, isSeen,
     [](const Seen &seen) { return isWay(seen, Route::Way::None) && !seen.address.scopeId().isEmpty(); },
     {NextStep::CheckZone, NextStep::ConnectHere}},
    {CauseCode::NoRoute, LayerId::Route, isSeen,
     [](const Seen &seen) { return isWay(seen, Route::Way::None); },
     {NextStep::ConnectHere, NextStep::CheckAddress}},

    // Two ways into one network, and the system has chosen the one on which nobody answers.
    {CauseCode::NoDevice, LayerId::Neighbour, isSeen,
     [](const Seen &seen) { return isNobodyThere(seen) && isSecondInterface(seen); },
     {NextStep::DisconnectOther, NextStep::CheckPower, NextStep::ScanNetwork}},
    {CauseCode::NoDevice, LayerId::Neighbour, isSeen, isNobodyThere,
     {NextStep::CheckAddress, NextStep::CheckPower, NextStep::ScanNetwork}},

    {CauseCode::HostSilent, LayerId::WebSocketPort, isLikely,
     [](const Seen &seen) { return isHostSilent(seen) && isWay(seen, Route::Way::Tunnel); },
     {NextStep::DisconnectVpn, NextStep::ConnectHere, NextStep::CheckAddress}},
    {CauseCode::HostSilent, LayerId::WebSocketPort, isSeen,
     [](const Seen &seen) { return isHostSilent(seen) && hasMac(seen); },
     {NextStep::CheckAddress, NextStep::LookAtFirewall, NextStep::RestartGateway}},
    {CauseCode::HostSilent, LayerId::WebSocketPort, isLikely, isHostSilent,
     {NextStep::CheckAddress, NextStep::CheckPower, NextStep::ConnectHere}},

    {CauseCode::WebSocketClosed, LayerId::WebSocketPort, isSeen, isWebSocketClosed,
     {NextStep::UseTheApp, NextStep::CheckAddress}},
    {CauseCode::WebSocketFiltered, LayerId::WebSocketPort, isSeen, // whether anybody is there was not seen
     [](const Seen &seen) { return isWebSocketSilent(seen) && !seen.modbus; },
     {NextStep::CheckAddress, NextStep::CheckPower, NextStep::ConnectHere}},
    {CauseCode::WebSocketFiltered, LayerId::WebSocketPort, isSeen, isWebSocketSilent,
     {NextStep::LookAtFirewall, NextStep::UseTheApp}},

    {CauseCode::TlsOnly, LayerId::Handshake, isSeen, isTls,
     {NextStep::SignInOverTls}},
    {CauseCode::NotAWebSocket, LayerId::Handshake, isSeen, isNoWebSocket,
     {NextStep::CheckAddress, NextStep::UseTheApp}},

    {CauseCode::OtherDialect, LayerId::SignIn, isLikely,
     [](const Seen &seen) { return seen.signIn && isOtherDialect(*seen.signIn); },
     {NextStep::TryOtherProfile, NextStep::UseTheApp}},
    {CauseCode::OtherDialect, LayerId::Setting, isLikely,
     [](const Seen &seen) { return seen.settingRead && isOtherDialect(*seen.settingRead); },
     {NextStep::TryOtherProfile, NextStep::UseTheApp}},

    {CauseCode::SignInRefused, LayerId::SignIn, isSeen,
     [](const Seen &seen) { return codeOf(seen.signIn) == ErrorCode::SignInRefused; },
     {NextStep::CheckPassword, NextStep::ResetCredentials, NextStep::UseTheApp}},
    {CauseCode::AddressConflict, LayerId::SignIn, isSeen,
     [](const Seen &seen) { return codeOf(seen.signIn) == ErrorCode::WrongGateway; },
     {NextStep::CheckWhoHasAddress, NextStep::ScanNetwork, NextStep::GiveFixedAddress}},
    {CauseCode::NoRights, LayerId::SignIn, isSeen,
     [](const Seen &seen) { return codeOf(seen.signIn) == ErrorCode::NoRights; },
     {NextStep::AskForRights, NextStep::UseTheApp}},
    {CauseCode::SessionTaken, LayerId::SignIn, isSeen,
     [](const Seen &seen) { return codeOf(seen.signIn) == ErrorCode::SessionTaken; },
     {NextStep::CloseOtherProgram, NextStep::TryAgainSoon}},
    {CauseCode::SessionTaken, LayerId::Setting, isSeen,
     [](const Seen &seen) { return codeOf(seen.settingRead) == ErrorCode::SessionTaken; },
     {NextStep::CloseOtherProgram, NextStep::TryAgainSoon}},
    {CauseCode::SessionTaken, LayerId::SignIn, isLikely,
     [](const Seen &seen) { return codeOf(seen.signIn) == ErrorCode::SessionRefused; },
     {NextStep::CloseOtherProgram, NextStep::TryAgainSoon}},
    {CauseCode::SessionTaken, LayerId::Setting, isLikely,
     [](const Seen &seen) { return codeOf(seen.settingRead) == ErrorCode::SessionRefused; },
     {NextStep::CloseOtherProgram, NextStep::TryAgainSoon}},
    {CauseCode::NoRights, LayerId::Setting, isSeen,
     [](const Seen &seen) { return codeOf(seen.settingRead) == ErrorCode::NoRights; },
     {NextStep::AskForRights, NextStep::UseTheApp}},
    {CauseCode::NoRights, LayerId::Setting, isLikely,
     [](const Seen &seen) { return codeOf(seen.settingRead) == ErrorCode::Refused; },
     {NextStep::AskForRights, NextStep::UseTheApp}},

    {CauseCode::ServerOff, LayerId::ModbusPort, isSeen,
     [](const Seen &seen) { return isShut(seen) && seen.isOff(); },
     {NextStep::SwitchOn}},
    {CauseCode::ServerOff, LayerId::ModbusPort, isLikely,
     [](const Seen &seen) { return isRefused(seen) && !seen.setting; },
     {NextStep::SwitchOn, NextStep::CheckAddress}},
    {CauseCode::FoundElsewhere, LayerId::ModbusPort, isSeen,
     [](const Seen &seen) { return foundElsewhere(seen) != nullptr; },
     {NextStep::UseOtherAddress, NextStep::GiveFixedAddress}},
    {CauseCode::PortClosedThoughOn, LayerId::ModbusPort, isSeen,
     [](const Seen &seen) { return isRefused(seen) && seen.isOn(); },
     {NextStep::UseOtherCard, NextStep::ListThisComputer, NextStep::InstallerSaves}},
    {CauseCode::PortFiltered, LayerId::ModbusPort, isSeen, isFiltered,
     {NextStep::LookAtFirewall, NextStep::ConnectHere, NextStep::ListThisComputer}},
    {CauseCode::ClientNotListed, LayerId::ModbusPort, isLikely, isOtherClientListed,
     {NextStep::ListThisComputer}},

    {CauseCode::ModbusSilent, LayerId::Modbus, isSeen,
     [](const Seen &seen) { return isVerdict(seen, ModbusVerdict::Silent); },
     {NextStep::StopOtherClient, NextStep::RestartGateway}},
    {CauseCode::ModbusLate, LayerId::Modbus, isSeen,
     [](const Seen &seen) { return isVerdict(seen, ModbusVerdict::Late); },
     {NextStep::AllowMoreTime, NextStep::UseCable, NextStep::StopOtherClient}},
    {CauseCode::ModbusBusy, LayerId::Modbus, isSeen,
     [](const Seen &seen) { return isVerdict(seen, ModbusVerdict::Busy); },
     {NextStep::StopOtherClient, NextStep::TryAgainSoon}},
    {CauseCode::ModbusOdd, LayerId::Modbus, isSeen,
     [](const Seen &seen) { return isVerdict(seen, ModbusVerdict::Odd) || isUsableButOdd(seen); },
     {NextStep::TestWithoutProxy, NextStep::CheckLink, NextStep::AllowMoreTime}},
    {CauseCode::ModbusCloses, LayerId::Modbus, isSeen,
     [](const Seen &seen) { return isVerdict(seen, ModbusVerdict::Closes); },
     {NextStep::StopOtherClient, NextStep::ListThisComputer, NextStep::RestartGateway}},
    {CauseCode::ModbusGarbage, LayerId::Modbus, isSeen,
     [](const Seen &seen) { return isVerdict(seen, ModbusVerdict::Garbage) && isNoStranger(seen); },
     {NextStep::TryAgainSoon, NextStep::CheckForwarding}},
    {CauseCode::ModbusGarbage, LayerId::Modbus, isSeen,
     [](const Seen &seen) { return isVerdict(seen, ModbusVerdict::Garbage); },
     {NextStep::CheckAddress, NextStep::TryAgainSoon}},
    {CauseCode::ModbusProxy, LayerId::Modbus, isSeen, isProxy,
     {NextStep::CheckProxy, NextStep::TestWithoutProxy}},
    {CauseCode::ModbusException, LayerId::Modbus, isSeen,
     [](const Seen &seen) { return isDenied(seen) && !isNoStranger(seen); },
     {NextStep::CheckAddress, NextStep::TryAgainSoon}},
    {CauseCode::ModbusException, LayerId::Modbus, isSeen,
     [](const Seen &seen) { return isVerdict(seen, ModbusVerdict::Exception) && !isProxy(seen); },
     {NextStep::TryAgainSoon, NextStep::RestartGateway}},
    {CauseCode::NotSigenergy, LayerId::Modbus, isLikely,
     [](const Seen &seen) { return isVerdict(seen, ModbusVerdict::NotSigenergy) && isNoStranger(seen); },
     {NextStep::TryAgainSoon, NextStep::CheckForwarding}},
    {CauseCode::NotSigenergy, LayerId::Modbus, isSeen,
     [](const Seen &seen) { return isVerdict(seen, ModbusVerdict::NotSigenergy); },
     {NextStep::CheckAddress, NextStep::ScanNetwork}},

    {CauseCode::UnitsAlike, LayerId::Units, isSeen,
     [](const Seen &seen) { return seen.provesPlant() && !seen.identity->sameDevice.isEmpty(); },
     {NextStep::CheckProxy}},
    {CauseCode::UnitMissing, LayerId::Units, isSeen,
     [](const Seen &seen) { return !missingUnits(seen).isEmpty(); },
     {NextStep::FindUnits, NextStep::CheckPower}},
    {CauseCode::ClockWrong, LayerId::Identity, isSeen, isClockWrong,
     {NextStep::CheckClock}},
    {CauseCode::LinkLossy, LayerId::Link, isSeen,
     [](const Seen &seen) { return seen.link && isLossy(*seen.link); },
     {NextStep::UseCable, NextStep::PollSlowly, NextStep::StopOtherClient}},
    {CauseCode::SerialTwice, LayerId::Identity, isSeen,
     [](const Seen &seen) { return !sameSerialElsewhere(seen).isEmpty(); },
     {NextStep::UseOneAddress}},
    {CauseCode::AddressConflict, LayerId::Neighbour, isSeen,
     [](const Seen &seen) { return seen.neighbour && seen.neighbour->macs.size() > 1; },
     {NextStep::CheckWhoHasAddress, NextStep::GiveFixedAddress}},
    {CauseCode::AddressConflict, LayerId::Identity, isSeen,
     [](const Seen &seen) { return seen.provesPlant() && !seen.otherSerial.isEmpty(); },
     {NextStep::CheckWhoHasAddress, NextStep::CheckProxy, NextStep::GiveFixedAddress}},
    {CauseCode::AddressConflict, LayerId::Neighbour, isLikely,
     [](const Seen &seen) {
         return hasMac(seen) && !seen.neighbour->knownMac.isEmpty()
             && !seen.neighbour->macs.contains(seen.neighbour->knownMac);
     },
     {NextStep::CheckWhoHasAddress, NextStep::ScanNetwork, NextStep::GiveFixedAddress}},
};
// clang-format on

} // namespace

std::span<const CauseRule> causeRules()
{
    return rules;
}

} // namespace Sigen
