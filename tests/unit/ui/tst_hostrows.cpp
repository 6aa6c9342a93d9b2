// What is told of a host piece by piece, put together to one row; without a network.

#include "ui/controllers/hostrows.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

namespace {

DiscoveredHost gatewayHost(const QString &serial = {}, const QString &mac = {})
{
    DiscoveredHost found;
    found.address = QHostAddress(u"10.0.0.1"_s);
    found.kind = HostKind::Gateway;
    found.webSocketPort = 8080;
    found.modbusPort = 502;
    found.webSocket = ServiceState::Handshake;
    found.modbus = serial.isEmpty() ? ServiceState::Closed : ServiceState::Answers;
    found.serial = serial;
    found.mac = mac;
    found.settled = true;
    return found;
}

RememberedHost remembered(const QString &serial, std::optional<quint16> port)
{
    RememberedHost host;
    host.id = u"1"_s;
    host.host = u"10.0.0.1"_s;
    host.serial = serial;
    host.port = port;
    return host;
}

} // namespace

class HostRowsTest : public QObject
{
    Q_OBJECT

    const QString m_key = u"10.0.0.1"_s;

private Q_SLOTS:
    void anotherPortHasNotBeenTested()
    {
        HostRows rows;
        rows.take(m_key, gatewayHost());
        QCOMPARE(rows.gatewayAt(0).modbus, ServiceState::Closed);
        rows.noteRead(m_key, true, quint16(1502), u"110A1"_s);
        const GatewayRef gateway = rows.gatewayAt(0);
        QCOMPARE(gateway.modbusPort, quint16(1502));
        QCOMPARE(gateway.modbus, ServiceState::NotTested);
        rows.noteModbus(m_key, ServiceState::Closed, 1502, {}, {});
        rows.noteRead(m_key, false, quint16(1502), u"110A1"_s); // the port that was tested
        QCOMPARE(rows.gatewayAt(0).modbus, ServiceState::Closed);
    }

    void aStateOfThePortThatWasScannedIsNotOfTheRememberedOne()
    {
        HostRows rows;
        rows.setRemembered({remembered(u"110A1"_s, quint16(1502))});
        rows.take(rows.model()->at(0).key, gatewayHost());
        QCOMPARE(rows.model()->rowCount(), 1);
        QCOMPARE(rows.gatewayAt(0).modbusPort, quint16(1502));
        QCOMPARE(rows.gatewayAt(0).modbus, ServiceState::NotTested);
        QCOMPARE(rows.gatewayAt(0).webSocket, ServiceState::Handshake);
    }

    void theSignInsSerialStandsAgainstModbus()
    {
        HostRows rows;
        rows.take(m_key, gatewayHost());
        rows.noteRead(m_key, true, quint16(502), u"110A1"_s);
        rows.setRemembered({remembered(u"110A1"_s, quint16(502))});
        rows.noteModbus(m_key, ServiceState::Answers, 502, u"Another model"_s, u"999Z9"_s);
        QCOMPARE(rows.gatewayAt(0).serial, u"110A1"_s);
        QCOMPARE(rows.gatewayAt(0).model, QString());
        rows.take(m_key, gatewayHost(u"999Z9"_s));
        QCOMPARE(rows.model()->rowCount(), 1);
        QCOMPARE(rows.gatewayAt(0).serial, u"110A1"_s);
    }

    void anotherMacAtTheAddressIsAnotherGatewayAllTheSame()
    {
        HostRows rows;
        rows.take(m_key, gatewayHost({}, u"0c:47:a9:90:00:01"_s));
        rows.noteRead(m_key, true, quint16(502), u"110A1"_s);
        rows.setRemembered({remembered(u"110A1"_s, quint16(502))});
        rows.take(m_key, gatewayHost(u"999Z9"_s, u"0c:47:a9:90:00:02"_s));
        QCOMPARE(rows.model()->rowCount(), 2);
        int displaced = 0;
        for (int row = 0; row < 2; ++row)
            displaced += rows.gatewayAt(row).displaced ? 1 : 0;
        QCOMPARE(displaced, 1);
    }

    void anotherMacIsAnotherGatewayAlsoWhenTheFirstWasGoneMeanwhile()
    {
        HostRows rows;
        RememberedHost first = remembered(u"110A1"_s, quint16(502));
        first.mac = u"0c:47:a9:90:00:01"_s;
        rows.take(m_key, gatewayHost({}, first.mac));
        rows.noteRead(m_key, true, quint16(502), u"110A1"_s);
        rows.setRemembered({first});
        rows.dropUnseen([](const QHostAddress &) { return true; }, {});
        rows.take(m_key, gatewayHost(u"999Z9"_s, u"0c:47:a9:90:00:02"_s));
        QCOMPARE(rows.model()->rowCount(), 2);
        QStringList serials;
        for (int row = 0; row < 2; ++row)
            serials += rows.gatewayAt(row).serial;
        serials.sort();
        QCOMPARE(serials, (QStringList{u"110A1"_s, u"999Z9"_s}));
    }

    void whatWasReadOfAGatewayIsNotSaidOfItsSuccessor()
    {
        HostRows rows;
        rows.take(m_key, gatewayHost({}, u"0c:47:a9:90:00:01"_s));
        rows.noteRead(m_key, false, quint16(502), u"110A1"_s);
        for (int scan = 0; scan < 2; ++scan) {
            rows.take(m_key, gatewayHost(u"999Z9"_s, u"0c:47:a9:90:00:02"_s));
            QCOMPARE(rows.model()->rowCount(), 1);
            QCOMPARE(rows.gatewayAt(0).serial, u"999Z9"_s);
            QVERIFY(!rows.model()->at(0).readOn);
        }
    }

    void anOldRefusalDoesNotOutliveTheNextTest()
    {
        HostRows rows;
        rows.take(m_key, gatewayHost());
        rows.dropUnseen([](const QHostAddress &) { return true; }, {});
        rows.setRemembered({remembered(u"110A1"_s, quint16(502))});
        rows.noteAnswer(rows.model()->at(0).key, {8080, 502}, false);
        QVERIFY(!rows.model()->at(0).refusedPorts.isEmpty());
        rows.noteModbus(rows.model()->at(0).key, ServiceState::Filtered, 502, {}, {});
        QVERIFY(rows.model()->at(0).refusedPorts.isEmpty());
    }

    void aDoubtLastsUntilTheNextReading()
    {
        HostRows rows;
        rows.take(m_key, gatewayHost());
        rows.noteRead(m_key, false, quint16(502), {});
        rows.noteDoubt(m_key);
        QVERIFY(rows.model()->at(0).doubtful);
        QCOMPARE(rows.gatewayAt(0).modbus, ServiceState::NotTested);
        rows.noteRead(m_key, true, quint16(502), {});
        QVERIFY(!rows.model()->at(0).doubtful);
        rows.noteDoubt(u"nobody"_s);
        QCOMPARE(rows.model()->rowCount(), 1);
    }
};

QTEST_GUILESS_MAIN(HostRowsTest)
#include "tst_hostrows.moc"
