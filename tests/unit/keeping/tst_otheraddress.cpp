// The same serial number at another address: found, not found, and what is no find.

#include "scannet.h"

#include "keeping/otheraddress.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class OtherAddressTest : public QObject
{
    Q_OBJECT

    static OtherAddressRequest requestFor(const ScanNet &net, const QStringList &serials)
    {
        return {net.plan(), net.options(), serials, {}};
    }

    static void run(OtherAddress &search)
    {
        QSignalSpy finished(&search, &Operation::finished);
        search.start();
        if (!finished.wait(30000))
            qFatal("the search does not end");
    }

private Q_SLOTS:
    void thePlantIsFoundAtItsOtherAddress()
    {
        ScanNet net;
        GatewaySimulator *const closed = net.addGateway(false);
        GatewaySimulator *const other = net.addModbusOnly();
        OtherAddressRequest request = requestFor(net, {u"110A1234567890"_s});
        request.known = closed->address();
        OtherAddress search(request);
        run(search);
        QVERIFY(!search.error());
        QVERIFY(search.found());
        QCOMPARE(search.found()->address, other->address());
        QCOMPARE(search.found()->serial, u"110A1234567890"_s);
    }

    void anotherPlantAndTheKnownAddressAreNoFind()
    {
        ScanNet net;
        GatewaySimulator *const known = net.addGateway(true);
        net.addGateway(true, u"110A0000000001"_s);
        OtherAddressRequest request = requestFor(net, {u"110A1234567890"_s, {}});
        request.known = known->address();
        OtherAddress search(request);
        run(search);
        QVERIFY(!search.error());
        QVERIFY(!search.found());
        QVERIFY(search.coverage().isComplete());
    }

    void withoutASerialNumberThereIsNothingToLookFor()
    {
        ScanNet net;
        OtherAddress search(requestFor(net, {QString()}));
        run(search);
        QCOMPARE(search.error().code, ErrorCode::Usage);
    }
};

QTEST_GUILESS_MAIN(OtherAddressTest)
#include "tst_otheraddress.moc"
