// await and repair as the command line has them: options, events, results, exit codes, and the question.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"
#include "cli/pseudoterminal.h"

#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class CliKeepingTest : public QObject
{
    Q_OBJECT

    static CliResult runRepair(const Gateway &gateway, const QStringList &more = {})
    {
        CliProcess process(gateway.command(u"repair"_s, QStringList{u"--json"_s} + more));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        return process.wait();
    }

    static QString outcome(const CliResult &result) { return result.result().value("outcome"_L1).toString(); }

private Q_SLOTS:
    void awaitNamesTheHostAndVerifiesIt()
    {
        const Gateway gateway(true);
        const CliResult result = runCli(gateway.modbusCommand(u"await"_s, {u"--json"_s}));
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(outcome(result), u"verified"_s);
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.steps(),
                 (QStringList{u"wait running"_s, u"wait ok"_s, u"port running"_s, u"port ok"_s,
                              u"modbus running"_s, u"modbus ok"_s}));
        QCOMPARE(result.objects(u"host"_s).constLast().value("address"_L1).toString(), gateway.host());
        QCOMPARE(gateway.counters().webSocketConnections, 0);
    }

    void awaitFindsItInANetworkToo()
    {
        const Gateway gateway(true);
        const CliResult result =
            runCli({u"await"_s, u"--network"_s, gateway.host(), u"--modbus-port"_s,
                    QString::number(gateway.port()), u"--host"_s, u"127.0.0.1"_s, u"--json"_s});
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(outcome(result), u"verified"_s);
        QCOMPARE(result.result().value("host"_L1).toString(), gateway.host());
    }

    void awaitThatSeesNothingTimesOutWithTheLastTrysError()
    {
        const Gateway gateway(false);
        const CliResult result = runCli(gateway.modbusCommand(u"await"_s, {u"--json"_s, u"--for"_s, u"1"_s}));
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(outcome(result), u"timed-out"_s);
        QCOMPARE(result.exitCode, 7);
        QCOMPARE(result.result().value("error"_L1).toObject().value("code"_L1).toString(), u"port-closed"_s);
        QCOMPARE(result.steps(),
                 (QStringList{u"wait running"_s, u"wait failed"_s, u"port skipped"_s, u"modbus skipped"_s}));
    }

    void awaitWithoutATargetOrWithTooManyIsWrongUse()
    {
        for (const QStringList &more : {QStringList{},
                                        {u"--network"_s, u"192.168.0.0/23"_s},
                                        {u"--network"_s, u"8.8.8.0/24"_s},
                                        {u"--for"_s, u"soon"_s}}) {
            const CliResult result = runCli(QStringList{u"await"_s} + more);
            QCOMPARE(result.exitCode, 2);
            QCOMPARE(result.output, QByteArray());
        }
    }

    void repairIsDoneWithoutAQuestionWhereThereIsNoTerminal()
    {
        const Gateway gateway(true);
        const CliResult result = runRepair(gateway);
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(outcome(result), u"repaired"_s);
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(gateway.counters().writes, 2);
        QCOMPARE(result.steps().count(u"write ok"_s), 2);
        QCOMPARE(result.steps().count(u"port ok"_s), 2);
        QCOMPARE(result.steps().count(u"read ok"_s), 1);
    }

    void repairLeavesAServerAloneThatIsOff()
    {
        const Gateway gateway(false);
        const CliResult result = runRepair(gateway);
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(outcome(result), u"refused"_s);
        QCOMPARE(result.exitCode, 5);
        QCOMPARE(gateway.counters().writes, 0);
    }

    void aDryRunNamesBothWrites()
    {
        const Gateway gateway(true);
        const CliResult result = runRepair(gateway, {u"--dry-run"_s});
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(outcome(result), u"dry-run"_s);
        QCOMPARE(result.steps().count(u"write skipped"_s), 2);
        QCOMPARE(gateway.counters().writes, 0);
    }

    void whatIsNotKnownSaysFirstThatTheServerMayBeOff()
    {
        const Gateway gateway(true, {u"read-back-refused"_s});
        const CliResult result = runRepair(gateway, {u"--timeout"_s, u"500"_s});
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(gateway.counters().writes, 2);
        const QString message = result.result().value("error"_L1).toObject().value("message"_L1).toString();
        QVERIFY2(message.startsWith("The Modbus server "_L1), qPrintable(message));
        QCOMPARE(result.exitCode, 8);
    }

    void onATerminalItAsksAndNoMeansNo_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<int>("writes");
        QTest::newRow("yes") << QByteArray("y\n") << 0 << 2;
        QTest::newRow("no") << QByteArray("n\n") << 130 << 0;
        QTest::newRow("Return") << QByteArray("\n") << 130 << 0;
        QTest::newRow("Ctrl-C") << QByteArray("\x03") << 130 << 0;
    }

    void onATerminalItAsksAndNoMeansNo()
    {
        QFETCH(QByteArray, keys);
        QFETCH(int, exitCode);
        QFETCH(int, writes);
        PseudoTerminal terminal;
        if (!terminal.isValid())
            QSKIP("no pseudo terminal");
        const Gateway gateway(true);
        CliProcess process(gateway.command(u"repair"_s, {u"--json"_s}));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.useAsInput(terminal);
        process.start();
        QTRY_VERIFY(process.error().contains("[y/N]"));
        terminal.type(keys);
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, exitCode);
        QCOMPARE(gateway.counters().writes, writes);
    }
};

QTEST_GUILESS_MAIN(CliKeepingTest)
#include "tst_clikeeping.moc"
