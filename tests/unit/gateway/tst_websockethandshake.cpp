#include "transporttesting.h"

#include "simulator/tcptools.h"
#include "support/rawserver.h"
#include "support/residentmemory.h"

using namespace Qt::Literals::StringLiterals;
using namespace Sigen;
using namespace Sigen::Test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Sigen::Test::RawServer::Script)

class TestWebSocketHandshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHandshakeSaysNothingPersonal();
    void thePathKeepsItsQueryAndEscapes();
    void aPathThatNoUrlCanHaveIsRefused();
    void aClosedPortIsConnectionRefused();
    void aResetBeforeTheFirstLookIsNoReasonToConnectAgain();
    void whatAnswersOtherwiseIsNotAGateway_data();
    void whatAnswersOtherwiseIsNotAGateway();
    void aSilentHandshakeTimesOut_data();
    void aSilentHandshakeTimesOut();
    void anEndlessHandshakeIsBoundedInTimeAndMemory();
};

void TestWebSocketHandshake::theHandshakeSaysNothingPersonal()
{
    RawServer server(RawServer::upgrading([](QTcpSocket &) {}));
    WebSocketTransport transport(loopbackEndpoint(server.port()), u"/ws"_s, testLimits());
    open(transport);
    const QList<QByteArray> lines = server.received().trimmed().split('\n');
    QCOMPARE(lines.at(0).trimmed(), "GET /ws HTTP/1.1");
    for (const QByteArray &line : lines.mid(1)) {
        const QByteArray name = line.left(line.indexOf(':')).toLower();
        QVERIFY2(
            QByteArrayList({"host", "upgrade", "connection", "sec-websocket-key", "sec-websocket-version"})
                .contains(name),
            line.constData());
    }
}

void TestWebSocketHandshake::thePathKeepsItsQueryAndEscapes()
{
    RawServer server(RawServer::upgrading([](QTcpSocket &) {}));
    WebSocketTransport transport(loopbackEndpoint(server.port()), u"/a%20b?x=1"_s, testLimits());
    open(transport);
    QVERIFY(server.received().startsWith("GET /a%20b?x=1 HTTP/1.1\r\n"));
}

void TestWebSocketHandshake::aPathThatNoUrlCanHaveIsRefused()
{
    RawServer server(RawServer::upgrading([](QTcpSocket &) {}));
    WebSocketTransport transport(loopbackEndpoint(server.port()), u"/ws\r\nX-Header: 1"_s, testLimits());
    QCOMPARE(endOf(transport).code, ErrorCode::Usage);
    QCOMPARE(server.connections(), 0);
}

void TestWebSocketHandshake::aClosedPortIsConnectionRefused()
{
    quint16 port = 0;
    {
        RawServer server([](QTcpSocket &, const QByteArray &) {});
        port = server.port();
    }
    WebSocketTransport transport(loopbackEndpoint(port), u"/ws"_s, testLimits());
    QSignalSpy ended(&transport, &WebSocketTransport::ended);
    transport.open();
    QCOMPARE(ended.count(), 0); // never from inside open()
    QTRY_COMPARE(ended.count(), 1);
    const auto error = ended.at(0).at(0).value<Error>();
    QCOMPARE(error.code, ErrorCode::ConnectionRefused);
    QCOMPARE(error.context, u"127.0.0.1:%1"_s.arg(port));
}

static RawServer::Script answering(const QByteArray &answer, bool hangUp)
{
    return [answer, hangUp](QTcpSocket &client, const QByteArray &bytes) {
        if (bytes.isEmpty())
            return;
        client.write(answer);
        if (hangUp)
            client.disconnectFromHost();
    };
}

void TestWebSocketHandshake::aResetBeforeTheFirstLookIsNoReasonToConnectAgain()
{
#ifdef Q_OS_WIN
    QSKIP("Windows tells of a reset otherwise.");
#endif
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    WebSocketTransport transport(loopbackEndpoint(server.serverPort()), u"/ws"_s, testLimits());
    QSignalSpy ended(&transport, &WebSocketTransport::ended);
    transport.open();
    QVERIFY(server.waitForNewConnection(5000)); // without a turn of the event loop
    resetConnection(*server.nextPendingConnection());
    QSignalSpy later(&server, &QTcpServer::newConnection);
    connect(&server, &QTcpServer::newConnection, this,
            [&server] { resetConnection(*server.nextPendingConnection()); });
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended.at(0).at(0).value<Error>().code, ErrorCode::NotAGateway);
    QVERIFY(transport.wasTurnedAway());
    QTest::qWait(50);
    QVERIFY(later.size() <= 2); // those that Qt had begun by then
}

