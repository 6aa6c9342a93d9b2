#include "uitesting.h"

#include "support/loopback.h"
#include "ui/models/stepsentences.h"

#include <QTest>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

QString rightPassword()
{
    return u"correct horse"_s;
}

std::unique_ptr<GatewaySimulator> startGateway(bool enabled, const QStringList &faults)
{
    SimulatorOptions options;
    options.address = uniqueLoopbackAddress();
    options.profile = builtInProfile(u"documented"_s);
    options.initiallyEnabled = enabled;
    options.username = u"admin"_s;
    options.password = Secret(rightPassword());
    options.faults = faults;
    auto gateway = std::make_unique<GatewaySimulator>(options);
    QString reason;
    if (gateway->start(&reason))
        return gateway;
    QTest::qFail(qPrintable(reason), __FILE__, __LINE__);
    return nullptr;
}

Gateway refTo(const GatewaySimulator &gateway)
{
    Gateway known;
    known.id = gateway.address().toString();
    Place place;
    place.address = known.id;
    place.seen = true;
    place.webSocket = {gateway.webSocketPort(), ServiceState::Handshake, {}};
    place.modbus.port = gateway.modbusPort();
    known.places = {place};
    return known;
}

QString marks(const PageState &page)
{
    QString all;
    for (const StepRow &row : page.verification.steps)
        all += stepMark(row.state);
    return all;
}

LocalInterface interfaceAround(const QHostAddress &address)
{
    constexpr int prefix = 24;
    const quint32 there = address.toIPv4Address();
    const Ipv4Range hosts = Ipv4Network{there, prefix}.hosts();
    const quint32 own = hosts.first == there ? hosts.last : hosts.first;
    return {u"test0"_s, InterfaceKind::Ethernet, {own, prefix}, 1000};
}

DiscoveryEnvironment discoveryAround(const GatewaySimulator &gateway, const QList<LocalInterface> &interfaces)
{
    DiscoveryEnvironment environment;
    environment.interfaces = [interfaces] { return interfaces; };
    environment.neighbours = [] { return QList<Neighbour>(); };
    environment.profile = builtInProfile(u"documented"_s);
    environment.webSocketPort = gateway.webSocketPort();
    environment.modbusPort = gateway.modbusPort();
    return environment;
}

GatewayEnvironment quickEnvironment()
{
    GatewayEnvironment environment;
    environment.interfaces = [] { return QList<LocalInterface>(); };
    environment.timeouts = Timeouts::all(2s);
    environment.verifyWait = 1500ms;
    environment.programVersion = u"0.0.0"_s;
    return environment;
}

SignInForm formWith(const QString &password)
{
    SignInForm form;
    form.username = u"admin"_s;
    form.password = Secret(password);
    return form;
}

void PageFixture::start(bool enabled, const QStringList &faults)
{
    m_gateway = startGateway(enabled, faults);
    QVERIFY(m_gateway);
    m_controller = std::make_unique<GatewayController>(refTo(*m_gateway), quickEnvironment());
}

void PageFixture::signIn()
{
    m_controller->signIn(formWith(rightPassword()));
    waitUntilIdle();
    QVERIFY(m_controller->isSignedIn());
}

void PageFixture::waitUntilIdle()
{
    QTRY_VERIFY_WITH_TIMEOUT(!m_controller->isBusy(), 40000);
}

void PageFixture::end()
{
    m_controller.reset();
    m_gateway.reset();
}

EventLoopWatch::EventLoopWatch()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_clock.isValid())
            m_longest = std::max(m_longest, m_clock.elapsed());
        m_clock.start();
    });
    m_timer.start(1ms);
}

} // namespace Sigen::Test
