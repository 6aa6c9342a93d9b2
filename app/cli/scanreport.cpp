#include "cli/scanreport.h"

#include "cli/clitext.h"
#include "core/displaytext.h"
#include "discovery/sighting.h"
#include "registry/registry.h"
#include "words/advice.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<qsizetype, 5> columnWidths{15, 13, 10, 10, 9};
constexpr qsizetype longestText = 60;

QString row(const std::array<QString, 5> &columns, const QString &rest)
{
    QString line;
    for (std::size_t index = 0; index < columns.size(); ++index) {
        const bool isTime = index + 1 == columns.size();
        line += isTime ? columns[index].rightJustified(columnWidths[index])
                       : QString(columns[index].leftJustified(columnWidths[index]) + u' ');
    }
    line += "  "_L1 + rest;
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

QString kindText(const DiscoveredHost &host)
{
    switch (host.kind) {
    case HostKind::Gateway:
        return host.isConfirmed() ? CliText::tr("gateway") : CliText::tr("gateway?");
    case HostKind::ModbusOnly:
        return CliText::tr("Modbus only");
    case HostKind::Likely:
        return CliText::tr("likely");
    case HostKind::Other:
        break;
    }
    return CliText::tr("other");
}

QString stateText(ServiceState state)
{
    switch (state) {
    case ServiceState::NotTested:
        return CliText::tr("not tested");
    case ServiceState::Closed:
        return CliText::tr("closed");
    case ServiceState::Filtered:
        return CliText::tr("filtered");
    case ServiceState::Open:
        return CliText::tr("open");
    case ServiceState::Handshake:
        return CliText::tr("handshake");
    case ServiceState::Answers:
        return CliText::tr("answers");
    case ServiceState::Silent:
        return CliText::tr("silent");
    case ServiceState::Late:
        return CliText::tr("late");
    case ServiceState::Busy:
        return CliText::tr("busy");
    case ServiceState::Odd:
    case ServiceState::OddPlant:
        return CliText::tr("odd");
    case ServiceState::Garbage:
        return CliText::tr("no Modbus");
    case ServiceState::Closes:
        return CliText::tr("closes");
    case ServiceState::Exception:
        return CliText::tr("exception");
    case ServiceState::NotSigenergy:
        return CliText::tr("other");
    }
    return {};
}

/// "Use 192.168.1.150 for the plant 110A…; it also answers on 192.168.1.151."
QStringList plantSentences(const QList<DiscoveredHost> &hosts)
{
    Registry registry;
    for (const DiscoveredHost &host : hosts)
        registry.absorb(sightingOf(host, {}));
    QStringList sentences;
    for (const Gateway &gateway : registry.gateways()) {
        QStringList others;
        for (const Place &place : gateway.places.sliced(1))
            others += place.address;
        if (!others.isEmpty())
            sentences +=
                CliText::tr("The plant %1 has several addresses: use %2; it also answers on %3.")
                    .arg(displayText(gateway.serial, longestText), gateway.host(), others.join(", "_L1));
    }
    return sentences;
}

QStringList advice(const ScanReport &report)
{
    const auto has = [&report](auto condition) {
        return std::any_of(report.hosts.cbegin(), report.hosts.cend(), condition);
    };
    if (report.gateways > 0) {
        const bool doubtful = has(
            [](const DiscoveredHost &host) { return host.kind == HostKind::Gateway && !host.isConfirmed(); });
        return doubtful ? QStringList{CliText::tr("“gateway?” means that the WebSocket answers like a "
                                                  "gateway's, but nothing else shows that it is one.")}
                        : QStringList();
    }
    QStringList sentences;
    if (!report.allModbus
        && has([](const DiscoveredHost &host) { return host.modbus == ServiceState::Open; }))
        sentences += CliText::tr("Some hosts have an open Modbus port; --all-modbus identifies them.");
    sentences += CliText::tr("If the gateway is in another network, name it with --network, for example "
                             "--network 192.168.2.0/24; your router's list of devices shows its address.");
    return sentences;
}

} // namespace

QString hostTableHead()
{
    return row({CliText::tr("Address"), CliText::tr("What"), CliText::tr("WebSocket"), CliText::tr("Modbus"),
                CliText::tr("Time")},
               CliText::tr("Model, serial number, firmware, MAC address, name"));
}

QString hostTableRow(const DiscoveredHost &host)
{
    const QString time = host.rttMs ? u"%1 ms"_s.arg(*host.rttMs, 0, 'f', 1) : QString();
    QStringList details;
    for (const QString &each : {host.model, host.serial, host.firmware, host.mac, host.hostname}) {
        if (!each.isEmpty())
            details += displayText(each, longestText);
    }
    return row(
        {host.address.toString(), kindText(host), stateText(host.webSocket), stateText(host.modbus), time},
        details.join(", "_L1));
}

JsonLine hostEvent(const DiscoveredHost &host)
{
    return JsonLine("host"_L1)
        .add("address"_L1, host.address.toString())
        .add("kind"_L1, QString(hostKindName(host.kind)))
        .add("wsPort"_L1, host.webSocketPort ? QJsonValue(int(host.webSocketPort)) : QJsonValue())
        .add("ws"_L1, QString(serviceStateName(host.webSocket)))
        .add("modbusPort"_L1, int(host.modbusPort))
        .add("modbus"_L1, QString(serviceStateName(host.modbus)))
        .add("mac"_L1, jsonText(host.mac))
        .add("hostname"_L1, jsonText(displayText(host.hostname)))
        .add("model"_L1, jsonText(displayText(host.model)))
        .add("serial"_L1, jsonText(displayText(host.serial)))
        .add("firmware"_L1, jsonText(displayText(host.firmware)))
        .add("rttMs"_L1, host.rttMs ? QJsonValue(std::round(*host.rttMs * 100) / 100) : QJsonValue())
        .add("recommended"_L1, host.recommended);
}

QStringList scanSummary(const ScanReport &report)
{
    QStringList sentences;
    const QString seconds = QString::number(double(report.elapsed.count()) / 1000.0, 'f', 1);
    if (report.cancelled)
        sentences += CliText::tr("Stopped after scanning %n address(es).", nullptr, report.done);
    else if (report.error)
        sentences += report.problem.isEmpty() ? errorMessage(report.error) : report.problem;
    if (report.gateways > 0)
        sentences += CliText::tr("%n gateway(s) found in %1 s.", nullptr, report.gateways).arg(seconds);
    else if (!report.cancelled && !report.error)
        sentences += CliText::tr("No gateway found in %1 s.").arg(seconds);
    else if (report.isScanned())
        sentences += CliText::tr("No gateway found in the rest of the network, in %1 s.").arg(seconds);
    sentences += plantSentences(report.hosts);
    if (!report.cancelled && !report.error)
        sentences += advice(report);
    return sentences;
}

} // namespace Sigen
