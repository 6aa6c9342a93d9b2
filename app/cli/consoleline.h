// A line that is typed at a Windows console, which hands it over by UTF-16 units: many characters come as
// two. Pure.
#pragma once

#include <QByteArray>
#include <QString>

namespace Sigen {

class ConsoleLine
{
public:
    void append(char16_t unit) { m_units += QChar(unit); }

    /// Up to its end, or Ctrl-Z in front, which ends input here.
    bool isWhole() const { return m_units.endsWith(u'\n') || m_units.startsWith(endOfInput); }
    qsizetype size() const { return m_units.size(); }

    /// UTF-8, with the line's end. Not valid UTF-8 when the units were no text, or had a Ctrl-Z among them.
    QByteArray toUtf8() const
    {
        if (m_units.startsWith(endOfInput))
            return {};
        return m_units.isValidUtf16() && !m_units.contains(endOfInput) ? m_units.toUtf8()
                                                                       : QByteArray("\xff");
    }

private:
    static constexpr QChar endOfInput{0x1A};

    QString m_units;
};

} // namespace Sigen
