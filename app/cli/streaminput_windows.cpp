#include "cli/streaminput.h"

#include "cli/consoleline.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"

#include <windows.h>

namespace Sigen {

StreamInput::StreamInput(qsizetype maximumSize, QObject *parent)
    : QObject(parent)
    , m_maximumSize(maximumSize)
{
    QMetaObject::invokeMethod(this, &StreamInput::readMore, Qt::QueuedConnection);
}

StreamInput::~StreamInput() = default;

std::unique_ptr<StreamInput> StreamInput::open(const QString &, Until, qsizetype)
{
    return nullptr;
}

void StreamInput::readMore()
{
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    const bool console = isTerminal(StandardStream::Input);
    const Interrupt::Reading reading;
    ConsoleLine typed;
    while (m_bytes.size() <= m_maximumSize && typed.size() <= m_maximumSize && !m_bytes.contains('\n')
           && !typed.isWhole()) {
        if (Interrupt::came())
            return;
        DWORD count = 0;
        bool read = false;
        wchar_t character = 0;
        char byte = 0;
        if (console) // the console's own encoding would lose characters
            read = ReadConsoleW(input, &character, 1, &count, nullptr);
        else
            read = ReadFile(input, &byte, 1, &count, nullptr);
        // Ctrl-C ends the reading, before or after its handler has run.
        if ((!read || count == 0) && GetLastError() == ERROR_OPERATION_ABORTED)
            return;
        if (!read || count == 0)
            break;
        if (console)
            typed.append(character);
        else
            m_bytes += byte;
    }
    Q_EMIT ended(console ? typed.toUtf8() : m_bytes);
}

} // namespace Sigen
