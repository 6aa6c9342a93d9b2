// The program's settings, typed. Each is read when it is asked for and reaches the file soon; what the file holds
// in another shape or out of range counts as not set. No secret is ever stored here.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace Sigen {

class SettingsFile;

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

    Theme theme() const;
    void setTheme(Theme theme);

    /// A locale's name such as "de" or "zh_CN"; empty: the system's.
    QString language() const;
    void setLanguage(const QString &language);

    /// By default true; it is the window that decides which networks are small enough for it.
    bool scanOnStart() const;
    void setScanOnStart(bool scan);

    /// The networks that were chosen for the scan, as the user or the program wrote them; empty: all.
    QStringList networks() const;
    void setNetworks(const QStringList &networks);

    /// The address of the gateway that was shown last; empty: none.
    QString lastGateway() const;
    void setLastGateway(const QString &address);

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

    SettingsFile &m_file;
};

} // namespace Sigen
