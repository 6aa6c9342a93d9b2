// That the port really does what the catalogue says of it.
#include "simulatorfixture.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class TestPortFaults : public QObject
{
    Q_OBJECT

private:
    bool switchServer(SimulatorFixture &fixture, bool enabled)
    {
        const auto client = fixture.signedInClient();
        return client
            && client->ask(fixture.setRequest(enabled, SimulatorFixture::modbusPort))["code"_L1].toInt(-1)
            == 0;
    }

private Q_SLOTS:
    void portOpensLate();
    void lateOpeningIsCalledOffByTurningOff();
    void portNeverOpens();
    void portIsFiltered();
    void filteredPortIsClosedAgain();
    void portStaysOpen();
};

void TestPortFaults::portOpensLate()
{
    SimulatorFixture fixture({u"port-opens-late"_s});
    QVERIFY(fixture.start());
    QElapsedTimer clock;
    clock.start();
    QVERIFY(switchServer(fixture, true));
    QVERIFY(fixture.simulator->isEnabled());
    QVERIFY(!fixture.simulator->isModbusListening());
    QTRY_VERIFY(fixture.simulator->isModbusListening());
    QVERIFY(clock.elapsed() >= 1900);
    QVERIFY(fixture.modbusClient());
}

void TestPortFaults::lateOpeningIsCalledOffByTurningOff()
{
    SimulatorFixture fixture({u"port-opens-late"_s});
    QVERIFY(fixture.start());
    QVERIFY(switchServer(fixture, true));
    QVERIFY(switchServer(fixture, false));
    // A second gateway that opens as late shows when the first would have.
    SimulatorFixture other({u"port-opens-late"_s}, true);
    QVERIFY(other.start());
    QTRY_VERIFY(other.simulator->isModbusListening());
    QVERIFY(!fixture.simulator->isModbusListening());
}

void TestPortFaults::portNeverOpens()
{
    SimulatorFixture fixture({u"port-never-opens"_s});
    QVERIFY(fixture.start());
    QVERIFY(switchServer(fixture, true));
    QVERIFY(fixture.simulator->isEnabled());
    RawClient refused(fixture.options.address, fixture.modbusPort);
    QTRY_COMPARE(refused.socket.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestPortFaults::portIsFiltered()
{
#ifndef Q_OS_LINUX
    QSKIP("a full backlog drops connections on Linux only");
#endif
    SimulatorFixture fixture({u"port-filtered"_s}, true);
    QVERIFY(fixture.start());
    RawClient first(fixture.options.address, fixture.modbusPort);
    RawClient second(fixture.options.address, fixture.modbusPort);
    // Elsewhere on the same address connections are made while these still wait.
    for (int i = 0; i < 3; ++i)
        QVERIFY(fixture.webSocketClient()->waitForConnection());
    QCOMPARE(first.socket.state(), QAbstractSocket::ConnectingState);
    QCOMPARE(second.socket.state(), QAbstractSocket::ConnectingState);
    QCOMPARE(fixture.simulator->counters().modbusConnections, 0);
    QVERIFY(fixture.simulator->isModbusListening());
}

void TestPortFaults::filteredPortIsClosedAgain()
{
    SimulatorFixture fixture({u"port-filtered"_s}, true);
    QVERIFY(fixture.start());
    QVERIFY(switchServer(fixture, false));
    QVERIFY(!fixture.simulator->isModbusListening());
    RawClient refused(fixture.options.address, fixture.modbusPort);
    QTRY_COMPARE(refused.socket.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestPortFaults::portStaysOpen()
{
    SimulatorFixture fixture({u"port-stays-open"_s}, true);
    QVERIFY(fixture.start());
    QVERIFY(switchServer(fixture, false));
    QVERIFY(!fixture.simulator->isEnabled());
    const auto modbus = fixture.modbusClient();
    QVERIFY(modbus);
    modbus->send(modbusRequest(1, 247, 4, 30051, 1));
    QVERIFY(modbus->waitForBytes(11));
}

QTEST_GUILESS_MAIN(TestPortFaults)
#include "tst_portfaults.moc"
