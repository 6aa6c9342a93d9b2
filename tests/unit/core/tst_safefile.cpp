// A file is written whole or not at all, and what it was besides its content stays.
#include "core/safefile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(can't be read)");
}

void make(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class TestSafeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void aNewFileIsMade()
    {
        QCOMPARE(writeSafely(path(), "new"), Error());
        QCOMPARE(contentOf(path()), "new");
        QCOMPARE(names(), QStringList{u"file"_s});
    }

    void anOldFileIsReplacedWhole_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("longer") << QByteArray("old") << QByteArray(100000, 'n');
        QTest::newRow("shorter") << QByteArray(100000, 'o') << QByteArray("new");
        QTest::newRow("nothing") << QByteArray("old") << QByteArray();
    }

    void anOldFileIsReplacedWhole()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        make(path(), before);
        QCOMPARE(writeSafely(path(), after), Error());
        QCOMPARE(contentOf(path()), after);
        QCOMPARE(names(), QStringList{u"file"_s});
    }

    void anImpossiblePlaceIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("no such folder") << u"nowhere/file"_s;
        QTest::newRow("a folder") << u"."_s;
        QTest::newRow("below a file") << u"there/file"_s;
        QTest::newRow("name too long") << QString(300, u'x');
    }

    void anImpossiblePlaceIsNamed()
    {
        QFETCH(const QString, name);
        make(path(u"there"_s), "old");
        const Error error = writeSafely(path(name), "new");
        QCOMPARE(error.code, ErrorCode::Io);
        QCOMPARE(error.context, path(name));
        QVERIFY(!error.detail.isEmpty());
        QCOMPARE(contentOf(path(u"there"_s)), "old");
    }

