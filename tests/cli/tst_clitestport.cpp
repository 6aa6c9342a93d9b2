// --test-port: a router forwards another port to the gateway. The gateway's own port stays what it is; what
// is tested, and handed on, is the forwarded one.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Passes each connection on to a port of the same host.
class Forwarder : public QObject
{
public:
    explicit Forwarder(const Gateway &gateway)
    {
        const QHostAddress host(gateway.host());
        if (!m_server.listen(host))
            qFatal("no port to forward");
        connect(&m_server, &QTcpServer::newConnection, this, [this, host, target = quint16(gateway.port())] {
            while (QTcpSocket *near = m_server.nextPendingConnection()) {
                ++connections;
                auto *far = new QTcpSocket(near);
                far->connectToHost(host, target);
                connect(near, &QTcpSocket::readyRead, far, [near, far] { far->write(near->readAll()); });
                connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
                connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
                connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
            }
        });
    }

    QString port() const { return QString::number(m_server.serverPort()); }
    int connections = 0;

private:
    QTcpServer m_server;
};

} // namespace

class CliTestPortTest : public QObject
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

private Q_SLOTS:
    void enableProvesTheForwardedPortAndLeavesTheGatewaysOwn()
    {
        Gateway gateway(false);
        Forwarder router(gateway);
        const CliResult result = run(gateway.command(u"enable"_s, {u"--test-port"_s, router.port()}));
        QCOMPARE(result.exitCode, 0);
        const QJsonObject end = result.result();
        QCOMPARE(end.value("outcome"_L1).toString(), u"enabled"_s);
        QCOMPARE(end.value("modbusPort"_L1).toInt(), gateway.port());
        QCOMPARE(end.value("testPort"_L1).toInt(), router.port().toInt());
        QCOMPARE(end.value("modbus"_L1).toString(), u"answers"_s);
        QVERIFY(router.connections > 0);
    }

    void setPortProvesTheForwardedPort()
    {
        Gateway gateway(true);
        Forwarder router(gateway);
        const CliResult result = run(gateway.command(
            u"set-port"_s,
            {u"--modbus-port"_s, QString::number(gateway.port()), u"--test-port"_s, router.port()}));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"unchanged"_s);
        QCOMPARE(result.result().value("testPort"_L1).toInt(), router.port().toInt());
        QVERIFY(router.connections > 0);
    }

    void disableLooksAtTheForwardedPort()
    {
        Gateway gateway(true);
        Forwarder router(gateway); // goes on accepting, as some routers do
        const CliResult result =
            run(gateway.command(u"disable"_s, {u"--test-port"_s, router.port(), u"--verify-wait"_s, u"0"_s}));
        QCOMPARE(result.exitCode, 7);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"disabled"_s);
        QCOMPARE(result.result().value("modbusPort"_L1).toInt(), gateway.port());
        QCOMPARE(result.result().value("error"_L1).toObject().value("code"_L1).toString(), u"port-open"_s);
    }

    void verifyTestsOnePort()
    {
        Gateway gateway(true);
        Forwarder router(gateway);
        const QStringList there{u"verify"_s, u"--host"_s, gateway.host(), u"--test-port"_s, router.port()};
        const CliResult result = run(there);
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.result().value("testPort"_L1).toInt(), router.port().toInt());
        QVERIFY(result.result().value("modbusPort"_L1).isNull()); // the gateway was not asked
        QVERIFY(router.connections > 0);

        const CliResult same = run(there + QStringList{u"--modbus-port"_s, router.port()});
        QCOMPARE(same.exitCode, 0);
        const CliResult different = runCli(there + QStringList{u"--modbus-port"_s, u"502"_s});
        QCOMPARE(different.exitCode, 2);
        QVERIFY2(different.error.contains("--test-port"), different.error.constData());
    }

    void withoutItThereIsNone()
    {
        Gateway gateway(true);
        const CliResult result = run(gateway.modbusCommand(u"verify"_s));
        QVERIFY(result.result().contains("testPort"_L1));
        QVERIFY(result.result().value("testPort"_L1).isNull());
        QCOMPARE(result.result().value("modbusPort"_L1).toInt(), gateway.port());
    }

    void theSnippetUsesTheForwardedPortAndSaysSo()
    {
        Gateway gateway(true);
        Forwarder router(gateway);
        const CliResult result = runCli({u"handover"_s, u"--host"_s, gateway.host(), u"--for"_s,
                                         u"sigenergy2mqtt"_s, u"--test-port"_s, router.port()});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.output.contains(QByteArray("    port: " + router.port().toUtf8() + '\n')),
                 result.output.constData());
        QVERIFY2(result.error.contains("by a router"), result.error.constData());
    }

    void textNamesBothPorts()
    {
        Gateway gateway(false);
        Forwarder router(gateway);
        CliProcess process(gateway.command(u"enable"_s, {u"--test-port"_s, router.port()}));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        const CliResult result = process.wait();
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.output.contains(QByteArray("is on, port " + QByteArray::number(gateway.port()))),
                 result.output.constData());
        QVERIFY2(result.output.contains(
                     QByteArray("address " + gateway.host().toUtf8() + ", port " + router.port().toUtf8())),
                 result.output.constData());
    }

    void aDryRunAsksBeforeThePlantsPortIsChangedForARouter()
    {
        Gateway gateway(false);
        CliProcess process(gateway.command(u"enable"_s, {u"--modbus-port"_s, u"1502"_s, u"--dry-run"_s}));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        const CliResult result = process.wait();
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.output.contains("If a router forwards port 1502"), result.output.constData());
        QVERIFY(result.output.contains("--test-port"));
        QCOMPARE(gateway.counters().writes, 0);
    }
};

QTEST_GUILESS_MAIN(CliTestPortTest)
#include "tst_clitestport.moc"
