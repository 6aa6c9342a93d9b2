// Requests to bytes and bytes to frames, grants and settings.
#include "protocol/envelope.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

namespace {

ProtocolProfile documented()
{
    return builtInProfile(u"documented"_s);
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject frameWithData(const QByteArray &data)
{
    return {{u"msgType"_s, 4}, {u"code"_s, 0}, {u"data"_s, object(data)}};
}

QByteArray encodeSignIn(const ProtocolProfile &profile, const Credentials &credentials)
{
    RequestValues values;
    values.username = credentials.username;
    values.password = credentials.password;
    values.serial = credentials.serial;
    return profile.signIn.constFirst().send.filled(values);
}

RequestValues valuesOf(const QString &serial, const Secret &token)
{
    RequestValues values;
    values.serial = serial;
    values.token = token;
    return values;
}

QByteArray encodeRead(const ProtocolProfile &profile, const QString &serial, const Secret &token)
{
    return profile.read.send.filled(valuesOf(serial, token));
}

QByteArray encodeWrite(const ProtocolProfile &profile, const QString &serial, const Secret &token,
                       const ModbusSetting &setting)
{
    RequestValues values = valuesOf(serial, token);
    fillSetting(values, profile, setting);
    return profile.write.send.filled(values);
}

} // namespace

class EnvelopeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreByteForByteThoseOfThePublicDescription();
    void earlyDraftUsesItsOwnNumbers();
    void aSerialTheUserGaveIsSent();
    void awkwardTextsAreEscaped();
    void aWriteSendsExtraKeysBackUnchanged();
    void aWriteIsNotOverriddenByExtraKeys();
    void aWriteWithoutAPortIsNotEncoded();
    void whatIsReadCanBeWrittenBack();
    void passwordAndTokenAreTheSecretKeys();
    void refusesMalformedFrames_data();
    void refusesMalformedFrames();
    void refusesFramesThatAreTooLong();
    void survivesDeepNesting();
    void detailsNeverQuoteValues();
    void decodesGrants_data();
    void decodesGrants();
    void aTokenHasItsLimit();
    void decodesSettings_data();
    void decodesSettings();
    void refusesSettingsWithoutAnOnOffValue_data();
    void refusesSettingsWithoutAnOnOffValue();
    void anImpossiblePortIsNoPort_data();
    void anImpossiblePortIsNoPort();
    void onAndOffMayBeAnyScalars_data();
    void onAndOffMayBeAnyScalars();
    void aPortMayBeAText();
};

void EnvelopeTest::requestsAreByteForByteThoseOfThePublicDescription()
{
    const ProtocolProfile profile = documented();
    QCOMPARE(encodeSignIn(profile, {u"U"_s, Secret(u"P"_s), {}}),
             QByteArray(R"({"msgType":0,"sn":"","data":{"username":"U","password":"P"}})"));
    QCOMPARE(encodeRead(profile, u"SERIAL"_s, Secret(u"T"_s)),
             QByteArray(R"({"msgType":2,"sn":"SERIAL","token":"T","data":{"service":"modbusTcpServer"}})"));
    QCOMPARE(encodeWrite(profile, u"SERIAL"_s, Secret(u"T"_s), {true, 502, {}}),
             QByteArray(R"({"msgType":3,"sn":"SERIAL","token":"T","data":)"
                        R"({"service":"modbusTcpServer","modbusEnable":1,"modbusPort":502}})"));
    QCOMPARE(encodeWrite(profile, u"SERIAL"_s, Secret(u"T"_s), {false, 65535, {}}),
             QByteArray(R"({"msgType":3,"sn":"SERIAL","token":"T","data":)"
                        R"({"service":"modbusTcpServer","modbusEnable":0,"modbusPort":65535}})"));
}

