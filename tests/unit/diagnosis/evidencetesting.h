// Evidence as a diagnosis finds it, for tests that judge it.
#pragma once

#include "diagnosis/causes.h"

namespace Sigen::Test {

/// All is well at 192.168.1.150, which is in this computer's own network; signed in, with the link test.
inline DiagnosisEvidence healthyEvidence()
{
    DiagnosisEvidence seen;
    seen.host = QStringLiteral("192.168.1.150");
    seen.webSocketPort = 8080;
    seen.modbusPort = 502;
    seen.username = QStringLiteral("admin");
    seen.signInAsked = true;
    seen.linkAsked = true;
    seen.ended = true;
    seen.address = QHostAddress(seen.host);
    seen.addresses = {seen.address};
    seen.route = Route{Route::Way::OwnNetwork,
                       QStringLiteral("eth0"),
                       {0xC0A80107, 24},
                       QStringLiteral("192.168.1.7"),
                       {},
                       {}};
    seen.neighbour = NeighbourFinding{true, {QStringLiteral("0c:47:a9:91:22:33")}, {}};
    seen.webSocket = PortFinding{PortState::Open, {}};
    seen.handshake = Error{};
    seen.path = QStringLiteral("/ws");
    seen.signIn = Error{};
    seen.reportedSerial = QStringLiteral("110A1234567890");
    seen.settingRead = Error{};
    seen.setting = ReportedSetting{true, 502};
    seen.modbus = PortFinding{PortState::Open, {}};
    ModbusIdentity identity;
    identity.verdict = ModbusVerdict::Answers;
    identity.plantAnswered = true;
    DeviceIdentity inverter;
    inverter.unit = 1;
    inverter.model = QStringLiteral("SigenStor EC 10.0 TP");
    inverter.serial = seen.reportedSerial;
    inverter.firmware = QStringLiteral("V100R001C00SPC115");
    identity.devices = {inverter};
    seen.identity = identity;
    seen.clockBehind = 1;
    seen.link = LinkFinding{{{LinkRead::End::Answered, 4.0}, {LinkRead::End::Answered, 9.0}}, 0, 0};
    return seen;
}

/// Nothing was seen behind the WebSocket port: neither it nor what stands on it.
inline void dropWebSocket(DiagnosisEvidence &seen, PortState state)
{
    seen.webSocket = PortFinding{state, {}};
    seen.handshake.reset();
    seen.signIn.reset();
    seen.settingRead.reset();
    seen.setting.reset();
    seen.reportedSerial.clear();
}

inline void dropModbus(DiagnosisEvidence &seen, PortState state)
{
    seen.modbus = PortFinding{state, {}};
    seen.identity.reset();
    seen.link.reset();
    seen.clockBehind.reset();
}

/// The port accepts, and no plant was recognised.
inline void answerAs(DiagnosisEvidence &seen, ModbusVerdict verdict, quint8 exception = 0)
{
    seen.identity = ModbusIdentity{};
    seen.identity->verdict = verdict;
    seen.identity->exceptionCode = exception;
    seen.link.reset();
    seen.clockBehind.reset();
}

/// The sign-in ended with \a error, or the reading after it.
inline void failSignIn(DiagnosisEvidence &seen, ErrorCode code, bool atReading = false)
{
    seen.setting.reset();
    seen.settingRead.reset();
    if (atReading)
        seen.settingRead = Error{code, {}, {}};
    else
        seen.signIn = Error{code, {}, {}};
    if (!atReading && code != ErrorCode::WrongGateway)
        seen.reportedSerial.clear();
}

} // namespace Sigen::Test
