#include "cli/hosthint.h"

#include "cli/clitext.h"
#include "core/displaytext.h"
#include "network/hostlookup.h"
#include "network/ipv4network.h"
#include "network/scanplan.h"
#include "network/typedendpoint.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr quint16 webSocketPort = 8080;
static constexpr quint16 modbusPort = 502;

static QString option(QLatin1StringView name, const QString &value)
{
    return u" --"_s + name + u' ' + value;
}

QString hostProblem(const QString &typed, HostPort port)
{
    const QString shown = displayText(withoutUserInfo(typed), 80);
    if (parseIpv4Range(typed))
        return CliText::tr(
                   "“%1” is a network, not an address or a host name; discover --network %1 scans it.")
            .arg(displayText(typed.trimmed(), 40));
    const std::optional<TypedEndpoint> endpoint = typedEndpoint(typed);
    if (!endpoint)
        return CliText::tr("“%1” is not an address or a host name.").arg(shown);

    QString options = "--host "_L1 + endpoint->host;
    if (port == HostPort::WebSocket) {
        if (endpoint->port == modbusPort)
            return CliText::tr("“%1” is not an address or a host name; use %2. Port 502 is the Modbus port, "
                               "which verify tests (--modbus-port); this command signs in on the WebSocket "
                               "port (--ws-port, by default 8080).")
                .arg(shown, options);
        if (endpoint->port)
            options += option("ws-port"_L1, QString::number(*endpoint->port));
        if (!endpoint->path.isEmpty() && endpoint->scheme.startsWith("ws"_L1))
            options += option("ws-path"_L1, displayText(endpoint->path, 40));
        if (endpoint->isTls())
            options += " --tls"_L1;
    } else {
        if (endpoint->port == webSocketPort)
            return CliText::tr("“%1” is not an address or a host name; use %2. Port 8080 is the WebSocket "
                               "port, on which status and enable sign in (--ws-port); this command tests "
                               "Modbus (--modbus-port, by default 502).")
                .arg(shown, options);
        if (endpoint->port)
            options += option("modbus-port"_L1, QString::number(*endpoint->port));
    }
    return CliText::tr("“%1” is not an address or a host name; use %2.").arg(shown, options);
}

/// What --network takes of \a endpoint; "192.168.1.0/24" looks like a host with a path. Empty: nothing.
static QString networkIn(const TypedEndpoint &endpoint)
{
    const bool isPrefix = endpoint.path.size() > 1 && endpoint.path.at(1).isDigit();
    const QString network = isPrefix ? endpoint.host + endpoint.path : endpoint.host;
    const bool isName = !isPrefix && !network.contains(u':') && !isMeantAsIpv4Range(network);
    return isName || parseIpv4Range(network) ? network : QString();
}

QString networkProblem(const QString &typed)
{
    const QString shown = displayText(withoutUserInfo(typed), 60);
    const std::optional<TypedEndpoint> endpoint = typedEndpoint(typed);
    const QString network = endpoint ? networkIn(*endpoint) : QString();
    if (network.isEmpty())
        return ScanPlanError{ScanPlanError::Reason::NotANetwork, withoutUserInfo(typed)}.text();
    const QString options = "--network "_L1 + network;
    const quint16 port = endpoint->port.value_or(0);
    if (port == 0 || port == webSocketPort || port == modbusPort) // both are tried anyway
        return CliText::tr("“%1” is not a network or a host name; use %2.").arg(shown, options);
    const QString number = QString::number(port);
    if (!endpoint->scheme.isEmpty())
        return CliText::tr("“%1” is not a network or a host name; use %2.")
            .arg(shown, options + option("ws-port"_L1, number));
    return CliText::
        tr("“%1” is not a network or a host name; use %2, and --ws-port %3 or --modbus-port %3 for the port.")
            .arg(shown, options, number);
}

QString forbiddenSentence(const Error &error)
{
    const QString host = displayText(error.context);
    const QString detail = displayText(error.detail);
    if (error.detail.startsWith(nobodysAddressDetail))
        return CliText::tr("%1 can't be contacted (%2). Use the gateway's own address; your router's list of "
                           "devices shows it.")
            .arg(host, detail);
    return CliText::tr(
               "%1 can't be contacted (%2); --allow-public permits addresses outside private networks.")
        .arg(host, detail);
}

} // namespace Sigen
