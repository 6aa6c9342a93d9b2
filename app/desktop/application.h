// The composition root of the window: makes settings, stores, controllers and the main window, and wires
// those things that none of them should know of each other. The only place that knows all of them.
#pragma once

#include "accounts/keychainstore.h"
#include "desktop/startoptions.h"
#include "languages/languages.h"
#include "settings/acceptedprofiles.h"
#include "settings/savedgateways.h"
#include "settings/settings.h"
#include "settings/settingsfile.h"
#include "ui/controllers/backgroundservice.h"
#include "ui/controllers/discoverycontroller.h"
#include "ui/controllers/gatewaybook.h"
#include "ui/controllers/keeponcontroller.h"
#include "ui/controllers/savedgatewayscontroller.h"
#include "ui/controllers/watchcontroller.h"

#include <QObject>

#include <memory>

namespace Sigen {

class MainWindow;

class Application : public QObject
{
    Q_OBJECT

public:
    /// QApplication must exist. \a homepage: where releases are; empty: not known to this build.
    explicit Application(StartOptions options, QString homepage = {}, QObject *parent = nullptr);
    ~Application() override;

    /// Shows the window; what is sent on the network begins after the first paint.
    void show();

public Q_SLOTS:
    /// The program was started again; \a message as made by messageFor().
    void startedAgain(const QStringList &message);

public:
    /// What a second start tells the first.
    static QStringList messageFor(const StartOptions &options);

private:
    WatchEnvironment watchEnvironment() const;
    void useLanguage();
    void restore();
    void begin();
    void addHost(const QString &host); ///< and says why, where it can't
    void tellAboutSettings(); ///< a damaged file, or one that can't be written

    StartOptions m_options;
    QString m_homepage;
    Languages m_languages;
    SettingsFile m_file;
    Settings m_settings;
    AcceptedProfiles m_acceptedProfiles;
    Registry m_registry;
    SavedGateways m_gateways;
    KeychainStore m_keychain;
    SavedGatewaysController m_saved;
    DiscoveryController m_discovery;
    GatewayBook m_book;
    WatchController m_watch;
    BackgroundService m_service;
    KeepOnController m_keepOn;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Sigen
