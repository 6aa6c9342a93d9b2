// watch as the command line has it: options, events, exit codes, histories, Ctrl-C, and the examples that are
// handed out.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class CliWatchTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder; ///< settings of the test that runs

    QStringList command(const Gateway &gateway, const QStringList &more)
    {
        return gateway.command(u"watch"_s,
                               QStringList{u"--modbus-port"_s, QString::number(gateway.port())} + more);
    }

    QString fileWith(const QString &name, const QByteArray &content,
                     QFileDevice::Permissions mode = QFileDevice::ReadOwner | QFileDevice::WriteOwner)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("can't write");
        file.close();
        file.setPermissions(mode);
        return path;
    }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    CliResult run(const QStringList &arguments, bool withPassword = true)
    {
        CliProcess process(arguments);
        process.useSettings(m_folder.path());
        if (withPassword)
            process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        return process.wait();
    }

    static QStringList story(const QList<QJsonObject> &events)
    {
        QStringList lines;
        for (const QJsonObject &event : events)
            lines += event.value("state"_L1).toString() + u' ' + event.value("action"_L1).toString();
        return lines;
    }

    static QStringList storyOf(const CliResult &result) { return story(result.objects(u"watch"_s)); }

    static QStringList storyIn(const QByteArray &history)
    {
        QList<QJsonObject> events;
        for (const QByteArray &line : history.split('\n')) {
            if (!line.isEmpty())
                events += QJsonDocument::fromJson(line).object();
        }
        return story(events);
    }

    static QString errorCode(const CliResult &result)
    {
        return result.result().value("error"_L1).toObject().value("code"_L1).toString();
    }

