// Watching for a Modbus server to appear: when it begins, what it goes on through, and what its end shows.

#include "support/loopback.h"
#include "uitesting.h"

#include "registry/registry.h"
#include "ui/controllers/gatewaybook.h"
#include "ui/controllers/watchcontroller.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct World
{
    World(const GatewaySimulator &gateway, bool mayScan, std::chrono::milliseconds patience = 1h)
        : discovery(registry, withoutSignIn(gateway))
        , book(registry, discovery, quickEnvironment())
        , watch(registry, discovery, book, environmentFor(gateway, mayScan, patience))
    { }

    /// A gateway can't be found by its sign-in there.
    static DiscoveryEnvironment withoutSignIn(const GatewaySimulator &gateway)
    {
        constexpr quint16 closedPort = 1;
        DiscoveryEnvironment environment = discoveryAround(gateway, {interfaceAround(gateway.address())});
        environment.webSocketPort = closedPort;
        return environment;
    }

    static WatchEnvironment environmentFor(const GatewaySimulator &gateway, bool mayScan,
                                           std::chrono::milliseconds patience)
    {
        WatchEnvironment environment;
        environment.interfaces = [around = interfaceAround(gateway.address())] { return QList{around}; };
        environment.neighbours = [] { return QList<Neighbour>(); };
        environment.mayScanByItself = [mayScan] { return mayScan; };
        environment.modbusPort = gateway.modbusPort();
        environment.timeouts = Timeouts::all(500ms);
        environment.pacing = {20ms, 200ms, 1ms, 500ms};
        environment.patience = patience;
        return environment;
    }

    /// A scan has found it by its network card, with both ports closed.
    QString findClosed(const GatewaySimulator &gateway, const QHostAddress &address, char last = '1')
    {
        Sighting seen;
        seen.at = QDateTime::currentDateTimeUtc();
        seen.place.address = address.toString();
        seen.place.mac = u"0c:47:a9:90:12:4"_s + QChar::fromLatin1(last);
        seen.place.vendorMac = seen.place.seen = seen.place.settled = true;
        seen.place.webSocket = {gateway.webSocketPort(), ServiceState::Closed, seen.at};
        seen.place.modbus = {gateway.modbusPort(), ServiceState::Closed, seen.at};
        registry.absorb(seen);
        return registry.idAt(seen.place.address);
    }

    PageState page() const { return book.current()->controller.page(); }

    Registry registry;
    DiscoveryController discovery;
    GatewayBook book;
    WatchController watch;
};

} // namespace

class WatchControllerTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GatewaySimulator> m_gateway;

