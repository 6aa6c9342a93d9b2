#include "sessiontesting.h"

#include "support/rawserver.h"
#include "support/scriptedgateway.h"

using namespace Qt::Literals::StringLiterals;
using namespace Sigen;
using namespace Sigen::Test;
using namespace std::chrono_literals;

class TestGatewayOpen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGatewayIsOpened();
    void theNextPathIsTriedWhenTheFirstIsNoWebSocket();
    void whenNoPathWorksEachIsNamed();
    void aPathOfTheUsersIsTheOnlyOne_data();
    void aPathOfTheUsersIsTheOnlyOne();
    void aSilentPathIsNotFollowedByAnother();
    void aClosedPortIsTold();
    void aPlaceThatIsFreedLateIsWaitedFor_data();
    void aPlaceThatIsFreedLateIsWaitedFor();
    void whoeverAnswersIsAskedOnce();
    void whatThePeerSaysIsShownSafely();
    void aSecondOpenIsRefused();
    void cancellingClosesTheSocket();
    void destroyingClosesTheSocket();
    void aGatewayThatSpeaksFirstIsOnlyCounted();
};

/// Plays a gateway which knows one path only.
static RawServer::Script knowing(const QByteArray &path)
{
    return [request = QByteArray("GET " + path + ' ')](QTcpSocket &client, const QByteArray &bytes) {
        if (bytes.startsWith(request))
            client.write(upgradeAnswer(bytes));
        else if (!bytes.isEmpty())
            client.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    };
}

void TestGatewayOpen::aGatewayIsOpened()
{
    ScriptedGateway gateway;
    GatewaySession session(loopbackEndpoint(gateway.port()), builtInProfile(u"documented"_s), {});
    QVERIFY(!session.isOpen());
    const auto open = session.open();
    QVERIFY(finish(*open));
    QVERIFY(!open->error());
    QVERIFY(session.isOpen());
    QCOMPARE(session.path(), u"/ws"_s);
    QCOMPARE(gateway.connections(), 1);
    QVERIFY(gateway.received().isEmpty());
}

void TestGatewayOpen::theNextPathIsTriedWhenTheFirstIsNoWebSocket()
{
    RawServer server(knowing("/websocket"));
    GatewaySession session(loopbackEndpoint(server.port()), builtInProfile(u"early-draft"_s), {});
    const auto open = session.open();
    QVERIFY(finish(*open));
    QVERIFY(!open->error());
    QCOMPARE(session.path(), u"/websocket"_s);
    QCOMPARE(server.connections(), 2);
    QTRY_COMPARE(server.openConnections(), 1);
}

void TestGatewayOpen::whenNoPathWorksEachIsNamed()
{
    RawServer server(knowing("/elsewhere"));
    GatewaySession session(loopbackEndpoint(server.port()), builtInProfile(u"early-draft"_s), {});
    const auto open = session.open();
    QVERIFY(finish(*open));
    QCOMPARE(open->error().code, ErrorCode::NotAGateway);
    QCOMPARE(open->error().context, u"127.0.0.1:%1"_s.arg(server.port()));
    QVERIFY2(open->error().detail.contains("/ws: "_L1), qPrintable(open->error().detail));
    QVERIFY2(open->error().detail.contains("/websocket: "_L1), qPrintable(open->error().detail));
    QVERIFY(!session.isOpen());
    QVERIFY(session.path().isEmpty());
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestGatewayOpen::aPathOfTheUsersIsTheOnlyOne_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("as it is sent") << u"/own"_s;
    QTest::newRow("without the slash") << u"own"_s;
}

void TestGatewayOpen::aPathOfTheUsersIsTheOnlyOne()
{
    QFETCH(QString, typed);
    RawServer server(knowing("/own"));
    GatewayEndpoint endpoint = loopbackEndpoint(server.port());
    endpoint.pathOverride = typed;
    GatewaySession session(endpoint, builtInProfile(u"early-draft"_s), {});
    const auto open = session.open();
    QVERIFY(finish(*open));
    QVERIFY(!open->error());
    QCOMPARE(session.path(), u"/own"_s);
    QCOMPARE(server.connections(), 1);
}

void TestGatewayOpen::aSilentPathIsNotFollowedByAnother()
{
    RawServer server([](QTcpSocket &, const QByteArray &) {});
    GatewaySession session(loopbackEndpoint(server.port()), builtInProfile(u"early-draft"_s),
                           Timeouts::all(80ms));
    const auto open = session.open();
    QVERIFY(finish(*open));
    QCOMPARE(open->error().code, ErrorCode::HandshakeTimeout);
    QCOMPARE(server.connections(), 1);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestGatewayOpen::aClosedPortIsTold()
{
    quint16 port = 0;
    {
        ScriptedGateway gateway;
        port = gateway.port();
    }
    GatewaySession session(loopbackEndpoint(port), builtInProfile(u"documented"_s), {});
    QSignalSpy lost(&session, &GatewaySession::lost);
    const auto open = session.open();
    QVERIFY(finish(*open));
    QCOMPARE(open->error().code, ErrorCode::ConnectionRefused);
    QCOMPARE(lost.count(), 0); // it never was open
}

void TestGatewayOpen::aPlaceThatIsFreedLateIsWaitedFor_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("politely");
    QTest::newRow("closed") << QByteArray() << true;
    QTest::newRow("reset") << QByteArray() << false;
    QTest::newRow("not available") << QByteArray("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n") << true;
}

