// Wrong use: exit code 2, one sentence on standard error, nothing on standard output, nothing sent. And what
// asks for help gets it.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

static const QStringList commands{u"discover"_s, u"status"_s, u"enable"_s,   u"disable"_s,  u"set-port"_s,
                                  u"verify"_s,   u"values"_s, u"handover"_s, u"simulate"_s, u"demo"_s};

class CliUsageTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Gateway> m_gateway;

    QString file(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        const bool written = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        if (!written)
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }

    static void row(const char *name, const QStringList &arguments, const QString &words)
    {
        QTest::newRow(name) << arguments << words;
    }

private Q_SLOTS:
    void initTestCase() { m_gateway = std::make_unique<Gateway>(true); }

    void isOneSentenceAndExitCode2_data()
    {
        QTest::addColumn<QStringList>("arguments"); // HOST stands for the gateway and a password
        QTest::addColumn<QString>("words");

        row("no command", {}, u"command is missing"_s);
        row("unknown command", {u"enabel"_s}, u"no command “enabel”"_s);
        for (const char *later : {"batch"})
            row(later, {QString::fromLatin1(later)},
                u"%1 is not part of this version"_s.arg(QLatin1StringView(later)));
        row("option before the command", {u"--json"_s, u"status"_s}, u"--json"_s);
        row("escape in the command", {u"\x1b[31mred"_s}, u"\\x1b"_s);

        row("unknown option", {u"status"_s, u"HOST"_s, u"--frobnicate"_s}, u"no option “frobnicate”"_s);
        row("option of another command", {u"status"_s, u"HOST"_s, u"--dry-run"_s}, u"dry-run"_s);
        row("password as an argument", {u"status"_s, u"HOST"_s, u"--password"_s, u"geheim"_s},
            u"never an argument"_s);
        row("password as a value", {u"status"_s, u"HOST"_s, u"--password=geheim"_s}, u"never an argument"_s);
        row("positional argument", {u"status"_s, u"HOST"_s, u"geheim"_s}, u"options only"_s);
        row("flag with a value", {u"status"_s, u"HOST"_s, u"--json=1"_s}, u"json"_s);
        row("value is missing", {u"status"_s, u"--host"_s}, u"host"_s);
        row("value is an option", {u"status"_s, u"--host"_s, u"--json"_s}, u"needs a value"_s);
        row("given twice", {u"status"_s, u"HOST"_s, u"--host"_s, u"127.0.0.1"_s}, u"more than once"_s);
        row("quiet and verbose", {u"status"_s, u"HOST"_s, u"--quiet"_s, u"--verbose"_s}, u"contradict"_s);
        row("unknown language", {u"status"_s, u"HOST"_s, u"--lang"_s, u"xx"_s}, u"language “xx” is not available"_s);

        row("no host", {u"status"_s}, u"--host is required"_s);
        row("no host, verify", {u"verify"_s}, u"--host is required"_s);
        row("no host, values", {u"values"_s}, u"--host is required"_s);
        for (const char *host :
             {"my gateway", "http://192.168.1.5", "192.168.1.300", "", "a..b", "[::1", "-x"})
            row(host, {u"status"_s, u"--host="_s + QString::fromLatin1(host)}, u"not an address"_s);
        row("public address", {u"status"_s, u"--host"_s, u"8.8.8.8"_s}, u"--allow-public"_s);
        row("public IPv6 address", {u"verify"_s, u"--host"_s, u"2001:db8::1"_s}, u"--allow-public"_s);
        row("carrier-grade NAT", {u"values"_s, u"--host"_s, u"100.64.0.1"_s}, u"--allow-public"_s);

        for (const char *port : {"0", "70000", "-1", "+5", "five", "", "5.5", " 502"}) {
            const QString typed = QString::fromLatin1(port);
            QTest::addRow("ws-port %s", port)
                << QStringList{u"status"_s, u"--host"_s, u"127.0.0.1"_s, u"--ws-port="_s + typed}
                << u"--ws-port takes a whole number from 1 to 65535"_s;
            QTest::addRow("modbus-port %s", port)
                << QStringList{u"enable"_s, u"HOST"_s, u"--modbus-port="_s + typed}
                << u"--modbus-port takes a whole number from 1 to 65535"_s;
        }
        row("set-port without a port", {u"set-port"_s, u"HOST"_s}, u"--modbus-port is required"_s);
        row("timeout 0", {u"status"_s, u"HOST"_s, u"--timeout"_s, u"0"_s}, u"1 to 600000"_s);
        row("timeout too long", {u"status"_s, u"HOST"_s, u"--timeout"_s, u"600001"_s}, u"1 to 600000"_s);
        row("verify-wait negative", {u"enable"_s, u"HOST"_s, u"--verify-wait=-1"_s}, u"0 to 3600"_s);
        row("verify-wait too long", {u"enable"_s, u"HOST"_s, u"--verify-wait"_s, u"3601"_s}, u"0 to 3600"_s);
        row("unit 0", {u"verify"_s, u"VERIFY"_s, u"--unit"_s, u"0"_s}, u"1 to 247"_s);
        row("unit 248", {u"values"_s, u"VERIFY"_s, u"--unit"_s, u"248"_s}, u"1 to 247"_s);
        for (const char *units : {"0", "247", "5-3", "1,,2", "1-", "-3", "sweeep", ""})
            QTest::addRow("units %s", units)
                << QStringList{u"verify"_s, u"VERIFY"_s, u"--units="_s + QString::fromLatin1(units)}
                << u"--units takes device units"_s;
        row("unit and units", {u"verify"_s, u"VERIFY"_s, u"--unit"_s, u"1"_s, u"--units"_s, u"2"_s},
            u"only one"_s);
        // Numbers typed wrong are no host names: nobody is asked about them.
        for (const char *network :
             {"192.168.1.0/33", "10.0.0.0/33", "10.0.0.0/", "192.168.1.20-10", "192.168.1.10-300",
              "192.168.1.10-192.168.1.300", "192.168.2.1-192.168.1.1", "192.168.1.10-", "192.168.1.10-x",
              "1.2.3", "1.2.3.4.5", "192.168.1.256", "192.168.01.1", "", "-", "::1", "http://192.168.1.5"})
            QTest::addRow("discover: network %s", network)
                << QStringList{u"discover"_s, u"--network="_s + QString::fromLatin1(network)}
                << u"is not a network"_s;
        const QString searchIt = u"use --network 192.168.1.5"_s;
        const QList<std::pair<QString, QString>> hints{
            {u"http://192.168.1.5/"_s, searchIt + u'.'},
            {u"https://192.168.1.5:8080/admin"_s, searchIt + u'.'},
            {u"ws://192.168.1.5:8088/ws"_s, searchIt + u" --ws-port 8088."_s},
            {u"http://admin:geheim@192.168.1.5/"_s, u"“http://…@192.168.1.5/” is not a network"_s},
            {u"admin:geheim@"_s, u"“…@” is not a network"_s},
            {u"192.168.1.5:8080"_s, searchIt + u'.'},
            {u"192.168.1.5:502"_s, searchIt + u'.'},
            {u"192.168.1.5:1502"_s, searchIt + u", and --ws-port 1502 or --modbus-port 1502"_s},
            {u"gateway.local:8080"_s, u"use --network gateway.local."_s},
            {u"http://192.168.1.0/24"_s, u"use --network 192.168.1.0/24."_s},
            {u"192.168.1.10-20:8080"_s, u"use --network 192.168.1.10-20."_s},
            {u"192.168.1.10-300:8080"_s, u"is not a network. Examples"_s},
            {u"192.168.1.5:70000"_s, u"is not a network. Examples"_s},
            {u"[fd00::1]:8080"_s, u"is not a network. Examples"_s}};
        for (const auto &[typed, hint] : hints)
            QTest::addRow("discover: hint for %s", qPrintable(typed))
                << QStringList{u"discover"_s, u"--network="_s + typed} << hint;
        row("discover: second network", {u"discover"_s, u"--network=127.0.0.1"_s, u"--network=1.2.3"_s},
            u"“1.2.3” is not a network"_s);
        row("discover: public", {u"discover"_s, u"--network"_s, u"8.8.8.0/24"_s}, u"--allow-public"_s);
        row("discover: multicast", {u"discover"_s, u"--network"_s, u"224.0.0.1"_s, u"--allow-public"_s},
            u"no device can have"_s);
        row("discover: large", {u"discover"_s, u"--network"_s, u"10.0.0.0/16"_s}, u"--yes-large"_s);
        row("discover: large in parts",
            {u"discover"_s, u"--network=10.0.0.0-10.0.3.255"_s, u"--network=192.168.1.1"_s},
            u"1025 addresses"_s);
        row("discover: port", {u"discover"_s, u"--ws-port"_s, u"0"_s}, u"1 to 65535"_s);
        row("discover: a password", {u"discover"_s, u"--password-stdin"_s}, u"password-stdin"_s);
        row("interval 0", {u"values"_s, u"VERIFY"_s, u"--interval"_s, u"0"_s}, u"1 to 86400"_s);
        row("count 0", {u"values"_s, u"VERIFY"_s, u"--count"_s, u"0"_s}, u"whole number from 1"_s);

        const QString hex = u"0123456789abcdef"_s;
        row("short fingerprint", {u"status"_s, u"HOST"_s, u"--tls-fingerprint"_s, hex},
            u"64 hexadecimal digits"_s);
        row("fingerprint with other letters",
            {u"status"_s, u"HOST"_s, u"--tls-fingerprint"_s, hex + hex + hex + u"0123456789abcdeg"_s},
            u"64 hexadecimal digits"_s);
        row("ws-path without a slash", {u"status"_s, u"HOST"_s, u"--ws-path"_s, u"ws"_s}, u"--ws-path"_s);
        row("ws-path with a space", {u"status"_s, u"HOST"_s, u"--ws-path"_s, u"/w s"_s}, u"--ws-path"_s);
        row("empty user name", {u"status"_s, u"HOST"_s, u"--username="_s}, u"user name is empty"_s);

        row("profile that is not there", {u"status"_s, u"HOST"_s, u"--profile"_s, u"/nowhere/p.json"_s},
            u"/nowhere/p.json"_s);
        const QString broken = file(u"broken.json"_s, "{\n  \"name\": \"mine\",\n  \"paths\": 5\n}\n");
        row("broken profile names the file", {u"status"_s, u"HOST"_s, u"--profile"_s, broken}, broken);
        row("broken profile names the line", {u"status"_s, u"HOST"_s, u"--profile"_s, broken}, u"line "_s);
        row("trace that cannot be written", {u"status"_s, u"HOST"_s, u"--trace"_s, u"/nowhere/trace"_s},
            u"/nowhere/trace"_s);
        row("trace without a name", {u"status"_s, u"HOST"_s, u"--trace="_s}, u"--trace"_s);

        row("bind to no address", {u"simulate"_s, u"--bind"_s, u"localhost.example"_s}, u"--bind"_s);
        row("unknown fault", {u"simulate"_s, u"--fault"_s, u"explode"_s}, u"no fault “explode”"_s);
        row("simulate: ws-port", {u"simulate"_s, u"--ws-port"_s, u"65536"_s}, u"0 to 65535"_s);
        row("simulate has no trace", {u"simulate"_s, u"--trace"_s, u"x"_s}, u"trace"_s);
        row("simulate has no keychain", {u"simulate"_s, u"--keychain"_s}, u"keychain"_s);
    }

    void isOneSentenceAndExitCode2()
    {
        QFETCH(QStringList, arguments);
        QFETCH(const QString, words);
        // Everything else is right, so that only the mistake can be what stops it.
        if (const qsizetype at = arguments.indexOf(u"HOST"_s); at >= 0)
            arguments = m_gateway->command(arguments.first()) + arguments.mid(at + 1);
        if (const qsizetype at = arguments.indexOf(u"VERIFY"_s); at >= 0)
            arguments = m_gateway->modbusCommand(arguments.first()) + arguments.mid(at + 1);

        for (const bool json : {false, true}) {
            if (json && (arguments.isEmpty() || !commands.contains(arguments.first())))
                continue;
            CliProcess process(json ? arguments + QStringList{u"--json"_s} : arguments);
            process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
            process.start();
            const CliResult result = process.wait();
            QCOMPARE(result.exitCode, 2);
            QCOMPARE(result.output, QByteArray());
            QVERIFY2(result.error.startsWith("sigen-modbus-cli: "), result.error.constData());
            QCOMPARE(result.error.count('\n'), 1);
            QVERIFY(result.error.endsWith('\n'));
            QVERIFY2(result.error.contains(words.toUtf8()), result.error.constData());
            QVERIFY2(!result.error.contains("geheim") && !result.error.contains('\x1b'),
                     result.error.constData());
        }
    }

    void nothingWasSentToTheGateway()
    {
        QCOMPARE(m_gateway->counters().webSocketConnections, 0);
        QCOMPARE(m_gateway->counters().modbusConnections, 0);
    }

    void anAddressThatIsFoundForbiddenLaterIsWrongUseToo()
    {
        for (const QString &command : {u"status"_s, u"verify"_s, u"values"_s}) {
            CliProcess process({command, u"--host"_s, u"0.0.0.0"_s, u"--allow-public"_s, u"--json"_s});
            if (command == "status"_L1)
                process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
            process.start();
            const CliResult result = process.wait();
            QCOMPARE(result.exitCode, 2);
            QCOMPARE(result.objects(u"result"_s).size(), 0);
            QCOMPARE(result.error.count('\n'), 1);
            QVERIFY2(result.error.contains("0.0.0.0 can't be contacted"), result.error.constData());
        }
    }

    void whatIsNoHostGetsAFittingHint_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("toSignIn"); // what is said of it by commands that sign in
        QTest::addColumn<QString>("toVerify"); // and by those that only read Modbus
        const auto row = [](const QString &host, const QString &toSignIn, const QString &toVerify = {}) {
            QTest::newRow(qPrintable(host)) << host << toSignIn << (toVerify.isNull() ? toSignIn : toVerify);
        };
        const QString ask = u"use --host 192.168.1.5"_s;
        row(u"http://192.168.1.5"_s, ask + u'.');
        row(u"http://192.168.1.5/"_s, ask + u'.');
        row(u"HTTP://192.168.1.5/admin/index.html"_s, ask + u'.');
        row(u"https://192.168.1.5/"_s, ask + u" --tls."_s, ask + u'.');
        row(u"ws://192.168.1.5/ws"_s, ask + u" --ws-path /ws."_s, ask + u'.');
        row(u"wss://192.168.1.5:8443/ws"_s, ask + u" --ws-port 8443 --ws-path /ws --tls."_s,
            ask + u" --modbus-port 8443."_s);
        row(u"192.168.1.5:8080"_s, ask + u" --ws-port 8080."_s,
            ask + u". Port 8080 is the WebSocket port"_s);
        row(u"192.168.1.5:502"_s, ask + u". Port 502 is the Modbus port"_s, ask + u" --modbus-port 502."_s);
        row(u"192.168.1.5:1502"_s, ask + u" --ws-port 1502."_s, ask + u" --modbus-port 1502."_s);
        row(u"192.168.1.5:"_s, ask + u'.');
        row(u"192.168.1.5/"_s, ask + u'.');
        row(u"gateway.local:8080"_s, u"use --host gateway.local --ws-port 8080."_s,
            u"use --host gateway.local. Port 8080"_s);
        row(u"[fd00::1]:8080"_s, u"use --host fd00::1 --ws-port 8080."_s, u"use --host fd00::1. Port 8080"_s);
        row(u"[fe80::1%eth0]:502"_s, u"use --host fe80::1%eth0. Port 502"_s,
            u"use --host fe80::1%eth0 --modbus-port 502."_s);
        row(u"http://admin:geheim@192.168.1.5/"_s, ask + u'.');
        row(u"admin:geheim@192.168.1.5"_s, ask + u'.');
        row(u"192.168.1.0/24"_s, u"discover --network 192.168.1.0/24 scans it"_s);
        row(u"192.168.1.10-20"_s, u"discover --network 192.168.1.10-20 scans it"_s);
        const QString nothing = u"is not an address or a host name.\n"_s;
        for (const char *other : {"192.168.1.300",
                                  "192.168.1",
                                  "192.168.01.5",
                                  "1.2.3.4.5",
                                  "192.168.1.5:0",
                                  "192.168.1.5:70000",
                                  "192.168.1.5:http",
                                  "http://",
                                  "://x",
                                  "http://:8080/",
                                  "a b",
                                  "a_b c:8080",
                                  "[::1",
                                  "[::1]x",
                                  "%",
                                  "%1",
                                  "%1 %2:502",
                                  "fe80::1%",
                                  "host..name",
                                  "-x",
                                  "/",
                                  "?",
                                  "@",
                                  "geheim@"})
            row(QString::fromLatin1(other), nothing);
        const QString nobody = u"can't be contacted: no device has this address"_s;
        for (const char *other : {"0.0.0.0", "0.1.2.3", "255.255.255.255", "224.0.0.1", "240.1.2.3",
                                  "::", "ff02::1", "[ff02::1%eth0]", "::ffff:0.0.0.0"})
            row(QString::fromLatin1(other), nobody);
        const QString publicOne = u"is not on a private network; --allow-public permits it"_s;
        for (const char *other : {"8.8.8.8", "100.64.0.1", "2001:db8::1", "[2001:db8::1]", "::ffff:8.8.8.8"})
            row(QString::fromLatin1(other), publicOne);
    }

    void whatIsNoHostGetsAFittingHint()
    {
        QFETCH(const QString, host);
        QFETCH(const QString, toSignIn);
        QFETCH(const QString, toVerify);
        const QStringList tried{u"status"_s, u"enable"_s, u"disable"_s, u"verify"_s, u"values"_s};
        for (const QString &command : tried) {
            CliProcess process({command, u"--json"_s, u"--host="_s + host});
            process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
            process.start();
            const CliResult result = process.wait();
            QCOMPARE(result.exitCode, 2);
            QVERIFY(result.output.isEmpty());
            QCOMPARE(result.error.count('\n'), 1);
            const bool signsIn = tried.indexOf(command) < 3;
            const QString words = signsIn ? toSignIn : toVerify;
            QVERIFY2(result.error.contains(words.toUtf8()), result.error.constData());
            QVERIFY2(!result.error.contains("geheim"), result.error.constData());
        }
    }

    void anAddressWithoutItsZoneIsToldToHaveOne()
    {
        for (const QString &command : {u"status"_s, u"verify"_s, u"values"_s}) {
            CliProcess process({command, u"--json"_s, u"--timeout"_s, u"2000"_s, u"--host"_s, u"fe80::1"_s});
            process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s,
                                   command == "status"_L1 ? gatewayPassword : QString());
            if (command != "status"_L1)
                process.unsetEnvironment(u"SIGEN_MODBUS_PASSWORD"_s);
            process.start();
            const CliResult result = process.wait();
            const QJsonObject error = result.result().value("error"_L1).toObject();
            if (error.value("code"_L1).toString() == "io"_L1)
                QSKIP("no IPv6 on this computer");
            QCOMPARE(result.exitCode, 3);
            QCOMPARE(error.value("code"_L1).toString(), u"unreachable"_s);
            QVERIFY(error.value("message"_L1).toString().contains(u"fe80::1"_s));
            QVERIFY(error.value("advice"_L1).toArray().first().toString().contains(u"fe80::1%eth0"_s));
        }
    }

    void aZoneStaysWholeInSentences()
    {
        // A zone in digits looks like a place to put something in.
        CliProcess process({u"verify"_s, u"--json"_s, u"--timeout"_s, u"500"_s, u"--host"_s, u"fe80::1%2"_s});
        process.start();
        const CliResult result = process.wait();
        const QJsonObject error = result.result().value("error"_L1).toObject();
        if (error.value("code"_L1).toString() == "io"_L1)
            QSKIP("no IPv6 on this computer");
        QVERIFY2(error.value("message"_L1).toString().contains(u"fe80::1%2"_s)
                     || error.value("message"_L1).toString().contains(u"fe80::1%lo"_s),
                 result.output.constData());
    }

    void aFingerprintMeansThatNothingGoesOutInClear()
    {
        CliProcess process(m_gateway->command(u"status"_s,
                                              {u"--json"_s, u"--timeout"_s, u"2000"_s, u"--tls-fingerprint"_s,
                                               QString(32, u'A') + QString(32, u'b')}));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 6);
        QCOMPARE(m_gateway->counters().signIns, 0);
    }

    void itSpeaksTheLanguageThatItIsAskedFor_data()
    {
        QTest::addColumn<QStringList>("language");
        QTest::addColumn<QString>("word");
        QTest::newRow("none given") << QStringList() << u"Usage:"_s;
        QTest::newRow("English") << QStringList{u"--lang"_s, u"en"_s} << u"Usage:"_s;
        QTest::newRow("German") << QStringList{u"--lang"_s, u"de"_s} << u"Aufruf:"_s;
        QTest::newRow("Chinese") << QStringList{u"--lang=zh_CN"_s} << u"用法"_s;
    }

    void itSpeaksTheLanguageThatItIsAskedFor()
    {
        QFETCH(QStringList, language);
        QFETCH(QString, word);
        const CliResult result = runCli(QStringList{u"verify"_s, u"--help"_s} + language);
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(QString::fromUtf8(result.output).contains(word), result.output.constData());
    }

    void theProgramsHelpListsEveryCommandOfThisVersion()
    {
        for (const QString &argument : {u"--help"_s, u"-h"_s}) {
            const CliResult result = runCli({argument});
            QCOMPARE(result.exitCode, 0);
            QCOMPARE(result.error, QByteArray());
            const QString text = QString::fromUtf8(result.output);
            for (const QString &command : commands)
                QVERIFY2(text.contains("\n  "_L1 + command + u' '), qPrintable(command));
            for (const char *later : {"batch"})
                QVERIFY2(!result.output.contains(later), later);
        }
    }

    void eachCommandsHelpHasExamplesAndIsNeverWrongUse()
    {
        for (const QString &command : commands) {
            const CliResult result = runCli({command, u"--help"_s, u"--nonsense"_s});
            QCOMPARE(result.exitCode, 0);
            QCOMPARE(result.error, QByteArray());
            const QString text = QString::fromUtf8(result.output);
            QVERIFY(text.contains("Usage: sigen-modbus-cli "_L1 + command));
            QVERIFY(text.contains("Examples:\n  sigen-modbus-cli "_L1 + command));
            QVERIFY(result.output.contains("--json"));
            for (const QByteArray &line : result.output.split('\n'))
                QVERIFY2(line.startsWith("  sigen-modbus-cli") || QString::fromUtf8(line).size() <= 100,
                         line.constData());
        }
    }

    void versionIsOneLine()
    {
        const CliResult result = runCli({u"--version"_s});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.output, QByteArray("sigen-modbus-cli " SIGEN_VERSION "\n"));
        QCOMPARE(result.error, QByteArray());
    }
};

QTEST_GUILESS_MAIN(CliUsageTest)
#include "tst_cliusage.moc"
