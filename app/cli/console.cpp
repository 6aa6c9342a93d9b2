#include "cli/console.h"

#include <cstdio>

namespace Sigen {

static bool writeAll(std::FILE *stream, const QByteArray &bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    const bool written = std::fwrite(bytes.constData(), 1, size, stream) == size;
    return std::fflush(stream) == 0 && written;
}

Console::Console(bool utf8)
    : m_utf8(utf8)
{ }

QByteArray Console::encoded(QString text) const
{
    if (m_utf8)
        return text.toUtf8();
    for (QChar &character : text) {
        switch (character.unicode()) {
        case u'“':
        case u'”':
            character = u'"';
            break;
        case u'’':
            character = u'\'';
            break;
        case u'–':
        case u'—':
            character = u'-';
            break;
        case u'→':
            character = u'>';
            break;
        default:
            if (character.unicode() >= 0x80)
                character = u'?';
        }
    }
    return text.replace(QStringLiteral("…"), QStringLiteral("...")).toLatin1();
}

void Console::writeOutput(const QString &text)
{
    writeOutput(encoded(text));
}

void Console::writeOutput(const QByteArray &bytes)
{
    if (!m_outputFailed && !writeAll(stdout, bytes))
        m_outputFailed = true;
}

void Console::writeError(const QString &text)
{
    writeAll(stderr, encoded(text)); // nobody is left to tell when this fails
}

} // namespace Sigen
