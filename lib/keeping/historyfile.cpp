#include "keeping/historyfile.h"

#include "core/safefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QString historyPath(const QString &folder, const QString &gateway)
{
    const QByteArray name = QUrl::toPercentEncoding(gateway.toLower());
    constexpr qsizetype longestName = 200;
    return folder + "/history/"_L1 + QString::fromLatin1(name.left(longestName)) + ".jsonl"_L1;
}

HistoryFile::HistoryFile(QString path)
    : m_path(std::move(path))
{ }

Error HistoryFile::load()
{
    m_lines.clear();
    m_events.clear();
    QFile file(m_path);
    if (!file.exists())
        return {};
    if (!QFileInfo(m_path).isFile())
        return {ErrorCode::Io, m_path, u"it is not a regular file"_s};
    if (!file.open(QIODevice::ReadOnly))
        return {ErrorCode::Io, m_path, file.errorString()};
    if (file.size() > maximumSize)
        return {ErrorCode::Io, m_path, u"it is too large to be a history"_s};
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        m_lines.append(line);
        if (const std::optional<WatchEvent> event = watchEventFrom(line))
            m_events.append(*event);
    }
    if (!m_lines.isEmpty() && m_events.isEmpty()) {
        m_lines.clear();
        return {ErrorCode::Io, m_path, u"it holds something else than a history"_s};
    }
    return {};
}

Error HistoryFile::append(const WatchEvent &event)
{
    HistoryFile file(m_path);
    Error error = file.load();
    if (!error) {
        m_lines = file.m_lines;
        m_events = file.m_events + m_unwritten;
    }
    m_events.append(event);
    if (m_events.size() > maximumEvents)
        m_events.remove(0, m_events.size() - maximumEvents);
    m_unwritten.append(event);
    if (error)
        return error;
    QByteArrayList lines = m_lines;
    for (const WatchEvent &each : std::as_const(m_unwritten))
        lines.append(watchEventJson(each));
    if (lines.size() > maximumEvents)
        lines.remove(0, lines.size() - maximumEvents);
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    error = writeSafely(m_path, lines.join('\n') + '\n');
    if (!error) {
        m_lines = lines;
        m_unwritten.clear();
    }
    return error;
}

void HistoryFile::confirm()
{
    QFile file(m_path);
    if (file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
}

QDateTime HistoryFile::confirmedAt() const
{
    const QFileInfo info(m_path);
    return info.exists() ? info.lastModified().toUTC() : QDateTime();
}

} // namespace Sigen
