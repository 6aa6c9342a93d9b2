// The JSON of each command and outcome, field by field.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"

#include <QDateTime>
#include <QHostAddress>
#include <QJsonArray>
#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

static const QJsonValue null;

class CliJsonTest : public QObject
{
    Q_OBJECT

    static CliResult run(const QStringList &arguments)
    {
        CliProcess process(arguments + QStringList{u"--json"_s});
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        const CliResult result = process.wait();
        [&] { QCOMPARE(contractBreach(result), QString()); }();
        return result;
    }

    /// The result without what differs from run to run.
    static QJsonObject stable(const CliResult &result)
    {
        QJsonObject object = result.result();
        if (!object.value("verifiedAt"_L1).isNull()) {
            const auto at = QDateTime::fromString(object.value("verifiedAt"_L1).toString(), Qt::ISODate);
            const qint64 age = at.secsTo(QDateTime::currentDateTimeUtc());
            [&] { QVERIFY(age >= 0 && age < 60); }();
            object["verifiedAt"_L1] = u"now"_s;
        }
        return object;
    }

    static QJsonObject setting(bool enabled, int port)
    {
        return {{u"enabled"_s, enabled}, {u"modbusPort"_s, port}};
    }

    /// A result of which only host and command are known.
    static QJsonObject bare(const Gateway &gateway, const QString &command, const QString &outcome,
                            int exitCode)
    {
        return {
            {u"event"_s, u"result"_s}, {u"command"_s, command},     {u"outcome"_s, outcome},
            {u"exitCode"_s, exitCode}, {u"host"_s, gateway.host()}, {u"serial"_s, null},
            {u"enabled"_s, null},      {u"modbusPort"_s, null},     {u"before"_s, null},
            {u"testPort"_s, null},     {u"port"_s, null},           {u"modbus"_s, null},
            {u"model"_s, null},        {u"firmware"_s, null},       {u"unitIds"_s, null},
            {u"verifiedAt"_s, null},   {u"error"_s, null},
        };
    }

    static QJsonObject with(QJsonObject object, const QJsonObject &fields)
    {
        for (auto field = fields.begin(); field != fields.end(); ++field)
            object[field.key()] = field.value();
        return object;
    }

    static QJsonObject proved(const Gateway &gateway)
    {
        return {
            {u"serial"_s, u"110A1234567890"_s},
            {u"enabled"_s, true},
            {u"modbusPort"_s, gateway.port()},
            {u"port"_s, u"open"_s},
            {u"modbus"_s, u"answers"_s},
            {u"model"_s, u"SigenStor EC 10.0 TP"_s},
            {u"firmware"_s, u"V100R001C00SPC115"_s},
            {u"unitIds"_s, QJsonArray{247, 1}},
            {u"verifiedAt"_s, u"now"_s},
        };
    }

    /// Compares all but the error's sentences.
    static void compare(QJsonObject seen, const QJsonObject &expected, const QString &errorCode)
    {
        const QJsonObject error = seen.value("error"_L1).toObject();
        QCOMPARE(error.value("code"_L1).toString(), errorCode);
        if (!errorCode.isEmpty()) {
            QVERIFY(!error.value("advice"_L1).toArray().isEmpty());
            seen["error"_L1] = null;
        }
        QCOMPARE(seen, expected);
    }

    static QStringList allRunAndOk(const QStringList &ids)
    {
        QStringList steps;
        for (const QString &id : ids)
            steps += {id + u" running"_s, id + u" ok"_s};
        return steps;
    }

private Q_SLOTS:
    void statusReads()
    {
        Gateway gateway(false);
        const CliResult result = run(gateway.command(u"status"_s));
        compare(stable(result),
                with(bare(gateway, u"status"_s, u"read"_s, 0),
                     {{u"serial"_s, u"110A1234567890"_s},
                      {u"enabled"_s, false},
                      {u"modbusPort"_s, gateway.port()},
                      {u"before"_s, setting(false, gateway.port())}}),
                {});
        QCOMPARE(result.steps(), allRunAndOk({u"reach"_s, u"handshake"_s, u"sign-in"_s, u"read"_s}));
        QCOMPARE(gateway.counters().writes, 0);
        QCOMPARE(gateway.counters().modbusConnections, 0);
    }