void TestWebSocketHandshake::whatAnswersOtherwiseIsNotAGateway_data()
{
    QTest::addColumn<RawServer::Script>("script");
    QTest::addColumn<QString>("inDetail");
    const QByteArray notFound = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
    QTest::newRow("404") << answering(notFound, false) << u"404"_s;
    QTest::newRow("404 and hangs up") << answering(notFound, true) << u"404"_s;
    QTest::newRow("200") << answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", false) << u"200"_s;
    QTest::newRow("302") << answering("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\n\r\n", false)
                         << u"302"_s;
    QTest::newRow("401") << answering("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n", false)
                         << QString();
    QTest::newRow("401 that asks for a password") << answering(
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
        false) << QString();
    QTest::newRow("wrong accept key")
        << answering(upgradeAnswer("Sec-WebSocket-Key: x\r\n"), false) << QString();
    QTest::newRow("banner") << answering("SSH-2.0-OpenSSH_9.2\r\n", false) << u"SSH-2.0"_s;
    QTest::newRow("banner in pieces") << RawServer::Script([](QTcpSocket &client, const QByteArray &bytes) {
        if (bytes.isEmpty()) {
            client.write("H");
            client.flush();
        } else {
            client.write("ELLO");
        }
    }) << u"HELLO"_s;
    QTest::newRow("noise") << answering(QByteArray(4096, '\0'), false) << QString();
    QTest::newRow("hangs up at once")
        << RawServer::Script([](QTcpSocket &client, const QByteArray &) { client.disconnectFromHost(); })
        << u"closed"_s;
    QTest::newRow("hangs up on the request") << answering({}, true) << u"closed"_s;
    QTest::newRow("resets on the request")
        << RawServer::Script([](QTcpSocket &client, const QByteArray &bytes) {
               if (!bytes.isEmpty())
                   client.abort();
           })
        << QString();
    QTest::newRow("hangs up in the header")
        << answering("HTTP/1.1 101 Switching Protocols\r\nUpgrade: webso", true) << QString();
}

void TestWebSocketHandshake::whatAnswersOtherwiseIsNotAGateway()
{
    QFETCH(RawServer::Script, script);
    QFETCH(QString, inDetail);
    RawServer server(script);
    WebSocketTransport transport(loopbackEndpoint(server.port()), u"/ws"_s, testLimits());
    const Error error = endOf(transport);
    QCOMPARE(error.code, ErrorCode::NotAGateway);
    QCOMPARE(error.context, u"127.0.0.1:%1"_s.arg(server.port()));
    QVERIFY2(error.detail.contains(inDetail), qPrintable(error.detail));
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.connections(), 1);
}

void TestWebSocketHandshake::aSilentHandshakeTimesOut_data()
{
    QTest::addColumn<RawServer::Script>("script");
    QTest::newRow("nothing") << RawServer::Script([](QTcpSocket &, const QByteArray &) {});
    QTest::newRow("half a header") << answering("HTTP/1.1 101 Switching Protocols\r\nUpgrade: webso", false);
}

void TestWebSocketHandshake::aSilentHandshakeTimesOut()
{
    QFETCH(RawServer::Script, script);
    RawServer server(script);
    WebSocketLimits hasty = testLimits();
    hasty.handshake = 100ms;
    WebSocketTransport transport(loopbackEndpoint(server.port()), u"/ws"_s, hasty);
    QCOMPARE(endOf(transport).code, ErrorCode::HandshakeTimeout);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestWebSocketHandshake::anEndlessHandshakeIsBoundedInTimeAndMemory()
{
    const QByteArray chunk(1024 * 1024, 'x');
    RawServer server([chunk](QTcpSocket &client, const QByteArray &bytes) {
        if (bytes.isEmpty())
            return;
        client.write("HTTP/1.1 101 ");
        QObject::connect(&client, &QTcpSocket::bytesWritten, &client, [&client, chunk] {
            if (client.bytesToWrite() < chunk.size())
                client.write(chunk);
        });
    });
    WebSocketLimits hasty = testLimits();
    hasty.handshake = 500ms;
    WebSocketTransport transport(loopbackEndpoint(server.port()), u"/ws"_s, hasty);
    QSignalSpy ended(&transport, &WebSocketTransport::ended);
    const int memoryBefore = ownMemory();
    transport.open();
    int growth = 0;
    QTimer watch;
    connect(&watch, &QTimer::timeout, this, [&] { growth = qMax(growth, ownMemory() - memoryBefore); });
    if (memoryBefore > 0)
        watch.start(5ms);
    QVERIFY(ended.wait());
    const ErrorCode code = ended.at(0).at(0).value<Error>().code;
    // Newer versions of Qt give up on a long header by themselves.
    QVERIFY(code == ErrorCode::HandshakeTimeout || code == ErrorCode::NotAGateway);
    QVERIFY2(growth < 16 * 1024, qPrintable(QString::number(growth)));
}

QTEST_GUILESS_MAIN(TestWebSocketHandshake)
#include "tst_websockethandshake.moc"
