#include "cli/terminal.h"

#include <atomic>

#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <windows.h>

namespace Sigen {

// The console's control handler runs in a thread of its own and can be handed nothing.
static std::atomic<DWORD> savedMode{0};
static std::atomic<bool> echoIsOff{false};

static DWORD handleOf(StandardStream stream)
{
    switch (stream) {
    case StandardStream::Input:
        return STD_INPUT_HANDLE;
    case StandardStream::Output:
        return STD_OUTPUT_HANDLE;
    case StandardStream::Error:
        break;
    }
    return STD_ERROR_HANDLE;
}

bool isTerminal(StandardStream stream)
{
    DWORD mode = 0;
    return GetConsoleMode(GetStdHandle(handleOf(stream)), &mode) != 0;
}

bool prepareTerminal()
{
    // JSON lines end in one line feed everywhere.
    _setmode(_fileno(stdout), _O_BINARY);
    _setmode(_fileno(stderr), _O_BINARY);
    SetConsoleOutputCP(CP_UTF8);
    for (const DWORD handle : {STD_OUTPUT_HANDLE, STD_ERROR_HANDLE}) {
        DWORD mode = 0;
        if (GetConsoleMode(GetStdHandle(handle), &mode))
            SetConsoleMode(GetStdHandle(handle), mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
    }
    return true;
}

EchoOff::EchoOff()
{
    DWORD mode = 0;
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    if (echoIsOff || !GetConsoleMode(input, &mode))
        return;
    savedMode = mode;
    echoIsOff = true;
    SetConsoleMode(input, mode & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
}

EchoOff::~EchoOff()
{
    restoreNow();
}

void EchoOff::restoreNow() noexcept
{
    if (echoIsOff.exchange(false))
        SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), savedMode);
}

} // namespace Sigen
