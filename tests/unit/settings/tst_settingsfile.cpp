#include "settings/settingsfile.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class SettingsFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSetIsThereInTheNextRun()
    {
        {
            SettingsFile file(path());
            QVERIFY(file.isStored());
            QCOMPARE(file.path(), path());
            QVERIFY(!file.value(u"a/b"_s).isValid());
            file.setValue(u"a/b"_s, u"ä, \"b\"; c=d"_s);
            file.setValue(u"a/c"_s, 1);
            QVERIFY(file.sync());
        }
        SettingsFile file(path());
        QCOMPARE(file.notice(), QString());
        QCOMPARE(file.value(u"a/b"_s).toString(), u"ä, \"b\"; c=d"_s);
        file.remove(u"a"_s);
        QVERIFY(!file.value(u"a/b"_s).isValid());
        QVERIFY(!file.value(u"a/c"_s).isValid());
    }

    void lookingWritesNothing()
    {
        SettingsFile file(path());
        QVERIFY(!file.value(u"a"_s).isValid());
        QVERIFY(file.sync());
        QVERIFY(!QFile::exists(path()));
    }

    void theFolderIsMadeOnTheFirstWrite()
    {
        SettingsFile file(m_folder->filePath(u"new/folder/settings.ini"_s));
        file.setValue(u"a"_s, 1);
        QVERIFY(file.sync());
        QVERIFY(QFile::exists(file.path()));
    }

    void aDamagedFileIsKeptAndAFreshOneStarted_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("not an ini file") << QByteArray("[window]\nthis is not a setting\n");
        QTest::newRow("binary") << QByteArray("[window]\ntheme=dark\n\0\1\2", 24);
        QTest::newRow("not UTF-8") << QByteArray("[window]\ntheme=\xff\xfe\n");
        QTest::newRow("endless") << QByteArray("[window]\ntheme=dark\n;").append(2 * 1024 * 1024, 'x');
        QTest::newRow("blocks of nothing") << QByteArray(4096, '\0');
    }

    void aDamagedFileIsKeptAndAFreshOneStarted()
    {
        QFETCH(QByteArray, content);
        write(content);
        {
            SettingsFile file(path());
            QVERIFY(file.isStored());
            QVERIFY(file.notice().contains(QDir::toNativeSeparators(file.damagedCopy())));
            QVERIFY(!file.value(u"window/theme"_s).isValid());
            QFile copy(file.damagedCopy());
            QVERIFY(copy.open(QIODevice::ReadOnly));
            QCOMPARE(copy.readAll(), content);
            file.setValue(u"window/theme"_s, u"light"_s);
            QVERIFY(file.sync());
        }
        SettingsFile file(path());
        QCOMPARE(file.notice(), QString());
        QCOMPARE(file.value(u"window/theme"_s).toString(), u"light"_s);
    }

    void aTornFileIsReadAsFarAsItGoes()
    {
        write("[window]\ntheme=dark\nlangu");
        SettingsFile torn(path());
        QVERIFY(!torn.damagedCopy().isEmpty());
        write("[window]\ntheme=dark\nlanguage=");
        SettingsFile empty(path());
        QCOMPARE(empty.value(u"window/theme"_s).toString(), u"dark"_s);
    }

    void whatCanNotBeMovedAsideIsLeftAlone()
    {
        QVERIFY(QDir().mkpath(path())); // a folder where the file should be
        SettingsFile file(path());
        QVERIFY(!file.isStored());
        QVERIFY(file.notice().contains(u"Changes are lost"_s));
        file.setValue(u"answers/a"_s, true);
        file.setValue(u"answersnot"_s, true);
        QCOMPARE(file.value(u"answers/a"_s).toBool(), true);
        file.remove(u"answers"_s);
        QVERIFY(!file.value(u"answers/a"_s).isValid());
        QCOMPARE(file.value(u"answersnot"_s).toBool(), true);
        QVERIFY(!file.sync());
        QVERIFY(QDir(path()).exists());
    }

    void aFileThatCanNotBeWrittenIsTold()
    {
        write("");
        const QString below = path() + u"/settings.ini"_s; // below a file there is no folder
        SettingsFile file(below);
        QVERIFY(file.notice().contains(u"can't be written"_s)); // before anything is lost
        QSignalSpy told(&file, &SettingsFile::noticeChanged);
        file.setValue(u"a"_s, 1);
        QVERIFY(!file.sync());
        QCOMPARE(told.size(), 1);
        QVERIFY(file.notice().contains(QDir::toNativeSeparators(below)));
        QCOMPARE(file.value(u"a"_s).toInt(), 1);
    }

    void whatIsSetReachesTheFileByItself()
    {
        SettingsFile file(path());
        file.setValue(u"a"_s, 1);
        QTRY_VERIFY(QFile::exists(path()));
        QCOMPARE(SettingsFile(path()).value(u"a"_s).toInt(), 1);
    }

    void twoProgramsKeepEachOthersSettings()
    {
        SettingsFile one(path());
        one.setValue(u"shared"_s, u"one"_s);
        one.setValue(u"gone"_s, 1);
        QVERIFY(one.sync());
        SettingsFile two(path());
        two.setValue(u"two"_s, 2);
        two.setValue(u"shared"_s, u"two"_s);
        two.remove(u"gone"_s);
        QVERIFY(two.sync());
        one.setValue(u"one"_s, 1);
        QVERIFY(one.sync());
        const SettingsFile both(path());
        QCOMPARE(both.value(u"one"_s).toInt(), 1);
        QCOMPARE(both.value(u"two"_s).toInt(), 2);
        QCOMPARE(both.value(u"shared"_s).toString(), u"two"_s);
        QVERIFY(!both.value(u"gone"_s).isValid());
    }

