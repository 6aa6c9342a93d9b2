// values: the plant's live values as a table and as JSON, once, several times, until Ctrl-C.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"

#include "protocol/registertable.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class CliValuesTest : public QObject
{
    Q_OBJECT

    static CliResult run(const QStringList &arguments)
    {
        const CliResult result = runCli(arguments + QStringList{u"--json"_s});
        [&] { QCOMPARE(contractBreach(result), QString()); }();
        return result;
    }

    static QStringList keys(RegisterScope scope)
    {
        QStringList keys;
        for (const RegisterDefinition &definition : RegisterTable::builtIn().definitions(scope))
            keys += definition.key;
        keys.sort();
        return keys;
    }

private Q_SLOTS:
    void whatDidNotAnswerIsNullAndTheRestIsShown_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("silence") << u"optional-block-silent"_s;
        QTest::newRow("exception") << u"optional-block-exception"_s;
    }

    void whatDidNotAnswerIsNullAndTheRestIsShown()
    {
        QFETCH(const QString, fault);
        Gateway gateway(true, {fault});
        const CliResult result = run(gateway.modbusCommand(u"values"_s));
        QCOMPARE(result.exitCode, 0);
        const QJsonObject values = result.objects().first().value("values"_L1).toObject();
        QCOMPARE(values.keys(), keys(RegisterScope::Plant));
        for (const QString &key : values.keys())
            QCOMPARE(values.value(key).isNull(), key == "thirdPartyPower"_L1);
        QVERIFY(result.error.contains("not answered: Third-party inverter power"));
    }

    void minusOneWattIsAValue()
    {
        Gateway gateway(true, {u"signed-minus-one"_s});
        const QJsonObject values =
            run(gateway.modbusCommand(u"values"_s)).objects().first().value("values"_L1).toObject();
        for (const auto key : {"gridPower"_L1, "batteryPower"_L1, "thirdPartyPower"_L1})
            QCOMPARE(values.value(key).toDouble(), -0.001);
    }

    void paddingOfATextIsNotShown()
    {
        Gateway gateway(true, {u"strings-ff"_s});
        const CliResult result = run(gateway.modbusCommand(u"values"_s) + QStringList{u"--unit"_s, u"1"_s});
        const QJsonObject values = result.objects().first().value("values"_L1).toObject();
        QCOMPARE(values.value("model"_L1).toString(), u"SigenStor EC 10.0 TP"_s);
        QCOMPARE(values.value("firmware"_L1).toString(), u"V100R001C00SPC115"_s);
    }

    void readsOnceByDefault()
    {
        Gateway gateway(true);
        const CliResult result = run(gateway.modbusCommand(u"values"_s));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.objects().size(), 2);
        const QJsonObject poll = result.objects().first();
        QCOMPARE(poll.value("unit"_L1).toInt(), 247);
        const auto at = QDateTime::fromString(poll.value("at"_L1).toString(), Qt::ISODateWithMs);
        QVERIFY(std::abs(at.secsTo(QDateTime::currentDateTimeUtc())) < 60);

        const QJsonObject values = poll.value("values"_L1).toObject();
        QCOMPARE(values.keys(), keys(RegisterScope::Plant));
        QVERIFY(values.value("batterySoc"_L1).toDouble(-1) >= 0
                && values.value("batterySoc"_L1).toDouble() <= 100);
        QVERIFY(values.value("pvPower"_L1).isDouble());
        QCOMPARE(values.value("runningState"_L1).toString(), u"running"_s);
        QCOMPARE(values.value("onOffGrid"_L1).toString(), u"on grid"_s);
        QCOMPARE(values.value("alarmsBattery"_L1), QJsonValue(QJsonArray()));
        // grid + pv = load + battery, whatever the hour; they are read in blocks, a moment apart
        const double balance = values.value("gridPower"_L1).toDouble() + values.value("pvPower"_L1).toDouble()
            - values.value("loadPower"_L1).toDouble() - values.value("batteryPower"_L1).toDouble();
        QVERIFY2(std::abs(balance) < 0.05, qPrintable(QString::number(balance)));

        const QJsonObject end = result.result();
        QCOMPARE(end.value("command"_L1).toString(), u"values"_s);
        QCOMPARE(end.value("outcome"_L1).toString(), u"read"_s);
        QCOMPARE(end.value("host"_L1).toString(), gateway.host());
        for (const QString &unknown :
             {u"serial"_s, u"enabled"_s, u"before"_s, u"port"_s, u"modbus"_s, u"verifiedAt"_s})
            QVERIFY(end.value(unknown).isNull());
        QCOMPARE(gateway.counters().webSocketConnections, 0);
    }

    void whatTheFirmwareLacksIsNull()
    {
        Gateway gateway(true, {u"old-firmware"_s});
        const QJsonObject values =
            run(gateway.modbusCommand(u"values"_s)).objects().first().value("values"_L1).toObject();
        QCOMPARE(values.keys(), keys(RegisterScope::Plant));
        QVERIFY(values.value("pvToday"_L1).isNull());
        QVERIFY(values.value("loadPower"_L1).isNull());
        QVERIFY(values.value("batterySoc"_L1).isDouble());
    }

    void gridPowerMeansNothingWithoutASensor()
    {
        Gateway gateway(true, {u"no-grid-sensor"_s});
        const QJsonObject values =
            run(gateway.modbusCommand(u"values"_s)).objects().first().value("values"_L1).toObject();
        QCOMPARE(values.value("gridSensorConnected"_L1).toString(), u"not connected"_s);
        QVERIFY(values.value("gridPower"_L1).isNull());
    }

    void alarmsAreWords()
    {
        Gateway gateway(true, {u"plant-alarms"_s});
        const QJsonObject values =
            run(gateway.modbusCommand(u"values"_s)).objects().first().value("values"_L1).toObject();
        QCOMPARE(values.value("runningState"_L1).toString(), u"fault"_s);
        QJsonArray alarms;
        for (const QLatin1StringView key :
             {"alarmsPcs1"_L1, "alarmsPcs2"_L1, "alarmsBattery"_L1, "alarmsGateway"_L1}) {
            for (const QJsonValue alarm : values.value(key).toArray())
                alarms.append(alarm);
        }
        QVERIFY(!alarms.isEmpty());
        const QByteArray text = runCli(gateway.modbusCommand(u"values"_s)).output;
        for (const QJsonValue alarm : alarms)
            QVERIFY2(text.contains(alarm.toString().toUtf8()), text.constData());
    }

    void readsADevice()
    {
        Gateway gateway(true);
        const QJsonObject poll =
            run(gateway.modbusCommand(u"values"_s, {u"--unit"_s, u"1"_s})).objects().first();
        QCOMPARE(poll.value("unit"_L1).toInt(), 1);
        const QJsonObject values = poll.value("values"_L1).toObject();
        QCOMPARE(values.keys(), keys(RegisterScope::Device));
        QCOMPARE(values.value("model"_L1).toString(), u"SigenStor EC 10.0 TP"_s);
    }

    void readsAsOftenAsAskedAndClosesInBetween()
    {
        Gateway gateway(true);
        const CliResult result =
            run(gateway.modbusCommand(u"values"_s, {u"--count"_s, u"2"_s, u"--interval"_s, u"1"_s}));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.objects(u"values"_s).size(), 2);
        QCOMPARE(gateway.counters().modbusConnections, 2);
        const auto at = [&](int poll) {
            return QDateTime::fromString(result.objects().at(poll).value("at"_L1).toString(),
                                         Qt::ISODateWithMs);
        };
        QVERIFY(at(0).msecsTo(at(1)) >= 900);
    }

    void anEndlessReadingIsEndedWithSuccess()
    {
        Gateway gateway(true);
        CliProcess process(gateway.modbusCommand(u"values"_s, {u"--interval"_s, u"1"_s, u"--json"_s}));
        process.start();
        QTRY_COMPARE(process.output().count("\"event\":\"values\""), 2);
        process.signal(SIGINT);
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"read"_s);
    }

    void interruptingBeforeTheLastOfACountIsACancel()
    {
        Gateway gateway(true);
        CliProcess process(gateway.modbusCommand(
            u"values"_s, {u"--count"_s, u"9"_s, u"--interval"_s, u"60"_s, u"--json"_s}));
        process.start();
        QTRY_VERIFY(process.output().contains("\"event\":\"values\""));
        process.signal(SIGINT);
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 130);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"cancelled"_s);
    }

    void aPortThatIsClosedFailsAtOnce()
    {
        Gateway gateway(false);
        const CliResult result = run(gateway.modbusCommand(u"values"_s, {u"--interval"_s, u"1"_s}));
        QCOMPARE(result.exitCode, 7);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"failed"_s);
        QCOMPARE(result.result().value("error"_L1).toObject().value("code"_L1).toString(), u"port-closed"_s);
    }

    void aServerThatIsSilentFails()
    {
        Gateway gateway(true, {u"modbus-silent"_s});
        const CliResult result = run(gateway.modbusCommand(u"values"_s, {u"--timeout"_s, u"200"_s}));
        QCOMPARE(result.exitCode, 7);
        QCOMPARE(result.result().value("error"_L1).toObject().value("code"_L1).toString(),
                 u"modbus-silent"_s);
    }

    void aStrangersRegistersAreNoValues_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QStringList>("unit");
        for (const char *fault :
             {"lookalike-huawei", "lookalike-shelly", "lookalike-foxess", "lookalike-goodwe", "plc-zeros"}) {
            QTest::addRow("%s, plant", fault) << QString::fromLatin1(fault) << QStringList();
            QTest::addRow("%s, device", fault)
                << QString::fromLatin1(fault) << QStringList{u"--unit"_s, u"1"_s};
        }
    }

    void aStrangersRegistersAreNoValues()
    {
        QFETCH(QString, fault);
        QFETCH(QStringList, unit);
        Gateway gateway(true, {fault});
        const CliResult result = run(gateway.modbusCommand(u"values"_s, unit));
        QVERIFY(result.objects(u"values"_s).isEmpty());
        QCOMPARE(result.exitCode, 7);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"failed"_s);
        QCOMPARE(result.result().value("error"_L1).toObject().value("code"_L1).toString(),
                 u"not-sigenergy"_s);
    }

    void anUnusualPlantIsAPlantAllTheSame_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault :
             {"clock-1970", "sensor-unavailable", "grid-state-unavailable", "soc-over", "state-unknown"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }

    void anUnusualPlantIsAPlantAllTheSame()
    {
        QFETCH(QString, fault);
        Gateway gateway(true, {fault});
        const CliResult result = run(gateway.modbusCommand(u"values"_s));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.objects(u"values"_s).size(), 1);
        QVERIFY2(result.error.contains("are unusual"), result.error.constData());
    }

    void oneReadingThatFailsLaterIsSaidAndTheNextIsTried()
    {
        Gateway gateway(true);
        CliProcess process(
            gateway.modbusCommand(u"values"_s, {u"--interval"_s, u"1"_s, u"--count"_s, u"3"_s, u"--json"_s}));
        process.start();
        QTRY_VERIFY(process.output().contains("\"event\":\"values\""));
        gateway.simulator.stop();
        QTRY_VERIFY(process.error().contains("refuses connections"));
        QString reason;
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.objects(u"values"_s).size(), 1);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"failed"_s); // the last one did
        QCOMPARE(result.exitCode, 7);
    }

    void textIsAnAlignedTable()
    {
        Gateway gateway(true);
        const CliResult result = runCli(gateway.modbusCommand(u"values"_s));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.error, QByteArray());
        const QStringList lines = QString::fromUtf8(result.output).split(u'\n');
        QVERIFY(lines.first().startsWith(u"Plant at "_s + gateway.host()));
        QList<qsizetype> unitColumns;
        for (const QString &line : lines) {
            if (line.endsWith(" kW"_L1))
                unitColumns += line.size();
        }
        QVERIFY(unitColumns.size() >= 5);
        QCOMPARE(std::count(unitColumns.begin(), unitColumns.end(), unitColumns.first()), unitColumns.size());
        QVERIFY2(result.output.contains("Running state"), result.output.constData());
        QVERIFY2(result.output.contains(" UTC\n"), result.output.constData()); // the system time as a time
        QVERIFY2(result.output.contains("none"), result.output.constData()); // alarms
    }
};

QTEST_GUILESS_MAIN(CliValuesTest)
#include "tst_clivalues.moc"
