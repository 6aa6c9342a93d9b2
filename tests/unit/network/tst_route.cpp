// What it means that the system sends to an address from another.

#include "network/route.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class RouteTest : public QObject
{
    Q_OBJECT

    static LocalInterface interface(const QString &name, const QString &address, int prefix,
                                    InterfaceKind kind = InterfaceKind::Ethernet)
    {
        return {name, kind, {*parseIpv4(address), prefix}, 0, false};
    }

private Q_SLOTS:
    void theWayFollowsFromTheInterfaceThatIsTaken_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("source");
        QTest::addColumn<Route::Way>("way");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("also");
        QTest::newRow("no way") << u"192.168.1.150"_s << QString() << Route::Way::None << QString()
                                << QStringList();
        QTest::newRow("itself") << u"192.168.1.7"_s << u"192.168.1.7"_s << Route::Way::ThisComputer
                                << QString() << QStringList();
        QTest::newRow("loopback") << u"127.0.0.9"_s << u"127.0.0.1"_s << Route::Way::ThisComputer << QString()
                                  << QStringList();
        QTest::newRow("own network") << u"192.168.1.150"_s << u"192.168.1.7"_s << Route::Way::OwnNetwork
                                     << u"eth0"_s << QStringList{u"wlan0"_s};
        QTest::newRow("the other card") << u"192.168.1.150"_s << u"192.168.1.8"_s << Route::Way::OwnNetwork
                                        << u"wlan0"_s << QStringList{u"eth0"_s};
        QTest::newRow("another network")
            << u"10.9.8.7"_s << u"192.168.1.7"_s << Route::Way::Router << u"eth0"_s << QStringList();
        QTest::newRow("a tunnel that covers the own network")
            << u"192.168.1.150"_s << u"10.8.0.2"_s << Route::Way::Tunnel << u"wg0"_s
            << QStringList{u"eth0"_s, u"wlan0"_s};
        QTest::newRow("IPv6 beyond the link")
            << u"fd00::5"_s << u"fd00::7"_s << Route::Way::Router << QString() << QStringList();
        QTest::newRow("IPv6 on the link")
            << u"fe80::5%eth0"_s << u"fe80::7%eth0"_s << Route::Way::OwnNetwork << u"eth0"_s << QStringList();
    }

    void theWayFollowsFromTheInterfaceThatIsTaken()
    {
        QFETCH(const QString, target);
        QFETCH(const QString, source);
        const QList<LocalInterface> interfaces{
            interface(u"lo"_s, u"127.0.0.1"_s, 8, InterfaceKind::Loopback),
            interface(u"eth0"_s, u"192.168.1.7"_s, 24),
            interface(u"wlan0"_s, u"192.168.1.8"_s, 24, InterfaceKind::WiFi),
            interface(u"wg0"_s, u"10.8.0.2"_s, 24, InterfaceKind::Tunnel)};
        const Route route = judgeRoute(QHostAddress(target), QHostAddress(source), interfaces);
        QTEST(route.way, "way");
        QTEST(route.interfaceName, "name");
        QTEST(route.alsoOn, "also");
        QCOMPARE(route.ownAddress, source);
    }

    void whatIsInAnOwnNetworkIsKnownWithoutAskingTheSystem()
    {
        const QList<LocalInterface> interfaces{interface(u"lo"_s, u"127.0.0.1"_s, 8, InterfaceKind::Loopback),
                                               interface(u"wg0"_s, u"10.8.0.2"_s, 24, InterfaceKind::Tunnel),
                                               interface(u"eth0"_s, u"192.168.1.7"_s, 24)};
        const auto own = [&interfaces](const QString &address) {
            return ownRoute(QHostAddress(address), interfaces);
        };
        QCOMPARE(own(u"192.168.1.150"_s)->way, Route::Way::OwnNetwork);
        QCOMPARE(own(u"192.168.1.150"_s)->ownAddress, u"192.168.1.7"_s);
        QCOMPARE(own(u"10.8.0.9"_s)->way, Route::Way::Tunnel);
        for (const QString &other : {u"127.0.0.9"_s, u"10.9.8.7"_s, u"fe80::5%eth0"_s, QString()})
            QVERIFY2(!own(other), qPrintable(other));
    }

    void nobodyIsMissedWhereNeighboursAreNotAsked()
    {
        // A tunnel has no neighbours, and another network's are not this computer's.
        const QList<LocalInterface> interfaces{interface(u"wg0"_s, u"10.8.0.2"_s, 24, InterfaceKind::Tunnel)};
        QVERIFY(!hasNoDevice(QHostAddress(u"10.8.0.9"_s), interfaces));
        QVERIFY(!hasNoDevice(QHostAddress(u"192.168.1.150"_s), interfaces));
    }

    void theSystemIsAskedAndNothingIsSent()
    {
        const Route route = routeTo(QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(route.way, Route::Way::ThisComputer);
        QCOMPARE(route.ownAddress, u"127.0.0.1"_s);
    }
};

QTEST_GUILESS_MAIN(RouteTest)
#include "tst_route.moc"
