// Every page of the window and every dialog, each in a window of its own with a simulated gateway behind it.
#pragma once

#include "guitesting.h"

#include <QPointer>
#include <QStringList>

#include <memory>

namespace Sigen::Test {

class Scene
{
public:
    static QStringList names();

    /// Plays the window into the state \a name; ends the test when that fails.
    explicit Scene(const QString &name);
    ~Scene();
    Q_DISABLE_COPY_MOVE(Scene)

    WindowWorld &world() { return *m_world; }
    /// What is looked at: the main window, or the dialog.
    QWidget *target() const { return m_dialog ? m_dialog.data() : &m_world->window(); }
    bool isDialog() const { return m_dialog != nullptr; }
    /// Words that belong to the gateway or to others and are not translated.
    QStringList foreignWords() const;

private:
    void begin(bool enabled, const QStringList &faults = {});
    void play(const QString &name);
    void playDialog(const QString &name);
    void see(ServiceState webSocket, ServiceState modbus, bool vendorMac);
    void rememberAsOn();
    void playSituation(const QString &name);
    void turnOn();
    void readValues();
    void diagnose(bool runs);
    void fillList();
    void show(QDialog *dialog);
    void takeOpenDialog();

    std::unique_ptr<GatewaySimulator> m_gateway;
    std::unique_ptr<WindowWorld> m_world;
    QPointer<QWidget> m_dialog;
};

} // namespace Sigen::Test
