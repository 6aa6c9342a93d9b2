#include "network/addresspolicy.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace Sigen;

class TestAddressPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyLocalRangesArePrivate_data();
    void onlyLocalRangesArePrivate();
    void addressesThatNoDeviceHasAreKnown();
    void aLinkLocalAddressNeedsAZone();
    void typedHostsAreNormalized_data();
    void typedHostsAreNormalized();
    void whatCanBeNoHostIsRefused_data();
    void whatCanBeNoHostIsRefused();
};

void TestAddressPolicy::onlyLocalRangesArePrivate_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isPrivate");
    const QStringList privateOnes{u"127.0.0.1"_s,       u"127.255.255.255"_s,
                                  u"10.0.0.0"_s,        u"10.255.255.255"_s,
                                  u"172.16.0.0"_s,      u"172.31.255.255"_s,
                                  u"192.168.0.0"_s,     u"192.168.255.255"_s,
                                  u"169.254.0.1"_s,     u"::1"_s,
                                  u"fe80::1"_s,         u"fe80::1%eth0"_s,
                                  u"febf::1"_s,         u"fc00::1"_s,
                                  u"fdff::1"_s,         u"::ffff:10.0.0.1"_s,
                                  u"::ffff:127.0.0.1"_s};
    const QStringList otherOnes{u"126.255.255.255"_s,
                                u"128.0.0.0"_s,
                                u"9.255.255.255"_s,
                                u"11.0.0.0"_s,
                                u"172.15.255.255"_s,
                                u"172.32.0.0"_s,
                                u"192.167.255.255"_s,
                                u"192.169.0.0"_s,
                                u"169.253.255.255"_s,
                                u"169.255.0.0"_s,
                                u"100.64.0.1"_s,
                                u"0.0.0.0"_s,
                                u"8.8.8.8"_s,
                                u"224.0.0.1"_s,
                                u"255.255.255.255"_s,
                                u"::"_s,
                                u"::2"_s,
                                u"::127.0.0.1"_s,
                                u"fec0::1"_s,
                                u"fe00::1"_s,
                                u"fbff::1"_s,
                                u"fe7f::1"_s,
                                u"2001:db8::1"_s,
                                u"::ffff:8.8.8.8"_s,
                                u"ff02::1"_s};
    for (const QString &each : privateOnes)
        QTest::newRow(qPrintable(each)) << each << true;
    for (const QString &each : otherOnes)
        QTest::newRow(qPrintable(each)) << each << false;
    QTest::newRow("no address") << QString() << false;
}

void TestAddressPolicy::onlyLocalRangesArePrivate()
{
    QFETCH(QString, address);
    QTEST(isPrivateAddress(QHostAddress(address)), "isPrivate");
}

void TestAddressPolicy::addressesThatNoDeviceHasAreKnown()
{
    for (const char *nobody : {"0.0.0.0", "0.1.2.3", "224.0.0.1", "239.255.255.255", "240.0.0.1",
                               "255.255.255.255", "::", "ff02::1", "::ffff:0.0.0.0", "::ffff:224.0.0.1"})
        QVERIFY2(!isHostAddress(QHostAddress(QString::fromLatin1(nobody))), nobody);
    for (const char *device : {"127.0.0.1", "192.168.1.150", "10.0.0.0", "8.8.8.8", "223.255.255.255", "::1",
                               "fe80::1", "fd00::1"})
        QVERIFY2(isHostAddress(QHostAddress(QString::fromLatin1(device))), device);
    QVERIFY(!isHostAddress(QHostAddress()));
}

void TestAddressPolicy::aLinkLocalAddressNeedsAZone()
{
    QVERIFY(lacksZone(QHostAddress(u"fe80::1"_s)));
    QVERIFY(lacksZone(QHostAddress(u"febf::1"_s)));
    for (const char *whole : {"fe80::1%eth0", "fe80::1%2", "fd00::1", "::1", "169.254.1.1", "192.168.1.1"})
        QVERIFY2(!lacksZone(QHostAddress(QString::fromLatin1(whole))), whole);
}

