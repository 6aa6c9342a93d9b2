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

Frame frameWithData(const QByteArray &data)
{
    return {4, 0, {}, object(data)};
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
    void decodesFrames_data();
    void decodesFrames();
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
    void theProfileDecidesWhatOnAndOffAre();
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
    const auto setting = decodeSetting(profile, {4, 0, {}, reported});
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

void EnvelopeTest::decodesFrames_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Frame>("frame");
    QTest::newRow("sign-in reply") << QByteArray(
        R"({"msgType":1,"code":0,"msg":"ok","data":{"token":"T","sn":"SERIAL"}})")
                                   << Frame{1, 0, u"ok"_s, object(R"({"token":"T","sn":"SERIAL"})")};
    QTest::newRow("empty object") << QByteArray("{}") << Frame();
    QTest::newRow("everything null") << QByteArray(R"({"msgType":null,"code":null,"msg":null,"data":null})")
                                     << Frame();
    QTest::newRow("unknown keys") << QByteArray(R"({"msgType":4,"future":[{}],"sn":7,"token":false})")
                                  << Frame{4, std::nullopt, {}, {}};
    QTest::newRow("white space around")
        << QByteArray(" \r\n\t{\"code\" : 7 } \n") << Frame{std::nullopt, 7, {}, {}};
    QTest::newRow("a whole number written as 4.0")
        << QByteArray(R"({"msgType":4.0,"code":4e0})") << Frame{4, 4, {}, {}};
    QTest::newRow("smallest and largest") << QByteArray(R"({"msgType":-2147483648,"code":2147483647})")
                                          << Frame{-2147483647 - 1, 2147483647, {}, {}};
    QTest::newRow("text of any language")
        << QByteArray(R"({"msg":"\u62d2绝"})") << Frame{{}, {}, u"拒绝"_s, {}};
}

void EnvelopeTest::decodesFrames()
{
    QFETCH(const QByteArray, text);
    QFETCH(const Frame, frame);
    const auto decoded = decodeFrame(documented(), text);
    QVERIFY(std::holds_alternative<Frame>(decoded));
    QVERIFY(std::get<Frame>(decoded) == frame);
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
    for (const char *key : {"msgType", "code"}) {
        const QString name = QString::fromLatin1(key);
        const QByteArray quoted = "{\"" + QByteArray(key) + "\":";
        const auto each = [&](const char *value, const QString &detail) {
            QTest::addRow("%s: %s", key, value) << QByteArray(quoted + value + '}') << detail;
        };
        const QString notWhole = u"\"%1\" is not a whole number of 32 bits"_s.arg(name);
        for (const char *value :
             {"1.5", "1e300", "-1e300", "2147483648", "-2147483649", "9223372036854775807", "0.1"})
            each(value, notWhole);
        each("\"4\"", u"\"%1\" is a string, not a number"_s.arg(name));
        each("true", u"\"%1\" is a boolean, not a number"_s.arg(name));
        each("[4]", u"\"%1\" is an array, not a number"_s.arg(name));
        each("{}", u"\"%1\" is an object, not a number"_s.arg(name));
    }
    row("msg: 7", R"({"msg":7})", u"\"msg\" is a number, not a string"_s);
    row("msg: false", R"({"msg":false})", u"\"msg\" is a boolean, not a string"_s);
    row("msg: {}", R"({"msg":{}})", u"\"msg\" is an object, not a string"_s);
    row("data: []", R"({"data":[]})", u"\"data\" is an array, not an object"_s);
    row("data: \"\"", R"({"data":""})", u"\"data\" is a string, not an object"_s);
    row("data: 0", R"({"data":0})", u"\"data\" is a number, not an object"_s);
}

void EnvelopeTest::refusesMalformedFrames()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, detail);
    const auto decoded = decodeFrame(documented(), text);
    QVERIFY(std::holds_alternative<Error>(decoded));
    QCOMPARE(std::get<Error>(decoded).code, ErrorCode::MalformedReply);
    QCOMPARE(std::get<Error>(decoded).detail.left(detail.size()), detail);
}

void EnvelopeTest::refusesFramesThatAreTooLong()
{
    QByteArray text = "{}";
    text.append(QByteArray(maximumFrameSize - text.size(), ' '));
    QVERIFY(std::holds_alternative<Frame>(decodeFrame(documented(), text)));
    text.append(' ');
    const auto decoded = decodeFrame(documented(), text);
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
            const auto decoded = decodeFrame(documented(), "{\"data\":{\"x\":" + nested + "}}");
            if (depth >= 10000)
                QVERIFY(std::holds_alternative<Error>(decoded));
        }
    }
}

void EnvelopeTest::detailsNeverQuoteValues()
{
    const ProtocolProfile profile = documented();
    const auto detailOf = [](const auto &result) { return std::get<Error>(result).detail; };
    QVERIFY(!detailOf(decodeFrame(profile, R"({"msgType":"hunter22"})")).contains(u"hunter22"_s));
    QVERIFY(!detailOf(decodeFrame(profile, R"({"msg":"hunter22")")).contains(u"hunter22"_s));
    QVERIFY(!detailOf(decodeFrame(profile, R"({"data":"hunter22"})")).contains(u"hunter22"_s));
    QVERIFY(!detailOf(decodeSetting(profile, frameWithData(R"({"modbusEnable":"hunter22"})")))
                 .contains(u"hunter22"_s));
    QVERIFY(
        !detailOf(decodeGrant(profile, frameWithData(R"({"token":["hunter22"]})"))).contains(u"hunter22"_s));
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
    const auto decoded = decodeGrant(documented(), frameWithData(data));
    if (detail.isEmpty()) {
        QVERIFY(std::holds_alternative<SessionGrant>(decoded));
        QVERIFY(std::get<SessionGrant>(decoded) == (SessionGrant{Secret(token), serial}));
    } else {
        QVERIFY(std::holds_alternative<Error>(decoded));
        QCOMPARE(std::get<Error>(decoded), (Error{ErrorCode::MissingToken, {}, detail}));
    }
}

void EnvelopeTest::aTokenHasItsLimit()
{
    Frame frame;
    frame.data.insert(u"token"_s, u"x"_s.repeated(maximumTokenLength));
    QVERIFY(std::holds_alternative<SessionGrant>(decodeGrant(documented(), frame)));
    frame.data.insert(u"token"_s, u"x"_s.repeated(maximumTokenLength + 1));
    const auto decoded = decodeGrant(documented(), frame);
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

void EnvelopeTest::theProfileDecidesWhatOnAndOffAre()
{
    ProtocolProfile profile = documented();
    profile.enabledValue = -7;
    profile.disabledValue = 12;
    const auto on = decodeSetting(profile, frameWithData(R"({"modbusEnable":-7})"));
    const auto off = decodeSetting(profile, frameWithData(R"({"modbusEnable":12})"));
    QVERIFY(std::get<ModbusSetting>(on).enabled);
    QVERIFY(!std::get<ModbusSetting>(off).enabled);
    QVERIFY(std::holds_alternative<Error>(decodeSetting(profile, frameWithData(R"({"modbusEnable":1})"))));
    QVERIFY(encodeWrite(profile, {}, {}, {true, 502, {}}).contains("\"modbusEnable\":-7"));
}

QTEST_GUILESS_MAIN(EnvelopeTest)
#include "tst_envelope.moc"
