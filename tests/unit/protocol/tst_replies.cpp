// Which frame is the reply to the request that waits: number, keys, code, push.
#include "protocol/envelope.h"

#include <QJsonDocument>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class RepliesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classifies_data();
    void classifies();
    void aPushIsNeverAReply();
    void earlyDraftAcceptsItsTwoReplyNumbers();
    void onlyTheProfilesSessionCodesAreSessionRefusals();
};

void RepliesTest::classifies_data()
{
    QTest::addColumn<RequestKind>("kind");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ReplyVerdict>("verdict");
    const auto row = [](const char *name, RequestKind kind, const char *text, ReplyVerdict verdict) {
        QTest::newRow(name) << kind << QByteArray(text) << verdict;
    };
    constexpr auto signIn = RequestKind::SignIn;
    constexpr auto read = RequestKind::Read;
    constexpr auto write = RequestKind::Write;
    constexpr auto accepted = ReplyVerdict::Accepted;
    constexpr auto skip = ReplyVerdict::Skip;

    row("sign-in: granted", signIn, R"({"msgType":1,"code":0,"msg":"ok","data":{"token":"T"}})", accepted);
    row("sign-in: granted without a code", signIn, R"({"msgType":1,"data":{"token":"T"}})", accepted);
    row("sign-in: success without a token", signIn, R"({"msgType":1,"code":0})", accepted);
    row("sign-in: token under another number", signIn, R"({"msgType":9,"code":0,"data":{"token":"T"}})",
        accepted);
    row("sign-in: token without a number", signIn, R"({"data":{"token":"T"}})", accepted);
    row("sign-in: refused", signIn, R"({"msgType":1,"code":7,"msg":"no"})", ReplyVerdict::Refused);
    row("sign-in: refused in spite of a token", signIn, R"({"msgType":1,"code":7,"data":{"token":"T"}})",
        ReplyVerdict::Refused);
    row("sign-in: a token with a code that HTTP has for success", signIn,
        R"({"msgType":1,"code":200,"data":{"token":"T"}})", ReplyVerdict::Accepted);
    row("sign-in: a token with a word of success", signIn,
        R"({"msgType":1,"code":1,"msg":"success","data":{"token":"T"}})", ReplyVerdict::Accepted);
    row("sign-in: a word of success without a token", signIn, R"({"msgType":1,"code":1,"msg":"ok"})",
        ReplyVerdict::Refused);
    row("sign-in: refused with a session code", signIn, R"({"msgType":1,"code":401})", ReplyVerdict::Refused);
    row("sign-in: refusal under another number", signIn, R"({"msgType":4,"code":7})", skip);
    row("sign-in: refusal with a token under another number", signIn,
        R"({"msgType":4,"code":7,"data":{"token":"T"}})", skip);
    row("sign-in: a late setting", signIn, R"({"msgType":4,"code":0,"data":{"modbusEnable":1}})", skip);
    row("sign-in: no token under another number", signIn, R"({"msgType":9,"data":{"token":null}})", skip);
    row("sign-in: empty frame", signIn, "{}", skip);

    row("read: setting", read, R"({"msgType":4,"code":0,"data":{"modbusEnable":0,"modbusPort":502}})",
        accepted);
    row("read: setting without a code", read, R"({"msgType":4,"data":{"modbusEnable":0}})", accepted);
    row("read: success without a setting", read, R"({"msgType":4,"code":0,"data":{}})", accepted);
    row("read: setting under another number", read, R"({"msgType":3,"code":0,"data":{"modbusEnable":0}})",
        accepted);
    row("read: setting without a number", read, R"({"data":{"modbusEnable":0}})", accepted);
    row("read: setting of a wrong type under another number", read,
        R"({"msgType":3,"data":{"modbusEnable":"x"}})", accepted);
    row("read: refused", read, R"({"msgType":4,"code":403,"msg":"no"})", ReplyVerdict::Refused);
    row("read: refused with a negative code", read, R"({"msgType":4,"code":-1})", ReplyVerdict::Refused);
    row("read: session refused", read, R"({"msgType":4,"code":401})", ReplyVerdict::SessionRefused);
    row("read: session refusal under another number", read, R"({"msgType":1,"code":401})", skip);
    row("read: refusal without a number", read, R"({"code":403})", skip);
    row("read: refusal with a setting under another number", read,
        R"({"msgType":3,"code":403,"data":{"modbusEnable":0}})", skip);
    row("read: a late sign-in reply", read, R"({"msgType":1,"code":0,"data":{"token":"T"}})", skip);
    row("read: only a port under another number", read, R"({"msgType":3,"code":0,"data":{"modbusPort":502}})",
        skip);

    row("write: acknowledged", write, R"({"msgType":4,"code":0,"msg":"ok","data":{}})", accepted);
    row("write: acknowledged without a code", write, R"({"msgType":4})", accepted);
    row("write: acknowledged with the setting", write, R"({"msgType":4,"code":0,"data":{"modbusEnable":1}})",
        accepted);
    row("write: a setting under another number", write, R"({"msgType":2,"code":0,"data":{"modbusEnable":1}})",
        skip);
    row("write: a setting without a number", write, R"({"data":{"modbusEnable":1}})", skip);
    row("write: refused", write, R"({"msgType":4,"code":5,"msg":"no"})", ReplyVerdict::Refused);
    row("write: session refused", write, R"({"msgType":4,"code":401})", ReplyVerdict::SessionRefused);
    row("write: refusal under another number", write, R"({"msgType":3,"code":5})", skip);
}

