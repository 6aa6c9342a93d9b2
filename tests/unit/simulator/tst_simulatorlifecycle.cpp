#include "simulatorfixture.h"
#include "support/loopback.h"

#include <QTcpServer>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

int codeOf(const QJsonObject &reply)
{
    return reply["code"_L1].toInt(-1);
}

} // namespace

class TestSimulatorLifecycle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usualModbusPortIsTakenWhereItMayBe();
    void connectionsAreBounded();
    void takenWebSocketPortFailsTheStart();
    void takenModbusPortFailsTheStart();
    void incompleteProfileFailsTheStart();
    void stopClosesEverything();
    void destructionClosesEverything();
    void stoppedSimulatorStartsAgain();
    void mayBeDestroyedInItsOwnSignals();
};

void TestSimulatorLifecycle::usualModbusPortIsTakenWhereItMayBe()
{
    SimulatorFixture fixture({}, true);
    fixture.options.modbusPort = 0;
    QTcpServer probe;
    const bool usualIsFree = probe.listen(fixture.options.address, 502);
    probe.close();
    QVERIFY(fixture.start());
    QVERIFY(fixture.simulator->isModbusListening());
    if (usualIsFree)
        QCOMPARE(fixture.simulator->modbusPort(), quint16(502));
    else
        QVERIFY(fixture.simulator->modbusPort() > 1023);

    SimulatorFixture neighbour({}, true);
    neighbour.options.address = fixture.options.address;
    neighbour.options.modbusPort = 0;
    QVERIFY(neighbour.start());
    QVERIFY(neighbour.simulator->modbusPort() > 1023);
    QVERIFY(neighbour.modbusClient());
}

void TestSimulatorLifecycle::connectionsAreBounded()
{
    SimulatorFixture fixture({}, true);
    QVERIFY(fixture.start());
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 70; ++i) {
        clients.push_back(fixture.webSocketClient());
        clients.push_back(std::make_unique<RawClient>(fixture.options.address, fixture.modbusPort));
    }
    QTRY_COMPARE(fixture.simulator->counters().webSocketConnections, 70);
    QTRY_COMPARE(fixture.simulator->counters().modbusConnections, 70);
    QTRY_COMPARE(fixture.simulator->openConnections(), 128);
    const auto closed = [&clients] {
        return std::count_if(clients.begin(), clients.end(), [](const std::unique_ptr<RawClient> &client) {
            return client->socket.state() == QAbstractSocket::UnconnectedState;
        });
    };
    QTRY_COMPARE(closed(), 12);
    clients.clear();
    QTRY_COMPARE(fixture.simulator->openConnections(), 0);
    QVERIFY(fixture.signedInClient());
}

void TestSimulatorLifecycle::takenWebSocketPortFailsTheStart()
{
    SimulatorFixture fixture;
    QTcpServer occupant;
    QVERIFY(occupant.listen(fixture.options.address, 0));
    fixture.options.webSocketPort = occupant.serverPort();
    QVERIFY(!fixture.start());
    QVERIFY(fixture.reason.contains(QString::number(occupant.serverPort())));
}

void TestSimulatorLifecycle::takenModbusPortFailsTheStart()
{
    SimulatorFixture fixture({}, true);
    QTcpServer occupant;
    QVERIFY(occupant.listen(fixture.options.address, 0));
    fixture.options.modbusPort = occupant.serverPort();
    QVERIFY(!fixture.start());
    QVERIFY(fixture.reason.contains(QString::number(occupant.serverPort())));
    QVERIFY(!fixture.simulator->isModbusListening());
    QCOMPARE(fixture.simulator->openConnections(), 0);
}

void TestSimulatorLifecycle::incompleteProfileFailsTheStart()
{
    SimulatorFixture fixture;
    fixture.options.profile = {};
    QVERIFY(!fixture.start());
    QVERIFY(!fixture.reason.isEmpty());
}

void TestSimulatorLifecycle::stopClosesEverything()
{
    SimulatorFixture fixture({u"port-filtered"_s}, true);
    const int before = openDescriptors();
    QVERIFY(fixture.start());
    auto client = fixture.signedInClient();
    QVERIFY(client);
    auto halfWay = fixture.webSocketClient();
    QVERIFY(halfWay->waitForConnection());
    QTRY_COMPARE(fixture.simulator->openConnections(), 2);

    fixture.simulator->stop();
    QCOMPARE(fixture.simulator->openConnections(), 0);
    QVERIFY(!fixture.simulator->isModbusListening());
    QVERIFY(client->waitForEnd());
    QVERIFY(halfWay->waitForEnd());
    client.reset();
    halfWay.reset();
    QTRY_COMPARE(openDescriptors(), before);
    RawClient refused(fixture.options.address, fixture.simulator->webSocketPort());
    QTRY_COMPARE(refused.socket.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestSimulatorLifecycle::destructionClosesEverything()
{
    const int before = openDescriptors();
    {
        SimulatorFixture fixture({u"write-delayed"_s}, true);
        QVERIFY(fixture.start());
        auto modbus = fixture.modbusClient();
        auto client = fixture.signedInClient();
        QVERIFY(modbus && client);
        QCOMPARE(codeOf(client->ask(fixture.setRequest(false, fixture.modbusPort))), 0);
        fixture.simulator.reset();
        QVERIFY(client->waitForEnd());
        QVERIFY(modbus->waitForEnd());
    }
    QTRY_COMPARE(openDescriptors(), before);
}

void TestSimulatorLifecycle::stoppedSimulatorStartsAgain()
{
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    auto client = fixture.signedInClient();
    QVERIFY(client);
    client->ask(fixture.setRequest(true, 15021));
    fixture.simulator->stop();
    QVERIFY(fixture.simulator->start(&fixture.reason));
    QVERIFY(!fixture.simulator->isEnabled());
    QCOMPARE(fixture.simulator->modbusPort(), fixture.modbusPort);
    QCOMPARE(fixture.simulator->counters().writes, 0);
    QVERIFY(fixture.signedInClient());
}

void TestSimulatorLifecycle::mayBeDestroyedInItsOwnSignals()
{
    SimulatorFixture fixture;
    QVERIFY(fixture.start());
    auto client = fixture.signedInClient();
    QVERIFY(client);
    connect(fixture.simulator.get(), &GatewaySimulator::settingChanged, this,
            [&fixture] { fixture.simulator.reset(); });
    client->sendJson(fixture.setRequest(true, fixture.modbusPort));
    QVERIFY(client->waitForEnd());
    QVERIFY(!fixture.simulator);
}

QTEST_GUILESS_MAIN(TestSimulatorLifecycle)
#include "tst_simulatorlifecycle.moc"
