// Where text is written that somebody may have to read before there is room for more: a terminal, a pipe.
#pragma once

#include "cli/terminal.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QString>

#include <chrono>
#include <memory>

class QFile;

namespace Sigen {

class OutputStream
{
public:
    enum class Opened { Yes, NobodyReads, No };

    /// Waits for whoever reads there as long as it takes. But after an interruption not longer than this, in
    /// all: nobody may hold a process that was asked to end.
    static constexpr std::chrono::milliseconds patienceOnceInterrupted{2000};
    /// A file of ours is not worth more: a job must not wait in the middle because nobody reads its trace.
    static constexpr std::chrono::milliseconds filePatience{1000};

    explicit OutputStream(StandardStream stream);
    OutputStream(); ///< to be opened
    ~OutputStream();
    Q_DISABLE_COPY_MOVE(OutputStream)

    /// Creates or empties the file \a path, so that only its owner may read it; a device or named pipe is
    /// written into. Never waits: a pipe that nobody reads yet is NobodyReads. Yes on a full disk, too: the
    /// path is right, and write() fails as it would a moment later.
    Opened open(const QString &path);

    /// False when not all of it could be written, now or earlier; nothing is written from then on.
    bool write(const QByteArray &bytes);

    /// Why open() or write() failed: the operating system's words.
    QString reason() const;

private:
#ifdef Q_OS_UNIX
    bool waitForRoom();

    int m_descriptor = -1;
    QDeadlineTimer m_end{QDeadlineTimer::Forever}; ///< nothing is waited for after that
    bool m_isOurs = false; ///< to be closed, and not waited for
    int m_error = 0;
#else
    std::unique_ptr<QFile> m_file;
#endif
    bool m_failed = false;
};

} // namespace Sigen