void EnvelopeTest::earlyDraftUsesItsOwnNumbers()
{
    const ProtocolProfile profile = builtInProfile(u"early-draft"_s);
    const QString key = u"msgType"_s;
    const auto numberIn = [&](const QByteArray &frame) {
        return QJsonDocument::fromJson(frame).object().value(key).toInt(-1);
    };
    QCOMPARE(numberIn(encodeSignIn(profile, {})), 0);
    QCOMPARE(numberIn(encodeRead(profile, {}, {})), 1);
    QCOMPARE(numberIn(encodeWrite(profile, {}, {}, {true, 502, {}})), 2);
}

void EnvelopeTest::aSerialTheUserGaveIsSent()
{
    const QByteArray frame = encodeSignIn(documented(), {u"admin"_s, Secret(u"x"_s), u"110A1234567890"_s});
    QCOMPARE(QJsonDocument::fromJson(frame).object().value(u"sn"_s).toString(), u"110A1234567890"_s);
}

void EnvelopeTest::awkwardTextsAreEscaped()
{
    const QString awkward = u"ä\"\\/\n\u2028😀"_s;
    const QByteArray frame = encodeSignIn(documented(), {awkward, Secret(awkward), awkward});
    const QJsonObject decoded = QJsonDocument::fromJson(frame).object();
    QCOMPARE(decoded.value(u"sn"_s).toString(), awkward);
    QCOMPARE(decoded.value(u"data"_s).toObject().value(u"password"_s).toString(), awkward);
}

void EnvelopeTest::aWriteSendsExtraKeysBackUnchanged()
{
    const QJsonObject extra = object(
        R"({"modbusIp":"192.168.1.9;10.0.0.0/8","list":[1,"a",null,{"b":true}],"big":9007199254740993,"none":null,
            "fraction":0.1,"":"empty key"})");
    const QByteArray frame = encodeWrite(documented(), {}, {}, {true, 502, extra});
    QJsonObject data = QJsonDocument::fromJson(frame).object().value(u"data"_s).toObject();
    QCOMPARE(data.take(u"service"_s), QJsonValue(u"modbusTcpServer"_s));
    QCOMPARE(data.take(u"modbusEnable"_s), QJsonValue(1));
    QCOMPARE(data.take(u"modbusPort"_s), QJsonValue(502));
    QCOMPARE(data, extra);
    QVERIFY(frame.contains("9007199254740993"));
}

void EnvelopeTest::aWriteIsNotOverriddenByExtraKeys()
{
    const QJsonObject extra = object(R"({"service":"other","modbusEnable":1,"modbusPort":1,"modbusIp":"x"})");
    QCOMPARE(
        encodeWrite(documented(), u"S"_s, Secret(u"T"_s), {false, 503, extra}),
        QByteArray(R"({"msgType":3,"sn":"S","token":"T","data":)"
                   R"({"service":"modbusTcpServer","modbusEnable":0,"modbusPort":503,"modbusIp":"x"}})"));
}

void EnvelopeTest::aWriteWithoutAPortIsNotEncoded()
{
    QVERIFY(encodeWrite(documented(), u"S"_s, Secret(u"T"_s), {true, std::nullopt, {}}).isEmpty());
}

void EnvelopeTest::whatIsReadCanBeWrittenBack()
{
    const ProtocolProfile profile = documented();
    const QJsonObject reported =
        object(R"({"modbusEnable":0,"modbusPort":1502,"modbusIp":"10.0.0.5","keepAlive":30})");
    const auto setting = decodeSetting(profile, {{u"data"_s, reported}});
    QVERIFY(std::holds_alternative<ModbusSetting>(setting));
    const QByteArray frame = encodeWrite(profile, {}, {}, std::get<ModbusSetting>(setting));
    QJsonObject sent = QJsonDocument::fromJson(frame).object().value(u"data"_s).toObject();
    sent.remove(u"service"_s);
    QCOMPARE(sent, reported);
}

void EnvelopeTest::passwordAndTokenAreTheSecretKeys()
{
    QCOMPARE(secretKeys(documented()), QStringList({u"password"_s, u"token"_s}));
}

