// That the wire really shows what the catalogue says: the WebSocket face.
#include "simulatorfixture.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

int codeOf(const QJsonObject &reply)
{
    return reply["code"_L1].toInt(-1);
}

int enabledIn(const QJsonObject &reply)
{
    return reply["data"_L1]["modbusEnable"_L1].toInt(-1);
}

} // namespace

class TestWebSocketFaults : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SimulatorFixture> m_fixture;
    std::unique_ptr<RawClient> m_client;

    bool startWith(const QStringList &faults, bool enabled = false)
    {
        m_client.reset();
        m_fixture = std::make_unique<SimulatorFixture>(faults, enabled);
        return m_fixture->start();
    }
    bool signInWith(const QStringList &faults, bool enabled = false)
    {
        if (!startWith(faults, enabled))
            return false;
        m_client = m_fixture->signedInClient();
        return m_client != nullptr;
    }
    QJsonObject read() { return m_client->ask(m_fixture->readRequest()); }
    /// Everything that was sent until now has been taken in, and what had to be answered at once was.
    bool letTheSimulatorWork()
    {
        const int before = m_fixture->simulator->counters().webSocketConnections;
        const auto marker = m_fixture->webSocketClient();
        return QTest::qWaitFor(
            [&] { return m_fixture->simulator->counters().webSocketConnections == before + 1; });
    }

private Q_SLOTS:
    void cleanup()
    {
        m_client.reset();
        m_fixture.reset();
    }

    void connectionEndsAtItsEvent_data();
    void connectionEndsAtItsEvent();
    void handshakeIsAnsweredWrongly_data();
    void handshakeIsAnsweredWrongly();
    void handshakeIsNotAnswered();
    void handshakeIsAnsweredByHalf();
    void handshakeComesLate();
    void handshakeNeverEnds();
    void onlyTheFirstHandshakeIsServed();
    void signInIsRefusedThoughThePasswordIsRight_data();
    void signInIsRefusedThoughThePasswordIsRight();
    void serialIsHostile_data();
    void serialIsHostile();
    void hostileSerialIsAcceptedBack();
    void requestIsNotAnswered_data();
    void requestIsNotAnswered();
    void fragmentsKeepComing();
    void repliesAreSlow();
    void repliesAreTrickled();
    void pushesStorm();
    void pushesContradictTheReply();
};

void TestWebSocketFaults::connectionEndsAtItsEvent_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("pieces"); // upgrade, sign-in, request
    QTest::addColumn<int>("requestType");
    QTest::addColumn<bool>("isReset");
    const auto row = [](const char *fault, int pieces, int requestType, bool isReset) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << pieces << requestType << isReset;
    };
    row("connect-close", 0, 0, false);
    row("connect-reset", 0, 0, true);
    row("handshake-close", 1, 0, false);
    row("handshake-reset", 1, 0, true);
    row("sign-in-close", 2, 0, false);
    row("sign-in-reset", 2, 0, true);
    row("read-close", 3, 2, false);
    row("read-reset", 3, 2, true);
    row("write-close", 3, 3, false);
    row("write-reset", 3, 3, true);
}

void TestWebSocketFaults::connectionEndsAtItsEvent()
{
#ifndef Q_OS_UNIX
    QSKIP("needs BSD sockets");
#endif
    QFETCH(const QString, fault);
    QFETCH(const int, pieces);
    QFETCH(const int, requestType);
    QFETCH(const bool, isReset);
    QVERIFY(startWith({fault}));
    const QList<QByteArray> bytes{RawClient::upgradeRequest("/ws"),
                                  maskedTextFrame(textOf(m_fixture->signInRequest())),
                                  maskedTextFrame("{\"msgType\":" + QByteArray::number(requestType) + '}')};
    const Ending ending =
        endingAfter(m_fixture->options.address, m_fixture->simulator->webSocketPort(), bytes.first(pieces));
    QVERIFY(ending == (isReset ? Ending::Reset : Ending::Orderly));
    QVERIFY(!m_fixture->simulator->isEnabled());
    QTRY_COMPARE(m_fixture->simulator->openConnections(), 0);
}

void TestWebSocketFaults::handshakeIsAnsweredWrongly_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<bool>("ends");
    QTest::newRow("404") << u"handshake-404"_s << QByteArray("HTTP/1.1 404 Not Found\r\n") << true;
    QTest::newRow("401") << u"handshake-401"_s << QByteArray("HTTP/1.1 401 Unauthorized\r\n") << true;
    QTest::newRow("web page") << u"handshake-web-page"_s << QByteArray("HTTP/1.1 200 OK\r\n") << true;
    QTest::newRow("garbage") << u"handshake-garbage"_s << QByteArray("\x00\xFF\x15garbage", 10) << true;
    QTest::newRow("wrong accept") << u"handshake-wrong-accept"_s << QByteArray("HTTP/1.1 101 ") << false;
}

