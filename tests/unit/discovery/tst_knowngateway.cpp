// Saved gateways are found again by serial or MAC address, and nothing else is taken for them.

#include "discovery/knowngateway.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

static const QString macA = u"0c:47:a9:91:22:33"_s;
static const QString macB = u"0c:47:a9:91:44:55"_s;

static DiscoveredHost host(const QString &address, const QString &mac, const QString &serial,
                           HostKind kind = HostKind::Gateway)
{
    DiscoveredHost found;
    found.address = QHostAddress(address);
    found.mac = mac;
    found.serial = serial;
    found.kind = kind;
    return found;
}

static const KnownGateway known{u"home"_s, QHostAddress(u"192.168.1.150"_s), u"0C-47-A9-91-22-33"_s,
                                u"110A"_s};

/// "192.168.1.7 moved", "192.168.1.150 stayed" or "".
static QString match(const KnownGateway &gateway, const QList<DiscoveredHost> &hosts)
{
    const QList<GatewayMatch> matches = findKnownGateways({gateway}, hosts);
    if (matches.isEmpty())
        return {};
    return matches.first().address.toString() + (matches.first().moved ? u" moved"_s : u" stayed"_s);
}

class KnownGatewayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFoundByItsSerialAtAnotherAddress()
    {
        QCOMPARE(match(known, {host(u"192.168.1.7"_s, macB, u"110A"_s)}), u"192.168.1.7 moved"_s);
    }

    void isFoundByItsMacAddressAtAnotherAddress()
    {
        QCOMPARE(match(known, {host(u"192.168.1.7"_s, macA, {})}), u"192.168.1.7 moved"_s);
        QCOMPARE(match(known, {host(u"192.168.1.7"_s, macA, {}, HostKind::Likely)}), u"192.168.1.7 moved"_s);
    }

    void theSerialDecidesAgainstTheMacAddress()
    {
        QCOMPARE(
            match(known, {host(u"192.168.1.7"_s, macA, u"OTHER"_s), host(u"192.168.1.8"_s, macB, u"110A"_s)}),
            u"192.168.1.8 moved"_s);
        QCOMPARE(match(known, {host(u"192.168.1.7"_s, macA, u"OTHER"_s)}), QString());
    }

    void staysWhereItIsAsLongAsThatWorks()
    {
        DiscoveredHost better = host(u"192.168.1.7"_s, macB, u"110A"_s);
        better.recommended = true;
        QCOMPARE(match(known, {better, host(u"192.168.1.150"_s, macA, u"110A"_s)}),
                 u"192.168.1.150 stayed"_s);
    }

    void ofSeveralNewAddressesTheRecommendedOneIsTaken()
    {
        DiscoveredHost better = host(u"192.168.1.8"_s, macB, u"110A"_s);
        better.recommended = true;
        QCOMPARE(match(known, {host(u"192.168.1.7"_s, {}, u"110A"_s), better}), u"192.168.1.8 moved"_s);
    }

    void atItsAddressItIsBelievedUnlessSomethingContradicts()
    {
        QCOMPARE(match(known, {host(u"192.168.1.150"_s, {}, {})}), u"192.168.1.150 stayed"_s);
        QCOMPARE(match(known, {host(u"192.168.1.150"_s, macB, {})}), QString());
        QCOMPARE(match(known, {host(u"192.168.1.150"_s, {}, u"OTHER"_s)}), QString());
        QCOMPARE(match(known, {host(u"192.168.1.150"_s, {}, {}, HostKind::Other)}), QString());
    }

    void emptyFieldsMatchNothing()
    {
        const KnownGateway blank{u"x"_s, QHostAddress(u"10.0.0.1"_s), {}, {}};
        QCOMPARE(match(blank, {host(u"192.168.1.7"_s, {}, {})}), QString());
    }

    void eachIsMatchedForItself()
    {
        const KnownGateway second{u"barn"_s, QHostAddress(u"192.168.1.9"_s), macB, {}};
        const KnownGateway lost{u"lost"_s, QHostAddress(u"192.168.1.99"_s), {}, u"LOST"_s};
        const QList<GatewayMatch> expected{{u"home"_s, QHostAddress(u"192.168.1.7"_s), true},
                                           {u"barn"_s, QHostAddress(u"192.168.1.9"_s), false}};
        QCOMPARE(findKnownGateways({known, lost, second},
                                   {host(u"192.168.1.9"_s, macB, {}), host(u"192.168.1.7"_s, {}, u"110A"_s)}),
                 expected);
    }
};

QTEST_GUILESS_MAIN(KnownGatewayTest)
#include "tst_knowngateway.moc"
