#include "cli/terminal.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <utility>

#include <fcntl.h>
#include <langinfo.h>
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

QByteArray prepareTerminal()
{
    std::setlocale(LC_CTYPE, "");
    return nl_langinfo(CODESET);
}

struct EchoOff::Saved
{
    termios shown{};
    termios hidden{};
    std::array<int, 2> pipe{-1, -1}; ///< a byte for each return to the foreground
    std::unique_ptr<QSocketNotifier> notifier;
};

static constexpr std::array endingSignals{SIGTSTP, SIGQUIT};

// A signal handler can be handed nothing.
static const termios *shownSettings = nullptr;
static const termios *hiddenSettings = nullptr;
static int returnPipe = -1;

static void handle(int number, void (*handler)(int))
{
    struct sigaction action
    { };
    sigaction(number, nullptr, &action);
    if (action.sa_handler == SIG_IGN) // as the caller of the program has it
        return;
    action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigaction(number, &action, nullptr);
}

extern "C" {
static void leaveTerminal(int number)
{
    const int before = errno;
    tcsetattr(STDIN_FILENO, TCSANOW, shownSettings);
    std::signal(number, SIG_DFL);
    raise(number); // takes effect at the end of this handler
    errno = before;
}

static void returnToTerminal(int)
{
    const int before = errno;
    handle(SIGTSTP, leaveTerminal);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, hiddenSettings); // in the background this waits for the foreground
    [[maybe_unused]] const ssize_t written = write(returnPipe, "", 1);
    errno = before;
}
}

EchoOff::EchoOff(std::function<void()> askAgain)
    : m_saved(std::make_unique<Saved>())
{
    if (tcgetattr(STDIN_FILENO, &m_saved->shown) != 0 || pipe(m_saved->pipe.data()) != 0) {
        m_saved.reset();
        return;
    }
    for (const int end : m_saved->pipe) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_saved->notifier = std::make_unique<QSocketNotifier>(m_saved->pipe[0], QSocketNotifier::Read);
    QObject::connect(m_saved->notifier.get(), &QSocketNotifier::activated, m_saved->notifier.get(),
                     [askAgain = std::move(askAgain), end = m_saved->pipe[0]] {
                         std::array<char, 64> bytes;
                         while (read(end, bytes.data(), bytes.size()) > 0) { }
                         askAgain();
                     });
    m_saved->hidden = m_saved->shown;
    m_saved->hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    shownSettings = &m_saved->shown;
    hiddenSettings = &m_saved->hidden;
    returnPipe = m_saved->pipe[1];
    for (const int number : endingSignals)
        handle(number, leaveTerminal);
    handle(SIGCONT, returnToTerminal);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_saved->hidden);
}

EchoOff::~EchoOff()
{
    if (!m_saved)
        return;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_saved->shown);
    for (const int number : endingSignals)
        handle(number, SIG_DFL);
    handle(SIGCONT, SIG_DFL);
    m_saved->notifier.reset();
    for (const int end : m_saved->pipe)
        close(end);
}

} // namespace Sigen
