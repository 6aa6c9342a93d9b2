// service as the command line has it, with a stand-in for the system's own command that keeps a list of how
// it was called. tests/trials/systemd_user.sh does the same with systemd itself.

#include "cli/cliprocess.h"
#include "cli/jsoncontract.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class CliServiceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    void write(const QString &name, const QByteArray &content, QFileDevice::Permissions more = {}) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("can't write");
        file.close();
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | more);
    }

    QByteArray contentOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// \a script decides about each call, with what came before it.
    void useSystemctl(const QByteArray &script) const
    {
        write(u"systemctl"_s, "#!/bin/sh\necho \"$@\" >> \"$CALLS\"\n" + script + '\n',
              QFileDevice::ExeOwner);
    }

    CliResult run(const QStringList &arguments) const
    {
        CliProcess process(QStringList{u"service"_s} + arguments);
        process.useSettings(m_folder->path());
        process.setEnvironment(u"PATH"_s, m_folder->path() + u":/usr/bin:/bin"_s);
        process.setEnvironment(u"CALLS"_s, path(u"calls"_s));
        process.start();
        return process.wait();
    }

    QStringList install(const QStringList &more = {}) const
    {
        return QStringList{u"install"_s,         u"--host"_s,         u"192.168.1.150"_s,
                           u"--password-file"_s, path(u"password"_s), u"--json"_s}
        + more;
    }

    static inline const QString unit = u"systemd/user/sigen-modbus-watch-192.168.1.150.service"_s;

