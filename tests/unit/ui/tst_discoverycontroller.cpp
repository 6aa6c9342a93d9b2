// Finding gateways, without this machine's networks: interfaces are put in, the gateway is a simulated one on
// loopback.

#include "uitesting.h"

#include "support/loopback.h"

#include <QAbstractItemModelTester>
#include <QHostInfo>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

LocalInterface interfaceWith(const QString &name, const QString &address, int prefix)
{
    return {name, InterfaceKind::Ethernet, {QHostAddress(address).toIPv4Address(), prefix}, 1000};
}

/// A scan that is never started on its own account: it counts how often one was asked for.
DiscoveryEnvironment environmentThatCounts(const QList<LocalInterface> &interfaces, int *scans,
                                           ScanPlan *last = nullptr)
{
    DiscoveryEnvironment environment;
    environment.profile = builtInProfile(u"documented"_s);
    environment.interfaces = [interfaces] { return interfaces; };
    environment.neighbours = [] { return QList<Neighbour>(); };
    environment.makeScan = [scans, last](const ScanPlan &plan, const ScanOptions &options) {
        ++*scans;
        if (last)
            *last = plan;
        // Nobody of these addresses is asked: one of loopback stands for them.
        ScanPlanOptions one;
        one.networks = {u"127.0.0.1"_s};
        ScanOptions quiet = options;
        quiet.webSocketPort = 1;
        quiet.modbusPort = 1;
        quiet.knownAddresses.clear();
        return std::make_unique<NetworkScan>(std::get<ScanPlan>(planScan({}, one)), quiet);
    };
    return environment;
}

} // namespace

class DiscoveryControllerTest : public QObject
{
    Q_OBJECT

    Registry m_registry;
    std::unique_ptr<GatewaySimulator> m_gateway;

    Gateway saved(const QString &host, const QString &serial, bool wasOn = false)
    {
        Gateway entry;
        entry.places = {placeAt(host)};
        entry.serial = serial;
        entry.serialFrom = serial.isEmpty() ? SerialSource::None : SerialSource::Saved;
        if (wasOn)
            entry.before = SettingEvidence{true, {}, {}, QDateTime::currentDateTimeUtc()};
        return entry;
    }

    static QStringList chipTexts(DiscoveryController &discovery, int row = 0)
    {
        QStringList texts;
        const QList<Chip> chips = discovery.hosts()->at(row).chips();
        for (const Chip &chip : chips)
            texts += chip.text;
        return texts;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_gateway.reset();
        while (!m_registry.gateways().isEmpty())
            m_registry.remove(m_registry.gateways().constFirst().id);
    }

