// One writer a gateway, among all programs of this account: who changes its setting claims the names by which
// it is known (address and port, then the serial number), and who keeps it on claims them in another way.
//
// Files in one folder. A program that was killed holds nothing; where no file can be made, as in a home that
// may not be written, everything is ours. A turn-off on purpose is noted there, too, until the server is
// turned on again: a watch must not undo it.
#pragma once

#include <QDateTime>
#include <QHostAddress>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>

class QLockFile;

namespace Sigen {

/// Below \a folder, that of the settings.
QString gatewayLockFolder(const QString &folder);

class GatewayLock
{
public:
    enum class Purpose { Change, Watch };

    GatewayLock(QString folder, Purpose purpose);
    ~GatewayLock();
    Q_DISABLE_COPY_MOVE(GatewayLock)

    /// "192.168.1.150:8080". A serial number is its own name.
    static QString endpointName(const QHostAddress &address, quint16 port);

    /// True when \a name is ours, also from before, or can't be claimed by anybody. Empty names are ours.
    bool claim(const QString &name);
    void release();
    /// Another program, or another one of these, has \a name.
    bool isHeldElsewhere(const QString &name) const;
    /// The process that has it; 0: nobody.
    qint64 holder(const QString &name) const;

    // Of all names that are claimed.
    void noteTurnedOff();
    void noteTurnedOn();
    QDateTime turnedOffAt() const; ///< as below
    /// UTC; the latest of \a names; invalid: none was turned off on purpose.
    QDateTime turnedOffAt(const QStringList &names) const;
    void forgetTurnOff(const QStringList &names) const;

private:
    friend class LockHold;
    QString pathOf(const QString &name, QLatin1StringView suffix) const;
    QString lockPath(const QString &name) const;

    QString m_folder;
    Purpose m_purpose;
    int m_holds = 0;
    std::map<QString, std::unique_ptr<QLockFile>> m_locks;
};

/// While one of these lives, what was claimed stays so: a repair and its two changes hold the same lock.
class LockHold
{
public:
    explicit LockHold(std::shared_ptr<GatewayLock> lock);
    ~LockHold();
    Q_DISABLE_COPY_MOVE(LockHold)

    GatewayLock &lock() const { return *m_lock; }

private:
    std::shared_ptr<GatewayLock> m_lock;
};

} // namespace Sigen
