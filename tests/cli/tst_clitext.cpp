// The output for people: steps, summary, colour on terminals only; nothing from the network that steers a
// terminal, and no secret anywhere.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"
#include "cli/pseudoterminal.h"
#include "scriptedserver.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringConverter>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#if __has_include(<sys/sysmacros.h>)
#include <sys/sysmacros.h>
#endif

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class CliTextTest : public QObject
{
    Q_OBJECT

    static CliResult run(const QStringList &arguments, const QString &locale = u"C.UTF-8"_s)
    {
        CliProcess process(arguments);
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.setEnvironment(u"LC_ALL"_s, locale);
        process.start();
        return process.wait();
    }

    /// Lines of plain text only.
    static bool isPlain(const QByteArray &text)
    {
        const QString decoded = QString::fromUtf8(text);
        return std::none_of(decoded.begin(), decoded.end(), [](QChar character) {
            const bool control = character.category() == QChar::Other_Control
                || character.category() == QChar::Other_Format
                || character.category() == QChar::Separator_Line
                || character.category() == QChar::Separator_Paragraph;
            return control && character != u'\n';
        });
    }

    static QByteArray shownOn(PseudoTerminal &terminal, const QStringList &arguments, const QString &variable,
                              const QString &value)
    {
        CliProcess process(arguments);
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        if (!variable.isEmpty())
            process.setEnvironment(variable, value);
        process.useAsOutput(terminal);
        process.start();
        const CliResult result = process.wait();
        [&] { QCOMPARE(result.exitCode, 0); }();
        return terminal.screen();
    }

private Q_SLOTS:
    void enableShowsEachStepAndAPlainSummary()
    {
        Gateway gateway(false);
        const CliResult result = run(gateway.command(u"enable"_s));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.error, QByteArray());
        const QString text = QString::fromUtf8(result.output);
        const QStringList lines = text.split(u'\n');
        for (int step = 0; step < 8; ++step) {
            static const QRegularExpression form(u"^ ✓ \\S.{16} +\\d+ ms  \\S.*$"_s);
            QVERIFY2(form.match(lines.at(step)).hasMatch(), qPrintable(lines.at(step)));
        }
        QVERIFY(lines.at(8).isEmpty());
        QCOMPARE(lines.at(9), u"The Modbus TCP server is on, port %1, and it answers."_s.arg(gateway.port()));
        QVERIFY(text.contains("110A1234567890"_L1));
        QVERIFY(text.contains("SigenStor EC 10.0 TP"_L1));
        QVERIFY(text.contains("247, 1"_L1));
        QVERIFY(text.contains("What to do next:"_L1));
        QVERIFY(text.contains(u"port %1 and unit id 247"_s.arg(gateway.port())));
    }

    void statusSaysOnOrOff()
    {
        Gateway off(false);
        QVERIFY(run(off.command(u"status"_s)).output.contains("The Modbus TCP server is off, port "));
        Gateway on(true);
        QVERIFY(run(on.command(u"status"_s)).output.contains("The Modbus TCP server is on, port "));
    }

    void aFailureSaysWhatHappenedAndWhatToDo()
    {
        Gateway gateway(false, {u"sign-in-refused"_s});
        const CliResult result = run(gateway.command(u"enable"_s));
        QCOMPARE(result.exitCode, 4);
        QVERIFY2(result.output.contains(" ✗ Sign in"), result.output.constData());
        QVERIFY2(result.output.contains(" – Read the setting"), result.output.constData());
        QVERIFY2(result.output.contains("\nThe gateway refused the sign-in"), result.output.constData());
        QVERIFY2(result.output.contains("What to do next:\n  • "), result.output.constData());
    }

    void serialsThatDifferAreAWarning()
    {
        Gateway gateway(false, {u"serial-differs"_s});
        const CliResult result = run(gateway.command(u"enable"_s));
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.output.contains(" ! Read Modbus"), result.output.constData());
        QVERIFY2(result.output.contains("\n! The serial number differs"), result.output.constData());
    }

    void aPlantUnitThatStaysSilentIsNotRecommended()
    {
        RegisterBank bank;
        addInverter(bank, 1);
        const ScriptedServer server(bank.handler());
        const CliResult result = run({u"verify"_s, u"--host"_s, u"127.0.0.1"_s, u"--modbus-port"_s,
                                      QString::number(server.port()), u"--timeout"_s, u"200"_s});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.output.contains(" ! Read Modbus"), result.output.constData());
        QVERIFY2(result.output.contains("\n! Unit id 247 did not answer as the plant. "),
                 result.output.constData());
        QVERIFY2(result.output.contains("the unit ids that answered: 1."), result.output.constData());
        QVERIFY2(!result.output.contains("unit id 247 for the plant"), result.output.constData());
    }

    void quietShowsTheResultOnly()
    {
        Gateway gateway(false);
        const CliResult result = run(gateway.command(u"enable"_s, {u"--quiet"_s}));
        QCOMPARE(result.output.count('\n'), 1);
        QVERIFY(result.output.startsWith("The Modbus TCP server is on"));
        QCOMPARE(result.error, QByteArray());
    }

    void aPipeGetsNoColour()
    {
        Gateway gateway(false);
        QVERIFY(isPlain(run(gateway.command(u"enable"_s)).output));
    }

    void aTerminalGetsColourUnlessItIsUnwanted_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("colour");
        QTest::newRow("by default") << QString() << QString() << QString() << true;
        QTest::newRow("NO_COLOR is empty") << QString() << u"NO_COLOR"_s << QString() << true;
        QTest::newRow("NO_COLOR is set") << QString() << u"NO_COLOR"_s << u"1"_s << false;
        QTest::newRow("--no-color") << u"--no-color"_s << QString() << QString() << false;
        QTest::newRow("a dumb terminal") << QString() << u"TERM"_s << u"dumb"_s << false;
    }

    void aTerminalGetsColourUnlessItIsUnwanted()
    {
        QFETCH(const QString, option);
        QFETCH(const QString, variable);
        QFETCH(const QString, value);
        QFETCH(const bool, colour);
        PseudoTerminal terminal;
        if (!terminal.isValid())
            QSKIP("no pseudo terminal");
        Gateway gateway(true);
        const QStringList more = option.isEmpty() ? QStringList() : QStringList{option};
        const QByteArray screen = shownOn(terminal, gateway.command(u"status"_s, more), variable, value);
        QVERIFY(screen.contains("✓"));
        QCOMPARE(screen.contains("\x1b[32m"), colour);
        if (variable == "TERM"_L1)
            QVERIFY(!screen.contains('\x1b'));
    }

    void aLocaleWithoutUtf8GetsAsciiMarks()
    {
        Gateway gateway(false, {u"port-never-opens"_s});
        const CliResult result = run(gateway.command(u"enable"_s, {u"--verify-wait"_s, u"0"_s}), u"C"_s);
        QCOMPARE(result.exitCode, 7);
        QVERIFY2(result.output.contains(" + Sign in"), result.output.constData());
        QVERIFY2(result.output.contains(" x Test the port"), result.output.constData());
        QVERIFY2(result.output.contains(" - Read Modbus"), result.output.constData());
        QCOMPARE(result.error, QByteArray()); // no remark of Qt on the locale either
        for (const char byte : result.output)
            QVERIFY(static_cast<unsigned char>(byte) < 0x80);
    }

    void anotherEncodingGetsWhatItCanHold_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("word");
        QTest::newRow("all of Unicode") << u"zh_CN"_s << u"GB18030"_s << u"zh_CN"_s << u"用法"_s;
        QTest::newRow("Western Europe") << u"de_DE"_s << u"ISO-8859-1"_s << u"de"_s << u"für"_s;
        QTest::newRow("Western Europe with Euro") << u"de_DE"_s << u"ISO-8859-15"_s << u"de"_s << u"für"_s;
    }

    void anotherEncodingGetsWhatItCanHold()
    {
        QFETCH(const QString, locale);
        QFETCH(const QString, encoding);
        QFETCH(const QString, language);
        QFETCH(const QString, word);
        const QTemporaryDir folder;
        const QString name = locale + u'.' + encoding;
        if (QProcess::execute(
                u"localedef"_s,
                {u"--no-archive"_s, u"--quiet"_s, u"-i"_s, locale, u"-f"_s, encoding, folder.filePath(name)})
            != 0)
            QSKIP("localedef can't make this locale");
        const auto runIn = [&](const QStringList &arguments) {
            CliProcess process(arguments);
            process.setEnvironment(u"LOCPATH"_s, folder.path());
            process.setEnvironment(u"LC_ALL"_s, name);
            process.start();
            return process.wait();
        };
        const QStringList help{u"--help"_s, u"--lang"_s, language};
        const QByteArray meant = run(help).output;
        QVERIFY(meant.contains(word.toUtf8()));
        const CliResult result = runIn(help);
        QCOMPARE(result.error, QByteArray());
        QStringDecoder decoder(encoding.toLatin1().constData());
        const QString shown = decoder.decode(result.output);
        QVERIFY2(shown.contains(word), result.output.constData());
        QVERIFY(!shown.contains(QChar::ReplacementCharacter));
        QCOMPARE(shown.count(u'?'), QString::fromUtf8(meant).count(u'?')); // nothing of it was lost
        if (encoding == "GB18030"_L1)
            QCOMPARE(shown.toUtf8(), meant);

        const CliResult steps = runIn({u"demo"_s});
        QVERIFY2(steps.output.contains(encoding == "GB18030"_L1 ? "\x81\x37\xbd\x37 Sign in" : "+ Sign in"),
                 steps.output.constData());
        const CliResult json = runIn({u"demo"_s, u"--json"_s, u"--lang"_s, language});
        QVERIFY(QUtf8StringView(json.output).isValidUtf8());
        QCOMPARE(json.result().value("outcome"_L1).toString(), u"enabled"_s);
    }

    void jsonIsUtf8WhateverTheLocale()
    {
        Gateway gateway(false);
        const CliResult result = run(gateway.command(u"enable"_s, {u"--json"_s}), u"C"_s);
        QCOMPARE(result.exitCode, 0);
        for (const QJsonObject &object : result.objects())
            QVERIFY(!object.contains("not-json"_L1));
    }

    void whatTheNetworkSendsIsEscaped_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"serial-control-characters", "serial-bidi", "serial-html", "serial-huge",
                                  "sign-in-hostile-text", "handshake-garbage", "modbus-noise", "modbus-http"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }

    void whatTheNetworkSendsIsEscaped()
    {
        QFETCH(const QString, fault);
        for (const QString &option : {u"--no-color"_s, u"--verbose"_s, u"--json"_s}) {
            Gateway gateway(false, {fault});
            const CliResult result = run(gateway.command(
                u"enable"_s, {option, u"--timeout"_s, u"2000"_s, u"--verify-wait"_s, u"1"_s}));
            QVERIFY2(isPlain(result.output), result.output.left(2000).constData());
            QVERIFY2(isPlain(result.error), result.error.left(2000).constData());
        }
    }

    void noSecretIsEverShown_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"", "sign-in-echoes-password", "sign-in-hostile-text", "sign-in-malformed",
                                  "sign-in-other-number", "session-expired-at-read", "write-done-then-close"})
            QTest::newRow(*fault ? fault : "none") << QString::fromLatin1(fault);
    }

    void noSecretIsEverShown()
    {
        QFETCH(const QString, fault);
        QTemporaryDir folder;
        const QString trace = folder.filePath(u"trace.jsonl"_s);
        for (const QString &form : {u"--no-color"_s, u"--json"_s}) {
            Gateway gateway(false, fault.isEmpty() ? QStringList() : QStringList{fault});
            const CliResult result = run(gateway.command(
                u"enable"_s, {form, u"--verbose"_s, u"--timeout"_s, u"2000"_s, u"--trace"_s, trace}));
            QFile file(trace);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray written = file.readAll();
            QVERIFY(!written.isEmpty());
            QVERIFY2(result.error.contains("websocket -> "),
                     result.error.constData()); // it was verbose indeed
            for (const QByteArray &text : {result.output, result.error, written}) {
                QVERIFY2(!text.contains("geheim"), text.constData());
                QVERIFY2(!text.contains("pass%20"), text.constData());
            }
            // A token is never anything but its mask.
            static const QRegularExpression shown(u"\"token\\\\*\"\\s*:\\s*\\\\*\"(?!\\*\\*\\*)"_s);
            for (const QByteArray &text : {result.output, result.error, written})
                QVERIFY2(!shown.match(QString::fromUtf8(text)).hasMatch(), text.constData());
            if (fault.isEmpty())
                QVERIFY(written.contains("***"));
        }
    }

    void theTraceHasEveryFrameAndOnlyItsOwnerReadsIt()
    {
        QTemporaryDir folder;
        const QString trace = folder.filePath(u"trace.jsonl"_s);
        QFile before(trace);
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("from before\n") > 0);
        before.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther);
        before.close();

        Gateway gateway(false);
        QCOMPARE(run(gateway.command(u"enable"_s, {u"--trace"_s, trace})).exitCode, 0);
        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther;
        QVERIFY(!(QFileInfo(trace).permissions() & others));

        QFile file(trace);
        QVERIFY(file.open(QIODevice::ReadOnly));
        int webSocketSent = 0;
        int modbusReceived = 0;
        while (!file.atEnd()) {
            const QJsonObject entry = QJsonDocument::fromJson(file.readLine()).object();
            QCOMPARE(entry.keys(), QStringList({u"at"_s, u"channel"_s, u"direction"_s, u"text"_s}));
            const QString kind =
                entry.value("channel"_L1).toString() + u' ' + entry.value("direction"_L1).toString();
            webSocketSent += kind == "websocket sent"_L1;
            modbusReceived += kind == "modbus received"_L1;
        }
        // Sign-in, read, write; to read back sign-in, read, and the sign-in that confirms it.
        QCOMPARE(webSocketSent, 6);
        QVERIFY(modbusReceived >= 2);
    }

    void anOutputThatCannotBeWrittenIsNoSuccess_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("redirection");
        QTest::addColumn<QString>("reason");
        const QString full = u">\"$1\""_s;
        const QString noSpace = u"No space left on device"_s;
        for (const QString &arguments :
             {u"--help"_s, u"--version"_s, u"enable --help"_s, u"demo"_s, u"demo --json"_s, u"demo --quiet"_s,
              u"discover --network 127.77.66.1 --timeout 100"_s, u"handover --list"_s,
              u"handover --for evcc --host 127.0.0.1 --no-check"_s, u"simulate --list-faults --json"_s})
            QTest::newRow(qPrintable(arguments + u", full disk"_s)) << arguments << full << noSpace;
        QTest::newRow("closed") << u"demo --json"_s << u">&-"_s << u"Bad file descriptor"_s;
        QTest::newRow("closed, and so is the input")
            << u"--version"_s << u"<&- >&-"_s << u"Bad file descriptor"_s;
    }

    /// On a copy of /dev/full, never on that of this computer.
    void anOutputThatCannotBeWrittenIsNoSuccess()
    {
        QFETCH(const QString, arguments);
        QFETCH(const QString, redirection);
        QFETCH(const QString, reason);
        const QTemporaryDir folder;
        const QString device = folder.filePath(u"full"_s);
        if (redirection.contains(u'1')
            && (::mknod(QFile::encodeName(device).constData(), S_IFCHR | 0600, makedev(1, 7)) != 0
                || !QFile(device).open(QIODevice::WriteOnly)))
            QSKIP("needs root, and a folder where devices work");
        QProcess shell;
        shell.start(u"/bin/sh"_s,
                    {u"-c"_s, u"exec \"$0\" %1 %2"_s.arg(arguments, redirection), cliProgram(), device});
        QVERIFY(QTest::qWaitFor([&] { return shell.state() == QProcess::NotRunning; }, 20000));
        QCOMPARE(shell.exitCode(), 1);
        const QByteArray error = shell.readAllStandardError();
        const QByteArray sentence =
            "sigen-modbus-cli: Standard output can't be written: " + reason.toUtf8() + '\n';
        QVERIFY2(error.endsWith(sentence), error.constData());
    }

    void aTraceThatFindsNoRoomEndsInExitCode1_data()
    {
        QTest::addColumn<QByteArray>("fileSystem");
        QTest::newRow("for a longer file") << QByteArray("size=4k");
        QTest::newRow("for a file at all") << QByteArray("nr_inodes=1");
    }

    void aTraceThatFindsNoRoomEndsInExitCode1()
    {
        QFETCH(const QByteArray, fileSystem);
        Gateway gateway;
        const QTemporaryDir folder;
        const QString trace = folder.filePath(u"trace.jsonl"_s);
        CliProcess process(gateway.command(u"enable"_s, {u"--json"_s, u"--trace"_s, trace}));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.useFullFileSystem(folder.path(), fileSystem);
        process.start();
        const CliResult result = process.wait();
        if (result.exitCode == CliProcess::noFileSystem)
            QSKIP("needs mount namespaces");
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"enabled"_s);
        const QJsonObject error = result.result().value("error"_L1).toObject();
        QCOMPARE(error.value("code"_L1).toString(), u"io"_s);
        QCOMPARE(error.value("message"_L1).toString().count(trace), 1);
        const QByteArray sentence = trace.toUtf8() + "” can't be written any more: No space left";
        QVERIFY2(result.error.contains(sentence), result.error.constData());
    }
};

QTEST_GUILESS_MAIN(CliTextTest)
#include "tst_clitext.moc"
