// Background services: the files that the systems want, their names, and what may stand in them.

#include "keeping/serviceplan.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStringDecoder>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class ServicePlanTest : public QObject
{
    Q_OBJECT

    static ServiceSpec spec(const QString &host = u"192.168.1.150"_s)
    {
        ServiceSpec result;
        result.program = u"/usr/bin/sigen-modbus-cli"_s;
        result.host = host;
        result.options = {u"--interval"_s, u"30"_s, u"--keychain"_s, u"--unless-turned-off"_s};
        result.home = u"/home/anna"_s;
        result.settingsFolder = u"/home/anna/.config/sigen-modbus"_s;
        result.user = u"PC\\anna"_s;
        result.userId = u"501"_s;
        return result;
    }

    static QString plan(ServiceSystem system, const ServiceSpec &wished)
    {
        return QString::fromUtf8(planService(system, wished, u"/folder"_s).content);
    }

    static QString lineOf(const QString &text, const QString &key)
    {
        return QRegularExpression(u"^%1=(.*)$"_s.arg(key), QRegularExpression::MultilineOption)
            .match(text)
            .captured(1);
    }

    /// The texts of all elements \a name, in order.
    static QStringList elements(const QString &xml, const QString &name)
    {
        QStringList texts;
        QXmlStreamReader reader(xml);
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == name)
                texts += reader.readElementText();
        }
        if (reader.hasError())
            qFatal("%s", qPrintable(reader.errorString()));
        return texts;
    }

