// The scan as an operation: streaming, progress, cancelling, sockets.

#include "scannet.h"

#include "discovery/sighting.h"
#include "registry/registry.h"
#include "support/loopback.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <sys/resource.h>
#include <unistd.h>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Gives the process back its limit of descriptors.
class DescriptorLimit
{
public:
    explicit DescriptorLimit(int more)
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        rlimit tight = m_before;
        tight.rlim_cur = rlim_t(openDescriptors() + more);
        setrlimit(RLIMIT_NOFILE, &tight);
    }
    ~DescriptorLimit() { setrlimit(RLIMIT_NOFILE, &m_before); }
    Q_DISABLE_COPY_MOVE(DescriptorLimit)

private:
    rlimit m_before{};
};

class NetworkScanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

    void streamsHostsWhileItRunsAndTheLastReportCounts()
    {
        ScanNet net;
        net.addGateway(true, u"A"_s);
        net.addGateway(false, u"B"_s);
        NetworkScan scan(net.plan(250), net.options());
        QHash<QHostAddress, DiscoveredHost> last;
        QStringList order;
        connect(&scan, &NetworkScan::hostFound, &scan, [&](const DiscoveredHost &host) {
            QVERIFY(!scan.isFinished());
            last.insert(host.address, host);
            order += host.address.toString();
        });
        QSignalSpy progress(&scan, &NetworkScan::progressChanged);
        runScan(scan);
        QVERIFY(!scan.error());
        QCOMPARE(last.size(), scan.hosts().size());
        const QList<DiscoveredHost> hosts = scan.hosts();
        for (const DiscoveredHost &host : hosts)
            QCOMPARE(last.value(host.address), host);
        QVERIFY(!progress.isEmpty());
        QCOMPARE(progress.last(), (QVariantList{252, 252, 2}));
        QCOMPARE(scan.done(), 252);
        for (qsizetype index = 1; index < progress.size(); ++index)
            QVERIFY(progress.at(index).first().toInt() >= progress.at(index - 1).first().toInt());
    }

    void aMacThatTurnsUpAfterTheSweepDoesNotKeepItFromEnding()
    {
        ScanNet net;
        const Listener silent(net.newAddress(), net.webSocketPort()); // keeps one probe busy
        const QHostAddress late = net.newAddress();
        bool isKnown = false;
        ScanOptions options = net.options();
        options.timeouts = Timeouts::all(1s);
        options.neighbours = [&] {
            return isKnown ? QList<Neighbour>{{late.toIPv4Address(), u"0c:47:a9:91:22:33"_s}}
                           : QList<Neighbour>();
        };
        NetworkScan scan(net.plan(), options);
        connect(&scan, &NetworkScan::progressChanged, &scan, [&](int done, int total) {
            if (done == total)
                isKnown = true;
        });
        runScan(scan);
        QVERIFY(isListed(scan, late));
        QVERIFY(hostAt(scan, late).settled);
        QCOMPARE(hostAt(scan, late).kind, HostKind::Likely);
    }

    void emitsNothingBeforeTheEventLoopTurns()
    {
        ScanNet net;
        net.addGateway(true);
        ScanOptions options = net.options();
        options.neighbours = [&net] {
            return QList<Neighbour>{{net.plan().ranges.first().addresses.first, u"0c:47:a9:91:22:33"_s}};
        };
        NetworkScan scan(net.plan(), options);
        QSignalSpy found(&scan, &NetworkScan::hostFound);
        QSignalSpy finished(&scan, &Operation::finished);
        scan.start();
        QVERIFY(found.isEmpty() && finished.isEmpty());
        QTRY_VERIFY(!finished.isEmpty());
    }

    void refusesAPlanThatIsNotConfirmed()
    {
        ScanNet net;
        ScanPlan plan = net.plan();
        plan.needsConfirmation = true;
        NetworkScan scan(plan, net.options());
        runScan(scan);
        QCOMPARE(scan.error().code, ErrorCode::Usage);
        QVERIFY(scan.hosts().isEmpty());
    }

    void knownGatewaysComeFirstEvenOutsideThePlan()
    {
        ScanNet net;
        const GatewaySimulator *inside = net.addGateway(true, u"A"_s);
        const GatewaySimulator *outside = net.addGateway(true, u"B"_s);
        ScanPlan plan = net.plan();
        plan.ranges.first().addresses.last = inside->address().toIPv4Address();
        plan.size = plan.ranges.first().addresses.size();
        ScanOptions options = net.options();
        options.knownAddresses = {outside->address(), QHostAddress(u"fe80::1"_s)};
        NetworkScan scan(plan, options);
        runScan(scan);
        QCOMPARE(scan.total(), 2);
        QCOMPARE(scan.hosts().first().address, outside->address());
        QVERIFY(isListed(scan, inside->address()));
        QVERIFY(!hostAt(scan, outside->address()).wired);
    }

    void savedGatewaysAreFoundAgainAtTheirNewAddresses()
    {
        ScanNet net;
        const GatewaySimulator *bySerial = net.addGateway(true, u"A"_s);
        const GatewaySimulator *byMac = net.addGateway(false, u"B"_s);
        const GatewaySimulator *stranger = net.addGateway(true, u"C"_s);
        const QHostAddress before = net.newAddress(); // where nobody is now
        const QString mac = u"0c:47:a9:91:22:33"_s;
        ScanOptions options = net.options();
        options.knownAddresses = {before, stranger->address()};
        options.neighbours = [&] { return QList<Neighbour>{{byMac->address().toIPv4Address(), mac}}; };
        NetworkScan scan(net.plan(), options);
        runScan(scan);
        Registry registry;
        const auto saved = [&](const QString &id, const QHostAddress &address, const QString &known,
                               const QString &serial) {
            Gateway entry;
            entry.id = id;
            entry.places = {placeAt(address.toString())};
            entry.places.first().mac = known;
            entry.serial = serial;
            entry.serialFrom = SerialSource::Saved;
            registry.absorb(entry);
        };
        saved(u"one"_s, before, {}, u"A"_s);
        saved(u"two"_s, stranger->address(), mac, u"B"_s);
        saved(u"sold"_s, net.newAddress(), u"0c:47:a9:91:44:55"_s, u"D"_s);
        for (const DiscoveredHost &host : scan.hosts())
            registry.absorb(sightingOf(host, QDateTime::currentDateTimeUtc()));
        registry.absorb(ScanEnd());
        QCOMPARE(registry.find(u"one"_s)->host(), bySerial->address().toString());
        QCOMPARE(registry.find(u"two"_s)->host(), byMac->address().toString());
        QVERIFY(!registry.find(u"sold"_s)->isSeen());
    }

    void neverUsesMoreSocketsThanItMay()
    {
        ScanNet net;
        net.addGateway(true, u"A"_s);
        std::vector<std::unique_ptr<FilteredPort>> filtered; // these keep their sockets busy
        for (int count = 0; count < 6; ++count)
            filtered.push_back(std::make_unique<FilteredPort>(net.newAddress(), net.webSocketPort()));
        ScanOptions options = net.options();
        options.socketLimit = 4;
        NetworkScan scan(net.plan(), options);
        const int before = openDescriptors();
        int most = 0;
        QTimer watch;
        connect(&watch, &QTimer::timeout, &scan, [&] { most = std::max(most, openDescriptors() - before); });
        watch.start(1ms);
        runScan(scan);
        QCOMPARE(scan.gateways(), 1);
        QCOMPARE(scan.done(), scan.total());
        QVERIFY2(most <= 4 + 3,
                 qPrintable(QString::number(most))); // the gateway's handshake and Modbus check, /proc
    }

    void getsAlongWithFewDescriptors()
    {
        ScanNet net;
        net.addGateway(false, u"A"_s);
        ScanOptions options = net.options();
        options.socketLimit = 100;
        NetworkScan scan(net.plan(60), options);
        // A simulator in the same process needs some as well.
        const DescriptorLimit tight(14);
        runScan(scan);
        QVERIFY(!scan.error());
        QCOMPARE(scan.done(), scan.total());
    }

    void failsWhenThereIsNotOneSocket()
    {
        ScanNet net;
        net.newAddress();
        NetworkScan scan(net.plan(), net.options());
        const DescriptorLimit tight(20);
        std::vector<int> fillers;
        for (int filler = ::dup(0); filler >= 0; filler = ::dup(0))
            fillers.push_back(filler);
        runScan(scan);
        for (const int filler : fillers)
            ::close(filler);
        QCOMPARE(scan.error().code, ErrorCode::Unreachable);
        QVERIFY(scan.coverage().askedNothing);
        QCOMPARE(scan.coverage().obstacle, ScanCoverage::Obstacle::NoSockets);
        QVERIFY(!scan.coverage().notAsked.isEmpty());
        QCOMPARE(scan.done(), scan.total());
    }

    void goesOnWhenDescriptorsComeBack()
    {
        ScanNet net;
        net.addGateway(true);
        NetworkScan scan(net.plan(), net.options());
        const DescriptorLimit tight(40);
        std::vector<int> fillers;
        for (int filler = ::dup(0); filler >= 0; filler = ::dup(0))
            fillers.push_back(filler);
        QTimer::singleShot(300ms, &scan, [&fillers] {
            for (const int filler : fillers)
                ::close(filler);
        });
        runScan(scan);
        QVERIFY(!scan.error());
        QVERIFY(scan.coverage().isComplete());
        QCOMPARE(scan.gateways(), 1);
    }

    void anInterfaceThatGoesInTheMiddleLeavesAddressesThatWereNotAsked()
    {
        ScanNet net;
        const GatewaySimulator *gateway = net.addGateway(true);
        std::vector<std::unique_ptr<FilteredPort>> silent; // keep the few sockets busy
        for (int count = 0; count < 4; ++count) {
            const QHostAddress address = net.newAddress();
            silent.push_back(std::make_unique<FilteredPort>(address, net.webSocketPort()));
            silent.push_back(std::make_unique<FilteredPort>(address, net.modbusPort()));
        }
        ScanPlan plan = net.plan();
        ScanOptions options = net.options();
        options.socketLimit = 4;
        const LocalInterface cable{plan.ranges.first().interfaceName,
                                   InterfaceKind::Ethernet,
                                   {gateway->address().toIPv4Address(), 8},
                                   0,
                                   false};
        const LocalInterface other{u"wlan0"_s, InterfaceKind::WiFi, {}, 0, false};
        bool isPlugged = true;
        options.interfaces = [&] {
            return isPlugged ? QList<LocalInterface>{cable, other} : QList<LocalInterface>{other};
        };
        NetworkScan scan(plan, options);
        QTimer::singleShot(500ms, &scan, [&isPlugged] { isPlugged = false; });
        runScan(scan);
        QVERIFY(!scan.error());
        QCOMPARE(scan.gateways(), 1);
        QCOMPARE(scan.done(), scan.total());
        QVERIFY(!scan.coverage().isComplete());
        QVERIFY(!scan.coverage().askedNothing);
        QCOMPARE(scan.coverage().obstacle, ScanCoverage::Obstacle::NoRoute);
        QVERIFY(!scan.wasNotAsked(gateway->address().toIPv4Address()));
        QVERIFY(scan.wasNotAsked(plan.ranges.first().addresses.last));
    }

    void withoutAnyInterfaceThatCanBeReadNothingIsCalledGone()
    {
        ScanNet net;
        net.addGateway(true);
        ScanOptions options = net.options();
        int looks = 0;
        const LocalInterface cable{
            u"eth0"_s, InterfaceKind::Ethernet, {net.plan().ranges.first().addresses.first, 8}, 0, false};
        options.interfaces = [&] { return ++looks == 1 ? QList{cable} : QList<LocalInterface>(); };
        NetworkScan scan(net.plan(), options);
        runScan(scan);
        QVERIFY(scan.coverage().isComplete());
    }

    void cancelEndsItAtOnceAndLeavesNoDescriptor_data()
    {
        QTest::addColumn<int>("afterMs");
        for (const int afterMs : {0, 1, 3, 10, 30, 100, 300, 700, 1200})
            QTest::addRow("%d ms", afterMs) << afterMs;
    }

    void cancelEndsItAtOnceAndLeavesNoDescriptor()
    {
        QFETCH(int, afterMs);
        ScanNet net;
        net.addGateway(true, u"A"_s, {u"modbus-silent"_s});
        const QHostAddress filteredAddress = net.newAddress();
        const FilteredPort filtered(filteredAddress, net.webSocketPort());
        Listener silent(net.newAddress(), net.webSocketPort());
        ScanOptions options = net.options();
        options.timeouts = Timeouts::all(5s);
        const int before = openDescriptors();
        {
            NetworkScan scan(net.plan(200), options);
            QSignalSpy finished(&scan, &Operation::finished);
            QElapsedTimer sinceCancel;
            QTimer::singleShot(afterMs, &scan, [&] {
                sinceCancel.start();
                scan.cancel();
            });
            scan.start();
            QVERIFY(!finished.isEmpty() || finished.wait(10000));
            QVERIFY2(sinceCancel.elapsed() < 100, qPrintable(QString::number(sinceCancel.elapsed())));
            QCOMPARE(scan.error().code, ErrorCode::Cancelled);
            QCOMPARE(finished.size(), 1);
        }
        // The listeners of this test notice the end of their connections only now.
        QTRY_VERIFY2(openDescriptors() <= before + 1,
                     qPrintable(QString::number(openDescriptors() - before)));
    }

    void cancelInsideOfItsOwnSignalIsSafe()
    {
        ScanNet net;
        for (int count = 0; count < 4; ++count)
            net.addGateway(true, QString::number(count));
        for (int after = 1; after < 12; ++after) {
            NetworkScan scan(net.plan(20), net.options());
            int reports = 0;
            connect(&scan, &NetworkScan::hostFound, &scan, [&] {
                if (++reports == after)
                    scan.cancel();
            });
            runScan(scan);
            QCOMPARE(scan.error().code, ErrorCode::Cancelled);
            QCOMPARE(reports, after);
        }
    }

    void destroyingItWhileItRunsIsSilent()
    {
        ScanNet net;
        net.addGateway(true);
        const int before = openDescriptors();
        for (const int afterMs : {0, 2, 20, 200}) {
            auto scan = std::make_unique<NetworkScan>(net.plan(100), net.options());
            QSignalSpy finished(scan.get(), &Operation::finished);
            scan->start();
            QTest::qWait(afterMs);
            const bool ended = !finished.isEmpty();
            scan.reset();
            QCOMPARE(finished.size(), ended ? 1 : 0);
        }
        QTRY_VERIFY(openDescriptors() <= before + 1);
    }

    void resolverNamesComeWithoutHoldingTheEndUp()
    {
        ScanNet net;
        const GatewaySimulator *gateway = net.addGateway(true);
        ScanOptions options = net.options();
        options.hostNames = true;
        NetworkScan scan(net.plan(), options);
        QElapsedTimer clock;
        clock.start();
        runScan(scan);
        QVERIFY(!scan.error());
        QVERIFY(isListed(scan, gateway->address()));
        QVERIFY(clock.elapsed() < 2000);
    }
};

QTEST_GUILESS_MAIN(NetworkScanTest)
#include "tst_networkscan.moc"
