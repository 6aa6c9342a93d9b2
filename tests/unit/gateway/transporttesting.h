// What the transport's tests share: generous limits, and waiting for the connection's beginning and end.
#pragma once

#include "loopbackendpoint.h"

#include "gateway/websockettransport.h"

#include <QSignalSpy>
#include <QTest>

namespace Sigen::Test {

constexpr WebSocketLimits testLimits()
{
    using namespace std::chrono_literals;
    return {5s, 1024 * 1024, 20s, 10s};
}

inline void open(WebSocketTransport &transport)
{
    QSignalSpy opened(&transport, &WebSocketTransport::opened);
    transport.open();
    QTRY_COMPARE(opened.count(), 1);
}

/// Opens \a transport and waits until it has ended; no error when it does not.
inline Error endOf(WebSocketTransport &transport)
{
    QSignalSpy ended(&transport, &WebSocketTransport::ended);
    transport.open();
    const bool hasEnded = QTest::qWaitFor([&] { return ended.count() == 1; });
    return hasEnded ? ended.at(0).at(0).value<Error>() : Error();
}

} // namespace Sigen::Test
