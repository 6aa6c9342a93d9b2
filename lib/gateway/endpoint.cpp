#include "gateway/endpoint.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QString GatewayEndpoint::text() const
{
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (isIpv6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address.toString(), QString::number(port));
}

} // namespace Sigen
