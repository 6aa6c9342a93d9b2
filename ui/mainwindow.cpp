#include "ui/mainwindow.h"

#include "settings/settings.h"
#include "ui/controllers/captureimport.h"
#include "ui/controllers/discoverycontroller.h"
#include "ui/controllers/gatewaybook.h"
#include "ui/controllers/guidance.h"
#include "ui/controllers/keeponcontroller.h"
#include "ui/controllers/savedgatewayscontroller.h"
#include "ui/controllers/watchcontroller.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/filechoice.h"
#include "ui/dialogs/guidancedialog.h"
#include "ui/dialogs/letterdialog.h"
#include "ui/dialogs/questiondialog.h"
#include "ui/dialogs/userguidedialog.h"
#include "ui/discovery/discoveryview.h"
#include "ui/mainmenu.h"
#include "ui/panel/emptypage.h"
#include "ui/panel/gatewayview.h"
#include "ui/panel/switchpathbox.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"
#include "ui/trayicon.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/windowplace.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenuBar>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

// Logical pixels, as drawn.
static constexpr QSize usualSize(1120, 760);
static constexpr QSize usualFrame(4, 40); // what a window manager adds
static constexpr int discoveryWidth = 348;
static constexpr std::chrono::milliseconds frameDelay{300};

/// Of Settings: whether the installer sits here.
static QString installerQuestion()
{
    return u"i-am-the-installer"_s;
}

MainWindow::MainWindow(const WindowContext &context, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
{
    new Appearance(m_context.settings, this);
    setWindowIcon(applicationIcon());
    m_tray = new TrayIcon(m_context.keepOn, m_context.hasTray, this);
    build();
    wireMenu();
    wireKeepOn();

    GatewayBook &gateways = m_context.gateways;
    connect(&gateways, &GatewayBook::currentChanged, this, &MainWindow::showPage);
    connect(&gateways, &GatewayBook::pageRemoved, this, &MainWindow::removePage);
    connect(&gateways, &GatewayBook::lastChangeTextChanged, this,
            [this] { m_lastChange->setText(m_context.gateways.lastChangeText()); });
    connect(&gateways, &GatewayBook::keychainFailed, this,
            [this](const QString &sentence) { tell(tr("About the keychain"), sentence); });
    connect(m_discovery, &DiscoveryView::forgetRequested, &gateways, &GatewayBook::forget);
    const auto goToPage = [this] {
        if (GatewayView *view = currentView())
            view->focusNextThing();
    };
    connect(m_discovery, &DiscoveryView::pageWanted, this, goToPage);
    connect(&m_context.discovery, &DiscoveryController::choseByItself, this, [this, goToPage] {
        // Who types goes on typing.
        if (qobject_cast<QLineEdit *>(focusWidget()) == nullptr)
            goToPage();
    });
    connect(m_emptyPage, &EmptyPage::addressWanted, m_discovery, &DiscoveryView::askForAddress);
    connect(m_emptyPage, &EmptyPage::networkWanted, m_discovery, &DiscoveryView::askForNetwork);
    connect(&m_emptyPage->path(), &SwitchPathBox::messageWanted, this,
            [this] { showLetter(Recipient::Installer); });
    connect(&m_emptyPage->path(), &SwitchPathBox::roleChosen, this, &MainWindow::setInstaller);
    m_emptyPage->path().setInstaller(isInstaller());
    connect(&m_context.watch, &WatchController::found, this, [this](const QString &sentence) {
        bringToFront();
        QApplication::alert(this);
        m_announcer->say(sentence);
    });
    retranslate();
    restoreLayout();
    showPage(gateways.current());
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    m_menu = new MainMenu(menuBar(), m_context.settings, this);
    m_discovery = new DiscoveryView(m_context.discovery, m_context.saved);
    m_emptyPage = new EmptyPage(m_context.discovery, m_context.watch);
    m_pages = new QStackedWidget;
    m_pages->setObjectName("panel"_L1);
    m_pages->addWidget(m_emptyPage);
    m_splitter = new QSplitter;
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_discovery);
    m_splitter->addWidget(m_pages);
    m_splitter->setStretchFactor(1, 1);
    setCentralWidget(m_splitter);

    m_safety = new ElidedLabel(TextLook::Muted);
    m_safety->setObjectName("safety"_L1);
    m_lastChange = new ElidedLabel(TextLook::Muted);
    m_lastChange->setObjectName("lastChange"_L1);
    constexpr int side = 12;
    constexpr int edge = 4;
    m_safety->setContentsMargins(0, edge, 0, edge);
    m_lastChange->setContentsMargins(0, edge, 0, edge);
    statusBar()->setContentsMargins(side, 0, side, 0); // the same from right to left
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_safety, 1);
    statusBar()->addPermanentWidget(m_lastChange);
    m_announcer = new Announcer(statusBar());
}

