// Addresses as networks: what a scan says of those that it could not ask.

#include "network/addressranges.h"
#include "network/scanplan.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

static quint32 ip(const char *text)
{
    return *parseIpv4(QString::fromLatin1(text));
}

static ScanPlan planOf(const QStringList &networks, const QList<quint32> &own = {})
{
    ScanPlan plan = std::get<ScanPlan>(planScan({}, {networks, false, true}));
    plan.ownAddresses = own;
    return plan;
}

/// All of \a plan but \a asked.
static AddressRanges allBut(const ScanPlan &plan, const QList<quint32> &asked)
{
    AddressRanges addresses;
    for (const ScanRange &range : plan.ranges) {
        for (quint64 address = range.addresses.first; address <= range.addresses.last; ++address) {
            const auto number = static_cast<quint32>(address);
            if (!asked.contains(number) && !plan.ownAddresses.contains(number))
                addresses.add(number);
        }
    }
    return addresses;
}

class AddressRangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEachAddressOnceInAnyOrder()
    {
        AddressRanges addresses;
        for (const quint32 address : {5U, 3U, 4U, 9U, 4U, 0U, 0xFFFFFFFFU, 8U, 10U, 0xFFFFFFFFU})
            addresses.add(address);
        QCOMPARE(addresses.size(), 8U);
        for (const quint32 address : {0U, 3U, 4U, 5U, 8U, 9U, 10U, 0xFFFFFFFFU})
            QVERIFY(addresses.contains(address));
        for (const quint32 address : {1U, 2U, 6U, 7U, 11U, 0xFFFFFFFEU})
            QVERIFY(!addresses.contains(address));
        QCOMPARE(addresses.count({4, 9}), 4U);
        QCOMPARE(addresses.count({0, 0xFFFFFFFF}), 8U);
        QCOMPARE(addresses.count({6, 7}), 0U);
    }

    void namesTheNetworksThatTheyAre_data()
    {
        QTest::addColumn<QStringList>("networks");
        QTest::addColumn<QList<quint32>>("own");
        QTest::addColumn<QList<quint32>>("asked");
        QTest::addColumn<QStringList>("named");
        const QList<quint32> none;
        const QStringList home{u"192.168.1.0/24"_s};
        QTest::newRow("all") << home << none << none << home;
        QTest::newRow("all but this computer") << home << QList{ip("192.168.1.77")} << none << home;
        QTest::newRow("one was asked") << QStringList{u"10.0.0.0/29"_s} << none << QList{ip("10.0.0.3")}
                                       << QStringList{u"10.0.0.0/31"_s, u"10.0.0.2/32"_s, u"10.0.0.4/30"_s};
        QTest::newRow("a range is named exactly") << QStringList{u"10.0.0.10-10.0.0.13"_s} << none << none
                                                  << QStringList{u"10.0.0.10/31"_s, u"10.0.0.12/31"_s};
        QTest::newRow("one address") << QStringList{u"10.0.0.10"_s} << none << none
                                     << QStringList{u"10.0.0.10/32"_s};
        QTest::newRow("two networks") << QStringList{u"10.0.0.0/30"_s, u"10.0.1.0/24"_s} << none << none
                                      << QStringList{u"10.0.0.0/30"_s, u"10.0.1.0/24"_s};
    }

    void namesTheNetworksThatTheyAre()
    {
        QFETCH(QStringList, networks);
        QFETCH(QList<quint32>, own);
        QFETCH(QList<quint32>, asked);
        QFETCH(QStringList, named);
        const ScanPlan plan = planOf(networks, own);
        QCOMPARE(networksOf(allBut(plan, asked), plan), named);
        QCOMPARE(networksOf({}, plan), QStringList());
    }

    void namesNoMoreThanSomebodyReads()
    {
        const ScanPlan plan = planOf({u"10.0.0.0/20"_s});
        AddressRanges everySecond;
        const Ipv4Range range = plan.ranges.first().addresses;
        for (quint32 address = range.first; address <= range.last; address += 2)
            everySecond.add(address);
        const QStringList named = networksOf(everySecond, plan);
        QVERIFY(!named.isEmpty() && named.size() <= 64);
        for (quint32 address = range.first; address <= range.last; address += 2) {
            QVERIFY(std::any_of(named.begin(), named.end(), [address](const QString &network) {
                return parseIpv4Range(network)->contains(address) || network.endsWith("/32"_L1)
                    || (address & 0xF) == 0 || (address & 0xF) == 0xF;
            }));
        }
    }
};

QTEST_GUILESS_MAIN(AddressRangesTest)
#include "tst_addressranges.moc"
