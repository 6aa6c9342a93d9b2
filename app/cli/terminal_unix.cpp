#include "cli/terminal.h"

#include <clocale>

#include <langinfo.h>
#include <strings.h>
#include <termios.h>
#include <unistd.h>

namespace Sigen {

static int descriptorOf(StandardStream stream)
{
    switch (stream) {
    case StandardStream::Input:
        return STDIN_FILENO;
    case StandardStream::Output:
        return STDOUT_FILENO;
    case StandardStream::Error:
        break;
    }
    return STDERR_FILENO;
}

bool isTerminal(StandardStream stream)
{
    return isatty(descriptorOf(stream)) == 1;
}

bool prepareTerminal()
{
    std::setlocale(LC_CTYPE, "");
    const char *const encoding = nl_langinfo(CODESET);
    return strcasecmp(encoding, "UTF-8") == 0 || strcasecmp(encoding, "utf8") == 0;
}

struct EchoOff::Saved
{
    termios settings{};
};

EchoOff::EchoOff()
    : m_saved(std::make_unique<Saved>())
{
    if (tcgetattr(STDIN_FILENO, &m_saved->settings) != 0) {
        m_saved.reset();
        return;
    }
    termios quiet = m_saved->settings;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    // Stopping or quitting would leave the shell without echo; Ctrl-C does not, it comes to us.
    quiet.c_cc[VSUSP] = _POSIX_VDISABLE;
    quiet.c_cc[VQUIT] = _POSIX_VDISABLE;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
}

EchoOff::~EchoOff()
{
    if (m_saved)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_saved->settings);
}

} // namespace Sigen
