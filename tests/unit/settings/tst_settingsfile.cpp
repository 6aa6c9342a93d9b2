#include "settings/settingsfile.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

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
        QVERIFY(file.notice().contains(u"not saved"_s));
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
        QSignalSpy told(&file, &SettingsFile::noticeChanged);
        file.setValue(u"a"_s, 1);
        QVERIFY(!file.sync());
        QCOMPARE(told.size(), 1);
        QVERIFY(file.notice().contains(QDir::toNativeSeparators(below)));
        QCOMPARE(file.value(u"a"_s).toInt(), 1);
    }

    void theDefaultPathIsTheUsersOwn()
    {
        const QString path = SettingsFile::defaultPath();
        QVERIFY(QDir::isAbsolutePath(path));
        QVERIFY(path.startsWith(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)));
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

private:
    QString path() const { return m_folder->filePath(u"settings.ini"_s); }

    void write(const QByteArray &content) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SettingsFileTest)
#include "tst_settingsfile.moc"
