// simulate and demo: a gateway out of the box, for scripts and for people.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"

#include "simulator/faults.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class CliSimulateTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// Starts it and waits for its listening event.
    static QJsonObject listening(CliProcess &process, const QByteArray &input = {})
    {
        process.start(input);
        [&] { QTRY_VERIFY(process.output().contains('\n')); }();
        CliResult soFar;
        soFar.output = process.output();
        return soFar.result();
    }

    static CliResult ended(CliProcess &process)
    {
        process.signal(SIGINT);
        const CliResult result = process.wait();
        [&] { QCOMPARE(contractBreach(result), QString()); }();
        return result;
    }

    static CliResult enable(const QJsonObject &listening, const QStringList &more = {})
    {
        CliProcess process(QStringList{u"enable"_s, u"--json"_s, u"--host"_s,
                                       listening.value("address"_L1).toString(), u"--ws-port"_s,
                                       QString::number(listening.value("wsPort"_L1).toInt())}
                           + more);
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        return process.wait();
    }

private Q_SLOTS:
    void canBeUsedOnceItSaysSoAndEndsWithSuccess()
    {
        CliProcess simulation({u"simulate"_s, u"--ws-port"_s, u"0"_s, u"--json"_s});
        const QJsonObject event = listening(simulation);
        QCOMPARE(event.value("event"_L1).toString(), u"listening"_s);
        QCOMPARE(event.value("address"_L1).toString(), u"127.0.0.1"_s);
        const CliResult result = enable(event);
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.result().value("modbusPort"_L1), event.value("modbusPort"_L1));

        const CliResult end = ended(simulation);
        QCOMPARE(end.exitCode, 0);
        QCOMPARE(end.result().value("command"_L1).toString(), u"simulate"_s);
        QCOMPARE(end.result().value("enabled"_L1).toBool(), true);
        QVERIFY(end.error.contains("Signed in as"));
        QVERIFY(!end.error.contains("geheim"));
    }

    void aFloodDoesNotMoveADeadline_data()
    {
        QTest::addColumn<QString>("flood");
        QTest::addColumn<QStringList>("more");
        const QStringList trace{u"--trace"_s, m_folder.filePath(u"trace"_s)};
        for (const QString &flood : {u"push-binary-flood"_s, u"push-storm"_s}) {
            const QByteArray name = flood.toUtf8();
            QTest::addRow("%s", name.constData()) << flood << QStringList();
            QTest::addRow("%s, traced", name.constData()) << flood << trace;
            QTest::addRow("%s, verbose", name.constData()) << flood << QStringList{u"--verbose"_s};
            QTest::addRow("%s, both", name.constData()) << flood << (trace + QStringList{u"--verbose"_s});
        }
    }

    /// The gateway has a process of its own: it floods while the client is at work.
    void aFloodDoesNotMoveADeadline()
    {
        QFETCH(const QString, flood);
        QFETCH(const QStringList, more);
        constexpr int deadlineMs = 1000;
        constexpr int slackMs = 500; // an idle computer needs less than 10
        CliProcess simulation({u"simulate"_s, u"--ws-port"_s, u"0"_s, u"--json"_s, u"--quiet"_s, u"--fault"_s,
                               flood, u"--fault"_s, u"read-no-reply"_s});
        const QJsonObject event = listening(simulation);
        const CliResult result =
            enable(event, QStringList{u"--timeout"_s, QString::number(deadlineMs)} + more);
        QCOMPARE(result.exitCode, 6);
        const QList<QJsonObject> steps = result.objects(u"step"_s);
        const auto failed = std::find_if(steps.begin(), steps.end(), [](const QJsonObject &step) {
            return step.value("state"_L1).toString() == "failed"_L1;
        });
        QVERIFY2(failed != steps.end(), result.output.constData());
        QCOMPARE(failed->value("id"_L1).toString(), u"read"_s);
        const int took = failed->value("elapsedMs"_L1).toInt();
        QVERIFY2(took >= deadlineMs && took < deadlineMs + slackMs, result.output.constData());
        ended(simulation);
    }

    void beginsAsItIsTold()
    {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress(u"127.0.0.9"_s)));
        const QString port = QString::number(free.serverPort());
        free.close();
        CliProcess simulation({u"simulate"_s, u"--bind"_s, u"127.0.0.9"_s, u"--ws-port"_s, u"0"_s,
                               u"--modbus-port"_s, port, u"--enabled"_s, u"--serial"_s, u"XYZ123"_s,
                               u"--username"_s, u"installer"_s, u"--password-stdin"_s, u"--profile"_s,
                               u"early-draft"_s, u"--quiet"_s, u"--json"_s});
        const QJsonObject event = listening(simulation, gatewayPassword.toUtf8() + '\n');
        QCOMPARE(event.value("address"_L1).toString(), u"127.0.0.9"_s);
        QCOMPARE(event.value("modbusPort"_L1).toInt(), port.toInt());
        const QStringList profile{u"--profile"_s, u"early-draft"_s};
        const CliResult result = enable(event, profile + QStringList{u"--username"_s, u"installer"_s});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"already-enabled"_s);
        QCOMPARE(result.result().value("serial"_L1).toString(), u"XYZ123"_s);
        QCOMPARE(enable(event, profile + QStringList{u"--username"_s, u"admin"_s}).exitCode, 4);
        QCOMPARE(ended(simulation).error, QByteArray()); // quiet
    }

    void getsWrongWhatItIsTold()
    {
        CliProcess simulation({u"simulate"_s, u"--ws-port"_s, u"0"_s, u"--json"_s, u"--fault"_s,
                               u"write-refused"_s, u"--fault"_s, u"serial-missing"_s});
        const CliResult result = enable(listening(simulation));
        QCOMPARE(result.exitCode, 5);
        QVERIFY(result.result().value("serial"_L1).isNull());
        QCOMPARE(ended(simulation).exitCode, 0);
    }

    void aPortInUseIsAnErrorOfThisComputer()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const QStringList arguments{u"simulate"_s, u"--ws-port"_s, QString::number(other.serverPort())};
        const CliResult json = runCli(arguments + QStringList{u"--json"_s});
        QCOMPARE(contractBreach(json), QString());
        QCOMPARE(json.exitCode, 1);
        QCOMPARE(json.result().value("error"_L1).toObject().value("code"_L1).toString(), u"io"_s);
        const CliResult text = runCli(arguments);
        QCOMPARE(text.exitCode, 1);
        QVERIFY2(text.output.contains(QByteArray::number(other.serverPort())), text.output.constData());
    }

    void inTextItSaysWhereItListens()
    {
        CliProcess simulation({u"simulate"_s, u"--ws-port"_s, u"0"_s, u"--enabled"_s});
        simulation.start();
        QTRY_VERIFY(simulation.output().contains("listens on 127.0.0.1: WebSocket port "));
        QVERIFY(simulation.output().contains("(on)"));
        QTRY_VERIFY(simulation.error().contains("Ctrl-C ends it."));
        simulation.signal(SIGINT);
        QCOMPARE(simulation.wait().exitCode, 0);
    }

    void listsEveryFault()
    {
        const CliResult json = runCli({u"simulate"_s, u"--list-faults"_s, u"--json"_s});
        QCOMPARE(contractBreach(json), QString());
        QCOMPARE(json.exitCode, 0);
        QCOMPARE(json.result().value("outcome"_L1).toString(), u"read"_s);
        const QList<QJsonObject> faults = json.objects(u"fault"_s);
        QCOMPARE(faults.size(), simulatorFaults().size());
        const CliResult text = runCli({u"simulate"_s, u"--list-faults"_s});
        QCOMPARE(text.exitCode, 0);
        QCOMPARE(text.output.count('\n'), simulatorFaults().size());
        for (qsizetype i = 0; i < faults.size(); ++i) {
            QCOMPARE(faults.at(i).value("name"_L1).toString(), QString(simulatorFaults().at(i).name));
            QVERIFY(text.output.contains(simulatorFaults().at(i).explanation.data()));
        }
    }

    void theDemoIsAWholeEnableInLessThanThreeSeconds()
    {
        QElapsedTimer clock;
        clock.start();
        const CliResult json = runCli({u"demo"_s, u"--json"_s});
        QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(contractBreach(json), QString());
        QCOMPARE(json.exitCode, 0);
        QCOMPARE(json.result().value("command"_L1).toString(), u"demo"_s);
        QCOMPARE(json.result().value("outcome"_L1).toString(), u"enabled"_s);
        QCOMPARE(json.objects(u"step"_s).size(), 16);
        QVERIFY(json.error.contains("simulated gateway"));
    }

    void theDemoNeedsNoPasswordAndHeedsNone()
    {
        CliProcess process({u"demo"_s});
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        const CliResult result = process.wait();
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.output.count("✓"), 8);
        QVERIFY(result.error.contains("simulated gateway"));
    }
};

QTEST_GUILESS_MAIN(CliSimulateTest)
#include "tst_clisimulate.moc"
