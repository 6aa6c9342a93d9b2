#include "cli/terminal.h"

#include <array>
#include <clocale>
#include <csignal>

#include <fcntl.h>
#include <langinfo.h>
#include <strings.h>
#include <termios.h>
#include <unistd.h>

namespace Sigen {

// A signal handler can be handed nothing, so what it has to restore stands here.
static termios savedSettings;
static volatile std::sig_atomic_t echoIsOff = 0;

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

/// A stream that the caller has closed would be the next socket's number, and what we print would go to the
/// gateway.
static void occupyClosedStreams()
{
    // Each takes the lowest free number. Output gets something that can't be written, so that its loss is
    // noticed.
    constexpr std::array modes{O_RDONLY, O_RDONLY, O_WRONLY};
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
        if (fcntl(descriptor, F_GETFD) == -1)
            open("/dev/null", modes.at(static_cast<std::size_t>(descriptor)));
    }
}

bool prepareTerminal()
{
    occupyClosedStreams();
    // A closed pipe is reported where it is written to; it must not end a change half-way.
    std::signal(SIGPIPE, SIG_IGN);
    std::setlocale(LC_CTYPE, "");
    const char *const encoding = nl_langinfo(CODESET);
    return strcasecmp(encoding, "UTF-8") == 0 || strcasecmp(encoding, "utf8") == 0;
}

EchoOff::EchoOff()
{
    if (echoIsOff || tcgetattr(STDIN_FILENO, &savedSettings) != 0)
        return;
    termios quiet = savedSettings;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    // Stopping or quitting would leave the shell without echo; Ctrl-C does not, it comes to us.
    quiet.c_cc[VSUSP] = _POSIX_VDISABLE;
    quiet.c_cc[VQUIT] = _POSIX_VDISABLE;
    echoIsOff = 1;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
}

EchoOff::~EchoOff()
{
    restoreNow();
}

void EchoOff::restoreNow() noexcept
{
    if (!echoIsOff)
        return;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &savedSettings);
    echoIsOff = 0;
}

} // namespace Sigen
