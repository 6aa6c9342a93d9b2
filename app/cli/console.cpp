#include "cli/console.h"

#include "cli/clitext.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// In ASCII.
static QByteArray similar(QStringView character)
{
    switch (character.front().unicode()) {
    case u'„':
    case u'“':
    case u'”':
        return "\"";
    case u'‚':
    case u'‘':
    case u'’':
        return "'";
    case u'–':
    case u'—':
    case u'−':
        return "-";
    case u'→':
        return ">";
    case u'…':
        return "...";
    case u'•':
        return "*";
    case u'✓':
        return "+";
    case u'✗':
        return "x";
    default:
        return "?";
    }
}

Console::Console(const QByteArray &encoding)
    : m_encoder(encoding.constData(), QStringConverter::Flag::Stateless)
    , m_decoder(encoding.constData(), QStringConverter::Flag::Stateless)
{ }

QByteArray Console::encoded(const QString &text)
{
    if (m_encoder.isValid() && QLatin1StringView(m_encoder.name()) == "UTF-8"_L1)
        return text.toUtf8();
    QByteArray bytes;
    for (qsizetype at = 0; at < text.size();) {
        const bool isPair = text.at(at).isHighSurrogate() && at + 1 < text.size();
        const QStringView character = QStringView(text).sliced(at, isPair ? 2 : 1);
        at += character.size();
        if (character.front().unicode() < 0x80) {
            bytes += char(character.front().unicode());
            continue;
        }
        const QByteArray piece = m_encoder.isValid() ? QByteArray(m_encoder.encode(character)) : QByteArray();
        const bool isHeld = !piece.isEmpty() && QString(m_decoder.decode(piece)) == character;
        bytes += isHeld ? piece : similar(character);
    }
    return bytes;
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
