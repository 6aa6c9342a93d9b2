#include "core/safefile_p.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QtGlobal>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/xattr.h>
#endif

namespace Sigen::SafeFile {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Longest silence of whoever reads a pipe or socket.
static constexpr auto patience = 5s;
/// As many links as Linux follows.
static constexpr int maximumLinks = 40;

namespace {

class Descriptor
{
public:
    explicit Descriptor(int value)
        : m_value(value)
    { }
    ~Descriptor()
    {
        if (m_value >= 0)
            ::close(m_value);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    int get() const { return m_value; }
    bool isOpen() const { return m_value >= 0; }
    /// False when the system says on closing that something was not written, as network file systems do.
    bool close() { return ::close(std::exchange(m_value, -1)) == 0; }

private:
    int m_value;
};

/// The descriptor of this process that a name such as /dev/stdout or /dev/fd/3 stands for.
std::optional<int> ownDescriptor(const QString &path)
{
    if (path == u"/dev/stdout")
        return STDOUT_FILENO;
    if (path == u"/dev/stderr")
        return STDERR_FILENO;
    static const QRegularExpression name(u"\\A(?:/dev/fd|/proc/self/fd)/([0-9]{1,6})\\z"_s);
    const QRegularExpressionMatch match = name.match(path);
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

/// Where a chain of symbolic links ends, also when nothing is there yet; empty when it has no end. Stops at a
/// name that stands for a descriptor.
QString followLinks(QString path)
{
    for (int links = 0; links < maximumLinks; ++links) {
        const QFileInfo info(path);
        if (ownDescriptor(path) || !info.isSymLink())
            return path;
        // Made absolute as to where the link stands.
        path = info.symLinkTarget();
    }
    return {};
}

/// An access list, or attributes of the user's own: a copy would not have them.
bool hasAttributes(const QByteArray &path)
{
#ifdef Q_OS_LINUX
    QByteArray names(4096, '\0');
    const ssize_t size = ::listxattr(path.constData(), names.data(), size_t(names.size()));
    if (size < 0)
        return errno == ERANGE;
    const QList<QByteArray> list = names.first(size).split('\0');
    return std::any_of(list.cbegin(), list.cend(), [](const QByteArray &name) {
        return name.startsWith("user.") || name.startsWith("system.posix_acl");
    });
#else
    Q_UNUSED(path)
    return false;
#endif
}

QString writeAll(int descriptor, const QByteArray &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        pollfd ready{descriptor, POLLOUT, 0};
        const int answer = ::poll(&ready, 1, int(std::chrono::milliseconds(patience).count()));
        if (answer < 0 && errno == EINTR)
            continue;
        if (answer == 0)
            errno = ETIMEDOUT;
        if (answer <= 0)
            return lastSystemError();
        const ssize_t written =
            ::write(descriptor, content.constData() + done, size_t(content.size() - done));
        if (written < 0 && errno != EINTR && errno != EAGAIN)
            return lastSystemError();
        done += std::max(ssize_t(0), written);
    }
    return {};
}

bool writeAt(int descriptor, const QByteArray &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t written =
            ::pwrite(descriptor, content.constData() + done, size_t(content.size() - done), off_t(done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        done += written;
    }
    return ::ftruncate(descriptor, off_t(content.size())) == 0 && ::fsync(descriptor) == 0;
}

bool reserve(int descriptor, qsizetype size)
{
#ifdef Q_OS_LINUX
    // Returns its error, and leaves errno alone.
    const int error = size > 0 ? ::posix_fallocate(descriptor, 0, off_t(size)) : 0;
    if (error != 0)
        errno = error;
    return error == 0;
#else
    Q_UNUSED(descriptor)
    Q_UNUSED(size)
    return true; // what fails later is put back
#endif
}

} // namespace

QString lastSystemError()
{
    return qt_error_string(errno);
}

Target inspect(const QString &path)
{
    Target target;
    target.path = followLinks(path);
    const QByteArray name = QFile::encodeName(target.path);
    if (name.isEmpty()) {
        target.way = Way::Refuse;
        errno = path.isEmpty() ? ENOENT : ELOOP;
        target.reason = lastSystemError();
        return target;
    }
    if (ownDescriptor(target.path)) {
        target.way = Way::Into;
        return target;
    }
    struct stat info
    { };
    if (::stat(name.constData(), &info) != 0) {
        // A file that is not there yet is made; anything else is told by whoever tries to. QSaveFile needs
        // room for a suffix in the name.
        static constexpr qsizetype longestName = 255;
        static constexpr qsizetype suffix = 8;
        if (QFile::encodeName(QFileInfo(target.path).fileName()).size() > longestName - suffix)
            target.way = Way::InPlace;
        return target;
    }
    target.exists = true;
    target.owner = info.st_uid;
    target.group = info.st_gid;
    if (S_ISDIR(info.st_mode)) {
        target.way = Way::Refuse;
        errno = EISDIR;
        target.reason = lastSystemError();
        return target;
    }
    if (!S_ISREG(info.st_mode)) {
        target.way = Way::Into;
        return target;
    }
    // Renaming would get around a file that may not be written.
    if (::access(name.constData(), W_OK) != 0) {
        target.way = Way::Refuse;
        target.reason = lastSystemError();
        return target;
    }
    const QByteArray folderName = QFile::encodeName(QFileInfo(target.path).absolutePath());
    struct stat folder
    { };
    const bool mayReplace = ::stat(folderName.constData(), &folder) == 0
        && ::access(folderName.constData(), W_OK | X_OK) == 0 && folder.st_dev == info.st_dev;
    const bool isRoot = ::geteuid() == 0;
    const bool keepsOwner = isRoot || (info.st_uid == ::geteuid() && info.st_gid == ::getegid());
    const bool isOthersInSticky =
        (folder.st_mode & S_ISVTX) && !isRoot && info.st_uid != ::geteuid() && folder.st_uid != ::geteuid();
    if (!mayReplace || !keepsOwner || isOthersInSticky || info.st_nlink > 1 || hasAttributes(name))
        target.way = Way::InPlace;
    return target;
}

bool keepOwner(int descriptor, const Target &target)
{
    struct stat info
    { };
    if (!target.exists || ::fstat(descriptor, &info) != 0
        || (info.st_uid == target.owner && info.st_gid == target.group))
        return true;
    const mode_t mode = info.st_mode & 07777;
    // Giving a file away may take the set-id bits from it.
    return ::fchown(descriptor, target.owner, target.group) == 0 && ::fchmod(descriptor, mode) == 0;
}

QString overwrite(const QString &path, const QByteArray &content)
{
    const QByteArray name = QFile::encodeName(path);
    QByteArray before;
    const bool isNew = !QFileInfo::exists(path);
    if (!isNew) {
        QFile reader(path);
        if (!reader.open(QIODevice::ReadOnly))
            return reader.errorString(); // without the old content it could not be put back
        before = reader.readAll();
        if (reader.error() != QFileDevice::NoError)
            return reader.errorString();
    }
    Descriptor file(::open(name.constData(), O_WRONLY | O_CLOEXEC | (isNew ? O_CREAT | O_EXCL : 0), 0666));
    if (!file.isOpen())
        return lastSystemError();
    if (reserve(file.get(), content.size()) && writeAt(file.get(), content) && file.close())
        return {};
    const QString reason = lastSystemError();
    if (isNew)
        ::unlink(name.constData());
    else if (file.isOpen())
        writeAt(file.get(), before); // its room was never given back
    return reason;
}

QString writeInto(const QString &path, const QByteArray &content)
{
    const QByteArray name = QFile::encodeName(path);
    if (const std::optional<int> own = ownDescriptor(path)) {
        const Descriptor file(::fcntl(*own, F_DUPFD_CLOEXEC, 0));
        return file.isOpen() ? writeAll(file.get(), content) : lastSystemError();
    }
    struct stat info
    { };
    if (::stat(name.constData(), &info) == 0 && S_ISSOCK(info.st_mode)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (size_t(name.size()) >= sizeof(address.sun_path)) {
            errno = ENAMETOOLONG;
            return lastSystemError();
        }
        std::copy(name.cbegin(), name.cend(), address.sun_path);
        const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM, 0));
        if (!socket.isOpen()
            || ::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
            return lastSystemError();
        return writeAll(socket.get(), content);
    }
    // Without O_NONBLOCK a pipe that nobody reads would hold the program for ever.
    const Descriptor file(::open(name.constData(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    return file.isOpen() ? writeAll(file.get(), content) : lastSystemError();
}

} // namespace Sigen::SafeFile
