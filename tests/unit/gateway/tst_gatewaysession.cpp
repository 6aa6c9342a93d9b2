#include "sessiontesting.h"

#include "support/loopback.h"
#include "support/rawserver.h"
#include "support/residentmemory.h"
#include "support/scriptedgateway.h"

using namespace Qt::Literals::StringLiterals;
using namespace Sigen;
using namespace Sigen::Test;
using namespace std::chrono_literals;

class TestGatewaySession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noSecretIsTracedOrReported();
    void aFrameIsTracedInPartWhenItIsLong();
    void oneRequestAtATime();
    void aRequestBeforeOpeningIsAnError();
    void theConnectionLostInFlightFailsTheRequest_data();
    void theConnectionLostInFlightFailsTheRequest();
    void theConnectionLostWhileIdleFailsTheNextRequest();
    void cancellingInFlightClosesTheSession();
    void aLateReplyIsNotTakenForTheNextOne();
    void destroyingTheRequestInFlightIsSilent();
    void destroyingTheSessionCancelsTheRequest();
    void aRequestOutlivesItsSession();
    void aStormOfPushesNeitherStarvesNorGrows();
    void aSlowListenerDoesNotHoldTheDeadlineUp();
    void theReplyIsFoundInAStorm();
    void noDescriptorStaysOpen();

    void whatIsKnownToBeSecretStaysSoWhileOpening();

private:
    std::unique_ptr<GatewaySession> signedIn(quint16 port, Timeouts timeouts = {})
    {
        auto session = std::make_unique<GatewaySession>(loopbackEndpoint(port),
                                                        builtInProfile(u"documented"_s), timeouts);
        return openAndSignIn(*session) ? std::move(session) : nullptr;
    }
};

void TestGatewaySession::whatIsKnownToBeSecretStaysSoWhileOpening()
{
    // Only the first 64 bytes are quoted, so the token is broken off.
    RawServer server([](QTcpSocket &client, const QByteArray &) {
        client.write("bad session for hunter2secret, whose token was TOKEN-SECRET-123456789");
    });
    GatewaySession session(loopbackEndpoint(server.port()), builtInProfile(u"documented"_s), {});
    Redactor redactor;
    redactor.add(Secret(u"hunter2secret"_s));
    redactor.add(Secret(u"TOKEN-SECRET-123456789"_s));
    session.setRedactor(redactor);
    const auto open = session.open();
    QVERIFY(finish(*open));
    QCOMPARE(open->error().code, ErrorCode::NotAGateway);
    QVERIFY2(open->error().detail.contains(u"bad session for ***, whose token was ***"_s)
                 && !open->error().detail.contains(u"TOKEN"_s),
             qPrintable(open->error().detail));
}

void TestGatewaySession::noSecretIsTracedOrReported()
{
    // The gateway echoes what it can: in the sign-in reply the token outside its key, then both in a refusal.
    ScriptedGateway gateway;
    gateway.answer(
        0,
        {uR"({"msgType":1,"msg":"TOKEN-1234 for pass\"word","data":{"token":"TOKEN-1234","sn":"SERIAL-1"}})"_s});
    gateway.answer(2,
                   {uR"({"msgType":4,"code":7,"msg":"pass\"word and TOKEN-1234\u001b[2J)"_s
                    + QString(500, u'x') + u"\"}"_s});
    GatewaySession session(loopbackEndpoint(gateway.port()), builtInProfile(u"documented"_s), {});
    QList<TraceEntry> entries;
    connect(&session, &GatewaySession::traced, this, [&](const TraceEntry &entry) { entries.append(entry); });
    QVERIFY(openAndSignIn(session));
    const auto read = session.readSetting();
    QVERIFY(finish(*read));

    QCOMPARE(entries.size(), 4);
    for (const TraceEntry &entry : std::as_const(entries)) {
        QVERIFY2(!entry.text.contains("TOKEN-1234"_L1) && !entry.text.contains("pass\"word"_L1)
                     && !entry.text.contains("pass\\\"word"_L1),
                 qPrintable(entry.text));
        QCOMPARE(entry.channel, TraceEntry::Channel::WebSocket);
        QCOMPARE(entry.at.timeSpec(), Qt::UTC);
    }
    QCOMPARE(entries.at(0).direction, TraceEntry::Direction::Sent);
    QVERIFY(entries.at(0).text.contains("\"admin\""_L1));
    QCOMPARE(entries.at(1).direction, TraceEntry::Direction::Received);
    QVERIFY(entries.at(1).text.contains("SERIAL-1"_L1));

    const QString &detail = read->error().detail;
    QVERIFY2(detail.startsWith("code 7: *** and ***\\x1b[2Jxxx"_L1), qPrintable(detail));
    QCOMPARE(detail.size(), 256);
}

