// The catalogue of what a simulated gateway can get wrong. One row a fault; the faces look their own up by
// enum. Faults may be combined; where two contradict each other, the one that sends less wins.
#pragma once

#include <QLatin1StringView>
#include <QList>
#include <QStringView>

#include <optional>

namespace Sigen {

enum class FaultFace { WebSocket, Modbus, Plant };

/// When a fault shows.
enum class FaultEvent {
    Connect,
    Handshake,
    SignIn,
    Read, ///< a read before the first set request
    Write,
    ReadBack, ///< a read after a set request, on whatever connection
    EveryReply, ///< sign-in, read, write and read-back alike
    Push,
    Port,
    Modbus,
};

enum class Fault {
    ConnectClose,
    ConnectReset,
    SlotOne,
    SlotRefusesBriefly,

    TlsOnlyClose,
    TlsOnlyReset,
    TlsOnlyAlert,
    TlsOnlyHttp400,
    TlsOnlyRedirect,
    HandshakeOnce,
    HandshakeSilent,
    HandshakeSlow,
    HandshakeHalf,
    HandshakeNotFound,
    HandshakeUnauthorized,
    HandshakeWebPage,
    HandshakeGarbage,
    HandshakeWrongAccept,
    HandshakeEndless,
    HandshakeClose,
    HandshakeReset,

    SignInRefused,
    SignInRefusedAsSession,
    SignInHostileText,
    SignInEchoesPassword,
    SignInNoReply,
    SignInMalformed,
    SignInArray,
    SignInTypeString,
    SignInCodeString,
    SignInMissingToken,
    SignInNullToken,
    SignInNumberToken,
    SignInOtherNumber,
    SignInCode200,
    SessionSingle,
    SignInHalfFrame,
    SignInClose,
    SignInReset,
    SerialMissing,
    SerialHtml,
    SerialControlCharacters,
    SerialBidirectional,
    SerialHuge,

    ReadNoReply,
    ReadRefused,
    ReadMalformed,
    ReadArray,
    ReadDeepNesting,
    ReadTypeString,
    ReadCodeString,
    ReadMissingData,
    ReadMissingEnable,
    ReadEnableString,
    ReadEnableTrue,
    ReadEnableTwo,
    ReadMissingPort,
    ReadPortZero,
    ReadPortTooLarge,
    ReadPortString,
    ReadPortFraction,
    ReadOtherNumber,
    ReadCopy,
    ReadTooLarge,
    ReadFragmentBomb,
    ReadBinary,
    ReadInvalidOpcode,
    ReadMasked,
    ReadInvalidUtf8,
    ReadHugeLength,
    ReadHalfFrame,
    ReadClose,
    ReadReset,
    ReadSessionExpired,
    SessionAlwaysExpired,

    WriteRefused,
    WriteRefusedButDone,
    WriteNoEffect,
    WriteDelayed,
    WriteOtherPort,
    WriteNoReply,
    WriteLost,
    WriteMalformed,
    WriteArray,
    WriteCodeString,
    WriteOtherNumber,
    WriteNullFields,
    WriteEchoLate,
    WriteTextCutInCharacter,
    WriteSessionExpired,
    WriteClose,
    WriteReset,
    WriteDoneThenClose,
    WriteDoneThenReset,
    WriteDoneThenRestart,

    ReadBackNoReply,
    ReadBackRefused,
    ReadBackMalformed,
    ReadBackArray,
    ReadBackMissingEnable,
    ReadBackSessionExpired,
    ReadBackLatePrevious,
    ReadBackClose,
    ReadBackCloseOnce,
    ReadBackReset,

    RepliesSlow,
    RepliesTrickled,
    RepliesTwice,
    PushStorm,
    PushBinaryFlood,
    PushOpposite,

    PortOpensLate,
    PortNeverOpens,
    PortFiltered,
    PortStaysOpen,

    ModbusSilent,
    ModbusHttp,
    ModbusNoise,
    ModbusClosesOnConnect,
    ModbusClosesOnRequest,
    ModbusResets,
    ModbusHalfFrame,
    ModbusWrongTransaction,
    ModbusStaleFirst,
    ModbusStaleOnly,
    ModbusWrongUnit,
    ModbusWrongFunction,
    ModbusWrongProtocol,
    ModbusWrongByteCount,
    ModbusZeroLength,
    ModbusHoldingOnly,
    ModbusException02,
    ModbusException04,
    ModbusException0B,
    ModbusTrickled,
    ModbusSlow,
    ModbusFirstLost,
    ModbusLate,
    ModbusBusyOnce,
    ModbusBusy,
    ModbusException0A,
    ModbusUnitZero,
    ModbusUnit255,
    ModbusExtraBytes,
    ModbusTrailingBytes,
    ModbusTrailingApart,
    ModbusHalfStaleFirst,
    ModbusHalfStaleBehind,
    ModbusShort,
    OptionalBlockSilent,
    OptionalBlockException,

    SerialDiffers,
    UnitsDiffer,
    UnitsNone,
    OldFirmware,
    ImplausibleValues,
    PlantAlarms,
    NoGridSensor,
    OffGrid,
    SignedMinusOne,
    StringsPaddedFf,
    FirmwareEmpty,
    LookalikeHuawei,
    LookalikeShelly,
    LookalikeFoxEss,
    LookalikeGoodWe,
    PlcZeros,

    ChargerFirst,
    ChargerFirstZeros,
    UnitsAlike,
    UnitUnknownCloses,
    UnitUnknownResets,
    UnitSlow,

    StartSlowException04,
    StartSlowException06,
    StartSlowZeros,
    StartSlowCloses,
    StartSlowResets,
    StartSlowSilent,
    StartFirstHangs,

    Clock1970,
    SensorUnavailable,
    GridStateUnavailable,
    SocOver,
    StateUnknown,
};

/// The faults of one simulated gateway.
using ActiveFaults = QList<Fault>;

struct FaultDescription
{
    QLatin1StringView name; ///< stable kebab-case name of `simulate --fault`, for example "sign-in-refused"
    FaultFace face = FaultFace::WebSocket;
    QLatin1StringView explanation; ///< one English sentence: what the gateway does, and when
    FaultEvent event = FaultEvent::Connect;
    Fault fault = Fault::ConnectClose;
};

/// Every fault, in the order of the enumeration.
const QList<FaultDescription> &simulatorFaults();

/// Empty when there is none of this name.
std::optional<Fault> faultByName(QStringView name);

const FaultDescription &faultDescription(Fault fault);

} // namespace Sigen
