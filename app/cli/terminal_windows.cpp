#include "cli/terminal.h"

#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <windows.h>

namespace Sigen {

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

QByteArray prepareTerminal()
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
    return "UTF-8";
}

struct EchoOff::Saved
{
    DWORD mode = 0;
};

EchoOff::EchoOff(std::function<void()>)
    : m_saved(std::make_unique<Saved>())
{
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    if (GetConsoleMode(input, &m_saved->mode))
        SetConsoleMode(input, m_saved->mode & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    else
        m_saved.reset();
}

EchoOff::~EchoOff()
{
    if (m_saved)
        SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), m_saved->mode);
}

} // namespace Sigen
