// Where the tests' servers are.
#pragma once

#include "gateway/endpoint.h"

namespace Sigen::Test {

inline GatewayEndpoint loopbackEndpoint(quint16 port)
{
    return {QHostAddress(QHostAddress::LocalHost), port, {}, false, {}};
}

} // namespace Sigen::Test
