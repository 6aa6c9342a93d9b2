// The exit codes of the command-line contract, as a pure table: stable once released.
#pragma once

#include "core/error.h"
#include "workflow/jobresult.h"

namespace Sigen {

namespace ExitCode {
inline constexpr int done = 0;
inline constexpr int internalError = 1;
inline constexpr int wrongUse = 2;
inline constexpr int notReachable = 3;
inline constexpr int signInRefused = 4;
inline constexpr int refused = 5;
inline constexpr int notUnderstood = 6;
inline constexpr int notVerified = 7;
inline constexpr int outcomeUnknown = 8;
inline constexpr int interrupted = 130; // 128 + SIGINT, as shells report it
} // namespace ExitCode

/// The code of a job that failed for this reason.
constexpr int exitCodeOf(ErrorCode error)
{
    switch (error) {
    case ErrorCode::None:
        return ExitCode::done;
    case ErrorCode::Internal:
    case ErrorCode::Io:
        return ExitCode::internalError;
    case ErrorCode::Usage:
        return ExitCode::wrongUse;
    case ErrorCode::HostNotFound:
    case ErrorCode::Unreachable:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectTimeout:
        return ExitCode::notReachable;
    case ErrorCode::SignInRefused:
    case ErrorCode::SessionRefused:
    case ErrorCode::SessionTaken:
    case ErrorCode::NoRights:
        return ExitCode::signInRefused;
    case ErrorCode::Refused:
    case ErrorCode::NoEffect:
        return ExitCode::refused;
    case ErrorCode::NotAGateway:
    case ErrorCode::HandshakeTimeout:
    case ErrorCode::NoReply:
    case ErrorCode::MalformedReply:
    case ErrorCode::UnexpectedReply:
    case ErrorCode::MissingToken:
    case ErrorCode::MessageTooLarge:
    case ErrorCode::CertificateNotTrusted:
    case ErrorCode::TlsOnly:
    case ErrorCode::ProfileIncomplete:
    case ErrorCode::WrongGateway:
    case ErrorCode::ConnectionLost:
        return ExitCode::notUnderstood;
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
        return ExitCode::notVerified;
    case ErrorCode::OutcomeUnknown:
        return ExitCode::outcomeUnknown;
    case ErrorCode::Cancelled:
        return ExitCode::interrupted;
    }
    return ExitCode::internalError;
}

/// The code of a job that ended this way. The outcome weighs more than the error: once the setting is known
/// to be as wished, whatever stopped the proof (Ctrl-C too) is "not verified".
constexpr int exitCodeOf(Outcome outcome, ErrorCode error)
{
    switch (outcome) {
    case Outcome::Enabled:
    case Outcome::AlreadyEnabled:
    case Outcome::Disabled:
    case Outcome::AlreadyDisabled:
    case Outcome::PortChanged:
    case Outcome::Unchanged:
    case Outcome::Repaired:
        return error == ErrorCode::None ? ExitCode::done : ExitCode::notVerified;
    case Outcome::EnabledUnverified:
    case Outcome::TimedOut:
        return ExitCode::notVerified;
    case Outcome::Refused:
    case Outcome::NoEffect:
        return ExitCode::refused;
    case Outcome::Unknown:
        return ExitCode::outcomeUnknown;
    case Outcome::Cancelled:
        return ExitCode::interrupted;
    case Outcome::NotVerified:
        return error == ErrorCode::None ? ExitCode::notVerified : exitCodeOf(error);
    case Outcome::Failed:
        return error == ErrorCode::None ? ExitCode::internalError : exitCodeOf(error);
    case Outcome::Verified:
    case Outcome::Read:
    case Outcome::DryRun:
        return exitCodeOf(error);
    }
    return ExitCode::internalError;
}

} // namespace Sigen
