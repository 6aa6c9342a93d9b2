// handover: the settings for another tool, for a plant that answers; and nothing for one that does not.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"
#include "scriptedserver.h"

#include "handover/snippetcatalog.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <sys/types.h>
#if __has_include(<sys/sysmacros.h>)
#include <sys/sysmacros.h>
#endif

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class CliHandoverTest : public QObject
{
    Q_OBJECT

    static CliResult run(const QStringList &arguments)
    {
        const CliResult result = runCli(arguments + QStringList{u"--json"_s});
        [&] { QCOMPARE(contractBreach(result), QString()); }();
        return result;
    }

    static QStringList handover(const Gateway &gateway, const QString &tool, const QStringList &more = {})
    {
        return gateway.modbusCommand(u"handover"_s, QStringList{u"--for"_s, tool} + more);
    }

private Q_SLOTS:
    void printsTheSnippetAndNothingElse()
    {
        Gateway gateway(true);
        const CliResult result = runCli(handover(gateway, u"sigenergy2mqtt"_s, {u"--units"_s, u"1,2"_s}));
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.output.startsWith("# sigenergy2mqtt"), result.output.constData());
        QVERIFY2(result.output.contains(QByteArray("  - host: " + gateway.host().toUtf8() + '\n')),
                 result.output.constData());
        QVERIFY2(result.output.contains(QByteArray("    port: " + QByteArray::number(gateway.port()) + '\n')),
                 result.output.constData());
        QVERIFY2(result.output.contains("    inverters: [1"), result.output.constData());
        QVERIFY2(result.error.contains("Not every unit id was scanned"), result.error.constData());
        QVERIFY2(result.error.contains("accepts connections"), result.error.constData());
        QCOMPARE(gateway.counters().webSocketConnections, 0);
    }

    void quietIsTheSnippetAlone()
    {
        Gateway gateway(true);
        const CliResult result = runCli(handover(gateway, u"evcc"_s, {u"--quiet"_s}));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.error, QByteArray());
        QVERIFY(result.output.contains("template: sigenergy"));
    }

    void everyToolHasAResult_data()
    {
        QTest::addColumn<QString>("tool");
        for (const SnippetDefinition &definition : snippetDefinitions())
            QTest::newRow(qPrintable(definition.id)) << definition.id;
    }

    void everyToolHasAResult()
    {
        QFETCH(QString, tool);
        Gateway gateway(true);
        const CliResult result = run(handover(gateway, tool));
        QCOMPARE(result.exitCode, 0);
        const QJsonObject end = result.result();
        QCOMPARE(end.value("command"_L1).toString(), u"handover"_s);
        QCOMPARE(end.value("outcome"_L1).toString(), u"read"_s);
        QCOMPARE(end.value("tool"_L1).toString(), tool);
        QVERIFY(end.value("snippet"_L1).toString().contains(gateway.host()));
        QVERIFY(end.value("file"_L1).isNull());
        QCOMPARE(end.value("port"_L1).toString(), u"open"_s);
        QCOMPARE(end.value("modbus"_L1).toString(), u"answers"_s);
        QCOMPARE(end.value("modbusPort"_L1).toInt(), gateway.port());
        QVERIFY(!end.value("serial"_L1).toString().isEmpty());
        QVERIFY(!end.value("unitIds"_L1).toArray().isEmpty());
        QCOMPARE(result.steps(),
                 QStringList({u"port running"_s, u"port ok"_s, u"modbus running"_s, u"modbus ok"_s}));
    }

    void aNewPlantHasMoreSensorsThanAnOldOne()
    {
        Gateway gateway(true);
        const QString now =
            run(handover(gateway, u"home-assistant-yaml"_s)).result().value("snippet"_L1).toString();
        Gateway old(true, {u"old-firmware"_s});
        const QString then =
            run(handover(old, u"home-assistant-yaml"_s)).result().value("snippet"_L1).toString();
        QVERIFY(now.contains(u"address: 30284\n"_s));
        QVERIFY(!then.contains(u"address: 30284\n"_s));
        QVERIFY(then.contains(u"address: 30014\n"_s));
    }

    void savesTheSnippetInAFile()
    {
        Gateway gateway(true);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"evcc.yaml"_s);
        const QJsonObject end = run(handover(gateway, u"evcc"_s, {u"--output"_s, path})).result();
        QCOMPARE(end.value("file"_L1).toString(), path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), end.value("snippet"_L1).toString());

        const CliResult text = runCli(handover(gateway, u"evcc"_s, {u"--output"_s, path}));
        QCOMPARE(text.exitCode, 0);
        QCOMPARE(text.output, QByteArray());
        QVERIFY2(text.error.contains(QByteArray("Saved as " + path.toUtf8())), text.error.constData());
    }

    void aFileThatCanNotBeWrittenIsAnError()
    {
        Gateway gateway(true);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"no/such/folder/evcc.yaml"_s);
        const CliResult result = run(handover(gateway, u"evcc"_s, {u"--output"_s, path}));
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"failed"_s);
        QCOMPARE(result.result().value("error"_L1).toObject().value("code"_L1).toString(), u"io"_s);
        QVERIFY(result.result().value("file"_L1).isNull());
        QVERIFY(result.result().value("snippet"_L1).toString().contains(u"sigenergy"_s));
    }

    void aHyphenIsStandardOutput()
    {
        Gateway gateway(true);
        const CliResult printed = runCli(handover(gateway, u"evcc"_s, {u"--quiet"_s}));
        const CliResult result = runCli(handover(gateway, u"evcc"_s, {u"--quiet"_s, u"--output"_s, u"-"_s}));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.output, printed.output);
        QVERIFY(!QFile::exists(u"-"_s));
        const CliResult named =
            runCli(handover(gateway, u"evcc"_s, {u"--quiet"_s, u"--output"_s, u"/dev/stdout"_s}));
        QCOMPARE(named.exitCode, 0);
        QCOMPARE(named.output, printed.output);
    }

    void aDeviceIsWrittenIntoAndStaysOne_data()
    {
        QTest::addColumn<unsigned>("minor");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("takes everything") << 3u << 0;
        QTest::newRow("is always full") << 7u << 1;
    }

    /// On copies of /dev/null and /dev/full, never on those of this computer.
    void aDeviceIsWrittenIntoAndStaysOne()
    {
        QFETCH(const unsigned, minor);
        QFETCH(const int, exitCode);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"device"_s);
        if (::mknod(QFile::encodeName(path).constData(), S_IFCHR | 0600, makedev(1, minor)) != 0)
            QSKIP("needs root");
        QFile device(path);
        if (!device.open(QIODevice::WriteOnly))
            QSKIP("devices don't work in this folder");
        Gateway gateway(true);
        const CliResult result = run(handover(gateway, u"evcc"_s, {u"--output"_s, path}));
        QCOMPARE(result.exitCode, exitCode);
        struct stat info
        { };
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &info), 0);
        QVERIFY(S_ISCHR(info.st_mode));
        if (exitCode != 0) {
            const QJsonObject error = result.result().value("error"_L1).toObject();
            QCOMPARE(error.value("code"_L1).toString(), u"io"_s);
            QVERIFY(error.value("message"_L1).toString().contains(path));
        }
    }

    void aClosedPortYieldsNoSnippet()
    {
        Gateway gateway(false);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"evcc.yaml"_s);
        const CliResult result = run(handover(gateway, u"evcc"_s, {u"--output"_s, path}));
        QCOMPARE(result.exitCode, 7);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"failed"_s);
        QCOMPARE(result.result().value("error"_L1).toObject().value("code"_L1).toString(), u"port-closed"_s);
        QVERIFY(result.result().value("snippet"_L1).isNull());
        QVERIFY(result.result().value("file"_L1).isNull());
        QVERIFY(!QFile::exists(path));
        QVERIFY2(result.error.contains("--no-check"), result.error.constData());

        const CliResult text = runCli(handover(gateway, u"evcc"_s));
        QCOMPARE(text.exitCode, 7);
        QCOMPARE(text.output, QByteArray()); // it may be on its way into a file
        QVERIFY2(text.error.contains("refuses connections"), text.error.constData());
    }

    void aStrangerOnThePortYieldsNoSnippet_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("code");
        QTest::newRow("silent") << u"modbus-silent"_s << u"modbus-silent"_s;
        QTest::newRow("closes") << u"modbus-closes-on-request"_s << u"modbus-closes"_s;
    }

    void aStrangerOnThePortYieldsNoSnippet()
    {
        QFETCH(QString, fault);
        Gateway gateway(true, {fault});
        const CliResult result = run(handover(gateway, u"evcc"_s, {u"--timeout"_s, u"200"_s}));
        QCOMPARE(result.exitCode, 7);
        QTEST(result.result().value("error"_L1).toObject().value("code"_L1).toString(), "code");
        QVERIFY(result.result().value("snippet"_L1).isNull());
    }

    void aPlantUnitThatStaysSilentIsRemarked()
    {
        RegisterBank bank;
        addInverter(bank, 1);
        const ScriptedServer server(bank.handler());
        const QStringList arguments{u"handover"_s,
                                    u"--for"_s,
                                    u"openhab"_s,
                                    u"--host"_s,
                                    u"127.0.0.1"_s,
                                    u"--modbus-port"_s,
                                    QString::number(server.port()),
                                    u"--timeout"_s,
                                    u"200"_s};
        const QByteArray remark("Unit id 247 did not answer as the plant. ");
        const CliResult text = runCli(arguments);
        QCOMPARE(text.exitCode, 0);
        QVERIFY2(text.output.contains(QByteArray("// " + remark)), text.output.constData());
        QVERIFY2(text.error.contains(remark), text.error.constData());
        const CliResult json = run(arguments);
        QCOMPARE(json.exitCode, 0);
        QVERIFY(json.steps().contains(u"modbus warning"_s));
        QVERIFY(json.result().value("snippet"_L1).toString().contains(QString::fromUtf8(remark)));
    }

    void withoutACheckNothingIsContactedAndNothingClaimed()
    {
        Gateway gateway(true);
        const CliResult result = run(handover(gateway, u"sigenergy2mqtt"_s, {u"--no-check"_s}));
        QCOMPARE(result.exitCode, 0);
        const QJsonObject end = result.result();
        QCOMPARE(result.objects().size(), 1);
        for (const QString &unknown :
             {u"serial"_s, u"modbusPort"_s, u"port"_s, u"modbus"_s, u"unitIds"_s, u"verifiedAt"_s})
            QVERIFY2(end.value(unknown).isNull(), qPrintable(unknown));
        const QString snippet = end.value("snippet"_L1).toString();
        QVERIFY(snippet.contains(u"was not tested"_s));
        QVERIFY(snippet.contains(u"is assumed"_s));
        QCOMPARE(gateway.counters().modbusConnections, 0);

        const QString given =
            run(handover(gateway, u"sigenergy2mqtt"_s, {u"--no-check"_s, u"--units"_s, u"3-4"_s}))
                .result()
                .value("snippet"_L1)
                .toString();
        QVERIFY(given.contains(u"inverters: [3, 4]"_s));
        QVERIFY(!given.contains(u"is assumed"_s));
    }

    void listsTheTools()
    {
        const CliResult result = run({u"handover"_s, u"--list"_s});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.objects(u"tool"_s).size(), snippetDefinitions().size());
        const CliResult text = runCli({u"handover"_s, u"--list"_s});
        QCOMPARE(text.exitCode, 0);
        for (const SnippetDefinition &definition : snippetDefinitions())
            QVERIFY2(text.output.contains(QByteArray(definition.id.toUtf8() + ' ')), text.output.constData());
    }

    void wrongUseIsOneSentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("no tool") << QStringList{u"--host"_s, u"127.0.0.1"_s}
                                 << QByteArray("--for is required");
        QTest::newRow("no such tool") << QStringList{u"--host"_s, u"127.0.0.1"_s, u"--for"_s, u"\x1b[1m"_s}
                                      << QByteArray("no tool “\\x1b[1m”");
        QTest::newRow("no host") << QStringList{u"--for"_s, u"evcc"_s} << QByteArray("--host is required");
        QTest::newRow("an empty file name")
            << QStringList{u"--host"_s, u"127.0.0.1"_s, u"--for"_s, u"evcc"_s, u"--output"_s, QString()}
            << QByteArray("--output");
        QTest::newRow("a sweep of nothing")
            << QStringList{u"--host"_s,     u"127.0.0.1"_s, u"--for"_s, u"evcc"_s,
                           u"--no-check"_s, u"--units"_s,   u"sweep"_s}
            << QByteArray("--no-check and --units sweep");
    }

    void wrongUseIsOneSentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, words);
        const CliResult result = runCli(QStringList{u"handover"_s} + arguments);
        QCOMPARE(result.exitCode, 2);
        QCOMPARE(result.output, QByteArray());
        QVERIFY2(result.error.contains(words) && result.error.count('\n') == 1, result.error.constData());
    }

    void interruptingASweepYieldsNoSnippet()
    {
        Gateway gateway(true);
        CliProcess process(handover(gateway, u"evcc"_s, {u"--units"_s, u"sweep"_s, u"--json"_s}));
        process.start();
        QTRY_VERIFY(process.output().contains("\"event\":\"progress\""));
        process.signal(SIGINT);
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 130);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"cancelled"_s);
        QVERIFY(result.result().value("snippet"_L1).isNull());
    }
};

QTEST_GUILESS_MAIN(CliHandoverTest)
#include "tst_clihandover.moc"
