#include "settings/settingsfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

SettingsFile::SettingsFile(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    open();
}

SettingsFile::~SettingsFile() = default;

QString SettingsFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/sigen-modbus.ini"_L1;
}

void SettingsFile::open()
{
    if (QFileInfo::exists(m_path) && !isReadable()) {
        moveAside();
        if (m_damagedCopy.isEmpty())
            return; // in memory: a file that can't be kept is not overwritten either
    }
    m_settings = std::make_unique<QSettings>(m_path, QSettings::IniFormat);
}

/// QSettings takes nearly everything for an ini file, and would write over what it did not understand.
bool SettingsFile::isReadable() const
{
    QFile file(m_path);
    if (!QFileInfo(m_path).isFile() || file.size() > maximumSize || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray bytes = file.read(maximumSize);
    if (bytes.contains('\0') || !bytes.isValidUtf8())
        return false;
    const QSettings settings(m_path, QSettings::IniFormat);
    settings.allKeys(); // reads all sections: by itself it reads each when it is needed
    return settings.status() == QSettings::NoError;
}

void SettingsFile::moveAside()
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString copy = m_path + ".damaged-"_L1 + stamp;
    // Renaming is all or nothing; a copy could end half-way.
    if (QFileInfo(m_path).isFile() && QFile::rename(m_path, copy)) {
        m_damagedCopy = copy;
        m_notice = tr("The settings file was damaged; the program starts with fresh settings. The old file "
                      "is kept as "
                      "%1.")
                       .arg(QDir::toNativeSeparators(copy));
    } else {
        m_notice =
            tr("The settings file %1 can't be read. Settings are kept until the program ends and not saved.")
                .arg(QDir::toNativeSeparators(m_path));
    }
}

void SettingsFile::setNotice(const QString &notice)
{
    if (notice == m_notice)
        return;
    m_notice = notice;
    Q_EMIT noticeChanged();
}

QVariant SettingsFile::value(const QString &key) const
{
    return m_settings ? m_settings->value(key) : m_memory.value(key);
}

void SettingsFile::setValue(const QString &key, const QVariant &value)
{
    if (!m_settings)
        m_memory.insert(key, value);
    else if (m_settings->value(key) != value)
        m_settings->setValue(key, value);
}

void SettingsFile::remove(const QString &key)
{
    if (m_settings) {
        m_settings->remove(key);
        return;
    }
    m_memory.removeIf([&key](const std::pair<const QString &, QVariant &> &entry) {
        return entry.first == key || entry.first.startsWith(key + u'/');
    });
}

bool SettingsFile::sync()
{
    if (!m_settings)
        return false;
    m_settings->sync();
    if (m_settings->status() == QSettings::NoError)
        return true;
    setNotice(tr("The settings can't be written to %1.").arg(QDir::toNativeSeparators(m_path)));
    return false;
}

} // namespace Sigen
