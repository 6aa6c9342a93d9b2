#include "core/error.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QLatin1StringView errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::None:
        return {};
    case ErrorCode::Internal:
        return "internal"_L1;
    case ErrorCode::Io:
        return "io"_L1;
    case ErrorCode::Usage:
        return "usage"_L1;
    case ErrorCode::HostNotFound:
        return "host-not-found"_L1;
    case ErrorCode::Unreachable:
        return "unreachable"_L1;
    case ErrorCode::ConnectionRefused:
        return "connection-refused"_L1;
    case ErrorCode::ConnectTimeout:
        return "connect-timeout"_L1;
    case ErrorCode::SignInRefused:
        return "sign-in-refused"_L1;
    case ErrorCode::SessionRefused:
        return "session-refused"_L1;
    case ErrorCode::SessionTaken:
        return "session-taken"_L1;
    case ErrorCode::NoRights:
        return "no-rights"_L1;
    case ErrorCode::Refused:
        return "refused"_L1;
    case ErrorCode::NoEffect:
        return "no-effect"_L1;
    case ErrorCode::NotAGateway:
        return "not-a-gateway"_L1;
    case ErrorCode::HandshakeTimeout:
        return "handshake-timeout"_L1;
    case ErrorCode::NoReply:
        return "no-reply"_L1;
    case ErrorCode::MalformedReply:
        return "malformed-reply"_L1;
    case ErrorCode::UnexpectedReply:
        return "unexpected-reply"_L1;
    case ErrorCode::MissingToken:
        return "missing-token"_L1;
    case ErrorCode::MessageTooLarge:
        return "message-too-large"_L1;
    case ErrorCode::CertificateNotTrusted:
        return "certificate-not-trusted"_L1;
    case ErrorCode::TlsOnly:
        return "tls-only"_L1;
    case ErrorCode::ProfileIncomplete:
        return "profile-incomplete"_L1;
    case ErrorCode::WrongGateway:
        return "wrong-gateway"_L1;
    case ErrorCode::ConnectionLost:
        return "connection-lost"_L1;
    case ErrorCode::PortClosed:
        return "port-closed"_L1;
    case ErrorCode::PortFiltered:
        return "port-filtered"_L1;
    case ErrorCode::PortOpen:
        return "port-open"_L1;
    case ErrorCode::ModbusSilent:
        return "modbus-silent"_L1;
    case ErrorCode::ModbusLate:
        return "modbus-late"_L1;
    case ErrorCode::ModbusBusy:
        return "modbus-busy"_L1;
    case ErrorCode::ModbusOdd:
        return "modbus-odd"_L1;
    case ErrorCode::ModbusGarbage:
        return "modbus-garbage"_L1;
    case ErrorCode::ModbusCloses:
        return "modbus-closes"_L1;
    case ErrorCode::ModbusException:
        return "modbus-exception"_L1;
    case ErrorCode::NotSigenergy:
        return "not-sigenergy"_L1;
    case ErrorCode::OutcomeUnknown:
        return "outcome-unknown"_L1;
    case ErrorCode::Cancelled:
        return "cancelled"_L1;
    }
    return "internal"_L1;
}

} // namespace Sigen
