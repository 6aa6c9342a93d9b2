#include "workflow/gatewaylock.h"

#include "core/safefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLockFile>

#include <QSysInfo>

#include <algorithm>
#include <cerrno>
#include <utility>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr auto turnedOffSuffix = ".off"_L1;

QString gatewayLockFolder(const QString &folder)
{
    return folder + "/gateways"_L1;
}

GatewayLock::GatewayLock(QString folder, Purpose purpose)
    : m_folder(std::move(folder))
    , m_purpose(purpose)
{ }

GatewayLock::~GatewayLock() = default;

QString GatewayLock::endpointName(const QHostAddress &address, quint16 port)
{
    return address.toString() + u':' + QString::number(port);
}

/// A serial number is the network's: whatever it holds, it is no path.
QString GatewayLock::pathOf(const QString &name, QLatin1StringView suffix) const
{
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha1).toHex();
    return m_folder + u'/' + QString::fromLatin1(hash) + suffix;
}

QString GatewayLock::lockPath(const QString &name) const
{
    return pathOf(name, m_purpose == Purpose::Watch ? ".watch"_L1 : ".lock"_L1);
}

bool GatewayLock::claim(const QString &name)
{
    if (name.isEmpty() || m_folder.isEmpty() || m_locks.contains(name))
        return true;
    QDir().mkpath(m_folder);
    auto lock = std::make_unique<QLockFile>(lockPath(name));
    lock->setStaleLockTime(0); // a watch runs for months; only a dead process holds nothing
    if (!lock->tryLock(0) && lock->error() == QLockFile::LockFailedError)
        return false;
    m_locks.emplace(name, std::move(lock));
    return true;
}

void GatewayLock::release()
{
    m_locks.clear();
}

/// To try a lock is to take it for a moment, and who begins just then finds it taken. So what a dead process
/// left, as after a power cut, is not tried, but where its number has been given again.
static bool isGone(qint64 process, const QString &host)
{
#ifdef Q_OS_UNIX
    return process > 0 && host == QSysInfo::machineHostName() && ::kill(pid_t(process), 0) != 0
        && errno == ESRCH;
#else
    Q_UNUSED(process)
    Q_UNUSED(host)
    return false;
#endif
}

qint64 GatewayLock::holder(const QString &name) const
{
    if (name.isEmpty() || m_folder.isEmpty() || m_locks.contains(name) || !QFile::exists(lockPath(name)))
        return 0;
    QLockFile lock(lockPath(name));
    lock.setStaleLockTime(0);
    qint64 process = 0;
    QString host;
    QString program;
    if (lock.getLockInfo(&process, &host, &program) && isGone(process, host))
        return 0;
    if (lock.tryLock(0) || lock.error() != QLockFile::LockFailedError)
        return 0;
    return lock.getLockInfo(&process, &host, &program) ? process : -1;
}

bool GatewayLock::isHeldElsewhere(const QString &name) const
{
    return holder(name) != 0;
}

void GatewayLock::noteTurnedOff()
{
    const QByteArray now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toUtf8();
    for (const auto &[name, lock] : m_locks)
        writeSafely(pathOf(name, turnedOffSuffix), now + '\n'); // where it can't be kept a watch goes on
}

void GatewayLock::noteTurnedOn()
{
    for (const auto &[name, lock] : m_locks)
        QFile::remove(pathOf(name, turnedOffSuffix));
}

void GatewayLock::forgetTurnOff(const QStringList &names) const
{
    for (const QString &name : names) {
        if (!m_folder.isEmpty())
            QFile::remove(pathOf(name, turnedOffSuffix));
    }
}

QDateTime GatewayLock::turnedOffAt() const
{
    QStringList names;
    for (const auto &[name, lock] : m_locks)
        names += name;
    return turnedOffAt(names);
}

QDateTime GatewayLock::turnedOffAt(const QStringList &names) const
{
    QDateTime latest;
    for (const QString &name : names) {
        QFile file(pathOf(name, turnedOffSuffix));
        if (m_folder.isEmpty() || !file.open(QIODevice::ReadOnly))
            continue;
        constexpr qint64 enough = 64;
        const QString text = QString::fromLatin1(file.read(enough)).trimmed();
        const QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
        if (at.isValid() && (!latest.isValid() || at > latest))
            latest = at;
    }
    return latest;
}

LockHold::LockHold(std::shared_ptr<GatewayLock> lock)
    : m_lock(std::move(lock))
{
    ++m_lock->m_holds;
}

LockHold::~LockHold()
{
    if (--m_lock->m_holds == 0)
        m_lock->release();
}

} // namespace Sigen