void EnvelopeTest::refusesMalformedFrames_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const char *text, const QString &detail) {
        QTest::newRow(name) << QByteArray(text) << detail;
    };
    row("empty", "", u"not JSON: "_s);
    row("text", "hello", u"not JSON: "_s);
    row("broken off", R"({"msgType":4,"code":)", u"not JSON: "_s);
    row("two objects", "{}{}", u"not JSON: "_s);
    row("not UTF-8", "{\"msg\":\"\xC3\x28\"}", u"not JSON: "_s);
    row("a number", "42", u"not JSON: "_s);
    row("an array", "[]", u"not a JSON object"_s);
}

void EnvelopeTest::refusesMalformedFrames()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, detail);
    const auto decoded = decodeFrame(text);
    QVERIFY(std::holds_alternative<Error>(decoded));
    QCOMPARE(std::get<Error>(decoded).code, ErrorCode::MalformedReply);
    QCOMPARE(std::get<Error>(decoded).detail.left(detail.size()), detail);
}

void EnvelopeTest::refusesFramesThatAreTooLong()
{
    QByteArray text = "{}";
    text.append(QByteArray(maximumFrameSize - text.size(), ' '));
    QVERIFY(std::holds_alternative<QJsonObject>(decodeFrame(text)));
    text.append(' ');
    const auto decoded = decodeFrame(text);
    QVERIFY(std::holds_alternative<Error>(decoded));
    QCOMPARE(std::get<Error>(decoded).code, ErrorCode::MessageTooLarge);
}

void EnvelopeTest::survivesDeepNesting()
{
    for (const int depth : {100, 1000, 10000, 150000}) {
        const QByteArray closed = QByteArray("[").repeated(depth) + QByteArray("]").repeated(depth);
        const QByteArray objects =
            QByteArray("{\"a\":").repeated(depth) + "1" + QByteArray("}").repeated(depth);
        for (const QByteArray &nested : {closed, objects, QByteArray("[").repeated(depth)}) {
            const auto decoded = decodeFrame("{\"data\":{\"x\":" + nested + "}}");
            if (depth >= 10000)
                QVERIFY(std::holds_alternative<Error>(decoded));
        }
    }
}

void EnvelopeTest::detailsNeverQuoteValues()
{
    const ProtocolProfile profile = documented();
    const auto detailOf = [](const auto &result) { return std::get<Error>(result).detail; };
    const auto shapeOf = [&profile](const char *text) {
        const QJsonObject frame = object(text);
        Q_ASSERT(classifyReply(profile, profile.read, frame) == ReplyVerdict::Malformed);
        return shapeProblem(profile, profile.read, frame);
    };
    QCOMPARE(shapeOf(R"({"msgType":"hunter22"})"), u"\"msgType\" is a string, not a number"_s);
    QCOMPARE(shapeOf(R"({"msgType":4,"code":"hunter22"})"), u"\"code\" is a string, not a number"_s);
    QCOMPARE(shapeOf(R"({"msgType":4,"msg":["hunter22"]})"), u"\"msg\" is an array, not a string"_s);
    QVERIFY(!detailOf(decodeFrame(R"({"msg":"hunter22")")).contains(u"hunter22"_s));
    QVERIFY(!detailOf(decodeSetting(profile, frameWithData(R"({"modbusEnable":"hunter22"})")))
                 .contains(u"hunter22"_s));
    QVERIFY(!detailOf(decodeGrant(profile.signIn.constFirst(), frameWithData(R"({"token":["hunter22"]})")))
                 .contains(u"hunter22"_s));
}

void EnvelopeTest::decodesGrants_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("serial");
    QTest::addColumn<QString>("detail");
    const auto granted = [](const char *data, const QString &token, const QString &serial) {
        QTest::newRow(data) << QByteArray(data) << token << serial << QString();
    };
    const auto refused = [](const char *data, const QString &detail) {
        QTest::newRow(data) << QByteArray(data) << QString() << QString() << detail;
    };
    granted(R"({"token":"T","sn":"SERIAL"})", u"T"_s, u"SERIAL"_s);
    granted(R"({"token":"T"})", u"T"_s, {});
    granted(R"({"token":"T","sn":null})", u"T"_s, {});
    granted(R"({"token":"T","sn":7})", u"T"_s, {});
    granted(R"({"token":" ","other":{}})", u" "_s, {});
    refused(R"({})", u"\"token\" is missing, not a string"_s);
    refused(R"({"token":null})", u"\"token\" is null, not a string"_s);
    refused(R"({"token":""})", u"\"token\" is empty"_s);
    refused(R"({"token":12})", u"\"token\" is a number, not a string"_s);
    refused(R"({"token":["T"]})", u"\"token\" is an array, not a string"_s);
}