void TestGatewayOpen::aPlaceThatIsFreedLateIsWaitedFor()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const bool, politely);
    RawServer server([=, connections = 0](QTcpSocket &client, const QByteArray &bytes) mutable {
        if (!bytes.startsWith("GET "))
            return;
        if (++connections > 2) {
            client.write(upgradeAnswer(bytes));
            return;
        }
        client.write(answer);
        if (politely)
            client.disconnectFromHost();
        else
            client.abort();
    });
    GatewaySession session(loopbackEndpoint(server.port()), builtInProfile(u"documented"_s), {});
    const auto open = session.open();
    QVERIFY(finish(*open));
    QVERIFY2(!open->error(), qPrintable(open->error().detail));
    QCOMPARE(server.connections(), 3);
}

void TestGatewayOpen::whoeverAnswersIsAskedOnce()
{
    RawServer server([](QTcpSocket &client, const QByteArray &bytes) {
        if (bytes.startsWith("GET "))
            client.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    });
    GatewaySession session(loopbackEndpoint(server.port()), builtInProfile(u"documented"_s), {});
    const auto open = session.open();
    QVERIFY(finish(*open));
    QCOMPARE(open->error().code, ErrorCode::NotAGateway);
    QCOMPARE(server.connections(), 1);
}

void TestGatewayOpen::whatThePeerSaysIsShownSafely()
{
    RawServer server([](QTcpSocket &client, const QByteArray &bytes) {
        if (!bytes.isEmpty())
            client.write("HTTP/1.1 404 \x1b[31m" + QByteArray(2000, 'x') + "\r\n\r\n");
    });
    GatewaySession session(loopbackEndpoint(server.port()), builtInProfile(u"documented"_s), {});
    const auto open = session.open();
    QVERIFY(finish(*open));
    QVERIFY(open->error().detail.size() <= 256);
    QVERIFY(!open->error().detail.contains(QChar(0x1b)));
    QVERIFY2(open->error().detail.contains("404 (\\x1b[31mxxx"_L1), qPrintable(open->error().detail));
}

void TestGatewayOpen::aSecondOpenIsRefused()
{
    ScriptedGateway gateway;
    GatewaySession session(loopbackEndpoint(gateway.port()), builtInProfile(u"documented"_s), {});
    QVERIFY(openAndSignIn(session));
    const auto again = session.open();
    QVERIFY(finish(*again));
    QCOMPARE(again->error().code, ErrorCode::Internal);
    QVERIFY(session.isOpen());
    QCOMPARE(gateway.connections(), 1);
}

void TestGatewayOpen::cancellingClosesTheSocket()
{
    RawServer server([](QTcpSocket &, const QByteArray &) {});
    GatewaySession session(loopbackEndpoint(server.port()), builtInProfile(u"documented"_s), {});
    const auto open = session.open();
    QSignalSpy finished(open.get(), &Operation::finished);
    open->start();
    QTRY_COMPARE(server.openConnections(), 1);
    open->cancel();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(open->error().code, ErrorCode::Cancelled);
    QTRY_COMPARE(server.openConnections(), 0);
    const auto read = session.readSetting();
    QVERIFY(finish(*read));
    QCOMPARE(read->error().code, ErrorCode::ConnectionLost);
}

void TestGatewayOpen::destroyingClosesTheSocket()
{
    RawServer server([](QTcpSocket &, const QByteArray &) {});
    GatewaySession session(loopbackEndpoint(server.port()), builtInProfile(u"documented"_s), {});
    auto open = session.open();
    open->start();
    QTRY_COMPARE(server.openConnections(), 1);
    open.reset();
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(!session.isOpen());
}

void TestGatewayOpen::aGatewayThatSpeaksFirstIsOnlyCounted()
{
    RawServer server(RawServer::upgrading([](QTcpSocket &client) {
        client.write(webSocketFrame(Opcode::Text, "not JSON") + webSocketFrame(Opcode::Binary, "x"));
    }));
    GatewaySession session(loopbackEndpoint(server.port()), builtInProfile(u"documented"_s), {});
    const auto open = session.open();
    QVERIFY(finish(*open));
    QVERIFY(!open->error());
    QTRY_COMPARE(session.skippedFrames(), 2);
    QVERIFY(session.isOpen());
}

QTEST_GUILESS_MAIN(TestGatewayOpen)
#include "tst_gatewayopen.moc"
