#include "protocol/profile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray builtInText(const QString &name)
{
    QFile file(u":/sigen/profiles/%1.json"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray documentedText()
{
    return builtInText(u"documented"_s);
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

class ProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentedIsTheDefaultAndHasThePublicConstants();
    void earlyDraftDiffersInPathsAndNumbers();
    void everyConstantOfABuiltInProfileNamesItsSource();
    void refusesAWrongFileWithLineAndReason_data();
    void refusesAWrongFileWithLineAndReason();
    void namesEveryMissingKey();
    void refusesEveryWrongType();
    void saysOnWhichLineTheJsonBreaks_data();
    void saysOnWhichLineTheJsonBreaks();
    void refusesAFileThatIsTooLong();
    void survivesDeepNesting();
    void ignoresUnknownKeys();
    void acceptsNoPushesAndNoSessionCodes();
    void readsABuiltInProfileByName();
    void readsAProfileFromAFile();
    void saysLineAndReasonWhenAFileIsWrong();
    void saysWhenThereIsNoSuchProfileOrFile();
    void readsNoMoreOfAFileThanAllowed();
};

void ProfileTest::documentedIsTheDefaultAndHasThePublicConstants()
{
    QCOMPARE(builtInProfileNames(), QStringList({u"documented"_s, u"early-draft"_s}));
    const ProtocolProfile profile = builtInProfile(u"documented"_s);
    QCOMPARE(profile.name, u"documented"_s);
    QVERIFY(!profile.title.isEmpty());
    QVERIFY(profile.source.contains(u"Unconfirmed"_s));
    QCOMPARE(profile.webSocketPort, quint16(8080));
    QCOMPARE(profile.paths, QStringList(u"/ws"_s));
    QCOMPARE(profile.signIn, (MessageTypes{0, {1}}));
    QCOMPARE(profile.read, (MessageTypes{2, {4}}));
    QCOMPARE(profile.write, (MessageTypes{3, {4}}));
    QCOMPARE(profile.pushes, QList<int>{5});
    QCOMPARE(QStringList({profile.messageTypeKey, profile.serialKey, profile.tokenKey, profile.dataKey,
                          profile.codeKey, profile.messageKey}),
             QStringList({u"msgType"_s, u"sn"_s, u"token"_s, u"data"_s, u"code"_s, u"msg"_s}));
    QCOMPARE(QStringList({profile.usernameKey, profile.passwordKey, profile.serviceKey, profile.enabledKey,
                          profile.portKey}),
             QStringList({u"username"_s, u"password"_s, u"service"_s, u"modbusEnable"_s, u"modbusPort"_s}));
    QCOMPARE(profile.service, u"modbusTcpServer"_s);
    QCOMPARE(profile.enabledValue, 1);
    QCOMPARE(profile.disabledValue, 0);
    QCOMPARE(profile.successCode, 0);
    QCOMPARE(profile.sessionRefusedCodes, QList<int>{401});
    QCOMPARE(profile.defaultModbusPort, quint16(502));
}

void ProfileTest::earlyDraftDiffersInPathsAndNumbers()
{
    const ProtocolProfile early = builtInProfile(u"early-draft"_s);
    QCOMPARE(early.paths, QStringList({u"/ws"_s, u"/websocket"_s}));
    QCOMPARE(early.signIn, (MessageTypes{0, {1}}));
    QCOMPARE(early.read, (MessageTypes{1, {3, 0}}));
    QCOMPARE(early.write, (MessageTypes{2, {3, 0}}));
    QCOMPARE(early.pushes, QList<int>());

    ProtocolProfile same = builtInProfile(u"documented"_s);
    same.name = early.name;
    same.title = early.title;
    same.source = early.source;
    same.paths = early.paths;
    same.read = early.read;
    same.write = early.write;
    same.pushes = early.pushes;
    QCOMPARE(same == early, true);
}

void ProfileTest::everyConstantOfABuiltInProfileNamesItsSource()
{
    const QStringList aboutTheFile{u"name"_s, u"title"_s, u"source"_s, u"evidence"_s};
    const QStringList confidences{u"vendor"_s, u"unconfirmed"_s, u"guess"_s};
    for (const QString &name : builtInProfileNames()) {
        const QJsonObject root = QJsonDocument::fromJson(builtInText(name)).object();
        const QJsonObject evidence = root.value(u"evidence"_s).toObject();
        const QJsonObject sources = evidence.value(u"sources"_s).toObject();
        QStringList constants;
        for (const QString &key : root.keys()) {
            const bool isGroup = key == u"messageTypes"_s || key == u"keys"_s;
            for (const QString &inner : isGroup ? root.value(key).toObject().keys() : QStringList(QString()))
                constants.append(inner.isEmpty() ? key : QString(key + u'.' + inner));
        }
        for (const QString &constant : constants) {
            if (aboutTheFile.contains(constant))
                continue;
            const QJsonObject entry = evidence.value(constant).toObject();
            QVERIFY2(sources.contains(entry.value(u"source"_s).toString()), qPrintable(constant));
            QVERIFY2(confidences.contains(entry.value(u"confidence"_s).toString()), qPrintable(constant));
        }
        QCOMPARE(evidence.value(u"sessionRefusedCodes"_s).toObject().value(u"confidence"_s).toString(),
                 u"guess"_s);
    }
}

void ProfileTest::refusesAWrongFileWithLineAndReason_data()
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

void ProfileTest::refusesAWrongFileWithLineAndReason()
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

void ProfileTest::namesEveryMissingKey()
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

void ProfileTest::refusesEveryWrongType()
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

void ProfileTest::saysOnWhichLineTheJsonBreaks_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("empty") << QByteArray() << 1;
    QTest::newRow("an array") << QByteArray("\n[1]") << 1;
    QTest::newRow("a missing comma") << QByteArray("{\n\"a\": 1\n\"b\": 2\n}") << 3;
    QTest::newRow("an unknown word") << QByteArray("{\n\"a\": 1,\n\"b\": nope\n}") << 3;
    QTest::newRow("lines that end like on Windows") << QByteArray("{\r\n\"a\": 1,\r\n\"b\": nope\r\n}") << 3;
    QTest::newRow("not closed") << QByteArray("{\n\"a\": 1,\n\"b\": 2") << 3;
    QTest::newRow("something after the end") << QByteArray("{\n}\n\nx") << 4;
    QTest::newRow("not UTF-8") << QByteArray("{\n\"a\": \"\xff\"\n}") << 2;
}

void ProfileTest::saysOnWhichLineTheJsonBreaks()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    const ProfileError error = errorOf(text);
    QCOMPARE(error.line, line);
    QVERIFY(!error.reason.isEmpty());
}

