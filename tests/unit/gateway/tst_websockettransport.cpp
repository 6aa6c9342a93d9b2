#include "transporttesting.h"

#include "support/loopback.h"
#include "support/rawserver.h"
#include "support/scriptedgateway.h"

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace Sigen;
using namespace Sigen::Test;
using namespace std::chrono_literals;

static constexpr quint64 messageSize = testLimits().messageSize;

class TestWebSocketTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsGoBothWays();
    void badFramesEndTheConnection_data();
    void badFramesEndTheConnection();
    void aMessageOfTheLimitIsAccepted();
    void binaryMessagesAreReportedAndSkipped();
    void textBeforeTheConnectionIsRefused();
    void aPeerThatAnswersNoPingIsLost();
    void aPeerThatAnswersPingsIsKept();
    void aPeerThatOnlyTalksIsKept();
    void aPeerThatPingsWithoutReadingIsLost();
    void afterCloseNothingIsEmitted();
    void closingSaysGoodbye();
    void itMayBeDestroyedInEachOfItsSignals_data();
    void itMayBeDestroyedInEachOfItsSignals();
    void noDescriptorStaysOpen();
};

void TestWebSocketTransport::textsGoBothWays()
{
    ScriptedGateway gateway;
    gateway.answer(-1, {u"pong"_s});
    WebSocketTransport transport(loopbackEndpoint(gateway.port()), u"/ws"_s, testLimits());
    QSignalSpy texts(&transport, &WebSocketTransport::textReceived);
    open(transport);
    QVERIFY(transport.isOpen());
    QVERIFY(transport.send(u"ping"_s));
    QTRY_COMPARE(texts.count(), 1);
    QCOMPARE(texts.at(0).at(0).toString(), u"pong"_s);
    QCOMPARE(gateway.received(), QStringList{u"ping"_s});
}

