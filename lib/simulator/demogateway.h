// The demo: a simulated gateway inside the program, on loopback only, with a password of its own for each
// run.
#pragma once

#include "core/secret.h"
#include "protocol/profile.h"

#include <QString>

#include <memory>

namespace Sigen {

class GatewaySimulator;

class DemoGateway
{
public:
    explicit DemoGateway(const ProtocolProfile &profile);
    ~DemoGateway();

    /// False when it can't have its ports; \a reason then says so (not null).
    bool start(QString *reason);

    static QString username();
    const Secret &password() const { return m_password; }
    // After start():
    QString host() const;
    quint16 webSocketPort() const;
    quint16 modbusPort() const;

private:
    Secret m_password;
    std::unique_ptr<GatewaySimulator> m_simulator;
};

} // namespace Sigen
