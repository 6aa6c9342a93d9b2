#include "cli/standardinput.h"

#include "cli/terminal.h"

#include <QString>

#include <windows.h>

namespace Sigen {

StandardInput::StandardInput(qsizetype maximumSize, QObject *parent)
    : QObject(parent)
    , m_maximumSize(maximumSize)
{
    QMetaObject::invokeMethod(this, &StandardInput::readMore, Qt::QueuedConnection);
}

void StandardInput::readMore()
{
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    const bool console = isTerminal(StandardStream::Input);
    while (m_line.size() <= m_maximumSize && !m_line.contains('\n')) {
        DWORD count = 0;
        if (console) { // the console's own encoding would lose characters
            wchar_t character = 0;
            if (!ReadConsoleW(input, &character, 1, &count, nullptr) || count == 0)
                break;
            m_line += QString::fromWCharArray(&character, 1).toUtf8();
        } else {
            char byte = 0;
            if (!ReadFile(input, &byte, 1, &count, nullptr) || count == 0)
                break;
            m_line += byte;
        }
    }
    Q_EMIT lineRead(m_line);
}

} // namespace Sigen
