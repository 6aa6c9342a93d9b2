// What the tests of the window's logic share: a simulated gateway on an address of its own, networks that are
// not this machine's, and a watch on how long the event loop is held.
#pragma once

#include "simulator/gatewaysimulator.h"
#include "ui/controllers/discoverycontroller.h"
#include "ui/controllers/gatewaycontroller.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace Sigen::Test {

/// Started, or null with a test failure. Its user is "admin", its password "correct horse".
std::unique_ptr<GatewaySimulator> startGateway(bool enabled, const QStringList &faults = {});
QString rightPassword();

/// The gateway as the registry would hand it on.
Gateway refTo(const GatewaySimulator &gateway);

/// "✓✓✓✗–": of the verification's rows.
QString marks(const PageState &page);

/// An interface whose network (a /24 of 127/8) holds \a address; the interface's own address is another one.
LocalInterface interfaceAround(const QHostAddress &address);

/// Finds only what is in \a interfaces, on the ports of \a gateway, without a neighbour table.
DiscoveryEnvironment discoveryAround(const GatewaySimulator &gateway,
                                     const QList<LocalInterface> &interfaces);

/// Short times, no keychain, no interface of this machine.
GatewayEnvironment quickEnvironment();

SignInForm formWith(const QString &password);

/// A simulated gateway and its page.
class PageFixture : public QObject
{
protected:
    void start(bool enabled, const QStringList &faults = {});
    void signIn();
    void waitUntilIdle();
    void end();
    QString marks() const { return Test::marks(m_controller->page()); }

    std::unique_ptr<GatewaySimulator> m_gateway;
    std::unique_ptr<GatewayController> m_controller;
};

/// Ticks every millisecond and remembers the longest time between two ticks.
class EventLoopWatch : public QObject
{
public:
    EventLoopWatch();
    qint64 longestMs() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

} // namespace Sigen::Test
