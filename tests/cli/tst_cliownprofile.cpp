// What profiles of one's own may do: nothing while something is open, and no first change of a gateway before
// their user has accepted the requests.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"
#include "cli/pseudoterminal.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class CliOwnProfileTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder; ///< the settings and the profiles
    std::unique_ptr<Gateway> m_gateway;
    QString m_own;

    QString save(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }

    static QByteArray documented()
    {
        QFile file(u":/sigen/profiles/documented.json"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QByteArray own() { return documented().replace("\"documented\"", "\"own\""); }

    QStringList withOwn(const QString &command, const QStringList &more = {}) const
    {
        return m_gateway->command(command, QStringList{u"--profile"_s, m_own, u"--json"_s} + more);
    }

    /// Without a terminal.
    CliResult run(const QStringList &arguments) const
    {
        CliProcess process(arguments);
        process.useSettings(m_folder->path());
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.start();
        return process.wait();
    }

    QString outcome(const CliResult &result) const
    {
        [&] { QCOMPARE(contractBreach(result), QString()); }();
        return result.result().value("outcome"_L1).toString();
    }

    void isRefused(const CliResult &result) const
    {
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.error.contains("--accept-profile"), result.error.constData());
        QCOMPARE(result.output, QByteArray());
    }

    static QStringList matches(const QByteArray &text, const QString &pattern)
    {
        QStringList found;
        auto match = QRegularExpression(pattern, QRegularExpression::MultilineOption)
                         .globalMatch(QString::fromUtf8(text));
        while (match.hasNext())
            found += match.next().captured(1);
        return found;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_gateway = std::make_unique<Gateway>();
        m_own = save(u"own.json"_s, own());
    }
    void cleanup() { m_gateway.reset(); }

    void nothingIsSentWithAnOpenDraft_data()
    {
        int rows = 0;
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("options");
        const QByteArray commands = runCli({u"--help"_s}).output;
        for (const QString &command :
             matches(commands.mid(commands.indexOf("Commands:")), u"^  ([a-z-]+) "_s)) {
            const QByteArray help = runCli({command, u"--help"_s}).output;
            const QStringList options = matches(help, u"^  --([a-z-]+)"_s);
            if (!options.contains(u"profile"_s))
                continue;
            QTest::newRow(qPrintable(command)) << command << options;
            if (options.contains(u"passive"_s))
                QTest::addRow("%s, passive", qPrintable(command)) << command << options;
            ++rows;
        }
        QVERIFY(rows >= 10);
    }

    /// Whatever takes --profile, a command that is added later on as well.
    void nothingIsSentWithAnOpenDraft()
    {
        QFETCH(const QString, command);
        QFETCH(const QStringList, options);
        QByteArray draft = own();
        draft.insert(draft.indexOf('{') + 1, "\"open\": [\"what on is\"],");
        QStringList arguments{command, u"--json"_s, u"--profile"_s, save(u"draft.json"_s, draft)};
        const auto give = [&](const QString &option, const QString &value) {
            if (options.contains(option))
                arguments += {u"--"_s + option, value};
        };
        if (command == "service"_L1)
            arguments.insert(1, u"install"_s);
        if (QByteArray(QTest::currentDataTag()).endsWith("passive"))
            arguments += u"--passive"_s;
        give(u"host"_s, m_gateway->host());
        give(u"network"_s, m_gateway->host());
        give(u"ws-port"_s, QString::number(m_gateway->simulator.webSocketPort()));
        give(u"modbus-port"_s, QString::number(m_gateway->port()));
        const CliResult result = run(arguments);
        QCOMPARE(outcome(result), u"failed"_s);
        QCOMPARE(result.exitCode, 6);
        QCOMPARE(result.result().value("error"_L1)["code"_L1].toString(), u"profile-incomplete"_s);
        QCOMPARE(m_gateway->counters().webSocketConnections, 0);
        QCOMPARE(m_gateway->counters().modbusConnections, 0);
        QVERIFY(result.objects(u"listening"_s).isEmpty());
        QDirIterator units(m_folder->path(), {u"*.service"_s}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(!units.hasNext());
    }

    void aFirstChangeWithoutATerminalNeedsTheOption()
    {
        isRefused(run(withOwn(u"enable"_s)));
        isRefused(run(withOwn(u"repair"_s)));
        isRefused(run(withOwn(u"watch"_s, {u"--once"_s})));
        QCOMPARE(m_gateway->counters().webSocketConnections, 0);
        // Reading changes nothing, and a built-in one under its own name is one.
        QCOMPARE(run(withOwn(u"status"_s)).exitCode, 0);
        const QString same = save(u"same.json"_s, documented());
        QCOMPARE(run(m_gateway->command(u"enable"_s, {u"--profile"_s, same})).exitCode, 0);
    }

    void whatWasAcceptedIsRememberedForThisContentAndThisGateway()
    {
        QCOMPARE(outcome(run(withOwn(u"enable"_s, {u"--accept-profile"_s}))), u"enabled"_s);
        QCOMPARE(outcome(run(withOwn(u"disable"_s))), u"disabled"_s);

        // Its layout is not its content.
        save(u"own.json"_s, own() + "\n");
        QCOMPARE(outcome(run(withOwn(u"enable"_s))), u"enabled"_s);
        save(u"own.json"_s, own().replace("\"on\": 1", "\"on\": 2"));
        isRefused(run(withOwn(u"disable"_s)));

        save(u"own.json"_s, own());
        const Gateway other;
        isRefused(run(other.command(u"enable"_s, {u"--profile"_s, m_own})));
        QCOMPARE(other.counters().webSocketConnections, 0);
        QCOMPARE(m_gateway->counters().writes, 3);
    }

    void atATerminalItIsAskedOnce_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<bool>("isYes");
        QTest::newRow("y") << QByteArray("y\n") << true;
        QTest::newRow("Yes") << QByteArray("Yes\n") << true;
        QTest::newRow("n") << QByteArray("n\n") << false;
        QTest::newRow("only Enter") << QByteArray("\n") << false;
        QTest::newRow("end of input") << QByteArray("\x04") << false;
        QTest::newRow("Ctrl-C") << QByteArray("\x03") << false;
    }

    void atATerminalItIsAskedOnce()
    {
        QFETCH(const QByteArray, keys);
        QFETCH(const bool, isYes);
        const PseudoTerminal terminal;
        if (!terminal.isValid())
            QSKIP("no pseudo terminal");
        CliProcess process(withOwn(u"enable"_s));
        process.useSettings(m_folder->path());
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.useAsInput(terminal);
        process.start();
        QTRY_VERIFY(process.error().contains("[y/N]"));
        // The very requests, with placeholders for all that is secret.
        for (const char *each :
             {R"({"msgType":0,"sn":"{serial}","data":{"username":"{username}","password":"{password}"}})",
              "\n  read  {\"msgType\":2,", "\n  write  {\"msgType\":3,", "sends 1 for on and 0 for off",
              "“own”"})
            QVERIFY2(process.error().contains(each), process.error().constData());
        QVERIFY(!process.error().contains(gatewayPassword.toUtf8()));
        QCOMPARE(m_gateway->counters().webSocketConnections, 0);
        terminal.type(keys);
        const CliResult result = process.wait();
        QCOMPARE(outcome(result), isYes ? u"enabled"_s : u"cancelled"_s);
        QCOMPARE(result.exitCode, isYes ? 0 : 130);
        QCOMPARE(m_gateway->counters().writes, isYes ? 1 : 0);
        QCOMPARE(m_gateway->counters().webSocketConnections > 0, isYes);

        const CliResult next = run(withOwn(u"disable"_s));
        if (isYes)
            QCOMPARE(outcome(next), u"disabled"_s);
        else
            isRefused(next);
    }

    void aRepairAsksBothQuestionsAndThenThePassword()
    {
        PseudoTerminal terminal;
        if (!terminal.isValid())
            QSKIP("no pseudo terminal");
        m_gateway = std::make_unique<Gateway>(true);
        CliProcess process(withOwn(u"repair"_s));
        process.useSettings(m_folder->path());
        process.useAsInput(terminal);
        process.start();
        QTRY_COMPARE(process.error().count("[y/N]"), 1);
        terminal.type("y\n");
        QTRY_COMPARE(process.error().count("[y/N]"), 2);
        terminal.type("y\n");
        QTRY_VERIFY(process.error().contains("Password for admin"));
        QTRY_VERIFY(!terminal.echoes());
        terminal.type(gatewayPassword.toUtf8() + '\n');
        QCOMPARE(outcome(process.wait()), u"repaired"_s);
        QCOMPARE(m_gateway->counters().writes, 2);
    }

    void aSignalWhileAskingIsTheEnd_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("watch") << QStringList{u"watch"_s, u"--once"_s};
        QTest::newRow("service") << QStringList{u"service"_s, u"install"_s};
    }

    void aSignalWhileAskingIsTheEnd()
    {
        QFETCH(const QStringList, command);
        const PseudoTerminal terminal;
        if (!terminal.isValid())
            QSKIP("no pseudo terminal");
        CliProcess process(withOwn(command.first(), command.mid(1)));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process.useAsInput(terminal);
        process.start();
        QTRY_VERIFY(process.error().contains("[y/N]"));
        process.signal(SIGTERM);
        const CliResult result = process.wait();
        QCOMPARE(outcome(result), u"cancelled"_s);
        QCOMPARE(result.exitCode, 130);
        QCOMPARE(m_gateway->counters().webSocketConnections, 0);
    }

    void aDryRunShowsTheRequestsAndAcceptsNothing_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("enable") << u"enable"_s;
        QTest::newRow("repair") << u"repair"_s;
    }

    void aDryRunShowsTheRequestsAndAcceptsNothing()
    {
        QFETCH(const QString, command);
        m_gateway = std::make_unique<Gateway>(command == "repair"_L1);
        const CliResult result = run(withOwn(command, {u"--dry-run"_s}));
        QCOMPARE(outcome(result), u"dry-run"_s);
        const QList<QJsonObject> requests = result.objects(u"request"_s);
        QCOMPARE(requests.size(), 3);
        QCOMPARE(requests.first().value("name"_L1).toString(), u"sign-in 1"_s);
        QVERIFY(requests.first().value("text"_L1).toString().contains(u"{password}"_s));
        QCOMPARE(requests.last().value("name"_L1).toString(), u"write"_s);
        QVERIFY(!result.output.contains(gatewayPassword.toUtf8()));
        QCOMPARE(m_gateway->counters().writes, 0);
        QVERIFY(
            run(m_gateway->command(command, {u"--json"_s, u"--dry-run"_s})).objects(u"request"_s).isEmpty());
        isRefused(run(withOwn(command)));
    }
};

QTEST_GUILESS_MAIN(CliOwnProfileTest)
#include "tst_cliownprofile.moc"