private Q_SLOTS:
    void init()
    {
#ifndef Q_OS_LINUX
        QSKIP("the stand-in is for systemd");
#endif
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"password"_s, "geheim\n");
        useSystemctl("exit 0");
    }

    void aServiceIsInstalledAskedForAndRemoved()
    {
        const CliResult installed = run(install({u"--interval"_s, u"60"_s}));
        QCOMPARE(contractBreach(installed), QString());
        QCOMPARE(installed.exitCode, 0);
        QCOMPARE(installed.result().value("outcome"_L1).toString(), u"installed"_s);
        const QByteArray content = contentOf(unit);
        QVERIFY2(content.contains("\"--interval\" \"60\""), content.constData());
        const QByteArray file = path(u"password"_s).toUtf8();
        QVERIFY(content.contains(QByteArray("\"--password-file\" \"" + file + '"')));
        QVERIFY(content.contains("\"--unless-turned-off\""));
        QVERIFY(!content.contains("geheim"));
        QVERIFY(QDir(path(u"sigen-modbus"_s)).exists());

        useSystemctl("echo active");
        const CliResult status = run({u"status"_s, u"--json"_s});
        QCOMPARE(contractBreach(status), QString());
        QCOMPARE(status.exitCode, 0);
        const QJsonArray services = status.result().value("services"_L1).toArray();
        QCOMPARE(services.size(), 1);
        QCOMPARE(services.at(0).toObject().value("host"_L1).toString(), u"192.168.1.150"_s);
        QCOMPARE(services.at(0).toObject().value("state"_L1).toString(), u"running"_s);

        const CliResult removed = run({u"remove"_s, u"--host"_s, u"192.168.1.150"_s, u"--json"_s});
        QCOMPARE(contractBreach(removed), QString());
        QCOMPARE(removed.result().value("outcome"_L1).toString(), u"removed"_s);
        QVERIFY(!QFile::exists(path(unit)));
        const QByteArray name = "sigen-modbus-watch-192.168.1.150.service\n";
        QCOMPARE(contentOf(u"calls"_s),
                 "--user daemon-reload\n--user enable " + name + "--user restart " + name
                     + "--user is-active " + name + "--user disable --now " + name
                     + "--user daemon-reload\n--user reset-failed " + name);
    }

    void whatItStartsIsNotToldThePassword_data()
    {
        QTest::addColumn<QString>("word");
        for (const char *word : {"install", "status", "remove"})
            QTest::newRow(word) << QString::fromLatin1(word);
    }

    void whatItStartsIsNotToldThePassword()
    {
        QFETCH(const QString, word);
        run(install()); // so that there is one
        const QStringList arguments = word == "install"_L1 ? install()
            : word == "status"_L1                          ? QStringList{word}
                                  : QStringList{word, u"--host"_s, u"192.168.1.150"_s};
        useSystemctl("env >> \"$CALLS\"");
        CliProcess process(QStringList{u"service"_s} + arguments);
        process.useSettings(m_folder->path());
        process.setEnvironment(u"PATH"_s, m_folder->path() + u":/usr/bin:/bin"_s);
        process.setEnvironment(u"CALLS"_s, path(u"calls"_s));
        process.setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, u"hunter2secret"_s);
        process.start();
        process.wait();
        QVERIFY(contentOf(u"calls"_s).contains("CALLS="));
        QVERIFY(!contentOf(u"calls"_s).contains("hunter2secret"));
    }

    void whatTheSystemRefusesLeavesNothingBehind()
    {
        useSystemctl("case \"$2\" in enable) echo 'Failed to connect to bus' >&2; exit 1;; esac");
        const CliResult result = run(install());
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 1);
        const QJsonObject error = result.result().value("error"_L1).toObject();
        QCOMPARE(error.value("code"_L1).toString(), u"io"_s);
        QCOMPARE(error.value("detail"_L1).toString(), u"Failed to connect to bus"_s);
        QVERIFY(!QFile::exists(path(unit)));
    }

    void whereItCannotBeClosedInItIsInstalledWithoutThat()
    {
        useSystemctl("[ \"$2\" = restart ] && grep -q ProtectHome \"" + path(unit).toUtf8()
                     + "\" && exit 1; exit 0");
        const CliResult result = run(install());
        QCOMPARE(result.exitCode, 0);
        QVERIFY(!contentOf(unit).contains("ProtectHome"));
        QVERIFY(contentOf(unit).contains("NoNewPrivileges=yes"));
    }

    void withoutSystemdItFails()
    {
        QFile::remove(path(u"systemctl"_s));
        CliProcess process(QStringList{u"service"_s} + install());
        process.useSettings(m_folder->path());
        process.setEnvironment(u"PATH"_s, m_folder->path());
        process.start();
        const CliResult result = process.wait();
        QCOMPARE(contractBreach(result), QString());
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.result().value("outcome"_L1).toString(), u"failed"_s);
        QVERIFY(!QFile::exists(path(unit)));
    }

    void whatCannotRunByItselfIsWrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString host = u"--host"_s;
        const QString address = u"192.168.1.150"_s;
        QTest::newRow("no word") << QStringList{};
        QTest::newRow("another word") << QStringList{u"restart"_s};
        QTest::newRow("two words") << QStringList{u"install"_s, u"status"_s};
        QTest::newRow("no host") << QStringList{u"install"_s};
        QTest::newRow("no host to remove") << QStringList{u"remove"_s};
        QTest::newRow("no such file")
            << QStringList{u"install"_s, host, address, u"--password-file"_s, u"/nowhere"_s};
        QTest::newRow("once") << QStringList{u"install"_s, host, address, u"--once"_s};
        QTest::newRow("interval") << QStringList{u"install"_s,    host,  address, u"--passive"_s,
                                                 u"--interval"_s, u"1"_s};
    }

    void whatCannotRunByItselfIsWrongUse()
    {
        QFETCH(const QStringList, arguments);
        const CliResult result = run(arguments);
        QCOMPARE(result.exitCode, 2);
        QCOMPARE(result.output, QByteArray());
        QVERIFY(!QFile::exists(path(unit)));
        QCOMPARE(contentOf(u"calls"_s), QByteArray());
    }

    void withoutAPasswordInTheKeychainItIsNotInstalled()
    {
        const CliResult result = run({u"install"_s, u"--host"_s, u"192.168.1.150"_s});
        QVERIFY(result.exitCode == 2 || result.exitCode == 1); // none in it, or no keychain at all
        QVERIFY(result.error.contains("keychain"));
        QVERIFY(!QFile::exists(path(unit)));
        QCOMPARE(contentOf(u"calls"_s), QByteArray());
    }

    void aPasswordFileThatOthersReadIsWrongUse()
    {
        write(u"password"_s, "geheim\n", QFileDevice::ReadOther);
        const CliResult result = run(install());
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.error.contains("chmod 600"));
    }

    void whatWasAcceptedIsRememberedAndNotPassedOn()
    {
        QFile documented(u":/sigen/profiles/documented.json"_s);
        QVERIFY(documented.open(QIODevice::ReadOnly));
        write(u"own.json"_s, documented.readAll().replace("\"documented\"", "\"own\""));
        const QStringList own{u"--profile"_s, path(u"own.json"_s)};
        QCOMPARE(run(install(own)).exitCode, 2);
        QVERIFY(!QFile::exists(path(unit)));
        QCOMPARE(run(install(own + QStringList{u"--accept-profile"_s})).exitCode, 0);
        QVERIFY(contentOf(unit).contains("own.json"));
        QVERIFY(!contentOf(unit).contains("accept-profile"));
        QCOMPARE(run(install(own)).exitCode, 0);
    }

    void passivelyNoPasswordIsAsked()
    {
        const CliResult result = run({u"install"_s, u"--host"_s, u"192.168.1.150"_s, u"--passive"_s});
        QCOMPARE(result.exitCode, 0);
        QVERIFY(contentOf(unit).contains("\"--passive\""));
        QVERIFY(!contentOf(unit).contains("keychain"));
    }
};

QTEST_GUILESS_MAIN(CliServiceTest)
#include "tst_cliservice.moc"
