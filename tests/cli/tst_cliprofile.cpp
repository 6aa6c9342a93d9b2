// profile import, check and show: drafts that work at once, or say what is open.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"
#include "support/harfile.h"
#include "support/relativegateway.h"
#include "support/testcertificate.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class CliProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCaptureOfTheDocumentedExchangeWorksAtOnce_data();
    void aCaptureOfTheDocumentedExchangeWorksAtOnce();
    void aCaptureOfTheRelativeWorksOnceOnAndOffAreSettled();
    void aProfileMaySayThatItIsTls();
    void aTraceOfOurOwnIsACapture();
    void theDraftIsPrintedWithoutAFile();
    void checkComparesWithACapture();
    void showPrintsABuiltInProfile();
    void whatIsPrintedSteersNoTerminal();
    void whatIsNoCaptureIsNamedWithItsLine_data();
    void whatIsNoCaptureIsNamedWithItsLine();
    void aFileThatIsNotThereIsNamed();
    void wrongUseIsRefused_data();
    void wrongUseIsRefused();

private:
    QString save(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }
    QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    CliResult run(const QStringList &arguments, const QString &password = {})
    {
        CliProcess process(arguments + QStringList{u"--json"_s});
        if (!password.isEmpty())
            process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, password);
        process.start();
        const CliResult result = process.wait();
        [&] { QCOMPARE(contractBreach(result), QString()); }();
        return result;
    }
    QString draftPath() const { return m_folder.filePath(u"draft.json"_s); }
    CliResult import(const QByteArray &capture, const QString &name = u"gateway.har"_s)
    {
        return run({u"profile"_s, u"import"_s, save(name, capture), u"--output"_s, draftPath()});
    }

    QTemporaryDir m_folder;
};

