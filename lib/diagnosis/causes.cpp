#include "diagnosis/causes.h"

#include "diagnosis/causerules.h"

#include <QSet>

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// How far apart two clocks may be that are both set.
static constexpr qint64 clockTolerance = 300; // s

bool isOtherDialect(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NoReply:
    case ErrorCode::MalformedReply:
    case ErrorCode::UnexpectedReply:
    case ErrorCode::MissingToken:
    case ErrorCode::MessageTooLarge:
    case ErrorCode::ConnectionLost:
        return true;
    default:
        return false;
    }
}

const HostFinding *foundElsewhere(const DiagnosisEvidence &evidence)
{
    const bool isShut = evidence.modbus && evidence.modbus->state != PortState::Open;
    const QString serial =
        evidence.reportedSerial.isEmpty() ? evidence.wishedSerial : evidence.reportedSerial;
    const auto found =
        std::find_if(evidence.others.cbegin(), evidence.others.cend(), [&serial](const HostFinding &each) {
            return !serial.isEmpty() && each.serial == serial && !each.devices.isEmpty();
        });
    return isShut && found != evidence.others.cend() ? &*found : nullptr;
}

QList<int> missingUnits(const DiagnosisEvidence &evidence)
{
    QList<int> missing;
    if (!evidence.provesPlant())
        return missing;
    const QList<int> found = evidence.identity->unitIds() + evidence.identity->sameDevice;
    for (const int unit : evidence.wishedUnits) {
        if (!found.contains(unit) && !evidence.identity->notAsked.contains(unit))
            missing += unit;
    }
    return missing;
}

QList<HostFinding> sameSerialElsewhere(const DiagnosisEvidence &evidence)
{
    QList<HostFinding> same;
    if (!evidence.provesPlant())
        return same;
    QSet<QString> here;
    for (const DeviceIdentity &device : evidence.identity->devices)
        here.insert(device.serial);
    here.remove(QString());
    for (const HostFinding &other : evidence.others) {
        const bool meets = here.contains(other.serial)
            || std::any_of(other.devices.cbegin(), other.devices.cend(),
                           [&here](const DeviceIdentity &each) { return here.contains(each.serial); });
        if (meets)
            same += other;
    }
    return same;
}

bool isClockWrong(const DiagnosisEvidence &evidence)
{
    return evidence.clockBehind && std::abs(*evidence.clockBehind) > clockTolerance;
}

bool isLossy(const LinkFinding &link)
{
    return link.lost() + link.late() > 0;
}

QList<Cause> findCauses(const DiagnosisEvidence &evidence)
{
    QList<Cause> causes;
    QSet<CauseCode> found;
    for (const CauseRule &rule : causeRules()) {
        if (found.contains(rule.code) || !rule.applies(evidence))
            continue;
        found.insert(rule.code);
        Cause cause{rule.code,
                    rule.certainty,
                    rule.layer,
                    judgeLayer(rule.layer, evidence).state != StepState::Failed,
                    {}};
        for (const NextStep step : rule.steps) {
            if (step != NextStep::None)
                cause.steps += step;
        }
        causes += cause;
    }
    std::stable_sort(causes.begin(), causes.end(), [](const Cause &one, const Cause &other) {
        return std::tuple(one.isWarning, one.layer, one.certainty)
            < std::tuple(other.isWarning, other.layer, other.certainty);
    });
    return causes;
}

QLatin1StringView causeName(CauseCode code)
{
    static constexpr QLatin1StringView names[] = {
        "name-unknown"_L1,      "no-route"_L1,
        "no-device"_L1,         "host-silent"_L1,
        "web-socket-closed"_L1, "web-socket-filtered"_L1,
        "tls-only"_L1,          "not-a-web-socket"_L1,
        "other-dialect"_L1,     "sign-in-refused"_L1,
        "no-rights"_L1,         "session-taken"_L1,
        "server-off"_L1,        "port-closed-though-on"_L1,
        "port-filtered"_L1,     "found-elsewhere"_L1,
        "client-not-listed"_L1, "modbus-silent"_L1,
        "modbus-late"_L1,       "modbus-busy"_L1,
        "modbus-odd"_L1,        "modbus-closes"_L1,
        "modbus-garbage"_L1,    "modbus-exception"_L1,
        "modbus-proxy"_L1,      "not-sigenergy"_L1,
        "units-alike"_L1,       "unit-missing"_L1,
        "clock-wrong"_L1,       "link-lossy"_L1,
        "serial-twice"_L1,      "address-conflict"_L1,
    };
    return names[static_cast<std::size_t>(code)];
}

