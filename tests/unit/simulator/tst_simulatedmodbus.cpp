#include "simulatorfixture.h"

#include <QDateTime>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray tail(const QByteArray &bytes, qsizetype from)
{
    return bytes.mid(from).toHex();
}

} // namespace

class TestSimulatedModbus : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SimulatorFixture> m_fixture;
    std::unique_ptr<RawClient> m_client;

    QByteArray ask(const QByteArray &request, qsizetype replySize)
    {
        m_client->received.clear();
        m_client->send(request);
        return m_client->waitForBytes(replySize) ? m_client->received : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<SimulatorFixture>(QStringList(), true);
        QVERIFY(m_fixture->start());
        m_client = m_fixture->modbusClient();
        QVERIFY(m_client);
    }
    void cleanup()
    {
        m_client.reset();
        m_fixture.reset();
    }

    void headerEchoesTheRequest();
    void ratedPowerIsReadByBothFunctions();
    void identityBlockOfThePlantIsPlausible();
    void modelIsReadAsText();
    void missingRegistersInABlockAreAllOnes();
    void unknownBlockIsExceptionTwo();
    void writesAreExceptionOne();
    void unknownUnitsAndBroadcastsAreNotAnswered();
    void severalRequestsInOneSegmentAreAnsweredInOrder();
    void splitRequestIsAnsweredOnce();
    void otherProtocolEndsTheConnection();
    void requestsAreCounted();
};

void TestSimulatedModbus::headerEchoesTheRequest()
{
    const QByteArray reply = ask(modbusRequest(0xBEEF, 247, 4, 30051, 1), 11);
    QCOMPARE(reply.toHex(), QByteArray("beef00000005f704020001"));
}

void TestSimulatedModbus::ratedPowerIsReadByBothFunctions()
{
    QCOMPARE(tail(ask(modbusRequest(1, 1, 4, 30540, 2), 13), 6), QByteArray("01040400002710"));
    QCOMPARE(tail(ask(modbusRequest(2, 1, 3, 30540, 2), 13), 6), QByteArray("01030400002710"));
}

void TestSimulatedModbus::identityBlockOfThePlantIsPlausible()
{
    const QByteArray reply = ask(modbusRequest(1, 247, 4, 30000, 15), 39);
    QCOMPARE(reply.size(), qsizetype(39));
    const auto word = [&reply](int index) {
        return static_cast<quint8>(reply[9 + 2 * index]) << 8 | static_cast<quint8>(reply[10 + 2 * index]);
    };
    const qint64 epoch = qint64(word(0)) << 16 | word(1);
    QVERIFY(qAbs(epoch - QDateTime::currentSecsSinceEpoch()) <= 2);
    QCOMPARE(word(4), 1);
    QCOMPARE(word(9), 0);
    QVERIFY(word(14) <= 1000);
}

void TestSimulatedModbus::modelIsReadAsText()
{
    const QByteArray reply = ask(modbusRequest(1, 1, 4, 30500, 40), 89);
    QVERIFY(reply.mid(9).startsWith("SigenStor EC 10.0 TP\0"));
    QCOMPARE(reply.mid(39, 14), QByteArray("110A1234567890"));
    QCOMPARE(reply.mid(59, 17), QByteArray("V100R001C00SPC115"));
}

void TestSimulatedModbus::missingRegistersInABlockAreAllOnes()
{
    const QByteArray reply = ask(modbusRequest(1, 1, 4, 30538, 6), 21);
    QCOMPARE(tail(reply, 9),
             QByteArray("00000000" // the end of the firmware's text
                        "00002710"
                        "ffffffff"));
}

void TestSimulatedModbus::unknownBlockIsExceptionTwo()
{
    QCOMPARE(tail(ask(modbusRequest(1, 247, 4, 40000, 2), 9), 4), QByteArray("0003f78402"));
    QCOMPARE(tail(ask(modbusRequest(1, 247, 3, 40000, 2), 9), 4), QByteArray("0003f78302"));
    QCOMPARE(tail(ask(modbusRequest(1, 1, 4, 30000, 2), 9), 4), QByteArray("0003018402"));
}

void TestSimulatedModbus::writesAreExceptionOne()
{
    QCOMPARE(tail(ask(modbusRequest(1, 247, 6, 40000, 1), 9), 4), QByteArray("0003f78601"));
}

void TestSimulatedModbus::unknownUnitsAndBroadcastsAreNotAnswered()
{
    for (const int unit : {0, 3, 246, 248, 255})
        m_client->send(modbusRequest(1, unit, 4, 30000, 2));
    // Only the last one is answered, so what was not answered before never will be.
    QCOMPARE(ask(modbusRequest(2, 247, 4, 30051, 1), 11).toHex(), QByteArray("000200000005f704020001"));
    QCOMPARE(m_fixture->simulator->counters().modbusRequests, 6);
}

void TestSimulatedModbus::severalRequestsInOneSegmentAreAnsweredInOrder()
{
    const QByteArray replies =
        ask(modbusRequest(1, 247, 4, 30051, 1) + modbusRequest(2, 1, 4, 30540, 2), 11 + 13);
    QCOMPARE(replies.toHex(),
             QByteArray("000100000005f704020001"
                        "00020000000701040400002710"));
}

void TestSimulatedModbus::splitRequestIsAnsweredOnce()
{
    const QByteArray request = modbusRequest(1, 247, 4, 30051, 1);
    for (const char byte : request) {
        m_client->send(QByteArray(1, byte));
        m_client->socket.flush();
    }
    QVERIFY(m_client->waitForBytes(11));
    QCOMPARE(m_client->received.toHex(), QByteArray("000100000005f704020001"));
    QCOMPARE(m_fixture->simulator->counters().modbusRequests, 1);
}

void TestSimulatedModbus::otherProtocolEndsTheConnection()
{
    m_client->send("GET / HTTP/1.1\r\n\r\n");
    QVERIFY(m_client->waitForEnd());
    QVERIFY(m_client->received.isEmpty());
    QTRY_COMPARE(m_fixture->simulator->openConnections(), 0);
}

void TestSimulatedModbus::requestsAreCounted()
{
    ask(modbusRequest(1, 247, 4, 30051, 1), 11);
    ask(modbusRequest(2, 247, 4, 30051, 1), 11);
    QCOMPARE(m_fixture->simulator->counters().modbusConnections, 1);
    QCOMPARE(m_fixture->simulator->counters().modbusRequests, 2);
}

QTEST_GUILESS_MAIN(TestSimulatedModbus)
#include "tst_simulatedmodbus.moc"