void CliProfileTest::aCaptureOfTheDocumentedExchangeWorksAtOnce_data()
{
    QTest::addColumn<QByteArray>("capture");
    const QJsonObject socket = harSocket(u"ws://192.168.1.150:8080/ws"_s, documentedFrames());
    QTest::newRow("HAR") << harFile({socket});
    QTest::newRow("lines") << frameLines(documentedFrames());
    const QList<HarFrame> frames = documentedFrames();
    const QString url = u"ws://192.168.1.150:8080/ws"_s;
    QTest::newRow("a read and one set") << harFile({harSocket(url, frames.mid(0, 7))});
    // Each action in a session of its own, as when the page is opened again; each sign-in brings a token.
    QList<HarFrame> later = frames.mid(0, 2) + frames.mid(7);
    for (HarFrame &frame : later)
        frame.text.replace(u"9f3c2ab1-77aa-4f0e"_s, u"0815c0de-1234-5678"_s);
    QTest::newRow("two sessions") << harFile(
        {harSocket(url, frames.mid(0, 7)), harSocket(url, later, 1'795'000'600)});
    HarFrame binary = received(u"AAECAw=="_s);
    binary.opcode = 2;
    QTest::newRow("noise") << harFile(
        {harSocket(u"wss://chat.example/a"_s, {sent(u"{\"a\":1}"_s), binary, received(u"{broken"_s)}),
         harExchange(u"GET"_s, u"https://cloud.example/"_s, {}, u"x"_s.repeated(4'000'000)), socket});
}

void CliProfileTest::aCaptureOfTheDocumentedExchangeWorksAtOnce()
{
    QFETCH(const QByteArray, capture);
    const CliResult imported = import(capture);
    QCOMPARE(imported.exitCode, 0);
    QCOMPARE(imported.result().value("outcome"_L1).toString(), u"imported"_s);
    QVERIFY(imported.result().value("open"_L1).toArray().isEmpty());
    QCOMPARE(imported.result().value("file"_L1).toString(), draftPath());
    QVERIFY(!imported.output.contains("hunter2secret") && !imported.output.contains("9f3c2ab1"));
    for (const char *secret : {"hunter2secret", "9f3c2ab1", "0815c0de", "110A1234567890"})
        QVERIFY2(!contentOf(draftPath()).contains(secret), secret);

    Gateway gateway;
    const QStringList own{u"--profile"_s, draftPath(), u"--accept-profile"_s};
    const CliResult enabled = run(gateway.command(u"enable"_s, own), gatewayPassword);
    QCOMPARE(enabled.result().value("outcome"_L1).toString(), u"enabled"_s);
    QCOMPARE(gateway.counters().writes, 1);
    QCOMPARE(gateway.counters().changedExtraKeys, 0);
    QCOMPARE(gateway.counters().forbiddenRequests, 0);
    QCOMPARE(run(gateway.command(u"disable"_s, own), gatewayPassword).result().value("outcome"_L1).toString(),
             u"disabled"_s);
}

void CliProfileTest::aCaptureOfTheRelativeWorksOnceOnAndOffAreSettled()
{
    const CliResult imported =
        import(harFile({harSocket(u"ws://192.168.1.7:8082/ws/home/overview"_s, relativeFrames())}));
    QCOMPARE(imported.exitCode, 6);
    const QJsonObject result = imported.result();
    QCOMPARE(result.value("outcome"_L1).toString(), u"incomplete"_s);
    QCOMPARE(result.value("error"_L1)["code"_L1].toString(), u"profile-incomplete"_s);
    QCOMPARE(result.value("open"_L1).toArray().size(), 1);
    QVERIFY(result.value("open"_L1).toArray().at(0).toString().contains(u"means on can't be told"_s));

    // Its owner settles it in the file.
    QJsonObject draft = QJsonDocument::fromJson(contentOf(draftPath())).object();
    draft.remove(u"open"_s);
    draft[u"on"_s] = u"170"_s;
    draft[u"off"_s] = u"85"_s;
    const QString settled = save(u"settled.json"_s, QJsonDocument(draft).toJson());
    QCOMPARE(run({u"profile"_s, u"check"_s, settled, m_folder.filePath(u"gateway.har"_s)}).exitCode, 0);

    RelativeGateway gateway;
    const QStringList way{
        u"--host"_s,    u"127.0.0.1"_s, u"--ws-port"_s,        QString::number(gateway.port()),
        u"--profile"_s, settled,        u"--accept-profile"_s, u"--verify-wait"_s,
        u"0"_s};
    const CliResult enabled = run(QStringList{u"enable"_s} + way, u"hunter2secret"_s);
    QVERIFY(gateway.isEnabled());
    QCOMPARE(enabled.result().value("outcome"_L1).toString(), u"enabled-unverified"_s); // no Modbus here
    QCOMPARE(gateway.count(u"modbus_set"_s), 1);
    QVERIFY(!enabled.output.contains("hunter2secret"));
}

void CliProfileTest::aProfileMaySayThatItIsTls()
{
    const auto certificate = makeTestCertificate(QHostAddress(QHostAddress::LocalHost));
    if (!certificate)
        QSKIP("There is no TLS here.");
    RelativeGateway gateway(502, certificate->server);
    QByteArray profile = contentOf(QStringLiteral(RELATIVE_PROFILE));
    const QByteArray endpoint = "\"wss\", \"port\": " + QByteArray::number(gateway.port());
    profile.replace("\"ws\", \"port\": 8082", endpoint);
    const CliResult result =
        run({u"status"_s, u"--host"_s, u"127.0.0.1"_s, u"--profile"_s, save(u"tls.json"_s, profile)},
            u"hunter2secret"_s);
    QCOMPARE(result.result().value("error"_L1)["code"_L1].toString(), u"certificate-not-trusted"_s);
    QVERIFY(gateway.received().isEmpty());
}

void CliProfileTest::aTraceOfOurOwnIsACapture()
{
    Gateway gateway;
    QByteArray lines;
    for (const QString &command : {u"enable"_s, u"disable"_s}) {
        const QString trace = m_folder.filePath(u"trace.jsonl"_s);
        run(gateway.command(command, {u"--trace"_s, trace}), gatewayPassword);
        lines += contentOf(trace);
    }
    const CliResult imported = import(lines, u"trace.jsonl"_s);
    QCOMPARE(imported.result().value("open"_L1).toArray(), QJsonArray());
    QCOMPARE(imported.exitCode, 0);
    const CliResult enabled = run(
        gateway.command(u"enable"_s, {u"--profile"_s, draftPath(), u"--accept-profile"_s}), gatewayPassword);
    QCOMPARE(enabled.result().value("outcome"_L1).toString(), u"enabled"_s);
}

void CliProfileTest::theDraftIsPrintedWithoutAFile()
{
    const QString capture =
        save(u"g.har"_s, harFile({harSocket(u"ws://h:8080/ws"_s, documentedFrames().mid(0, 5))}));
    const CliResult result = runCli({u"profile"_s, u"import"_s, capture});
    QCOMPARE(result.exitCode, 6);
    QVERIFY2(QJsonDocument::fromJson(result.output).object().contains("open"_L1), result.output.constData());
    QVERIFY2(result.error.contains("Open: write: no set request was found"), result.error.constData());
    QVERIFY2(result.error.contains("nothing is sent with it"), result.error.constData());
}

void CliProfileTest::checkComparesWithACapture()
{
    const QString capture = save(u"c.har"_s, harFile({harSocket(u"ws://h:8080/ws"_s, documentedFrames())}));
    const QString documented = save(u"d.json"_s, contentOf(u":/sigen/profiles/documented.json"_s));
    const QString other = save(u"e.json"_s, contentOf(u":/sigen/profiles/early-draft.json"_s));
    const CliResult right = run({u"profile"_s, u"check"_s, documented, capture});
    QCOMPARE(right.exitCode, 0);
    QCOMPARE(right.result().value("outcome"_L1).toString(), u"checked"_s);
    QCOMPARE(right.result().value("requests"_L1).toInt(), 4);
    QCOMPARE(right.result().value("replies"_L1).toInt(), 4);
    const CliResult wrong = run({u"profile"_s, u"check"_s, other, capture});
    QCOMPARE(wrong.exitCode, 6);
    QCOMPARE(wrong.result().value("outcome"_L1).toString(), u"incomplete"_s);
    QVERIFY(wrong.result().value("open"_L1).toArray().size() >= 2);
    QCOMPARE(run({u"profile"_s, u"check"_s, documented}).result().value("requests"_L1), QJsonValue());
    QCOMPARE(run({u"profile"_s, u"check"_s, QStringLiteral(RELATIVE_PROFILE)}).exitCode, 0);
}

void CliProfileTest::showPrintsABuiltInProfile()
{
    const CliResult result = runCli({u"profile"_s, u"show"_s, u"early-draft"_s});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.output.trimmed(), contentOf(u":/sigen/profiles/early-draft.json"_s).trimmed());
    const CliResult json = run({u"profile"_s, u"show"_s, u"documented"_s});
    QCOMPARE(json.result().value("outcome"_L1).toString(), u"read"_s);
    QCOMPARE(json.result().value("profile"_L1).toString().toUtf8(),
             contentOf(u":/sigen/profiles/documented.json"_s));
}

void CliProfileTest::whatIsPrintedSteersNoTerminal()
{
    const QString word = u"a\u009b31m\u202e\u2028\u007fb"_s;
    const QByteArray profile = contentOf(u":/sigen/profiles/documented.json"_s)
                                   .replace("modbusTcpServer", word.toUtf8())
                                   .replace("    ", "\t")
                                   .replace("\n", "\r\n");
    QVERIFY(profile.contains(word.toUtf8()));
    const QString file = save(u"steering.json"_s, profile);
    CliProcess process({u"profile"_s, u"show"_s, file});
    process.start();
    const CliResult result = process.wait();
    QCOMPARE(result.exitCode, 0);
    const QString shown = QString::fromUtf8(result.output);
    QVERIFY2(!shown.contains(QRegularExpression(u"[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u202e\u2028]"_s)),
             result.output.constData());
    // It is the same profile.
    QCOMPARE(QJsonDocument::fromJson(result.output), QJsonDocument::fromJson(profile));
}

void CliProfileTest::whatIsNoCaptureIsNamedWithItsLine_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("line");
    QTest::newRow("capture") << u"import"_s << QByteArray("\nhello") << u"line 2: "_s;
    QTest::newRow("profile") << u"check"_s << QByteArray("{\n\"format\": 2,\n\"name\": 7}") << u"line 3: "_s;
}

void CliProfileTest::whatIsNoCaptureIsNamedWithItsLine()
{
    QFETCH(const QString, action);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, line);
    const CliResult result = run({u"profile"_s, action, save(u"no.json"_s, content)});
    QCOMPARE(result.exitCode, 2);
    QCOMPARE(result.result().value("outcome"_L1).toString(), u"failed"_s);
    QCOMPARE(result.result().value("error"_L1)["code"_L1].toString(), u"usage"_s);
    QVERIFY(result.result().value("error"_L1)["message"_L1].toString().contains(line));
}

