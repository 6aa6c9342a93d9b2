// What the window remembers of itself between runs: theme, language, size, whether it scans by itself, the
// chosen network and the last gateway. Never a secret. Setting a value stores it.
#pragma once

#include "settings/settings.h"

#include <QByteArray>
#include <QLocale>
#include <QObject>
#include <QString>
#include <QStringList>

namespace Sigen {

class PreferencesController : public QObject
{
    Q_OBJECT

public:
    /// \a settings must outlive it. Values given on the command line count for this run and are not stored.
    explicit PreferencesController(Settings &settings, QObject *parent = nullptr);

    Theme theme() const { return m_theme; }
    void setTheme(Theme theme);
    void overrideTheme(Theme theme);

    struct Language
    {
        QString code; ///< "de", "zh_CN"; empty: the system's
        QString name; ///< in the language itself
    };
    /// The system's first, then those there is a translation for.
    QList<Language> languages() const;
    QString language() const { return m_language; } ///< empty: the system's
    void setLanguage(const QString &code);
    void overrideLanguage(const QString &code);
    void setAvailableLanguages(const QStringList &codes); ///< besides English
    QLocale locale() const; ///< that belongs to the language

    bool scansAtStart() const;
    void setScansAtStart(bool scans);
    QStringList networks() const; ///< NetworkChoice::networks of the last choice; empty: all
    void setNetworks(const QStringList &networks);
    QString lastGateway() const; ///< address of the gateway that was shown last, or empty
    void setLastGateway(const QString &address);
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    QByteArray splitterState() const;
    void setSplitterState(const QByteArray &state);

Q_SIGNALS:
    void themeChanged();
    /// The composition root exchanges the translators; widgets then get QEvent::LanguageChange, controllers
    /// retranslate().
    void languageChanged();

private:
    Settings &m_settings;
    Theme m_theme = Theme::System;
    QString m_language;
    QStringList m_available;
};

} // namespace Sigen
