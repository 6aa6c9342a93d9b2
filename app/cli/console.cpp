#include "cli/console.h"

#include "cli/clitext.h"

namespace Sigen {

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
    if (!m_outputFailed && !m_output.write(bytes))
        m_outputFailed = true;
}

QString Console::outputProblem() const
{
    return CliText::tr("Standard output can't be written: %1").arg(m_output.reason());
}

void Console::writeError(const QString &text)
{
    m_error.write(encoded(text)); // nobody is left to tell when this fails
}

} // namespace Sigen
