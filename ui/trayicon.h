// The icon in the desktop's tray, where there is one: how the gateways are that are kept on, and the way back
// to the window. Shown while there is something to say, or while the window is hidden.
#pragma once

#include "ui/models/chip.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

#include <functional>

namespace Sigen {

class KeepOnController;

class TrayIcon : public QObject
{
    Q_OBJECT

public:
    /// \a isAvailable: whether there is a tray; empty: the desktop is asked. \a keepOn must outlive it.
    TrayIcon(KeepOnController &keepOn, std::function<bool()> isAvailable, QObject *parent = nullptr);

    bool isAvailable() const { return m_isAvailable(); }
    void setWindowHidden(bool hidden); ///< then it is the only way back
    /// A notification, where there is a tray.
    void say(const QString &title, const QString &text);
    void retranslate() { update(); }

    bool isShown() const { return m_icon.isVisible(); }
    Tone tone() const { return m_tone; } ///< the worst of all
    QString toolTip() const { return m_icon.toolTip(); }
    QMenu *menu() { return &m_menu; }

Q_SIGNALS:
    void openRequested(const QString &gateway); ///< empty: the window as it is
    void quitRequested();
    void said(const QString &title, const QString &text);

private:
    void update();
    void fillMenu(const QStringList &gateways);
    void paint(Tone tone);

    KeepOnController &m_keepOn;
    std::function<bool()> m_isAvailable;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
    Tone m_tone = Tone::Plain;
    bool m_isPainted = false;
    bool m_windowHidden = false;
};

} // namespace Sigen
