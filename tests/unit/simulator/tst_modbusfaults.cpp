// That the wire really shows what the catalogue says: the Modbus face.
#include "simulatorfixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class TestModbusFaults : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SimulatorFixture> m_fixture;
    std::unique_ptr<RawClient> m_client;

    bool connectWith(const QStringList &faults)
    {
        m_client.reset();
        m_fixture = std::make_unique<SimulatorFixture>(faults, true);
        if (!m_fixture->start())
            return false;
        m_client = m_fixture->modbusClient();
        return m_client != nullptr;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_client.reset();
        m_fixture.reset();
    }

    void replyIsWrongOnTheWire_data();
    void replyIsWrongOnTheWire();
    void nothingIsAnswered();
    void connectionEnds_data();
    void connectionEnds();
    void staleReplyIsInTheSameSegment();
    void onlyStaleRepliesCome();
    void replyIsTrickled();
    void replyIsSlow();
    void firstRequestIsLost();
    void unitsDiffer();
    void lookalikeAnswersAsItself();
    void slowUnitIsSlow();
    void unknownUnitEndsTheConnection_data();
    void unknownUnitEndsTheConnection();
    void startIsSlow_data();
    void startIsSlow();
    void firstConnectionHangs();
};

void TestModbusFaults::replyIsWrongOnTheWire_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QByteArray>("reply");
    // The honest reply is 0007 0000 0005 F7 04 02 0001.
    const auto row = [](const char *fault, const char *reply) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << QByteArray::fromHex(reply);
    };
    row("modbus-wrong-transaction", "03ef00000005f704020001");
    row("modbus-wrong-unit", "0007000000050204020001");
    row("modbus-wrong-function", "000700000005f703020001");
    row("modbus-wrong-protocol", "000700010005f704020001");
    row("modbus-wrong-byte-count", "000700000005f704040001");
    row("modbus-zero-length", "000700000000f704020001");
    row("modbus-half-frame", "0007000000");
    row("modbus-holding-only", "000700000003f78401");
    row("modbus-exception-02", "000700000003f78402");
    row("modbus-exception-04", "000700000003f78404");
    row("modbus-exception-0b", "000700000003f7840b");
    row("plant-alarms", "000700000005f704020002");
    row("implausible-values", "000700000005f704020001");
    row("serial-differs", "000700000005f704020001");
    row("units-none", "000700000005f704020001");
    QTest::newRow("modbus-http") << u"modbus-http"_s << QByteArray("HTTP/1.1 400 Bad Request\r\n");
    QTest::newRow("modbus-noise") << u"modbus-noise"_s << QByteArray::fromHex("deadbeefdeadbeef");
}

void TestModbusFaults::replyIsWrongOnTheWire()
{
    QFETCH(const QString, fault);
    QFETCH(const QByteArray, reply);
    QVERIFY(connectWith({fault}));
    m_client->send(modbusRequest(7, 247, 4, 30051, 1));
    QVERIFY(m_client->waitForBytes(reply.size()));
    QCOMPARE(m_client->received.first(reply.size()).toHex(), reply.toHex());
}

void TestModbusFaults::nothingIsAnswered()
{
    QVERIFY(connectWith({u"modbus-silent"_s}));
    m_client->send(modbusRequest(7, 247, 4, 30051, 1));
    QTRY_COMPARE(m_fixture->simulator->counters().modbusRequests, 1);
    QVERIFY(m_fixture->modbusClient()); // the simulator has had its turn
    QVERIFY(m_client->received.isEmpty());
    QCOMPARE(m_client->socket.state(), QAbstractSocket::ConnectedState);
}

void TestModbusFaults::connectionEnds_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("isReset");
    QTest::addColumn<int>("requests");
    QTest::newRow("on connect") << u"modbus-closes-on-connect"_s << false << 0;
    QTest::newRow("on request") << u"modbus-closes-on-request"_s << false << 1;
    QTest::newRow("reset") << u"modbus-resets"_s << true << 1;
}