    void enableProves()
    {
        Gateway gateway(false);
        const CliResult result = run(gateway.command(u"enable"_s));
        compare(stable(result),
                with(with(bare(gateway, u"enable"_s, u"enabled"_s, 0), proved(gateway)),
                     {{u"before"_s, setting(false, gateway.port())}}),
                {});
        QCOMPARE(result.steps(),
                 allRunAndOk({u"reach"_s, u"handshake"_s, u"sign-in"_s, u"read"_s, u"write"_s, u"read-back"_s,
                              u"port"_s, u"modbus"_s}));
        QCOMPARE(gateway.counters().writes, 1);
        QVERIFY(gateway.simulator.isEnabled());
    }

    void enableOnOneThatIsOnWritesNothingAndStillProves()
    {
        Gateway gateway(true);
        const CliResult result = run(gateway.command(u"enable"_s));
        compare(stable(result),
                with(with(bare(gateway, u"enable"_s, u"already-enabled"_s, 0), proved(gateway)),
                     {{u"before"_s, setting(true, gateway.port())}}),
                {});
        QVERIFY(result.steps().contains(u"write skipped"_s));
        QCOMPARE(gateway.counters().writes, 0);
    }

    void enableThatCannotBeProvedSaysWhy()
    {
        Gateway gateway(false, {u"port-never-opens"_s});
        const CliResult result = run(gateway.command(u"enable"_s, {u"--verify-wait"_s, u"0"_s}));
        compare(stable(result),
                with(bare(gateway, u"enable"_s, u"enabled-unverified"_s, 7),
                     {{u"serial"_s, u"110A1234567890"_s},
                      {u"enabled"_s, true},
                      {u"modbusPort"_s, gateway.port()},
                      {u"before"_s, setting(false, gateway.port())},
                      {u"port"_s, u"closed"_s},
                      {u"modbus"_s, u"not-tested"_s}}),
                u"port-closed"_s);
        QVERIFY(result.steps().contains(u"port failed"_s));
        QVERIFY(result.steps().contains(u"modbus skipped"_s));
    }

    void enableDryRunWritesNothing()
    {
        Gateway gateway(false);
        const CliResult result =
            run(gateway.command(u"enable"_s, {u"--dry-run"_s, u"--modbus-port"_s, u"1502"_s}));
        compare(stable(result),
                with(bare(gateway, u"enable"_s, u"dry-run"_s, 0),
                     {{u"serial"_s, u"110A1234567890"_s},
                      {u"enabled"_s, false},
                      {u"modbusPort"_s, gateway.port()},
                      {u"before"_s, setting(false, gateway.port())}}),
                {});
        const QList<QJsonObject> steps = result.objects(u"step"_s);
        const auto write = std::find_if(steps.begin(), steps.end(), [](const QJsonObject &step) {
            return step.value("id"_L1) == "write"_L1;
        });
        QVERIFY(write != steps.end());
        QVERIFY(write->value("detail"_L1).toString().contains("1502"_L1)); // what would be sent
        QCOMPARE(gateway.counters().writes, 0);
    }

    void disableProvesThatThePortIsClosed()
    {
        Gateway gateway(true);
        compare(stable(run(gateway.command(u"disable"_s))),
                with(bare(gateway, u"disable"_s, u"disabled"_s, 0),
                     {{u"serial"_s, u"110A1234567890"_s},
                      {u"enabled"_s, false},
                      {u"modbusPort"_s, gateway.port()},
                      {u"before"_s, setting(true, gateway.port())},
                      {u"port"_s, u"closed"_s},
                      {u"modbus"_s, u"not-tested"_s},
                      {u"verifiedAt"_s, u"now"_s}}),
                {});
        QVERIFY(!gateway.simulator.isModbusListening());
    }

    void disableWhosePortStaysOpenSaysSo()
    {
        Gateway gateway(true, {u"port-stays-open"_s});
        const QJsonObject seen = stable(run(gateway.command(u"disable"_s, {u"--verify-wait"_s, u"0"_s})));
        compare(seen,
                with(bare(gateway, u"disable"_s, u"disabled"_s, 7),
                     {{u"serial"_s, u"110A1234567890"_s},
                      {u"enabled"_s, false},
                      {u"modbusPort"_s, gateway.port()},
                      {u"before"_s, setting(true, gateway.port())},
                      {u"port"_s, u"open"_s},
                      {u"modbus"_s, u"not-tested"_s}}),
                u"port-open"_s);
    }

