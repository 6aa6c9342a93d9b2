#include "fakeresolver.h"

#include "network/hostlookup.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace Sigen;
using namespace std::chrono_literals;

class TestHostLookup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressNeedsNoResolver_data();
    void anAddressNeedsNoResolver();
    void aPublicAddressNeedsPermission();
    void anAddressThatNoHostCanHaveIsRefusedEvenWithPermission_data();
    void anAddressThatNoHostCanHaveIsRefusedEvenWithPermission();
    void ofManyAddressesThePermittedOnesAreGivenIpv4First();
    void aNameWithPublicAddressesOnlyIsRefusedAndNamesThem();
    void anUnknownNameIsNotFound();
    void aSlowResolverRunsIntoTheDeadlineAndStaysPending();

private:
    static void finish(HostLookup &lookup)
    {
        QSignalSpy finished(&lookup, &Operation::finished);
        lookup.start();
        QTRY_COMPARE(finished.count(), 1);
    }
    static QStringList texts(const QList<QHostAddress> &addresses)
    {
        QStringList list;
        for (const QHostAddress &address : addresses)
            list.append(address.toString());
        return list;
    }
};

void TestHostLookup::anAddressNeedsNoResolver_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("address");
    QTest::newRow("IPv4") << u"192.168.1.150"_s << u"192.168.1.150"_s;
    QTest::newRow("IPv6") << u"fd00::1"_s << u"fd00::1"_s;
    QTest::newRow("IPv6 with a zone") << u"fe80::1%eth0"_s << u"fe80::1%eth0"_s;
    QTest::newRow("IPv4-mapped") << u"::ffff:10.1.2.3"_s << u"10.1.2.3"_s;
}

void TestHostLookup::anAddressNeedsNoResolver()
{
    QFETCH(QString, host);
    QFETCH(QString, address);
    HostLookup lookup(host, false, 5s);
    QSignalSpy finished(&lookup, &Operation::finished);
    lookup.start();
    QVERIFY(!HostLookup::hasPendingLookups());
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!lookup.error());
    QCOMPARE(texts(lookup.addresses()), QStringList{address});
    QVERIFY(!HostLookup::hasPendingLookups());
}

void TestHostLookup::aPublicAddressNeedsPermission()
{
    HostLookup refused(u"100.64.0.1"_s, false, 5s);
    finish(refused);
    QCOMPARE(refused.error(),
             (Error{ErrorCode::Usage, u"100.64.0.1"_s, u"address not permitted: 100.64.0.1"_s}));
    QVERIFY(refused.addresses().isEmpty());

    HostLookup permitted(u"100.64.0.1"_s, true, 5s);
    finish(permitted);
    QVERIFY(!permitted.error());
    QCOMPARE(texts(permitted.addresses()), QStringList{u"100.64.0.1"_s});
}

void TestHostLookup::anAddressThatNoHostCanHaveIsRefusedEvenWithPermission_data()
{
    QTest::addColumn<QString>("host");
    for (const char *each : {"0.0.0.0", "::", "224.0.0.251", "ff02::1", "255.255.255.255"})
        QTest::newRow(each) << QString::fromLatin1(each);
}

void TestHostLookup::anAddressThatNoHostCanHaveIsRefusedEvenWithPermission()
{
    QFETCH(QString, host);
    HostLookup lookup(host, true, 5s);
    finish(lookup);
    QCOMPARE(lookup.error().code, ErrorCode::Usage);
    QVERIFY(lookup.addresses().isEmpty());
}

void TestHostLookup::ofManyAddressesThePermittedOnesAreGivenIpv4First()
{
    if (!Test::resolverIsFake())
        QSKIP("needs a resolver of our own");
    HostLookup lookup(u"many.test"_s, false, 5s);
    finish(lookup);
    QVERIFY(!lookup.error());
    QCOMPARE(texts(lookup.addresses()), (QStringList{u"192.168.7.3"_s, u"192.168.7.2"_s, u"fd00::7"_s}));
}

void TestHostLookup::aNameWithPublicAddressesOnlyIsRefusedAndNamesThem()
{
    if (!Test::resolverIsFake())
        QSKIP("needs a resolver of our own");
    HostLookup refused(u"public.test"_s, false, 5s);
    finish(refused);
    QCOMPARE(refused.error(),
             (Error{ErrorCode::Usage, u"public.test"_s, u"address not permitted: 8.8.8.8, 2001:db8::1"_s}));

    HostLookup permitted(u"public.test"_s, true, 5s);
    finish(permitted);
    QCOMPARE(texts(permitted.addresses()), (QStringList{u"8.8.8.8"_s, u"2001:db8::1"_s}));

    HostLookup useless(u"useless.test"_s, true, 5s);
    finish(useless);
    QCOMPARE(useless.error().code, ErrorCode::Usage);
    QVERIFY(useless.error().detail.startsWith(nobodysAddressDetail));
}

void TestHostLookup::anUnknownNameIsNotFound()
{
    // A label that DNS can't carry: also a real resolver asks nobody.
    const QString host(64, u'a');
    HostLookup lookup(host, false, 5s);
    finish(lookup);
    QCOMPARE(lookup.error().code, ErrorCode::HostNotFound);
    QCOMPARE(lookup.error().context, host);
    QVERIFY(!lookup.error().detail.isEmpty());
    QTRY_VERIFY(!HostLookup::hasPendingLookups());
}

void TestHostLookup::aSlowResolverRunsIntoTheDeadlineAndStaysPending()
{
    if (!Test::resolverIsFake())
        QSKIP("needs a resolver of our own");
    HostLookup overdue(u"slow.test"_s, false, 50ms);
    finish(overdue);
    QCOMPARE(overdue.error(),
             (Error{ErrorCode::HostNotFound, u"slow.test"_s, u"no answer from the resolver within 50 ms"_s}));
    QVERIFY(HostLookup::hasPendingLookups());

    HostLookup cancelled(u"slow.test"_s, false, 5s);
    QSignalSpy cancelledFinished(&cancelled, &Operation::finished);
    cancelled.start();
    QCoreApplication::processEvents(); // it runs
    cancelled.cancel();
    QTRY_COMPARE(cancelledFinished.count(), 1);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);

    auto destroyed = std::make_unique<HostLookup>(u"slow.test"_s, false, 5s);
    QSignalSpy destroyedFinished(destroyed.get(), &Operation::finished);
    destroyed->start();
    QCoreApplication::processEvents();
    destroyed.reset();

    QVERIFY(HostLookup::hasPendingLookups());
    Test::releaseSlowNames();
    QTRY_VERIFY(!HostLookup::hasPendingLookups());
    QCOMPARE(destroyedFinished.count(), 0);
    QCOMPARE(cancelledFinished.count(), 1);
    QCOMPARE(overdue.error().code, ErrorCode::HostNotFound);
    QVERIFY(overdue.addresses().isEmpty());
}

QTEST_GUILESS_MAIN(TestHostLookup)
#include "tst_hostlookup.moc"
