// What a diagnosis takes from the registry: the units that were found before are expected again.

#include "diagnosis/knowngateway.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class KnownGatewayTest : public QObject
{
    Q_OBJECT

    static Gateway gatewayWith(const QList<int> &units)
    {
        Gateway gateway;
        gateway.places = {placeAt(u"192.168.1.150"_s)};
        gateway.places.first().mac = u"0c:47:a9:91:22:33"_s;
        for (const int unit : units)
            gateway.units += FoundUnit{unit, {}, {}, {}, false, false};
        return gateway;
    }

    static DiagnosisRequest request()
    {
        DiagnosisRequest request;
        request.target.host = u"192.168.1.150"_s;
        request.identity.units = {*UnitId::fromInt(1), *UnitId::fromInt(2)};
        return request;
    }

private Q_SLOTS:
    void unitsThatWereFoundBeforeAreAskedAndExpected()
    {
        DiagnosisRequest asked = request();
        takeKnown(asked, gatewayWith({1, 5}), {});
        QCOMPARE(asked.wishedUnits, (QList<int>{1, 5}));
        QCOMPARE(asked.identity.units.size(), 3); // 2 is asked, and may be missing
        QCOMPARE(asked.knownMac, u"0c:47:a9:91:22:33"_s);
    }

    void unitsThatSomebodyHasNamedPrevail()
    {
        DiagnosisRequest asked = request();
        asked.wishedUnits = {2};
        takeKnown(asked, gatewayWith({1, 5}), {});
        QCOMPARE(asked.wishedUnits, QList<int>{2});
    }
};

QTEST_GUILESS_MAIN(KnownGatewayTest)
#include "tst_knowngateway.moc"
