#include "cli/pseudoterminal.h"

#include <array>
#include <cstdlib>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace Sigen::Test {

PseudoTerminal::PseudoTerminal()
{
    m_master = posix_openpt(O_RDWR | O_NOCTTY); // other flags it need not know
    if (m_master < 0 || grantpt(m_master) != 0 || unlockpt(m_master) != 0)
        return;
    fcntl(m_master, F_SETFL, O_NONBLOCK);
    fcntl(m_master, F_SETFD, FD_CLOEXEC);
    m_slave = open(name().constData(), O_RDWR | O_NOCTTY | O_CLOEXEC);
}

PseudoTerminal::~PseudoTerminal()
{
    for (const int descriptor : {m_slave, m_master}) {
        if (descriptor >= 0)
            close(descriptor);
    }
}

QByteArray PseudoTerminal::name() const
{
    return ptsname(m_master);
}

void PseudoTerminal::type(const QByteArray &keys) const
{
    [[maybe_unused]] const ssize_t written =
        write(m_master, keys.constData(), static_cast<std::size_t>(keys.size()));
}

const QByteArray &PseudoTerminal::screen()
{
    std::array<char, 4096> bytes;
    for (ssize_t count = 0; (count = read(m_master, bytes.data(), bytes.size())) > 0;)
        m_screen.append(bytes.data(), count);
    return m_screen;
}

bool PseudoTerminal::echoes() const
{
    termios settings{};
    return tcgetattr(m_slave, &settings) == 0 && (settings.c_lflag & static_cast<tcflag_t>(ECHO)) != 0;
}

void PseudoTerminal::holdOutput() const
{
    tcflow(m_slave, TCOOFF);
}

void PseudoTerminal::letOutputGo() const
{
    tcflow(m_slave, TCOON);
}

} // namespace Sigen::Test