private Q_SLOTS:
    void cleanup() { m_gateway.reset(); }

    void aGatewayWithoutSignInIsWatchedAndProvedWithoutAPress()
    {
        m_gateway = startGateway(false);
        World world(*m_gateway, false);
        const QString id = world.findClosed(*m_gateway, m_gateway->address());
        QVERIFY(!world.watch.isRunning());
        world.discovery.select(id);
        QCOMPARE(world.page().situation, Situation::AppOnly);
        QVERIFY(world.watch.isRunning());
        QCOMPARE(world.watch.watched().gateway, id);
        QVERIFY2(world.watch.watched().network.isEmpty(), "the rest of the network is asked unasked");
        QVERIFY(!world.watch.watched().offered.isEmpty());

        QSignalSpy found(&world.watch, &WatchController::found);
        m_gateway->setEnabled(true);
        QTRY_COMPARE_WITH_TIMEOUT(found.size(), 1, 20000);
        QVERIFY(!world.watch.isRunning());
        QCOMPARE(world.page().situation, Situation::AlreadyOn);
        QVERIFY2(marks(world.page()).endsWith(u"✓✓"_s), qPrintable(marks(world.page())));
        QVERIFY(!world.page().verification.failure);
        QCOMPARE(m_gateway->counters().signIns, 0);
        QCOMPARE(m_gateway->counters().writes, 0);
    }

    void whatTheUserStopsStaysStoppedUntilAskedFor()
    {
        m_gateway = startGateway(false);
        World world(*m_gateway, false);
        world.discovery.select(world.findClosed(*m_gateway, m_gateway->address()));
        world.watch.stop();
        QTRY_VERIFY(!world.watch.isRunning());
        QCOMPARE(world.watch.watched().state, Watched::State::Stopped);
        world.findClosed(*m_gateway, m_gateway->address()); // seen again
        world.discovery.select({});
        world.discovery.select(world.registry.gateways().constFirst().id);
        QVERIFY(!world.watch.isRunning());
        world.watch.watch();
        QVERIFY(world.watch.isRunning());
        QVERIFY2(!world.watch.watched().network.isEmpty(), "asked for, it takes the network, too");
    }

    void itGoesOnBesideOtherPagesAndOneAtATime()
    {
        m_gateway = startGateway(false);
        World world(*m_gateway, false);
        const QString id = world.findClosed(*m_gateway, m_gateway->address());
        const QString other = world.findClosed(*m_gateway, uniqueLoopbackAddress(), '2');
        world.discovery.select(id);
        world.discovery.select(other);
        QCOMPARE(world.page().situation, Situation::AppOnly);
        QCOMPARE(world.watch.watched().gateway, id);
        const WatchCard card = watchCard(world.watch.watched(), other, m_gateway->modbusPort(), QLocale::c());
        QCOMPARE(card.button, u"&Watch here instead"_s);

        m_gateway->setEnabled(true);
        QTRY_VERIFY_WITH_TIMEOUT(!world.watch.isRunning() || world.watch.watched().gateway == other, 20000);
        QTRY_COMPARE(world.book.current()->controller.gateway().id, id); // its server has appeared
        QCOMPARE(world.page().situation, Situation::AlreadyOn);
    }

    void aServerAtAnotherAddressIsChosenAndSaysWhereItWasExpected()
    {
        m_gateway = startGateway(false);
        World world(*m_gateway, true);
        const QHostAddress silent(m_gateway->address().toIPv4Address() ^ 2U);
        world.discovery.select(world.findClosed(*m_gateway, silent));
        QVERIFY(world.watch.isRunning());
        QVERIFY(!world.watch.watched().network.isEmpty());
        m_gateway->setEnabled(true);
        QTRY_COMPARE_WITH_TIMEOUT(world.book.current()->controller.gateway().host(),
                                  m_gateway->address().toString(), 30000);
        QCOMPARE(world.page().situation, Situation::AlreadyOn);
        const QStringList warnings = world.page().verification.warnings;
        QVERIFY2(warnings.join(u' ').contains(silent.toString()), qPrintable(warnings.join(u'|')));
    }

    void aServerThatWasThereBeforeIsNotWhatIsWaitedFor()
    {
        m_gateway = startGateway(true);
        World world(*m_gateway, true);
        Sighting seen;
        seen.at = QDateTime::currentDateTimeUtc();
        seen.place.address = m_gateway->address().toString();
        seen.place.seen = seen.place.settled = true;
        seen.place.modbus = {m_gateway->modbusPort(), ServiceState::Answers, seen.at};
        world.registry.absorb(seen);
        const QHostAddress silent(m_gateway->address().toIPv4Address() ^ 2U);
        world.discovery.select(world.findClosed(*m_gateway, silent));
        QVERIFY(world.watch.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(world.watch.watched().rounds >= 1, 20000);
        QVERIFY(world.watch.isRunning());
        QCOMPARE(world.book.current()->controller.gateway().host(), silent.toString());
    }

    void aNetworkWithoutAGatewayIsWatchedAfterTheScan()
    {
        m_gateway = startGateway(false);
        World world(*m_gateway, true);
        QVERIFY(!world.watch.isRunning());
        world.discovery.scan();
        QTRY_VERIFY_WITH_TIMEOUT(!world.discovery.isScanning(), 30000);
        QVERIFY(!world.discovery.foundGateway());
        QVERIFY(world.watch.isRunning());
        QVERIFY(world.watch.watched().gateway.isEmpty());
        QSignalSpy found(&world.watch, &WatchController::found);
        m_gateway->setEnabled(true);
        QTRY_COMPARE_WITH_TIMEOUT(found.size(), 1, 30000);
        QVERIFY(world.book.current());
        QCOMPARE(world.page().situation, Situation::AlreadyOn);
    }

    void aNewScanTakesThePlaceOfTheWatching()
    {
        m_gateway = startGateway(false);
        World world(*m_gateway, true);
        world.discovery.scan();
        QTRY_VERIFY_WITH_TIMEOUT(world.watch.isRunning(), 30000);
        world.discovery.scan();
        QVERIFY(!world.watch.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(world.watch.isRunning(), 30000);
    }

    void nobodyIsWatchedWhereAScanMayNotBeginByItself()
    {
        m_gateway = startGateway(false);
        World world(*m_gateway, false);
        world.discovery.scan();
        QTRY_VERIFY_WITH_TIMEOUT(!world.discovery.isScanning(), 30000);
        QVERIFY(!world.watch.isRunning());
        world.watch.watch();
        QVERIFY(world.watch.isRunning());
    }

    void itEndsByItselfAndSaysSo()
    {
        m_gateway = startGateway(false);
        World world(*m_gateway, false, 150ms);
        const QString id = world.findClosed(*m_gateway, m_gateway->address());
        world.discovery.select(id);
        QTRY_COMPARE_WITH_TIMEOUT(world.watch.watched().state, Watched::State::Expired, 20000);
        const WatchCard card = watchCard(world.watch.watched(), id, 502, QLocale::c());
        QVERIFY(card.text.contains(u"No server appeared"_s));
        QCOMPARE(card.button, u"&Watch"_s);
    }

    void durationsReadAsPeopleSayThem()
    {
        QCOMPARE(elapsedText(4s, QLocale::c()), u"4 s"_s);
        QCOMPARE(elapsedText(72s, QLocale::c()), u"1 min 12 s"_s);
        QCOMPARE(elapsedText(1h + 5min, QLocale::c()), u"1 h 5 min"_s);
    }
};

QTEST_GUILESS_MAIN(WatchControllerTest)
#include "tst_watchcontroller.moc"