    void disableOnOneThatIsOffWritesNothing()
    {
        Gateway gateway(false);
        const QJsonObject seen = stable(run(gateway.command(u"disable"_s)));
        QCOMPARE(seen.value("outcome"_L1).toString(), u"already-disabled"_s);
        QCOMPARE(seen.value("port"_L1).toString(), u"closed"_s);
        QCOMPARE(gateway.counters().writes, 0);
    }

    void setPortOnOneThatIsOnProvesTheNewPort()
    {
        Gateway gateway(true);
        const int before = gateway.port();
        const int wished = freePort(gateway.simulator.address());
        const QJsonObject seen =
            stable(run(gateway.command(u"set-port"_s, {u"--modbus-port"_s, QString::number(wished)})));
        QCOMPARE(gateway.port(), wished);
        compare(seen,
                with(with(bare(gateway, u"set-port"_s, u"port-changed"_s, 0), proved(gateway)),
                     {{u"before"_s, setting(true, before)}}),
                {});
    }

    void enableWithAnotherPortChangesThePort()
    {
        Gateway gateway(true);
        const int wished = freePort(gateway.simulator.address());
        const QJsonObject seen =
            stable(run(gateway.command(u"enable"_s, {u"--modbus-port"_s, QString::number(wished)})));
        QCOMPARE(seen.value("exitCode"_L1).toInt(), 0);
        QCOMPARE(seen.value("modbusPort"_L1).toInt(), wished);
        QCOMPARE(gateway.counters().writes, 1);
    }

    void setPortOnOneThatIsOffTestsNothing()
    {
        Gateway gateway(false);
        const int before = gateway.port();
        const CliResult result = run(gateway.command(u"set-port"_s, {u"--modbus-port"_s, u"15020"_s}));
        compare(stable(result),
                with(bare(gateway, u"set-port"_s, u"port-changed"_s, 0),
                     {{u"serial"_s, u"110A1234567890"_s},
                      {u"enabled"_s, false},
                      {u"modbusPort"_s, 15020},
                      {u"before"_s, setting(false, before)}}),
                {});
        QCOMPARE(gateway.counters().modbusConnections, 0);
    }

    void setPortToTheSamePortIsUnchanged()
    {
        Gateway gateway(true);
        const QJsonObject seen = stable(
            run(gateway.command(u"set-port"_s, {u"--modbus-port"_s, QString::number(gateway.port())})));
        QCOMPARE(seen.value("outcome"_L1).toString(), u"unchanged"_s);
        QCOMPARE(seen.value("exitCode"_L1).toInt(), 0);
        QCOMPARE(gateway.counters().writes, 0);
    }

    void verifyNeverContactsTheWebSocketPort()
    {
        Gateway gateway(true);
        const CliResult result = run(gateway.modbusCommand(u"verify"_s));
        compare(
            stable(result),
            with(with(bare(gateway, u"verify"_s, u"verified"_s, 0), proved(gateway)), {{u"enabled"_s, null}}),
            {});
        QCOMPARE(result.steps(), allRunAndOk({u"port"_s, u"modbus"_s}));
        QCOMPARE(gateway.counters().webSocketConnections, 0);
    }

    void verifyOfAClosedPortIsNotVerified()
    {
        Gateway gateway(false);
        compare(stable(run(gateway.modbusCommand(u"verify"_s))),
                with(bare(gateway, u"verify"_s, u"not-verified"_s, 7),
                     {{u"modbusPort"_s, gateway.port()},
                      {u"port"_s, u"closed"_s},
                      {u"modbus"_s, u"not-tested"_s}}),
                u"port-closed"_s);
    }