void TestWebSocketTransport::badFramesEndTheConnection_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray chunk(600'000, 'x');
    QTest::newRow("one byte too long")
        << webSocketHeader(Opcode::Text, messageSize + 1) << ErrorCode::MessageTooLarge;
    QTest::newRow("one byte too long, all sent")
        << webSocketFrame(Opcode::Text, QByteArray(messageSize + 1, 'x')) << ErrorCode::MessageTooLarge;
    QTest::newRow("announces exabytes")
        << webSocketHeader(Opcode::Text, quint64(1) << 60) << ErrorCode::MessageTooLarge;
    QTest::newRow("fragments that add up") << QByteArray(webSocketFrame(Opcode::Text, chunk, false)
                                                         + webSocketFrame(Opcode::Continuation, chunk, false))
                                           << ErrorCode::MessageTooLarge;
    QTest::newRow("binary fragments that add up") << QByteArray(
        webSocketFrame(Opcode::Binary, chunk, false) + webSocketFrame(Opcode::Continuation, chunk, false))
                                                  << ErrorCode::MessageTooLarge;
    QTest::newRow("fragments whose characters are few and whose bytes are many")
        << QByteArray(webSocketFrame(Opcode::Text, QByteArray("\xe2\x82\xac").repeated(200'000), false)
                      + webSocketFrame(Opcode::Continuation, QByteArray("\xe2\x82\xac").repeated(200'000)))
        << ErrorCode::MessageTooLarge;
    QTest::newRow("invalid UTF-8") << webSocketFrame(Opcode::Text, "{\"a\":\"\xff\"}")
                                   << ErrorCode::MalformedReply;
    QTest::newRow("reserved bits") << QByteArray("\xf1\x01x") << ErrorCode::MalformedReply;
    QTest::newRow("continuation of nothing")
        << webSocketFrame(Opcode::Continuation, "x") << ErrorCode::MalformedReply;
    QTest::newRow("closed with a reason")
        << webSocketFrame(Opcode::Close, "\x03\xe9 restarting") << ErrorCode::ConnectionLost;
    QTest::newRow("closed without a reason")
        << webSocketFrame(Opcode::Close, {}) << ErrorCode::ConnectionLost;
}

void TestWebSocketTransport::badFramesEndTheConnection()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    RawServer server(RawServer::upgrading([bytes](QTcpSocket &client) { client.write(bytes); }));
    WebSocketTransport transport(loopbackEndpoint(server.port()), u"/ws"_s, testLimits());
    QSignalSpy opened(&transport, &WebSocketTransport::opened);
    QSignalSpy texts(&transport, &WebSocketTransport::textReceived);
    const Error error = endOf(transport);
    QCOMPARE(error.code, code);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(texts.count(), 0);
    QVERIFY(!transport.isOpen());
    QVERIFY(!transport.send(u"x"_s));
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestWebSocketTransport::aMessageOfTheLimitIsAccepted()
{
    const QByteArray half(messageSize / 2, 'x');
    RawServer server(RawServer::upgrading([half](QTcpSocket &client) {
        client.write(webSocketFrame(Opcode::Text, half + half));
        client.write(webSocketFrame(Opcode::Text, half, false) + webSocketFrame(Opcode::Continuation, half));
    }));
    WebSocketTransport transport(loopbackEndpoint(server.port()), u"/ws"_s, testLimits());
    QSignalSpy texts(&transport, &WebSocketTransport::textReceived);
    open(transport);
    QTRY_COMPARE(texts.count(), 2);
    QCOMPARE(texts.at(0).at(0).toString().size(), qsizetype(messageSize));
    QCOMPARE(texts.at(1).at(0).toString().size(), qsizetype(messageSize));
    QVERIFY(transport.isOpen());
}

void TestWebSocketTransport::binaryMessagesAreReportedAndSkipped()
{
    RawServer server(RawServer::upgrading([](QTcpSocket &client) {
        client.write(webSocketFrame(Opcode::Binary, "abc") + webSocketFrame(Opcode::Text, "text"));
    }));
    WebSocketTransport transport(loopbackEndpoint(server.port()), u"/ws"_s, testLimits());
    QSignalSpy texts(&transport, &WebSocketTransport::textReceived);
    QSignalSpy binaries(&transport, &WebSocketTransport::binaryReceived);
    open(transport);
    QTRY_COMPARE(texts.count(), 1);
    QCOMPARE(binaries.count(), 1);
    QCOMPARE(binaries.at(0).at(0).toLongLong(), 3);
    QVERIFY(transport.isOpen());
}

void TestWebSocketTransport::textBeforeTheConnectionIsRefused()
{
    ScriptedGateway gateway;
    WebSocketTransport transport(loopbackEndpoint(gateway.port()), u"/ws"_s, testLimits());
    QVERIFY(!transport.send(u"idle"_s));
    QSignalSpy opened(&transport, &WebSocketTransport::opened);
    transport.open();
    QVERIFY(!transport.send(u"early"_s));
    QTRY_COMPARE(opened.count(), 1);
    QVERIFY(transport.send(u"now"_s));
    QTRY_COMPARE(gateway.received(), QStringList{u"now"_s});
}

void TestWebSocketTransport::aPeerThatAnswersNoPingIsLost()
{
    RawServer server(RawServer::upgrading([](QTcpSocket &) {})); // and never a pong
    WebSocketLimits hasty = testLimits();
    hasty.pingInterval = 30ms;
    hasty.pingPatience = 60ms;
    WebSocketTransport transport(loopbackEndpoint(server.port()), u"/ws"_s, hasty);
    const Error error = endOf(transport);
    QCOMPARE(error.code, ErrorCode::ConnectionLost);
    QCOMPARE(error.detail, u"no answer to a ping within 60 ms"_s);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestWebSocketTransport::aPeerThatAnswersPingsIsKept()
{
    ScriptedGateway gateway;
    int pings = 0;
    WebSocketLimits frequent = testLimits();
    frequent.pingInterval = 10ms;
    frequent.pingPatience = 2s;
    WebSocketTransport transport(loopbackEndpoint(gateway.port()), u"/ws"_s, frequent);
    open(transport);
    QTRY_VERIFY(gateway.client());
    // QWebSocket answers pings unseen; what the server pings itself shows that both directions are alive.
    connect(gateway.client(), &QWebSocket::pong, this, [&] { ++pings; });
    while (pings < 10) {
        const int before = pings;
        gateway.client()->ping();
        QTRY_COMPARE(pings, before + 1);
    }
    QVERIFY(transport.isOpen());
}

void TestWebSocketTransport::aPeerThatOnlyTalksIsKept()
{
    RawServer server(RawServer::upgrading([](QTcpSocket &client) { // never a pong
        auto *const talking = new QTimer(&client);
        connect(talking, &QTimer::timeout, &client,
                [&client] { client.write(webSocketFrame(Opcode::Text, "x")); });
        talking->start(10ms);
    }));
    WebSocketLimits hasty = testLimits();
    hasty.pingInterval = 20ms;
    hasty.pingPatience = 200ms;
    WebSocketTransport transport(loopbackEndpoint(server.port()), u"/ws"_s, hasty);
    QSignalSpy texts(&transport, &WebSocketTransport::textReceived);
    open(transport);
    QTRY_VERIFY(texts.count() >= 40 || !transport.isOpen());
    QVERIFY(transport.isOpen());
}

void TestWebSocketTransport::aPeerThatPingsWithoutReadingIsLost()
{
    RawServer server([](QTcpSocket &client, const QByteArray &bytes) {
        if (!bytes.startsWith("GET "))
            return;
        client.setReadBufferSize(1);
        client.write(upgradeAnswer(bytes));
        const QByteArray pings = webSocketFrame(Opcode::Ping, QByteArray(125, 'p')).repeated(2000);
        client.write(pings);
        QObject::connect(&client, &QTcpSocket::bytesWritten, &client, [&client, pings] {
            if (client.bytesToWrite() < pings.size())
                client.write(pings);
        });
        QObject::disconnect(&client, &QTcpSocket::readyRead, nullptr, nullptr);
    });
    WebSocketTransport transport(loopbackEndpoint(server.port()), u"/ws"_s, testLimits());
    const Error error = endOf(transport);
    QCOMPARE(error.code, ErrorCode::ConnectionLost);
    QCOMPARE(error.detail, u"the peer sends without reading"_s);
}

void TestWebSocketTransport::afterCloseNothingIsEmitted()
{
    ScriptedGateway gateway;
    gateway.answer(-1, {u"a"_s, u"b"_s});
    WebSocketTransport transport(loopbackEndpoint(gateway.port()), u"/ws"_s, testLimits());
    QSignalSpy ended(&transport, &WebSocketTransport::ended);
    QSignalSpy texts(&transport, &WebSocketTransport::textReceived);
    open(transport);
    connect(&transport, &WebSocketTransport::textReceived, &transport, &WebSocketTransport::close);
    transport.send(u"x"_s);
    QTRY_COMPARE(texts.count(), 1);
    QTRY_COMPARE(gateway.openConnections(), 0);
    QCOMPARE(texts.count(), 1);
    QCOMPARE(ended.count(), 0);

    // Also when its end is already on the way.
    WebSocketTransport refused(loopbackEndpoint(gateway.port()), u"/not\na path"_s, testLimits());
    QSignalSpy refusedEnded(&refused, &WebSocketTransport::ended);
    refused.open();
    refused.close();
    QCoreApplication::processEvents();
    QCOMPARE(refusedEnded.count(), 0);
}

void TestWebSocketTransport::closingSaysGoodbye()
{
    ScriptedGateway gateway;
    WebSocketTransport transport(loopbackEndpoint(gateway.port()), u"/ws"_s, testLimits());
    open(transport);
    QTRY_VERIFY(gateway.client());
    QSignalSpy disconnected(gateway.client(), &QWebSocket::disconnected);
    QWebSocketProtocol::CloseCode code = QWebSocketProtocol::CloseCodeAbnormalDisconnection;
    QWebSocket *const client = gateway.client();
    connect(client, &QWebSocket::aboutToClose, this, [&] { code = client->closeCode(); });
    transport.close();
    QTRY_COMPARE(disconnected.count(), 1);
    QCOMPARE(code, QWebSocketProtocol::CloseCodeNormal);
}

void TestWebSocketTransport::itMayBeDestroyedInEachOfItsSignals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("signal");
    QTest::newRow("opened") << QByteArray() << QByteArray(SIGNAL(opened()));
    QTest::newRow("text") << webSocketFrame(Opcode::Text, "x").repeated(3)
                          << QByteArray(SIGNAL(textReceived(QString)));
    QTest::newRow("binary") << webSocketFrame(Opcode::Binary, "x").repeated(3)
                            << QByteArray(SIGNAL(binaryReceived(qsizetype)));
    QTest::newRow("ended") << webSocketFrame(Opcode::Close, {}) << QByteArray(SIGNAL(ended(Sigen::Error)));
}

/// Destroys on a signal whose name is only known at run time.
class Destroyer : public QObject
{
    Q_OBJECT

public:
    std::unique_ptr<WebSocketTransport> victim;
    int calls = 0;

public Q_SLOTS:
    void destroy()
    {
        ++calls;
        victim.reset();
    }
};

void TestWebSocketTransport::itMayBeDestroyedInEachOfItsSignals()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, signal);
    RawServer server(RawServer::upgrading([bytes](QTcpSocket &client) { client.write(bytes); }));
    Destroyer destroyer;
    destroyer.victim =
        std::make_unique<WebSocketTransport>(loopbackEndpoint(server.port()), u"/ws"_s, testLimits());
    connect(destroyer.victim.get(), signal.constData(), &destroyer, SLOT(destroy()));
    destroyer.victim->open();
    QTRY_VERIFY(!destroyer.victim);
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(destroyer.calls, 1);
}

void TestWebSocketTransport::noDescriptorStaysOpen()
{
    if (openDescriptors() < 0)
        QSKIP("the system does not tell");
    RawServer server(
        RawServer::upgrading([](QTcpSocket &client) { client.write(webSocketFrame(Opcode::Text, "x")); }));
    int before = -1; // after the first round, which opens what Qt keeps
    for (int round = 0; round < 5; ++round) {
        auto transport =
            std::make_unique<WebSocketTransport>(loopbackEndpoint(server.port()), u"/ws"_s, testLimits());
        QSignalSpy texts(transport.get(), &WebSocketTransport::textReceived);
        transport->open();
        QTRY_COMPARE(texts.count(), 1);
        transport.reset();
        QTRY_COMPARE(server.openConnections(), 0);
        if (round == 0)
            before = openDescriptors();
    }
    QTRY_COMPARE(openDescriptors(), before);
}

QTEST_GUILESS_MAIN(TestWebSocketTransport)
#include "tst_websockettransport.moc"