void MainWindow::wireMenu()
{
    connect(m_menu, &MainMenu::addRequested, m_discovery, &DiscoveryView::askForAddress);
    connect(m_menu, &MainMenu::importRequested, this, &MainWindow::importGateways);
    connect(m_menu, &MainMenu::exportRequested, this, &MainWindow::exportGateways);
    connect(m_menu, &MainMenu::profileFromCaptureRequested, this, &MainWindow::makeProfile);
    connect(m_menu, &MainMenu::quitRequested, this, &MainWindow::quit);
    connect(m_menu, &MainMenu::keepOnRequested, this, &MainWindow::keepOn);
    connect(m_menu, &MainMenu::scanRequested, &m_context.discovery, &DiscoveryController::scan);
    connect(m_menu, &MainMenu::guidanceRequested, this, &MainWindow::showGuidance);
    connect(m_menu, &MainMenu::installerMessageRequested, this, [this] { showLetter(Recipient::Installer); });
    connect(m_menu, &MainMenu::supportLetterRequested, this, [this] { showLetter(Recipient::Support); });
    connect(m_menu, &MainMenu::userGuideRequested, this, [this] { showDialog(new UserGuideDialog(this)); });
    connect(m_menu, &MainMenu::aboutRequested, this,
            [this] { showDialog(new AboutDialog(m_context.version, m_context.homepage, this)); });
    const auto onView = [this](auto signal, auto action) {
        connect(m_menu, signal, this, [this, action] {
            if (GatewayView *view = currentView())
                action(*view);
        });
    };
    onView(&MainMenu::saveReportRequested, [](GatewayView &view) { view.saveReport(); });
    onView(&MainMenu::signInRequested, [](GatewayView &view) { view.focusSignIn(); });
    onView(&MainMenu::diagnosisRequested, [](GatewayView &view) { view.showDiagnosis(); });
    onView(&MainMenu::logRequested, [](GatewayView &view) { view.showLog(); });
    onView(&MainMenu::readStateRequested, [](GatewayView &view) { view.page().controller.refresh(); });
    onView(&MainMenu::turnOnRequested, [](GatewayView &view) { view.page().controller.turnOn(); });
    onView(&MainMenu::turnOffRequested, [](GatewayView &view) { view.page().controller.turnOff(); });
    onView(&MainMenu::repairRequested, [](GatewayView &view) { view.page().controller.repair(); });
    onView(&MainMenu::testPortRequested, [](GatewayView &view) { view.page().controller.testPort(); });
}

void MainWindow::restoreLayout()
{
    if (!restoreGeometry(m_context.settings.windowGeometry())) {
        const QRect area = QGuiApplication::primaryScreen()->availableGeometry();
        resize(usualSize.boundedTo(area.size() - usualFrame));
    }
    if (!m_splitter->restoreState(m_context.settings.windowState()))
        m_splitter->setSizes({discoveryWidth, usualSize.width() - discoveryWidth});
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    m_tray->setWindowHidden(false);
    QApplication::setQuitOnLastWindowClosed(true);
    if (m_placed)
        return;
    m_placed = true;
    // Only the window manager knows how much its frame adds, and it says so a while after the window was
    // shown; nothing tells when.
    QTimer::singleShot(frameDelay, this, &MainWindow::keepReachable);
}

