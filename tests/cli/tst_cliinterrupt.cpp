// Ctrl-C: stops at once, closes every connection, prints what is known, with the exit code for it.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"
#include "cli/pseudoterminal.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

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

    void howeverOftenAndWheneverItComesThereIsOneTruthfulResult()
    {
        // Each round at another moment after the write: from the first byte of it to the end of the process.
        const QList<QList<int>> storms{{SIGTERM, SIGHUP},
                                       {SIGINT, SIGINT},
                                       {SIGHUP, SIGTERM, SIGINT, SIGINT, SIGTERM},
                                       {SIGINT, SIGINT, SIGINT, SIGINT, SIGINT, SIGINT, SIGINT, SIGINT}};
        const int rounds = qEnvironmentVariableIntValue("SIGEN_STORM_ROUNDS") > 0
            ? qEnvironmentVariableIntValue("SIGEN_STORM_ROUNDS")
            : 24;
        QMap<int, int> codes;
        for (int round = 0; round < rounds; ++round) {
            Gateway gateway;
            CliProcess process(gateway.command(u"enable"_s, {u"--json"_s}));
            process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
            process.start();
            QVERIFY(QTest::qWaitFor([&] { return gateway.counters().writes == 1; }, 60000));
            QTest::qWait(round * 97 % 800); // the moment is the test
            for (const int number : storms.at(round % storms.size()))
                process.signal(number);
            // And again and again, also while the result is printed and the process ends.
            while (process.isRunning()) {
                process.signal(SIGTERM);
                QTest::qWait(0);
            }
            const CliResult result = process.wait();
            QCOMPARE(contractBreach(result), QString());
            QCOMPARE(result.objects(u"result"_s).size(), 1);
            const QString outcome = result.result().value("outcome"_L1).toString();
            QCOMPARE(gateway.counters().writes, 1);
            QCOMPARE(result.exitCode,
                     outcome == "enabled"_L1                  ? 0
                         : outcome == "enabled-unverified"_L1 ? 7
                         : outcome == "unknown"_L1            ? 8
                                                              : -1);
            if (outcome != "unknown"_L1)
                QVERIFY(result.result().value("enabled"_L1).toBool() && gateway.simulator.isEnabled());
            QTRY_COMPARE(gateway.simulator.openConnections(), 0);
            ++codes[result.exitCode];
        }
        qInfo() << "exit codes" << codes;
    }

    void beforeAnythingWasSentItIsACancelOrTheProcessHasNotBegun()
    {
        for (int round = 0; round < 24; ++round) {
            Gateway gateway(false, {u"sign-in-no-reply"_s});
            CliProcess process(gateway.command(u"enable"_s, {u"--json"_s}));
            process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
            process.start();
            QVERIFY(QTest::qWaitFor([&] { return process.hasStarted(); }, 60000));
            QTest::qWait(round * 2); // the moment is the test
            process.signal(SIGTERM);
            process.signal(SIGHUP);
            const CliResult result = process.wait();
            QCOMPARE(gateway.counters().writes, 0);
            if (result.exitCode < 0) { // the system was still loading the program
                QVERIFY(result.output.isEmpty());
                continue;
            }
            QCOMPARE(contractBreach(result), QString());
            QCOMPARE(result.exitCode, 130);
        }
    }

    void everyCommandTakesItBeforeItsFirstStep_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        const QStringList host{u"--host"_s, u"127.0.0.1"_s};
        QTest::newRow("status") << (QStringList{u"status"_s} + host) << 130;
        QTest::newRow("enable") << (QStringList{u"enable"_s} + host) << 130;
        QTest::newRow("set-port") << (QStringList{u"set-port"_s, u"--modbus-port"_s, u"1502"_s} + host)
                                  << 130;
        QTest::newRow("discover") << QStringList{u"discover"_s, u"--network"_s, u"127.0.0.1"_s} << 130;
        QTest::newRow("discover by name")
            << QStringList{u"discover"_s, u"--network"_s, u"localhost"_s} << 130;
        QTest::newRow("simulate") << QStringList{u"simulate"_s, u"--ws-port"_s, u"0"_s} << 130;
    }

    void everyCommandTakesItBeforeItsFirstStep()
    {
        QFETCH(QStringList, arguments);
        QFETCH(const int, exitCode);
        // It waits for whoever writes its profile: a moment that a test can hit.
        const QString pipe = namedPipe();
        arguments += {u"--profile"_s, pipe, u"--json"_s};
        CliProcess process(arguments);
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        const int writer = waitForReader(pipe);
        QVERIFY(writer >= 0);
        process.signal(SIGTERM);
        process.signal(SIGHUP);
        const CliResult result = process.wait();
        ::close(writer);
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, exitCode);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"cancelled"_s);
    }

    void aNamedPipeIsWaitedForUntilItIsInterrupted_data()
    {
        QTest::addColumn<QString>("option");
        QTest::newRow("password") << u"--password-file"_s;
        QTest::newRow("profile") << u"--profile"_s;
        QTest::newRow("trace") << u"--trace"_s;
    }

    void aNamedPipeIsWaitedForUntilItIsInterrupted()
    {
        QFETCH(const QString, option);
        Gateway gateway;
        const QString pipe = namedPipe(); // nobody ever opens the other end
        CliProcess process(gateway.command(u"enable"_s, {u"--json"_s, option, pipe}));
        if (option != "--password-file"_L1)
            process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        QVERIFY(QTest::qWaitFor([&] { return process.ignoresBrokenPipes(); }, 60000)); // main() runs
        process.signal(SIGINT);
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 130);
        QCOMPARE(gateway.counters().webSocketConnections, 0);
    }

    void namedPipesAreReadAndWritten()
    {
        Gateway gateway;
        const QString password = namedPipe();
        const QString profile = namedPipe();
        const QString trace = namedPipe();
        CliProcess process(gateway.command(
            u"enable"_s,
            {u"--json"_s, u"--password-file"_s, password, u"--profile"_s, profile, u"--trace"_s, trace}));
        process.start();
        QFile documented(u":/sigen/profiles/documented.json"_s);
        QVERIFY(documented.open(QIODevice::ReadOnly));
        const int profileEnd = waitForReader(profile);
        QVERIFY(profileEnd >= 0);
        const QByteArray json = documented.readAll();
        QCOMPARE(::write(profileEnd, json.constData(), std::size_t(json.size())), json.size());
        ::close(profileEnd);
        const int passwordEnd = waitForReader(password);
        QVERIFY(passwordEnd >= 0);
        const QByteArray line = gatewayPassword.toUtf8() + '\n';
        QCOMPARE(::write(passwordEnd, line.constData(), std::size_t(line.size())), line.size());
        const int traceEnd = ::open(QFile::encodeName(trace).constData(), O_RDONLY | O_NONBLOCK);
        QVERIFY(traceEnd >= 0);
        const CliResult result = process.wait();
        ::close(passwordEnd); // a line was enough
        QCOMPARE(result.exitCode, 0);
        QByteArray traced(65536, 0);
        traced.truncate(std::max<ssize_t>(0, ::read(traceEnd, traced.data(), std::size_t(traced.size()))));
        ::close(traceEnd);
        QVERIFY(traced.contains("\"channel\":\"modbus\""));
        QVERIFY(!traced.contains(gatewayPassword.toUtf8()));
    }

    void aTraceThatNobodyReadsAnyMoreDelaysAJobALittleOnly()
    {
        Gateway gateway(false, {u"push-storm"_s});
        const QString trace = namedPipe();
        const int reader = ::open(QFile::encodeName(trace).constData(), O_RDONLY | O_NONBLOCK);
        CliProcess process(gateway.command(u"enable"_s, {u"--json"_s, u"--trace"_s, trace}));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        const CliResult result = process.wait();
        ::close(reader);
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"enabled"_s);
    }

    void aFileThatMayNotGrowDoesNotKill()
    {
        Gateway gateway;
        QTemporaryDir folder;
        const QString trace = folder.filePath(u"trace"_s);
        CliProcess process(gateway.command(u"enable"_s, {u"--json"_s, u"--trace"_s, trace}));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.limitFileSize(100);
        process.start();
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"enabled"_s);
        // The job is done, but not what was asked for besides.
        QCOMPARE(result.exitCode, 1);
        const QJsonObject error = result.result().value("error"_L1).toObject();
        QCOMPARE(error.value("code"_L1).toString(), u"io"_s);
        QVERIFY(error.value("message"_L1).toString().contains(trace));
    }

    void aTerminalThatIsHeldHoldsItForAShortTimeOnly()
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
        // It listens: from here on it hangs in its first line of output.
        QTRY_VERIFY(accepts(port));
        process.signal(SIGINT);
        QCOMPARE(process.wait().exitCode, 1); // ended as meant, but its result is not out
    }

    void theResultOfAHeldTerminalComesWhenItIsLetGo()
    {
        PseudoTerminal screen;
        if (!screen.isValid())
            QSKIP("no pseudo terminal");
        screen.holdOutput();
        Gateway gateway;
        CliProcess process(gateway.command(u"enable"_s, {u"--json"_s, u"--quiet"_s}));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.useAsOutput(screen);
        process.start();
        QTRY_COMPARE_WITH_TIMEOUT(gateway.counters().writes, 1, 60000);
        QTRY_COMPARE_WITH_TIMEOUT(gateway.simulator.openConnections(), 0, 60000); // it prints its result
        for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGINT})
            process.signal(number);
        screen.letOutputGo();
        const CliResult result = process.wait();
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(screen.screen().contains("\"outcome\":\"enabled\""), screen.screen().constData());
    }

    void aTerminalThatGoesDuringThePromptIsACancel()
    {
        Gateway gateway;
        std::optional<PseudoTerminal> keyboard;
        keyboard.emplace();
        if (!keyboard->isValid())
            QSKIP("no pseudo terminal");
        CliProcess process(gateway.command(u"enable"_s, {u"--json"_s}));
        process.useAsInput(*keyboard);
        process.start();
        QTRY_VERIFY_WITH_TIMEOUT(!keyboard->echoes(), 60000);
        keyboard.reset();
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 130);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"cancelled"_s);
    }

    void noMemoryImageIsEverLeft()
    {
        Gateway gateway(false, {u"sign-in-no-reply"_s});
        CliProcess process(gateway.command(u"enable"_s, {u"--json"_s}));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        QTRY_COMPARE_WITH_TIMEOUT(gateway.counters().signIns, 1, 60000);
        const QByteArray limits = process.systemFile("limits");
        if (limits.isEmpty())
            QSKIP("no /proc");
        const qsizetype at = limits.indexOf("Max core file size");
        QCOMPARE(limits.mid(at).simplified().split(' ').mid(4, 2), (QByteArrayList{"1", "1"}));
        process.signal(SIGINT);
        QCOMPARE(process.wait().exitCode, 130);
    }

private:
    static bool accepts(quint16 port)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        return socket.waitForConnected(1000);
    }

    QString namedPipe()
    {
        const QString path = m_folder.filePath(u"pipe%1"_s.arg(m_pipes++));
        if (mkfifo(QFile::encodeName(path).constData(), 0600) != 0)
            qFatal("no named pipe");
        return path;
    }

    /// Opened for writing once somebody reads it.
    static int waitForReader(const QString &pipe)
    {
        int descriptor = -1;
        (void)QTest::qWaitFor(
            [&] {
                descriptor = ::open(QFile::encodeName(pipe).constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
                return descriptor >= 0;
            },
            60000);
        return descriptor;
    }

    QTemporaryDir m_folder;
    int m_pipes = 0;
};

QTEST_GUILESS_MAIN(CliInterruptTest)
#include "tst_cliinterrupt.moc"