#ifdef Q_OS_LINUX
    void aFullDiskLeavesTheOldFileAndIsSaid_data()
    {
        QTest::addColumn<bool>("temporaryFilesToo");
        QTest::newRow("the settings' disk") << false;
        QTest::newRow("all disks") << true;
    }

    void aFullDiskLeavesTheOldFileAndIsSaid()
    {
        QFETCH(const bool, temporaryFilesToo);
        write("[window]\ntheme=dark\n");
        const int status = inAChild([&] {
            const QByteArray folder = QFile::encodeName(m_folder->path());
            if (::unshare(CLONE_NEWNS) != 0
                || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
                || ::mount("tmpfs", folder.constData(), "tmpfs", 0, "size=64k") != 0)
                return 77;
            if (temporaryFilesToo)
                ::setenv("TMPDIR", folder.constData(), 1);
            write("[window]\ntheme=dark\n");
            SettingsFile file(path());
            QSignalSpy told(&file, &SettingsFile::noticeChanged);
            file.setValue(u"window/state"_s, QString(100 * 1024, u'x'));
            const bool said = !file.sync() && told.size() == 1 && file.notice().contains(path());
            const bool kept = SettingsFile(path()).value(u"window/theme"_s) == u"dark"_s;
            file.setValue(u"window/state"_s, u"small"_s);
            return said && kept && file.sync() ? 0 : 1;
        });
        if (status == 77)
            QSKIP("needs mount namespaces");
        QCOMPARE(status, 0);
    }

    void aFileThatMayNotBeReadIsNeitherDamagedNorMoved()
    {
        if (::geteuid() != 0)
            QSKIP("needs root");
        write("[window]\ntheme=dark\n");
        QCOMPARE(::chmod(QFile::encodeName(path()).constData(), 0600), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0777), 0);
        const int status = inAChild([&] {
            if (::setgid(12345) != 0 || ::setuid(12345) != 0)
                return 2;
            SettingsFile file(path());
            file.setValue(u"window/theme"_s, u"light"_s);
            const bool inMemory = !file.isStored() && file.value(u"window/theme"_s) == u"light"_s;
            return inMemory && !file.sync() && file.damagedCopy().isEmpty()
                    && file.notice().contains(u"No permission to read"_s)
                ? 0
                : 1;
        });
        QCOMPARE(status, 0);
        QCOMPARE(SettingsFile(path()).value(u"window/theme"_s).toString(), u"dark"_s);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
    }
#endif

    void theDefaultPathIsTheUsersOwn()
    {
        const QString path = SettingsFile::defaultPath();
        QVERIFY(QDir::isAbsolutePath(path));
        // Of every program alike: the window and the command line share what is kept there.
        const QString shared = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
        QCOMPARE(path, shared + "/sigen-modbus/sigen-modbus.ini"_L1);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
    }

private:
    QString path() const
    {
        return m_folder->filePath(u"settings.ini"_s);
    }

    void write(const QByteArray &content) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

#ifdef Q_OS_LINUX
    /// What \a story returns there.
    template <typename Story>
    static int inAChild(const Story &story)
    {
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(story());
        int status = 0;
        return ::waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
#endif

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SettingsFileTest)
#include "tst_settingsfile.moc"