void TestModbusFaults::connectionEnds()
{
#ifndef Q_OS_UNIX
    QSKIP("needs BSD sockets");
#endif
    QFETCH(const QString, fault);
    QFETCH(const bool, isReset);
    QFETCH(const int, requests);
    m_fixture = std::make_unique<SimulatorFixture>(QStringList{fault}, true);
    QVERIFY(m_fixture->start());
    const QList<QByteArray> bytes{modbusRequest(7, 247, 4, 30051, 1)};
    const Ending ending =
        endingAfter(m_fixture->options.address, SimulatorFixture::modbusPort, bytes.first(requests));
    QVERIFY(ending == (isReset ? Ending::Reset : Ending::Orderly));
    QCOMPARE(m_fixture->simulator->counters().modbusRequests, requests);
    QTRY_COMPARE(m_fixture->simulator->openConnections(), 0);
}

void TestModbusFaults::staleReplyIsInTheSameSegment()
{
    QVERIFY(connectWith({u"modbus-stale-first"_s}));
    QByteArray firstSegment;
    connect(&m_client->socket, &QTcpSocket::readyRead, this, [&] {
        if (firstSegment.isEmpty())
            firstSegment = m_client->received;
    });
    m_client->send(modbusRequest(7, 247, 4, 30051, 1));
    QVERIFY(m_client->waitForBytes(22));
    QCOMPARE(firstSegment.toHex(),
             QByteArray("000600000005f704021111"
                        "000700000005f704020001"));
}

void TestModbusFaults::onlyStaleRepliesCome()
{
    QVERIFY(connectWith({u"modbus-stale-only"_s}));
    m_client->send(modbusRequest(7, 247, 4, 30051, 1));
    QVERIFY(m_client->waitForBytes(55));
    QCOMPARE(m_client->received.first(55), QByteArray::fromHex("000600000005f704021111").repeated(5));
}

void TestModbusFaults::replyIsTrickled()
{
    QVERIFY(connectWith({u"modbus-trickled"_s}));
    int pieces = 0;
    connect(&m_client->socket, &QTcpSocket::readyRead, this, [&pieces] { ++pieces; });
    m_client->send(modbusRequest(7, 247, 4, 30051, 1));
    QVERIFY(m_client->waitForBytes(11));
    QCOMPARE(m_client->received.toHex(), QByteArray("000700000005f704020001"));
    QVERIFY(pieces > 3);
}

void TestModbusFaults::replyIsSlow()
{
    QVERIFY(connectWith({u"modbus-slow"_s}));
    QElapsedTimer clock;
    clock.start();
    m_client->send(modbusRequest(7, 247, 4, 30051, 1));
    QVERIFY(m_client->waitForBytes(11));
    QVERIFY(clock.elapsed() >= 1400);
}

void TestModbusFaults::firstRequestIsLost()
{
    QVERIFY(connectWith({u"modbus-first-lost"_s}));
    m_client->send(modbusRequest(7, 247, 4, 30051, 1));
    m_client->send(modbusRequest(8, 247, 4, 30051, 1));
    QVERIFY(m_client->waitForBytes(11));
    QCOMPARE(m_client->received.toHex(), QByteArray("000800000005f704020001"));
}

void TestModbusFaults::unitsDiffer()
{
    QVERIFY(connectWith({u"units-differ"_s}));
    m_client->send(modbusRequest(7, 1, 4, 30540, 2));
    m_client->send(modbusRequest(8, 3, 4, 30540, 2));
    QVERIFY(m_client->waitForBytes(13));
    QCOMPARE(m_client->received.toHex(), QByteArray("00080000000703040400002710"));
}

