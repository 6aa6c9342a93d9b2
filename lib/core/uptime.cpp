#include "core/uptime.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <ctime>
#endif

namespace Sigen {

std::chrono::milliseconds uptime()
{
#if defined(Q_OS_WIN)
    return std::chrono::milliseconds(static_cast<qint64>(GetTickCount64()));
#else
#ifdef Q_OS_LINUX
    constexpr clockid_t clock = CLOCK_BOOTTIME;
#else
    constexpr clockid_t clock = CLOCK_MONOTONIC; // counts sleep on macOS
#endif
    timespec now{};
    clock_gettime(clock, &now);
    return std::chrono::seconds(now.tv_sec)
        + std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::nanoseconds(now.tv_nsec));
#endif
}

} // namespace Sigen
