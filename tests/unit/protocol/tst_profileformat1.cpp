// Profile files as they were before requests became templates: still read, and as strictly.
#include "protocol/profile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray textOf(const QString &name)
{
    QFile file(QStringLiteral(PROFILES) + u'/' + name + u"-1.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray documentedText()
{
    return textOf(u"documented"_s);
}

int lineOf(const QByteArray &text, const QByteArray &what)
{
    const qsizetype at = text.indexOf(what);
    return at < 0 ? -1 : 1 + int(text.left(at).count('\n'));
}

ProfileError errorOf(const QByteArray &text)
{
    const ProfileOrError parsed = parseProfile(text);
    const auto *error = std::get_if<ProfileError>(&parsed);
    return error ? *error : ProfileError();
}

} // namespace

class ProfileFormat1Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysTheSameAsTheBuiltInProfileOfToday();
    void aServiceIsNoPlaceholder();
    void refusesAWrongFileWithLineAndReason_data();
    void refusesAWrongFileWithLineAndReason();
    void namesEveryMissingKey();
    void refusesEveryWrongType();
    void acceptsNoPushesAndNoSessionCodes();
};

void ProfileFormat1Test::saysTheSameAsTheBuiltInProfileOfToday()
{
    for (const QString &name : builtInProfileNames()) {
        const ProfileOrError parsed = parseProfile(textOf(name));
        QVERIFY(std::holds_alternative<ProtocolProfile>(parsed));
        ProtocolProfile before = std::get<ProtocolProfile>(parsed);
        before.source = builtInProfile(name).source;
        QCOMPARE(before == builtInProfile(name), true);
    }
}

void ProfileFormat1Test::aServiceIsNoPlaceholder()
{
    QByteArray text = documentedText();
    text.replace("\"service\": \"modbusTcpServer\"", "\"service\": \"{token}\"");
    const ProfileOrError parsed = parseProfile(text);
    QVERIFY(std::holds_alternative<ProtocolProfile>(parsed));
    RequestValues values;
    values.token = Secret(u"T"_s);
    QCOMPARE(std::get<ProtocolProfile>(parsed).read.send.filled(values),
             QByteArray(R"({"msgType":2,"sn":"","token":"T","data":{"service":"{token}"}})"));
}

void ProfileFormat1Test::refusesAWrongFileWithLineAndReason_data()
{
    QTest::addColumn<QByteArray>("original");
    QTest::addColumn<QByteArray>("replacement");
    QTest::addColumn<QByteArray>("standsOnTheLineOf");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *original, const char *replacement, const char *at,
                        const QString &reason) {
        QTest::newRow(name) << QByteArray(original) << QByteArray(replacement) << QByteArray(at) << reason;
    };
    const QString port = u"must be a whole number from 1 to 65535."_s;
    const QString word = u"must be a whole number of 32 bits."_s;
    const QString number = u"must be a whole number from -2147483648 to 2147483647."_s;

    row("name in capitals", R"("documented")", R"("Documented")", R"("name")",
        u"\"name\" may hold lower-case letters, digits and hyphens only."_s);
    row("name with a line feed", R"("documented")", R"("documented\n")", R"("name")",
        u"\"name\" may hold lower-case letters, digits and hyphens only."_s);
    row("empty title", R"("Local WebSocket protocol as publicly described")", R"("")", R"("title")",
        u"\"title\" must be a text of 1 to 1000 characters."_s);
    row("port zero", "8080", "0", R"("webSocketPort")", u"\"webSocketPort\" "_s + port);
    row("port too large", "8080", "65536", R"("webSocketPort")", u"\"webSocketPort\" "_s + port);
    row("port with a fraction", "8080", "8080.5", R"("webSocketPort")", u"\"webSocketPort\" "_s + port);
    row("port as text", "8080", R"("8080")", R"("webSocketPort")", u"\"webSocketPort\" "_s + port);
    row("port beyond all", "8080", "1e300", R"("webSocketPort")", u"\"webSocketPort\" "_s + port);
    row("no paths", R"(["/ws"])", "[]", R"("paths")", u"\"paths\" must be an array of 1 to 16 entries."_s);
    row("path without slash", R"(["/ws"])", "[\n\"/ws\",\n\"ws\"]", "\"ws\"",
        u"\"paths[1]\" must begin with \"/\" and be a URL path of ASCII characters."_s);
    row("path with a query", R"(["/ws"])", R"(["/ws?a=b"])", R"("paths")",
        u"\"paths[0]\" must begin with \"/\" and be a URL path of ASCII characters."_s);
    row("path with a line feed", R"(["/ws"])", R"(["/ws\r\nX: y"])", R"("paths")",
        u"\"paths[0]\" must begin with \"/\" and be a URL path of ASCII characters."_s);
    row("path that is a number", R"(["/ws"])", "[7]", R"("paths")",
        u"\"paths[0]\" must be a text of 1 to 256 characters."_s);
    row("request as text", R"("request": 2)", R"("request": "2")", R"("read")",
        u"\"messageTypes.read.request\" "_s + number);
    row("request true", R"("request": 2)", R"("request": true)", R"("read")",
        u"\"messageTypes.read.request\" "_s + number);
    row("request beyond 32 bits", R"("request": 2)", R"("request": 2147483648)", R"("read")",
        u"\"messageTypes.read.request\" "_s + number);
    row("no replies", R"("request": 3, "replies": [4])", R"("request": 3, "replies": [])", R"("write")",
        u"\"messageTypes.write.replies\" must be an array of 1 to 16 entries."_s);
    row("reply with a fraction", R"("request": 3, "replies": [4])", R"("request": 3, "replies": [4, 1.5])",
        R"("write")", u"\"messageTypes.write.replies[1]\" "_s + word);
    row("a push that is a reply", R"("pushes": [5])", R"("pushes": [5, 4])", R"("pushes")",
        u"\"messageTypes.pushes[1]\" is the number of a reply."_s);
    row("a group that is no object", R"("signIn": { "request": 0, "replies": [1] })", R"("signIn": 0)",
        R"("signIn")", u"\"messageTypes.signIn\" must be an object."_s);
    row("two envelope keys alike", R"("token": "token")", R"("token": "sn")", R"("token")",
        u"\"keys.token\" is the same as another key of the same object."_s);
    row("two data keys alike", R"("port": "modbusPort")", R"("port": "modbusEnable")", R"("port")",
        u"\"keys.port\" is the same as another key of the same object."_s);
    row("a key with a brace", R"("token": "token")", R"("token": "token{rest}")", R"("token")",
        u"\"keys.token\" must not have a brace."_s);
    row("the same value for on and off", R"("disabledValue": 0)", R"("disabledValue": 1)",
        R"("disabledValue")", u"\"disabledValue\" must differ from \"enabledValue\"."_s);
    row("success as session code", "[401]", "[401, 0]", R"("sessionRefusedCodes")",
        u"\"sessionRefusedCodes\" must not hold \"successCode\"."_s);
    row("Modbus port zero", R"("defaultModbusPort": 502)", R"("defaultModbusPort": 0)",
        R"("defaultModbusPort")", u"\"defaultModbusPort\" "_s + port);
    row("a missing key inside a group", R"("enabled": "modbusEnable",)", "", R"("keys": {)",
        u"The key \"keys.enabled\" is missing."_s);
    row("a missing key at the top", R"("successCode": 0,)", "", "{",
        u"The key \"successCode\" is missing."_s);
    row("a key twice", R"("successCode": 0,)", "\"successCode\": 0,\n\n\"successCode\": 1,",
        "\"successCode\": 1", u"The key \"successCode\" occurs twice."_s);
    row("a key twice, once escaped", R"("successCode": 0,)", "\"successCode\": 0,\n\"\\u0073uccessCode\": 1,",
        "\"\\u0073uccessCode\"", u"The key \"successCode\" occurs twice."_s);
}

