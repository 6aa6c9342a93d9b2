#include "cli/hosthint.h"

#include "cli/clitext.h"
#include "core/displaytext.h"
#include "network/hostlookup.h"
#include "network/ipv4network.h"
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
        return CliText::tr("“%1” is not an address and not a name of a host, but a network; discover "
                           "--network %1 searches it.")
            .arg(displayText(typed.trimmed(), 40));
    const std::optional<TypedEndpoint> endpoint = typedEndpoint(typed);
    if (!endpoint)
        return CliText::tr("“%1” is not an address and not a name of a host.").arg(shown);

    QString options = "--host "_L1 + endpoint->host;
    if (port == HostPort::WebSocket) {
        if (endpoint->port == modbusPort)
            return CliText::tr("“%1” is not an address and not a name of a host; use %2. Port 502 is that of "
                               "Modbus, which verify tests (--modbus-port); this command signs in on the "
                               "WebSocket port (--ws-port, by default 8080).")
                .arg(shown, options);
        if (endpoint->port)
            options += option("ws-port"_L1, QString::number(*endpoint->port));
        if (!endpoint->path.isEmpty() && endpoint->scheme.startsWith("ws"_L1))
            options += option("ws-path"_L1, displayText(endpoint->path, 40));
        if (endpoint->isTls())
            options += " --tls"_L1;
    } else {
        if (endpoint->port == webSocketPort)
            return CliText::tr(
                       "“%1” is not an address and not a name of a host; use %2. Port 8080 is that of "
                       "the WebSocket, on which status and enable sign in (--ws-port); this command "
                       "tests Modbus (--modbus-port, by default 502).")
                .arg(shown, options);
        if (endpoint->port)
            options += option("modbus-port"_L1, QString::number(*endpoint->port));
    }
    return CliText::tr("“%1” is not an address and not a name of a host; use %2.").arg(shown, options);
}

QString forbiddenSentence(const Error &error)
{
    const QString host = displayText(error.context);
    const QString detail = displayText(error.detail);
    if (error.detail.startsWith(nobodysAddressDetail))
        return CliText::tr("%1 can't be contacted (%2). Use the gateway's own address: the router's list of "
                           "devices has it.")
            .arg(host, detail);
    return CliText::tr(
               "%1 can't be contacted (%2); --allow-public permits addresses outside private networks.")
        .arg(host, detail);
}

} // namespace Sigen
