// A running simulator on a loopback address of its own, and the requests of its profile.
#pragma once

#include "rawclient.h"
#include "simulator/gatewaysimulator.h"

#include <QJsonObject>
#include <QSignalSpy>

#include <memory>

namespace Sigen::Test {

class SimulatorFixture
{
public:
    static constexpr quint16 modbusPort = 15020;

    explicit SimulatorFixture(const QStringList &faults = {}, bool enabled = false,
                              const QString &profile = QStringLiteral("documented"));

    SimulatorOptions options;
    std::unique_ptr<GatewaySimulator> simulator;

    /// With the options as they are now.
    bool start();

    std::unique_ptr<RawClient> webSocketClient(); ///< not yet upgraded
    std::unique_ptr<RawClient> signedInClient(); ///< null when the sign-in did not succeed
    std::unique_ptr<RawClient> modbusClient();

    QJsonObject signInRequest(const QString &password = QStringLiteral("secret")) const;
    QJsonObject readRequest() const;
    QJsonObject setRequest(bool enabled, int port) const;

    QString token; ///< of the last signedInClient()
    QString reason; ///< why start() failed
};

/// One Modbus request, MBAP header included.
QByteArray modbusRequest(quint16 transaction, int unit, int function, quint16 address, quint16 count);

} // namespace Sigen::Test
