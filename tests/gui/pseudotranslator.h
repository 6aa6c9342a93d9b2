// A language for tests: every text of ours 40 % longer and in brackets, "[&Scan ~~]". What shows without
// brackets was never given to tr(); what is cut has too little room.
#pragma once

#include <QString>
#include <QTranslator>

#include <algorithm>

namespace Sigen::Test {

class PseudoTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }

    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (!QByteArrayView(context).startsWith("Sigen::"))
            return {};
        const QString text = QString::fromUtf8(source);
        // Brackets and blanks count; in words of their own, so that it can wrap.
        constexpr int percent = 40;
        constexpr int longestWord = 8;
        constexpr int frame = 3;
        qsizetype missing = std::max<qsizetype>((text.size() * percent + 99) / 100 - frame, 1);
        QString filling;
        while (missing > 0) {
            const qsizetype word = std::min<qsizetype>(missing, longestWord);
            filling += u' ' + QString(word, u'~');
            missing -= word + 1;
        }
        return u'[' + text + filling + u']';
    }
};

} // namespace Sigen::Test