void TestWebSocketFaults::handshakeIsAnsweredWrongly()
{
    QFETCH(const QString, fault);
    QFETCH(const QByteArray, start);
    QFETCH(const bool, ends);
    QVERIFY(startWith({fault}));
    m_client = m_fixture->webSocketClient();
    QVERIFY(m_client->waitForConnection());
    m_client->send(RawClient::upgradeRequest("/ws"));
    QTRY_VERIFY(m_client->received.startsWith(start));
    QVERIFY(!m_client->received.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    if (ends)
        QVERIFY(m_client->waitForEnd());
    else
        QTRY_VERIFY(m_client->received.endsWith("\r\n\r\n"));
}

void TestWebSocketFaults::handshakeIsNotAnswered()
{
    QVERIFY(startWith({u"handshake-silent"_s}));
    m_client = m_fixture->webSocketClient();
    QVERIFY(m_client->waitForConnection());
    m_client->send(RawClient::upgradeRequest("/ws"));
    QVERIFY(letTheSimulatorWork());
    QVERIFY(letTheSimulatorWork());
    QVERIFY(m_client->received.isEmpty());
    QCOMPARE(m_client->socket.state(), QAbstractSocket::ConnectedState);
}

void TestWebSocketFaults::handshakeIsAnsweredByHalf()
{
    QVERIFY(startWith({u"handshake-half"_s}));
    m_client = m_fixture->webSocketClient();
    QVERIFY(m_client->waitForConnection());
    m_client->send(RawClient::upgradeRequest("/ws"));
    QTRY_VERIFY(m_client->received.startsWith("HTTP/1.1 101 "));
    QVERIFY(letTheSimulatorWork());
    QVERIFY(!m_client->received.contains("\r\n\r\n"));
    QCOMPARE(m_client->socket.state(), QAbstractSocket::ConnectedState);
}

void TestWebSocketFaults::handshakeComesLate()
{
    QVERIFY(startWith({u"handshake-slow"_s}));
    QElapsedTimer clock;
    clock.start();
    m_client = m_fixture->signedInClient();
    QVERIFY(m_client);
    QVERIFY(clock.elapsed() >= 1900);
}

void TestWebSocketFaults::handshakeNeverEnds()
{
    QVERIFY(startWith({u"handshake-endless"_s}));
    m_client = m_fixture->webSocketClient();
    QVERIFY(m_client->waitForConnection());
    m_client->send(RawClient::upgradeRequest("/ws"));
    QVERIFY(m_client->waitForBytes(50000));
    QVERIFY(m_client->received.startsWith("HTTP/1.1 101 "));
    QVERIFY(!m_client->received.contains("\r\n\r\n"));
}

void TestWebSocketFaults::onlyTheFirstHandshakeIsServed()
{
    QVERIFY(startWith({u"handshake-once"_s}));
    QVERIFY(letTheSimulatorWork()); // a connection without a handshake does not count
    m_client = m_fixture->signedInClient();
    QVERIFY(m_client);
    auto second = m_fixture->webSocketClient();
    QVERIFY(!second->upgrade());
    QVERIFY(second->waitForEnd());
    QCOMPARE(codeOf(read()), 0);
}

void TestWebSocketFaults::signInIsRefusedThoughThePasswordIsRight_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("text");
    QTest::newRow("plainly") << u"sign-in-refused"_s << u"wrong"_s;
    QTest::newRow("as a session") << u"sign-in-refused-session"_s << u"session"_s;
    QTest::newRow("with a hostile text") << u"sign-in-hostile-text"_s << u"\x1b[2J"_s;
    QTest::newRow("with the password") << u"sign-in-echoes-password"_s << u"secret"_s;
}

void TestWebSocketFaults::signInIsRefusedThoughThePasswordIsRight()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, text);
    QVERIFY(startWith({fault}));
    m_client = m_fixture->webSocketClient();
    QVERIFY(m_client->upgrade());
    const QJsonObject reply = m_client->ask(m_fixture->signInRequest());
    QCOMPARE(reply["msgType"_L1].toInt(), 1);
    QVERIFY(codeOf(reply) > 0);
    QCOMPARE(codeOf(reply) == 401, fault == u"sign-in-refused-session"_s);
    QVERIFY(reply["msg"_L1].toString().contains(text));
    QVERIFY(!reply.contains("data"_L1));
}

void TestWebSocketFaults::serialIsHostile_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("part");
    QTest::addColumn<int>("minimumSize");
    QTest::newRow("HTML") << u"serial-html"_s << u"<img src=x onerror"_s << 10;
    QTest::newRow("control characters") << u"serial-control-characters"_s << u"\x1b[2J"_s << 10;
    QTest::newRow("bidirectional") << u"serial-bidi"_s << u"\u202e"_s << 10;
    QTest::newRow("huge") << u"serial-huge"_s << u"AAAA"_s << 1000000;
    QTest::newRow("missing") << u"serial-missing"_s << QString() << 0;
}

