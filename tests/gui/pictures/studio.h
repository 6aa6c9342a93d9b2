// What the pictures are made with: addresses as in a home, gateways there, and a window in front of them.
#pragma once

#include "guitesting.h"

#include "languages/languages.h"

#include <QTcpServer>

#include <functional>
#include <memory>
#include <vector>

namespace Sigen::Test {

/// The addresses of the drawings, where this process has them; else on loopback.
struct Places
{
    Places();

    bool likeAtHome = false;
    bool hasVendorsCard = true; ///< `second` is in the neighbour table
    QHostAddress first;
    QHostAddress second;
    QHostAddress printer;

    QList<LocalInterface> interfaces() const;
};

std::unique_ptr<GatewaySimulator> gatewayAt(const QHostAddress &address, bool enabled,
                                            const QStringList &faults = {},
                                            const QString &serial = QLatin1StringView("110A1234567890"),
                                            const Behaviour &behaviour = {});

/// A page on port 8080 that is no gateway.
class WebPage
{
public:
    explicit WebPage(const QHostAddress &address);

private:
    QTcpServer m_server;
};

struct Studio
{
    explicit Studio(const Places &places, Theme theme = Theme::Light);

    static void setFolder(const QString &folder);
    static void settle();
    static void shoot(QWidget &widget, const QString &name);
    void save(const QString &name); ///< of the window

    void scan();
    void choose(const QHostAddress &address);
    void speak(const QString &language);
    void switchOver(); ///< flips the switch and answers its question
    /// As in an earlier run of three days ago, with the server on.
    void remember(const QHostAddress &address, const QString &name, const QString &serial);

    Languages languages;
    WindowWorld world;
};

struct Picture
{
    QString name;
    std::function<void(const QString &)> render;
};

/// Each situation of the page, light, dark, in German and in the smallest window.
std::vector<Picture> situationPictures();
/// The tab Diagnosis before, in and after a run, likewise.
std::vector<Picture> diagnosisPictures();

} // namespace Sigen::Test
