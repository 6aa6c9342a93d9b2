#include "ui/mainmenu.h"

#include "settings/settings.h"
#include "ui/controllers/gatewaycontroller.h"
#include "ui/controllers/keepon.h"
#include "ui/widgets/plainlabel.h"

#include <QAction>
#include <QLabel>
#include <QMenu>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

MainMenu::MainMenu(QMenuBar *bar, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_name(new PlainLabel(TextLook::Strong))
{
    m_name->setWordWrap(false);
    bar->setCornerWidget(m_name, Qt::TopLeftCorner);
    m_file = bar->addMenu(QString());
    m_gateway = bar->addMenu(QString());
    m_view = bar->addMenu(QString());
    m_help = bar->addMenu(QString());

    m_add = m_file->addAction(QString(), this, &MainMenu::addRequested);
    m_add->setShortcut(QKeySequence(u"Ctrl+L"_s));
    m_file->addSeparator();
    m_import = m_file->addAction(QString(), this, &MainMenu::importRequested);
    m_export = m_file->addAction(QString(), this, &MainMenu::exportRequested);
    m_file->addSeparator();
    m_saveReport = m_file->addAction(QString(), this, &MainMenu::saveReportRequested);
    m_saveReport->setShortcut(QKeySequence::Save);
    m_file->addSeparator();
    m_quit = m_file->addAction(QString(), this, &MainMenu::quitRequested);
    m_quit->setShortcut(QKeySequence::Quit);
    m_quit->setMenuRole(QAction::QuitRole);

    m_scan = m_gateway->addAction(QString(), this, &MainMenu::scanRequested);
    m_scan->setShortcut(QKeySequence(Qt::Key_F5));
    m_gateway->addSeparator();
    m_signIn = m_gateway->addAction(QString(), this, &MainMenu::signInRequested);
    m_readState = m_gateway->addAction(QString(), this, &MainMenu::readStateRequested);
    m_turnOn = m_gateway->addAction(QString(), this, &MainMenu::turnOnRequested);
    m_turnOff = m_gateway->addAction(QString(), this, &MainMenu::turnOffRequested);
    m_repair = m_gateway->addAction(QString(), this, &MainMenu::repairRequested);
    m_testPort = m_gateway->addAction(QString(), this, &MainMenu::testPortRequested);
    m_testPort->setShortcut(QKeySequence(u"Ctrl+T"_s));
    m_keepOn = m_gateway->addAction(QString());
    m_keepOn->setCheckable(true);
    connect(m_keepOn, &QAction::triggered, this, [this](bool on) {
        m_keepOn->setChecked(!on); // it follows what is, as the switch does
        Q_EMIT keepOnRequested(on);
    });
    m_gateway->addSeparator();
    m_guidance = m_gateway->addAction(QString(), this, &MainMenu::guidanceRequested);
    m_message = m_gateway->addAction(QString(), this, &MainMenu::installerMessageRequested);
    m_supportLetter = m_gateway->addAction(QString(), this, &MainMenu::supportLetterRequested);

    m_log = m_view->addAction(QString(), this, &MainMenu::logRequested);
    m_view->addSeparator();
    buildPreferences();

    m_userGuide = m_help->addAction(QString(), this, &MainMenu::userGuideRequested);
    m_userGuide->setShortcut(QKeySequence::HelpContents);
    m_diagnosis = m_help->addAction(QString(), this, &MainMenu::diagnosisRequested);
    m_profileFromCapture = m_help->addAction(QString(), this, &MainMenu::profileFromCaptureRequested);
    m_about = m_help->addAction(QString(), this, &MainMenu::aboutRequested);
    m_about->setMenuRole(QAction::AboutRole);
    retranslate();
    update(nullptr, {});
}

void MainMenu::buildPreferences()
{
    m_theme = m_view->addMenu(QString());
    m_themes = new QActionGroup(this);
    for (const Theme theme : {Theme::System, Theme::Light, Theme::Dark}) {
        QAction *action = m_theme->addAction(QString());
        action->setCheckable(true);
        action->setChecked(theme == m_settings.theme());
        action->setData(static_cast<int>(theme));
        m_themes->addAction(action);
    }
    connect(m_themes, &QActionGroup::triggered, this,
            [this](QAction *action) { m_settings.setTheme(static_cast<Theme>(action->data().toInt())); });

    m_language = m_view->addMenu(QString());
    m_languages = new QActionGroup(this);
    connect(m_languages, &QActionGroup::triggered, this,
            [this](QAction *action) { m_settings.setLanguage(action->data().toString()); });
    m_view->addSeparator();
    m_scanAtStart = m_view->addAction(QString());
    m_scanAtStart->setCheckable(true);
    m_scanAtStart->setChecked(m_settings.scanOnStart());
    connect(m_scanAtStart, &QAction::toggled, this, [this](bool on) { m_settings.setScanOnStart(on); });
}

void MainMenu::listLanguages()
{
    // The first entry's name is translated; the others are in their own language.
    if (m_languages->actions().isEmpty()) {
        for (const QString &code : QStringList{QString(), u"en"_s} + m_settings.translations()) {
            QString name = code == u"en"_s ? u"English"_s : QLocale(code).nativeLanguageName();
            if (!name.isEmpty())
                name[0] = name.at(0).toUpper();
            QAction *action = m_language->addAction(name);
            action->setCheckable(true);
            action->setData(code);
            m_languages->addAction(action);
        }
    }
    m_languages->actions().constFirst()->setText(tr("System language"));
    for (QAction *action : m_languages->actions())
        action->setChecked(action->data().toString() == m_settings.language());
}

void MainMenu::update(const GatewayController *gateway, const KeepOn &keepOn)
{
    const PageState page = gateway != nullptr ? gateway->page() : PageState();
    const ServerCard &server = page.server;
    m_saveReport->setEnabled(gateway != nullptr);
    m_signIn->setEnabled(gateway != nullptr && !page.isBusy && !page.isSignedIn);
    m_readState->setEnabled(server.canRead);
    m_turnOn->setEnabled(server.canSwitch && !server.isOn);
    m_repair->setEnabled(server.canRepair);
    m_turnOff->setEnabled(server.canSwitch && server.isOn);
    m_testPort->setEnabled(page.verification.canTest);
    m_testPort->setText(gateway != nullptr ? page.verification.testText : tr("Test port"));
    m_keepOn->setEnabled(gateway != nullptr && keepOnCard(keepOn, QLocale()).canSwitch);
    m_keepOn->setChecked(keepOn.isOn());
    m_log->setEnabled(gateway != nullptr);
    m_diagnosis->setEnabled(gateway != nullptr);
}

void MainMenu::retranslate()
{
    m_name->setText(u"Sigen Modbus"_s);
    m_file->setTitle(tr("&File"));
    m_gateway->setTitle(tr("&Gateway"));
    m_view->setTitle(tr("&View"));
    m_help->setTitle(tr("&Help"));
    m_add->setText(tr("&Add a gateway by its address…"));
    m_import->setText(tr("&Import saved gateways…"));
    m_export->setText(tr("&Export saved gateways…"));
    m_saveReport->setText(tr("Save &report…"));
    m_quit->setText(tr("&Quit"));
    m_scan->setText(tr("&Scan the network"));
    m_signIn->setText(tr("Sign &in…"));
    m_readState->setText(tr("&Read the state"));
    m_turnOn->setText(tr("Turn Modbus TCP &on…"));
    m_turnOff->setText(tr("Turn Modbus TCP o&ff…"));
    m_repair->setText(tr("Switch off and on a&gain…"));
    m_keepOn->setText(tr("&Keep it on"));
    m_guidance->setText(tr("&Where the switch is in the app…"));
    m_message->setText(tr("&Message to my installer…"));
    m_supportLetter->setText(tr("&Letter to Sigenergy's support…"));
    m_log->setText(tr("Protocol &log"));
    m_theme->setTitle(tr("&Theme"));
    m_language->setTitle(tr("L&anguage"));
    m_scanAtStart->setText(tr("&Scan by itself at the start"));
    m_userGuide->setText(tr("&User guide"));
    m_diagnosis->setText(tr("&Diagnosis"));
    m_profileFromCapture->setText(tr("&Make a profile from a capture…"));
    m_about->setText(tr("&About Sigen Modbus"));
    const QList<QAction *> themes = m_themes->actions();
    const QString names[] = {tr("&System"), tr("&Light"), tr("&Dark")};
    for (qsizetype i = 0; i < themes.size(); ++i)
        themes.at(i)->setText(names[i]);
    listLanguages();
}

} // namespace Sigen
