// Ctrl-C: stops at once, closes every connection, prints what is known, with the exit code for it.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"
#include "cli/pseudoterminal.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class CliInterruptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAChangeWithWhatIsKnown_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("step"); // interrupted while it runs
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<int>("writes");
        QTest::newRow("handshake") << u"enable"_s << u"handshake-silent"_s << u"handshake"_s << u"cancelled"_s
                                   << 130 << 0;
        QTest::newRow("sign-in") << u"enable"_s << u"sign-in-no-reply"_s << u"sign-in"_s << u"cancelled"_s
                                 << 130 << 0;
        QTest::newRow("read") << u"enable"_s << u"read-no-reply"_s << u"read"_s << u"cancelled"_s << 130 << 0;
        QTest::newRow("read of status")
            << u"status"_s << u"read-no-reply"_s << u"read"_s << u"cancelled"_s << 130 << 0;
        QTest::newRow("write") << u"enable"_s << u"write-lost"_s << u"write"_s << u"unknown"_s << 8 << 1;
        QTest::newRow("read-back") << u"enable"_s << u"read-back-no-reply"_s << u"read-back"_s << u"unknown"_s
                                   << 8 << 1;
        QTest::newRow("port") << u"enable"_s << u"port-never-opens"_s << u"port"_s << u"enabled-unverified"_s
                              << 7 << 1;
        QTest::newRow("modbus") << u"enable"_s << u"modbus-silent"_s << u"modbus"_s << u"enabled-unverified"_s
                                << 7 << 1;
        QTest::newRow("port after a turn-off")
            << u"disable"_s << u"port-stays-open"_s << u"port"_s << u"disabled"_s << 7 << 1;
        QTest::newRow("verify") << u"verify"_s << u"modbus-silent"_s << u"modbus"_s << u"cancelled"_s << 130
                                << 0;
    }

    void endsAChangeWithWhatIsKnown()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, fault);
        QFETCH(const QString, step);
        QFETCH(const QString, outcome);
        QFETCH(const int, exitCode);
        QFETCH(const int, writes);
        const bool verify = command == "verify"_L1;
        Gateway gateway(verify || command == "disable"_L1, {fault});
        CliProcess process((verify ? gateway.modbusCommand(command) : gateway.command(command))
                           + QStringList{u"--json"_s});
        if (!verify)
            process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        const QByteArray running = "\"id\":\"" + step.toUtf8() + "\",\"state\":\"running\"";
        QTRY_VERIFY(process.output().contains(running));
        QTRY_COMPARE(gateway.counters().writes, writes);
        QElapsedTimer clock;
        clock.start();
        process.signal(SIGINT);
        const CliResult result = process.wait();

        QVERIFY2(clock.elapsed() < 2000, "it must stop at once");
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, exitCode);
        QCOMPARE(result.result().value("outcome"_L1).toString(), outcome);
        QCOMPARE(gateway.counters().writes, writes);
        QTRY_COMPARE(gateway.simulator.openConnections(), 0);
    }

    void beingAskedToEndIsTheSame()
    {
        Gateway gateway(false, {u"read-no-reply"_s});
        CliProcess process(gateway.command(u"enable"_s, {u"--json"_s}));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        QTRY_VERIFY(process.output().contains("\"id\":\"read\""));
        process.signal(SIGTERM);
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 130);
    }

    void inTextItIsSaidThatNothingWasChanged()
    {
        Gateway gateway(false, {u"sign-in-no-reply"_s});
        CliProcess process(gateway.command(u"enable"_s));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        QTRY_COMPARE(gateway.counters().signIns, 1);
        process.signal(SIGINT);
        const CliResult result = process.wait();
        QCOMPARE(result.exitCode, 130);
        QVERIFY2(result.output.contains("Nothing was changed."), result.output.constData());
    }

    void theSecondTimeItEndsThoughItHangs()
    {
        PseudoTerminal screen;
        if (!screen.isValid())
            QSKIP("no pseudo terminal");
        screen.holdOutput();
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        const quint16 port = free.serverPort();
        free.close();
        CliProcess process({u"simulate"_s, u"--ws-port"_s, QString::number(port), u"--json"_s});
        process.useAsOutput(screen);
        process.start();
        // It listens: from here on it hangs in its first line of output, and one signal alone can't end it.
        QTRY_VERIFY(accepts(port));
        QTRY_VERIFY((process.signal(SIGINT), !process.isRunning()));
        QCOMPARE(process.wait().exitCode, 130); // not 0, as simulate ends when it can
    }

private:
    static bool accepts(quint16 port)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        return socket.waitForConnected(1000);
    }
};

QTEST_GUILESS_MAIN(CliInterruptTest)
#include "tst_cliinterrupt.moc"
