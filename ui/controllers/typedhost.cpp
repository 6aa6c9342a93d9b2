#include "ui/controllers/typedhost.h"

#include "core/displaytext.h"
#include "network/addresspolicy.h"
#include "network/ipv4network.h"
#include "network/typedendpoint.h"
#include "protocol/profile.h"

#include <QCoreApplication>

namespace Sigen {

namespace {

class TypedHostText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::TypedHostText)
};

} // namespace

static QString hostProblem(const QString &typed)
{
    const QString shown = displayText(withoutUserInfo(typed.trimmed()), 60);
    const std::optional<TypedEndpoint> endpoint = typedEndpoint(typed);
    if (!endpoint)
        return TypedHostText::tr("“%1” is not a host name or an address.").arg(shown);
    const quint16 usual = builtInProfile(builtInProfileNames().constFirst()).defaultModbusPort;
    if (!endpoint->port || endpoint->port == usual)
        return TypedHostText::tr("“%1” is not a host name or an address: type %2 alone.")
            .arg(shown, endpoint->host);
    return TypedHostText::tr("“%1” is not a host name or an address: type %2 alone. The WebSocket port "
                             "is set where you sign in, under Advanced.")
        .arg(shown, endpoint->host);
}

TypedHost typedHost(const QString &typed)
{
    const std::optional<QString> host = normalizedHost(typed);
    const bool isRange = host && QHostAddress(*host).isNull() && isMeantAsIpv4Range(*host);
    if (!host || isRange)
        return {{}, hostProblem(typed)};
    const QHostAddress address(*host);
    if (!address.isNull() && !isHostAddress(address))
        return {
            {},
            TypedHostText::tr(
                "No device has the address %1. Use the gateway's own: the router's list of devices has it.")
                .arg(*host)};
    if (!address.isNull() && !isPrivateAddress(address))
        return {{},
                TypedHostText::tr("%1 is not on a private network; only those are contacted.").arg(*host)};
    return {*host, {}};
}

} // namespace Sigen
