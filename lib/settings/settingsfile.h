// The program's settings file: the only user of QSettings. Holds what may be lost and nothing that must be
// secret.
//
// The values live in memory and reach the file in one piece (writeSafely()), soon after they were set: on a
// full disk the old file stays. What another process has written meanwhile is kept; of one key that both have
// set, the last writing counts. A damaged file is moved aside and a fresh one is started; one that may not be
// read is left alone, as is one that can't be moved, and settings then last for this run. notice() says each
// of that.
#pragma once

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QVariant>

#include <optional>

namespace Sigen {

class SettingsFile : public QObject
{
    Q_OBJECT

public:
    /// Larger files are damaged: a hundred saved gateways have about 40 KiB.
    static constexpr qint64 maximumSize = 1024 * 1024;

    /// An ini file at \a path, made on the first write; its folder, too.
    explicit SettingsFile(const QString &path, QObject *parent = nullptr);
    /// As sync().
    ~SettingsFile() override;

    /// Where this program's settings are by default; a user's own folder, no file need exist.
    static QString defaultPath();
    /// The folder of that, the same for the window, the command line and the background service.
    static QString defaultFolder();

    /// As given, also while the settings live in memory.
    const QString &path() const { return m_path; }
    /// False: what is set is forgotten at the end of the program.
    bool isStored() const { return m_stored; }
    /// What went wrong, one or two translated sentences; empty when all is well. Known from the start when
    /// the file can't be written, before anything is lost.
    const QString &notice() const { return m_notice; }
    /// The copy of a damaged file; empty when there was none.
    const QString &damagedCopy() const { return m_damagedCopy; }

    /// Invalid when there is no such key.
    QVariant value(const QString &key) const { return m_values.value(key); }
    /// Writes only what differs. Reaches the file after writeDelay, or with sync().
    void setValue(const QString &key, const QVariant &value);
    /// The key and all below it ("gateways" takes "gateways/1/address" with it).
    void remove(const QString &key);

    /// Writes now. False when the file could not be written; notice() then says why, and what was set is
    /// written with the next change or sync().
    bool sync();

Q_SIGNALS:
    void noticeChanged();

private:
    /// What the file looked like when it was read or written last.
    struct Stamp
    {
        QDateTime modified;
        qint64 size = -1;
        bool operator==(const Stamp &) const = default;
    };

    void open();
    bool mayBeWritten() const;
    void moveAside();
    QString write();
    Stamp stamp() const;
    void setNotice(const QString &notice);

    QString m_path;
    QString m_notice;
    QString m_damagedCopy;
    bool m_stored = false;
    QVariantMap m_values;
    QHash<QString, std::optional<QVariant>> m_changes; ///< not yet in the file; empty: removed
    Stamp m_stamp;
    QTimer m_writeSoon;
};

} // namespace Sigen
