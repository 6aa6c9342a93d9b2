// Why something failed, as a value.
//
// Code branches on `code`; what a person reads (sentence and advice) is made from it in one place,
// words/advice.h. `context` names what was touched, `detail` is technical and already redacted; both may
// hold text that came from the network and must go through displayText() before they are shown.
#pragma once

#include <QLatin1StringView>
#include <QMetaType>
#include <QString>

namespace Sigen {

enum class ErrorCode {
    None,
    Internal,
    Io,
    Usage,
    HostNotFound,
    Unreachable,
    ConnectionRefused,
    ConnectTimeout,
    SignInRefused,
    SessionRefused,
    SessionTaken, ///< another client signed in
    NoRights, ///< the account may not do this
    Refused,
    NoEffect,
    NotAGateway,
    HandshakeTimeout,
    NoReply,
    MalformedReply,
    UnexpectedReply,
    MissingToken,
    MessageTooLarge,
    CertificateNotTrusted,
    TlsOnly, ///< the port speaks nothing but TLS, and TLS was not asked for
    ProfileIncomplete, ///< the profile leaves something open; nothing was sent
    WrongGateway, ///< another serial number than was meant
    ConnectionLost,
    PortClosed,
    PortFiltered,
    PortOpen,
    ModbusSilent,
    ModbusLate, ///< the right answer came, but after the time-out
    ModbusBusy, ///< exception 05 or 06, however often it was asked
    ModbusOdd, ///< Modbus, but no answer that could be used
    ModbusGarbage,
    ModbusCloses,
    ModbusException,
    NotSigenergy,
    OutcomeUnknown,
    Cancelled,
};

struct Error
{
    ErrorCode code = ErrorCode::None;
    QString context; ///< what was touched, for example "192.168.1.150:8080"
    QString detail; ///< technical, untranslated, redacted

    explicit operator bool() const { return code != ErrorCode::None; }
    bool operator==(const Error &) const = default;
};

/// The stable name of the command-line contract, for example "sign-in-refused"; empty for None.
QLatin1StringView errorName(ErrorCode code);

} // namespace Sigen

Q_DECLARE_METATYPE(Sigen::Error)
