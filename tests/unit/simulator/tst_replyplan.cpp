#include "rawclient.h"
#include "simulator/replyplan.h"

#include <QJsonDocument>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

constexpr auto signInReply = R"({"msgType":1,"code":0,"msg":"ok","data":{"token":"T","sn":"S"}})";
constexpr auto readReply =
    R"({"msgType":4,"code":0,"msg":"ok","data":{"modbusEnable":1,"modbusPort":502,"modbusIp":"0.0.0.0"}})";
constexpr auto writeReply = R"({"msgType":4,"code":0,"msg":"ok","data":{}})";

ReplyPlan planned(Fault fault, FaultEvent event, const char *reply)
{
    return planReply({fault}, event, builtInProfile(u"documented"_s), json(reply));
}

} // namespace

class TestReplyPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutFaultsTheReplyIsOneTextFrame();
    void envelopeIsChangedByItsFault_data();
    void envelopeIsChangedByItsFault();
    void faultsOfOtherEventsChangeNothing();
    void refusalGetsNoDataFromAFault();
    void textIsNoJsonObject_data();
    void textIsNoJsonObject();
    void tooLargeReplyIsOverOneMebibyte();
    void framesAreAsDescribed();
    void fragmentsNeverEnd();
    void repliesAreSentTwice();
    void oppositePushComesInFront();
    void oppositePushNeedsAPushNumber();
    void silentFaultsSendNothing_data();
    void silentFaultsSendNothing();
};

void TestReplyPlan::withoutFaultsTheReplyIsOneTextFrame()
{
    ReplyPlan plan = planReply({}, FaultEvent::Read, builtInProfile(u"documented"_s), json(readReply));
    const auto frame = takeServerFrame(plan.bytes);
    QVERIFY(frame);
    QCOMPARE(frame->opcode, 1);
    QVERIFY(frame->isFinal);
    QVERIFY(!frame->isMasked);
    QCOMPARE(QJsonDocument::fromJson(frame->payload).object(), json(readReply));
    QVERIFY(plan.bytes.isEmpty());
    QVERIFY(plan.endless.isEmpty());
    QVERIFY(plan.end == ConnectionEnd::Keep);
}

void TestReplyPlan::envelopeIsChangedByItsFault_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<FaultEvent>("event");
    QTest::addColumn<QByteArray>("honest");
    QTest::addColumn<QByteArray>("changed");
    const auto row = [](const char *name, Fault fault, FaultEvent event, const char *honest,
                        const char *changed) {
        QTest::newRow(name) << fault << event << QByteArray(honest) << QByteArray(changed);
    };
    const auto signIn = [&row](const char *name, Fault fault, const char *changed) {
        row(name, fault, FaultEvent::SignIn, signInReply, changed);
    };
    signIn("type string", Fault::SignInTypeString,
           R"({"msgType":"1","code":0,"msg":"ok","data":{"token":"T","sn":"S"}})");
    signIn("code string", Fault::SignInCodeString,
           R"({"msgType":1,"code":"0","msg":"ok","data":{"token":"T","sn":"S"}})");
    signIn("missing token", Fault::SignInMissingToken,
           R"({"msgType":1,"code":0,"msg":"ok","data":{"sn":"S"}})");
    signIn("null token", Fault::SignInNullToken,
           R"({"msgType":1,"code":0,"msg":"ok","data":{"token":null,"sn":"S"}})");
    signIn("number token", Fault::SignInNumberToken,
           R"({"msgType":1,"code":0,"msg":"ok","data":{"token":1234567890,"sn":"S"}})");
    signIn("other number", Fault::SignInOtherNumber,
           R"({"msgType":75,"code":0,"msg":"ok","data":{"token":"T","sn":"S"}})");
    signIn("missing serial", Fault::SerialMissing,
           R"({"msgType":1,"code":0,"msg":"ok","data":{"token":"T"}})");

    const auto read = [&row](const char *name, Fault fault, const char *data) {
        const QByteArray changed = QByteArray(R"({"msgType":4,"code":0,"msg":"ok","data":)") + data + '}';
        row(name, fault, FaultEvent::Read, readReply, changed.constData());
    };
    read("missing enable", Fault::ReadMissingEnable, R"({"modbusPort":502,"modbusIp":"0.0.0.0"})");
    read("enable string", Fault::ReadEnableString,
         R"({"modbusEnable":"1","modbusPort":502,"modbusIp":"0.0.0.0"})");
    read("enable true", Fault::ReadEnableTrue,
         R"({"modbusEnable":true,"modbusPort":502,"modbusIp":"0.0.0.0"})");
    read("enable two", Fault::ReadEnableTwo, R"({"modbusEnable":2,"modbusPort":502,"modbusIp":"0.0.0.0"})");
    read("missing port", Fault::ReadMissingPort, R"({"modbusEnable":1,"modbusIp":"0.0.0.0"})");
    read("port zero", Fault::ReadPortZero, R"({"modbusEnable":1,"modbusPort":0,"modbusIp":"0.0.0.0"})");
    read("port too large", Fault::ReadPortTooLarge,
         R"({"modbusEnable":1,"modbusPort":70000,"modbusIp":"0.0.0.0"})");
    read("port string", Fault::ReadPortString,
         R"({"modbusEnable":1,"modbusPort":"502","modbusIp":"0.0.0.0"})");
    read("port fraction", Fault::ReadPortFraction,
         R"({"modbusEnable":1,"modbusPort":502.5,"modbusIp":"0.0.0.0"})");
    row("missing data", Fault::ReadMissingData, FaultEvent::Read, readReply,
        R"({"msgType":4,"code":0,"msg":"ok"})");
    row("read-back without enable", Fault::ReadBackMissingEnable, FaultEvent::ReadBack, readReply,
        R"({"msgType":4,"code":0,"msg":"ok","data":{"modbusPort":502,"modbusIp":"0.0.0.0"}})");
    row("write under another number", Fault::WriteOtherNumber, FaultEvent::Write, writeReply,
        R"({"msgType":75,"code":0,"msg":"ok","data":{}})");
    row("write with nulls", Fault::WriteNullFields, FaultEvent::Write, writeReply,
        R"({"msgType":4,"code":0,"msg":null})");
}

