// The background service as the window has it, with a stand-in for the system's own command, as in
// tests/cli/tst_cliservice.cpp.

#include "ui/controllers/backgroundservice.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;
using Obstacle = ServiceEnvironment::Obstacle;

class BackgroundServiceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    static inline const QString host = u"192.168.1.150"_s;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    void useSystemctl(const QByteArray &script) const
    {
        QFile file(path(u"systemctl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script + '\n');
        file.close();
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }

    ServiceEnvironment environment() const
    {
        ServiceEnvironment environment;
        environment.obstacle = Obstacle::None;
        environment.spec = specOfThisAccount(u"/usr/bin/sigen-modbus-cli"_s, path(u"settings"_s));
        environment.folder = path(u"units"_s);
        return environment;
    }

    QStringList units() const { return QDir(path(u"units"_s)).entryList(QDir::Files); }

private Q_SLOTS:
    void init()
    {
#ifndef Q_OS_LINUX
        QSKIP("the stand-in is for systemd");
#endif
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("PATH", (m_folder->path() + u":/usr/bin:/bin"_s).toLocal8Bit());
        useSystemctl("[ \"$2\" = is-active ] && echo active; exit 0");
    }

    void itIsInstalledFoundAndRemoved()
    {
        BackgroundService service(environment());
        QSignalSpy installed(&service, &BackgroundService::installed);
        QSignalSpy removed(&service, &BackgroundService::removed);
        service.install(host, {u"--keychain"_s});
        QVERIFY(service.isChanging(host));
        QTRY_COMPARE(installed.size(), 1);
        QCOMPARE(service.stateOf(host), u"running"_s);
        QCOMPARE(units().size(), 1);
        QTRY_VERIFY(!service.isBusy());

        BackgroundService later(environment()); // of the next start
        QVERIFY(!later.isInstalled(host));
        later.ask();
        QTRY_COMPARE(later.stateOf(host), u"running"_s);
        later.remove(host);
        QTRY_VERIFY(!later.isInstalled(host));
        QVERIFY(units().isEmpty());
    }

    void whatTheSystemRefusesIsSaid()
    {
        useSystemctl("[ \"$2\" = enable ] && { echo 'Failed to connect to bus' >&2; exit 1; }; exit 0");
        BackgroundService service(environment());
        QSignalSpy installed(&service, &BackgroundService::installed);
        service.install(host, {});
        QTRY_COMPARE(installed.size(), 1);
        QCOMPARE(service.problem().code, ErrorCode::Io);
        QCOMPARE(service.problem().detail, u"Failed to connect to bus"_s);
        QVERIFY(!service.isInstalled(host));
        QVERIFY(units().isEmpty());
    }

    void anObstacleLeavesTheSystemAlone()
    {
        useSystemctl("touch " + path(u"called"_s).toLocal8Bit());
        ServiceEnvironment closed = environment();
        closed.obstacle = Obstacle::Sandbox;
        BackgroundService service(closed);
        service.ask();
        service.install(host, {});
        service.remove(host);
        QVERIFY(!service.isBusy());
        QVERIFY(units().isEmpty() && !QFile::exists(path(u"called"_s)));
    }

    void aFlatpakAndForeignSettingsAreObstacles()
    {
        qputenv("FLATPAK_ID", "org.sigenmodbus.SigenModbus");
        QCOMPARE(serviceEnvironment(m_folder->path()).obstacle, Obstacle::Sandbox);
        qunsetenv("FLATPAK_ID");
        QCOMPARE(serviceEnvironment(m_folder->path()).obstacle, Obstacle::OwnSettings);
    }
};

QTEST_GUILESS_MAIN(BackgroundServiceTest)
#include "tst_backgroundservice.moc"