void TestGatewaySession::aFrameIsTracedInPartWhenItIsLong()
{
    ScriptedGateway gateway;
    gateway.answer(
        2, {u"{\"msgType\":4,\"data\":{\"modbusEnable\":1,\"a\":\"%1\"}}"_s.arg(QString(10'000, u'x'))});
    const auto session = signedIn(gateway.port());
    QVERIFY(session);
    QString last;
    connect(session.get(), &GatewaySession::traced, this,
            [&](const TraceEntry &entry) { last = entry.text; });
    const auto read = session->readSetting();
    QVERIFY(finish(*read));
    QVERIFY(!read->error());
    QCOMPARE(last.size(), 4096);
}

void TestGatewaySession::oneRequestAtATime()
{
    ScriptedGateway gateway;
    gateway.answer(2, QStringList());
    const auto session = signedIn(gateway.port());
    QVERIFY(session);
    const auto read = session->readSetting();
    read->start();
    QTRY_COMPARE(gateway.count(2), 1);
    const auto write = session->writeSetting({true, quint16(502), {}});
    QVERIFY(finish(*write));
    QCOMPARE(write->error().code, ErrorCode::Internal);
    QVERIFY(!write->wasSent());
    QVERIFY(session->isOpen());
    QCOMPARE(read->state(), Operation::State::Running);
    gateway.client()->sendTextMessage(uR"({"msgType":4,"data":{"modbusEnable":1,"modbusPort":502}})"_s);
    QTRY_VERIFY(read->isFinished());
    QVERIFY(!read->error());
    QCOMPARE(gateway.count(3), 0);
}

void TestGatewaySession::aRequestBeforeOpeningIsAnError()
{
    ScriptedGateway gateway;
    GatewaySession session(loopbackEndpoint(gateway.port()), builtInProfile(u"documented"_s), {});
    const auto read = session.readSetting();
    QVERIFY(finish(*read));
    QCOMPARE(read->error().code, ErrorCode::Internal);
    QVERIFY(openAndSignIn(session));
}

void TestGatewaySession::theConnectionLostInFlightFailsTheRequest_data()
{
    QTest::addColumn<bool>("politely");
    QTest::newRow("closed") << true;
    QTest::newRow("reset") << false;
}

void TestGatewaySession::theConnectionLostInFlightFailsTheRequest()
{
    QFETCH(bool, politely);
    ScriptedGateway gateway;
    gateway.answer(3, [politely](QWebSocket &client) {
        if (politely)
            client.close(QWebSocketProtocol::CloseCodeGoingAway, u"restarting"_s);
        else
            client.abort();
    });
    const auto session = signedIn(gateway.port());
    QVERIFY(session);
    QSignalSpy lost(session.get(), &GatewaySession::lost);
    const auto write = session->writeSetting({true, quint16(502), {}});
    QVERIFY(finish(*write));
    QCOMPARE(write->error().code, ErrorCode::ConnectionLost);
    QVERIFY(write->wasSent());
    QVERIFY(!write->acknowledged());
    QCOMPARE(lost.count(), 1);
    QCOMPARE(lost.at(0).at(0).value<Error>(), write->error());
    QCOMPARE(write->error().detail.contains("restarting"_L1), politely);
    QVERIFY(!session->isOpen());
    QCOMPARE(gateway.count(3), 1);
}

void TestGatewaySession::theConnectionLostWhileIdleFailsTheNextRequest()
{
    ScriptedGateway gateway;
    const auto session = signedIn(gateway.port());
    QVERIFY(session);
    QSignalSpy lost(session.get(), &GatewaySession::lost);
    gateway.client()->abort();
    QTRY_COMPARE(lost.count(), 1);
    const auto write = session->writeSetting({true, quint16(502), {}});
    QVERIFY(finish(*write));
    QCOMPARE(write->error(), lost.at(0).at(0).value<Error>());
    QVERIFY(!write->wasSent());
}

void TestGatewaySession::cancellingInFlightClosesTheSession()
{
    ScriptedGateway gateway;
    gateway.answer(3, QStringList());
    const auto session = signedIn(gateway.port());
    QVERIFY(session);
    QSignalSpy lost(session.get(), &GatewaySession::lost);
    const auto write = session->writeSetting({true, quint16(502), {}});
    QSignalSpy finished(write.get(), &Operation::finished);
    write->start();
    QTRY_COMPARE(gateway.count(3), 1);
    write->cancel();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(write->error().code, ErrorCode::Cancelled);
    QVERIFY(write->wasSent());
    QVERIFY(!session->isOpen());
    QTRY_COMPARE(gateway.openConnections(), 0);
    QCOMPARE(lost.count(), 0);
}

void TestGatewaySession::aLateReplyIsNotTakenForTheNextOne()
{
    ScriptedGateway gateway;
    gateway.answer(2, QStringList());
    Timeouts timeouts;
    timeouts.reply = 50ms;
    const auto session = signedIn(gateway.port(), timeouts);
    QVERIFY(session);
    const auto read = session->readSetting();
    QVERIFY(finish(*read));
    QCOMPARE(read->error().code, ErrorCode::NoReply);
    const auto write = session->writeSetting({true, quint16(502), {}});
    QVERIFY(finish(*write));
    QCOMPARE(write->error().code, ErrorCode::ConnectionLost);
    QVERIFY(!write->wasSent());
    QCOMPARE(gateway.count(3), 0);
}

void TestGatewaySession::destroyingTheRequestInFlightIsSilent()
{
    ScriptedGateway gateway;
    gateway.answer(2, QStringList());
    const auto session = signedIn(gateway.port());
    QVERIFY(session);
    auto read = session->readSetting();
    QSignalSpy finished(read.get(), &Operation::finished);
    read->start();
    QTRY_COMPARE(gateway.count(2), 1);
    read.reset();
    QVERIFY(!session->isOpen());
    QTRY_COMPARE(gateway.openConnections(), 0);
    QCOMPARE(finished.count(), 0);
}

void TestGatewaySession::destroyingTheSessionCancelsTheRequest()
{
    ScriptedGateway gateway;
    gateway.answer(2, QStringList());
    auto session = signedIn(gateway.port());
    QVERIFY(session);
    QSignalSpy lost(session.get(), &GatewaySession::lost);
    const auto read = session->readSetting();
    QSignalSpy finished(read.get(), &Operation::finished);
    read->start();
    QTRY_COMPARE(gateway.count(2), 1);
    session.reset();
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(read->error().code, ErrorCode::Cancelled);
    QTRY_COMPARE(gateway.openConnections(), 0);
    QCOMPARE(lost.count(), 0);
}

void TestGatewaySession::aRequestOutlivesItsSession()
{
    ScriptedGateway gateway;
    auto session = signedIn(gateway.port());
    QVERIFY(session);
    const auto idle = session->readSetting();
    const auto done = session->readSetting();
    QVERIFY(finish(*done));
    session.reset();
    QVERIFY(finish(*idle));
    QCOMPARE(idle->error().code, ErrorCode::Cancelled);
    QVERIFY(done->setting().port);
}

/// Writes \a frames over and over, as fast as the client reads.
static void storm(QTcpSocket &client, const QByteArray &frames)
{
    QObject::connect(&client, &QTcpSocket::bytesWritten, &client, [&client, frames] {
        if (client.bytesToWrite() < frames.size())
            client.write(frames);
    });
    client.write(frames);
}

/// Answers the sign-in, then \a stormFrames for ever.
static RawServer::Script stormingGateway(const QByteArray &stormFrames)
{
    return [stormFrames](QTcpSocket &client, const QByteArray &bytes) {
        if (bytes.startsWith("GET ")) {
            client.write(upgradeAnswer(bytes));
        } else if (!bytes.isEmpty()) {
            QObject::disconnect(&client, &QTcpSocket::readyRead, nullptr, nullptr);
            client.write(webSocketFrame(Opcode::Text, R"({"msgType":1,"data":{"token":"TOKEN-1234"}})"));
            storm(client, stormFrames);
        }
    };
}

void TestGatewaySession::aStormOfPushesNeitherStarvesNorGrows()
{
    const QByteArray push = webSocketFrame(Opcode::Text, R"({"msgType":5})");
    RawServer server(stormingGateway(push.repeated(10'000)));
    Timeouts timeouts;
    timeouts.reply = 1500ms;
    const auto session = signedIn(server.port(), timeouts);
    QVERIFY(session);
    QTRY_VERIFY(session->skippedFrames() > 10'000);
    const int memoryBefore = residentMemory();
    const auto read = session->readSetting();
    QVERIFY(finish(*read));
    QCOMPARE(read->error().code, ErrorCode::NoReply);
    QVERIFY2(read->elapsed() < 4s, qPrintable(QString::number(read->elapsed().count())));
    if (memoryBefore > 0)
        QVERIFY2(residentMemory() < memoryBefore + 32 * 1024, qPrintable(QString::number(residentMemory())));
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestGatewaySession::aSlowListenerDoesNotHoldTheDeadlineUp()
{
    // A thousand frames in one piece, which the session handles in one turn of the event loop.
    const QByteArray burst = webSocketFrame(Opcode::Text, R"({"msgType":5})").repeated(1000);
    RawServer server([burst, requests = 0](QTcpSocket &client, const QByteArray &bytes) mutable {
        if (bytes.startsWith("GET "))
            client.write(upgradeAnswer(bytes));
        else if (!bytes.isEmpty())
            client.write(requests++ == 0
                             ? webSocketFrame(Opcode::Text, R"({"msgType":1,"data":{"token":"TOKEN-1234"}})")
                             : burst);
    });
    Timeouts timeouts;
    timeouts.reply = 100ms;
    const auto session = signedIn(server.port(), timeouts);
    QVERIFY(session);
    connect(session.get(), &GatewaySession::traced, this, [] { QTest::qSleep(1); });
    const auto read = session->readSetting();
    QVERIFY(finish(*read));
    QCOMPARE(read->error().code, ErrorCode::NoReply);
    QVERIFY2(read->elapsed() < 600ms, qPrintable(QString::number(read->elapsed().count())));
}

void TestGatewaySession::theReplyIsFoundInAStorm()
{
    const QByteArray frames = webSocketFrame(Opcode::Text, R"({"msgType":5})").repeated(1000)
        + webSocketFrame(Opcode::Text, R"({"msgType":4,"data":{"modbusEnable":1,"modbusPort":502}})");
    RawServer server(stormingGateway(frames));
    const auto session = signedIn(server.port());
    QVERIFY(session);
    const auto read = session->readSetting();
    QVERIFY(finish(*read));
    QVERIFY(!read->error());
    QVERIFY(read->setting().enabled);
}

void TestGatewaySession::noDescriptorStaysOpen()
{
    if (openDescriptors() < 0)
        QSKIP("the system does not tell");
    ScriptedGateway gateway;
    gateway.answer(2, QStringList());
    int before = -1; // after the first round, which opens what Qt keeps
    for (int round = 0; round < 5; ++round) {
        auto session = signedIn(gateway.port());
        QVERIFY(session);
        auto read = session->readSetting();
        read->start();
        QTRY_COMPARE(gateway.count(2), round + 1);
        if (round % 2)
            read.reset();
        session.reset();
        QTRY_COMPARE(gateway.openConnections(), 0);
        if (round == 0)
            before = openDescriptors();
    }
    QTRY_COMPARE(openDescriptors(), before);
}

QTEST_GUILESS_MAIN(TestGatewaySession)
#include "tst_gatewaysession.moc"