void TestReplyPlan::envelopeIsChangedByItsFault()
{
    QFETCH(const Fault, fault);
    QFETCH(const FaultEvent, event);
    QFETCH(const QByteArray, honest);
    QFETCH(const QByteArray, changed);
    ReplyPlan plan = planned(fault, event, honest.constData());
    const auto frame = takeServerFrame(plan.bytes);
    QVERIFY(frame);
    QCOMPARE(frame->opcode, 1);
    QCOMPARE(QJsonDocument::fromJson(frame->payload).object(), json(changed.constData()));
}

void TestReplyPlan::faultsOfOtherEventsChangeNothing()
{
    const ProtocolProfile profile = builtInProfile(u"documented"_s);
    const QByteArray honest = planReply({}, FaultEvent::ReadBack, profile, json(readReply)).bytes;
    for (const FaultDescription &description : simulatorFaults()) {
        if (description.event == FaultEvent::ReadBack || description.event == FaultEvent::EveryReply
            || description.event == FaultEvent::Push)
            continue;
        const ReplyPlan plan = planned(description.fault, FaultEvent::ReadBack, readReply);
        QVERIFY2(plan.bytes == honest, description.name.data());
        QVERIFY2(plan.end == ConnectionEnd::Keep, description.name.data());
    }
}

void TestReplyPlan::refusalGetsNoDataFromAFault()
{
    ReplyPlan plan = planned(Fault::ReadPortZero, FaultEvent::Read, R"({"msgType":4,"code":7,"msg":"no"})");
    const auto frame = takeServerFrame(plan.bytes);
    QVERIFY(frame);
    QVERIFY(!frame->payload.contains("modbusPort"));
}

void TestReplyPlan::textIsNoJsonObject_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<FaultEvent>("event");
    QTest::newRow("sign-in malformed") << Fault::SignInMalformed << FaultEvent::SignIn;
    QTest::newRow("read malformed") << Fault::ReadMalformed << FaultEvent::Read;
    QTest::newRow("write malformed") << Fault::WriteMalformed << FaultEvent::Write;
    QTest::newRow("read-back malformed") << Fault::ReadBackMalformed << FaultEvent::ReadBack;
    QTest::newRow("sign-in array") << Fault::SignInArray << FaultEvent::SignIn;
    QTest::newRow("read array") << Fault::ReadArray << FaultEvent::Read;
    QTest::newRow("write array") << Fault::WriteArray << FaultEvent::Write;
    QTest::newRow("read-back array") << Fault::ReadBackArray << FaultEvent::ReadBack;
    QTest::newRow("deep nesting") << Fault::ReadDeepNesting << FaultEvent::Read;
    QTest::newRow("invalid UTF-8") << Fault::ReadInvalidUtf8 << FaultEvent::Read;
}

void TestReplyPlan::textIsNoJsonObject()
{
    QFETCH(const Fault, fault);
    QFETCH(const FaultEvent, event);
    ReplyPlan plan = planned(fault, event, readReply);
    const auto frame = takeServerFrame(plan.bytes);
    QVERIFY(frame);
    QCOMPARE(frame->opcode, 1);
    QVERIFY(frame->isFinal);
    QVERIFY(!QJsonDocument::fromJson(frame->payload).isObject());
}

void TestReplyPlan::tooLargeReplyIsOverOneMebibyte()
{
    ReplyPlan plan = planned(Fault::ReadTooLarge, FaultEvent::Read, readReply);
    const auto frame = takeServerFrame(plan.bytes);
    QVERIFY(frame);
    QVERIFY(frame->payload.size() > 1024 * 1024);
    QVERIFY(QJsonDocument::fromJson(frame->payload).isObject());
}

