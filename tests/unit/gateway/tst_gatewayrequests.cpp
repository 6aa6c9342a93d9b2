#include "sessiontesting.h"

#include "support/rawserver.h"
#include "support/scriptedgateway.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

using namespace Qt::Literals::StringLiterals;
using namespace Sigen;
using namespace Sigen::Test;
using namespace std::chrono_literals;

static const QString signInReply =
    uR"({"msgType":1,"code":0,"msg":"ok","data":{"token":"TOKEN-1234","sn":"SERIAL-1"}})"_s;
static const QString push =
    uR"({"msgType":5,"code":0,"data":{"token":"X","modbusEnable":1,"modbusPort":1}})"_s;

static QJsonObject object(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

class TestGatewayRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signingInYieldsTheSerial_data();
    void signingInYieldsTheSerial();
    void badSignInsHaveTheirErrors_data();
    void badSignInsHaveTheirErrors();
    void theSettingIsRead_data();
    void theSettingIsRead();
    void badReadsHaveTheirErrors_data();
    void badReadsHaveTheirErrors();
    void aWriteIsSentOnceWithEverythingThatWasRead();
    void badWritesHaveTheirErrors_data();
    void badWritesHaveTheirErrors();
    void aSettingWithoutAPortIsNotSent();
    void theEarlyDraftUsesItsOwnNumbers();
    void theUsersSerialIsKeptAndTheOtherTold();
    void aSecondSignInReplacesTheToken();
    void skippedFramesDoNotExtendTheDeadline();
    void anAnswerThatWaitedWhileTheComputerSleptCounts_data();
    void anAnswerThatWaitedWhileTheComputerSleptCounts();

private:
    static GatewaySession *makeSession(QObject *parent, quint16 port, Timeouts timeouts = {})
    {
        return new GatewaySession(loopbackEndpoint(port), builtInProfile(u"documented"_s), timeouts, parent);
    }
};

void TestGatewayRequests::signingInYieldsTheSerial_data()
{
    QTest::addColumn<QStringList>("frames");
    QTest::addColumn<QString>("serial");
    QTest::addColumn<int>("skipped");
    QTest::newRow("as documented") << QStringList{signInReply} << u"SERIAL-1"_s << 0;
    QTest::newRow("by its keys, under another number")
        << QStringList{uR"({"msgType":77,"code":0,"data":{"token":"TOKEN-1234","sn":"S"}})"_s} << u"S"_s << 0;
    QTest::newRow("without code, message and serial")
        << QStringList{uR"({"msgType":1,"data":{"token":"TOKEN-1234"}})"_s} << QString() << 0;
    QTest::newRow("null message, code and serial")
        << QStringList{uR"({"msgType":1,"code":null,"msg":null,"data":{"token":"TOKEN-1234","sn":null}})"_s}
        << QString() << 0;
    const auto coded = [](int code) {
        return QStringList{
            uR"({"msgType":1,"code":%1,"msg":"Success","data":{"token":"TOKEN-1234","sn":"S"}})"_s.arg(code)};
    };
    QTest::newRow("a token, and success as HTTP numbers it") << coded(200) << u"S"_s << 0;
    QTest::newRow("a token, and success as others number it") << coded(1) << u"S"_s << 0;
    QTest::newRow("after pushes and other numbers")
        << QStringList{push, u"{}"_s, uR"({"msgType":4,"code":0,"data":{}})"_s, signInReply} << u"SERIAL-1"_s
        << 3;
    QTest::newRow("after a refusal under another number")
        << QStringList{uR"({"msgType":9,"code":7,"msg":"no"})"_s, signInReply} << u"SERIAL-1"_s << 1;
}

