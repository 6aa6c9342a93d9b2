#include "cli/standardinput.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>

#include <unistd.h>

namespace Sigen {

StandardInput::StandardInput(qsizetype maximumSize, QObject *parent)
    : QObject(parent)
    , m_maximumSize(maximumSize)
    , m_notifier(new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this))
{
    connect(m_notifier, &QSocketNotifier::activated, this, &StandardInput::readMore);
}

void StandardInput::readMore()
{
    std::array<char, 4096> bytes;
    const ssize_t count = read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count > 0)
        m_line.append(bytes.data(), count);
    const qsizetype end = m_line.indexOf('\n');
    if (count > 0 && end < 0 && m_line.size() <= m_maximumSize)
        return;
    m_notifier->setEnabled(false);
    Q_EMIT lineRead(end < 0 ? m_line : m_line.first(end + 1));
}

} // namespace Sigen