#ifdef Q_OS_LINUX
    void theLongestNameWorks()
    {
        const QString longest = path(QString(255, u'x'));
        QCOMPARE(writeSafely(longest, "first"), Error());
        QCOMPARE(writeSafely(longest, "second"), Error());
        QCOMPARE(contentOf(longest), "second");
        QCOMPARE(names().size(), 1);
    }

    void modeAndLinksStay()
    {
        make(path(), "old");
        QCOMPARE(::chmod(native(), 0640), 0);
        QVERIFY(QFile::link(path(), path(u"link"_s)));
        QVERIFY(QFile::link(u"link"_s, path(u"second"_s)));
        QCOMPARE(writeSafely(path(u"second"_s), "new"), Error());
        QCOMPARE(contentOf(path()), "new");
        QCOMPARE(stat().st_mode & 07777u, 0640u);
        QVERIFY(QFileInfo(path(u"link"_s)).isSymLink());
        QVERIFY(QFileInfo(path(u"second"_s)).isSymLink());
    }

    void aLinkToAFileThatIsNotThereYetMakesIt()
    {
        QVERIFY(QFile::link(path(), path(u"link"_s)));
        QCOMPARE(writeSafely(path(u"link"_s), "new"), Error());
        QCOMPARE(contentOf(path()), "new");
        QVERIFY(QFileInfo(path(u"link"_s)).isSymLink());
    }

    void linksInACircleAreRefused()
    {
        QCOMPARE(::symlink("two", QFile::encodeName(path(u"one"_s)).constData()), 0);
        QCOMPARE(::symlink("one", QFile::encodeName(path(u"two"_s)).constData()), 0);
        QCOMPARE(writeSafely(path(u"one"_s), "new").code, ErrorCode::Io);
        QVERIFY(QFileInfo(path(u"one"_s)).isSymLink());
    }

    void aSecondNameOfTheFileSeesTheNewContent()
    {
        make(path(), "old and longer");
        QCOMPARE(::link(native(), QFile::encodeName(path(u"other"_s)).constData()), 0);
        QCOMPARE(writeSafely(path(), "new"), Error());
        QCOMPARE(contentOf(path(u"other"_s)), "new");
        QCOMPARE(stat().st_nlink, nlink_t(2));
    }

    void theOwnerStays()
    {
        if (::geteuid() != 0)
            QSKIP("needs root");
        make(path(), "old");
        QCOMPARE(::chown(native(), 1234, 4321), 0);
        QCOMPARE(::chmod(native(), 0600), 0);
        QCOMPARE(writeSafely(path(), "new"), Error());
        QCOMPARE(contentOf(path()), "new");
        QCOMPARE(stat().st_uid, 1234u);
        QCOMPARE(stat().st_gid, 4321u);
        QCOMPARE(stat().st_mode & 07777u, 0600u);
    }

    void anotherUsersRightsDecide_data()
    {
        QTest::addColumn<unsigned>("folderMode");
        QTest::addColumn<unsigned>("fileMode");
        QTest::addColumn<bool>("works");
        QTest::newRow("writable file in a folder that is not") << 0755u << 0666u << true;
        QTest::newRow("file of another owner in an open folder") << 0777u << 0666u << true;
        QTest::newRow("file of another owner in a sticky folder") << 01777u << 0666u << true;
        QTest::newRow("read-only file in an open folder") << 0777u << 0644u << false;
    }

    /// As somebody who is not root, in a child process.
    void anotherUsersRightsDecide()
    {
        if (::geteuid() != 0)
            QSKIP("needs root");
        QFETCH(const unsigned, folderMode);
        QFETCH(const unsigned, fileMode);
        QFETCH(const bool, works);
        make(path(), "old");
        QCOMPARE(::chmod(native(), fileMode), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), folderMode), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const bool dropped = ::setgid(12345) == 0 && ::setuid(12345) == 0;
            ::_exit(!dropped ? 2 : writeSafely(path(), "new") ? 1 : 0);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), works ? 0 : 1);
        QCOMPARE(contentOf(path()), works ? "new" : "old");
        QCOMPARE(stat().st_uid, 0u);
        QCOMPARE(names().size(), 1);
    }

    void aPipeIsWrittenInto()
    {
        QCOMPARE(::mkfifo(native(), 0600), 0);
        const int reader = ::open(native(), O_RDONLY | O_NONBLOCK);
        QVERIFY(reader >= 0);
        QCOMPARE(writeSafely(path(), "through the pipe"), Error());
        char bytes[64] = {};
        QCOMPARE(::read(reader, bytes, sizeof(bytes)), 16);
        QCOMPARE(QByteArray(bytes), "through the pipe");
        ::close(reader);
        QVERIFY(S_ISFIFO(stat().st_mode));
    }

    void aPipeThatNobodyReadsIsRefusedAtOnce()
    {
        QCOMPARE(::mkfifo(native(), 0600), 0);
        QCOMPARE(writeSafely(path(), "new").code, ErrorCode::Io);
        QVERIFY(S_ISFIFO(stat().st_mode));
    }

    void aSocketIsWrittenInto()
    {
        const int server = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(path());
        std::copy(name.cbegin(), name.cend(), address.sun_path);
        QCOMPARE(::bind(server, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
        QCOMPARE(::listen(server, 1), 0);
        QCOMPARE(writeSafely(path(), "hello"), Error());
        const int client = ::accept(server, nullptr, nullptr);
        char bytes[16] = {};
        QCOMPARE(::read(client, bytes, sizeof(bytes)), 5);
        QCOMPARE(QByteArray(bytes), "hello");
        ::close(client);
        ::close(server);
        QVERIFY(S_ISSOCK(stat().st_mode));
    }

    void aDescriptorOfTheProcessIsWrittenInto()
    {
        make(path(), "before ");
        const int file = ::open(native(), O_WRONLY | O_APPEND);
        QVERIFY(file >= 0);
        QCOMPARE(writeSafely(u"/dev/fd/%1"_s.arg(file), "after"), Error());
        ::close(file);
        QCOMPARE(contentOf(path()), "before after");
    }

    void aFullDiskLeavesTheOldFile_data()
    {
        QTest::addColumn<bool>("hardLink");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("replaced") << false << true;
        QTest::newRow("in place") << true << true;
        QTest::newRow("new") << false << false;
    }

    /// On a file system of its own of 64 KiB, in a child process with its own mounts.
    void aFullDiskLeavesTheOldFile()
    {
        QFETCH(const bool, hardLink);
        QFETCH(const bool, isThere);
        const QByteArray folder = QFile::encodeName(m_folder->path());
        const pid_t child = ::fork();
        if (child == 0) {
            if (::unshare(CLONE_NEWNS) != 0
                || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
                || ::mount("tmpfs", folder.constData(), "tmpfs", 0, "size=64k") != 0)
                ::_exit(77);
            if (isThere)
                make(path(), "the good old content");
            if (hardLink)
                static_cast<void>(::link(native(), QFile::encodeName(path(u"other"_s)).constData()));
            const QStringList before = names();
            const Error error = writeSafely(path(), QByteArray(100 * 1024, 'x'));
            const bool right = error.code == ErrorCode::Io && error.context == path() && names() == before
                && error.detail.contains(u"space"_s)
                && (!isThere || contentOf(path()) == "the good old content");
            ::_exit(right ? 0 : 1);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        if (WEXITSTATUS(status) == 77)
            QSKIP("needs mount namespaces");
        QCOMPARE(WEXITSTATUS(status), 0);
    }
#endif

private:
    QString path(const QString &name = u"file"_s) const
    {
        return m_folder->filePath(name);
    }
    QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System);
    }
#ifdef Q_OS_LINUX
    const char *native()
    {
        m_native = QFile::encodeName(path());
        return m_native.constData();
    }
    struct stat stat()
    {
        struct stat info
        { };
        ::stat(native(), &info);
        return info;
    }
    QByteArray m_native;
#endif
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSafeFile)
#include "tst_safefile.moc"