private Q_SLOTS:
    void aNameLeadsBackToItsHost_data()
    {
        QTest::addColumn<QString>("host");
        for (const char *host :
             {"192.168.1.150", "gateway.local", "fe80::1%eth0", "under_score", "..", "../../x", "münchen"})
            QTest::newRow(host) << QString::fromUtf8(host);
    }

    void aNameLeadsBackToItsHost()
    {
        QFETCH(const QString, host);
        for (const ServiceSystem system :
             {ServiceSystem::Systemd, ServiceSystem::Launchd, ServiceSystem::TaskScheduler}) {
            const ServicePlan made = planService(system, spec(host), u"/folder"_s);
            const QString file = made.path.sliced(QLatin1StringView("/folder/").size());
            QVERIFY2(!file.contains(u'/') && !file.contains(u' '), qPrintable(file));
            QCOMPARE(serviceHost(system, file), host);
        }
    }

    void filesOfOthersAreNotOurs()
    {
        for (const QString &name : {u"sigen-modbus.service"_s, u"sigen-modbus-watch-a b.service"_s,
                                    u"sigen-modbus-watch-a.timer"_s, u"sigen-modbus-watch-_2.service"_s})
            QCOMPARE(serviceHost(ServiceSystem::Systemd, name), QString());
    }

    void theUnitRunsTheWatchAndIsClosedIn()
    {
        const QString unit = plan(ServiceSystem::Systemd, spec());
        QCOMPARE(
            lineOf(unit, u"ExecStart"_s),
            u"\"/usr/bin/sigen-modbus-cli\" \"watch\" \"--host\" \"192.168.1.150\" \"--interval\" \"30\" "
            "\"--keychain\" \"--unless-turned-off\""_s);
        QCOMPARE(lineOf(unit, u"NoNewPrivileges"_s), u"yes"_s);
        QCOMPARE(lineOf(unit, u"ProtectHome"_s), u"read-only"_s);
        QCOMPARE(lineOf(unit, u"ReadWritePaths"_s), u"\"-/home/anna/.config/sigen-modbus\""_s);
        // A refused sign-in must not be sent again by starting it again.
        QCOMPARE(lineOf(unit, u"RestartPreventExitStatus"_s), u"2 4 7"_s);
        QVERIFY(!unit.contains("Environment"_L1));
        const QString plain = QString::fromUtf8(planService(ServiceSystem::Systemd, spec(), {}).plainContent);
        QVERIFY(!plain.contains("ProtectHome"_L1));
        QCOMPARE(lineOf(plain, u"NoNewPrivileges"_s), u"yes"_s);
    }

    void whatSystemdWouldExpandStandsForItself()
    {
        ServiceSpec odd = spec(u"fe80::1%eth0"_s);
        odd.options = {u"--history"_s, u"/home/anna/a \"b\" $HOME %h\\c.jsonl"_s};
        odd.writtenFiles = {u"/home/anna/logs/a.jsonl"_s};
        odd.configHome = u"/home/anna/conf$1"_s;
        const QString unit = plan(ServiceSystem::Systemd, odd);
        QCOMPARE(lineOf(unit, u"ExecStart"_s),
                 u"\"/usr/bin/sigen-modbus-cli\" \"watch\" \"--host\" \"fe80::1%%eth0\" \"--history\" "
                 "\"/home/anna/a \\\"b\\\" $$HOME %%h\\\\c.jsonl\""_s);
        QCOMPARE(lineOf(unit, u"Description"_s), u"Keeps the Modbus TCP server of fe80::1%%eth0 on"_s);
        QCOMPARE(lineOf(unit, u"ReadWritePaths"_s),
                 u"\"-/home/anna/.config/sigen-modbus\" \"-/home/anna/logs\""_s);
        QCOMPARE(lineOf(unit, u"Environment"_s), u"\"XDG_CONFIG_HOME=/home/anna/conf$1\""_s);
    }

    void noTextBeginsALineOfItsOwnInTheUnit()
    {
        ServiceSpec odd = spec();
        odd.options = {u"--username"_s, u"anna\"\nExecStartPre=/bin/false\r\t"_s};
        odd.writtenFiles = {u"/home/anna/a\nExecStop=/bin/false/a.jsonl"_s};
        const QString unit = plan(ServiceSystem::Systemd, odd);
        QCOMPARE(lineOf(unit, u"ExecStartPre"_s), QString());
        QCOMPARE(lineOf(unit, u"ExecStop"_s), QString());
        QVERIFY(unit.contains(u"\"anna\\\"\\x0aExecStartPre=/bin/false\\x0d\\x09\""_s));
    }

    void systemdFindsNoFaultAndLittleExposure()
    {
        if (QStandardPaths::findExecutable(u"systemd-analyze"_s).isEmpty())
            QSKIP("no systemd-analyze");
        const QTemporaryDir folder;
        ServiceSpec here = spec();
        here.program = u"/bin/true"_s;
        const ServicePlan made = planService(ServiceSystem::Systemd, here, folder.path());
        QFile file(made.path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(made.content) == made.content.size());
        file.close();
        QProcess analyze;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_RUNTIME_DIR"_s, folder.path());
        analyze.setProcessEnvironment(environment);
        analyze.setProcessChannelMode(QProcess::MergedChannels);
        analyze.start(u"systemd-analyze"_s,
                      {u"security"_s, u"--user"_s, u"--offline=true"_s, u"--no-pager"_s, u"--threshold=30"_s,
                       made.path});
        QVERIFY(QTest::qWaitFor([&] { return analyze.state() == QProcess::NotRunning; }, 30000));
        const QByteArray said = analyze.readAll();
        if (!said.contains("Overall exposure level"))
            QSKIP("systemd-analyze can't judge a file here");
        QVERIFY2(analyze.exitCode() == 0, said.constData());
        QVERIFY2(!said.contains("ignoring"), said.constData());
    }

    void theAgentIsAPropertyListThatNeverSignsInTwice()
    {
        ServiceSpec odd = spec(u"fe80::1%en0"_s);
        odd.options = {u"--history"_s, u"/Users/anna/<a> & \"b\".jsonl"_s};
        const QString agent = plan(ServiceSystem::Launchd, odd);
        QCOMPARE(elements(agent, u"string"_s).mid(1, 6),
                 (QStringList{u"/usr/bin/sigen-modbus-cli"_s, u"watch"_s, u"--host"_s, u"fe80::1%en0"_s,
                              u"--history"_s, u"/Users/anna/<a> & \"b\".jsonl"_s}));
        QCOMPARE(elements(agent, u"key"_s).filter(u"SuccessfulExit"_s), QStringList());
        QVERIFY(elements(agent, u"key"_s).contains(u"Crashed"_s));
        const ServicePlan made = planService(ServiceSystem::Launchd, spec(), u"/folder"_s);
        QCOMPARE(made.install.constFirst(),
                 (QStringList{u"launchctl"_s, u"bootstrap"_s, u"gui/501"_s, made.path}));
    }

    void theTaskIsXmlThatWindowsTakesApartAsMeant()
    {
        ServiceSpec odd = spec();
        odd.program = u"C:/Program Files/Sigen Modbus/sigen-modbus-cli.exe"_s;
        odd.options = {u"--history"_s, u"C:\\Users\\Anna B\\\"x\"\\"_s};
        const QByteArray bytes = planService(ServiceSystem::TaskScheduler, odd, u"/folder"_s).content;
        QVERIFY(bytes.startsWith("\xFF\xFE<"));
        QStringDecoder decoder(QStringConverter::Utf16LE);
        const QString task = decoder.decode(bytes.sliced(2));
        QCOMPARE(elements(task, u"Arguments"_s),
                 QStringList{u"\"watch\" \"--host\" \"192.168.1.150\" \"--history\" "
                             "\"C:\\Users\\Anna B\\\\\\\"x\\\"\\\\\""_s});
        QCOMPARE(elements(task, u"UserId"_s), (QStringList{u"PC\\anna"_s, u"PC\\anna"_s}));
        QCOMPARE(elements(task, u"RunLevel"_s), QStringList{u"LeastPrivilege"_s});
        QCOMPARE(elements(task, u"ExecutionTimeLimit"_s), QStringList{u"PT0S"_s});
    }

    void theSystemsWordsBecomeOurs()
    {
        QCOMPARE(serviceState(ServiceSystem::Systemd, "active\n", 0), u"running"_s);
        QCOMPARE(serviceState(ServiceSystem::Systemd, "activating\n", 3), u"running"_s);
        QCOMPARE(serviceState(ServiceSystem::Systemd, "failed\n", 3), u"failed"_s);
        QCOMPARE(serviceState(ServiceSystem::Systemd, "inactive\n", 3), u"stopped"_s);
        QCOMPARE(serviceState(ServiceSystem::Launchd, "\tstate = running\n", 0), u"running"_s);
        QCOMPARE(serviceState(ServiceSystem::Launchd, "Could not find service\n", 113), u"stopped"_s);
        QCOMPARE(serviceState(ServiceSystem::TaskScheduler, "Running\r\n", 0), u"running"_s);
        QCOMPARE(serviceState(ServiceSystem::TaskScheduler, "Ready\r\n", 0), u"stopped"_s);
    }
};

QTEST_GUILESS_MAIN(ServicePlanTest)
#include "tst_serviceplan.moc"