void TestGatewayRequests::signingInYieldsTheSerial()
{
    QFETCH(QStringList, frames);
    QFETCH(int, skipped);
    ScriptedGateway gateway;
    gateway.answer(0, frames);
    auto *const session = makeSession(&gateway, gateway.port());
    QVERIFY(openAndSignIn(*session));
    QTEST(session->serial(), "serial");
    QTEST(session->reportedSerial(), "serial");
    QCOMPARE(session->skippedFrames(), skipped);
    QCOMPARE(gateway.received(),
             QStringList{uR"({"msgType":0,"sn":"","data":{"username":"admin","password":"pass\"word"}})"_s});

    const auto read = session->readSetting();
    QVERIFY(finish(*read));
    QVERIFY(!read->error());
    QCOMPARE(object(gateway.received().last()).value("token"_L1).toString(), u"TOKEN-1234"_s);
    QCOMPARE(object(gateway.received().last()).value("sn"_L1).toString(), session->serial());
}

void TestGatewayRequests::badSignInsHaveTheirErrors_data()
{
    QTest::addColumn<QStringList>("frames");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("inDetail");
    const auto row = [](const char *name, const QString &frame, ErrorCode code, const QString &inDetail) {
        QTest::newRow(name) << QStringList{frame} << code << inDetail;
    };
    row("refused", uR"({"msgType":1,"code":7,"msg":"wrong password"})"_s, ErrorCode::SignInRefused,
        u"code 7: wrong password"_s);
    row("refused without a text", uR"({"msgType":1,"code":-1,"msg":null})"_s, ErrorCode::SignInRefused,
        u"code -1"_s);
    row("refused with a session code", uR"({"msgType":1,"code":401,"msg":"who?"})"_s,
        ErrorCode::SignInRefused, u"code 401: who?"_s);
    row("refused by an error of HTTP, with a token",
        uR"({"msgType":1,"code":403,"msg":"no","data":{"token":"T"}})"_s, ErrorCode::SignInRefused, u"403"_s);
    row("refused with an empty token", uR"({"msgType":1,"code":3,"msg":"no","data":{"token":""}})"_s,
        ErrorCode::SignInRefused, u"code 3"_s);
    row("frames of another language", uR"({"event":"hello"})"_s, ErrorCode::MalformedReply,
        u"not understood: 1"_s);
    row("no token", uR"({"msgType":1,"code":0,"data":{"sn":"S"}})"_s, ErrorCode::MissingToken, u"token"_s);
    row("no data", uR"({"msgType":1,"code":0})"_s, ErrorCode::MissingToken, u"token"_s);
    row("no JSON", u"hello"_s, ErrorCode::MalformedReply, u"JSON"_s);
    row("empty", QString(), ErrorCode::MalformedReply, u"JSON"_s);
    row("an array", u"[]"_s, ErrorCode::MalformedReply, u"object"_s);
    row("a field of the wrong type", uR"({"msgType":1,"code":"0","data":{}})"_s, ErrorCode::MalformedReply,
        u"code"_s);
    QTest::newRow("nothing") << QStringList() << ErrorCode::NoReply
                             << u"no reply within 150 ms, 0 frames skipped"_s;
    QTest::newRow("pushes only") << QStringList{push, push} << ErrorCode::NoReply << u"2 frames skipped"_s;
}

void TestGatewayRequests::badSignInsHaveTheirErrors()
{
    QFETCH(QStringList, frames);
    QFETCH(ErrorCode, code);
    QFETCH(QString, inDetail);
    ScriptedGateway gateway;
    gateway.answer(0, frames);
    Timeouts timeouts;
    timeouts.reply = 150ms;
    auto *const session = makeSession(&gateway, gateway.port(), timeouts);
    const auto open = session->open();
    QVERIFY(finish(*open));
    const auto signIn = session->signIn(testCredentials());
    QVERIFY(finish(*signIn));
    QCOMPARE(signIn->error().code, code);
    QCOMPARE(signIn->error().context, u"127.0.0.1:%1"_s.arg(gateway.port()));
    QVERIFY2(signIn->error().detail.contains(inDetail), qPrintable(signIn->error().detail));
    QVERIFY(session->serial().isEmpty());
    QCOMPARE(gateway.count(0), 1);
}

