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
    void aFloodDoesNotHoldTheDeadlineUp_data();
    void aFloodDoesNotHoldTheDeadlineUp();
    void aFloodIsTracedUpToABound();
    void theReplyIsFoundInAStorm();
    void aWriteWithoutReplyLeavesTheSessionOpen();
    void silenceIsWaitedFor();
    void silenceThatDoesNotComeIsGivenUp();
    void reportsThatDifferAreNoticed_data();
    void reportsThatDifferAreNoticed();
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
    const int memoryBefore = ownMemory();
    const auto read = session->readSetting();
    QVERIFY(finish(*read));
    QCOMPARE(read->error().code, ErrorCode::NoReply);
    QVERIFY2(read->elapsed() < 4s, qPrintable(QString::number(read->elapsed().count())));
    if (memoryBefore > 0)
        QVERIFY2(ownMemory() < memoryBefore + 32 * 1024, qPrintable(QString::number(ownMemory())));
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

void TestGatewaySession::aFloodDoesNotHoldTheDeadlineUp_data()
{
    QTest::addColumn<QByteArray>("frames");
    QTest::addColumn<bool>("isTraced");
    const QByteArray binary = webSocketFrame(Opcode::Binary, {}).repeated(200'000);
    QTest::newRow("empty binary messages") << binary << false;
    QTest::newRow("empty binary messages, traced") << binary << true;
    QTest::newRow("empty texts, traced") << webSocketFrame(Opcode::Text, "{}").repeated(100'000) << true;
    QTest::newRow("pings") << webSocketFrame(Opcode::Ping, {}).repeated(50'000) << false;
    // Its first frame begins a message that never ends.
    QTest::newRow("fragments") << webSocketFrame(Opcode::Continuation, {}, false).repeated(200'000) << false;
}

void TestGatewaySession::aFloodDoesNotHoldTheDeadlineUp()
{
    QFETCH(const QByteArray, frames);
    QFETCH(const bool, isTraced);
    RawServer server([frames, requests = 0](QTcpSocket &client, const QByteArray &bytes) mutable {
        if (bytes.startsWith("GET ")) {
            client.write(upgradeAnswer(bytes));
        } else if (!bytes.isEmpty() && requests++ == 0) {
            client.write(webSocketFrame(Opcode::Text, R"({"msgType":1,"data":{"token":"TOKEN-1234"}})"));
        } else if (!bytes.isEmpty()) {
            QObject::disconnect(&client, &QTcpSocket::readyRead, nullptr, nullptr);
            if (frames.front() == 0)
                client.write(webSocketFrame(Opcode::Text, "{", false));
            storm(client, frames);
        }
    });
    Timeouts timeouts;
    timeouts.reply = 1s;
    const auto session = signedIn(server.port(), timeouts);
    QVERIFY(session);
    int traced = 0;
    if (isTraced)
        connect(session.get(), &GatewaySession::traced, this, [&traced](const TraceEntry &) { ++traced; });
    const auto read = session->readSetting();
    QVERIFY(finish(*read));
    QVERIFY(read->error());
    // The server lives in this event loop as well, and fills turns of its own: on its own 100 ms would do.
    QVERIFY2(read->elapsed() < 1500ms, qPrintable(QString::number(read->elapsed().count())));
}

void TestGatewaySession::aFloodIsTracedUpToABound()
{
    RawServer server(stormingGateway(webSocketFrame(Opcode::Binary, {}).repeated(1000)));
    const auto session = signedIn(server.port());
    QVERIFY(session);
    QStringList traced;
    connect(session.get(), &GatewaySession::traced, this,
            [&traced](const TraceEntry &entry) { traced.append(entry.text); });
    QTRY_VERIFY(session->skippedFrames() > 3 * GatewaySession::mostTracedSkips);
    QVERIFY(traced.size() <= GatewaySession::mostTracedSkips + 1);
    QVERIFY2(traced.last().contains(u"no more of them are traced"_s), qPrintable(traced.last()));
}

void TestGatewaySession::aWriteWithoutReplyLeavesTheSessionOpen()
{
    ScriptedGateway gateway;
    gateway.answer(3, QStringList());
    Timeouts timeouts;
    timeouts.reply = 200ms;
    const auto session = signedIn(gateway.port(), timeouts);
    QVERIFY(session);
    const auto write = session->writeSetting({true, quint16(502), {}});
    QVERIFY(finish(*write));
    QCOMPARE(write->error().code, ErrorCode::NoReply);
    QVERIFY(session->isOpen());
    const auto read = session->readSetting();
    QVERIFY(finish(*read));
    QVERIFY(!read->error());
}

static const auto offReport =
    u"{\"msgType\":4,\"code\":0,\"data\":{\"modbusEnable\":0,\"modbusPort\":502}}"_s;
static const auto onReport = u"{\"msgType\":4,\"code\":0,\"data\":{\"modbusEnable\":1,\"modbusPort\":502}}"_s;

void TestGatewaySession::silenceIsWaitedFor()
{
    ScriptedGateway gateway;
    const auto session = signedIn(gateway.port());
    QVERIFY(session);
    // Pushes do not disturb it, what could be a reply does.
    QTimer pushes;
    connect(&pushes, &QTimer::timeout, &gateway,
            [&gateway] { gateway.client()->sendTextMessage(uR"({"msgType":5,"data":{}})"_s); });
    pushes.start(20);
    int copies = 0;
    QTimer replies;
    connect(&replies, &QTimer::timeout, &gateway, [&] {
        gateway.client()->sendTextMessage(offReport);
        if (++copies == 3)
            replies.stop();
    });
    replies.start(150);
    const auto silence = session->silence(400ms, 10s);
    QVERIFY(finish(*silence));
    QVERIFY(!silence->error());
    QCOMPARE(copies, 3);
    QVERIFY(silence->elapsed() >= 800ms);
}

void TestGatewaySession::silenceThatDoesNotComeIsGivenUp()
{
    ScriptedGateway gateway;
    const auto session = signedIn(gateway.port());
    QVERIFY(session);
    QTimer replies;
    connect(&replies, &QTimer::timeout, &gateway,
            [&gateway] { gateway.client()->sendTextMessage(offReport); });
    replies.start(20);
    const auto silence = session->silence(5s, 300ms);
    QVERIFY(finish(*silence));
    QCOMPARE(silence->error().code, ErrorCode::NoReply);
    QVERIFY(session->isOpen());
}

void TestGatewaySession::reportsThatDifferAreNoticed_data()
{
    QTest::addColumn<QStringList>("frames");
    QTest::addColumn<bool>("agree");
    QTest::newRow("one") << QStringList{onReport} << true;
    QTest::newRow("a copy") << QStringList{onReport, onReport} << true;
    QTest::newRow("another one behind it") << QStringList{onReport, offReport} << false;
    QTest::newRow("another port") << QStringList{onReport, QString(onReport).replace(u"502"_s, u"1502"_s)}
                                  << false;
    QTest::newRow("under another number")
        << QStringList{onReport, QString(offReport).replace(u"\"msgType\":4"_s, u"\"msgType\":9"_s)} << false;
    QTest::newRow("a push") << QStringList{onReport,
                                           QString(offReport).replace(u"\"msgType\":4"_s, u"\"msgType\":5"_s)}
                            << true;
    QTest::newRow("an acknowledgement") << QStringList{onReport, u"{\"msgType\":4,\"code\":0}"_s} << true;
}

void TestGatewaySession::reportsThatDifferAreNoticed()
{
    QFETCH(const QStringList, frames);
    ScriptedGateway gateway;
    gateway.answer(2, frames);
    const auto session = signedIn(gateway.port());
    QVERIFY(session);
    session->compareReports();
    const auto read = session->readSetting();
    QVERIFY(finish(*read));
    const auto fence = session->signIn(testCredentials());
    QVERIFY(finish(*fence));
    QTEST(session->reportsAgree(), "agree");
    session->compareReports();
    QVERIFY(session->reportsAgree());
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
