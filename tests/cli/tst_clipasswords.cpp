// Every source of the password: used as it stands, from one place only, never shown.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"
#include "cli/pseudoterminal.h"
#include "unit/accounts/keyringsession.h"

#include "accounts/keychainstore.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class CliPasswordsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<KeyringSession> m_keyring;

    QString file(const QByteArray &content) const
    {
        QFile file(m_folder.filePath(u"password.txt"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }

    QStringList status(const QStringList &more) const { return m_gateway->command(u"status"_s, more); }

    void isWrongUse(const CliResult &result, const QByteArray &words) const
    {
        QCOMPARE(result.exitCode, 2);
        QCOMPARE(result.output, QByteArray());
        QCOMPARE(result.error.count('\n'), 1);
        QVERIFY2(result.error.contains(words), result.error.constData());
        QVERIFY(!result.error.contains("geheim"));
        QCOMPARE(m_gateway->counters().webSocketConnections, 0);
    }

    void isTooLong(const CliResult &result) const
    {
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.error.contains("too long to be typed here"), result.error.constData());
        QCOMPARE(m_gateway->counters().webSocketConnections, 0);
    }

    bool startKeyring()
    {
        m_keyring = std::make_unique<KeyringSession>();
        return m_keyring->start();
    }

    /// The state of that layer, where the settings say that the keychain has the password, or not.
    QString diagnosedSignIn(bool isNoted) const
    {
        const QTemporaryDir folder;
        const QString note = isNoted ? u"1\\remembered=admin@%1\n"_s.arg(m_gateway->host()) : QString();
        QDir(folder.path()).mkdir(u"sigen-modbus"_s);
        QFile file(folder.filePath(u"sigen-modbus/sigen-modbus.ini"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(u"[gateways]\nsize=1\n1\\address=%1\n%2"_s.arg(m_gateway->host(), note).toUtf8());
        file.close();
        CliProcess process(m_gateway->command(u"diagnose"_s, {u"--reads"_s, u"0"_s, u"--json"_s}));
        process.useSettings(folder.path());
        process.start();
        const CliResult result = process.wait();
        for (const QJsonObject &check : result.objects(u"check"_s)) {
            if (check.value("id"_L1) == "sign-in"_L1)
                return check.value("state"_L1).toString();
        }
        return {};
    }

private Q_SLOTS:
    void init() { m_gateway = std::make_unique<Gateway>(true); }
    void cleanup() { m_gateway.reset(); }

    void comesFromAFilesFirstLine_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QByteArray password = gatewayPassword.toUtf8();
        QTest::newRow("without an end") << password;
        QTest::newRow("LF") << password + '\n';
        QTest::newRow("CR LF") << password + "\r\n";
        QTest::newRow("more lines") << password + "\nsomething else\n";
    }

    void comesFromAFilesFirstLine()
    {
        QFETCH(const QByteArray, content);
        const CliResult result = runCli(status({u"--json"_s, u"--password-file"_s, file(content)}));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"read"_s);
    }

    void aFileThatHoldsNoPasswordIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("empty") << QByteArray() << QByteArray("first line is empty");
        QTest::newRow("empty line") << QByteArray("\n") << QByteArray("first line is empty");
        QTest::newRow("password on the second line")
            << QByteArray("\r\ngeheim\n") << QByteArray("first line is empty");
        QTest::newRow("too large") << QByteArray(4097, 'x') << QByteArray("longer than 4 KiB");
        QTest::newRow("no UTF-8") << QByteArray("geheim\xff") << QByteArray("not UTF-8");
        QTest::newRow("NUL") << QByteArray("geheim\0x", 8) << QByteArray("not UTF-8");
    }

    void aFileThatHoldsNoPasswordIsRefused()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, words);
        isWrongUse(runCli(status({u"--password-file"_s, file(content)})), words);
    }

    void aFileThatCannotBeReadIsRefused()
    {
        isWrongUse(runCli(status({u"--password-file"_s, m_folder.filePath(u"nothing"_s)})), "nothing");
        isWrongUse(runCli(status({u"--password-file"_s, m_folder.path()})), m_folder.path().toUtf8());
    }

    void theLongestFileIsTaken()
    {
        const CliResult result =
            runCli(status({u"--json"_s, u"--password-file"_s, file(QByteArray(4095, 'x') + '\n')}));
        QCOMPARE(result.exitCode, 4); // it is not this gateway's
    }

    void comesFromStandardInput()
    {
        for (const QByteArray &end : {QByteArray(), QByteArray("\n"), QByteArray("\r\nmore\n")}) {
            const CliResult result =
                runCli(status({u"--json"_s, u"--password-stdin"_s}), gatewayPassword.toUtf8() + end);
            QCOMPARE(result.exitCode, 0);
        }
    }

    void standardInputWithoutAPasswordIsRefused()
    {
        isWrongUse(runCli(status({u"--password-stdin"_s})), "first line is empty");
        isWrongUse(runCli(status({u"--password-stdin"_s}), "\ngeheim\n"), "first line is empty");
        isWrongUse(runCli(status({u"--password-stdin"_s}), QByteArray(20000, 'x')), "longer than 4 KiB");
    }

    void comesFromTheEnvironment()
    {
        CliProcess process(status({u"--json"_s}));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        QCOMPARE(process.wait().exitCode, 0);
    }

    void anEmptyEnvironmentVariableIsRefused()
    {
        CliProcess process(status({}));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, u""_s);
        process.start();
        isWrongUse(process.wait(), "SIGEN_MODBUS_PASSWORD can't be used");
    }

    void twoSourcesAreRefused_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<bool>("environment");
        const QString path = file("geheim\n");
        QTest::newRow("file and input")
            << QStringList{u"--password-file"_s, path, u"--password-stdin"_s} << false;
        QTest::newRow("file and keychain")
            << QStringList{u"--password-file"_s, path, u"--keychain"_s} << false;
        QTest::newRow("input and keychain") << QStringList{u"--password-stdin"_s, u"--keychain"_s} << false;
        QTest::newRow("environment and file") << QStringList{u"--password-file"_s, path} << true;
        QTest::newRow("environment and input") << QStringList{u"--password-stdin"_s} << true;
        QTest::newRow("environment and keychain") << QStringList{u"--keychain"_s} << true;
    }

    void twoSourcesAreRefused()
    {
        QFETCH(const QStringList, options);
        QFETCH(const bool, environment);
        CliProcess process(status(options));
        if (environment)
            process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start("geheim\n");
        isWrongUse(process.wait(), "two places");
    }

    void withoutAnyTheSentenceSaysHowToGiveIt()
    {
        for (const QString &command : {u"status"_s, u"enable"_s, u"disable"_s}) {
            const CliResult result = runCli(m_gateway->command(command));
            isWrongUse(result, "password is missing");
            for (const QByteArray &way : {QByteArray("--password-file"), QByteArray("--password-stdin"),
                                          QByteArray("--keychain"), QByteArray("SIGEN_MODBUS_PASSWORD")})
                QVERIFY2(result.error.contains(way), result.error.constData());
        }
    }

    void verifyAndValuesNeedNone()
    {
        QCOMPARE(runCli(m_gateway->modbusCommand(u"verify"_s)).exitCode, 0);
        QCOMPARE(runCli(m_gateway->modbusCommand(u"values"_s)).exitCode, 0);
    }

    void aWrongOneIsASignInThatWasRefused()
    {
        const CliResult result = runCli(status({u"--json"_s, u"--password-stdin"_s}), "wrong\n");
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 4);
        QCOMPARE(result.result().value("error"_L1).toObject().value("code"_L1).toString(),
                 u"sign-in-refused"_s);
        QCOMPARE(m_gateway->counters().signIns, 1);
    }

    // --- asking on a terminal ---

    void isAskedForOnATerminalWithoutBeingShown()
    {
        PseudoTerminal terminal;
        if (!terminal.isValid())
            QSKIP("no pseudo terminal");
        CliProcess process(status({u"--json"_s, u"--quiet"_s}));
        process.useAsInput(terminal);
        process.start();
        const QByteArray question = "Password for admin on " + m_gateway->host().toUtf8() + ": ";
        QTRY_VERIFY(process.error().contains(question));
        QTRY_VERIFY(!terminal.echoes());
        terminal.type(gatewayPassword.toUtf8() + '\n');
        const CliResult result = process.wait();
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(contractBreach(result), QString());
        QVERIFY(!terminal.screen().contains("geheim"));
        QVERIFY(!result.error.contains("geheim"));
        QVERIFY(result.error.endsWith(": \n"));
        QVERIFY(terminal.echoes());
    }

    void anEmptyAnswerIsRefused()
    {
        for (const QByteArray &keys : {QByteArray("\n"), QByteArray("\x04")}) { // Return, end of input
            PseudoTerminal terminal;
            if (!terminal.isValid())
                QSKIP("no pseudo terminal");
            CliProcess process(status({}));
            process.useAsInput(terminal);
            process.start();
            QTRY_VERIFY(!terminal.echoes());
            terminal.type(keys);
            const CliResult result = process.wait();
            QCOMPARE(result.exitCode, 2);
            QCOMPARE(result.output, QByteArray());
            QVERIFY2(result.error.contains("No password was typed, so nothing was done."),
                     result.error.constData());
            QVERIFY(terminal.echoes());
        }
    }

    void aLineThatTheTerminalCutIsRefused()
    {
        for (const int length : {4095, 6000}) {
            PseudoTerminal terminal;
            if (!terminal.isValid())
                QSKIP("no pseudo terminal");
            CliProcess process(status({}));
            process.useAsInput(terminal);
            process.start();
            QTRY_VERIFY(!terminal.echoes());
            for (int typed = 0; typed < length; typed += 500)
                terminal.type(QByteArray(std::min(500, length - typed), 'x'));
            terminal.type("\n");
            isTooLong(process.wait());
            QVERIFY(terminal.echoes());
        }
    }

    void theLongestLineOfATerminalIsTaken()
    {
        PseudoTerminal terminal;
        if (!terminal.isValid())
            QSKIP("no pseudo terminal");
        CliProcess process(status({}));
        process.useAsInput(terminal);
        process.start();
        QTRY_VERIFY(!terminal.echoes());
        for (int typed = 0; typed < 4094; typed += 500)
            terminal.type(QByteArray(std::min(500, 4094 - typed), 'x'));
        terminal.type("\n");
        QCOMPARE(process.wait().exitCode, 4); // it is not this gateway's
    }

    void ctrlZStopsAsItDoesAnyProgramAndAsksAgain()
    {
        PseudoTerminal terminal;
        if (!terminal.isValid())
            QSKIP("no pseudo terminal");
        CliProcess process(status({u"--json"_s, u"--quiet"_s}));
        process.useAsInput(terminal);
        process.runInShell(u"set -m; \"$0\" \"$@\"; echo \"stopped: $?\" >&2; read line; fg >/dev/null"_s);
        process.start();
        QTRY_VERIFY(!terminal.echoes());
        terminal.type("half\x1a");
        QTRY_VERIFY2(process.error().contains("stopped: 148"), process.error().constData()); // 128 + SIGTSTP
        QVERIFY(terminal.echoes());
        terminal.type("go on\n");
        QTRY_COMPARE(process.error().count("Password for admin"), 2);
        QVERIFY(!terminal.echoes());
        terminal.type(gatewayPassword.toUtf8() + '\n');
        const CliResult result = process.wait();
        QCOMPARE(result.exitCode, 0); // "half" was no part of it
        QVERIFY(terminal.echoes());
    }

    void quittingTheQuestionRestoresTheTerminal()
    {
        PseudoTerminal terminal;
        if (!terminal.isValid())
            QSKIP("no pseudo terminal");
        CliProcess process(status({u"--json"_s}));
        process.useAsInput(terminal);
        process.start();
        QTRY_VERIFY(!terminal.echoes());
        terminal.type("half\x1c"); // Ctrl-Backslash
        QCOMPARE(process.wait().exitCode, -SIGQUIT);
        QVERIFY(terminal.echoes());
        QCOMPARE(m_gateway->counters().webSocketConnections, 0);
    }

    void interruptingTheQuestionRestoresTheTerminal()
    {
        PseudoTerminal terminal;
        if (!terminal.isValid())
            QSKIP("no pseudo terminal");
        CliProcess process(status({u"--json"_s}));
        process.useAsInput(terminal);
        process.start();
        QTRY_VERIFY(process.error().contains("Password for"));
        QTRY_VERIFY(!terminal.echoes());
        terminal.type("half\x03"); // Ctrl-C
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 130);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"cancelled"_s);
        QVERIFY(terminal.echoes());
        QCOMPARE(m_gateway->counters().webSocketConnections, 0);
    }

    void interruptingWhileStandardInputIsSilentIsACancel()
    {
        PseudoTerminal terminal;
        if (!terminal.isValid())
            QSKIP("no pseudo terminal");
        CliProcess process(status({u"--json"_s, u"--password-stdin"_s}));
        process.useAsInput(terminal);
        process.start();
        QTRY_VERIFY(!terminal.echoes());
        process.signal(SIGTERM);
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 130);
        QVERIFY(terminal.echoes());
    }

    // --- the keychain; from here on this process has a message bus of its own ---

    void withoutASessionBusTheKeychainIsAnErrorOfThisComputer()
    {
        CliProcess process(status({u"--json"_s, u"--keychain"_s}));
        process.unsetEnvironment(u"DBUS_SESSION_BUS_ADDRESS"_s);
        process.setEnvironment(u"XDG_RUNTIME_DIR"_s, m_folder.path());
        process.start();
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 1);
        const QJsonObject error = result.result().value("error"_L1).toObject();
        QCOMPARE(error.value("code"_L1).toString(), u"io"_s);
        QVERIFY(error.value("message"_L1).toString().contains("no keychain service answers"_L1));
    }

    void aBusWithoutAKeychainIsAnErrorOfThisComputer()
    {
        KeyringSession busOnly;
        if (!busOnly.start(false))
            QSKIP(qPrintable(busOnly.reason()));
        const CliResult result = runCli(status({u"--json"_s, u"--keychain"_s}));
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 1);
        const QString message = result.result().value("error"_L1).toObject().value("message"_L1).toString();
        QVERIFY2(message.contains("no keychain service answers"_L1), qPrintable(message));
    }

    void comesFromTheKeychain()
    {
        if (!startKeyring())
            QSKIP(qPrintable(m_keyring->reason()));
        isWrongUse(runCli(status({u"--keychain"_s})), "keychain has no password for admin@");

        KeychainStore store;
        const auto write =
            store.write(secretKey(u"admin"_s, m_gateway->host()), Secret(gatewayPassword), 10s);
        QSignalSpy finished(write.get(), &Operation::finished);
        write->start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 15000);
        QVERIFY2(!write->error(), qPrintable(write->error().detail));

        const CliResult result = runCli(status({u"--json"_s, u"--keychain"_s}));
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 0);
        // Another account's is not this one's.
        const CliResult other = runCli(status({u"--keychain"_s, u"--username"_s, u"installer"_s}));
        QCOMPARE(other.exitCode, 2);

        // diagnose takes it by itself, where the window has noted that it is there.
        QCOMPARE(diagnosedSignIn(true), u"ok"_s);
        QCOMPARE(diagnosedSignIn(false), u"skipped"_s);

        // Locked, and the question for its own password dismissed.
        QVERIFY(m_keyring->lock());
        const CliResult locked = runCli(status({u"--json"_s, u"--keychain"_s}));
        QCOMPARE(contractBreach(locked), QString());
        QCOMPARE(locked.exitCode, 1);
        const QString message = locked.result().value("error"_L1).toObject().value("message"_L1).toString();
        QVERIFY2(message.contains("stayed locked"_L1), qPrintable(message));
        QVERIFY(!locked.error.contains("has no password"));

        QCOMPARE(diagnosedSignIn(true), u"skipped"_s); // it goes on without

        // While that question is open.
        QVERIFY(m_keyring->lock(true));
        CliProcess process(status({u"--json"_s, u"--keychain"_s}));
        process.start();
        QTRY_VERIFY_WITH_TIMEOUT(process.error().contains("Waiting for the keychain"), 15000);
        for (const int number : {SIGTERM, SIGHUP, SIGINT, SIGTERM})
            process.signal(number);
        const CliResult interrupted = process.wait();
        QCOMPARE(contractBreach(interrupted), QString());
        QCOMPARE(interrupted.exitCode, 130);
    }
};

QTEST_GUILESS_MAIN(CliPasswordsTest)
#include "tst_clipasswords.moc"
