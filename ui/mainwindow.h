// The window: discovery on the left, the chosen gateway's page on the right, menus, status bar.
#pragma once

#include "ui/controllers/guidance.h"
#include "ui/controllers/windowcontext.h"
#include "ui/models/facts.h"

#include <QHash>
#include <QMainWindow>

class QDialog;
class QSplitter;
class QStackedWidget;

namespace Sigen {

class Announcer;
class DiscoveryView;
class ElidedLabel;
class EmptyPage;
class GatewayView;
class MainMenu;
class TrayIcon;
struct GatewayPage;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowContext &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    void bringToFront();
    /// Ends the program, after a question while a change is under way.
    void quit();
    TrayIcon &tray() { return *m_tray; }
    /// A notice with one button, plain text.
    void tell(const QString &title, const QString &text);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void wireMenu();
    void restoreLayout();
    void keepReachable();
    void retranslate();
    void showPage(GatewayPage *page);
    bool isInstaller() const; ///< else the owner sits here
    void setInstaller(bool isInstaller);
    void removePage(GatewayPage *page);
    GatewayView *currentView() const;
    void updateMenu();
    void wireKeepOn();
    bool isChangeUnderWay() const;
    void askToClose();
    void askToEndKeeping();
    void hideToTray();
    void saveLayout();
    void keepOn(bool on);
    void importGateways();
    void exportGateways();
    void makeProfile();
    void showDialog(QDialog *dialog);
    void showGuidance();
    void showLetter(Recipient recipient);

    WindowContext m_context;
    MainMenu *m_menu = nullptr;
    QSplitter *m_splitter = nullptr;
    DiscoveryView *m_discovery = nullptr;
    QStackedWidget *m_pages = nullptr;
    EmptyPage *m_emptyPage = nullptr;
    QHash<GatewayPage *, GatewayView *> m_views;
    Announcer *m_announcer = nullptr;
    ElidedLabel *m_safety = nullptr;
    ElidedLabel *m_lastChange = nullptr;
    TrayIcon *m_tray = nullptr;
    bool m_closeConfirmed = false;
    bool m_quits = false; ///< closing ends the program, also while something is kept on
    bool m_placed = false;
};

} // namespace Sigen