void EnvelopeTest::decodesGrants()
{
    QFETCH(const QByteArray, data);
    QFETCH(const QString, token);
    QFETCH(const QString, serial);
    QFETCH(const QString, detail);
    const auto decoded = decodeGrant(documented().signIn.constFirst(), frameWithData(data));
    if (detail.isEmpty()) {
        QVERIFY(std::holds_alternative<SessionGrant>(decoded));
        QVERIFY(std::get<SessionGrant>(decoded) == (SessionGrant{Secret(token), serial, {}}));
    } else {
        QVERIFY(std::holds_alternative<Error>(decoded));
        QCOMPARE(std::get<Error>(decoded), (Error{ErrorCode::MissingToken, {}, detail}));
    }
}

void EnvelopeTest::aTokenHasItsLimit()
{
    QJsonObject frame = frameWithData("{\"token\":\"" + QByteArray(maximumTokenLength, 'x') + "\"}");
    QVERIFY(std::holds_alternative<SessionGrant>(decodeGrant(documented().signIn.constFirst(), frame)));
    frame = frameWithData("{\"token\":\"" + QByteArray(maximumTokenLength + 1, 'x') + "\"}");
    const auto decoded = decodeGrant(documented().signIn.constFirst(), frame);
    QVERIFY(std::holds_alternative<Error>(decoded));
    QCOMPARE(std::get<Error>(decoded).code, ErrorCode::MissingToken);
}

void EnvelopeTest::decodesSettings_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<ModbusSetting>("setting");
    QTest::newRow("off") << QByteArray(R"({"modbusEnable":0,"modbusPort":502})")
                         << ModbusSetting{false, 502, {}};
    QTest::newRow("on") << QByteArray(R"({"modbusEnable":1,"modbusPort":1502})")
                        << ModbusSetting{true, 1502, {}};
    QTest::newRow("lowest port") << QByteArray(R"({"modbusEnable":1,"modbusPort":1})")
                                 << ModbusSetting{true, 1, {}};
    QTest::newRow("highest port") << QByteArray(R"({"modbusEnable":1,"modbusPort":65535})")
                                  << ModbusSetting{true, 65535, {}};
    QTest::newRow("no port") << QByteArray(R"({"modbusEnable":1})") << ModbusSetting{true, std::nullopt, {}};
    QTest::newRow("more keys") << QByteArray(R"({"modbusEnable":1,"modbusPort":502,"modbusIp":"x","n":null})")
                               << ModbusSetting{true, 502, object(R"({"modbusIp":"x","n":null})")};
}

void EnvelopeTest::decodesSettings()
{
    QFETCH(const QByteArray, data);
    QFETCH(const ModbusSetting, setting);
    const auto decoded = decodeSetting(documented(), frameWithData(data));
    QVERIFY(std::holds_alternative<ModbusSetting>(decoded));
    QVERIFY(std::get<ModbusSetting>(decoded) == setting);
}

void EnvelopeTest::refusesSettingsWithoutAnOnOffValue_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("detail");
    const QString neither = u"\"modbusEnable\" is neither 1 nor 0"_s;
    const auto row = [](const char *data, const QString &detail) {
        QTest::newRow(data) << QByteArray(data) << detail;
    };
    row(R"({})", u"\"modbusEnable\" is missing, not a number"_s);
    row(R"({"modbusPort":502})", u"\"modbusEnable\" is missing, not a number"_s);
    row(R"({"modbusEnable":null})", u"\"modbusEnable\" is null, not a number"_s);
    row(R"({"modbusEnable":true})", u"\"modbusEnable\" is a boolean, not a number"_s);
    row(R"({"modbusEnable":"1"})", u"\"modbusEnable\" is a string, not a number"_s);
    row(R"({"modbusEnable":[1]})", u"\"modbusEnable\" is an array, not a number"_s);
    for (const char *data : {R"({"modbusEnable":2})", R"({"modbusEnable":-1})", R"({"modbusEnable":0.5})",
                             R"({"modbusEnable":1e300})"})
        row(data, neither);
}