void TestWebSocketFaults::serialIsHostile()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, part);
    QFETCH(const int, minimumSize);
    QVERIFY(startWith({fault}));
    m_client = m_fixture->webSocketClient();
    QVERIFY(m_client->upgrade());
    const QJsonObject reply = m_client->ask(m_fixture->signInRequest());
    QCOMPARE(codeOf(reply), 0);
    const QJsonObject data = reply["data"_L1].toObject();
    QVERIFY(!data["token"_L1].toString().isEmpty());
    QCOMPARE(data.contains("sn"_L1), minimumSize > 0);
    QVERIFY(data["sn"_L1].toString().contains(part));
    QVERIFY(data["sn"_L1].toString().size() >= minimumSize);
}

void TestWebSocketFaults::hostileSerialIsAcceptedBack()
{
    QVERIFY(signInWith({u"serial-html"_s}));
    QJsonObject request = m_fixture->readRequest();
    request["sn"_L1] = u"<img src=x onerror=alert(1)><b>110A</b>&amp;"_s;
    QCOMPARE(codeOf(m_client->ask(request)), 0);
}

void TestWebSocketFaults::requestIsNotAnswered_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QByteArray>("start"); // what comes nevertheless
    QTest::newRow("nothing") << u"read-no-reply"_s << QByteArray();
    QTest::newRow("half a frame") << u"read-half-frame"_s << QByteArray("\x81");
    QTest::newRow("huge length") << u"read-huge-length"_s << QByteArray::fromHex("817f4000000000000000");
}

void TestWebSocketFaults::requestIsNotAnswered()
{
    QFETCH(const QString, fault);
    QFETCH(const QByteArray, start);
    QVERIFY(signInWith({fault}));
    m_client->sendJson(m_fixture->readRequest());
    QTRY_COMPARE(m_fixture->simulator->counters().reads, 1);
    QVERIFY(letTheSimulatorWork());
    QTRY_VERIFY(m_client->received.size() >= start.size());
    QVERIFY(m_client->received.startsWith(start));
    QCOMPARE(m_client->received.isEmpty(), start.isEmpty());
    QVERIFY(!takeServerFrame(m_client->received));
    QCOMPARE(m_client->socket.state(), QAbstractSocket::ConnectedState);
}

void TestWebSocketFaults::fragmentsKeepComing()
{
    QVERIFY(signInWith({u"read-fragment-bomb"_s}));
    m_client->sendJson(m_fixture->readRequest());
    QVERIFY(m_client->waitForBytes(2 * 1024 * 1024));
    const auto first = takeServerFrame(m_client->received);
    QVERIFY(first);
    QCOMPARE(first->opcode, 1);
    QVERIFY(!first->isFinal);
    for (int i = 0; i < 100; ++i) {
        const auto next = takeServerFrame(m_client->received);
        QVERIFY(next);
        QCOMPARE(next->opcode, 0);
        QVERIFY(!next->isFinal);
    }
}

void TestWebSocketFaults::repliesAreSlow()
{
    QVERIFY(startWith({u"replies-slow"_s}));
    m_client = m_fixture->webSocketClient();
    QVERIFY(m_client->upgrade());
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(codeOf(m_client->ask(m_fixture->signInRequest())), 0);
    QVERIFY(clock.elapsed() >= 1400);
}

void TestWebSocketFaults::repliesAreTrickled()
{
    QVERIFY(startWith({u"replies-trickled"_s}));
    m_client = m_fixture->webSocketClient();
    QVERIFY(m_client->upgrade());
    int pieces = 0;
    connect(&m_client->socket, &QTcpSocket::readyRead, this, [&pieces] { ++pieces; });
    QCOMPARE(codeOf(m_client->ask(m_fixture->signInRequest())), 0);
    QVERIFY(pieces > 20);
}

void TestWebSocketFaults::pushesStorm()
{
    QVERIFY(signInWith({u"push-storm"_s}));
    for (int i = 0; i < 200; ++i)
        QCOMPARE(m_client->nextMessage()["msgType"_L1].toInt(), 5);
    m_client->sendJson(m_fixture->readRequest());
    QJsonObject message;
    do {
        message = m_client->nextMessage();
    } while (message["msgType"_L1].toInt() == 5);
    QCOMPARE(enabledIn(message), 0);
}

void TestWebSocketFaults::pushesContradictTheReply()
{
    QVERIFY(signInWith({u"push-opposite"_s}));
    const QJsonObject push = read();
    QCOMPARE(push["msgType"_L1].toInt(), 5);
    QCOMPARE(enabledIn(push), 1);
    const QJsonObject reply = m_client->nextMessage();
    QCOMPARE(reply["msgType"_L1].toInt(), 4);
    QCOMPARE(enabledIn(reply), 0);
}

QTEST_GUILESS_MAIN(TestWebSocketFaults)
#include "tst_websocketfaults.moc"
