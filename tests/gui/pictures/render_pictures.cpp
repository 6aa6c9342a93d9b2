// Renders the window's main states to PNG files, from real widgets with the simulator behind them. The
// pictures are looked at by people and beside the drawings; some are the README's screenshots.
//
//     render_pictures FOLDER [NAME…]      all pictures, or those with these names
//
// Inside a network namespace made by render.sh the gateways have addresses as in a home; elsewhere they are
// on loopback.

#include "guitesting.h"

#include "languages/languages.h"
#include "support/loopback.h"
#include "support/rawserver.h"
#include "ui/controllers/guidance.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/guidancedialog.h"
#include "ui/dialogs/letterdialog.h"
#include "ui/dialogs/questiondialog.h"
#include "ui/dialogs/userguidedialog.h"
#include "ui/panel/gatewayview.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QTabWidget>
#include <QTcpServer>
#include <QTcpSocket>

#include <cstdio>
#include <vector>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString outputFolder;

/// The addresses of the drawings, where this process has them.
struct Places
{
    bool likeAtHome = QTcpServer().listen(QHostAddress(u"192.168.1.150"_s));
    QHostAddress first = likeAtHome ? QHostAddress(u"192.168.1.150"_s) : uniqueLoopbackAddress();
    QHostAddress second = likeAtHome ? QHostAddress(u"192.168.1.62"_s) : uniqueLoopbackAddress();
    QHostAddress printer = likeAtHome ? QHostAddress(u"192.168.1.20"_s) : uniqueLoopbackAddress();

    QList<LocalInterface> interfaces() const
    {
        if (!likeAtHome)
            return {interfaceAround(first)};
        return {{u"eth0"_s,
                 InterfaceKind::Ethernet,
                 {QHostAddress(u"192.168.1.10"_s).toIPv4Address(), 24},
                 1000}};
    }
};

std::unique_ptr<GatewaySimulator> gatewayAt(const QHostAddress &address, bool enabled,
                                            const QStringList &faults = {},
                                            const QString &serial = u"110A1234567890"_s)
{
    constexpr quint16 usualWebSocketPort = 8080;
    constexpr quint16 usualModbusPort = 502;
    SimulatorOptions options;
    options.address = address;
    options.webSocketPort = usualWebSocketPort;
    options.modbusPort = usualModbusPort;
    options.profile = builtInProfile(u"documented"_s);
    options.initiallyEnabled = enabled;
    options.username = u"admin"_s;
    options.password = Secret(rightPassword());
    options.serial = serial;
    options.faults = faults;
    auto gateway = std::make_unique<GatewaySimulator>(options);
    QString reason;
    if (!gateway->start(&reason))
        qFatal("%s", qPrintable(reason));
    return gateway;
}

/// A page on port 8080 that is no gateway.
class WebPage
{
public:
    explicit WebPage(const QHostAddress &address)
    {
        constexpr quint16 port = 8080;
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *const socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
                socket->disconnectFromHost();
            });
        });
        m_server.listen(address, port);
    }

private:
    QTcpServer m_server;
};

struct Studio
{
    explicit Studio(const Places &places, Theme theme = Theme::Light)
        : world(environment(places), gatewayEnvironment(places))
    {
        speak(u"en_GB"_s);
        world.settings().setThemeOfRun(theme);
        world.window().resize(1120, 760);
        world.window().show();
        settle();
    }

    static DiscoveryEnvironment environment(const Places &places)
    {
        DiscoveryEnvironment environment;
        environment.interfaces = [interfaces = places.interfaces()] { return interfaces; };
        environment.neighbours = [places] {
            return QList<Neighbour>{{places.second.toIPv4Address(), u"0c:47:a9:90:12:41"_s}};
        };
        environment.profile = builtInProfile(u"documented"_s);
        return environment;
    }

    static GatewayEnvironment gatewayEnvironment(const Places &places)
    {
        GatewayEnvironment environment = quickEnvironment();
        environment.interfaces = [interfaces = places.interfaces()] { return interfaces; };
        environment.verifyWait = 2s;
        return environment;
    }

