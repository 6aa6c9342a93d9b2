#include "workflow/gatewaytarget.h"

namespace Sigen {

QList<ProfileEndpoint> endpointsOf(const GatewayTarget &target)
{
    QList<ProfileEndpoint> wished;
    for (const ProfileEndpoint &endpoint : target.profile.endpoints) {
        if ((endpoint.tls || !target.tls)
            && (target.webSocketPort == 0 || endpoint.port == target.webSocketPort))
            wished.append(endpoint);
    }
    if (!wished.isEmpty() || target.profile.endpoints.isEmpty())
        return wished;
    // The user knows of one that the profile does not.
    ProfileEndpoint other = target.profile.endpoints.constFirst();
    other.tls = target.tls || (other.tls && target.webSocketPort == 0);
    other.port = target.webSocketPort ? target.webSocketPort : other.port;
    return {other};
}

} // namespace Sigen
