#include "cli/outputstream.h"

#include "cli/interrupt.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Sigen {

OutputStream::OutputStream(StandardStream stream)
    : m_descriptor(stream == StandardStream::Output ? STDOUT_FILENO : STDERR_FILENO)
{ }

OutputStream::OutputStream() = default;

OutputStream::~OutputStream()
{
    if (m_isOurs)
        close(m_descriptor);
}

OutputStream::Opened OutputStream::open(const QString &path)
{
    constexpr mode_t ownerOnly = S_IRUSR | S_IWUSR;
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_WRONLY | O_CREAT | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, ownerOnly);
    if (descriptor < 0) {
        m_error = errno;
        m_failed = m_error == ENOSPC || m_error == EDQUOT;
        return m_error == ENXIO ? Opened::NobodyReads : m_failed ? Opened::Yes : Opened::No;
    }
    m_descriptor = descriptor;
    m_isOurs = true;
    // A file that was there keeps its mode when it is opened; a terminal or a pipe has none to set.
    struct stat status
    { };
    if (fstat(descriptor, &status) == 0
        && (!S_ISREG(status.st_mode)
            || (fchmod(descriptor, ownerOnly) == 0 && ftruncate(descriptor, 0) == 0)))
        return Opened::Yes;
    m_error = errno;
    m_failed = true;
    return Opened::No;
}

/// False: there is none, and it was waited for long enough.
bool OutputStream::waitForRoom()
{
    for (;;) {
        const bool interrupted = Interrupt::came();
        if (m_isOurs)
            m_end = QDeadlineTimer(filePatience);
        else if (interrupted && m_end.isForever())
            m_end = QDeadlineTimer(patienceOnceInterrupted);
        // An interruption while it waits has to be noticed, but only once.
        std::array<pollfd, 2> watched{pollfd{m_descriptor, POLLOUT, 0},
                                      pollfd{Interrupt::descriptor(), POLLIN, 0}};
        const nfds_t count = interrupted || m_isOurs ? 1 : 2;
        const int ready = poll(watched.data(), count, static_cast<int>(m_end.remainingTime()));
        if (ready < 0 && errno != EINTR)
            return true; // it can't be waited for; writing will tell
        if (ready == 0)
            return false;
        if (ready > 0 && watched[0].revents != 0)
            return true;
    }
}

bool OutputStream::write(const QByteArray &bytes)
{
    // Where there is room at all, a pipe has it for so many bytes.
    constexpr qsizetype longestPiece = PIPE_BUF;
    for (qsizetype written = 0; written < bytes.size() && !m_failed;) {
        if (!waitForRoom()) {
            m_error = ETIMEDOUT;
            m_failed = true;
            break;
        }
        const auto length = static_cast<std::size_t>(std::min(longestPiece, bytes.size() - written));
        const ssize_t count = ::write(m_descriptor, bytes.constData() + written, length);
        if (count >= 0) {
            written += count;
        } else if (errno != EINTR && errno != EAGAIN) {
            m_error = errno;
            m_failed = true;
        }
    }
    return !m_failed;
}

QString OutputStream::reason() const
{
    return qt_error_string(m_error);
}

} // namespace Sigen