void CliProfileTest::aFileThatIsNotThereIsNamed()
{
    const CliResult result = run({u"profile"_s, u"import"_s, u"/nowhere/g.har"_s});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(result.result().value("error"_L1)["code"_L1].toString(), u"io"_s);
    QVERIFY(result.result().value("error"_L1)["message"_L1].toString().contains(u"/nowhere/g.har"_s));
    QCOMPARE(run({u"profile"_s, u"show"_s, u"nothing"_s}).exitCode, 1);
}

void CliProfileTest::wrongUseIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("an unknown action") << QStringList{u"export"_s, u"x"_s};
    QTest::newRow("no capture") << QStringList{u"import"_s};
    QTest::newRow("too much") << QStringList{u"show"_s, u"a"_s, u"b"_s};
    QTest::newRow("an empty output") << QStringList{u"import"_s, u"x"_s, u"--output"_s, u""_s};
}

void CliProfileTest::wrongUseIsRefused()
{
    QFETCH(const QStringList, arguments);
    const CliResult result = runCli(QStringList{u"profile"_s} + arguments);
    QCOMPARE(result.exitCode, 2);
    QVERIFY(result.output.isEmpty());
    QVERIFY(!result.error.isEmpty());
}

QTEST_GUILESS_MAIN(CliProfileTest)
#include "tst_cliprofile.moc"