void TestModbusFaults::lookalikeAnswersAsItself()
{
    QVERIFY(connectWith({u"lookalike-huawei"_s}));
    m_client->send(modbusRequest(7, 247, 4, 30000, 15) + modbusRequest(8, 247, 4, 30051, 1));
    QVERIFY(m_client->waitForBytes(39 + 9));
    QVERIFY(m_client->received.mid(9).startsWith("SUN2000-10KTL-M1"));
    QCOMPARE(m_client->received.mid(39).toHex(), QByteArray("000800000003f78402"));
}

void TestModbusFaults::slowUnitIsSlow()
{
    QVERIFY(connectWith({u"unit-slow"_s}));
    m_client->send(modbusRequest(7, 2, 4, 30500, 40) + modbusRequest(8, 247, 4, 30051, 1));
    QVERIFY(m_client->waitForBytes(11));
    QCOMPARE(m_client->received.first(11).toHex(), QByteArray("000800000005f704020001"));
    QVERIFY(m_client->waitForBytes(20));
    QCOMPARE(m_client->received.sliced(11).toHex(), QByteArray("000700000003028402"));
}

void TestModbusFaults::unknownUnitEndsTheConnection_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("closes") << u"unit-unknown-closes"_s;
    QTest::newRow("resets") << u"unit-unknown-resets"_s;
}

void TestModbusFaults::unknownUnitEndsTheConnection()
{
    QFETCH(QString, fault);
    QVERIFY(connectWith({fault}));
    m_client->send(modbusRequest(7, 247, 4, 30051, 1));
    QVERIFY(m_client->waitForBytes(11));
    m_client->send(modbusRequest(8, 9, 4, 30500, 1));
    QTRY_COMPARE(m_client->socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_client->received.size(), 11);
}

void TestModbusFaults::startIsSlow_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("exception 04") << u"start-slow-exception-04"_s << QByteArray("000700000003f78404");
    QTest::newRow("exception 06") << u"start-slow-exception-06"_s << QByteArray("000700000003f78406");
    QTest::newRow("zeros") << u"start-slow-zeros"_s << QByteArray("000700000005f704020000");
    QTest::newRow("closes") << u"start-slow-closes"_s << QByteArray();
    QTest::newRow("resets") << u"start-slow-resets"_s << QByteArray();
    QTest::newRow("silent") << u"start-slow-silent"_s << QByteArray();
}

void TestModbusFaults::startIsSlow()
{
    QFETCH(QString, fault);
    QFETCH(QByteArray, reply);
    QVERIFY(connectWith({fault}));
    m_client->send(modbusRequest(7, 247, 4, 30051, 1));
    if (!reply.isEmpty()) {
        QVERIFY(m_client->waitForBytes(reply.size() / 2));
        QCOMPARE(m_client->received.toHex(), reply);
    } else if (fault.endsWith("silent"_L1)) {
        QVERIFY(!QTest::qWaitFor([this] { return !m_client->received.isEmpty(); }, 300));
    } else {
        QTRY_COMPARE(m_client->socket.state(), QAbstractSocket::UnconnectedState);
    }
    // Later it answers.
    QTRY_VERIFY_WITH_TIMEOUT(([this] {
                                 const auto again = m_fixture->modbusClient();
                                 again->send(modbusRequest(9, 247, 4, 30051, 1));
                                 const QByteArray right = QByteArray::fromHex("000900000005f704020001");
                                 return QTest::qWaitFor([&] { return again->received == right; }, 500);
                             }()),
                             20000);
}

void TestModbusFaults::firstConnectionHangs()
{
    QVERIFY(connectWith({u"start-first-hangs"_s}));
    m_client->send(modbusRequest(7, 247, 4, 30051, 1));
    QVERIFY(!QTest::qWaitFor([this] { return !m_client->received.isEmpty(); }, 300));
    const auto second = m_fixture->modbusClient();
    second->send(modbusRequest(8, 247, 4, 30051, 1));
    QVERIFY(second->waitForBytes(11));
}

QTEST_GUILESS_MAIN(TestModbusFaults)
#include "tst_modbusfaults.moc"