void EnvelopeTest::refusesSettingsWithoutAnOnOffValue()
{
    QFETCH(const QByteArray, data);
    QFETCH(const QString, detail);
    const auto decoded = decodeSetting(documented(), frameWithData(data));
    QVERIFY(std::holds_alternative<Error>(decoded));
    QCOMPARE(std::get<Error>(decoded), (Error{ErrorCode::UnexpectedReply, {}, detail}));
}

void EnvelopeTest::anImpossiblePortIsNoPort_data()
{
    QTest::addColumn<QByteArray>("port");
    for (const char *port : {"0", "-1", "65536", "1.5", "1e300", "\"502\"", "true", "null", "[502]", "{}"})
        QTest::newRow(port) << QByteArray(port);
}

void EnvelopeTest::anImpossiblePortIsNoPort()
{
    QFETCH(const QByteArray, port);
    const auto decoded =
        decodeSetting(documented(), frameWithData("{\"modbusEnable\":1,\"modbusPort\":" + port + '}'));
    QVERIFY(std::holds_alternative<ModbusSetting>(decoded));
    QVERIFY(std::get<ModbusSetting>(decoded) == (ModbusSetting{true, std::nullopt, {}}));
}

void EnvelopeTest::onAndOffMayBeAnyScalars_data()
{
    QTest::addColumn<QByteArray>("on");
    QTest::addColumn<QByteArray>("off");
    QTest::newRow("numbers") << QByteArray("-7") << QByteArray("12");
    QTest::newRow("texts") << QByteArray("\"170\"") << QByteArray("\"85\"");
    QTest::newRow("truths") << QByteArray("true") << QByteArray("false");
    QTest::newRow("of two types") << QByteArray("\"on\"") << QByteArray("0");
}

void EnvelopeTest::onAndOffMayBeAnyScalars()
{
    QFETCH(const QByteArray, on);
    QFETCH(const QByteArray, off);
    ProtocolProfile profile = documented();
    profile.on = object("{\"x\":" + on + '}').value(u"x"_s);
    profile.off = object("{\"x\":" + off + '}').value(u"x"_s);
    for (const bool isOn : {true, false}) {
        const QByteArray member = "\"modbusEnable\":" + (isOn ? on : off);
        const auto read = decodeSetting(profile, frameWithData('{' + member + '}'));
        QVERIFY(std::holds_alternative<ModbusSetting>(read));
        QCOMPARE(std::get<ModbusSetting>(read).enabled, isOn);
        QVERIFY(encodeWrite(profile, {}, {}, {isOn, 502, {}}).contains(member));
    }
    QVERIFY(std::holds_alternative<Error>(decodeSetting(profile, frameWithData(R"({"modbusEnable":"x"})"))));
    QVERIFY(std::holds_alternative<Error>(decodeSetting(profile, frameWithData(R"({"modbusEnable":1})"))));
}

void EnvelopeTest::aPortMayBeAText()
{
    ProtocolProfile profile = documented();
    QString reason;
    profile.write.send = *RequestTemplate::parse(R"({"on":"{enabled}","port":"{port:text}"})", &reason);
    const auto read = decodeSetting(profile, frameWithData(R"({"modbusEnable":1,"modbusPort":"1502"})"));
    QCOMPARE(std::get<ModbusSetting>(read).port, std::optional<quint16>(1502));
    QCOMPARE(encodeWrite(profile, {}, {}, std::get<ModbusSetting>(read)),
             QByteArray(R"({"on":1,"port":"1502"})"));
}

QTEST_GUILESS_MAIN(EnvelopeTest)
#include "tst_envelope.moc"
