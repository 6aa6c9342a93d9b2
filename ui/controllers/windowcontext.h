// Everything the main window is built on: references to the controllers, which outlive it. Made by the
// composition root (app/desktop); tests make their own.
//
//     class MainWindow : public QMainWindow {
//     public:
//         explicit MainWindow(const WindowContext &context, QWidget *parent = nullptr);
//         ~MainWindow() override;
//         void bringToFront();   // a second start of the program
//     };
//
// The composition root shows the window, then (not before, for the first paint) calls
// DiscoveryController::startAutomatically() or startDemo(). After a change of language it exchanges the
// translators, calls retranslate() on the controllers, and Qt sends QEvent::LanguageChange to the widgets.
#pragma once

#include <QString>

#include <functional>

namespace Sigen {

class DiscoveryController;
class GatewayBook;
class KeepOnController;
class Settings;
class SavedGatewaysController;
class WatchController;

struct WindowContext
{
    DiscoveryController &discovery;
    GatewayBook &gateways;
    SavedGatewaysController &saved;
    WatchController &watch;
    KeepOnController &keepOn;
    Settings &settings;
    QString version; ///< "0.1.0"
    QString homepage; ///< where releases are; empty: not known to this build
    std::function<bool()> hasTray = {}; ///< empty: the desktop is asked
};

} // namespace Sigen