    void verifyOfASilentServerIsNotVerified()
    {
        Gateway gateway(true, {u"modbus-silent"_s});
        compare(stable(run(gateway.modbusCommand(u"verify"_s, {u"--timeout"_s, u"200"_s}))),
                with(bare(gateway, u"verify"_s, u"not-verified"_s, 7),
                     {{u"modbusPort"_s, gateway.port()}, {u"port"_s, u"open"_s}, {u"modbus"_s, u"silent"_s}}),
                u"modbus-silent"_s);
    }

    void verifyAsksTheUnitsThatAreNamed()
    {
        Gateway gateway(true, {u"units-differ"_s}); // its device is unit 3
        const QStringList quick{u"--timeout"_s, u"200"_s};
        for (const QStringList &units : {QStringList{u"--unit"_s, u"3"_s}, QStringList{u"--units"_s, u"3"_s},
                                         QStringList{u"--units"_s, u"2-4"_s}}) {
            const QJsonObject seen = stable(run(gateway.modbusCommand(u"verify"_s, units + quick)));
            QCOMPARE(seen.value("unitIds"_L1).toArray(), (QJsonArray{247, 3}));
        }
        const CliResult byDefault = run(gateway.modbusCommand(u"verify"_s, quick));
        QCOMPARE(byDefault.exitCode, 0);
        QCOMPARE(byDefault.result().value("unitIds"_L1).toArray(), QJsonArray{247});
        QVERIFY(byDefault.steps().contains(u"modbus warning"_s));
    }

    void aSweepReportsItsProgressAndWhatItFoundWhenInterrupted()
    {
        Gateway gateway(true, {u"units-differ"_s}); // its device is unit 3
        CliProcess process(gateway.modbusCommand(
            u"verify"_s, {u"--units"_s, u"sweep"_s, u"--timeout"_s, u"50"_s, u"--json"_s}));
        process.start();
        QTRY_VERIFY_WITH_TIMEOUT(process.output().contains("\"event\":\"progress\",\"done\":3,\"total\":246"),
                                 20000);
        process.signal(SIGINT);
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 130);
        QCOMPARE(result.result().value("unitIds"_L1).toArray(), (QJsonArray{247, 3}));
    }

    void aHostThatIsNotThereIsNotReachable()
    {
        Gateway gateway(false);
        const int port = freePort(gateway.simulator.address());
        const CliResult result =
            run({u"status"_s, u"--host"_s, gateway.host(), u"--ws-port"_s, QString::number(port)});
        compare(stable(result), bare(gateway, u"status"_s, u"failed"_s, 3), u"connection-refused"_s);
        QCOMPARE(result.steps(),
                 QStringList({u"reach running"_s, u"reach failed"_s, u"handshake skipped"_s,
                              u"sign-in skipped"_s, u"read skipped"_s}));
    }

    void quietLeavesTheResultOnly()
    {
        Gateway gateway(false);
        const CliResult result = run(gateway.command(u"enable"_s, {u"--quiet"_s}));
        QCOMPARE(result.objects().size(), 1);
        QCOMPARE(result.error, QByteArray());
    }

    void anotherProfileIsSpoken()
    {
        SimulatorOptions options = Gateway::options(false);
        options.profile = builtInProfile(u"early-draft"_s);
        Gateway gateway(options);
        const CliResult result = run(gateway.command(u"enable"_s, {u"--profile"_s, u"early-draft"_s}));
        QCOMPARE(result.exitCode, 0);
    }

    void anIpv6HostIsReachedWithAndWithoutBrackets()
    {
        if (!QTcpServer().listen(QHostAddress(u"::1"_s)))
            QSKIP("no IPv6 loopback");
        SimulatorOptions options = Gateway::options(false);
        options.address = QHostAddress(u"::1"_s);
        Gateway gateway(options);
        for (const QString &host : {u"::1"_s, u"[::1]"_s}) {
            const CliResult result = run({u"status"_s, u"--host"_s, host, u"--ws-port"_s,
                                          QString::number(gateway.simulator.webSocketPort())});
            QCOMPARE(result.exitCode, 0);
            QCOMPARE(result.result().value("host"_L1).toString(), u"::1"_s);
        }
    }

private:
    static int freePort(const QHostAddress &address)
    {
        QTcpServer server;
        return server.listen(address) ? server.serverPort() : 0;
    }
};

QTEST_GUILESS_MAIN(CliJsonTest)
#include "tst_clijson.moc"
