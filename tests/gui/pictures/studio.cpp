#include "studio.h"

#include "support/loopback.h"

#include <QDir>
#include <QFile>
#include <QTcpSocket>

#include <cstdio>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static QString outputFolder; // of this program's one run

Places::Places()
    : likeAtHome(QTcpServer().listen(QHostAddress(u"192.168.1.150"_s)))
    , first(likeAtHome ? QHostAddress(u"192.168.1.150"_s) : uniqueLoopbackAddress())
    , second(likeAtHome ? QHostAddress(u"192.168.1.62"_s) : uniqueLoopbackAddress())
    , printer(likeAtHome ? QHostAddress(u"192.168.1.20"_s) : uniqueLoopbackAddress())
{ }

QList<LocalInterface> Places::interfaces() const
{
    if (!likeAtHome)
        return {interfaceAround(first)};
    return {
        {u"eth0"_s, InterfaceKind::Ethernet, {QHostAddress(u"192.168.1.10"_s).toIPv4Address(), 24}, 1000}};
}

std::unique_ptr<GatewaySimulator> gatewayAt(const QHostAddress &address, bool enabled,
                                            const QStringList &faults, const QString &serial,
                                            const Behaviour &behaviour)
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
    options.behaviour = behaviour;
    auto gateway = std::make_unique<GatewaySimulator>(options);
    QString reason;
    if (!gateway->start(&reason))
        qFatal("%s", qPrintable(reason));
    return gateway;
}

WebPage::WebPage(const QHostAddress &address)
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

static DiscoveryEnvironment discoveryAt(const Places &places)
{
    DiscoveryEnvironment environment;
    environment.interfaces = [interfaces = places.interfaces()] { return interfaces; };
    environment.neighbours = [places] {
        if (!places.hasVendorsCard)
            return QList<Neighbour>();
        return QList<Neighbour>{{places.second.toIPv4Address(), u"0c:47:a9:90:12:41"_s}};
    };
    environment.profile = builtInProfile(u"documented"_s);
    return environment;
}

static GatewayEnvironment gatewaysAt(const Places &places)
{
    GatewayEnvironment environment = quickEnvironment();
    environment.interfaces = [interfaces = places.interfaces()] { return interfaces; };
    environment.verifyWait = 2s;
    return environment;
}

Studio::Studio(const Places &places, Theme theme)
    : world(discoveryAt(places), gatewaysAt(places))
{
    speak(u"en_GB"_s);
    world.settings().setThemeOfRun(theme);
    world.window().resize(1120, 760);
    world.window().show();
    settle();
}

void Studio::setFolder(const QString &folder)
{
    outputFolder = folder;
    QDir().mkpath(folder);
}

void Studio::settle()
{
    QTest::qWait(60);
}

void Studio::shoot(QWidget &widget, const QString &name)
{
    const QString path = QDir(outputFolder).filePath(name + u".png"_s);
    if (!widget.grab().save(path))
        qFatal("%s can't be written.", qPrintable(path));
    std::printf("%s\n", qPrintable(path));
    std::fflush(stdout);
}

void Studio::save(const QString &name)
{
    settle();
    shoot(world.window(), name);
}

void Studio::scan()
{
    world.discovery().scan();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!world.discovery().isScanning(), 20000); }();
}

void Studio::choose(const QHostAddress &address)
{
    world.discovery().selectHost(address.toString());
    [&] { QTRY_VERIFY(world.book().current() != nullptr); }();
}

void Studio::speak(const QString &language)
{
    world.settings().setLanguageOfRun(language);
    const QLocale locale = world.settings().locale();
    languages.use(locale);
    world.discovery().setLocale(locale);
    world.discovery().retranslate();
    world.book().setLocale(locale);
    world.book().retranslate();
}

void Studio::switchOver()
{
    world.click("serverSwitch");
    world.accept();
    world.wait();
}

void Studio::remember(const QHostAddress &address, const QString &name, const QString &serial)
{
    const QString path = QDir::temp().filePath(u"sigen-pictures-gateways.json"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    const QString then = QDateTime::currentDateTimeUtc().addDays(-3).toString(Qt::ISODate);
    file.write(
        uR"({"format":"sigen-modbus-gateways","version":1,"gateways":[{"address":"%1","name":"%2","serial":"%3","lastSeen":"%4","lastKnownState":"on","lastKnownStateAt":"%4","lastKnownModbusPort":502}]})"_s
            .arg(address.toString(), name, serial, then)
            .toUtf8());
    file.close();
    const auto outcome = world.saved().importFrom(path);
    if (!outcome.ok)
        std::fprintf(stderr, "%s\n", qPrintable(outcome.sentence));
    QFile::remove(path);
}

} // namespace Sigen::Test
