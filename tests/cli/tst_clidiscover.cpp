// discover: what it finds, as a table and as JSON, on loopback addresses of this test alone.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

/// DISCOVER the gateway's address on its ports.
static QStringList discover(const Gateway &gateway, const QStringList &more = {})
{
    return QStringList{u"discover"_s,
                       u"--network"_s,
                       gateway.host(),
                       u"--ws-port"_s,
                       QString::number(gateway.simulator.webSocketPort()),
                       u"--modbus-port"_s,
                       QString::number(gateway.port())}
    + more;
}

class CliDiscoverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsAGatewayAsJson()
    {
        Gateway gateway(true);
        const CliResult result = runCli(discover(gateway, {u"--json"_s}));
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"scanned"_s);
        QCOMPARE(result.result().value("gateways"_L1).toInt(), 1);
        QCOMPARE(result.result().value("hosts"_L1).toInt(), 1);
        const QJsonObject host = result.objects(u"host"_s).last();
        QCOMPARE(host.value("address"_L1).toString(), gateway.host());
        QCOMPARE(host.value("kind"_L1).toString(), u"gateway"_s);
        QCOMPARE(host.value("ws"_L1).toString(), u"handshake"_s);
        QCOMPARE(host.value("modbus"_L1).toString(), u"answers"_s);
        QCOMPARE(host.value("modbusPort"_L1).toInt(), gateway.port());
        QVERIFY(!host.value("serial"_L1).toString().isEmpty());
        QVERIFY(host.value("mac"_L1).isNull());
        QVERIFY(host.value("recommended"_L1).toBool());
        QCOMPARE(gateway.counters().signIns, 0);
    }

    void showsATableAndASummary()
    {
        Gateway gateway(false);
        const CliResult result = runCli(discover(gateway));
        QCOMPARE(result.exitCode, 0);
        const QStringList lines = QString::fromUtf8(result.output).split(u'\n');
        QVERIFY(lines.at(0).startsWith(u"Address"_s));
        QVERIFY2(lines.at(1).startsWith(gateway.host() + u' '), qPrintable(lines.at(1)));
        QVERIFY(lines.at(1).contains(u"handshake  closed"_s));
        QCOMPARE(lines.filter(gateway.host()).size(), 1);
        QVERIFY(result.output.contains(" found in "));
        QVERIFY(!result.output.contains('\x1b'));
        QVERIFY(!result.error.contains('\r')); // progress is for terminals
    }

    void showsNoRawControlCharactersOfADevice()
    {
        Gateway gateway(true, {u"serial-control-characters"_s});
        for (const QStringList &form : {QStringList(), QStringList{u"--json"_s}}) {
            const CliResult result = runCli(discover(gateway, form));
            QCOMPARE(result.exitCode, 0);
            QVERIFY(!result.output.contains('\x1b'));
            QVERIFY(!result.output.contains('\x07'));
        }
    }

    void findsNothingIsNoFailure()
    {
        const Gateway gateway(false, {u"handshake-404"_s});
        const CliResult json = runCli(discover(gateway, {u"--json"_s}));
        QCOMPARE(contractBreach(json), QString());
        QCOMPARE(json.exitCode, 0);
        QCOMPARE(json.result().value("gateways"_L1).toInt(), 0);
        QCOMPARE(json.result().value("hosts"_L1).toInt(), 1);
        const CliResult text = runCli(discover(gateway));
        QVERIFY(text.output.contains("No gateway found"));
        QVERIFY(text.output.contains("--network"));
    }

    void takesNamesAsWell()
    {
        const CliResult result = runCli({u"discover"_s, u"--network"_s, u"localhost"_s, u"--ws-port"_s,
                                         u"1"_s, u"--modbus-port"_s, u"2"_s, u"--json"_s});
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.objects(u"progress"_s).last().value("total"_L1).toInt(), 1);
    }

    void anUnknownNameIsNotReachable()
    {
        const CliResult result = runCli({u"discover"_s, u"--network"_s, u"no-such-host.invalid"_s,
                                         u"--json"_s, u"--timeout"_s, u"20000"_s});
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 3);
        QCOMPARE(result.result().value("error"_L1).toObject().value("code"_L1).toString(),
                 u"host-not-found"_s);
    }

    void quietKeepsResultsOnly()
    {
        Gateway gateway(true);
        const CliResult result = runCli(discover(gateway, {u"--quiet"_s}));
        QCOMPARE(result.exitCode, 0);
        QVERIFY(result.output.contains(gateway.host().toUtf8()));
        QCOMPARE(result.error, QByteArray());
    }

    void ctrlCStopsAtOnceAndTellsWhatIsKnown()
    {
        Gateway gateway(true);
        // The rest of the network refuses, but there is enough of it.
        const QString range = gateway.host() + u"-127.255.255.254"_s;
        QStringList arguments = discover(gateway, {u"--json"_s, u"--yes-large"_s});
        arguments[2] = range;
        CliProcess process(arguments);
        process.start();
        QTRY_VERIFY(process.output().contains("\"modbus\":\"answers\""));
        QElapsedTimer clock;
        clock.start();
        process.signal(SIGINT);
        const CliResult result = process.wait();
        QVERIFY(clock.elapsed() < 2000);
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 130);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"cancelled"_s);
        QCOMPARE(result.result().value("gateways"_L1).toInt(), 1);
    }
};

QTEST_GUILESS_MAIN(CliDiscoverTest)
#include "tst_clidiscover.moc"
