#include "ui/controllers/preferencescontroller.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

PreferencesController::PreferencesController(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_theme(settings.theme())
    , m_language(settings.language())
{ }

void PreferencesController::setTheme(Theme theme)
{
    m_settings.setTheme(theme);
    overrideTheme(theme);
}

void PreferencesController::overrideTheme(Theme theme)
{
    if (m_theme == theme)
        return;
    m_theme = theme;
    Q_EMIT themeChanged();
}

QList<PreferencesController::Language> PreferencesController::languages() const
{
    QList<Language> all{{{}, tr("System language")}, {u"en"_s, u"English"_s}};
    for (const QString &code : m_available) {
        QString name = QLocale(code).nativeLanguageName();
        if (!name.isEmpty())
            name[0] = name.at(0).toUpper();
        all.append({code, name.isEmpty() ? code : name});
    }
    return all;
}

void PreferencesController::setLanguage(const QString &code)
{
    m_settings.setLanguage(code);
    overrideLanguage(code);
}

void PreferencesController::overrideLanguage(const QString &code)
{
    if (m_language == code)
        return;
    m_language = code;
    Q_EMIT languageChanged();
}

void PreferencesController::setAvailableLanguages(const QStringList &codes)
{
    m_available = codes;
}

QLocale PreferencesController::locale() const
{
    const QLocale chosen(m_language);
    const QLocale system = QLocale::system();
    // The same language: then the user's own formats of dates and numbers, whatever the region.
    const bool same = chosen.language() == system.language() && chosen.script() == system.script();
    return m_language.isEmpty() || same ? system : chosen;
}

bool PreferencesController::scansAtStart() const
{
    return m_settings.scanOnStart();
}

void PreferencesController::setScansAtStart(bool scans)
{
    m_settings.setScanOnStart(scans);
}

QStringList PreferencesController::networks() const
{
    return m_settings.networks();
}

void PreferencesController::setNetworks(const QStringList &networks)
{
    m_settings.setNetworks(networks);
}

QString PreferencesController::lastGateway() const
{
    return m_settings.lastGateway();
}

void PreferencesController::setLastGateway(const QString &address)
{
    m_settings.setLastGateway(address);
}

QByteArray PreferencesController::windowGeometry() const
{
    return m_settings.windowGeometry();
}

void PreferencesController::setWindowGeometry(const QByteArray &geometry)
{
    m_settings.setWindowGeometry(geometry);
}

QByteArray PreferencesController::splitterState() const
{
    return m_settings.windowState();
}

void PreferencesController::setSplitterState(const QByteArray &state)
{
    m_settings.setWindowState(state);
}

} // namespace Sigen
