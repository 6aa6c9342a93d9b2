#include "cli/interrupt.h"

#include "cli/exitcode.h"
#include "cli/terminal.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace Sigen {

static constexpr std::array handledSignals{SIGINT, SIGTERM, SIGHUP};

// A signal handler can be handed nothing.
static std::array<int, 2> wakeUpPipe{-1, -1};
static volatile std::sig_atomic_t timesSignalled = 0;

extern "C" {
static void handleSignal(int)
{
    if (timesSignalled) {
        EchoOff::restoreNow();
        _exit(ExitCode::interrupted);
    }
    timesSignalled = 1;
    const int before = errno;
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = write(wakeUpPipe[1], &byte, 1);
    errno = before;
}
}

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    if (pipe(wakeUpPipe.data()) != 0)
        return; // the default stays: a signal ends the process
    for (const int end : wakeUpPipe) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_notifier = new QSocketNotifier(wakeUpPipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT triggered();
    });
    for (const int number : handledSignals) {
        struct sigaction action
        { };
        sigaction(number, nullptr, &action);
        if (action.sa_handler == SIG_IGN) // nohup, or a shell's background job
            continue;
        action = {};
        action.sa_handler = handleSignal;
        action.sa_flags = SA_RESTART;
        sigaction(number, &action, nullptr);
    }
}

Interrupt::~Interrupt()
{
    if (!m_notifier)
        return;
    for (const int number : handledSignals) {
        struct sigaction action
        { };
        sigaction(number, nullptr, &action);
        if (action.sa_handler == handleSignal)
            std::signal(number, SIG_DFL);
    }
    delete m_notifier;
    close(wakeUpPipe[0]);
    close(wakeUpPipe[1]);
}

} // namespace Sigen
