// Which address of a plant is recommended, and the words of the contract.

#include "discovery/discoveredhost.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

static DiscoveredHost gateway(quint32 address, const QString &serial)
{
    DiscoveredHost host;
    host.address = QHostAddress(address);
    host.kind = HostKind::Gateway;
    host.webSocket = ServiceState::Handshake;
    host.modbus = ServiceState::Answers;
    host.serial = serial;
    host.rttMs = 5;
    return host;
}

static QList<int> recommended(QList<DiscoveredHost> hosts)
{
    markRecommended(hosts);
    QList<int> indexes;
    for (int index = 0; index < hosts.size(); ++index) {
        if (hosts.at(index).recommended)
            indexes += index;
    }
    return indexes;
}

class DiscoveredHostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modbusCountsMoreThanWireAndWireMoreThanLatency()
    {
        DiscoveredHost silent = gateway(1, u"S"_s);
        silent.modbus = ServiceState::Silent;
        silent.wired = true;
        silent.rttMs = 1;
        DiscoveredHost quick = gateway(2, u"S"_s);
        quick.rttMs = 2;
        DiscoveredHost wired = gateway(3, u"S"_s);
        wired.wired = true;
        wired.rttMs = 9;
        DiscoveredHost quickAndWired = wired;
        quickAndWired.address = QHostAddress(quint32(4));
        quickAndWired.rttMs = 8;
        QCOMPARE(recommended({silent, quick}), QList<int>{1});
        QCOMPARE(recommended({silent, quick, wired}), QList<int>{2});
        QCOMPARE(recommended({quickAndWired, silent, quick, wired}), QList<int>{0});
    }

    void aTieGoesToTheLowerAddressWhateverTheOrder()
    {
        QCOMPARE(recommended({gateway(9, u"S"_s), gateway(7, u"S"_s)}), QList<int>{1});
        QCOMPARE(recommended({gateway(7, u"S"_s), gateway(9, u"S"_s)}), QList<int>{0});
    }

    void aMeasuredLatencyBeatsAnUnknownOne()
    {
        DiscoveredHost unknown = gateway(1, u"S"_s);
        unknown.rttMs.reset();
        QCOMPARE(recommended({unknown, gateway(2, u"S"_s)}), QList<int>{1});
    }

    void eachPlantHasItsOwnRecommendation()
    {
        QCOMPARE(recommended({gateway(1, u"A"_s), gateway(2, u"B"_s), gateway(3, u"A"_s)}),
                 (QList<int>{0, 1}));
    }

    void withoutASerialEachStandsForItself()
    {
        QCOMPARE(recommended({gateway(1, {}), gateway(2, {})}), (QList<int>{0, 1}));
    }

    void likelyAndOtherHostsAreNeverRecommended()
    {
        DiscoveredHost likely = gateway(1, {});
        likely.kind = HostKind::Likely;
        likely.recommended = true;
        DiscoveredHost other = gateway(2, u"S"_s);
        other.kind = HostKind::Other;
        QCOMPARE(recommended({likely, other}), QList<int>());
    }

    void speaksTheWordsOfTheContract()
    {
        QStringList kinds;
        for (const HostKind kind :
             {HostKind::Gateway, HostKind::ModbusOnly, HostKind::Likely, HostKind::Other})
            kinds += hostKindName(kind);
        QCOMPARE(kinds.join(u' '), u"gateway modbus-only likely other"_s);
        QStringList states;
        for (const ServiceState state :
             {ServiceState::Closed, ServiceState::Filtered, ServiceState::Open, ServiceState::Handshake,
              ServiceState::Answers, ServiceState::Silent, ServiceState::NotTested})
            states += serviceStateName(state);
        QCOMPARE(states.join(u' '), u"closed filtered open handshake answers silent not-tested"_s);
    }
};

QTEST_GUILESS_MAIN(DiscoveredHostTest)
#include "tst_discoveredhost.moc"