void MainWindow::keepReachable()
{
    if (isMaximized() || isFullScreen())
        return;
    QList<QRect> areas{QGuiApplication::primaryScreen()->availableGeometry()};
    for (const QScreen *screen : QGuiApplication::screens())
        areas += screen->availableGeometry();
    const QRect frame = frameGeometry();
    const QRect place = reachablePlace(frame, areas);
    if (place == frame)
        return;
    resize(size() - (frame.size() - place.size()));
    move(place.topLeft());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::retranslate()
{
    const QLocale locale = m_context.settings.locale();
    setLocale(locale);
    QGuiApplication::setLayoutDirection(m_context.settings.textDirection());
    setWindowTitle(u"Sigen Modbus"_s);
    m_safety->setText(
        tr("Modbus TCP has no password: anyone on this network can read and control the plant."));
    m_lastChange->setText(m_context.gateways.lastChangeText());
    m_menu->retranslate();
    m_tray->retranslate();
    updateMenu();
}

void MainWindow::bringToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::showPage(GatewayPage *page)
{
    if (page == nullptr) {
        m_pages->setCurrentWidget(m_emptyPage);
        updateMenu();
        return;
    }
    GatewayView *&view = m_views[page];
    if (view == nullptr) {
        view = new GatewayView(*page, m_context.watch, m_context.keepOn);
        m_pages->addWidget(view);
        connect(&page->controller, &GatewayController::changed, view, [this] { updateMenu(); });
        view->setInstaller(isInstaller());
        connect(view, &GatewayView::roleChosen, this, &MainWindow::setInstaller);
        connect(view, &GatewayView::askWanted, this,
                [this, page] { m_context.discovery.addByAddress(page->controller.gateway().host()); });
        connect(view, &GatewayView::scanWanted, &m_context.discovery, &DiscoveryController::scan);
        connect(view, &GatewayView::guidanceWanted, this, &MainWindow::showGuidance);
        connect(view, &GatewayView::installerMessageWanted, this,
                [this] { showLetter(Recipient::Installer); });
    }
    m_pages->setCurrentWidget(view);
    updateMenu();
}

bool MainWindow::isInstaller() const
{
    return m_context.settings.rememberedAnswer(installerQuestion()).value_or(false);
}

void MainWindow::setInstaller(bool isInstaller)
{
    m_emptyPage->path().setInstaller(isInstaller);
    m_context.settings.rememberAnswer(installerQuestion(), isInstaller);
    for (GatewayView *const view : std::as_const(m_views))
        view->setInstaller(isInstaller);
}

void MainWindow::removePage(GatewayPage *page)
{
    delete m_views.take(page);
    updateMenu();
}

GatewayView *MainWindow::currentView() const
{
    return qobject_cast<GatewayView *>(m_pages->currentWidget());
}

void MainWindow::updateMenu()
{
    GatewayView *view = currentView();
    if (view != nullptr)
        m_menu->update(&view->page().controller,
                       m_context.keepOn.keepOn(view->page().controller.gateway().id));
    else
        m_menu->update(nullptr, {});
}

void MainWindow::showDialog(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::tell(const QString &title, const QString &text)
{
    Question notice;
    notice.title = title;
    notice.text = text;
    notice.rejectText = tr("&Close");
    showDialog(new QuestionDialog(notice, this));
}

void MainWindow::importGateways()
{
    chooseOpenFile(this, tr("Import saved gateways"), tr("Gateways (*.json)"), [this](const QString &path) {
        const SavedGatewaysController::FileOutcome outcome = m_context.saved.importFrom(path);
        tell(outcome.ok ? tr("Gateways imported") : tr("The gateways were not imported."), outcome.sentence);
    });
}

void MainWindow::exportGateways()
{
    chooseSaveFile(this, tr("Export saved gateways"), SavedGatewaysController::suggestedFileName(),
                   tr("Gateways (*.json)"), [this](const QString &path) {
                       const SavedGatewaysController::FileOutcome outcome = m_context.saved.exportTo(path);
                       tell(outcome.ok ? tr("Gateways exported") : tr("The gateways were not exported."),
                            outcome.sentence);
                   });
}

void MainWindow::makeProfile()
{
    const QString title = tr("Make a profile from a capture");
    chooseOpenFile(this, title, tr("Captures (*.har *.jsonl)"), [this, title](const QString &path) {
        const CaptureImport made = importCapture(path);
        if (!made.problem.isEmpty()) {
            tell(tr("The capture can't be used."), made.problem);
            return;
        }
        chooseSaveFile(this, title, made.suggestedName, tr("Profiles (*.json)"),
                       [this, made](const QString &target) {
                           const QString problem = writeTextFile(target, made.profile);
                           if (!problem.isEmpty())
                               tell(tr("The profile was not saved."), problem);
                           else
                               tell(made.isComplete ? tr("Profile saved") : tr("Draft saved"), made.sentence);
                       });
    });
}

void MainWindow::showGuidance()
{
    showDialog(new GuidanceDialog(this));
}

void MainWindow::showLetter(Recipient recipient)
{
    LetterFacts facts;
    if (GatewayView *view = currentView()) {
        const Gateway &gateway = view->page().controller.gateway();
        facts = {gateway.model, gateway.serial, gateway.host(), view->page().controller.modbusPort()};
    }
    showDialog(new LetterDialog(recipient, facts, this));
}

} // namespace Sigen
