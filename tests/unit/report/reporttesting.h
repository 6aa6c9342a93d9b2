// A report with everything in it, for tests of what is made of it.
#pragma once

#include "protocol/registertable.h"
#include "report/report.h"

#include <QTimeZone>

namespace Sigen::Test {

inline const QString reportedSerial = QStringLiteral("110A1234567890");
inline const QString reportedMac = QStringLiteral("0c:47:a9:91:22:33");
inline const QString reportedSecret = QStringLiteral("correct horse");

inline RegisterValue registerValue(const char *key, const QVariant &value)
{
    return {*RegisterTable::builtIn().find(QString::fromLatin1(key)), value};
}

/// A diagnosis with a lossy link, values, and frames that hold what must not get out.
inline Report fullReport()
{
    Report report;
    report.programVersion = QStringLiteral("1.2.3");
    report.system = QStringLiteral("Debian GNU/Linux 12");
    report.createdAt = QDateTime(QDate(2026, 11, 22), QTime(7, 0, 5), QTimeZone::utc());
    report.host = QStringLiteral("192.168.1.150");
    report.mac = reportedMac;

    DiagnosisEvidence seen;
    seen.host = report.host;
    seen.webSocketPort = 8080;
    seen.modbusPort = 502;
    seen.username = QStringLiteral("admin");
    seen.signInAsked = true;
    seen.ended = true;
    seen.address = QHostAddress(report.host);
    seen.addresses = {seen.address};
    seen.route =
        Route{Route::Way::OwnNetwork, QStringLiteral("eth0"), {}, QStringLiteral("192.168.1.7"), {}, {}};
    seen.neighbour = NeighbourFinding{true, {reportedMac, QStringLiteral("0c:47:a9:91:22:44")}, {}};
    seen.webSocket = PortFinding{PortState::Open, {}};
    seen.handshake = Error{};
    seen.path = QStringLiteral("/ws");
    seen.signIn = Error{};
    seen.settingRead = Error{};
    seen.setting = ReportedSetting{true, 502};
    seen.reportedSerial = reportedSerial;
    seen.modbus = PortFinding{PortState::Open, {}};
    seen.identity = ModbusIdentity{};
    seen.identity->verdict = ModbusVerdict::Answers;
    seen.identity->plantAnswered = true;
    seen.identity->devices = {
        {1, QStringLiteral("SigenStor <b>EC</b>"), reportedSerial, QStringLiteral("V100"), false, false}};
    seen.link = LinkFinding{
        {{LinkRead::End::Answered, 4}, {LinkRead::End::Lost, 0}, {LinkRead::End::Late, 1500}}, 0, 0};
    report.diagnosis = ReportedDiagnosis{report.createdAt, seen};
    report.values = ReportedValues{report.createdAt,
                                   {registerValue("gridPower", -1.25), registerValue("batterySoc", 83.6),
                                    registerValue("pvPower", 4.2), registerValue("runningState", 1)}};
    const auto frame = [&report](TraceEntry::Channel channel, const QString &text) {
        report.frames.append({report.createdAt, TraceEntry::Direction::Received, channel, text});
    };
    frame(TraceEntry::Channel::WebSocket,
          QStringLiteral("{\"sn\":\"%1\",\"x\":\"%2\"}").arg(reportedSerial, reportedSecret));
    frame(TraceEntry::Channel::Modbus,
          QStringLiteral("01 04 ") + QString::fromLatin1(reportedSerial.toLatin1().toHex(' ').toUpper()));
    return report;
}

} // namespace Sigen::Test