private Q_SLOTS:
    void onceSwitchesOnWhatIsOff()
    {
        const Gateway gateway(false);
        const CliResult result = run(command(gateway, {u"--once"_s, u"--json"_s}));
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"watched"_s);
        QCOMPARE(result.result().value("enabled"_L1).toBool(), true);
        QCOMPARE(storyOf(result), (QStringList{u"off none"_s, u"on enabled"_s}));
        QCOMPARE(gateway.counters().writes, 1);
    }

    void onceLeavesAloneWhatAnswers()
    {
        const Gateway gateway(true);
        const CliResult result = run(command(gateway, {u"--once"_s, u"--json"_s}));
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(storyOf(result), QStringList{u"on none"_s});
        QCOMPARE(result.result().value("modbus"_L1).toString(), u"answers"_s);
        QCOMPARE(gateway.counters().webSocketConnections, 0);
    }

    void whatModbusTellsMayHoldNoPassword()
    {
        const Gateway gateway(true);
        const QByteArray told = "V100R001C00SPC115";
        const QString file = fileWith(u"password"_s, told);
        const CliResult result =
            run(command(gateway, {u"--once"_s, u"--json"_s, u"--password-file"_s, file}), false);
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(!result.output.contains(told), result.output.constData());
        QVERIFY2(!result.error.contains(told), result.error.constData());
    }

    void onceSaysWhatKeepsItOff_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QStringList>("told");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("error");
        QTest::newRow("refused sign-in")
            << u"sign-in-refused"_s << QStringList{u"refused stopped"_s} << 4 << u"sign-in-refused"_s;
        QTest::newRow("no effect") << u"write-no-effect"_s << QStringList{u"off none"_s, u"off waiting"_s}
                                   << 7 << u"port-closed"_s;
        QTest::newRow("handshake") << u"handshake-404"_s << QStringList{u"unknown waiting"_s} << 6
                                   << u"not-a-gateway"_s;
    }

    void onceSaysWhatKeepsItOff()
    {
        QFETCH(const QString, fault);
        QFETCH(const QStringList, told);
        QFETCH(const int, exitCode);
        QFETCH(const QString, error);
        const Gateway gateway(false, {fault});
        const CliResult result = run(command(gateway, {u"--once"_s, u"--json"_s, u"--timeout"_s, u"1000"_s}));
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(storyOf(result), told);
        QCOMPARE(result.exitCode, exitCode);
        QCOMPARE(errorCode(result), error);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"watched"_s);
    }

    void whereNobodyIsTheExitCodeIsThree()
    {
        Gateway gateway(true);
        const QStringList arguments = command(gateway, {u"--once"_s, u"--json"_s});
        gateway.simulator.stop();
        const CliResult result = run(arguments);
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 3);
        QCOMPARE(storyOf(result), QStringList{u"unreachable none"_s});
    }

    void passivelyNoPasswordIsNeeded_data()
    {
        QTest::addColumn<bool>("on");
        QTest::addColumn<QString>("told");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("on") << true << u"on none"_s << 0;
        QTest::newRow("off") << false << u"unknown none"_s << 7;
    }

    void passivelyNoPasswordIsNeeded()
    {
        QFETCH(const bool, on);
        QFETCH(const QString, told);
        QFETCH(const int, exitCode);
        const Gateway gateway(on);
        const CliResult result = run(command(gateway, {u"--once"_s, u"--passive"_s, u"--json"_s}), false);
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(storyOf(result), QStringList{told});
        QCOMPARE(result.exitCode, exitCode);
        QCOMPARE(gateway.counters().webSocketConnections, 0);
    }

    void theHistoryHasChangesOnly()
    {
        const Gateway gateway(false);
        const QString path = m_folder.filePath(u"changes.jsonl"_s);
        const QStringList arguments = command(gateway, {u"--once"_s, u"--history"_s, path});
        for (int number = 0; number < 4; ++number)
            QCOMPARE(run(arguments).exitCode, 0);
        // The third line is the firmware, which a server that is off does not tell.
        QCOMPARE(storyIn(contentOf(path)), (QStringList{u"off none"_s, u"on enabled"_s, u"on none"_s}));
        QCOMPARE(run({u"watch"_s, u"--host"_s, u"127.0.0.1"_s, u"--history"_s,
                      fileWith(u"letter.txt"_s, "Dear installer,\n")})
                     .exitCode,
                 1);
        QCOMPARE(contentOf(m_folder.filePath(u"letter.txt"_s)), QByteArray("Dear installer,\n"));
    }

    void aHistoryThatCannotBeWrittenIsSaidInTheEnd()
    {
        const Gateway gateway(true);
        const QString path = fileWith(u"no-folder"_s, "x") + u"/changes.jsonl"_s;
        const CliResult result = run(command(gateway, {u"--once"_s, u"--json"_s, u"--history"_s, path}));
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(errorCode(result), u"io"_s);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"watched"_s);
        QVERIFY(result.result().value("error"_L1).toObject().value("message"_L1).toString().contains(path));
    }

    void ctrlCInTheMiddleOfAChangeSaysWhatIsKnown()
    {
        const Gateway gateway(false, {u"write-lost"_s});
        CliProcess process(command(gateway, {u"--json"_s}));
        process.useSettings(m_folder.path());
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        QTRY_VERIFY(process.output().contains("\"id\":\"write\",\"state\":\"running\""));
        QTRY_COMPARE(gateway.counters().writes, 1);
        process.signal(SIGINT);
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 8);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"unknown"_s);
        QCOMPARE(gateway.counters().writes, 1);
    }

    void ctrlCDuringTheProofSaysThatItIsOn_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("once") << QStringList{u"--once"_s} << 7 << u"enabled-unverified"_s;
        QTest::newRow("for good") << QStringList() << 0 << u"watched"_s;
    }

    void ctrlCDuringTheProofSaysThatItIsOn()
    {
        QFETCH(const QStringList, more);
        QFETCH(const int, exitCode);
        QFETCH(const QString, outcome);
        const Gateway gateway(false, {u"modbus-silent"_s});
        CliProcess process(command(gateway, more + QStringList{u"--json"_s}));
        process.useSettings(m_folder.path());
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        QTRY_VERIFY(process.output().contains("\"id\":\"modbus\",\"state\":\"running\""));
        process.signal(SIGINT);
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, exitCode);
        QCOMPARE(result.result().value("outcome"_L1).toString(), outcome);
        QCOMPARE(result.result().value("enabled"_L1).toBool(), true);
        QCOMPARE(storyOf(result).constLast(), u"on stopped"_s);
        QCOMPARE(gateway.counters().writes, 1);
    }

    void ctrlCEndsItWell()
    {
        const Gateway gateway(true);
        CliProcess process(command(gateway, {u"--json"_s}));
        process.useSettings(m_folder.path());
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        QTRY_VERIFY(process.output().contains("\"watch\""));
        process.signal(SIGINT);
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(storyOf(result), (QStringList{u"on none"_s, u"on stopped"_s}));
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"watched"_s);
        QVERIFY(result.result().value("error"_L1).isNull());
    }

    void aSecondWatchNamesTheFirst()
    {
        const Gateway gateway(true);
        CliProcess first(command(gateway, {u"--json"_s}));
        first.useSettings(m_folder.path());
        first.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        first.start();
        QTRY_VERIFY(first.output().contains("\"watch\""));
        const CliResult second = run(command(gateway, {u"--once"_s}));
        QCOMPARE(second.exitCode, 2);
        QVERIFY2(second.error.contains("Process "), second.error.constData());
        first.signal(SIGTERM);
        QCOMPARE(first.wait().exitCode, 0);
    }

    void whatWasTurnedOffOnPurposeStaysOff()
    {
        const Gateway gateway(true);
        QCOMPARE(run(gateway.command(u"disable"_s)).exitCode, 0);
        const CliResult timer = run(command(gateway, {u"--once"_s, u"--unless-turned-off"_s, u"--json"_s}));
        QCOMPARE(contractBreach(timer), QString());
        QCOMPARE(storyOf(timer), QStringList{u"off stopped"_s});
        QCOMPARE(timer.exitCode, 7);
        QVERIFY(!gateway.simulator.isEnabled());
        QCOMPARE(run(command(gateway, {u"--once"_s})).exitCode, 0);
        QVERIFY(gateway.simulator.isEnabled());
    }

    void aPasswordFileIsItsOwnersAlone()
    {
        const Gateway gateway(false);
        const QString path = fileWith(u"password"_s, gatewayPassword.toUtf8());
        const QStringList arguments = command(gateway, {u"--once"_s, u"--password-file"_s, path});
        QCOMPARE(run(arguments, false).exitCode, 0);
        QFile::setPermissions(path,
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther);
        const CliResult result = run(arguments, false);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.error.contains("chmod 600"));
        QVERIFY(!result.error.contains(gatewayPassword.toUtf8()));
    }

    void optionsOutOfRangeAreWrongUse()
    {
        for (const QStringList &more : {QStringList{u"--interval"_s, u"9"_s},
                                        {u"--interval"_s, u"3601"_s},
                                        {u"--history"_s, QString()},
                                        {u"--history"_s, u"-"_s},
                                        {u"--modbus-port"_s, u"0"_s}}) {
            const CliResult result = run(QStringList{u"watch"_s, u"--host"_s, u"127.0.0.1"_s} + more);
            QCOMPARE(result.exitCode, 2);
            QCOMPARE(result.output, QByteArray());
        }
    }

    void theExampleForHomeAssistantSaysOn()
    {
        const Gateway gateway(false);
        const QString example =
            QString::fromUtf8(contentOf(QStringLiteral(SIGEN_EXAMPLES "/home-assistant.yaml")));
        QString script;
        bool isCommand = false;
        for (const QString &line : example.split(u'\n')) {
            if (isCommand && !line.startsWith("        "_L1))
                break;
            if (isCommand)
                script += line.trimmed() + u' ';
            isCommand = isCommand || line.trimmed() == "command: >-"_L1;
        }
        QCOMPARE(runExample(script, gateway), QByteArray("on\n"));
        QVERIFY(gateway.simulator.isEnabled());
        const Gateway refusing(false, {u"sign-in-refused"_s});
        QCOMPARE(runExample(script, refusing), QByteArray("unknown\n"));
    }

    void theExampleForCronKeepsItOnAndLogsWhatItCannot()
    {
        const Gateway gateway(false);
        const QString example = QString::fromUtf8(contentOf(QStringLiteral(SIGEN_EXAMPLES "/crontab")));
        const QString script = example.trimmed().section(u'\n', -1).section(u' ', 5);
        QVERIFY(script.startsWith("sigen-modbus-cli watch "_L1));
        QCOMPARE(runExample(script, gateway), QByteArray());
        QVERIFY(gateway.simulator.isEnabled());
        QCOMPARE(storyIn(contentOf(m_folder.filePath(u"sigen-modbus.jsonl"_s))),
                 (QStringList{u"off none"_s, u"on enabled"_s}));
        const Gateway refusing(false, {u"sign-in-refused"_s});
        QCOMPARE(runExample(script, refusing),
                 QByteArray("-t sigen-modbus the Modbus server is not on (exit code 4)\n"));
    }

