// Which frame is the reply to the request that waits: number, keys, code, push.
#include "protocol/envelope.h"

#include <QJsonDocument>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

enum class RequestKind { SignIn, Read, Write };
Q_DECLARE_METATYPE(RequestKind)

static ReplyVerdict verdictOf(const ProtocolProfile &profile, RequestKind kind, const QByteArray &text)
{
    const Exchange &exchange = kind == RequestKind::SignIn ? profile.signIn.constFirst()
        : kind == RequestKind::Read                        ? profile.read
                                                           : profile.write;
    return classifyReply(profile, exchange, std::get<QJsonObject>(decodeFrame(text)));
}

class RepliesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classifies_data();
    void classifies();
    void aPushIsNeverAReply();
    void earlyDraftAcceptsItsTwoReplyNumbers();
    void theProfileDecidesWhatValuesMean();
    void aRequestNumberMakesTheReply();
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
    row("sign-in: refused with a session code", signIn, R"({"msgType":1,"code":401})", ReplyVerdict::Expired);
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
    row("read: a number of a wrong type", read, R"({"msgType":"4","code":0})", ReplyVerdict::Malformed);
    row("read: a code of a wrong type", read, R"({"msgType":4,"code":"0"})", ReplyVerdict::Malformed);
    row("read: a text of a wrong type", read, R"({"msgType":4,"code":0,"msg":7})", ReplyVerdict::Malformed);
    row("read: a number between numbers", read, R"({"msgType":4.5,"code":0})", skip);
    row("read: refused", read, R"({"msgType":4,"code":403,"msg":"no"})", ReplyVerdict::Refused);
    row("read: refused with a negative code", read, R"({"msgType":4,"code":-1})", ReplyVerdict::Refused);
    row("read: session refused", read, R"({"msgType":4,"code":401})", ReplyVerdict::Expired);
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
    row("write: session refused", write, R"({"msgType":4,"code":401})", ReplyVerdict::Expired);
    row("write: refusal under another number", write, R"({"msgType":3,"code":5})", skip);
}

void RepliesTest::classifies()
{
    QFETCH(const RequestKind, kind);
    QFETCH(const QByteArray, text);
    QFETCH(const ReplyVerdict, verdict);
    const ProtocolProfile profile = builtInProfile(u"documented"_s);
    QCOMPARE(verdictOf(profile, kind, text), verdict);
}

void RepliesTest::aPushIsNeverAReply()
{
    const ProtocolProfile profile = builtInProfile(u"documented"_s);
    for (const RequestKind kind : {RequestKind::SignIn, RequestKind::Read, RequestKind::Write}) {
        for (const char *text :
             {R"({"msgType":5})", R"({"msgType":5,"code":0,"data":{"modbusEnable":1,"token":"T"}})",
              R"({"msgType":5,"code":401})", R"({"msgType":5,"code":7,"msg":"no"})"}) {
            QCOMPARE(verdictOf(profile, kind, text), ReplyVerdict::Skip);
        }
    }
}

void RepliesTest::earlyDraftAcceptsItsTwoReplyNumbers()
{
    const ProtocolProfile profile = builtInProfile(u"early-draft"_s);
    const auto frame = [](int number, int code) {
        return QByteArray("{\"msgType\":" + QByteArray::number(number)
                          + ",\"code\":" + QByteArray::number(code) + '}');
    };
    for (const RequestKind kind : {RequestKind::Read, RequestKind::Write}) {
        for (const int number : {3, 0}) {
            QCOMPARE(verdictOf(profile, kind, frame(number, 0)), ReplyVerdict::Accepted);
            QCOMPARE(verdictOf(profile, kind, frame(number, 9)), ReplyVerdict::Refused);
        }
        QCOMPARE(verdictOf(profile, kind, frame(4, 0)), ReplyVerdict::Skip);
        QCOMPARE(verdictOf(profile, kind, frame(1, 9)), ReplyVerdict::Skip);
    }
}

void RepliesTest::theProfileDecidesWhatValuesMean()
{
    ProtocolProfile profile = builtInProfile(u"documented"_s);
    const JsonPointer code(QStringList{u"code"_s});
    const auto meaning = [&code](const QJsonArray &values) { return Conditions{{{code, values}}}; };
    const auto verdict = [&profile](const char *text) { return verdictOf(profile, RequestKind::Read, text); };
    profile.meanings.success = meaning({7, 8});
    profile.meanings.expired = meaning({106, u"old"_s});
    profile.meanings.busy = meaning({301});
    profile.meanings.noRights = meaning({403});
    profile.meanings.taken = meaning({100});
    QCOMPARE(verdict(R"({"msgType":4,"code":8})"), ReplyVerdict::Accepted);
    QCOMPARE(verdict(R"({"msgType":4,"code":0})"), ReplyVerdict::Refused);
    QCOMPARE(verdict(R"({"msgType":4})"), ReplyVerdict::Refused);
    QCOMPARE(verdict(R"({"msgType":4,"code":401})"), ReplyVerdict::Refused);
    QCOMPARE(verdict(R"({"msgType":4,"code":106})"), ReplyVerdict::Expired);
    QCOMPARE(verdict(R"({"msgType":4,"code":301})"), ReplyVerdict::Busy);
    QCOMPARE(verdict(R"({"msgType":4,"code":403})"), ReplyVerdict::NoRights);
    QCOMPARE(verdict(R"({"msgType":9,"code":403})"), ReplyVerdict::Skip);
    QCOMPARE(verdict(R"({"msgType":9,"code":100})"), ReplyVerdict::Taken);
    QCOMPARE(verdict(R"({"msgType":5,"code":100})"), ReplyVerdict::Skip);
}

void RepliesTest::aRequestNumberMakesTheReply()
{
    ProtocolProfile profile = builtInProfile(u"documented"_s);
    profile.read.is = {{{JsonPointer(QStringList{u"id"_s}), {u"{requestId}"_s}}}};
    const auto verdict = [&profile](const char *text, qint64 id) {
        return classifyReply(profile, profile.read, std::get<QJsonObject>(decodeFrame(text)), id);
    };
    QCOMPARE(verdict(R"({"id":12,"code":0})", 12), ReplyVerdict::Accepted);
    QCOMPARE(verdict(R"({"id":"12","code":0})", 12), ReplyVerdict::Accepted);
    QCOMPARE(verdict(R"({"id":11,"code":0})", 12), ReplyVerdict::Skip);
}

QTEST_GUILESS_MAIN(RepliesTest)
#include "tst_replies.moc"
