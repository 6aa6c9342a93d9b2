// probe as the command line has it.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"
#include "support/loopback.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class CliProbeTest : public QObject
{
    Q_OBJECT

    /// At the port that gateways are known to have, on an address of its own.
    static SimulatorOptions atKnownPort()
    {
        SimulatorOptions options = Gateway::options(true);
        options.webSocketPort = 8080;
        return options;
    }

private Q_SLOTS:
    void whatAnswersIsToldAndSaved()
    {
        const Gateway gateway(atKnownPort());
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"gateway.json"_s);
        const CliResult result =
            runCli({u"probe"_s, u"--host"_s, gateway.host(), u"--json"_s, u"--output"_s, path});
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.result().value("outcome"_L1), u"probed"_s);
        QCOMPARE(result.result().value("file"_L1), path);
        const QJsonArray ports = result.result().value("ports"_L1).toArray();
        QCOMPARE(ports.size(), 9);
        bool isFound = false;
        for (const QJsonValue &port : ports) {
            if (port.toObject().value("port"_L1).toInt() == 8080)
                isFound = port.toObject()
                              .value("webSockets"_L1)
                              .toArray()
                              .at(0)
                              .toObject()
                              .value("upgraded"_L1)
                              .toBool();
        }
        QVERIFY(isFound);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray saved = file.readAll();
        QVERIFY(!QJsonDocument::fromJson(saved).isNull());
        QVERIFY(!saved.contains("110A1234567890"));
        QCOMPARE(gateway.counters().signIns, 0);
    }

    void peopleReadALineAPort()
    {
        const Gateway gateway(atKnownPort());
        const CliResult result = runCli({u"probe"_s, u"--host"_s, gateway.host()});
        QCOMPARE(result.exitCode, 0);
        QVERIFY(result.output.contains("8080  open, HTTP status 404, WebSocket on /ws"));
        QVERIFY(result.output.contains("8484  closed"));
    }

    void aPublicAddressIsWrongUse()
    {
        const CliResult result = runCli({u"probe"_s, u"--host"_s, u"8.8.8.8"_s, u"--json"_s});
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.output.isEmpty());
    }

    void aFileThatCanNotBeWrittenIsNamed()
    {
        const QString path = u"/proc/sigen-modbus/nowhere.json"_s;
        const CliResult result = runCli(
            {u"probe"_s, u"--host"_s, uniqueLoopbackAddress().toString(), u"--json"_s, u"--output"_s, path});
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.result().value("outcome"_L1), u"probed"_s);
        QVERIFY(result.result().value("file"_L1).isNull());
        QVERIFY(result.result().value("error"_L1).toObject().value("message"_L1).toString().contains(path));
    }
};

QTEST_GUILESS_MAIN(CliProbeTest)
#include "tst_cliprobe.moc"
