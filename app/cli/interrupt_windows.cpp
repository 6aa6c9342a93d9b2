#include "cli/interrupt.h"

#include "cli/exitcode.h"
#include "cli/terminal.h"

#include <atomic>
#include <cstdlib>

#include <windows.h>

namespace Sigen {

// The control handler can be handed nothing; it runs in a thread of its own.
static std::atomic<Interrupt *> current{nullptr};
static std::atomic<int> timesSignalled{0};

static BOOL WINAPI handleControl(DWORD)
{
    if (timesSignalled++ > 0) {
        EchoOff::restoreNow();
        std::_Exit(ExitCode::interrupted);
    }
    if (Interrupt *const interrupt = current)
        QMetaObject::invokeMethod(interrupt, &Interrupt::triggered, Qt::QueuedConnection);
    return TRUE;
}

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    current = this;
    SetConsoleCtrlHandler(handleControl, TRUE);
}

Interrupt::~Interrupt()
{
    SetConsoleCtrlHandler(handleControl, FALSE);
    current = nullptr;
}

} // namespace Sigen
