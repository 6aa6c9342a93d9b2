#include "cli/streaminput.h"

#include <QFile>
#include <QSocketNotifier>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Sigen {

StreamInput::StreamInput(qsizetype maximumSize, QObject *parent)
    : StreamInput(STDIN_FILENO, Until::Line, maximumSize, parent)
{ }

StreamInput::StreamInput(int descriptor, Until until, qsizetype maximumSize, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_until(until)
    , m_notifier(new QSocketNotifier(descriptor, QSocketNotifier::Read, this))
    , m_maximumSize(maximumSize)
{
    connect(m_notifier, &QSocketNotifier::activated, this, &StreamInput::readMore);
}

StreamInput::~StreamInput()
{
    delete m_notifier; // before its descriptor is closed
    if (m_descriptor != STDIN_FILENO)
        close(m_descriptor);
}

std::unique_ptr<StreamInput> StreamInput::open(const QString &path, Until until, qsizetype maximumSize)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return nullptr;
    struct stat status
    { };
    if (fstat(descriptor, &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISCHR(status.st_mode)))
        return std::unique_ptr<StreamInput>(new StreamInput(descriptor, until, maximumSize));
    close(descriptor);
    return nullptr;
}

void StreamInput::readMore()
{
    std::array<char, 4096> bytes;
    const ssize_t count = read(m_descriptor, bytes.data(), bytes.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count > 0)
        m_bytes.append(bytes.data(), count);
    const qsizetype end = m_until == Until::Line ? m_bytes.indexOf('\n') : -1;
    if (count > 0 && end < 0 && m_bytes.size() <= m_maximumSize)
        return;
    m_notifier->setEnabled(false);
    Q_EMIT ended(end < 0 ? m_bytes : m_bytes.first(end + 1));
}

} // namespace Sigen
