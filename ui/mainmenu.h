// The menus of the window. What an entry does is the window's; here is which there are, and when they can be
// chosen.
#pragma once

#include <QActionGroup>
#include <QMenuBar>
#include <QObject>

class QAction;
class QLabel;
class QMenu;

namespace Sigen {

class GatewayController;
class Settings;
struct KeepOn;

class MainMenu : public QObject
{
    Q_OBJECT

public:
    /// Fills \a bar. \a settings must outlive it.
    MainMenu(QMenuBar *bar, Settings &settings, QObject *parent = nullptr);

    /// For the gateway whose page is shown; null: none.
    void update(const GatewayController *gateway, const KeepOn &keepOn);
    void retranslate();

Q_SIGNALS:
    void addRequested();
    void importRequested();
    void exportRequested();
    void saveReportRequested();
    void quitRequested();
    void scanRequested();
    void signInRequested();
    void readStateRequested();
    void turnOnRequested();
    void turnOffRequested();
    void repairRequested();
    void testPortRequested();
    void keepOnRequested(bool on);
    void guidanceRequested();
    void installerMessageRequested();
    void supportLetterRequested();
    void logRequested();
    void profileFromCaptureRequested();
    void diagnosisRequested();
    void userGuideRequested();
    void aboutRequested();

private:
    void buildPreferences();
    void listLanguages();

    Settings &m_settings;
    QLabel *m_name = nullptr; ///< of the program, before the menus
    QMenu *m_file = nullptr;
    QMenu *m_gateway = nullptr;
    QMenu *m_view = nullptr;
    QMenu *m_help = nullptr;
    QMenu *m_theme = nullptr;
    QMenu *m_language = nullptr;
    QActionGroup *m_themes = nullptr;
    QActionGroup *m_languages = nullptr;
    QAction *m_add = nullptr;
    QAction *m_import = nullptr;
    QAction *m_export = nullptr;
    QAction *m_saveReport = nullptr;
    QAction *m_quit = nullptr;
    QAction *m_scan = nullptr;
    QAction *m_signIn = nullptr;
    QAction *m_readState = nullptr;
    QAction *m_turnOn = nullptr;
    QAction *m_turnOff = nullptr;
    QAction *m_repair = nullptr;
    QAction *m_testPort = nullptr;
    QAction *m_keepOn = nullptr;
    QAction *m_guidance = nullptr;
    QAction *m_message = nullptr;
    QAction *m_supportLetter = nullptr;
    QAction *m_log = nullptr;
    QAction *m_scanAtStart = nullptr;
    QAction *m_profileFromCapture = nullptr;
    QAction *m_diagnosis = nullptr;
    QAction *m_userGuide = nullptr;
    QAction *m_about = nullptr;
};

} // namespace Sigen
