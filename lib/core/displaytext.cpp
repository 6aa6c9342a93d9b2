#include "core/displaytext.h"

#include <QStringView>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static bool isUnsafe(char32_t character)
{
    if (QChar::isSurrogate(character))
        return true;
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidirectional overrides, zero-width characters, tags
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

/// The code point at \a position, which moves past it; a lone surrogate stands for itself.
static char32_t takeCodePoint(QStringView text, qsizetype &position)
{
    const QChar first = text[position++];
    if (first.isHighSurrogate() && position < text.size() && text[position].isLowSurrogate())
        return QChar::surrogateToUcs4(first, text[position++]);
    return first.unicode();
}

QString displayText(const QString &fromNetwork, qsizetype maximumLength)
{
    const QString ellipsis = u"…"_s;
    if (maximumLength < ellipsis.size())
        return {};
    QString shown;
    shown.reserve(qMin(fromNetwork.size(), maximumLength));
    qsizetype position = 0;
    while (position < fromNetwork.size()) {
        const char32_t character = takeCodePoint(fromNetwork, position);
        QString piece;
        if (!isUnsafe(character))
            piece = QString::fromUcs4(&character, 1);
        else if (character < 0x100)
            piece = u"\\x%1"_s.arg(uint(character), 2, 16, QChar(u'0'));
        else
            piece = u"\\u{%1}"_s.arg(uint(character), 0, 16);
        const bool last = position == fromNetwork.size();
        if (shown.size() + piece.size() > (last ? maximumLength : maximumLength - ellipsis.size()))
            return shown + ellipsis;
        shown += piece;
    }
    return shown;
}

} // namespace Sigen