void TestAddressPolicy::typedHostsAreNormalized_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("host");
    const auto row = [](const char *name, const QString &typed, const QString &host) {
        QTest::newRow(name) << typed << host;
    };
    row("IPv4", u"192.168.1.150"_s, u"192.168.1.150"_s);
    row("white space around", u" \t192.168.1.150\n"_s, u"192.168.1.150"_s);
    row("zeros", u"10.0.0.0"_s, u"10.0.0.0"_s);
    row("name", u"fritz.box"_s, u"fritz.box"_s);
    row("bare name", u"gateway"_s, u"gateway"_s);
    row("name that ends in a dot", u"gateway.lan."_s, u"gateway.lan."_s);
    row("digits first", u"3com.lan"_s, u"3com.lan"_s);
    row("numeric label inside", u"10.gateway.lan"_s, u"10.gateway.lan"_s);
    row("underscore and hyphen", u"sigen_gw-1.local"_s, u"sigen_gw-1.local"_s);
    row("longest label", QString(63, u'a'), QString(63, u'a'));
    row("international", u"zähler.lan"_s, u"zähler.lan"_s);
    row("IPv6", u"FE80:0:0::1"_s, u"fe80::1"_s);
    row("IPv6 in brackets", u"[::1]"_s, u"::1"_s);
    row("IPv6 with a zone", u"fe80::1%eth0"_s, u"fe80::1%eth0"_s);
    row("IPv6 with a numeric zone", u"fe80::1%12"_s, u"fe80::1%12"_s);
    row("IPv6 in brackets with a zone", u"[fe80::1%eth0.5]"_s, u"fe80::1%eth0.5"_s);
    row("IPv6 as in a URL", u"[fe80::1%25eth0]"_s, u"fe80::1%eth0"_s);
    row("IPv4-mapped", u"::ffff:192.168.1.1"_s, u"::ffff:192.168.1.1"_s);
}

void TestAddressPolicy::typedHostsAreNormalized()
{
    QFETCH(QString, typed);
    QFETCH(QString, host);
    const std::optional<QString> normalized = normalizedHost(typed);
    QVERIFY(normalized);
    QCOMPARE(*normalized, host);
    QCOMPARE(normalizedHost(host), std::optional(host));
}

void TestAddressPolicy::whatCanBeNoHostIsRefused_data()
{
    QTest::addColumn<QString>("typed");
    const QStringList refused{u""_s,
                              u"  "_s,
                              u"192.168.1.300"_s,
                              u"192.168.1"_s,
                              u"192.168.1.1.1"_s,
                              u"192.168.01.1"_s,
                              u"192.168.1."_s,
                              u"1"_s,
                              u"4294967295"_s,
                              u"0x7f000001"_s,
                              u"127.0x1"_s,
                              u"host.0x"_s,
                              u"host.123"_s,
                              u"１９２.１６８.１.１"_s,
                              u"ws://192.168.1.1"_s,
                              u"192.168.1.1/ws"_s,
                              u"192.168.1.1:8080"_s,
                              u"gateway:8080"_s,
                              u"user@gateway"_s,
                              u"two words"_s,
                              u"line\nbreak"_s,
                              u"a..b"_s,
                              u".lan"_s,
                              u"."_s,
                              u"-a.lan"_s,
                              u"a-.lan"_s,
                              u"[]"_s,
                              u"[::1"_s,
                              u"::1]"_s,
                              u"[192.168.1.1]"_s,
                              u"[gateway]"_s,
                              u"fe80::1%"_s,
                              u"fe80::1%a b"_s,
                              u"fe80::1%eth0/64"_s,
                              u"fe80::1%a%b"_s,
                              u"192.168.1.1%eth0"_s,
                              u"1:2"_s,
                              u":"_s,
                              QString(64, u'a'),
                              u"a."_s.repeated(127) + u"aa"_s,
                              u"a\u202Eb.lan"_s};
    for (const QString &each : refused)
        QTest::newRow(each.isEmpty() ? "nothing" : qPrintable(each.simplified().left(70))) << each;
}

void TestAddressPolicy::whatCanBeNoHostIsRefused()
{
    QFETCH(QString, typed);
    QCOMPARE(normalizedHost(typed), std::nullopt);
}

QTEST_GUILESS_MAIN(TestAddressPolicy)
#include "tst_addresspolicy.moc"