void ProfileFormat1Test::refusesAWrongFileWithLineAndReason()
{
    QFETCH(const QByteArray, original);
    QFETCH(const QByteArray, replacement);
    QFETCH(const QByteArray, standsOnTheLineOf);
    QFETCH(const QString, reason);

    QByteArray text = documentedText();
    const qsizetype at = text.indexOf(original);
    QVERIFY(at >= 0);
    text.replace(at, original.size(), replacement);
    const ProfileError error = errorOf(text);
    QCOMPARE(error.reason, reason);
    QCOMPARE(error.line, lineOf(text, standsOnTheLineOf));
}

void ProfileFormat1Test::namesEveryMissingKey()
{
    const QJsonObject whole = QJsonDocument::fromJson(documentedText()).object();
    int removed = 0;
    const auto check = [&](const QJsonObject &without, const QString &path) {
        const ProfileError error = errorOf(QJsonDocument(without).toJson());
        QCOMPARE(error.reason, u"The key \"%1\" is missing."_s.arg(path));
        ++removed;
    };
    for (const QString &key : whole.keys()) {
        if (key == u"evidence"_s)
            continue;
        QJsonObject without = whole;
        without.remove(key);
        check(without, key);
        for (const QString &inner : whole.value(key).toObject().keys()) {
            QJsonObject group = whole.value(key).toObject();
            group.remove(inner);
            without = whole;
            without.insert(key, group);
            check(without, key + u'.' + inner);
        }
    }
    QCOMPARE(removed, 13 + 4 + 11);
}

void ProfileFormat1Test::refusesEveryWrongType()
{
    const QJsonObject whole = QJsonDocument::fromJson(documentedText()).object();
    const QList<QJsonValue> values{QJsonValue::Null, true, 1.5, 1e300, QString(), QJsonObject()};
    for (const QString &key : whole.keys()) {
        if (key == u"evidence"_s)
            continue;
        for (const QJsonValue &value : values) {
            QJsonObject changed = whole;
            changed.insert(key, value);
            QVERIFY2(errorOf(QJsonDocument(changed).toJson()).line > 0, qPrintable(key));
        }
    }
}

void ProfileFormat1Test::acceptsNoPushesAndNoSessionCodes()
{
    QByteArray text = documentedText();
    text.replace("\"pushes\": [5]", "\"pushes\": []").replace("[401]", "[]");
    const ProfileOrError parsed = parseProfile(text);
    QVERIFY(std::holds_alternative<ProtocolProfile>(parsed));
    QVERIFY(std::get<ProtocolProfile>(parsed).meanings.unasked.isEmpty());
    QVERIFY(std::get<ProtocolProfile>(parsed).meanings.expired.isEmpty());
}

QTEST_GUILESS_MAIN(ProfileFormat1Test)
#include "tst_profileformat1.moc"
