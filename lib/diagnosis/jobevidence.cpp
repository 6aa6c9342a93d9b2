#include "diagnosis/jobevidence.h"

#include "modbus/readregisters.h"
#include "network/hostlookup.h"

#include <QRegularExpression>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Endpoint
{
    QString host;
    quint16 port = 0; ///< 0: none is named
};

/// Of "192.168.1.150:8080", "[fe80::1]:8080", "gateway"; a bare IPv6 address has no port.
Endpoint endpointIn(const QString &context)
{
    static const QRegularExpression withPort(u"^(?:\\[(.+)\\]|([^:]+)):(\\d{1,5})$"_s);
    const QRegularExpressionMatch match = withPort.match(context);
    if (!match.hasMatch())
        return {context, 0};
    return {match.captured(1) + match.captured(2), match.captured(3).toUShort()};
}

std::optional<ModbusVerdict> verdictOf(ErrorCode code)
{
    for (const auto verdict : {ModbusVerdict::Silent, ModbusVerdict::Late, ModbusVerdict::Busy,
                               ModbusVerdict::Odd, ModbusVerdict::Garbage, ModbusVerdict::Closes,
                               ModbusVerdict::Exception, ModbusVerdict::NotSigenergy}) {
        if (modbusVerdictError(verdict) == code)
            return verdict;
    }
    return std::nullopt;
}

void takeModbus(DiagnosisEvidence &seen, ModbusVerdict verdict, const Error &error)
{
    seen.modbus = PortFinding{PortState::Open, {}};
    seen.identity = ModbusIdentity{};
    seen.identity->verdict = verdict;
    seen.identity->detail = error.detail;
    seen.identity->exceptionCode = exceptionCodeOf(error);
}

} // namespace

DiagnosisEvidence evidenceOf(const Error &error, const JobResult &result, const QString &ownAddress)
{
    DiagnosisEvidence seen;
    const Endpoint where = endpointIn(error.context);
    seen.ended = true;
    seen.host = where.host;
    seen.address = QHostAddress(where.host);
    seen.webSocketPort = seen.modbusPort = where.port;
    seen.reportedSerial = result.serial;
    // After a turn-off the port is meant to be closed: it is no matter of the setting then.
    if (result.outcome != Outcome::Disabled && result.outcome != Outcome::AlreadyDisabled)
        seen.setting = result.current;
    if (result.signedIn)
        seen.signIn = Error{};
    if (!ownAddress.isEmpty()) {
        seen.route = Route();
        seen.route->way = Route::Way::OwnNetwork;
        seen.route->ownAddress = ownAddress;
    }
    switch (error.code) {
    case ErrorCode::HostNotFound:
        if (error.detail != ipv6OnlyDetail) // then it is known
            seen.nameError = error;
        break;
    case ErrorCode::Unreachable:
        seen.route = Route();
        break;
    case ErrorCode::ConnectionRefused:
        seen.webSocket = PortFinding{PortState::Closed, error.detail};
        break;
    case ErrorCode::ConnectTimeout:
        seen.webSocket = PortFinding{PortState::Filtered, error.detail};
        if (where.port == 0) // whatever was tried
            seen.modbus = seen.webSocket;
        break;
    case ErrorCode::NotAGateway:
    case ErrorCode::HandshakeTimeout:
    case ErrorCode::TlsOnly:
    case ErrorCode::CertificateNotTrusted:
        seen.webSocket = PortFinding{PortState::Open, {}};
        seen.handshake = error;
        break;
    case ErrorCode::SignInRefused:
    case ErrorCode::SessionRefused:
    case ErrorCode::SessionTaken:
    case ErrorCode::NoRights:
    case ErrorCode::NoReply:
    case ErrorCode::MalformedReply:
    case ErrorCode::UnexpectedReply:
    case ErrorCode::MissingToken:
    case ErrorCode::MessageTooLarge:
    case ErrorCode::WrongGateway:
        seen.signIn = error;
        break;
    case ErrorCode::Refused:
        seen.settingRead = error;
        break;
    case ErrorCode::PortClosed:
        seen.modbus = PortFinding{PortState::Closed, error.detail};
        break;
    case ErrorCode::PortFiltered:
        seen.modbus = PortFinding{PortState::Filtered, error.detail};
        break;
    default:
        if (const auto verdict = verdictOf(error.code))
            takeModbus(seen, *verdict, error);
    }
    return seen;
}

std::optional<Cause> firstCause(const DiagnosisEvidence &evidence)
{
    const QList<Cause> causes = findCauses(evidence);
    return causes.isEmpty() ? std::nullopt : std::optional(causes.constFirst());
}

} // namespace Sigen
