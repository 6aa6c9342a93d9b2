#include "guitesting.h"

#include "passwordsearch.h"

#include "ui/dialogs/questiondialog.h"
#include "ui/widgets/elidedlabel.h"
#include "workflow/gatewaylock.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

static GatewayEnvironment inWorld(GatewayEnvironment environment, SecretStore &keychain,
                                  AcceptedProfiles &profiles, const QString &folder)
{
    if (environment.secrets == nullptr)
        environment.secrets = &keychain;
    environment.acceptedProfiles = &profiles;
    environment.lockFolder = gatewayLockFolder(folder);
    return environment;
}

/// Looks again and again, of this world only.
static KeepOnEnvironment keepOnEnvironment(const GatewayEnvironment &gateways,
                                           const DiscoveryEnvironment &discovery, SecretStore &keychain,
                                           AcceptedProfiles &profiles, const QString &folder)
{
    KeepOnEnvironment environment;
    environment.secrets = gateways.secrets ? gateways.secrets : &keychain;
    environment.acceptedProfiles = &profiles;
    environment.settingsFolder = folder;
    environment.lockFolder = gatewayLockFolder(folder);
    environment.timeouts = gateways.timeouts;
    environment.verifyWait = gateways.verifyWait;
    environment.neighbours = discovery.neighbours;
    environment.interfaces = [] { return QList<LocalInterface>(); };
    environment.retry = std::chrono::milliseconds(200);
    environment.interval = std::chrono::milliseconds(200);
    return environment;
}

/// As on a computer that has everything; its files are in \a folder.
static ServiceEnvironment serviceIn(const QString &folder)
{
    ServiceEnvironment environment;
    environment.obstacle = ServiceEnvironment::Obstacle::None;
    environment.system = ServiceSystem::Systemd;
    environment.spec = specOfThisAccount(u"/usr/bin/sigen-modbus-cli"_s, folder);
    environment.folder = folder + u"/services"_s;
    return environment;
}

WatchEnvironment WindowWorld::watchEnvironment(const DiscoveryEnvironment &discovery) const
{
    WatchEnvironment environment;
    environment.interfaces = discovery.interfaces;
    environment.neighbours = discovery.neighbours;
    environment.modbusPort =
        discovery.modbusPort ? discovery.modbusPort : discovery.profile.defaultModbusPort;
    environment.mayScanByItself = [this] { return m_watchesNetworks; };
    return environment;
}

WindowWorld::WindowWorld(const DiscoveryEnvironment &environment, const GatewayEnvironment &gateways)
    : m_file(m_folder.filePath(u"settings.ini"_s))
    , m_settings(m_file)
    , m_acceptedProfiles(m_file)
    , m_store(m_file, m_registry)
    , m_saved(m_registry, m_store)
    , m_discovery(m_registry, environment)
    , m_book(m_registry, m_discovery, inWorld(gateways, m_keychain, m_acceptedProfiles, m_folder.path()))
    , m_watch(m_registry, m_discovery, m_book, watchEnvironment(environment))
    , m_service(serviceIn(m_folder.path()))
    , m_keepOn(m_registry, m_book, m_settings, m_service,
               keepOnEnvironment(gateways, environment, m_keychain, m_acceptedProfiles, m_folder.path()))
{
    m_settings.setTranslations({u"de"_s, u"zh_CN"_s});
    m_settings.setThemeOfRun(Theme::Light);
    m_settings.setLanguageOfRun(u"en"_s);
    printedLines(); // from here on they are kept
    m_window = std::make_unique<MainWindow>(
        WindowContext{m_discovery, m_book, m_saved, m_watch, m_keepOn, m_settings, u"0.0.0"_s, {}, [this] {
                          return m_hasTray;
                      }});
}

WindowWorld::WindowWorld(const GatewaySimulator &gateway)
    : WindowWorld(discoveryAround(gateway, {interfaceAround(gateway.address())}))
{
    m_window->show();
    if (!QTest::qWaitForWindowExposed(m_window.get()))
        qFatal("The window did not show.");
}

WindowWorld::~WindowWorld()
{
    QStringList secrets{rightPassword()};
    if (m_discovery.demo().isRunning())
        secrets += m_discovery.demo().password().reveal();
    for (const QString &secret : std::as_const(secrets)) {
        const QStringList places = placesOf(secret, *this);
        if (!places.isEmpty())
            QTest::qFail(qPrintable(u"The password stands in "_s + places.join(u", "_s)), __FILE__, __LINE__);
    }
}

QWidget *WindowWorld::visible(const char *objectName)
{
    const QString name = QString::fromLatin1(objectName);
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *window : windows) {
        if (!window->isVisible())
            continue;
        const QList<QWidget *> widgets = window->findChildren<QWidget *>(name);
        for (QWidget *widget : widgets) {
            if (widget->isVisible())
                return widget;
        }
    }
    return nullptr;
}

bool WindowWorld::has(const char *objectName)
{
    return visible(objectName) != nullptr;
}

void WindowWorld::click(const char *objectName)
{
    QWidget *const widget = find(objectName);
    if (!QTest::qWaitFor([widget] { return widget->isEnabled(); }))
        qFatal("The widget “%s” can't be pressed now.", objectName);
    QTest::mouseClick(widget, Qt::LeftButton);
}

void WindowWorld::type(const char *objectName, const QString &text)
{
    auto *const field = find<QLineEdit>(objectName);
    QTest::mouseClick(field, Qt::LeftButton);
    field->selectAll();
    QTest::keyClicks(field, text);
}

QString WindowWorld::text(const char *objectName)
{
    QWidget *const widget = find(objectName);
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *elided = qobject_cast<const ElidedLabel *>(widget))
        return elided->text();
    qFatal("The widget “%s” is no label.", objectName);
    return {};
}

void WindowWorld::open(const GatewaySimulator &gateway)
{
    const QString address = gateway.address().toString();
    type("address", address);
    click("add");
    [&] { QTRY_VERIFY(m_book.current() != nullptr); }();
    [&] { QTRY_VERIFY(!m_discovery.hosts()->at(m_discovery.currentIndex().row()).probing); }();
}

void WindowWorld::showForm()
{
    if (!has("signIn"))
        click(has("showSignIn") ? "showSignIn" : "signInAllTheSame");
}

void WindowWorld::signIn(const QString &password)
{
    showForm();
    type("username", u"admin"_s);
    type("password", password);
    click("signIn");
    wait();
}

void WindowWorld::wait()
{
    constexpr int longest = 30000;
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!gateway().isBusy(), longest); }();
}

bool WindowWorld::answer(bool yes)
{
    const QDialogButtonBox::ButtonRole role =
        yes ? QDialogButtonBox::AcceptRole : QDialogButtonBox::RejectRole;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        auto *const dialog = qobject_cast<QuestionDialog *>(window);
        if (dialog == nullptr || !dialog->isVisible())
            continue;
        const auto *buttons = dialog->findChild<QDialogButtonBox *>();
        for (QAbstractButton *button : buttons->buttons()) {
            if (buttons->buttonRole(button) == role) {
                QTest::mouseClick(button, Qt::LeftButton);
                return true;
            }
        }
    }
    return false;
}

bool WindowWorld::accept()
{
    return answer(true);
}

bool WindowWorld::reject()
{
    return answer(false);
}

} // namespace Sigen::Test
