#include "cli/interrupt.h"

#include <QWinEventNotifier>

#include <atomic>

#include <windows.h>

namespace Sigen {

// The control handler can be handed nothing; it runs in a thread of its own.
static HANDLE event = nullptr; // set once it came, and stays so
static HANDLE mainThread = nullptr;
static std::atomic<bool> isReading{false};

static BOOL WINAPI handleControl(DWORD kind)
{
    SetEvent(event);
    if (isReading)
        CancelSynchronousIo(mainThread);
    // Once these have been handled Windows ends the process. It grants 5 s before that, in which the result
    // is printed; the end of main() ends this thread, too.
    if (kind == CTRL_CLOSE_EVENT || kind == CTRL_LOGOFF_EVENT || kind == CTRL_SHUTDOWN_EVENT)
        Sleep(INFINITE);
    return TRUE;
}

void Interrupt::listen()
{
    event = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    DuplicateHandle(GetCurrentProcess(), GetCurrentThread(), GetCurrentProcess(), &mainThread, 0, FALSE,
                    DUPLICATE_SAME_ACCESS);
    if (event)
        SetConsoleCtrlHandler(handleControl, TRUE);
}

bool Interrupt::came() noexcept
{
    return event && WaitForSingleObject(event, 0) == WAIT_OBJECT_0;
}

Interrupt::Reading::Reading()
{
    isReading = true;
}

Interrupt::Reading::~Reading()
{
    isReading = false;
}

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    if (!event)
        return;
    auto *notifier = new QWinEventNotifier(event, this);
    connect(notifier, &QWinEventNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        Q_EMIT triggered();
    });
}

} // namespace Sigen
