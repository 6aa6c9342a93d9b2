// diagnose as the command line has it: checks, causes, results, exit codes, and what it does not ask for.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"
#include "cli/pseudoterminal.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class CliDiagnoseTest : public QObject
{
    Q_OBJECT

    /// Without the link test, as JSON.
    static QStringList arguments(const Gateway &gateway, const QStringList &more = {})
    {
        return gateway.command(u"diagnose"_s,
                               QStringList{u"--modbus-port"_s, QString::number(gateway.port()), u"--reads"_s,
                                           u"0"_s, u"--json"_s}
                                   + more);
    }

    static CliResult diagnose(const Gateway &gateway, const QStringList &more = {}, bool signedIn = true)
    {
        CliProcess process(arguments(gateway, more));
        if (signedIn)
            process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        return process.wait();
    }

    static QStringList checks(const CliResult &result)
    {
        QStringList checks;
        for (const QJsonObject &check : result.objects(u"check"_s))
            checks += check.value("id"_L1).toString() + u' ' + check.value("state"_L1).toString();
        return checks;
    }

    static QString cause(const CliResult &result) { return result.result().value("cause"_L1).toString(); }

private Q_SLOTS:
    void aHealthyPlantHasNoCause()
    {
        const Gateway gateway(true);
        const CliResult result = diagnose(gateway);
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(checks(result),
                 (QStringList{u"name ok"_s, u"route ok"_s, u"neighbour skipped"_s, u"port-8080 ok"_s,
                              u"handshake ok"_s, u"sign-in ok"_s, u"setting ok"_s, u"port-502 ok"_s,
                              u"modbus ok"_s, u"units ok"_s, u"identity ok"_s, u"link skipped"_s}));
        const QJsonObject end = result.result();
        QCOMPARE(end.value("outcome"_L1), u"diagnosed"_s);
        QVERIFY(end.value("cause"_L1).isNull());
        QVERIFY(end.value("causes"_L1).toArray().isEmpty());
        QVERIFY(end.value("error"_L1).isNull());
        QCOMPARE(end.value("serial"_L1), u"110A1234567890"_s);
        QCOMPARE(end.value("enabled"_L1), true);
        QCOMPARE(gateway.counters().writes, 0);
    }

    void theFirstCauseIsTheResult_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("error");
        QTest::newRow("off") << QString() << false << u"server-off"_s << 7 << u"port-closed"_s;
        QTest::newRow("refused") << u"sign-in-refused"_s << true << u"sign-in-refused"_s << 4
                                 << u"sign-in-refused"_s;
        QTest::newRow("silent") << u"modbus-silent"_s << true << u"modbus-silent"_s << 7
                                << u"modbus-silent"_s;
        QTest::newRow("proxy") << u"modbus-exception-0b"_s << true << u"modbus-proxy"_s << 7
                               << u"modbus-exception"_s;
        QTest::newRow("warning") << u"handshake-404"_s << true << u"not-a-web-socket"_s << 0 << QString();
        QTest::newRow("two warnings") << u"clock-1970"_s << true << u"clock-wrong"_s << 0 << QString();
    }

    void theFirstCauseIsTheResult()
    {
        QFETCH(const QString, fault);
        QFETCH(const bool, enabled);
        QFETCH(const QString, expected);
        QFETCH(const int, exitCode);
        QFETCH(const QString, error);
        const Gateway gateway(enabled, fault.isEmpty() ? QStringList() : QStringList{fault});
        const CliResult result = diagnose(gateway, {u"--timeout"_s, u"600"_s});
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(cause(result), expected);
        QCOMPARE(result.exitCode, exitCode);
        const QJsonObject end = result.result();
        const QJsonObject first = end.value("causes"_L1).toArray().at(0).toObject();
        QCOMPARE(first.value("code"_L1), expected);
        if (error.isEmpty()) {
            QVERIFY(end.value("error"_L1).isNull());
            return;
        }
        const QJsonObject problem = end.value("error"_L1).toObject();
        QCOMPARE(problem.value("code"_L1), error);
        QCOMPARE(problem.value("message"_L1), first.value("sentence"_L1));
        QCOMPARE(problem.value("advice"_L1), first.value("advice"_L1));
    }

    void peopleReadWhatIsWrongAndWhatToDo()
    {
        const Gateway gateway(false);
        QStringList plain = arguments(gateway);
        plain.removeAll(u"--json"_s);
        const CliResult result = runCli(plain);
        QCOMPARE(result.exitCode, 7);
        const QString text = QString::fromUtf8(result.output);
        QVERIFY(text.contains(u" ✗ Port %1"_s.arg(gateway.port())));
        QVERIFY(text.contains(u"What to do next:\n  • Turn the server on"_s));
        QCOMPARE(text.count(u"probably switched off"_s), 1);
    }

    void peopleReadWhatWorked()
    {
        const Gateway gateway(true);
        QStringList plain = arguments(gateway, {u"--connections"_s, u"2"_s});
        plain.removeAll(u"--json"_s);
        plain[plain.indexOf(u"--reads"_s) + 1] = u"2"_s;
        const CliResult result = runCli(plain);
        QCOMPARE(result.exitCode, 0);
        const QString text = QString::fromUtf8(result.output);
        QVERIFY(text.contains(u"The gateway is fine from here"_s));
        QVERIFY(text.contains(u"Address %1, port %2."_s.arg(gateway.host()).arg(gateway.port())));
        QVERIFY(text.contains(u"Unit ids: 247, 1, 2."_s));
        QVERIFY(text.contains(u"Function 04"_s));
        QVERIFY(text.contains(u"2 connection"_s));
        static const QRegularExpression picture(u"\\n   [▁-█]{2}\\n"_s);
        QVERIFY(text.contains(picture));
    }

    void aPasswordIsNeverAskedFor()
    {
        const PseudoTerminal terminal;
        QVERIFY(terminal.isValid());
        const Gateway gateway(true);
        CliProcess process(arguments(gateway));
        process.useAsInput(terminal);
        process.start();
        const CliResult result = process.wait();
        QCOMPARE(result.exitCode, 0);
        QVERIFY(!result.error.contains("Password"));
        QVERIFY(checks(result).contains(u"sign-in skipped"_s));
        QCOMPARE(gateway.counters().signIns, 0);
    }

    void theSettingsPortIsTestedUnlessAnotherIsNamed()
    {
        const Gateway gateway(true);
        CliProcess process(gateway.command(u"diagnose"_s, {u"--reads"_s, u"0"_s, u"--json"_s}));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        const CliResult result = process.wait();
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.result().value("modbusPort"_L1).toInt(), gateway.port());
    }

    void onlyNamedUnitsAreMissed()
    {
        const Gateway gateway(true, {u"units-none"_s});
        const QStringList quick{u"--timeout"_s, u"300"_s};
        QCOMPARE(cause(diagnose(gateway, quick)), QString());
        const CliResult named = diagnose(gateway, quick + QStringList{u"--units"_s, u"1,5"_s});
        QCOMPARE(cause(named), u"unit-missing"_s);
        QCOMPARE(named.exitCode, 0);
    }

    void aSecretNeverGetsOut()
    {
        const Gateway gateway(true, {u"sign-in-echoes-password"_s});
        const CliResult result = diagnose(gateway, {u"--verbose"_s});
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 4);
        for (const QByteArray &text : {result.output, result.error})
            QVERIFY(!text.contains("geheim"));
    }

    void wrongUseIsSaidAndHasNoResult_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::newRow("no host") << QStringList{};
        QTest::newRow("a public address") << QStringList{u"--host"_s, u"8.8.8.8"_s};
        QTest::newRow("reads") << QStringList{u"--host"_s, u"127.0.0.1"_s, u"--reads"_s, u"-1"_s};
        QTest::newRow("connections") << QStringList{u"--host"_s, u"127.0.0.1"_s, u"--connections"_s, u"9"_s};
        QTest::newRow("units") << QStringList{u"--host"_s, u"127.0.0.1"_s, u"--units"_s, u"0"_s};
    }

    void wrongUseIsSaidAndHasNoResult()
    {
        QFETCH(const QStringList, more);
        const CliResult result = runCli(QStringList{u"diagnose"_s, u"--json"_s} + more);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.output.isEmpty());
        QVERIFY(!result.error.isEmpty());
    }

    void whatTheWindowKnowsOfTheHostIsUsed()
    {
        const Gateway gateway(true);
        SimulatorOptions twin = Gateway::options(true);
        twin.modbusPort = quint16(gateway.port());
        const Gateway other(twin);
        const QTemporaryDir folder;
        const QString entry = u"%1\\address=%2\n%1\\serial=110A1234567890\n%1\\lastKnownModbusPort=%3\n"_s;
        const QString port = QString::number(gateway.port());
        const QByteArray settings = (u"[gateways]\nsize=2\n"_s + entry.arg(u"1"_s, gateway.host(), port)
                                     + entry.arg(u"2"_s, other.host(), port))
                                        .toUtf8();
        QVERIFY(QDir(folder.path()).mkdir(u"sigen-modbus"_s));
        QFile file(folder.filePath(u"sigen-modbus/sigen-modbus.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(settings);
        file.close();
        CliProcess process(gateway.command(u"diagnose"_s, {u"--reads"_s, u"0"_s, u"--json"_s}));
        process.useSettings(folder.path());
        process.start();
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.result().value("modbusPort"_L1).toInt(), gateway.port()); // nobody has named it
        QCOMPARE(cause(result), u"serial-twice"_s);
        const QJsonObject first = result.result().value("causes"_L1).toArray().at(0).toObject();
        QVERIFY(first.value("sentence"_L1).toString().contains(other.host()));
    }

    void reportsAreSavedInEachFormAndKeepSecrets()
    {
        const QTemporaryDir folder;
        const Gateway gateway(true);
        const QStringList names{u"a.txt"_s, u"b.JSON"_s, u"c.html"_s};
        QStringList more{u"--sheet"_s, folder.filePath(u"sheet.html"_s)};
        for (const QString &name : names)
            more += {u"--report"_s, folder.filePath(name)};
        const CliResult result = diagnose(gateway, more);
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.error.count("Saved as"), 4);
        const auto content = [&folder](const QString &name) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QStringList secrets = gateway.simulator.issuedTokens();
        QVERIFY(!secrets.isEmpty());
        secrets += {gatewayPassword, u"geheim"_s};
        for (const QString &name : names) {
            const QByteArray text = content(name);
            QVERIFY2(text.contains("110A…7890") && text.contains("84 02"), qPrintable(name)); // a frame's end
            QVERIFY(!text.contains("110A1234567890"));
            QVERIFY(!text.contains("31 31 30 41 31 32 33 34"));
            for (const QString &secret : std::as_const(secrets))
                QVERIFY(!text.contains(secret.toUtf8()));
        }
        const QByteArray sheet = content(u"sheet.html"_s);
        QVERIFY(sheet.contains("110A1234567890"));
        for (const QString &secret : std::as_const(secrets))
            QVERIFY(!sheet.contains(secret.toUtf8()));
        QCOMPARE(gateway.counters().writes, 0);
    }

    void aReportThatCanNotBeSavedIsNamedAndTheResultStays()
    {
        const Gateway gateway(false);
        const QString path = QDir::tempPath() + u"/sigen-no-such-folder/report.txt"_s;
        const CliResult result = diagnose(gateway, {u"--report"_s, path});
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.result().value("outcome"_L1), u"diagnosed"_s);
        QCOMPARE(cause(result), u"server-off"_s);
        const QJsonObject error = result.result().value("error"_L1).toObject();
        QCOMPARE(error.value("code"_L1), u"io"_s);
        QVERIFY(error.value("message"_L1).toString().contains(path));
    }

    void formsThatThereAreNotAreWrongUse_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::newRow("PDF") << QStringList{u"--report"_s, u"gateway.pdf"_s};
        QTest::newRow("none") << QStringList{u"--report"_s, u"gateway"_s};
        QTest::newRow("another sheet") << QStringList{u"--sheet"_s, u"gateway.txt"_s};
    }

    void formsThatThereAreNotAreWrongUse()
    {
        QFETCH(const QStringList, more);
        const CliResult result = runCli(QStringList{u"diagnose"_s, u"--host"_s, u"127.0.0.1"_s} + more);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.error.contains(more.constLast().toUtf8()));
        QVERIFY(!QFile::exists(more.constLast()));
    }

    void anInterruptionTellsWhatIsKnownAtOnce()
    {
        const Gateway gateway(true);
        QStringList long20 = arguments(gateway);
        long20[long20.indexOf(u"--reads"_s) + 1] = u"20"_s;
        CliProcess process(long20);
        process.start();
        QTRY_VERIFY(process.output().contains("\"event\":\"progress\",\"done\":2"));
        QElapsedTimer clock;
        clock.start();
        process.signal(SIGINT);
        const CliResult result = process.wait();
        QVERIFY(clock.elapsed() < 3000); // the rest of the reads would take 18 s
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 130);
        QCOMPARE(result.result().value("outcome"_L1), u"cancelled"_s);
        QCOMPARE(result.result().value("modbus"_L1), u"answers"_s);
        QCOMPARE(checks(result).size(), 12);
        QCOMPARE(checks(result).constLast(), u"link ok"_s); // with the reads that there were
        QTRY_COMPARE(gateway.simulator.openConnections(), 0);
    }

    void anInterruptionAtAHangingLayerTellsTheCausesBeforeIt()
    {
        const Gateway gateway(true, {u"sign-in-refused"_s, u"modbus-silent"_s});
        CliProcess process(arguments(gateway));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        QTRY_VERIFY(gateway.counters().modbusRequests > 0);
        process.signal(SIGINT);
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 130);
        QCOMPARE(cause(result), u"sign-in-refused"_s);
        QCOMPARE(result.result().value("causes"_L1).toArray().size(), 1); // silence was not waited for
    }
};

QTEST_GUILESS_MAIN(CliDiagnoseTest)
#include "tst_clidiagnose.moc"