void RepliesTest::classifies()
{
    QFETCH(const RequestKind, kind);
    QFETCH(const QByteArray, text);
    QFETCH(const ReplyVerdict, verdict);
    const ProtocolProfile profile = builtInProfile(u"documented"_s);
    const auto frame = decodeFrame(profile, text);
    QVERIFY(std::holds_alternative<Frame>(frame));
    QCOMPARE(classifyReply(profile, kind, std::get<Frame>(frame)), verdict);
}

void RepliesTest::aPushIsNeverAReply()
{
    const ProtocolProfile profile = builtInProfile(u"documented"_s);
    for (const RequestKind kind : {RequestKind::SignIn, RequestKind::Read, RequestKind::Write}) {
        for (const char *text :
             {R"({"msgType":5})", R"({"msgType":5,"code":0,"data":{"modbusEnable":1,"token":"T"}})",
              R"({"msgType":5,"code":401})", R"({"msgType":5,"code":7,"msg":"no"})"}) {
            const auto frame = decodeFrame(profile, text);
            QCOMPARE(classifyReply(profile, kind, std::get<Frame>(frame)), ReplyVerdict::Skip);
        }
    }
}

void RepliesTest::earlyDraftAcceptsItsTwoReplyNumbers()
{
    const ProtocolProfile profile = builtInProfile(u"early-draft"_s);
    for (const RequestKind kind : {RequestKind::Read, RequestKind::Write}) {
        for (const int number : {3, 0}) {
            QCOMPARE(classifyReply(profile, kind, {number, 0, {}, {}}), ReplyVerdict::Accepted);
            QCOMPARE(classifyReply(profile, kind, {number, 9, {}, {}}), ReplyVerdict::Refused);
        }
        QCOMPARE(classifyReply(profile, kind, {4, 0, {}, {}}), ReplyVerdict::Skip);
        QCOMPARE(classifyReply(profile, kind, {1, 9, {}, {}}), ReplyVerdict::Skip);
    }
}

void RepliesTest::onlyTheProfilesSessionCodesAreSessionRefusals()
{
    ProtocolProfile profile = builtInProfile(u"documented"_s);
    profile.successCode = 200;
    profile.sessionRefusedCodes = {};
    QCOMPARE(classifyReply(profile, RequestKind::Read, {4, 401, {}, {}}), ReplyVerdict::Refused);
    QCOMPARE(classifyReply(profile, RequestKind::Read, {4, 0, {}, {}}), ReplyVerdict::Refused);
    QCOMPARE(classifyReply(profile, RequestKind::Read, {4, 200, {}, {}}), ReplyVerdict::Accepted);
    profile.sessionRefusedCodes = {0, -3};
    QCOMPARE(classifyReply(profile, RequestKind::Write, {4, -3, {}, {}}), ReplyVerdict::SessionRefused);
}

QTEST_GUILESS_MAIN(RepliesTest)
#include "tst_replies.moc"
