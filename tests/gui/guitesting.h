// A whole window for tests: real controllers over real sockets, a simulated gateway, settings in a temporary
// folder, a keychain in memory. Widgets are found by object name and pressed with real events.
#pragma once

#include "accounts/memorystore.h"
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
#include "ui/mainwindow.h"
#include "uitesting.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace Sigen::Test {

class WindowWorld
{
public:
    /// Its keychain is one in memory, unless \a gateways names another.
    explicit WindowWorld(const DiscoveryEnvironment &environment,
                         const GatewayEnvironment &gateways = quickEnvironment());
    /// Finds \a gateway when it is told to scan.
    explicit WindowWorld(const GatewaySimulator &gateway);
    /// The story is over: fails the test if it has left a password anywhere (passwordsearch.h).
    ~WindowWorld();
    Q_DISABLE_COPY_MOVE(WindowWorld)

    DiscoveryController &discovery() { return m_discovery; }
    GatewayBook &book() { return m_book; }
    WatchController &watch() { return m_watch; }
    KeepOnController &keepOn() { return m_keepOn; }
    void giveTray(bool isThere) { m_hasTray = isThere; } ///< there is none at first
    void watchNetworks() { m_watchesNetworks = true; } ///< by themselves, from now on
    Registry &registry() { return m_registry; }
    SavedGateways &store() { return m_store; }
    SavedGatewaysController &saved() { return m_saved; }
    Settings &settings() { return m_settings; }
    MemoryStore &keychain() { return m_keychain; }
    MainWindow &window() { return *m_window; }
    QString folder() const { return m_folder.path(); } ///< of the settings
    void sync() { m_file.sync(); }
    GatewayController &gateway() { return m_book.current()->controller; }

    /// Of the shown page, the discovery view or a dialog; fails the test when there is none that can be seen.
    template <typename Widget = QWidget>
    Widget *find(const char *objectName);
    /// True when there is one and it can be seen.
    bool has(const char *objectName);
    void click(const char *objectName);
    void type(const char *objectName, const QString &text);
    QString text(const char *objectName); ///< of a label

    /// Adds \a gateway by its address and waits until it was asked.
    void open(const GatewaySimulator &gateway);
    /// Asks for the sign-in form where the page leads with something else.
    void showForm();
    void signIn(const QString &password);
    /// Waits until the page does nothing any more.
    void wait();
    /// Presses the accepting button of the question that is open; false when none is.
    bool accept();
    bool reject();

private:
    WatchEnvironment watchEnvironment(const DiscoveryEnvironment &discovery) const;
    bool answer(bool yes);
    QWidget *visible(const char *objectName);

    QTemporaryDir m_folder;
    SettingsFile m_file;
    Settings m_settings;
    AcceptedProfiles m_acceptedProfiles;
    Registry m_registry;
    SavedGateways m_store;
    MemoryStore m_keychain;
    SavedGatewaysController m_saved;
    DiscoveryController m_discovery;
    GatewayBook m_book;
    bool m_watchesNetworks = false;
    WatchController m_watch;
    BackgroundService m_service;
    KeepOnController m_keepOn;
    bool m_hasTray = false;
    std::unique_ptr<MainWindow> m_window;
};

template <typename Widget>
Widget *WindowWorld::find(const char *objectName)
{
    // What a layout has just made room for is shown by an event of its own.
    Widget *found = nullptr;
    if (!QTest::qWaitFor([&] { return (found = qobject_cast<Widget *>(visible(objectName))) != nullptr; }))
        qFatal("There is no visible widget “%s” of the wanted type.", objectName);
    return found;
}

} // namespace Sigen::Test