    static void settle() { QTest::qWait(60); }

    void save(const QString &name)
    {
        settle();
        shoot(world.window(), name);
    }

    static void shoot(QWidget &widget, const QString &name)
    {
        const QString path = QDir(outputFolder).filePath(name + u".png"_s);
        if (!widget.grab().save(path))
            qFatal("%s can't be written.", qPrintable(path));
        std::printf("%s\n", qPrintable(path));
        std::fflush(stdout);
    }

    void scan()
    {
        world.discovery().scan();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!world.discovery().isScanning(), 20000); }();
    }

    void choose(const QHostAddress &address)
    {
        world.discovery().selectHost(address.toString());
        [&] { QTRY_VERIFY(world.book().current() != nullptr); }();
    }

    void speak(const QString &language)
    {
        world.settings().setLanguageOfRun(language);
        const QLocale locale = world.settings().locale();
        languages.use(locale);
        world.discovery().setLocale(locale);
        world.discovery().retranslate();
        world.book().setLocale(locale);
        world.book().retranslate();
    }

    void switchOver()
    {
        world.click("serverSwitch");
        world.accept();
        world.wait();
    }

    Languages languages;
    WindowWorld world;
};

struct Picture
{
    QString name;
    std::function<void(const QString &)> render;
};

void remember(Studio &studio, const QHostAddress &address, const QString &model, const QString &serial)
{
    // As in an earlier run of three days ago.
    const QString path = QDir::temp().filePath(u"sigen-pictures-gateways.json"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    const QString then = QDateTime::currentDateTimeUtc().addDays(-3).toString(Qt::ISODate);
    file.write(
        uR"({"format":"sigen-modbus-gateways","version":1,"gateways":[{"address":"%1","name":"%2","serial":"%3","lastSeen":"%4","lastKnownState":"on","lastKnownStateAt":"%4","lastKnownModbusPort":502}]})"_s
            .arg(address.toString(), model, serial, then)
            .toUtf8());
    file.close();
    const auto outcome = studio.world.saved().importFrom(path);
    if (!outcome.ok)
        std::fprintf(stderr, "%s\n", qPrintable(outcome.sentence));
    QFile::remove(path);
}

/// On, verified, with the second gateway and a web page beside it.
void verified(const QString &name, Theme theme, const std::function<void(Studio &)> &more,
              const QString &language = u"en_GB"_s)
{
    const Places places;
    const auto gateway = gatewayAt(places.first, false);
    const auto other = gatewayAt(places.second, false, {}, u"110A9876543210"_s);
    const WebPage page(places.printer);
    Studio studio(places, theme);
    studio.speak(language);
    studio.scan();
    studio.choose(places.first);
    studio.world.signIn(rightPassword());
    studio.switchOver();
    studio.world.book().current()->live.setInterval(150ms);
    studio.world.book().current()->live.start();
    const LiveValuesController &live = studio.world.book().current()->live;
    [&] { QTRY_VERIFY_WITH_TIMEOUT(live.polls() >= 16, 30000); }();
    studio.world.book().current()->live.setInterval(LiveValuesController::defaultInterval);
    if (more)
        more(studio);
    studio.save(name);
}

/// A failure after flipping the switch of a gateway with \a fault.
void failed(const QString &name, const QString &fault)
{
    const Places places;
    const auto gateway = gatewayAt(places.second, false, {fault}, u"110A1234567890"_s);
    Studio studio(places);
    remember(studio, places.first, u"SigenStor EC 10.0 TP"_s, u"110A1234567891"_s);
    studio.scan();
    studio.choose(places.second);
    studio.world.signIn(rightPassword());
    if (studio.world.gateway().page().server.canSwitch)
        studio.switchOver();
    studio.save(name);
}

std::vector<Picture> pictures()
{
    std::vector<Picture> all;
    all.push_back({u"empty"_s, [](const QString &name) {
                       Studio studio(Places{});
                       studio.save(name);
                   }});
    all.push_back({u"scanning"_s, [](const QString &name) {
                       const Places places;
                       const auto gateway = gatewayAt(places.first, true);
                       const WebPage page(places.printer);
                       Studio studio(places);
                       studio.world.discovery().scan();
                       DiscoveryController &discovery = studio.world.discovery();
                       [&] { QTRY_VERIFY(discovery.hosts()->rowCount() > 0); }();
                       QTest::qWait(300); // silent addresses take a second
                       Studio::shoot(studio.world.window(), name);
                   }});
    all.push_back({u"found"_s, [](const QString &name) {
                       const Places places;
                       const auto gateway = gatewayAt(places.first, true);
                       const auto other = gatewayAt(places.second, false, {}, u"110A9876543210"_s);
                       const WebPage page(places.printer);
                       Studio studio(places);
                       studio.scan();
                       studio.save(name);
                   }});
    all.push_back({u"signed-out"_s, [](const QString &name) {
                       const Places places;
                       const auto gateway = gatewayAt(places.second, false);
                       Studio studio(places);
                       remember(studio, places.first, u"SigenStor EC 10.0 TP"_s, u"110A1234567891"_s);
                       studio.scan();
                       studio.choose(places.second);
                       studio.world.click("testPort");
                       studio.world.wait();
                       studio.world.type("password", rightPassword());
                       studio.save(name);
                   }});
    all.push_back({u"sign-in-advanced"_s, [](const QString &name) {
                       const Places places;
                       const auto gateway = gatewayAt(places.second, false);
                       Studio studio(places);
                       studio.scan();
                       studio.choose(places.second);
                       studio.world.click("advanced");
                       studio.world.click("tls");
                       studio.save(name);
                   }});
    all.push_back({u"sign-in-refused"_s, [](const QString &name) {
                       const Places places;
                       const auto gateway = gatewayAt(places.second, false);
                       Studio studio(places);
                       studio.scan();
                       studio.choose(places.second);
                       studio.world.signIn(u"not-the-one"_s);
                       studio.save(name);
                   }});
    all.push_back({u"off"_s, [](const QString &name) {
                       const Places places;
                       const auto gateway = gatewayAt(places.first, false);
                       Studio studio(places);
                       studio.scan();
                       studio.choose(places.first);
                       studio.world.signIn(rightPassword());
                       studio.save(name);
                   }});
    all.push_back({u"question"_s, [](const QString &name) {
                       const Places places;
                       const auto gateway = gatewayAt(places.first, false);
                       Studio studio(places);
                       studio.scan();
                       studio.choose(places.first);
                       studio.world.signIn(rightPassword());
                       studio.world.click("serverSwitch");
                       studio.settle();
                       Studio::shoot(*QApplication::activeModalWidget(), name);
                       studio.world.reject();
                   }});
    all.push_back({u"turning-on"_s, [](const QString &name) {
                       const Places places;
                       const auto gateway = gatewayAt(places.first, false, {u"port-opens-late"_s});
                       Studio studio(places);
                       studio.scan();
                       studio.choose(places.first);
                       studio.world.signIn(rightPassword());
                       studio.world.click("serverSwitch");
                       studio.world.accept();
                       QTest::qWait(400);
                       Studio::shoot(studio.world.window(), name);
                       studio.world.wait();
                   }});
    all.push_back({u"verified"_s, [](const QString &name) { verified(name, Theme::Light, {}); }});
    all.push_back({u"verified-dark"_s, [](const QString &name) { verified(name, Theme::Dark, {}); }});
    all.push_back({u"connect-your-system"_s, [](const QString &name) {
                       verified(name, Theme::Light, [](Studio &studio) {
                           studio.world.find<QTabWidget>("tabs")->setCurrentIndex(1);
                           studio.world.book().current()->snippets.setCurrentTool(u"sigenergy2mqtt"_s);
                       });
                   }});
    all.push_back({u"protocol-log"_s, [](const QString &name) {
                       verified(name, Theme::Light, [](Studio &studio) {
                           studio.world.find<QTabWidget>("tabs")->setCurrentIndex(2);
                       });
                   }});
    all.push_back({u"narrow"_s, [](const QString &name) {
                       verified(name, Theme::Light,
                                [](Studio &studio) { studio.world.window().resize(900, 600); });
                   }});
    for (const QString &language : {u"de"_s, u"zh_CN"_s}) {
        all.push_back({u"verified-"_s + language,
                       [language](const QString &name) { verified(name, Theme::Light, {}, language); }});
    }
    all.push_back({u"right-to-left"_s, [](const QString &name) {
                       verified(name, Theme::Light, [](Studio &studio) {
                           QApplication::setLayoutDirection(Qt::RightToLeft);
                           studio.settle();
                       });
                       QApplication::setLayoutDirection(Qt::LeftToRight);
                   }});
    for (const QString &fault :
         {u"port-never-opens"_s, u"port-filtered"_s, u"modbus-silent"_s, u"modbus-closes-on-connect"_s,
          u"modbus-exception-02"_s, u"modbus-http"_s, u"lookalike-huawei"_s, u"serial-differs"_s,
          u"write-refused"_s, u"write-no-effect"_s, u"write-other-port"_s, u"read-missing-enable"_s,
          u"serial-html"_s})
        all.push_back({u"failed-"_s + fault, [fault](const QString &name) { failed(name, fault); }});
    all.push_back({u"failed-unknown"_s, [](const QString &name) {
                       const Places places;
                       const auto gateway = gatewayAt(places.first, false, {u"write-no-reply"_s});
                       Studio studio(places);
                       studio.scan();
                       studio.choose(places.first);
                       studio.world.signIn(rightPassword());
                       studio.world.click("serverSwitch");
                       studio.world.accept();
                       [&] { QTRY_COMPARE(gateway->counters().writes, 1); }();
                       gateway->stop();
                       studio.world.wait();
                       if (studio.world.has("failureMore"))
                           studio.world.click("failureMore");
                       studio.save(name);
                   }});
    all.push_back({u"not-a-gateway"_s, [](const QString &name) {
                       const Places places;
                       const WebPage page(places.printer);
                       Studio studio(places);
                       studio.scan();
                       studio.choose(places.printer);
                       studio.world.signIn(rightPassword());
                       studio.save(name);
                   }});
    all.push_back({u"dialogs"_s, [](const QString &) {
                       Studio studio(Places{});
                       GuidanceDialog guidance(&studio.world.window());
                       guidance.show();
                       studio.settle();
                       Studio::shoot(guidance, u"dialog-guidance"_s);
                       LetterDialog message(
                           Recipient::Installer,
                           {u"SigenStor EC 10.0 TP"_s, u"110A1234567890"_s, u"192.168.1.150"_s, 502},
                           &studio.world.window());
                       message.show();
                       studio.settle();
                       Studio::shoot(message, u"dialog-installer-message"_s);
                       AboutDialog about(u"0.1.0"_s, {}, &studio.world.window());
                       about.show();
                       studio.settle();
                       Studio::shoot(about, u"dialog-about"_s);
                       UserGuideDialog guide(&studio.world.window());
                       guide.show();
                       studio.settle();
                       Studio::shoot(guide, u"dialog-user-guide"_s);
                   }});
    return all;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"Sigen Modbus"_s);
    if (argc < 2) {
        std::fprintf(stderr, "Usage: render_pictures FOLDER [NAME...]\n");
        return 2;
    }
    outputFolder = QString::fromLocal8Bit(argv[1]);
    QDir().mkpath(outputFolder);
    if (QFontDatabase::hasFamily(
            u"Inter"_s)) { // so that the pictures are the same on every machine that has it
        constexpr int size = 13;
        QFont font(u"Inter"_s);
        font.setPixelSize(size);
        QApplication::setFont(font);
    }
    const QStringList wanted = QApplication::arguments().sliced(2);
    for (const Picture &picture : pictures()) {
        if (wanted.isEmpty() || wanted.contains(picture.name))
            picture.render(picture.name);
    }
    return 0;
}