QLatin1StringView certaintyName(Certainty certainty)
{
    return certainty == Certainty::Seen ? "seen"_L1 : "likely"_L1;
}

ErrorCode causeError(CauseCode code)
{
    switch (code) {
    case CauseCode::NameUnknown:
        return ErrorCode::HostNotFound;
    case CauseCode::NoRoute:
    case CauseCode::NoDevice:
        return ErrorCode::Unreachable;
    case CauseCode::HostSilent:
    case CauseCode::WebSocketFiltered:
        return ErrorCode::ConnectTimeout;
    case CauseCode::WebSocketClosed:
        return ErrorCode::ConnectionRefused;
    case CauseCode::TlsOnly:
        return ErrorCode::TlsOnly;
    case CauseCode::NotAWebSocket:
        return ErrorCode::NotAGateway;
    case CauseCode::OtherDialect:
        return ErrorCode::UnexpectedReply;
    case CauseCode::SignInRefused:
        return ErrorCode::SignInRefused;
    case CauseCode::NoRights:
        return ErrorCode::NoRights;
    case CauseCode::SessionTaken:
        return ErrorCode::SessionTaken;
    case CauseCode::ServerOff:
    case CauseCode::PortClosedThoughOn:
    case CauseCode::FoundElsewhere:
    case CauseCode::ClientNotListed:
        return ErrorCode::PortClosed;
    case CauseCode::PortFiltered:
        return ErrorCode::PortFiltered;
    case CauseCode::ModbusSilent:
        return ErrorCode::ModbusSilent;
    case CauseCode::ModbusLate:
        return ErrorCode::ModbusLate;
    case CauseCode::ModbusBusy:
        return ErrorCode::ModbusBusy;
    case CauseCode::ModbusOdd:
        return ErrorCode::ModbusOdd;
    case CauseCode::ModbusCloses:
        return ErrorCode::ModbusCloses;
    case CauseCode::ModbusGarbage:
        return ErrorCode::ModbusGarbage;
    case CauseCode::ModbusException:
    case CauseCode::ModbusProxy:
        return ErrorCode::ModbusException;
    case CauseCode::NotSigenergy:
        return ErrorCode::NotSigenergy;
    case CauseCode::AddressConflict:
        return ErrorCode::WrongGateway;
    case CauseCode::UnitsAlike:
    case CauseCode::UnitMissing:
    case CauseCode::ClockWrong:
    case CauseCode::LinkLossy:
    case CauseCode::SerialTwice:
        break; // never more than a warning
    }
    return ErrorCode::None;
}

static QString technicalDetail(LayerId layer, const DiagnosisEvidence &seen)
{
    switch (layer) {
    case LayerId::Name:
        return seen.nameError.detail;
    case LayerId::Route:
        return seen.route ? seen.route->detail : QString();
    case LayerId::Neighbour:
    case LayerId::WebSocketPort:
        return seen.webSocket ? seen.webSocket->detail : QString();
    case LayerId::Handshake:
        return seen.handshake.value_or(Error()).detail;
    case LayerId::SignIn:
        return seen.signIn.value_or(Error()).detail;
    case LayerId::Setting:
        return seen.settingRead.value_or(Error()).detail;
    case LayerId::ModbusPort:
        return seen.modbus ? seen.modbus->detail : QString();
    case LayerId::Modbus:
    case LayerId::Units:
    case LayerId::Identity:
    case LayerId::Link:
        break;
    }
    return seen.identity ? seen.identity->detail : QString();
}

Error causeError(const Cause &cause, const DiagnosisEvidence &evidence)
{
    QString context = evidence.host;
    if (cause.layer >= LayerId::ModbusPort)
        context = evidence.endpoint(evidence.modbusPort);
    else if (cause.layer >= LayerId::WebSocketPort)
        context = evidence.endpoint(evidence.webSocketPort);
    return {causeError(cause.code), context, technicalDetail(cause.layer, evidence)};
}

} // namespace Sigen