void TestGatewayRequests::theSettingIsRead_data()
{
    QTest::addColumn<QStringList>("frames");
    QTest::addColumn<bool>("enabled");
    QTest::addColumn<int>("port");
    QTest::newRow("off")
        << QStringList{uR"({"msgType":4,"code":0,"data":{"modbusEnable":0,"modbusPort":502}})"_s} << false
        << 502;
    QTest::newRow("on")
        << QStringList{uR"({"msgType":4,"code":0,"data":{"modbusEnable":1,"modbusPort":65535}})"_s} << true
        << 65535;
    QTest::newRow("no port") << QStringList{uR"({"msgType":4,"data":{"modbusEnable":1}})"_s} << true << 0;
    QTest::newRow("port out of range")
        << QStringList{uR"({"msgType":4,"data":{"modbusEnable":1,"modbusPort":65536}})"_s} << true << 0;
    QTest::newRow("by its keys, under another number")
        << QStringList{uR"({"msgType":3,"data":{"modbusEnable":1,"modbusPort":502}})"_s} << true << 502;
    QTest::newRow("a push with the same keys does not count")
        << QStringList{push, uR"({"msgType":4,"data":{"modbusEnable":0,"modbusPort":502}})"_s} << false
        << 502;
    QTest::newRow("a refusal under another number does not count")
        << QStringList{uR"({"msgType":3,"code":7,"data":{"modbusEnable":1}})"_s,
                       uR"({"msgType":4,"data":{"modbusEnable":0,"modbusPort":502}})"_s}
        << false << 502;
}

void TestGatewayRequests::theSettingIsRead()
{
    QFETCH(QStringList, frames);
    QFETCH(int, port);
    ScriptedGateway gateway;
    gateway.answer(2, frames);
    auto *const session = makeSession(&gateway, gateway.port());
    QVERIFY(openAndSignIn(*session));
    const auto read = session->readSetting();
    QVERIFY(finish(*read));
    QVERIFY(!read->error());
    QTEST(read->setting().enabled, "enabled");
    QCOMPARE(read->setting().port.value_or(0), port);
    QCOMPARE(session->skippedFrames(), int(frames.size()) - 1);
    QCOMPARE(gateway.count(2), 1);
}