void ProfileTest::refusesAFileThatIsTooLong()
{
    QByteArray text = documentedText();
    text.append(QByteArray(maximumProfileSize - text.size(), ' '));
    QCOMPARE(errorOf(text), ProfileError());
    text.append(' ');
    QCOMPARE(errorOf(text), (ProfileError{1, u"The file is longer than 65536 bytes."_s}));
}

void ProfileTest::survivesDeepNesting()
{
    for (const int depth : {200, 1000, 30000}) {
        const QByteArray deep = QByteArray("[").repeated(depth) + QByteArray("]").repeated(depth);
        QVERIFY(errorOf("{\"name\": " + deep + "}").line > 0);
        QVERIFY(errorOf(QByteArray("[").repeated(depth)).line > 0);
    }
}

void ProfileTest::ignoresUnknownKeys()
{
    QByteArray text = documentedText();
    text.insert(text.indexOf('{') + 1, "\"future\": {\"a\": [1, {\"name\": null}]}, \"x\": null,");
    const ProfileOrError parsed = parseProfile(text);
    QVERIFY(std::holds_alternative<ProtocolProfile>(parsed));
    QCOMPARE(std::get<ProtocolProfile>(parsed) == builtInProfile(u"documented"_s), true);
}

void ProfileTest::acceptsNoPushesAndNoSessionCodes()
{
    QByteArray text = documentedText();
    text.replace("\"pushes\": [5]", "\"pushes\": []").replace("[401]", "[]");
    const ProfileOrError parsed = parseProfile(text);
    QVERIFY(std::holds_alternative<ProtocolProfile>(parsed));
    QVERIFY(std::get<ProtocolProfile>(parsed).pushes.isEmpty());
    QVERIFY(std::get<ProtocolProfile>(parsed).sessionRefusedCodes.isEmpty());
}

void ProfileTest::readsABuiltInProfileByName()
{
    const auto loaded = loadProfile(u"early-draft"_s);
    QVERIFY(std::holds_alternative<ProtocolProfile>(loaded));
    QCOMPARE(std::get<ProtocolProfile>(loaded).name, u"early-draft"_s);
}

void ProfileTest::readsAProfileFromAFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"mine.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xEF\xBB\xBF" + documentedText().replace("\"documented\"", "\"mine\"").replace("\n", "\r\n"));
    file.close();
    const auto loaded = loadProfile(file.fileName());
    QVERIFY(std::holds_alternative<ProtocolProfile>(loaded));
    QCOMPARE(std::get<ProtocolProfile>(loaded).name, u"mine"_s);
}

void ProfileTest::saysLineAndReasonWhenAFileIsWrong()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"wrong.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xEF\xBB\xBF{\n  \"name\": 7\n}\n");
    file.close();
    const auto loaded = loadProfile(file.fileName());
    QVERIFY(std::holds_alternative<Error>(loaded));
    QCOMPARE(std::get<Error>(loaded),
             (Error{ErrorCode::Usage, file.fileName(),
                    u"line 2: \"name\" must be a text of 1 to 64 characters."_s}));
}

void ProfileTest::saysWhenThereIsNoSuchProfileOrFile()
{
    const QTemporaryDir folder;
    for (const QString &name : {QString(), u"Documented"_s, folder.path(), folder.filePath(u"none.json"_s)}) {
        const auto loaded = loadProfile(name);
        QVERIFY(std::holds_alternative<Error>(loaded));
        QCOMPARE(std::get<Error>(loaded).code, ErrorCode::Usage);
        QCOMPARE(std::get<Error>(loaded).context, name);
        QVERIFY(std::get<Error>(loaded).detail.contains(u"documented, early-draft"_s));
    }
}

void ProfileTest::readsNoMoreOfAFileThanAllowed()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"huge.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(qint64(8) * 1024 * 1024 * 1024)); // sparse
    file.close();
    const auto loaded = loadProfile(file.fileName());
    QVERIFY(std::holds_alternative<Error>(loaded));
    QVERIFY(std::get<Error>(loaded).detail.contains(u"longer than"_s));
}

QTEST_GUILESS_MAIN(ProfileTest)
#include "tst_profile.moc"
