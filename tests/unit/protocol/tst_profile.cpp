#include "protocol/profile.h"

#include <QFile>
#include <QJsonArray>
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
    void everyPartOfABuiltInProfileNamesItsSource();
    void refusesAWrongFileWithLineAndReason_data();
    void refusesAWrongFileWithLineAndReason();
    void namesEveryMissingKey();
    void refusesEveryWrongType();
    void aDraftMayMissWhatItLeavesOpen();
    void saysOnWhichLineTheJsonBreaks_data();
    void saysOnWhichLineTheJsonBreaks();
    void refusesAFileThatIsTooLong();
    void survivesDeepNesting();
    void ignoresUnknownKeys();
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
    QVERIFY(profile.open.isEmpty());
    QVERIFY(profile.endpoints == (QList<ProfileEndpoint>{{false, 8080, {u"/ws"_s}}}));
    QCOMPARE(profile.signIn.size(), 1);
    QCOMPARE(profile.signIn.constFirst().tokenAt.text(), u"/data/token"_s);
    QCOMPARE(profile.signIn.constFirst().serialAt.text(), u"/data/sn"_s);
    QCOMPARE(profile.enabledAt.text(), u"/data/modbusEnable"_s);
    QCOMPARE(profile.portAt.text(), u"/data/modbusPort"_s);
    QCOMPARE(profile.textAt.text(), u"/msg"_s);
    QCOMPARE(profile.on, QJsonValue(1));
    QCOMPARE(profile.off, QJsonValue(0));
    QVERIFY(profile.signOut.isEmpty());
    QVERIFY(profile.keepAlive.isEmpty());
    QCOMPARE(profile.defaultModbusPort, quint16(502));
}

void ProfileTest::earlyDraftDiffersInPathsAndNumbers()
{
    const ProtocolProfile early = builtInProfile(u"early-draft"_s);
    QCOMPARE(early.paths(8080), QStringList({u"/ws"_s, u"/websocket"_s}));
    QVERIFY(early.meanings.unasked.isEmpty());
    QVERIFY(early.read.send.json().startsWith(R"({"msgType":1,)"));
    QVERIFY(early.write.send.json().startsWith(R"({"msgType":2,)"));

    ProtocolProfile same = builtInProfile(u"documented"_s);
    same.name = early.name;
    same.title = early.title;
    same.source = early.source;
    same.endpoints = early.endpoints;
    same.read = early.read;
    same.write = early.write;
    same.meanings.unasked = {};
    QCOMPARE(same == early, true);
}