private:
    /// With this gateway's address and the test's own folder in place of the example's.
    QByteArray runExample(QString script, const Gateway &gateway)
    {
        const QString more =
            u" --ws-port %1 --modbus-port %2"_s.arg(gateway.simulator.webSocketPort()).arg(gateway.port());
        script.replace(u"192.168.1.150"_s, gateway.host() + more);
        script.replace(u"/config/sigen-password"_s, m_folder.filePath(u".sigen-password"_s));
        fileWith(u".sigen-password"_s, gatewayPassword.toUtf8());
        QFile::remove(m_folder.filePath(u"sigen-modbus-cli"_s));
        QFile::link(cliProgram(), m_folder.filePath(u"sigen-modbus-cli"_s));
        fileWith(u"logger"_s, "#!/bin/sh\necho \"$@\"\n",
                 QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"SIGEN_MODBUS_PASSWORD"_s);
        environment.insert(u"HOME"_s, m_folder.path());
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(gateway.host()));
        environment.insert(u"PATH"_s, m_folder.path() + u':' + environment.value(u"PATH"_s));
        shell.setProcessEnvironment(environment);
        shell.setProcessChannelMode(QProcess::MergedChannels);
        shell.start(u"/bin/sh"_s, {u"-c"_s, script});
        return QTest::qWaitFor([&shell] { return shell.state() == QProcess::NotRunning; }, 30000)
            ? shell.readAll()
            : QByteArray("it does not end");
    }
};

QTEST_GUILESS_MAIN(CliWatchTest)
#include "tst_cliwatch.moc"