    void aScanFindsTheGatewayAndSaysHowFarItIs()
    {
        m_gateway = startGateway(true);
        DiscoveryController discovery(m_registry,
                                      discoveryAround(*m_gateway, {interfaceAround(m_gateway->address())}));
        const QAbstractItemModelTester tester(discovery.hosts(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy progress(&discovery, &DiscoveryController::progressChanged);
        QVERIFY(discovery.statusText().isEmpty());
        discovery.scan();
        QVERIFY(discovery.isScanning());
        QVERIFY(discovery.statusText().startsWith(u"Scanning 127."_s));
        QTRY_VERIFY_WITH_TIMEOUT(!discovery.isScanning(), 30000);
        QCOMPARE(discovery.gateways(), 1);
        QVERIFY(progress.size() >= 2);
        QVERIFY2(discovery.statusText().contains(u"253 addresses in "_s)
                     && discovery.statusText().endsWith(u"1 gateway"_s),
                 qPrintable(discovery.statusText()));
        QCOMPARE(discovery.hosts()->rowCount(), 1);
        const HostRow &row = discovery.hosts()->at(0);
        QCOMPARE(row.section(), HostSection::Gateways);
        QVERIFY(row.gateway.isConfirmed());
        QCOMPARE(row.gateway.modbus(), ServiceState::Answers);
        QCOMPARE(row.title(), u"SigenStor EC 10.0 TP"_s);
        QCOMPARE(m_gateway->counters().signIns, 0);
        QCOMPARE(row.gateway.host(), m_gateway->address().toString());
        QCOMPARE(row.gateway.webSocketPort(), m_gateway->webSocketPort());
        QVERIFY(!row.gateway.saved);
    }

    void aScanCanBeStopped()
    {
        m_gateway = startGateway(true);
        DiscoveryController discovery(m_registry,
                                      discoveryAround(*m_gateway, {interfaceAround(m_gateway->address())}));
        discovery.scan();
        discovery.stop();
        QTRY_VERIFY(!discovery.isScanning());
        QVERIFY2(discovery.statusText().contains(u"stopped"_s), qPrintable(discovery.statusText()));
    }

    void theSelectionStaysWithItsGatewayWhileRowsMove()
    {
        m_gateway = startGateway(false);
        DiscoveryController discovery(m_registry,
                                      discoveryAround(*m_gateway, {interfaceAround(m_gateway->address())}));
        QVERIFY(discovery.addByAddress(m_gateway->address().toString()).isEmpty());
        const QString key = discovery.currentId();
        QVERIFY(!key.isEmpty());
        QCOMPARE(discovery.hosts()->at(0).section(), HostSection::Added);
        QTRY_VERIFY(!discovery.hosts()->at(0).probing);
        QCOMPARE(discovery.hosts()->at(0).section(), HostSection::Gateways);
        QCOMPARE(discovery.hosts()->at(0).gateway.modbus(), ServiceState::Closed);
        discovery.scan();
        QTRY_VERIFY_WITH_TIMEOUT(!discovery.isScanning(), 30000);
        QCOMPARE(discovery.hosts()->rowCount(), 1);
        QCOMPARE(discovery.currentId(), key);
    }

    void anAddressThatOnlyRefusesKeepsItsRowAndSaysSo()
    {
        m_gateway = startGateway(false);
        DiscoveryController discovery(m_registry, discoveryAround(*m_gateway, {}));
        const QString refusing = uniqueLoopbackAddress().toString();
        if (refusing == m_gateway->address().toString())
            QSKIP("this computer has one loopback address only");
        QVERIFY(discovery.addByAddress(refusing).isEmpty());
        QTRY_VERIFY(!discovery.hosts()->at(0).probing);
        const HostRow row = discovery.hosts()->at(0);
        QCOMPARE(row.title(), refusing);
        QCOMPARE(row.subtitle(), u"Refuses connections"_s);
        QCOMPARE(chipTexts(discovery),
                 QStringList({u"%1 closed"_s.arg(m_gateway->webSocketPort()),
                              u"%1 closed"_s.arg(m_gateway->modbusPort())}));
        discovery.removeRow(0);
        QCOMPARE(discovery.hosts()->rowCount(), 0);
        QVERIFY(!discovery.currentIndex().isValid());
    }

    void aNameThatNobodyKnowsIsToldAsThat()
    {
        int scans = 0;
        DiscoveryController discovery(m_registry, environmentThatCounts({}, &scans));
        QVERIFY(discovery.addByAddress(u"nobody.invalid"_s).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!discovery.hosts()->at(0).probing, 20000);
        QCOMPARE(scans, 0);
        QCOMPARE(discovery.hosts()->at(0).subtitle(), u"Name not found"_s);
        QCOMPARE(discovery.hosts()->at(0).chips().constFirst().text, u"Name not found"_s);
    }

    void whatIsNoAddressIsRefusedWithASentence_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("url") << u"http://192.168.1.1/"_s;
        QTest::newRow("empty") << u"  "_s;
        QTest::newRow("impossible") << u"192.168.1.300"_s;
        QTest::newRow("public") << u"8.8.8.8"_s;
        QTest::newRow("markup") << u"<b>x</b>"_s;
    }

    void whatIsNoAddressIsRefusedWithASentence()
    {
        QFETCH(QString, typed);
        int scans = 0;
        DiscoveryController discovery(m_registry, environmentThatCounts({}, &scans));
        QVERIFY(!discovery.addByAddress(typed).isEmpty());
        QCOMPARE(discovery.hosts()->rowCount(), 0);
        QCOMPARE(scans, 0);
    }

    void onlyHomeNetworksAreScannedWithoutBeingAsked_data()
    {
        QTest::addColumn<QList<LocalInterface>>("interfaces");
        QTest::addColumn<int>("expected");
        const LocalInterface home = interfaceWith(u"eth0"_s, u"192.168.1.10"_s, 24);
        const LocalInterface large = interfaceWith(u"eth1"_s, u"10.20.0.1"_s, 22);
        LocalInterface vpn = interfaceWith(u"wg0"_s, u"10.9.0.1"_s, 24);
        vpn.kind = InterfaceKind::Tunnel;
        QTest::newRow("home") << QList<LocalInterface>{home} << 1;
        QTest::newRow("large") << QList<LocalInterface>{large} << 0;
        QTest::newRow("home and large") << QList<LocalInterface>{home, large} << 0;
        QTest::newRow("public") << QList<LocalInterface>{interfaceWith(u"eth0"_s, u"203.0.113.5"_s, 24)} << 0;
        QTest::newRow("vpn only") << QList<LocalInterface>{vpn} << 0;
        QTest::newRow("none") << QList<LocalInterface>{} << 0;
    }

    void onlyHomeNetworksAreScannedWithoutBeingAsked()
    {
        QFETCH(QList<LocalInterface>, interfaces);
        QFETCH(int, expected);
        int scans = 0;
        DiscoveryController discovery(m_registry, environmentThatCounts(interfaces, &scans));
        QSignalSpy asked(&discovery, &DiscoveryController::confirmationRequired);
        discovery.startAutomatically();
        QCOMPARE(scans, expected);
        QCOMPARE(asked.size(), 0);
        QVERIFY(!discovery.statusText().isEmpty());
    }

    void aNetworkOfAnotherPlaceWaitsForTheButton()
    {
        int scans = 0;
        DiscoveryController discovery(
            m_registry, environmentThatCounts({interfaceWith(u"eth0"_s, u"192.168.1.10"_s, 24)}, &scans));
        discovery.restoreChoice({u"192.168.178.0/24"_s}); // chosen in an earlier run, at another site
        discovery.startAutomatically();
        QCOMPARE(scans, 0);
        QVERIFY(discovery.statusText().contains(u"192.168.178.0/24"_s));
        discovery.scan();
        QCOMPARE(scans, 1);
    }

    void aChosenNetworkThatIsGoneStaysTheChoice()
    {
        int scans = 0;
        ScanPlan plan;
        const LocalInterface home = interfaceWith(u"eth0"_s, u"192.168.1.10"_s, 24);
        const LocalInterface plant = interfaceWith(u"eth1"_s, u"10.0.0.5"_s, 24);
        auto interfaces = std::make_shared<QList<LocalInterface>>(QList{home, plant});
        DiscoveryEnvironment environment = environmentThatCounts({}, &scans, &plan);
        environment.interfaces = [interfaces] { return *interfaces; };
        DiscoveryController discovery(m_registry, environment);
        discovery.setCurrentChoice(2);
        *interfaces = {home}; // the plant's cable is out
        discovery.scan();
        QCOMPARE(scans, 0);
        QVERIFY2(discovery.statusText().contains(u"10.0.0.0/24"_s), qPrintable(discovery.statusText()));
        QCOMPARE(discovery.chosenNetworks(), QStringList{u"10.0.0.0/24"_s});
        QCOMPARE(discovery.choices().at(discovery.currentChoice()).networks, discovery.chosenNetworks());
        discovery.startAutomatically();
        QCOMPARE(scans, 0);
        discovery.scan(); // it was said, and is wanted all the same
        QCOMPARE(scans, 1);
        QCOMPARE(plan.size, quint64(254)); // that network, not all
        QTRY_VERIFY(!discovery.isScanning());
        interfaces->append(plant);
        discovery.refreshNetworks();
        QCOMPARE(discovery.choices().at(discovery.currentChoice()).label, u"eth1 — 10.0.0.0/24"_s);
    }

    void aNetworkThatComesUpIsOfferedAndNotScanned()
    {
        int scans = 0;
        auto interfaces =
            std::make_shared<QList<LocalInterface>>(QList{interfaceWith(u"eth0"_s, u"192.168.1.10"_s, 24)});
        DiscoveryEnvironment environment = environmentThatCounts({}, &scans);
        environment.interfaces = [interfaces] { return *interfaces; };
        environment.networkInterval = 5ms;
        DiscoveryController discovery(m_registry, environment);
        discovery.startAutomatically();
        QCOMPARE(scans, 1);
        QTRY_VERIFY(!discovery.isScanning());
        const qsizetype before = discovery.choices().size();
        interfaces->append(interfaceWith(u"wlan0"_s, u"192.168.7.20"_s, 24));
        QTRY_VERIFY(discovery.choices().size() > before);
        QVERIFY2(discovery.statusText().startsWith(u"192.168.7.0/24 has come up"_s),
                 qPrintable(discovery.statusText()));
        QCOMPARE(scans, 1);
    }

    void theScanOfTheStartWaitsForTheFirstNetwork_data()
    {
        QTest::addColumn<int>("prefix");
        QTest::addColumn<int>("expected");
        QTest::newRow("a home's") << 24 << 1;
        QTest::newRow("a larger one waits for the button") << 20 << 0;
    }
    void theScanOfTheStartWaitsForTheFirstNetwork()
    {
        QFETCH(const int, prefix);
        QFETCH(const int, expected);
        int scans = 0;
        auto interfaces = std::make_shared<QList<LocalInterface>>();
        DiscoveryEnvironment environment = environmentThatCounts({}, &scans);
        environment.interfaces = [interfaces] { return *interfaces; };
        environment.networkInterval = 5ms;
        DiscoveryController discovery(m_registry, environment);
        discovery.startAutomatically();
        QCOMPARE(scans, 0);
        QSignalSpy choices(&discovery, &DiscoveryController::choicesChanged);
        interfaces->append(interfaceWith(u"wlan0"_s, u"192.168.7.20"_s, prefix));
        QTRY_VERIFY(!choices.isEmpty());
        QCOMPARE(scans, expected);
    }

    void theOnlyGatewayFoundIsChosenUnlessTheUserChooses_data()
    {
        QTest::addColumn<bool>("userTypes");
        QTest::newRow("by itself") << false;
        QTest::newRow("the user is typing an address") << true;
    }
    void theOnlyGatewayFoundIsChosenUnlessTheUserChooses()
    {
        QFETCH(const bool, userTypes);
        m_gateway = startGateway(false);
        DiscoveryController discovery(m_registry,
                                      discoveryAround(*m_gateway, {interfaceAround(m_gateway->address())}));
        QSignalSpy chosen(&discovery, &DiscoveryController::choseByItself);
        discovery.scan();
        if (userTypes)
            discovery.leaveChoiceToUser();
        QTRY_VERIFY_WITH_TIMEOUT(!discovery.isScanning(), 20000);
        QCOMPARE(discovery.hosts()->rowCount(), 1);
        QCOMPARE(chosen.size(), userTypes ? 0 : 1);
        QCOMPARE(discovery.currentIndex().isValid(), !userTypes);
    }

    void theStatusFollowsTheLanguage()
    {
        class Brackets : public QTranslator
        {
        public:
            bool isEmpty() const override { return false; }
            QString translate(const char *, const char *source, const char *, int) const override
            {
                return u'[' + QString::fromUtf8(source) + u']';
            }
        };
        int scans = 0;
        DiscoveryController discovery(
            m_registry, environmentThatCounts({interfaceWith(u"eth0"_s, u"10.1.2.3"_s, 16)}, &scans));
        discovery.startAutomatically();
        QCOMPARE(scans, 0);
        const QString english = discovery.statusText();
        QVERIFY(!english.isEmpty());
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        discovery.retranslate();
        QCOMPARE(discovery.statusText(), u'[' + english + u']');
        QCoreApplication::removeTranslator(&brackets);
        discovery.retranslate();
        QCOMPARE(discovery.statusText(), english);
    }

    void aProblemIsNotReplacedByAnOlderResult()
    {
        int scans = 0;
        auto interfaces =
            std::make_shared<QList<LocalInterface>>(QList{interfaceWith(u"eth0"_s, u"192.168.1.10"_s, 24)});
        DiscoveryEnvironment environment = environmentThatCounts({}, &scans);
        environment.interfaces = [interfaces] { return *interfaces; };
        DiscoveryController discovery(m_registry, environment);
        discovery.scan();
        QTRY_VERIFY(!discovery.isScanning());
        const QString result = discovery.statusText();
        interfaces->clear(); // the cable is out
        discovery.scan();
        QVERIFY(!discovery.isScanning());
        const QString problem = discovery.statusText();
        QVERIFY(problem != result);
        discovery.setLocale(QLocale(u"de"_s));
        discovery.retranslate();
        QCOMPARE(discovery.statusText(), problem);
    }

    void aLargeNetworkIsScannedOnlyAfterAYes()
    {
        int scans = 0;
        ScanPlan plan;
        DiscoveryController discovery(
            m_registry, environmentThatCounts({interfaceWith(u"eth1"_s, u"10.20.0.1"_s, 20)}, &scans, &plan));
        QSignalSpy asked(&discovery, &DiscoveryController::confirmationRequired);
        discovery.confirmScan();
        discovery.scan();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(scans, 0);
        QVERIFY(asked.at(0).at(0).value<Question>().text.contains(u"10.20.0.0/20"_s));
        discovery.confirmScan();
        QCOMPARE(scans, 1);
        QVERIFY(!plan.needsConfirmation);
        QCOMPARE(plan.size, quint64(4093));
    }

    void theNetworksHaveNames()
    {
        int scans = 0;
        DiscoveryController discovery(m_registry,
                                      environmentThatCounts({interfaceWith(u"eth0"_s, u"192.168.1.10"_s, 24),
                                                             interfaceWith(u"eth1"_s, u"10.0.0.5"_s, 24)},
                                                            &scans));
        QStringList labels;
        for (const NetworkChoice &choice : discovery.choices())
            labels += choice.label;
        QCOMPARE(labels,
                 QStringList({u"All networks (2)"_s, u"eth0 — 192.168.1.0/24"_s, u"eth1 — 10.0.0.0/24"_s,
                              u"Other network…"_s}));
        discovery.setCurrentChoice(3);
        QCOMPARE(discovery.currentChoice(), 0);
        QVERIFY(!discovery.setCustomNetwork(u"1.2.3.0/24"_s).isEmpty());
        QVERIFY(!discovery.setCustomNetwork(u"nonsense"_s).isEmpty());
        QVERIFY(discovery.setCustomNetwork(u"172.16.5.0/24"_s).isEmpty());
        QCOMPARE(discovery.choices().at(discovery.currentChoice()).label, u"172.16.5.0/24"_s);
        discovery.setCurrentChoice(2);
        discovery.refreshNetworks();
        QCOMPARE(discovery.currentChoice(), 2);
        discovery.restoreChoice({u"172.16.5.0/24"_s});
        QCOMPARE(discovery.choices().at(discovery.currentChoice()).networks, QStringList{u"172.16.5.0/24"_s});
    }

    void theDemoIsARealGatewayOnLoopbackWithAPasswordOfItsOwn()
    {
        int scans = 0;
        DiscoveryEnvironment environment = environmentThatCounts({}, &scans);
        environment.makeScan = DiscoveryEnvironment().makeScan;
        DiscoveryController discovery(m_registry, environment);
        discovery.startDemo();
        QVERIFY(discovery.demo().isRunning());
        QVERIFY(m_registry.find(discovery.currentId())->demo);
        const Secret first = discovery.demo().password();
        QVERIFY(first.reveal().size() >= 16);
        QTRY_VERIFY(!discovery.hosts()->at(0).probing);
        QCOMPARE(discovery.hosts()->at(0).title(), u"Demo gateway"_s);
        const Place place = discovery.hosts()->at(0).gateway.place();
        QCOMPARE(place.webSocket.state, ServiceState::Handshake);
        QCOMPARE(QHostAddress(place.address), QHostAddress(QHostAddress::LocalHost));
        discovery.startDemo();
        QCOMPARE(discovery.hosts()->rowCount(), 1);
        discovery.stopDemo();
        QVERIFY(!discovery.demo().isRunning());
        QCOMPARE(discovery.hosts()->rowCount(), 0);
        QVERIFY(!discovery.currentIndex().isValid());
        discovery.startDemo();
        QVERIFY(!(discovery.demo().password() == first));
    }

    void aSavedGatewayIsFoundAgainInItsRow()
    {
        m_gateway = startGateway(true);
        DiscoveryController discovery(m_registry,
                                      discoveryAround(*m_gateway, {interfaceAround(m_gateway->address())}));
        const QAbstractItemModelTester tester(discovery.hosts(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_registry.absorb(saved(u"127.200.200.200"_s, u"110A1234567890"_s)); // it had another address then
        QCOMPARE(discovery.hosts()->rowCount(), 1);
        discovery.setCurrentRow(0);
        const QString id = discovery.currentId();
        discovery.scan();
        QTRY_VERIFY_WITH_TIMEOUT(!discovery.isScanning(), 30000);
        QCOMPARE(discovery.hosts()->rowCount(), 1);
        QCOMPARE(discovery.currentId(), id);
        QCOMPARE(m_registry.find(id)->host(), m_gateway->address().toString());
        QVERIFY(m_registry.find(id)->lastSeen.isValid());
    }

    void aGatewayThatWasSavedByItsNameHasOneRow()
    {
        // The only name that nearly every computer knows.
        if (QHostInfo::fromName(u"localhost"_s).addresses().isEmpty())
            QSKIP("this computer does not know its own name");
        SimulatorOptions options;
        options.address = QHostAddress(QHostAddress::LocalHost);
        options.profile = builtInProfile(u"documented"_s);
        options.faults = {u"serial-missing"_s};
        GatewaySimulator local(options);
        QString reason;
        QVERIFY2(local.start(&reason), qPrintable(reason));
        const LocalInterface around = interfaceWith(u"test0"_s, u"127.0.0.6"_s, 29);
        DiscoveryController discovery(m_registry, discoveryAround(local, {around}));
        m_registry.absorb(saved(u"localhost"_s, {}));
        const QString id = m_registry.idAt(u"localhost"_s);
        discovery.scan();
        QTRY_VERIFY_WITH_TIMEOUT(!discovery.isScanning(), 30000);
        QTRY_COMPARE(discovery.hosts()->rowCount(), 1);
        QTRY_VERIFY(m_registry.find(id)->isSeen());
        QCOMPARE(m_registry.find(id)->host(), u"127.0.0.1"_s);
    }

    void aDeviceThatTookOverTheAddressIsNotTheSavedGateway()
    {
        m_gateway = startGateway(true);
        DiscoveryController discovery(m_registry,
                                      discoveryAround(*m_gateway, {interfaceAround(m_gateway->address())}));
        const QAbstractItemModelTester tester(discovery.hosts(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_registry.absorb(saved(m_gateway->address().toString(), u"999Z0000000000"_s));
        discovery.scan();
        QTRY_VERIFY_WITH_TIMEOUT(!discovery.isScanning(), 30000);
        QCOMPARE(discovery.hosts()->rowCount(), 2);
        QVERIFY(!discovery.hosts()->at(0).gateway.saved);
        QVERIFY(!discovery.hosts()->at(1).gateway.isSeen());
        QVERIFY(chipTexts(discovery, 1).contains(u"Another device"_s));
    }

    void wasOnIsOffNowIsSaidAfterTheFirstRead()
    {
        m_gateway = startGateway(false);
        DiscoveryController discovery(m_registry,
                                      discoveryAround(*m_gateway, {interfaceAround(m_gateway->address())}));
        const QString host = m_gateway->address().toString();
        m_registry.absorb(saved(host, {}, true));
        discovery.scan();
        QTRY_VERIFY_WITH_TIMEOUT(!discovery.isScanning(), 30000);
        QVERIFY(chipTexts(discovery).contains(u"Was on when last seen"_s));
        const QString id = m_registry.idAt(host);
        const auto read = [&](bool on) {
            m_registry.absorb(
                SettingRead{id, host, on, m_gateway->modbusPort(), {}, QDateTime::currentDateTimeUtc()});
        };
        read(false);
        QVERIFY(chipTexts(discovery).contains(u"Was on, is off now"_s));
        read(false);
        QVERIFY(chipTexts(discovery).contains(u"Was on, is off now"_s));
        // Turned on and off again by the user himself: nothing to be told.
        read(true);
        read(false);
        QVERIFY(!chipTexts(discovery).contains(u"Was on, is off now"_s));
    }

    void whatANewScanDoesNotFindIsGone()
    {
        m_gateway = startGateway(true);
        DiscoveryController discovery(m_registry,
                                      discoveryAround(*m_gateway, {interfaceAround(m_gateway->address())}));
        discovery.leaveChoiceToUser(); // an open page would keep its row
        discovery.scan();
        QTRY_VERIFY_WITH_TIMEOUT(!discovery.isScanning(), 30000);
        QCOMPARE(discovery.hosts()->rowCount(), 1);
        m_gateway->stop();
        discovery.scan();
        QTRY_VERIFY_WITH_TIMEOUT(!discovery.isScanning(), 30000);
        QCOMPARE(discovery.hosts()->rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(DiscoveryControllerTest)
#include "tst_discoverycontroller.moc"