void TestGatewayRequests::badReadsHaveTheirErrors_data()
{
    QTest::addColumn<QStringList>("frames");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("staysOpen");
    const auto row = [](const char *name, const QString &frame, ErrorCode code, bool staysOpen) {
        QTest::newRow(name) << QStringList{frame} << code << staysOpen;
    };
    row("refused", uR"({"msgType":4,"code":7,"msg":"no"})"_s, ErrorCode::Refused, true);
    row("session refused", uR"({"msgType":4,"code":401,"msg":"expired"})"_s, ErrorCode::SessionRefused, true);
    row("no on/off value", uR"({"msgType":4,"code":0,"data":{"modbusPort":502}})"_s,
        ErrorCode::UnexpectedReply, true);
    row("on/off is a text", uR"({"msgType":4,"data":{"modbusEnable":"1"}})"_s, ErrorCode::UnexpectedReply,
        true);
    row("on/off is two", uR"({"msgType":4,"data":{"modbusEnable":2}})"_s, ErrorCode::UnexpectedReply, true);
    row("no JSON", u"{"_s, ErrorCode::MalformedReply, false);
    row("data is an array", uR"({"msgType":4,"data":[]})"_s, ErrorCode::MalformedReply, false);
    row("nested to death", u"["_s.repeated(100'000), ErrorCode::MalformedReply, false);
    row("too long", QString(1024 * 1024 + 1, u' '), ErrorCode::MessageTooLarge, false);
    QTest::newRow("nothing") << QStringList() << ErrorCode::NoReply << false;
}

void TestGatewayRequests::badReadsHaveTheirErrors()
{
    QFETCH(QStringList, frames);
    QFETCH(ErrorCode, code);
    ScriptedGateway gateway;
    gateway.answer(2, frames);
    Timeouts timeouts;
    timeouts.reply = frames.isEmpty() ? 100ms : 10s;
    auto *const session = makeSession(&gateway, gateway.port(), timeouts);
    QVERIFY(openAndSignIn(*session));
    const auto read = session->readSetting();
    QVERIFY(finish(*read));
    QCOMPARE(read->error().code, code);
    QCOMPARE(read->setting(), ModbusSetting());
    QTEST(session->isOpen(), "staysOpen");
    QCOMPARE(gateway.count(2), 1);
}

void TestGatewayRequests::aWriteIsSentOnceWithEverythingThatWasRead()
{
    ScriptedGateway gateway;
    gateway.answer(
        2, {uR"({"msgType":4,"data":{"modbusEnable":0,"modbusPort":1502,"modbusIp":"1.2.3.4","x":[1]}})"_s});
    auto *const session = makeSession(&gateway, gateway.port());
    QVERIFY(openAndSignIn(*session));
    const auto read = session->readSetting();
    QVERIFY(finish(*read));
    ModbusSetting setting = read->setting();
    setting.enabled = true;
    const auto write = session->writeSetting(setting);
    QVERIFY(!write->wasSent());
    QVERIFY(finish(*write));
    QVERIFY(!write->error());
    QVERIFY(write->wasSent());
    QVERIFY(write->acknowledged());
    QCOMPARE(gateway.count(3), 1);
    QCOMPARE(
        object(gateway.received().last()).value("data"_L1).toObject(),
        object(
            uR"({"service":"modbusTcpServer","modbusEnable":1,"modbusPort":1502,"modbusIp":"1.2.3.4","x":[1]})"_s));
}

void TestGatewayRequests::badWritesHaveTheirErrors_data()
{
    QTest::addColumn<QStringList>("frames");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("refused") << QStringList{uR"({"msgType":4,"code":7,"msg":"no"})"_s} << ErrorCode::Refused;
    QTest::newRow("session refused") << QStringList{uR"({"msgType":4,"code":401})"_s}
                                     << ErrorCode::SessionRefused;
    QTest::newRow("malformed") << QStringList{u"?"_s} << ErrorCode::MalformedReply;
    QTest::newRow("nothing") << QStringList() << ErrorCode::NoReply;
    QTest::newRow("pushes with the setting") << QStringList{push, push} << ErrorCode::NoReply;
}

void TestGatewayRequests::badWritesHaveTheirErrors()
{
    QFETCH(QStringList, frames);
    QFETCH(ErrorCode, code);
    ScriptedGateway gateway;
    gateway.answer(3, frames);
    Timeouts timeouts;
    timeouts.reply = code == ErrorCode::NoReply ? 100ms : 10s;
    auto *const session = makeSession(&gateway, gateway.port(), timeouts);
    QVERIFY(openAndSignIn(*session));
    const auto write = session->writeSetting({true, quint16(502), {}});
    QVERIFY(finish(*write));
    QCOMPARE(write->error().code, code);
    QVERIFY(write->wasSent());
    QVERIFY(!write->acknowledged());
    QCOMPARE(gateway.count(3), 1);
}

void TestGatewayRequests::aSettingWithoutAPortIsNotSent()
{
    ScriptedGateway gateway;
    auto *const session = makeSession(&gateway, gateway.port());
    QVERIFY(openAndSignIn(*session));
    const auto write = session->writeSetting({true, {}, {}});
    QVERIFY(finish(*write));
    QCOMPARE(write->error().code, ErrorCode::Internal);
    QVERIFY(!write->wasSent());
    QCOMPARE(gateway.count(3), 0);
    QVERIFY(session->isOpen());
}

void TestGatewayRequests::theEarlyDraftUsesItsOwnNumbers()
{
    ScriptedGateway gateway;
    gateway.answer(0, {signInReply});
    gateway.answer(1, {uR"({"msgType":3,"code":0,"data":{"modbusEnable":0,"modbusPort":502}})"_s});
    gateway.answer(2, {uR"({"msgType":0,"code":0,"data":{}})"_s});
    GatewaySession session(loopbackEndpoint(gateway.port()), builtInProfile(u"early-draft"_s), {});
    QVERIFY(openAndSignIn(session));
    const auto read = session.readSetting();
    QVERIFY(finish(*read));
    QVERIFY(!read->error());
    QCOMPARE(gateway.count(1), 1);
    const auto write = session.writeSetting(read->setting());
    QVERIFY(finish(*write));
    QVERIFY(write->acknowledged());
    QCOMPARE(gateway.count(2), 1);
    QCOMPARE(gateway.received().size(), 3);
}

void TestGatewayRequests::theUsersSerialIsKeptAndTheOtherTold()
{
    ScriptedGateway gateway;
    auto *const session = makeSession(&gateway, gateway.port());
    const auto open = session->open();
    QVERIFY(finish(*open));
    const auto signIn = session->signIn(testCredentials(u"MINE"_s));
    QVERIFY(finish(*signIn));
    QCOMPARE(session->serial(), u"MINE"_s);
    QCOMPARE(session->reportedSerial(), u"SERIAL-1"_s);
    const auto read = session->readSetting();
    QVERIFY(finish(*read));
    QCOMPARE(object(gateway.received().first()).value("sn"_L1).toString(), u"MINE"_s);
    QCOMPARE(object(gateway.received().last()).value("sn"_L1).toString(), u"MINE"_s);
}

void TestGatewayRequests::aSecondSignInReplacesTheToken()
{
    ScriptedGateway gateway;
    auto *const session = makeSession(&gateway, gateway.port());
    QVERIFY(openAndSignIn(*session));
    gateway.answer(0, {uR"({"msgType":1,"data":{"token":"NEW-TOKEN"}})"_s});
    const auto again = session->signIn(testCredentials());
    QVERIFY(finish(*again));
    QVERIFY(!again->error());
    const auto read = session->readSetting();
    QVERIFY(finish(*read));
    QCOMPARE(object(gateway.received().last()).value("token"_L1).toString(), u"NEW-TOKEN"_s);
}

void TestGatewayRequests::skippedFramesDoNotExtendTheDeadline()
{
    ScriptedGateway gateway;
    QTimer pushing;
    gateway.answer(2, [&pushing](QWebSocket &client) {
        connect(&pushing, &QTimer::timeout, &client, [&client] { client.sendTextMessage(push); });
        pushing.start(10ms);
    });
    Timeouts timeouts;
    timeouts.reply = 200ms;
    auto *const session = makeSession(&gateway, gateway.port(), timeouts);
    QVERIFY(openAndSignIn(*session));
    const auto read = session->readSetting();
    QVERIFY(finish(*read));
    QCOMPARE(read->error().code, ErrorCode::NoReply);
    QVERIFY(read->elapsed() >= 200ms);
    QVERIFY2(read->elapsed() < 2s, qPrintable(QString::number(read->elapsed().count())));
    QVERIFY(session->skippedFrames() > 2);
}

void TestGatewayRequests::anAnswerThatWaitedWhileTheComputerSleptCounts_data()
{
    QTest::addColumn<QStringList>("waiting");
    QTest::addColumn<bool>("answers");
    QTest::newRow("the answer") << QStringList{signInReply} << true;
    QTest::newRow("behind pushes") << (QStringList(200, push) << signInReply) << true;
    QTest::newRow("only pushes") << QStringList(200, push) << false;
}

void TestGatewayRequests::anAnswerThatWaitedWhileTheComputerSleptCounts()
{
    QFETCH(const QStringList, waiting);
    QFETCH(const bool, answers);
    ScriptedGateway gateway;
    gateway.answer(0, [&waiting](QWebSocket &client) {
        for (const QString &frame : waiting)
            client.sendTextMessage(frame);
        client.flush();
        // Nothing runs here for longer than the deadline: that is what a sleeping computer is to the program.
        QThread::msleep(300);
    });
    Timeouts timeouts;
    timeouts.reply = 150ms;
    auto *const session = makeSession(&gateway, gateway.port(), timeouts);
    const auto open = session->open();
    QVERIFY(finish(*open));
    const auto signIn = session->signIn(testCredentials());
    QVERIFY(finish(*signIn));
    QCOMPARE(signIn->error().code, answers ? ErrorCode::None : ErrorCode::NoReply);
    QCOMPARE(session->serial(), answers ? u"SERIAL-1"_s : QString());
}

QTEST_GUILESS_MAIN(TestGatewayRequests)
#include "tst_gatewayrequests.moc"
