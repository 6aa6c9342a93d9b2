// What each kind of host is taken for, with real listeners on loopback addresses.

#include "scannet.h"

#include <QTest>
#include <QWebSocketServer>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

/// For those who say nothing.
static const Timeouts shortTimeouts = Timeouts::all(std::chrono::milliseconds(400));
static const QString vendorMac = u"0c:47:a9:91:22:33"_s;

static std::function<QList<Neighbour>()> table(const QHostAddress &address, const QString &mac)
{
    return [=] { return QList<Neighbour>{{address.toIPv4Address(), mac}}; };
}

class ClassificationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gatewayWithModbusOnIsFoundWithItsIdentity()
    {
        ScanNet net;
        const GatewaySimulator *gateway = net.addGateway(true);
        NetworkScan scan(net.plan(), net.options());
        runScan(scan);
        QVERIFY(!scan.error());
        QCOMPARE(scan.hosts().size(), 1);
        const DiscoveredHost host = hostAt(scan, gateway->address());
        QCOMPARE(host.kind, HostKind::Gateway);
        QCOMPARE(host.webSocket, ServiceState::Handshake);
        QCOMPARE(host.modbus, ServiceState::Answers);
        QCOMPARE(host.serial, u"110A1234567890"_s);
        QVERIFY(host.model.startsWith(u"Sigen"_s));
        QVERIFY(!host.firmware.isEmpty());
        QCOMPARE(host.webSocketPort, net.webSocketPort());
        QCOMPARE(host.modbusPort, net.modbusPort());
        QVERIFY(host.rttMs && *host.rttMs > 0);
        QVERIFY(host.recommended && host.settled && host.wired && host.isConfirmed());
        QCOMPARE(gateway->counters().signIns, 0);
        QCOMPARE(gateway->counters().reads, 0);
        QCOMPARE(gateway->counters().writes, 0);
    }

    void gatewayWithModbusOffIsAPossibleOne()
    {
        ScanNet net;
        const GatewaySimulator *gateway = net.addGateway(false);
        NetworkScan scan(net.plan(), net.options());
        runScan(scan);
        const DiscoveredHost host = hostAt(scan, gateway->address());
        QCOMPARE(host.kind, HostKind::Gateway);
        QCOMPARE(host.webSocket, ServiceState::Handshake);
        QCOMPARE(host.modbus, ServiceState::Closed);
        QVERIFY(host.recommended && host.settled && !host.isConfirmed());
    }

    void theVendorsMacAddressConfirmsAGateway()
    {
        ScanNet net;
        const GatewaySimulator *gateway = net.addGateway(false);
        ScanOptions options = net.options();
        options.neighbours = table(gateway->address(), vendorMac);
        NetworkScan scan(net.plan(), options);
        runScan(scan);
        const DiscoveredHost host = hostAt(scan, gateway->address());
        QCOMPARE(host.mac, vendorMac);
        QVERIFY(host.isConfirmed());
    }

    void whoRefusesTheHandshakeIsNoGateway_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<ServiceState>("state");
        QTest::newRow("not found") << u"handshake-404"_s << ServiceState::Open;
        QTest::newRow("unauthorized") << u"handshake-401"_s << ServiceState::Open;
        QTest::newRow("web page") << u"handshake-web-page"_s << ServiceState::Open;
        QTest::newRow("garbage") << u"handshake-garbage"_s << ServiceState::Open;
        QTest::newRow("wrong accept") << u"handshake-wrong-accept"_s << ServiceState::Open;
        QTest::newRow("closes") << u"handshake-close"_s << ServiceState::Open;
        QTest::newRow("resets") << u"handshake-reset"_s << ServiceState::Open;
        QTest::newRow("silent") << u"handshake-silent"_s << ServiceState::Silent;
        QTest::newRow("half") << u"handshake-half"_s << ServiceState::Silent;
    }

    void whoRefusesTheHandshakeIsNoGateway()
    {
        QFETCH(QString, fault);
        QFETCH(ServiceState, state);
        ScanNet net;
        const GatewaySimulator *gateway = net.addGateway(true, u"S"_s, {fault});
        ScanOptions options = net.options();
        if (state == ServiceState::Silent)
            options.timeouts = shortTimeouts;
        NetworkScan scan(net.plan(), options);
        runScan(scan);
        const DiscoveredHost host = hostAt(scan, gateway->address());
        QCOMPARE(host.kind, HostKind::Other);
        QCOMPARE(host.webSocket, state);
        QCOMPARE(host.modbus, ServiceState::Open);
        QVERIFY(!host.recommended);
        QCOMPARE(gateway->counters().modbusRequests, 0);
    }

    void webSocketServerOfSomethingElseThatTakesAnyPathIsOnlyAPossibleGateway()
    {
        ScanNet net;
        const QHostAddress address = net.newAddress();
        QWebSocketServer server(u"other"_s, QWebSocketServer::NonSecureMode);
        QVERIFY(server.listen(address, net.webSocketPort()));
        NetworkScan scan(net.plan(), net.options());
        runScan(scan);
        const DiscoveredHost host = hostAt(scan, address);
        QCOMPARE(host.kind, HostKind::Gateway);
        QVERIFY(!host.isConfirmed());
    }

    void webServerIsAskedOnceAndGetsNothingButTheHandshake()
    {
        ScanNet net;
        const QHostAddress address = net.newAddress();
        Listener server(address, net.webSocketPort(),
                        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
        NetworkScan scan(net.plan(), net.options());
        runScan(scan);
        QCOMPARE(hostAt(scan, address).kind, HostKind::Other);
        QCOMPARE(hostAt(scan, address).webSocket, ServiceState::Open);
        QCOMPARE(hostAt(scan, address).modbus, ServiceState::Closed);
        QVERIFY(server.received().startsWith("GET /ws HTTP/1.1\r\n"));
        QCOMPARE(server.received().count("GET "), 1);
        QVERIFY(server.received().endsWith("\r\n\r\n"));
        QVERIFY(!server.received().toLower().contains("authorization"));
    }

    void silentListenersAreSilent()
    {
        ScanNet net;
        const QHostAddress address = net.newAddress();
        Listener webSocket(address, net.webSocketPort());
        ScanOptions options = net.options();
        options.timeouts = shortTimeouts;
        NetworkScan scan(net.plan(), options);
        runScan(scan);
        QCOMPARE(hostAt(scan, address).webSocket, ServiceState::Silent);
        QCOMPARE(hostAt(scan, address).kind, HostKind::Other);
        QCOMPARE(webSocket.received().count("GET "), 1);
    }

    void whoTakesAModbusQuestionAndSaysNothingIsSilentAndOther()
    {
        ScanNet net;
        const QHostAddress address = net.newAddress();
        const Listener modbus(address, net.modbusPort());
        ScanOptions options = net.options();
        options.allModbus = true;
        options.timeouts = shortTimeouts;
        NetworkScan scan(net.plan(), options);
        runScan(scan);
        QCOMPARE(hostAt(scan, address).modbus, ServiceState::Silent);
        QCOMPARE(hostAt(scan, address).kind, HostKind::Other);
        QVERIFY(!modbus.received().isEmpty());
    }

    void hostThatIsNotOursNeverGetsAModbusByte()
    {
        ScanNet net;
        const QHostAddress alone = net.newAddress();
        const QHostAddress withWeb = net.newAddress();
        Listener modbusAlone(alone, net.modbusPort());
        Listener modbusWithWeb(withWeb, net.modbusPort());
        Listener web(withWeb, net.webSocketPort(), "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        ScanOptions options = net.options();
        options.neighbours = table(alone, u"02:00:00:00:00:01"_s);
        NetworkScan scan(net.plan(), options);
        runScan(scan);
        QCOMPARE(hostAt(scan, alone).modbus, ServiceState::Open);
        QCOMPARE(hostAt(scan, alone).kind, HostKind::Other);
        QCOMPARE(hostAt(scan, withWeb).kind, HostKind::Other);
        QTRY_VERIFY(modbusAlone.connections() > 0 && modbusWithWeb.connections() > 0);
        QCOMPARE(modbusAlone.received(), QByteArray());
        QCOMPARE(modbusWithWeb.received(), QByteArray());
    }

    void modbusOnlyPlantIsRecognizedWhenAskedFor()
    {
        ScanNet net;
        const GatewaySimulator *plant = net.addModbusOnly();
        ScanOptions options = net.options();
        options.allModbus = true;
        NetworkScan scan(net.plan(), options);
        runScan(scan);
        const DiscoveredHost host = hostAt(scan, plant->address());
        QCOMPARE(host.kind, HostKind::ModbusOnly);
        QCOMPARE(host.webSocket, ServiceState::Closed);
        QCOMPARE(host.modbus, ServiceState::Answers);
        QVERIFY(host.recommended);
    }

    void theVendorsMacAddressLetsModbusBeRead()
    {
        ScanNet net;
        const GatewaySimulator *plant = net.addModbusOnly();
        ScanOptions options = net.options();
        options.neighbours = table(plant->address(), vendorMac);
        NetworkScan scan(net.plan(), options);
        runScan(scan);
        QCOMPARE(hostAt(scan, plant->address()).kind, HostKind::ModbusOnly);
    }

    void aMacAddressThatIsKnownOnlyLaterStillLetsModbusBeRead()
    {
        ScanNet net;
        const GatewaySimulator *plant = net.addModbusOnly();
        ScanOptions options = net.options();
        // As after a first contact: the table has it only from then on.
        options.neighbours = [plant] {
            return plant->counters().modbusConnections > 0
                ? QList<Neighbour>{{plant->address().toIPv4Address(), vendorMac}}
                : QList<Neighbour>();
        };
        FilteredPort keepsTheHostInWork(plant->address(), net.webSocketPort());
        NetworkScan scan(net.plan(), options);
        runScan(scan);
        QCOMPARE(hostAt(scan, plant->address()).kind, HostKind::ModbusOnly);
        QCOMPARE(hostAt(scan, plant->address()).webSocket, ServiceState::Filtered);
    }

    void lookalikesOnModbusAreOther_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("Huawei") << u"lookalike-huawei"_s;
        QTest::newRow("Shelly") << u"lookalike-shelly"_s;
        QTest::newRow("FoxESS") << u"lookalike-foxess"_s;
        QTest::newRow("GoodWe") << u"lookalike-goodwe"_s;
        QTest::newRow("a bank of zeros") << u"plc-zeros"_s;
    }

    void lookalikesOnModbusAreOther()
    {
        QFETCH(QString, fault);
        ScanNet net;
        const GatewaySimulator *lookalike = net.addModbusOnly({fault});
        ScanOptions options = net.options();
        options.allModbus = true;
        NetworkScan scan(net.plan(), options);
        runScan(scan);
        const DiscoveredHost host = hostAt(scan, lookalike->address());
        QVERIFY(lookalike->counters().modbusRequests > 0);
        QCOMPARE(host.kind, HostKind::Other);
        QCOMPARE(host.modbus, ServiceState::NotSigenergy);
        QCOMPARE(host.serial, QString());
        QCOMPARE(scan.gateways(), 0);
    }

    void gatewayWhoseModbusIsSilentIsAGateway()
    {
        ScanNet net;
        const GatewaySimulator *gateway = net.addGateway(true, u"S"_s, {u"modbus-silent"_s});
        ScanOptions options = net.options();
        options.timeouts.modbusReply = options.timeouts.identityReply = shortTimeouts.modbusReply;
        NetworkScan scan(net.plan(), options);
        runScan(scan);
        QCOMPARE(hostAt(scan, gateway->address()).kind, HostKind::Gateway);
        QCOMPARE(hostAt(scan, gateway->address()).modbus, ServiceState::Silent);
    }

    void hostWithOnlyTheVendorsMacAddressIsLikely()
    {
        ScanNet net;
        const QHostAddress address = net.newAddress();
        ScanOptions options = net.options();
        options.neighbours = table(address, vendorMac);
        NetworkScan scan(net.plan(), options);
        runScan(scan);
        QCOMPARE(scan.hosts().size(), 1);
        const DiscoveredHost host = hostAt(scan, address);
        QCOMPARE(host.kind, HostKind::Likely);
        QCOMPARE(host.webSocket, ServiceState::Closed);
        QCOMPARE(host.modbus, ServiceState::Closed);
        QVERIFY(host.settled && !host.recommended);
    }

    void aVendorsMacAddressOutsideThePlanIsNotListed()
    {
        ScanNet net;
        const QHostAddress inside = net.newAddress();
        ScanOptions options = net.options();
        options.neighbours = table(QHostAddress(inside.toIPv4Address() + 100), vendorMac);
        NetworkScan scan(net.plan(), options);
        runScan(scan);
        QVERIFY(scan.hosts().isEmpty());
    }

    void hostThatRefusesOnBothPortsIsNotListed()
    {
        ScanNet net;
        net.newAddress();
        NetworkScan scan(net.plan(), net.options());
        runScan(scan);
        QVERIFY(!scan.error());
        QVERIFY(scan.hosts().isEmpty());
        QCOMPARE(scan.done(), scan.total());
    }

    void filteredAndClosedAreToldApart()
    {
        ScanNet net;
        const GatewaySimulator *gateway = net.addGateway(false);
        FilteredPort modbus(gateway->address(), net.modbusPort());
        NetworkScan scan(net.plan(), net.options());
        runScan(scan);
        QCOMPARE(hostAt(scan, gateway->address()).kind, HostKind::Gateway);
        QCOMPARE(hostAt(scan, gateway->address()).modbus, ServiceState::Filtered);
    }

    void twoAddressesOfOnePlantHaveOneRecommendation()
    {
        ScanNet net;
        const GatewaySimulator *wifi = net.addGateway(true, u"110A0000000001"_s);
        const GatewaySimulator *ethernet = net.addGateway(true, u"110A0000000001"_s);
        const GatewaySimulator *neighbour = net.addGateway(true, u"110A0000000002"_s);
        NetworkScan scan(net.plan(), net.options());
        runScan(scan);
        QCOMPARE(scan.gateways(), 3);
        const bool first = hostAt(scan, wifi->address()).recommended;
        const bool second = hostAt(scan, ethernet->address()).recommended;
        QVERIFY(first != second);
        QVERIFY(hostAt(scan, neighbour->address()).recommended);
    }
};

QTEST_GUILESS_MAIN(ClassificationTest)
#include "tst_classification.moc"
