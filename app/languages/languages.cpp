#include "languages/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static QString folder()
{
    return u":/i18n"_s;
}

static QString prefix()
{
    return u"sigen-modbus"_s;
}

/// From inside the program, or else from where Qt is installed.
static bool loadQtsOwn(QTranslator &translator, const QLocale &locale)
{
    const QStringList folders{folder(), QLibraryInfo::path(QLibraryInfo::TranslationsPath)};
    return std::any_of(folders.begin(), folders.end(), [&](const QString &from) {
        return translator.load(locale, u"qtbase"_s, u"_"_s, from);
    });
}

QStringList Languages::available()
{
    QStringList codes;
    const QStringList files = QDir(folder()).entryList({prefix() + u"_*.qm"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString code = file.sliced(prefix().size() + 1).chopped(3);
        if (code != "en"_L1)
            codes += code;
    }
    return codes;
}

void Languages::use(const QLocale &locale)
{
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
    QLocale::setDefault(locale);
    const bool translated =
        locale.language() != QLocale::English && m_program.load(locale, prefix(), u"_"_s, folder());
    // Without a translation of ours, Qt's buttons stay in English as well.
    if (translated && loadQtsOwn(m_qt, locale))
        QCoreApplication::installTranslator(&m_qt);
    // The English one holds what depends on a number. Ours comes last, so that its words win over Qt's.
    if (translated || m_program.load(u"%1/%2_en"_s.arg(folder(), prefix())))
        QCoreApplication::installTranslator(&m_program);
}

} // namespace Sigen
