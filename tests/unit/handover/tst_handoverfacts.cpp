#include "handover/handoverfacts.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class HandoverFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSweepTellsInvertersAndChargersApart()
    {
        ModbusIdentity identity;
        identity.verdict = ModbusVerdict::Answers;
        identity.plantAnswered = true;
        identity.documentVersion = u"V2.8"_s;
        identity.devices = {
            {1, u"SigenStor EC 10.0 TP"_s, u"110A1"_s, u"V1"_s, true, false},
            {2, {}, {}, {}, false, true},
            {5, u"Sigen PV 30"_s, u"110A2"_s, u"V1"_s, false, false},
        };
        const HandoverFacts facts = handoverFacts(u"gateway"_s, 1502, identity, true);
        QCOMPARE(facts.host, u"gateway"_s);
        QCOMPARE(facts.modbusPort, quint16(1502));
        QCOMPARE(facts.serial, u"110A1"_s);
        QCOMPARE(facts.documentVersion, u"V2.8"_s);
        QCOMPARE(facts.inverters, QList<int>({1, 5}));
        QCOMPARE(facts.acChargers, QList<int>({2}));
        QCOMPARE(facts.dcChargers, QList<int>({1}));
        QVERIFY(facts.plantSeen);
        QVERIFY(!facts.invertersAssumed);
        QCOMPARE(handoverRemarks(facts), QStringList());
    }

    void theUsualUnitIsNotAssumedWhereAChargerIs()
    {
        ModbusIdentity identity;
        identity.verdict = ModbusVerdict::Answers;
        identity.plantAnswered = true;
        identity.devices = {{1, {}, {}, {}, false, true}};
        const HandoverFacts facts = handoverFacts(u"gateway"_s, 502, identity, true);
        QVERIFY(facts.invertersAssumed);
        QCOMPARE(facts.inverters, QList<int>({2}));
        QCOMPARE(facts.acChargers, QList<int>({1}));
    }

    void unitsThatAreOneDeviceAreSaid()
    {
        ModbusIdentity identity;
        identity.verdict = ModbusVerdict::Odd; // usable all the same
        identity.usable = true;
        identity.plantAnswered = true;
        identity.devices = {{1, u"SigenStor EC 10.0 TP"_s, u"110A1"_s, u"V1"_s, false, false}};
        identity.sameDevice = {2, 3, 4};
        const HandoverFacts same = handoverFacts(u"gateway"_s, 502, identity, true);
        QVERIFY(same.plantSeen);
        QCOMPARE(same.inverters, QList<int>({1}));
        QCOMPARE(handoverRemarks(same).size(), 1);
        QVERIFY(handoverRemarks(same).constFirst().contains(u"2 to 4"_s));

        identity.ignoresUnitIds = true;
        identity.notAsked = {9, 10};
        const QStringList ignoring = handoverRemarks(handoverFacts(u"gateway"_s, 502, identity, false));
        QCOMPARE(ignoring.size(), 1);
        QVERIFY(ignoring.constFirst().contains(u"every unit id"_s));
    }

    void unitsThatCouldNotBeAskedAreSaid()
    {
        ModbusIdentity identity;
        identity.verdict = ModbusVerdict::Answers;
        identity.plantAnswered = true;
        identity.devices = {{1, u"SigenStor EC 10.0 TP"_s, u"110A1"_s, u"V1"_s, false, false}};
        identity.notAsked = {3, 4, 5};
        identity.lostLate = {7};
        const QStringList remarks = handoverRemarks(handoverFacts(u"gateway"_s, 502, identity, true));
        QCOMPARE(remarks.size(), 1);
        QVERIFY2(remarks.constFirst().contains(u"3 to 5, 7"_s), qPrintable(remarks.constFirst()));
    }

    void aForwardedPortIsSaid()
    {
        HandoverFacts facts = untestedFacts(u"gateway"_s, 1502, {1});
        facts.forwarded = true;
        QVERIFY(handoverRemarks(facts).join(u' ').contains(u"router"_s));
    }

    void withoutASweepMoreDevicesArePossible()
    {
        ModbusIdentity identity;
        identity.verdict = ModbusVerdict::Answers;
        identity.plantAnswered = true;
        identity.devices = {{1, u"SigenStor EC 10.0 TP"_s, u"110A1"_s, {}, false, false}};
        const HandoverFacts facts = handoverFacts(u"gateway"_s, 502, identity, false);
        QCOMPARE(facts.inverters, QList<int>({1}));
        QCOMPARE(handoverRemarks(facts).size(), 1);
        QVERIFY(handoverRemarks(facts).constFirst().contains(u"Not every unit id was scanned"_s));
    }

    void aPlantWithoutADeviceHasAnAssumedInverter()
    {
        ModbusIdentity identity;
        identity.verdict = ModbusVerdict::Answers;
        identity.plantAnswered = true;
        identity.devices = {{3, {}, {}, {}, false, true}};
        const HandoverFacts facts = handoverFacts(u"gateway"_s, 502, identity, true);
        QVERIFY(facts.plantSeen);
        QVERIFY(facts.invertersAssumed);
        QCOMPARE(facts.inverters, QList<int>({1}));
        QCOMPARE(facts.acChargers, QList<int>({3}));
        QCOMPARE(handoverRemarks(facts).size(), 1);
        QVERIFY(handoverRemarks(facts).constFirst().contains(u"is assumed"_s));
    }

    void aPlantUnitThatStayedSilentIsRemarked()
    {
        ModbusIdentity identity;
        identity.verdict = ModbusVerdict::Answers;
        identity.devices = {{1, u"SigenStor EC 10.0 TP"_s, u"110A1"_s, {}, false, false}};
        const HandoverFacts facts = handoverFacts(u"gateway"_s, 502, identity, true);
        QVERIFY(facts.plantSeen);
        QVERIFY(facts.plantUnitSilent);
        QCOMPARE(handoverRemarks(facts).size(), 1);
        QVERIFY(handoverRemarks(facts).constFirst().contains(u"Unit id 247 did not answer"_s));
    }

    void aStrangerOnThePortSaysNothingAboutThePlant()
    {
        ModbusIdentity identity;
        identity.verdict = ModbusVerdict::NotSigenergy;
        identity.devices = {{7, u"SUN2000"_s, u"HV1"_s, {}, true, true}};
        const HandoverFacts facts = handoverFacts(u"gateway"_s, 502, identity, true);
        QCOMPARE(facts, handoverFacts(u"gateway"_s, 502, std::nullopt, false));
        QVERIFY(!facts.plantSeen);
        QVERIFY(facts.invertersAssumed);
        QVERIFY(facts.serial.isEmpty());
        QCOMPARE(handoverRemarks(facts).size(), 3);
    }

    void idsOfTheUserAreNotCalledAssumed()
    {
        const HandoverFacts facts = untestedFacts(u"gateway"_s, 502, {2, 4});
        QCOMPARE(facts.inverters, QList<int>({2, 4}));
        QVERIFY(!facts.invertersAssumed);
        QVERIFY(!facts.plantSeen);
        QVERIFY(handoverRemarks(facts).constFirst().contains(u"not tested"_s));
        QVERIFY(untestedFacts(u"gateway"_s, 502, {}).invertersAssumed);
    }
};

QTEST_APPLESS_MAIN(HandoverFactsTest)
#include "tst_handoverfacts.moc"
