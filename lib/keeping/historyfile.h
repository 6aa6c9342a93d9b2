// A history in a file, one JSON object a line, at most ten thousand of them; the oldest go first. Written
// whole or not at all. Lines that are none of ours stay as they are, as long as there is room.
//
// The time of its last change says until when the last line is known to be true: a program that is killed
// writes no last line.
#pragma once

#include "core/error.h"
#include "keeping/watchhistory.h"

#include <QByteArrayList>
#include <QString>

namespace Sigen {

/// Of a gateway, by its id in the registry or else by its host; below \a folder, the settings' own.
QString historyPath(const QString &folder, const QString &gateway);

class HistoryFile
{
public:
    static constexpr qsizetype maximumEvents = 10000;
    /// What is larger is something else.
    static constexpr qint64 maximumSize = 16 * 1024 * 1024;

    /// \a path: made by the first append(); its folder, too.
    explicit HistoryFile(QString path);

    const QString &path() const { return m_path; }
    /// Reads it, and again what others have written. One that does not exist is empty. Io: it can't be read,
    /// or is something else.
    Error load();
    /// To what stands there now: there may be a watch that switches on and others that only look. Io: it
    /// can't be written. The event is kept all the same, for the next time.
    Error append(const WatchEvent &event);
    const WatchHistory &events() const { return m_events; }

    /// The last line still holds.
    void confirm();
    /// UTC; when it was written or confirmed last; invalid: never.
    QDateTime confirmedAt() const;

private:
    QString m_path;
    QByteArrayList m_lines;
    WatchHistory m_events; ///< with those that are unwritten
    WatchHistory m_unwritten;
};

} // namespace Sigen
