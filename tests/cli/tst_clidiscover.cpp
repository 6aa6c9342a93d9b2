// discover: what it finds, as a table and as JSON, on loopback addresses of this test alone.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"

#include <QElapsedTimer>
#include <QHostInfo>
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

/// On the same ports as \a other, at an address of its own.
static SimulatorOptions beside(const Gateway &other, const QString &serial, const QStringList &faults = {})
{
    SimulatorOptions options = Gateway::options(true, faults);
    options.webSocketPort = other.simulator.webSocketPort();
    options.modbusPort = quint16(other.port());
    options.serial = serial;
    return options;
}

static QList<QJsonObject> reportsOf(const CliResult &result, const QString &address)
{
    QList<QJsonObject> reports = result.objects(u"host"_s);
    reports.removeIf([&address](const QJsonObject &host) { return host.value("address"_L1) != address; });
    return reports;
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

    void reportsAHostTheMomentItIsKnownAndAgainWhenMoreIs()
    {
        Gateway gateway(true);
        const CliResult result = runCli(discover(gateway, {u"--json"_s}));
        const QList<QJsonObject> reports = reportsOf(result, gateway.host());
        QVERIFY(reports.size() >= 2);
        QVERIFY(reports.first().value("serial"_L1).isNull());
        QVERIFY(reports.first().value("modbus"_L1) != "answers"_L1);
        QCOMPARE(reports.last().value("serial"_L1).toString(), u"110A1234567890"_s);
        for (qsizetype index = 1; index < reports.size(); ++index)
            QVERIFY(reports.at(index) != reports.at(index - 1));
    }

    void tellsItsProgressToTheLastAddress()
    {
        Gateway gateway(false);
        QStringList arguments = discover(gateway, {u"--json"_s});
        arguments[2] = gateway.host().left(gateway.host().lastIndexOf(u'.')) + u".0/24"_s;
        const CliResult result = runCli(arguments);
        QCOMPARE(contractBreach(result), QString());
        const QList<QJsonObject> events = result.objects(u"progress"_s);
        QVERIFY(!events.isEmpty());
        int before = 0;
        for (const QJsonObject &event : events) {
            QVERIFY(event.value("done"_L1).toInt() >= before);
            before = event.value("done"_L1).toInt();
            QCOMPARE(event.value("total"_L1).toInt(), 254);
        }
        QCOMPARE(before, 254);
        QCOMPARE(result.result().value("hosts"_L1).toInt(), 1);
    }

    void recommendsOneOfTheAddressesOfAPlant()
    {
        Gateway wifi(true);
        const Gateway ethernet(beside(wifi, u"110A1234567890"_s));
        const QStringList both{u"--network"_s, ethernet.host()};
        const CliResult json = runCli(discover(wifi, both + QStringList{u"--json"_s}));
        QCOMPARE(contractBreach(json), QString());
        QCOMPARE(json.result().value("gateways"_L1).toInt(), 2);
        const bool first = reportsOf(json, wifi.host()).last().value("recommended"_L1).toBool();
        const bool second = reportsOf(json, ethernet.host()).last().value("recommended"_L1).toBool();
        QVERIFY(first != second);
        const CliResult text = runCli(discover(wifi, both));
        QVERIFY2(text.output.contains("The plant 110A1234567890 has several addresses: use 127."),
                 text.output.constData());
    }

    void asksAForeignModbusPortOnlyWhenTold()
    {
        Gateway plant(true, {u"handshake-404"_s});
        const CliResult gentle = runCli(discover(plant));
        QCOMPARE(plant.counters().modbusRequests, 0);
        QVERIFY(gentle.output.contains("--all-modbus identifies them"));
        const CliResult asking = runCli(discover(plant, {u"--all-modbus"_s, u"--json"_s}));
        QCOMPARE(contractBreach(asking), QString());
        const QJsonObject host = asking.objects(u"host"_s).last();
        QCOMPARE(host.value("kind"_L1).toString(), u"modbus-only"_s);
        QCOMPARE(host.value("ws"_L1).toString(), u"open"_s);
        QCOMPARE(host.value("modbus"_L1).toString(), u"answers"_s);
        QCOMPARE(asking.result().value("gateways"_L1).toInt(), 1);
    }

    void saysWhatAStrangerIs()
    {
        const Gateway plc(true, {u"handshake-404"_s, u"plc-zeros"_s});
        const CliResult json = runCli(discover(plc, {u"--all-modbus"_s, u"--json"_s}));
        QCOMPARE(contractBreach(json), QString());
        const QJsonObject host = json.objects(u"host"_s).last();
        QCOMPARE(host.value("kind"_L1).toString(), u"other"_s);
        QCOMPARE(host.value("modbus"_L1).toString(), u"not-sigenergy"_s);
        const CliResult text = runCli(discover(plc, {u"--all-modbus"_s}));
        QVERIFY2(!text.output.contains("--all-modbus"), text.output.constData());
    }

    void marksWhatOnlyShookHandsAsDoubtful()
    {
        Gateway off(false);
        const CliResult doubtful = runCli(discover(off));
        QVERIFY(doubtful.output.contains(" gateway? "));
        QVERIFY(doubtful.output.contains("nothing else shows that it is one"));
        Gateway on(true);
        QVERIFY(!runCli(discover(on)).output.contains("gateway?"));
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

    void showsNoPasswordThatADeviceGivesItselfAsAName()
    {
        Gateway gateway(true);
        const QString told = u"110A1234567890"_s;
        for (const QStringList &form : {QStringList(), QStringList{u"--json"_s}}) {
            CliProcess process(discover(gateway, form));
            process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, told);
            process.start();
            const CliResult result = process.wait();
            QCOMPARE(result.exitCode, 0);
            QVERIFY2(!result.output.contains(told.toUtf8()), result.output.constData());
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
        if (QHostInfo::fromName(u"localhost"_s).addresses().isEmpty())
            QSKIP("this system does not know the name localhost");
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
        const Gateway silent(beside(gateway, u"B"_s, {u"modbus-silent"_s})); // for seconds
        CliProcess process(discover(gateway, {u"--network"_s, silent.host(), u"--json"_s}));
        process.start();
        QTRY_VERIFY(process.output().contains("\"modbus\":\"answers\""));
        QElapsedTimer clock;
        clock.start();
        process.signal(SIGINT);
        const CliResult result = process.wait();
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 130);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"cancelled"_s);
        QCOMPARE(result.result().value("gateways"_L1).toInt(), 2);
        QCOMPARE(result.result().value("error"_L1).toObject().value("code"_L1).toString(), u"cancelled"_s);
    }

    void ctrlCInTheTableSaysHowFarItCame()
    {
        Gateway gateway(true, {u"modbus-silent"_s});
        CliProcess process(discover(gateway, {u"--verbose"_s}));
        process.start();
        QTRY_VERIFY(gateway.counters().modbusRequests > 0);
        process.signal(SIGINT);
        const CliResult result = process.wait();
        QCOMPARE(result.exitCode, 130);
        QVERIFY2(result.output.contains("Stopped after scanning 1 address"), result.output.constData());
    }
};

QTEST_GUILESS_MAIN(CliDiscoverTest)
#include "tst_clidiscover.moc"
