#include "cli/interrupt.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace Sigen {

static constexpr std::array handledSignals{SIGINT, SIGTERM, SIGHUP};

// A signal handler can be handed nothing. The pipe is never closed: a signal may come until the very end.
static std::array<int, 2> wakeUpPipe{-1, -1};
static std::atomic<bool> hasCome{false};
static_assert(std::atomic<bool>::is_always_lock_free); // else not for a signal handler

extern "C" {
static void handleSignal(int)
{
    if (hasCome.exchange(true))
        return;
    const int before = errno;
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = write(wakeUpPipe[1], &byte, 1);
    errno = before;
}
}

void Interrupt::listen()
{
    if (pipe(wakeUpPipe.data()) != 0)
        return; // the default stays: a signal ends the process, which has done nothing yet
    for (const int end : wakeUpPipe) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    for (const int number : handledSignals) {
        struct sigaction action
        { };
        sigaction(number, nullptr, &action);
        if (action.sa_handler == SIG_IGN)
            continue;
        action = {};
        action.sa_handler = handleSignal;
        action.sa_flags = SA_RESTART;
        sigaction(number, &action, nullptr);
    }
}

bool Interrupt::came() noexcept
{
    return hasCome;
}

int Interrupt::descriptor() noexcept
{
    return wakeUpPipe[0];
}

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    if (descriptor() < 0)
        return;
    auto *notifier = new QSocketNotifier(descriptor(), QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        Q_EMIT triggered();
    });
}

} // namespace Sigen
