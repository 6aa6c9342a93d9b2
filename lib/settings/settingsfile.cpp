#include "settings/settingsfile.h"

#include "core/safefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Several values that are set in one go are one writing.
static constexpr auto writeDelay = 200ms;
/// How long another process may take to write the file.
static constexpr auto lockPatience = 1s;

namespace {

QVariantMap valuesOf(const QSettings &settings)
{
    QVariantMap values;
    const QStringList keys = settings.allKeys(); // reads all sections: else each is read when it is needed
    for (const QString &key : keys)
        values.insert(key, settings.value(key));
    return values;
}

/// QSettings takes nearly everything for an ini file. Nothing: the content is damaged.
std::optional<QVariantMap> parse(const QString &path, QFile &file)
{
    if (file.size() > SettingsFile::maximumSize)
        return std::nullopt;
    const QByteArray bytes = file.read(SettingsFile::maximumSize);
    if (bytes.contains('\0') || !bytes.isValidUtf8())
        return std::nullopt;
    const QSettings settings(path, QSettings::IniFormat);
    QVariantMap values = valuesOf(settings);
    return settings.status() == QSettings::NoError ? std::optional(std::move(values)) : std::nullopt;
}

/// The text of an ini file, made by QSettings in a folder of its own; empty when that did not work.
QByteArray iniText(const QVariantMap &values)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_s);
    QSettings settings(path, QSettings::IniFormat);
    for (auto entry = values.cbegin(); entry != values.cend(); ++entry)
        settings.setValue(entry.key(), entry.value());
    settings.sync();
    QFile file(path);
    if (settings.status() != QSettings::NoError || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    // It does not notice a full disk, so its lines are counted: one a value, besides the sections' names.
    const QList<QByteArray> lines = text.split('\n');
    const auto isValue = [](const QByteArray &line) { return line.contains('=') && !line.startsWith('['); };
    const bool isWhole =
        text.endsWith('\n') && std::count_if(lines.cbegin(), lines.cend(), isValue) == values.size();
    return isWhole ? text : QByteArray();
}

} // namespace

SettingsFile::SettingsFile(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    m_writeSoon.setSingleShot(true);
    m_writeSoon.setInterval(writeDelay);
    connect(&m_writeSoon, &QTimer::timeout, this, &SettingsFile::sync);
    open();
}

SettingsFile::~SettingsFile()
{
    sync();
}

QString SettingsFile::defaultPath()
{
    return defaultFolder() + "/sigen-modbus.ini"_L1;
}

QString SettingsFile::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/sigen-modbus"_L1;
}

void SettingsFile::open()
{
    const QString shownPath = QDir::toNativeSeparators(m_path);
    if (QFileInfo::exists(m_path)) {
        QFile file(m_path);
        const bool isFile = QFileInfo(m_path).isFile();
        if (isFile && !file.open(QIODevice::ReadOnly)) {
            m_notice =
                tr("No permission to read the settings file %1: %2. Changes are lost when the program ends.")
                    .arg(shownPath, file.errorString());
            return; // it may be fine: it is nobody's to move or to overwrite
        }
        std::optional<QVariantMap> values;
        if (isFile)
            values = parse(m_path, file);
        if (values) {
            m_values = std::move(*values);
        } else {
            moveAside();
            if (m_damagedCopy.isEmpty())
                return; // a file that can't be kept is not overwritten either
        }
    }
    m_stored = true;
    m_stamp = stamp();
    if (m_notice.isEmpty() && !mayBeWritten())
        m_notice = tr("The settings file %1 can't be written. Changes are lost when the program ends.")
                       .arg(shownPath);
}

bool SettingsFile::mayBeWritten() const
{
    QFileInfo place(m_path);
    // The file, else the nearest folder that is there already.
    while (!place.exists() && place.filePath() != place.absolutePath())
        place.setFile(place.absolutePath());
    return place.isWritable() && (place.isDir() || place.filePath() == m_path);
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
        m_notice = tr("The settings file %1 can't be read. Changes are lost when the program ends.")
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

void SettingsFile::setValue(const QString &key, const QVariant &value)
{
    if (m_values.value(key) == value)
        return;
    m_values.insert(key, value);
    m_changes.insert(key, value);
    if (m_stored)
        m_writeSoon.start();
}

void SettingsFile::remove(const QString &key)
{
    const QStringList keys = m_values.keys();
    for (const QString &known : keys) {
        if (known != key && !known.startsWith(key + u'/'))
            continue;
        m_values.remove(known);
        m_changes.insert(known, std::nullopt);
        if (m_stored)
            m_writeSoon.start();
    }
}

SettingsFile::Stamp SettingsFile::stamp() const
{
    const QFileInfo info(m_path);
    return info.exists() ? Stamp{info.lastModified(), info.size()} : Stamp();
}

bool SettingsFile::sync()
{
    m_writeSoon.stop();
    if (!m_stored)
        return false;
    if (m_changes.isEmpty())
        return true;
    const QString problem = write();
    if (problem.isEmpty())
        return true;
    setNotice(tr("The settings can't be written to %1: %2").arg(QDir::toNativeSeparators(m_path), problem));
    return false;
}

/// Empty on success, else the reason.
QString SettingsFile::write()
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QLockFile lock(m_path + ".lock"_L1);
    // Where no lock can be made, as in a folder that may not be written, the file may be writable all the
    // same.
    if (!lock.tryLock(lockPatience) && lock.error() == QLockFile::LockFailedError)
        return tr("another program is writing it");
    QVariantMap values = m_values;
    QFile file(m_path);
    if (stamp() != m_stamp && file.open(QIODevice::ReadOnly)) {
        if (const std::optional<QVariantMap> others = parse(m_path, file)) {
            values = *others;
            for (auto change = m_changes.cbegin(); change != m_changes.cend(); ++change) {
                if (*change)
                    values.insert(change.key(), **change);
                else
                    values.remove(change.key());
            }
        }
    }
    const QByteArray text = values.isEmpty() ? QByteArray() : iniText(values);
    if (text.isEmpty() && !values.isEmpty())
        return tr("there is no space for temporary files");
    if (const Error error = writeSafely(m_path, text))
        return error.detail;
    m_values = values;
    m_changes.clear();
    m_stamp = stamp();
    return {};
}

} // namespace Sigen
