// Why a plant can't be reached or used, as data: a table of what was seen, what it means, how sure that is,
// and what to do about it. Pure. The sentences are made in words/causewords.h, for the window, the command
// line and reports.
#pragma once

#include "diagnosis/layers.h"

#include <QLatin1StringView>
#include <QList>
#include <QMetaType>

namespace Sigen {

/// The codes of the command-line contract, in its order.
enum class CauseCode {
    NameUnknown,
    NoRoute,
    NoDevice,
    HostSilent,
    WebSocketClosed,
    WebSocketFiltered,
    TlsOnly,
    NotAWebSocket,
    OtherDialect,
    SignInRefused,
    NoRights,
    SessionTaken,
    ServerOff,
    PortClosedThoughOn,
    PortFiltered,
    FoundElsewhere,
    ClientNotListed,
    ModbusSilent,
    ModbusLate,
    ModbusBusy,
    ModbusOdd,
    ModbusCloses,
    ModbusGarbage,
    ModbusException,
    ModbusProxy,
    NotSigenergy,
    UnitsAlike,
    UnitMissing,
    ClockWrong,
    LinkLossy,
    SerialTwice,
    AddressConflict,
};

enum class Certainty {
    Seen, ///< nothing else explains what was seen
    Likely, ///< it explains it, and so could something else
};

/// What to do about it. What each is about stands in the evidence.
enum class NextStep {
    None,
    AddZone,
    AllowMoreTime,
    AskForRights,
    CheckAddress,
    CheckClock,
    CheckForwarding,
    CheckLink,
    CheckName,
    CheckPassword,
    CheckPower,
    CheckProxy,
    CheckWhoHasAddress,
    CheckZone,
    CloseOtherProgram,
    ConnectHere,
    DisconnectOther,
    DisconnectVpn,
    FindUnits,
    GiveFixedAddress,
    InstallerSaves,
    ListThisComputer,
    LookAtFirewall,
    PollSlowly,
    ResetCredentials,
    RestartGateway,
    ScanNetwork,
    SignInOverTls,
    StopOtherClient,
    SwitchOn,
    TestWithoutProxy,
    TryAgainSoon,
    TryOtherProfile,
    UseAddress,
    UseCable,
    UseOneAddress,
    UseOtherAddress,
    UseOtherCard,
    UseTheApp,
};

struct Cause
{
    CauseCode code = CauseCode::NameUnknown;
    Certainty certainty = Certainty::Seen;
    LayerId layer = LayerId::Name; ///< where it shows
    bool isWarning = false; ///< the layer did not fail
    QList<NextStep> steps; ///< at most three, the most helpful first
    bool operator==(const Cause &) const = default;
};

/// "name-unknown", …
QLatin1StringView causeName(CauseCode code);
/// "seen", "likely".
QLatin1StringView certaintyName(Certainty certainty);

/// The error that stands for a failure of this cause, and with it the exit code.
ErrorCode causeError(CauseCode code);
/// With what was touched and the technical detail.
Error causeError(const Cause &cause, const DiagnosisEvidence &evidence);

/// All that explain \a evidence: failures before warnings, lower layers before higher ones, what was seen
/// before what is likely. Each layer that failed has one; none where all is well. Each code comes once.
QList<Cause> findCauses(const DiagnosisEvidence &evidence);

// What several judgements share.

/// The gateway answers, but not as its profile expects.
bool isOtherDialect(const Error &error);
/// Where the same gateway answers Modbus, while the port is shut here; null: nowhere that is known.
const HostFinding *foundElsewhere(const DiagnosisEvidence &evidence);
/// Wished for and not answering.
QList<int> missingUnits(const DiagnosisEvidence &evidence);
/// Other hosts that give the serial number, or have the same units with the same serial numbers.
QList<HostFinding> sameSerialElsewhere(const DiagnosisEvidence &evidence);
bool isClockWrong(const DiagnosisEvidence &evidence);
bool isLossy(const LinkFinding &link);

} // namespace Sigen

Q_DECLARE_METATYPE(Sigen::Cause)
