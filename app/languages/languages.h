// The translations inside the program, and the one in use: exchanged without a restart.
#pragma once

#include <QLocale>
#include <QStringList>
#include <QTranslator>

namespace Sigen {

class Languages
{
public:
    /// Codes of the translations there are, besides English: "de", "zh_CN".
    static QStringList available();

    /// Installs the translators for \a locale in the running application, and makes it the default locale. A
    /// language without a translation gets English. Widgets then get QEvent::LanguageChange.
    void use(const QLocale &locale);

private:
    QTranslator m_program;
    QTranslator m_qt; ///< of Qt's own dialogs and buttons
};

} // namespace Sigen
