// The program's settings file: the only user of QSettings. Holds what may be lost and nothing that must be
// secret.
//
// A file that can't be read is moved aside and a fresh one is started; where even that fails, settings live
// in memory for this run and the file is left alone. Each of that is told by notice().
#pragma once

#include <QObject>
#include <QString>
#include <QVariant>

#include <memory>

class QSettings;

namespace Sigen {

class SettingsFile : public QObject
{
    Q_OBJECT

public:
    /// Larger files are damaged: a hundred saved gateways have about 40 KiB.
    static constexpr qint64 maximumSize = 1024 * 1024;

    /// An ini file at \a path, made on the first write; its folder, too.
    explicit SettingsFile(const QString &path, QObject *parent = nullptr);
    ~SettingsFile() override;

    /// Where this program's settings are by default; a user's own folder, no file need exist.
    static QString defaultPath();

    /// As given, also while the settings live in memory.
    const QString &path() const { return m_path; }
    /// False: what is set is forgotten at the end of the program.
    bool isStored() const { return m_settings != nullptr; }
    /// What went wrong, one or two translated sentences; empty when all is well.
    const QString &notice() const { return m_notice; }
    /// The copy of a damaged file; empty when there was none.
    const QString &damagedCopy() const { return m_damagedCopy; }

    /// Invalid when there is no such key.
    QVariant value(const QString &key) const;
    /// Writes only what differs. Reaches the file when the event loop turns, or with sync().
    void setValue(const QString &key, const QVariant &value);
    /// The key and all below it ("gateways" takes "gateways/1/address" with it).
    void remove(const QString &key);

    /// Writes now. False when the file could not be written; notice() then says why.
    bool sync();

Q_SIGNALS:
    void noticeChanged();

private:
    void open();
    bool isReadable() const;
    void moveAside();
    void setNotice(const QString &notice);

    QString m_path;
    QString m_notice;
    QString m_damagedCopy;
    std::unique_ptr<QSettings> m_settings; ///< null: in memory
    QVariantMap m_memory;
};

} // namespace Sigen