void ProfileTest::everyPartOfABuiltInProfileNamesItsSource()
{
    const QStringList aboutTheFile{u"format"_s, u"name"_s, u"title"_s, u"source"_s, u"evidence"_s};
    const QStringList confidences{u"vendor"_s, u"unconfirmed"_s, u"guess"_s};
    for (const QString &name : builtInProfileNames()) {
        const QJsonObject root = QJsonDocument::fromJson(builtInText(name)).object();
        const QJsonObject evidence = root.value(u"evidence"_s).toObject();
        const QJsonObject sources = evidence.value(u"sources"_s).toObject();
        QStringList parts;
        for (const QString &key : root.keys()) {
            if (key == u"meanings"_s) {
                for (const QString &meaning : root.value(key).toObject().keys())
                    parts.append(key + u'.' + meaning);
            } else if (!aboutTheFile.contains(key)) {
                parts.append(key);
            }
        }
        for (const QString &part : parts) {
            const QJsonObject entry = evidence.value(part).toObject();
            QVERIFY2(sources.contains(entry.value(u"source"_s).toString()), qPrintable(part));
            QVERIFY2(confidences.contains(entry.value(u"confidence"_s).toString()), qPrintable(part));
        }
        QCOMPARE(evidence.value(u"meanings.expired"_s).toObject().value(u"confidence"_s).toString(),
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
    const QString path = u"must begin with \"/\" and be a URL path of ASCII characters."_s;
    row("another format", R"("format": 2)", R"("format": 3)", R"("format")",
        u"\"format\" must be a whole number from 1 to 2."_s);
    row("name in capitals", R"("documented")", R"("Documented")", R"("name")",
        u"\"name\" may hold lower-case letters, digits and hyphens only."_s);
    row("port zero", "8080", "0", R"("port": 0)",
        u"\"endpoints[0].port\" must be a whole number from 1 to 65535."_s);
    row("another scheme", R"("ws",)", R"("http",)", R"("scheme")",
        u"\"endpoints[0].scheme\" must be \"ws\" or \"wss\"."_s);
    row("path without slash", R"(["/ws"])", R"(["ws"])", R"("scheme")",
        u"\"endpoints[0].paths[0]\" "_s + path);
    row("path with a query", R"(["/ws"])", R"(["/ws?a=b"])", R"("scheme")",
        u"\"endpoints[0].paths[0]\" "_s + path);
    row("no endpoint", R"({ "scheme": "ws", "port": 8080, "paths": ["/ws"] })", "", R"("endpoints")",
        u"\"endpoints\" must be an array of 1 to 1000 entries."_s);
    row("an unknown placeholder", R"("{username}")", R"("{user}")", R"("{user}")",
        u"\"signIn[0].send\" has \"{user}\", which is no placeholder that can stand there."_s);
    row("an unknown transform", R"("{password}")", R"("{password:rot13}")", R"("{password:rot13}")",
        u"\"signIn[0].send\" has \"{password:rot13}\", which is no placeholder that can stand there."_s);
    row("a placeholder as a key", R"("username":)", R"("{username}":)", R"("{username}":)",
        u"\"signIn[0].send\" has \"{username}\", which is no placeholder that can stand there."_s);
    row("the rest in front", R"("modbusPort": "{port}", "{rest}": "")",
        R"("{rest}": "", "modbusPort": "{port}")", R"("msgType": 3)",
        u"\"write.send\" may have \"{rest}\": \"\" once, as the last member of an object."_s);
    row("a set that switches nothing", R"("{enabled}")", "1", R"("msgType": 3)",
        u"\"write.send\" must have {enabled}: else it could not switch anything."_s);
    row("a read with the password", R"("service": "modbusTcpServer" })", R"("service": "{password}" })",
        R"("msgType": 2)", u"\"read.send\" must not have {password}, which only a sign-in sends."_s);
    row("a read that switches", R"("service": "modbusTcpServer" })", R"("service": "{enabled}" })",
        R"("msgType": 2)", u"\"read.send\" has a placeholder that only a set request can have."_s);
    row("a token that nobody gives", R"("token": "/data/token",)", "", R"("msgType": 2)",
        u"\"read.send\" sends {token}, which no sign-in's reply brings."_s);
    row("a pointer without slash", R"("carries": "/data/modbusEnable")", R"("carries": "data")",
        R"("carries": "data")", u"\"read.reply.carries\" must be a JSON pointer, which begins with \"/\"."_s);
    row("a condition without slash", R"({ "/msgType": 1 })", R"({ "msgType": 1 })", R"({ "msgType": 1 })",
        u"\"signIn[0].reply.is.msgType\" is no JSON pointer, which begins with \"/\"."_s);
    row("a condition of objects", R"({ "/msgType": 1 })", R"({ "/msgType": [{}] })", R"("/msgType": [{}])",
        u"\"signIn[0].reply.is./msgType\" must be a text, a number, true, false, null or an array of them."_s);
    row("a condition that says nothing", R"({ "/msgType": 1 })", "{ }", R"("is": { })",
        u"\"signIn[0].reply.is\" must say at least one place and what stands there, at most 16 times."_s);
    row("the same place for on/off and port", R"("port": "/data/modbusPort")",
        R"("port": "/data/modbusEnable")", R"("port": "/data/modbusEnable")",
        u"\"read.reply.port\" must differ from \"enabled\"."_s);
    row("the same value for on and off", R"("off": 0)", R"("off": 1)", R"("off": 1)",
        u"\"off\" must differ from \"on\"."_s);
    row("an object for on", R"("on": 1)", R"("on": {})", R"("on": {})",
        u"\"on\" must be a text, a number, true or false."_s);
    row("success that has expired", R"({ "/code": 401 })", R"({ "/code": [401, 0] })", R"("expired")",
        u"\"meanings.expired\" has a value that means success."_s);
    row("what is unasked and a reply", R"({ "/msgType": 5 })", R"({ "/msgType": [5, 4] })", R"("unasked")",
        u"\"meanings.unasked\" has a value that makes a frame a reply."_s);
    row("a key twice", R"("on": 1,)", "\"on\": 1,\n\n\"on\": 2,", "\"on\": 2",
        u"The key \"on\" occurs twice."_s);
    row("a key twice in a request", R"("sn": "{serial}", "data")", R"("sn": "{serial}", "sn": "", "data")",
        R"("sn": "")", u"The key \"signIn[0].send.sn\" occurs twice."_s);
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
    // A request is one thing: its line is that of its beginning.
    const int line = lineOf(text, standsOnTheLineOf);
    QVERIFY2(error.line == line || error.line == line - 1, qPrintable(QString::number(error.line)));
}

void ProfileTest::namesEveryMissingKey()
{
    const QJsonObject whole = QJsonDocument::fromJson(documentedText()).object();
    for (const QString &key : {u"name"_s, u"title"_s, u"source"_s, u"endpoints"_s, u"signIn"_s, u"read"_s,
                               u"write"_s, u"meanings"_s, u"on"_s, u"off"_s, u"defaultModbusPort"_s}) {
        QJsonObject without = whole;
        without.remove(key);
        QCOMPARE(errorOf(QJsonDocument(without).toJson()).reason, u"The key \"%1\" is missing."_s.arg(key));
    }
    for (const QString &path :
         {u"/read/send"_s, u"/read/reply"_s, u"/write/send"_s, u"/endpoints/0/port"_s, u"/signIn/0/send"_s}) {
        const QJsonValue without = JsonPointer::parse(path)->set(whole, QJsonValue::Undefined);
        QCOMPARE(errorOf(QJsonDocument(without.toObject()).toJson()).reason,
                 u"The key \"%1\" is missing."_s.arg(
                     path.sliced(1).replace("/0"_L1, "[0]"_L1).replace(u'/', u'.')));
    }
}

void ProfileTest::refusesEveryWrongType()
{
    const QJsonObject whole = QJsonDocument::fromJson(documentedText()).object();
    const QList<QJsonValue> values{QJsonValue::Null, QJsonObject(), QJsonArray()};
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

void ProfileTest::aDraftMayMissWhatItLeavesOpen()
{
    const ProfileOrError parsed = parseProfile(
        R"({"format":2,"name":"draft","title":"A draft","source":"A capture",
            "open":["write: no set request was seen"],"read":{"send":{"a":1}},"defaultModbusPort":502})");
    QVERIFY(std::holds_alternative<ProtocolProfile>(parsed));
    const auto &draft = std::get<ProtocolProfile>(parsed);
    QCOMPARE(draft.open, QStringList{u"write: no set request was seen"_s});
    QVERIFY(draft.write.send.isEmpty());
    QCOMPARE(draft.read.send.json(), QByteArray(R"({"a":1})"));
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