void TestReplyPlan::framesAreAsDescribed()
{
    QCOMPARE(planned(Fault::ReadBinary, FaultEvent::Read, readReply).bytes.at(0), '\x82');
    QCOMPARE(planned(Fault::ReadInvalidOpcode, FaultEvent::Read, readReply).bytes.at(0), '\x83');

    ReplyPlan masked = planned(Fault::ReadMasked, FaultEvent::Read, readReply);
    const auto frame = takeServerFrame(masked.bytes);
    QVERIFY(frame);
    QVERIFY(frame->isMasked);
    QCOMPARE(QJsonDocument::fromJson(frame->payload).object(), json(readReply));

    const QByteArray huge = planned(Fault::ReadHugeLength, FaultEvent::Read, readReply).bytes;
    QVERIFY(huge.startsWith(QByteArray::fromHex("817f4000000000000000")));
    QVERIFY(huge.size() < 100);

    ReplyPlan half = planned(Fault::ReadHalfFrame, FaultEvent::Read, readReply);
    QCOMPARE(half.bytes.at(0), '\x81');
    QVERIFY(!takeServerFrame(half.bytes));
    QVERIFY(half.bytes.size() > 20);
}

void TestReplyPlan::fragmentsNeverEnd()
{
    ReplyPlan plan = planned(Fault::ReadFragmentBomb, FaultEvent::Read, readReply);
    const auto first = takeServerFrame(plan.bytes);
    QVERIFY(first);
    QCOMPARE(first->opcode, 1);
    QVERIFY(!first->isFinal);
    const auto next = takeServerFrame(plan.endless);
    QVERIFY(next);
    QCOMPARE(next->opcode, 0);
    QVERIFY(!next->isFinal);
    QVERIFY(plan.endless.isEmpty());
}

void TestReplyPlan::repliesAreSentTwice()
{
    ReplyPlan plan = planned(Fault::RepliesTwice, FaultEvent::Write, writeReply);
    const auto first = takeServerFrame(plan.bytes);
    const auto second = takeServerFrame(plan.bytes);
    QVERIFY(first && second);
    QCOMPARE(first->payload, second->payload);
    QVERIFY(plan.bytes.isEmpty());
}

void TestReplyPlan::oppositePushComesInFront()
{
    ReplyPlan plan = planned(Fault::PushOpposite, FaultEvent::Read, readReply);
    const auto push = takeServerFrame(plan.bytes);
    const auto reply = takeServerFrame(plan.bytes);
    QVERIFY(push && reply);
    const QJsonObject pushed = QJsonDocument::fromJson(push->payload).object();
    QCOMPARE(pushed["msgType"_L1].toInt(), 5);
    QCOMPARE(pushed["data"_L1]["modbusEnable"_L1].toInt(-1), 0);
    QCOMPARE(QJsonDocument::fromJson(reply->payload).object(), json(readReply));
}

void TestReplyPlan::oppositePushNeedsAPushNumber()
{
    const ProtocolProfile profile = builtInProfile(u"early-draft"_s);
    QCOMPARE(planReply({Fault::PushOpposite}, FaultEvent::Read, profile, json(readReply)).bytes,
             planReply({}, FaultEvent::Read, profile, json(readReply)).bytes);
}

void TestReplyPlan::silentFaultsSendNothing_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<FaultEvent>("event");
    QTest::addColumn<int>("end");
    const int keep = static_cast<int>(ConnectionEnd::Keep);
    const int close = static_cast<int>(ConnectionEnd::Close);
    const int reset = static_cast<int>(ConnectionEnd::Reset);
    QTest::newRow("sign-in") << Fault::SignInNoReply << FaultEvent::SignIn << keep;
    QTest::newRow("read") << Fault::ReadNoReply << FaultEvent::Read << keep;
    QTest::newRow("write") << Fault::WriteNoReply << FaultEvent::Write << keep;
    QTest::newRow("read-back") << Fault::ReadBackNoReply << FaultEvent::ReadBack << keep;
    QTest::newRow("close at sign-in") << Fault::SignInClose << FaultEvent::SignIn << close;
    QTest::newRow("close at read") << Fault::ReadClose << FaultEvent::Read << close;
    QTest::newRow("close at read-back") << Fault::ReadBackClose << FaultEvent::ReadBack << close;
    QTest::newRow("reset at sign-in") << Fault::SignInReset << FaultEvent::SignIn << reset;
    QTest::newRow("reset at read") << Fault::ReadReset << FaultEvent::Read << reset;
    QTest::newRow("reset at read-back") << Fault::ReadBackReset << FaultEvent::ReadBack << reset;
}

void TestReplyPlan::silentFaultsSendNothing()
{
    QFETCH(const Fault, fault);
    QFETCH(const FaultEvent, event);
    QFETCH(const int, end);
    const ReplyPlan plan = planned(fault, event, readReply);
    QVERIFY(plan.bytes.isEmpty());
    QVERIFY(plan.endless.isEmpty());
    QCOMPARE(static_cast<int>(plan.end), end);
}

QTEST_GUILESS_MAIN(TestReplyPlan)
#include "tst_replyplan.moc"
