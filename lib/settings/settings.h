// The program's settings, typed. Each is read when it is asked for and reaches the file soon; what the file
// holds in another shape or out of range counts as not set. No secret is ever stored here.
#pragma once

#include <QByteArray>
#include <QList>
#include <QLocale>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace Sigen {

class SettingsFile;

/// A gateway whose Modbus server the window keeps on.
struct KeptOn
{
    QString gateway; ///< its id in the registry
    int interval = 30; ///< seconds, 10–3600
    bool passive = false; ///< without a sign-in
    bool operator==(const KeptOn &) const = default;
};

enum class Theme { System, Light, Dark };

/// "system", "light", "dark"; also the words of --theme.
QString themeName(Theme theme);
std::optional<Theme> themeFromName(const QString &name);

class Settings : public QObject
{
    Q_OBJECT

public:
    /// \a file must outlive this object.
    explicit Settings(SettingsFile &file, QObject *parent = nullptr);

    /// As QWidget::saveGeometry() gave it; empty: not set.
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    /// As QMainWindow::saveState() or QSplitter::saveState() gave it; empty: not set.
    QByteArray windowState() const;
    void setWindowState(const QByteArray &state);

    // What the command line wants counts for this run, until the user chooses; it is not stored.
    Theme theme() const;
    void setTheme(Theme theme);
    void setThemeOfRun(Theme theme);

    /// A locale's name such as "de" or "zh_CN"; empty: the system's.
    QString language() const;
    void setLanguage(const QString &language);
    void setLanguageOfRun(const QString &language);
    /// The languages besides English that there is a translation for.
    const QStringList &translations() const { return m_translations; }
    void setTranslations(const QStringList &languages) { m_translations = languages; }
    /// That belongs to the language: the system's own where that is in the same language.
    QLocale locale() const;
    /// Of the locale where there is a translation; English runs from left to right on every system.
    Qt::LayoutDirection textDirection() const;

    /// By default true; it is the window that decides which networks are small enough for it.
    bool scanOnStart() const;
    void setScanOnStart(bool scan);

    /// The networks that were chosen for the scan, as the user or the program wrote them; empty: all.
    QStringList networks() const;
    void setNetworks(const QStringList &networks);

    /// The address of the gateway that was shown last; empty: none.
    QString lastGateway() const;
    void setLastGateway(const QString &address);

    /// In the order in which they were chosen; each gateway once.
    QList<KeptOn> keptOn() const;
    void setKeptOn(const QList<KeptOn> &kept);

    /// What the user answered to a question that is not to be asked again; empty: ask. \a question is a name
    /// of our own of lower-case letters, digits and hyphens.
    std::optional<bool> rememberedAnswer(const QString &question) const;
    void rememberAnswer(const QString &question, bool answer);
    void forgetAnswers();

Q_SIGNALS:
    void themeChanged(Sigen::Theme theme);
    void languageChanged(const QString &language);
    void scanOnStartChanged(bool scan);
    void networksChanged(const QStringList &networks);

private:
    QByteArray bytes(const QString &key) const;
    void setBytes(const QString &key, const QByteArray &bytes);

    void changeTheme(std::optional<Theme> ofRun, std::optional<Theme> stored);
    void changeLanguage(std::optional<QString> ofRun, std::optional<QString> stored);

    SettingsFile &m_file;
    std::optional<Theme> m_themeOfRun;
    std::optional<QString> m_languageOfRun;
    QStringList m_translations;
};

} // namespace Sigen
