// What a behaviour makes of single answers: bytes in, bytes out.

#include "simulator/behaviour.h"
#include "simulator/websocketwire.h"

#include <QJsonDocument>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class BehaviourTest : public QObject
{
    Q_OBJECT

    const ModbusAdu m_request{7, 0, 247, QByteArray::fromHex("0475300002")};
    const QByteArray m_pdu = QByteArray::fromHex("040412345678");
    const ProtocolProfile m_profile = builtInProfile(u"documented"_s);

    QByteArray modbus(ModbusBehaviour::Shape shape, quint8 number = 0) const
    {
        ModbusBehaviour behaviour;
        behaviour.shape = shape;
        behaviour.number = number;
        return modbusBytes(behaviour, m_request, m_pdu).toHex();
    }

    ReplyPlan plan(const ReplyBehaviour &behaviour) const
    {
        const QJsonObject envelope{
            {u"msgType"_s, 4}, {u"code"_s, 0}, {u"data"_s, QJsonObject{{u"modbusEnable"_s, 1}}}};
        return planReply({}, FaultEvent::Read, m_profile, envelope, behaviour);
    }

private Q_SLOTS:
    void aScriptGoesOnAsItSays()
    {
        const Script<int> script{{1, 2}, 9};
        QCOMPARE(script.at(0), 1);
        QCOMPARE(script.at(1), 2);
        QCOMPARE(script.at(2), 9);
        QCOMPARE(script.at(100), 9);
    }

    void modbusRepliesAreAsOddAsTheyAreToBe()
    {
        using Shape = ModbusBehaviour::Shape;
        const QByteArray right = "000700000007f7040412345678";
        QCOMPARE(modbus(Shape::Right), right);
        QCOMPARE(modbus(Shape::None), QByteArray());
        QCOMPARE(modbus(Shape::Exception, 6), "000700000003f78406"_ba);
        QCOMPARE(modbus(Shape::Zeros), "000700000007f7040400000000"_ba);
        QCOMPARE(modbus(Shape::OtherUnit, 255), "000700000007ff040412345678"_ba);
        QCOMPARE(modbus(Shape::OtherTransaction), "03ef00000007f7040412345678"_ba);
        QCOMPARE(modbus(Shape::Fewer), "000700000005f704021234"_ba);
        QVERIFY(modbus(Shape::More).startsWith("00070000001ff7041c123456782222"));
        QCOMPARE(modbus(Shape::Trailing), right + "0000");
        QVERIFY(modbus(Shape::StaleInFront).endsWith(right));
        QVERIFY(modbus(Shape::HalfStaleBehind).startsWith(right));
        QCOMPARE(modbus(Shape::Half), "000700000007"_ba);
    }

    void anExceptionIsNotChangedAsIfItHadRegisters()
    {
        ModbusBehaviour behaviour;
        behaviour.shape = ModbusBehaviour::Shape::More;
        const QByteArray exception = QByteArray::fromHex("8402");
        QCOMPARE(modbusBytes(behaviour, m_request, exception).toHex(), "000700000003f78402"_ba);
    }

    void anAnswerInFragmentsIsTheSameMessage()
    {
        ReplyBehaviour behaviour;
        const QByteArray whole = plan(behaviour).bytes;
        behaviour.fragment = 5;
        const QByteArray bytes = plan(behaviour).bytes;
        QByteArray text;
        for (qsizetype at = 0; at < bytes.size(); at += 2 + bytes[at + 1]) {
            const bool isFirst = at == 0;
            const bool isLast = at + 2 + bytes[at + 1] == bytes.size();
            QCOMPARE(quint8(bytes[at]), quint8((isLast ? 0x80 : 0) | (isFirst ? 1 : 0)));
            text += bytes.mid(at + 2, bytes[at + 1]);
        }
        QCOMPARE(webSocketFrame(FrameOpcode::Text, text), whole);
    }

    void whatComesInFrontComesInFront()
    {
        ReplyBehaviour behaviour;
        const QByteArray right = plan(behaviour).bytes;
        behaviour.push = ReplyBehaviour::Push::EmptyReply;
        QVERIFY(plan(behaviour).bytes.endsWith(right));
        QVERIFY(plan(behaviour).bytes.contains("\"data\":{}"));
        behaviour.push = ReplyBehaviour::Push::Opposite;
        QVERIFY(plan(behaviour).bytes.contains("\"modbusEnable\":0"));
        behaviour.shape = ReplyBehaviour::Shape::None;
        behaviour.end = ConnectionEnd::Reset;
        QVERIFY(!plan(behaviour).bytes.contains("\"modbusEnable\":1"));
        QCOMPARE(plan(behaviour).end, ConnectionEnd::Reset);
    }

    void aRefusalHasNoState()
    {
        ReplyBehaviour behaviour;
        behaviour.shape = ReplyBehaviour::Shape::SessionRefusal;
        const QByteArray bytes = plan(behaviour).bytes;
        QVERIFY(bytes.contains("\"code\":401"));
        QVERIFY(!bytes.contains("modbusEnable"));
    }

    void aSecretIsSpelledAsWished()
    {
        QCOMPARE(spelled(u"a/Ω"_s, Spelling::None), QString());
        QCOMPARE(spelled(u"a/Ω"_s, Spelling::Plain), u"a/Ω"_s);
        QCOMPARE(spelled(u"a/Ω"_s, Spelling::JsonEscaped), u"\\u0061\\u002f\\u03a9"_s);
        QCOMPARE(spelled(u"a/Ω"_s, Spelling::Hex), u"612fcea9"_s);
        QCOMPARE(spelled(u"a/Ω"_s, Spelling::Base64), u"YS/OqQ=="_s);
        QCOMPARE(spelled(u"a/Ω"_s, Spelling::Percent), u"a%2F%CE%A9"_s);
    }
};

QTEST_GUILESS_MAIN(BehaviourTest)
#include "tst_behaviour.moc"
