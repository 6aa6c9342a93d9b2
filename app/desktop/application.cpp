#include "desktop/application.h"

#include "ui/controllers/windowcontext.h"
#include "ui/mainwindow.h"
#include "workflow/gatewaylock.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTimer>

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static DiscoveryEnvironment discoveryEnvironment()
{
    DiscoveryEnvironment environment;
    environment.profile = builtInProfile(builtInProfileNames().constFirst());
    return environment;
}

static GatewayEnvironment gatewayEnvironment(SecretStore &secrets, AcceptedProfiles &profiles,
                                             const SettingsFile &file)
{
    GatewayEnvironment environment;
    environment.secrets = &secrets;
    environment.acceptedProfiles = &profiles;
    environment.lockFolder = gatewayLockFolder(QFileInfo(file.path()).absolutePath());
    environment.programVersion = QCoreApplication::applicationVersion();
    return environment;
}

static KeepOnEnvironment keepOnEnvironment(SecretStore &secrets, AcceptedProfiles &profiles,
                                           const SettingsFile &file)
{
    KeepOnEnvironment environment;
    environment.secrets = &secrets;
    environment.acceptedProfiles = &profiles;
    environment.settingsFolder = QFileInfo(file.path()).absolutePath();
    environment.lockFolder = gatewayLockFolder(environment.settingsFolder);
    return environment;
}

WatchEnvironment Application::watchEnvironment() const
{
    WatchEnvironment environment;
    environment.modbusPort = discoveryEnvironment().profile.defaultModbusPort;
    environment.mayScanByItself = [this] { return m_options.scan && m_settings.scanOnStart(); };
    return environment;
}

Application::Application(StartOptions options, QString homepage, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_homepage(std::move(homepage))
    , m_file(m_options.settingsFile.isEmpty() ? SettingsFile::defaultPath() : m_options.settingsFile)
    , m_settings(m_file)
    , m_acceptedProfiles(m_file)
    , m_gateways(m_file, m_registry)
    , m_saved(m_registry, m_gateways)
    , m_discovery(m_registry, discoveryEnvironment())
    , m_book(m_registry, m_discovery, gatewayEnvironment(m_keychain, m_acceptedProfiles, m_file))
    , m_watch(m_registry, m_discovery, m_book, watchEnvironment())
    , m_service(serviceEnvironment(QFileInfo(m_file.path()).absolutePath()))
    , m_keepOn(m_registry, m_book, m_settings, m_service,
               keepOnEnvironment(m_keychain, m_acceptedProfiles, m_file))
{
    m_settings.setTranslations(Languages::available());
    if (m_options.theme)
        m_settings.setThemeOfRun(*m_options.theme);
    if (m_options.language)
        m_settings.setLanguageOfRun(*m_options.language);
    useLanguage();
    connect(&m_settings, &Settings::languageChanged, this, &Application::useLanguage);
    restore();
    m_window = std::make_unique<MainWindow>(WindowContext{m_discovery, m_book, m_saved, m_watch, m_keepOn,
                                                          m_settings, QCoreApplication::applicationVersion(),
                                                          m_homepage});
}

Application::~Application()
{
    m_window.reset();
    m_file.sync();
}

void Application::useLanguage()
{
    const QLocale locale = m_settings.locale();
    m_languages.use(locale);
    m_discovery.setLocale(locale);
    m_discovery.retranslate();
    m_book.setLocale(locale);
    m_book.retranslate();
}

void Application::restore()
{
    m_discovery.restoreChoice(m_settings.networks());
    m_discovery.selectHost(m_settings.lastGateway());
    connect(&m_discovery, &DiscoveryController::choicesChanged, this,
            [this] { m_settings.setNetworks(m_discovery.chosenNetworks()); });
    connect(&m_discovery, &DiscoveryController::currentIndexChanged, this, [this] {
        const Gateway *const gateway = m_registry.find(m_discovery.currentId());
        if (gateway && !gateway->demo)
            m_settings.setLastGateway(gateway->host());
    });
}

void Application::show()
{
    m_window->show();
    QTimer::singleShot(0, this, &Application::begin);
}

void Application::tellAboutSettings()
{
    if (!m_file.notice().isEmpty())
        m_window->tell(tr("About the settings"), m_file.notice());
}

void Application::begin()
{
    tellAboutSettings();
    connect(&m_file, &SettingsFile::noticeChanged, this, &Application::tellAboutSettings);
    m_keepOn.resume();
    if (m_options.demo)
        m_discovery.startDemo();
    if (!m_options.host.isEmpty())
        addHost(m_options.host);
    if (m_options.scan && m_settings.scanOnStart())
        m_discovery.startAutomatically();
}

void Application::addHost(const QString &host)
{
    const QString problem = m_discovery.addByAddress(host);
    if (!problem.isEmpty())
        m_window->tell(tr("The gateway was not added."), problem);
}

QStringList Application::messageFor(const StartOptions &options)
{
    QStringList message{u"show"_s};
    if (options.demo)
        message += u"demo"_s;
    if (!options.host.isEmpty())
        message += u"host "_s + options.host;
    return message;
}

void Application::startedAgain(const QStringList &message)
{
    m_window->bringToFront();
    for (const QString &line : message) {
        if (line == "demo"_L1)
            m_discovery.startDemo();
        else if (line.startsWith("host "_L1))
            addHost(line.sliced(5));
    }
}

} // namespace Sigen
