// Which addresses a scan tries: parsing, planning and the order, all without a network.

#include "network/addresssequence.h"
#include "network/scanplan.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

static quint32 ip(const char *text)
{
    return *parseIpv4(QString::fromLatin1(text));
}

static LocalInterface interface(const QString &name, InterfaceKind kind, const char *address, int prefix,
                                int speed = 0)
{
    return {name, kind, {ip(address), prefix}, speed};
}

static const QList<LocalInterface> typicalComputer{
    interface(u"lo"_s, InterfaceKind::Loopback, "127.0.0.1", 8),
    interface(u"wlan0"_s, InterfaceKind::WiFi, "192.168.2.20", 24),
    interface(u"docker0"_s, InterfaceKind::Virtual, "172.17.0.1", 16),
    interface(u"wg0"_s, InterfaceKind::Tunnel, "10.8.0.2", 24),
    interface(u"eth0"_s, InterfaceKind::Ethernet, "192.168.1.10", 24, 1000),
};

static QString rangesOf(const ScanPlanOrError &planned)
{
    const auto *plan = std::get_if<ScanPlan>(&planned);
    if (!plan)
        return u"error"_s;
    QStringList texts;
    for (const ScanRange &range : plan->ranges)
        texts += range.addresses.text();
    return texts.join(u' ');
}

static ScanPlanOrError planned(const QStringList &networks, bool allowPublic = false,
                               bool largeConfirmed = false)
{
    return planScan(typicalComputer, {networks, allowPublic, largeConfirmed});
}

class ScanPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheThreeFormsAndNothingElse_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("range"); // empty: refused
        const auto row = [](const char *typed, const char *range) {
            QTest::newRow(*typed ? typed : "(empty)")
                << QString::fromLatin1(typed) << QString::fromLatin1(range);
        };
        row("192.168.1.0/24", "192.168.1.1-192.168.1.254");
        row("192.168.1.77/24", "192.168.1.1-192.168.1.254");
        row(" 192.168.1.150 ", "192.168.1.150");
        row("192.168.1.150/32", "192.168.1.150");
        row("192.168.1.150/31", "192.168.1.150-192.168.1.151");
        row("192.168.1.148/30", "192.168.1.149-192.168.1.150");
        row("10.0.0.0/8", "10.0.0.1-10.255.255.254");
        row("0.0.0.0/0", "0.0.0.1-255.255.255.254");
        row("192.168.1.10-192.168.1.20", "192.168.1.10-192.168.1.20");
        row("192.168.1.10 - 192.168.2.20", "192.168.1.10-192.168.2.20");
        row("192.168.1.10-20", "192.168.1.10-192.168.1.20");
        row("192.168.1.10-10", "192.168.1.10");
        for (const char *refused : {"",
                                    "/",
                                    "-",
                                    "192.168.1",
                                    "192.168.1.0/",
                                    "192.168.1.0/33",
                                    "192.168.1.0/-1",
                                    "192.168.1.0/024",
                                    "192.168.1.0/24/24",
                                    "192.168.1.256",
                                    "192.168.01.1",
                                    "0x7f.0.0.1",
                                    "192.168.1.20-10",
                                    "192.168.2.1-192.168.1.1",
                                    "192.168.1.1-",
                                    "192.168.1.1-300",
                                    "192.168.1.1-1.2",
                                    "gateway",
                                    "fe80::1",
                                    "192.168.1.1:8080",
                                    "+1.2.3.4",
                                    "1.2.3.4 5"})
            row(refused, "");
    }

    void readsTheThreeFormsAndNothingElse()
    {
        QFETCH(QString, typed);
        QFETCH(QString, range);
        const std::optional<Ipv4Range> parsed = parseIpv4Range(typed);
        QCOMPARE(parsed ? parsed->text() : QString(), range);
    }

    void tellsWhatIsMeantAsNumbersFromANameOfAHost_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("numbers");
        for (const char *typed :
             {"", "-", "192.168.1.0/24", "192.168.1.0/33", "192.168.1.20-10", "192.168.1.10-300",
              "192.168.1.10 - 192.168.1.x", "1.2.3", "1-2", "192.168.1.10-nas", "10.0.0.1-20-30", "::1"})
            QTest::newRow(*typed ? typed : "(empty)") << QString::fromLatin1(typed) << true;
        QTest::newRow("en dash") << u"192.168.1.10\u201320"_s << true;
        for (const char *typed : {"gateway", "my-gateway", "3com-switch.lan", "192-168-1-50.lan",
                                  "192.168.1.lan-5", "a", "fe80::1"})
            QTest::newRow(typed) << QString::fromLatin1(typed) << false;
        QTest::newRow("umlaut") << u"z\u00e4hler"_s << false;
    }

    void tellsWhatIsMeantAsNumbersFromANameOfAHost()
    {
        QFETCH(QString, typed);
        QFETCH(bool, numbers);
        QCOMPARE(isMeantAsIpv4Range(typed), numbers);
    }

    void takesItsOwnPrivateNetworksWiredFirst()
    {
        const ScanPlanOrError result = planned({});
        QCOMPARE(rangesOf(result), u"192.168.1.1-192.168.1.254 192.168.2.1-192.168.2.254"_s);
        const ScanPlan &plan = std::get<ScanPlan>(result);
        QCOMPARE(plan.size, 2U * 253U);
        QCOMPARE(plan.ownAddresses, (QList<quint32>{ip("192.168.1.10"), ip("192.168.2.20")}));
        QVERIFY(!plan.needsConfirmation);
        QCOMPARE(plan.ranges.first().interfaceName, u"eth0"_s);
        QVERIFY(plan.ranges.first().wired);
        QVERIFY(!plan.ranges.last().wired);
    }

    void takesTheFasterOfTwoWiredNetworksFirst()
    {
        const ScanPlanOrError result =
            planScan({interface(u"eth0"_s, InterfaceKind::Ethernet, "10.0.0.5", 28, 100),
                      interface(u"eth1"_s, InterfaceKind::Ethernet, "10.0.1.5", 28, 2500)},
                     {});
        QCOMPARE(rangesOf(result), u"10.0.1.1-10.0.1.14 10.0.0.1-10.0.0.14"_s);
    }

    void dropsWhatIsNoPlaceForAGateway_data()
    {
        QTest::addColumn<LocalInterface>("only");
        const auto row = [](const char *name, const LocalInterface &only) { QTest::newRow(name) << only; };
        row("loopback", interface(u"lo"_s, InterfaceKind::Loopback, "127.0.0.1", 8));
        row("docker", interface(u"docker0"_s, InterfaceKind::Virtual, "172.17.0.1", 16));
        row("tunnel", interface(u"wg0"_s, InterfaceKind::Tunnel, "10.8.0.2", 24));
        row("public", interface(u"eth0"_s, InterfaceKind::Ethernet, "8.8.8.8", 24));
        row("carrier-grade NAT", interface(u"eth0"_s, InterfaceKind::Ethernet, "100.64.0.5", 24));
        row("partly public", interface(u"eth0"_s, InterfaceKind::Ethernet, "172.16.0.1", 8));
        row("host route", interface(u"eth0"_s, InterfaceKind::Ethernet, "192.168.1.5", 32));
        row("other", interface(u"x0"_s, InterfaceKind::Other, "192.168.1.5", 24));
    }

    void dropsWhatIsNoPlaceForAGateway()
    {
        QFETCH(LocalInterface, only);
        const ScanPlanOrError result = planScan({only}, {});
        QVERIFY(std::holds_alternative<ScanPlanError>(result));
        QCOMPARE(std::get<ScanPlanError>(result).reason, ScanPlanError::Reason::NoNetwork);
        QVERIFY(!std::get<ScanPlanError>(result).text().isEmpty());
    }

    void aConnectionOfTwoHasOneAddressToTry()
    {
        const ScanPlanOrError result =
            planScan({interface(u"eth0"_s, InterfaceKind::Ethernet, "192.168.1.4", 31)}, {});
        QCOMPARE(rangesOf(result), u"192.168.1.4-192.168.1.5"_s);
        QCOMPARE(std::get<ScanPlan>(result).size, 1U);
    }

    void saysWhatThereIsInsteadOfANetworkToSearch()
    {
        const auto sentence = [](const QList<LocalInterface> &interfaces) {
            return std::get<ScanPlanError>(planScan(interfaces, {})).text();
        };
        const LocalInterface tunnel = interface(u"wg0"_s, InterfaceKind::Tunnel, "10.8.0.2", 24);
        LocalInterface six = interface(u"eth0"_s, InterfaceKind::Ethernet, "0.0.0.0", 32);
        six.ipv6Only = true;
        QVERIFY(sentence({tunnel}).contains(u"wg0 10.8.0.0/24"_s));
        QVERIFY(sentence({tunnel, six}).contains(u"no IPv4 address on eth0"_s));
        six.kind = InterfaceKind::Virtual; // a container's
        QVERIFY(!sentence({six}).contains(u"eth0"_s));
        QVERIFY(!sentence({}).contains(u"%1"_s));
    }

    void anInterfaceWithoutIpv4ChangesNoOtherPlan()
    {
        QList<LocalInterface> interfaces = typicalComputer;
        LocalInterface six = interface(u"eth9"_s, InterfaceKind::Ethernet, "0.0.0.0", 32);
        six.ipv6Only = true;
        interfaces.prepend(six);
        QCOMPARE(planScan(interfaces, {}), planScan(typicalComputer, {}));
        QCOMPARE(planScan(interfaces, {{u"192.168.1.0/24"_s}}),
                 planScan(typicalComputer, {{u"192.168.1.0/24"_s}}));
    }

    void scansTheLinkLocalNetworkOnlyWithConfirmation()
    {
        const QList<LocalInterface> interfaces{
            interface(u"eth0"_s, InterfaceKind::Ethernet, "169.254.7.7", 16)};
        QVERIFY(std::get<ScanPlan>(planScan(interfaces, {})).needsConfirmation);
        QVERIFY(!std::get<ScanPlan>(planScan(interfaces, {{}, false, true})).needsConfirmation);
    }

    void leavesTheLinkLocalNetworkOutBesideAnother()
    {
        const QList<LocalInterface> interfaces{
            interface(u"en5"_s, InterfaceKind::Ethernet, "169.254.7.7", 16),
            interface(u"en0"_s, InterfaceKind::WiFi, "192.168.2.20", 24)};
        QCOMPARE(rangesOf(planScan(interfaces, {})), u"192.168.2.1-192.168.2.254"_s);
        QCOMPARE(rangesOf(planScan(interfaces, {{u"169.254.7.0/29"_s}})), u"169.254.7.1-169.254.7.6"_s);
    }

    void asksForConfirmationAboveTheLimitOnly_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<quint64>("size");
        QTest::addColumn<bool>("asks");
        QTest::newRow("1024") << u"10.0.0.1-10.0.4.0"_s << quint64(1024) << false;
        QTest::newRow("1025") << u"10.0.0.1-10.0.4.1"_s << quint64(1025) << true;
        QTest::newRow("/16") << u"10.0.0.0/16"_s << quint64(65534) << true;
        QTest::newRow("/8, without the tunnel's own") << u"10.0.0.0/8"_s << quint64(16777213) << true;
    }

    void asksForConfirmationAboveTheLimitOnly()
    {
        QFETCH(QString, network);
        QFETCH(quint64, size);
        QFETCH(bool, asks);
        const ScanPlan plan = std::get<ScanPlan>(planned({network}));
        QCOMPARE(plan.size, size);
        QCOMPARE(plan.needsConfirmation, asks);
        QVERIFY(!std::get<ScanPlan>(planned({network}, false, true)).needsConfirmation);
    }

    void triesNoAddressTwice_data()
    {
        QTest::addColumn<QStringList>("networks");
        QTest::addColumn<QString>("ranges");
        const auto row = [](const char *name, const QStringList &networks, const QString &ranges) {
            QTest::newRow(name) << networks << ranges;
        };
        row("same twice", {u"10.0.0.0/30"_s, u"10.0.0.0/30"_s}, u"10.0.0.1-10.0.0.2"_s);
        row("inside", {u"10.0.0.0/24"_s, u"10.0.0.7"_s}, u"10.0.0.1-10.0.0.254"_s);
        row("around", {u"10.0.0.7"_s, u"10.0.0.5-9"_s}, u"10.0.0.7 10.0.0.5-10.0.0.6 10.0.0.8-10.0.0.9"_s);
        row("left", {u"10.0.0.5-9"_s, u"10.0.0.3-6"_s}, u"10.0.0.5-10.0.0.9 10.0.0.3-10.0.0.4"_s);
        row("right", {u"10.0.0.5-9"_s, u"10.0.0.8-12"_s}, u"10.0.0.5-10.0.0.9 10.0.0.10-10.0.0.12"_s);
    }

    void triesNoAddressTwice()
    {
        QFETCH(QStringList, networks);
        QFETCH(QString, ranges);
        QCOMPARE(rangesOf(planned(networks)), ranges);
    }

    void overlappingInterfacesCountOnce()
    {
        const ScanPlanOrError result =
            planScan({interface(u"wlan0"_s, InterfaceKind::WiFi, "192.168.1.20", 24),
                      interface(u"eth0"_s, InterfaceKind::Ethernet, "192.168.1.10", 24)},
                     {});
        QCOMPARE(rangesOf(result), u"192.168.1.1-192.168.1.254"_s);
        QVERIFY(std::get<ScanPlan>(result).ranges.first().wired);
        QCOMPARE(std::get<ScanPlan>(result).size, 252U);
    }

    void refusesWithAReason_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<ScanPlanError::Reason>("reason");
        using Reason = ScanPlanError::Reason;
        QTest::newRow("nonsense") << u"somewhere/24"_s << Reason::NotANetwork;
        QTest::newRow("public") << u"8.8.8.8"_s << Reason::PublicNetwork;
        QTest::newRow("reaches into public") << u"10.255.255.250-11.0.0.5"_s << Reason::PublicNetwork;
        QTest::newRow("carrier-grade NAT") << u"100.64.0.0/24"_s << Reason::PublicNetwork;
        QTest::newRow("multicast") << u"224.0.0.1"_s << Reason::NotForHosts;
        QTest::newRow("broadcast") << u"255.255.255.255"_s << Reason::NotForHosts;
        QTest::newRow("nobody") << u"0.0.0.0"_s << Reason::NotForHosts;
        QTest::newRow("only ourselves") << u"192.168.1.10"_s << Reason::NothingLeft;
    }

    void refusesWithAReason()
    {
        QFETCH(QString, network);
        QFETCH(ScanPlanError::Reason, reason);
        const ScanPlanOrError result = planned({network});
        QVERIFY(std::holds_alternative<ScanPlanError>(result));
        QCOMPARE(std::get<ScanPlanError>(result).reason, reason);
        QVERIFY(!std::get<ScanPlanError>(result).text().contains(u"%1"_s));
    }

    void takesPublicNetworksOnlyWithTheFlag()
    {
        QCOMPARE(rangesOf(planned({u"203.0.113.0/30"_s}, true)), u"203.0.113.1-203.0.113.2"_s);
        QCOMPARE(rangesOf(planned({u"203.0.113.0/30"_s})), u"error"_s);
        QCOMPARE(rangesOf(planned({u"224.0.0.0/30"_s}, true)), u"error"_s);
    }

    void namedNetworksTakeThePlaceOfTheOwnOnes()
    {
        const ScanPlan plan = std::get<ScanPlan>(planned({u"192.168.1.0/28"_s, u"10.9.0.1"_s}));
        QCOMPARE(rangesOf(plan), u"192.168.1.1-192.168.1.14 10.9.0.1"_s);
        QVERIFY(plan.ranges.first().wired);
        QVERIFY(plan.ranges.last().interfaceName.isEmpty());
        QCOMPARE(plan.size, 14U); // without 192.168.1.10
    }

    void givesEachAddressOnceFirstOnesFirst()
    {
        const ScanPlan plan = std::get<ScanPlan>(planned({u"192.168.1.8-12"_s, u"192.168.2.20-22"_s}));
        AddressSequence sequence(
            plan, {ip("192.168.2.22"), ip("10.0.0.1"), ip("192.168.2.22"), ip("192.168.1.10")});
        QStringList addresses;
        while (const std::optional<quint32> address = sequence.next())
            addresses += ipv4Text(*address);
        QCOMPARE(addresses,
                 (QStringList{u"192.168.2.22"_s, u"10.0.0.1"_s, u"192.168.1.8"_s, u"192.168.1.9"_s,
                              u"192.168.1.11"_s, u"192.168.1.12"_s, u"192.168.2.21"_s}));
        QCOMPARE(sequence.size(), quint64(addresses.size()));
        QVERIFY(!sequence.next());
    }

    void endsAtTheVeryLastAddress()
    {
        ScanPlan plan;
        plan.ranges = {{{0xFFFFFFFE, 0xFFFFFFFF}, {}, false}};
        plan.size = 2;
        AddressSequence sequence(plan);
        QCOMPARE(sequence.next(), std::optional<quint32>(0xFFFFFFFE));
        QCOMPARE(sequence.next(), std::optional<quint32>(0xFFFFFFFF));
        QVERIFY(!sequence.next());
    }

    void tellsRealInterfacesFromMadeUpOnes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<InterfaceKind>("kind");
        const auto row = [](const char *name, InterfaceKind kind) {
            QTest::newRow(name) << QString::fromLatin1(name) << kind;
        };
        for (const char *real : {"eth0", "enp3s0", "eno1", "en0", "Ethernet 2", "broadcom1", "brian"})
            row(real, InterfaceKind::Ethernet);
        for (const char *made : {"docker0", "br-1234", "br0", "bridge100", "virbr0", "veth12ab", "vmnet8",
                                 "vEthernet (WSL)", "VirtualBox Host-Only Network", "hassio"})
            row(made, InterfaceKind::Virtual);
        for (const char *tunnel : {"tun0", "utun3", "wg0", "tailscale0", "zt5u4abc", "ppp0"})
            row(tunnel, InterfaceKind::Tunnel);
    }

    void tellsRealInterfacesFromMadeUpOnes()
    {
        QFETCH(QString, name);
        QFETCH(InterfaceKind, kind);
        QCOMPARE(interfaceKindByName(name, InterfaceKind::Ethernet), kind);
        QCOMPARE(interfaceKindByName(name, InterfaceKind::Loopback), InterfaceKind::Loopback);
    }

    void aBridgeIsARealNetworkWhenItLeadsOut_data()
    {
        QTest::addColumn<InterfaceFacts>("facts");
        QTest::addColumn<InterfaceKind>("kind");
        const auto row = [](const char *name, bool isBridge, const QStringList &members, bool leadsOut,
                            InterfaceKind kind) {
            QTest::addRow("%s, %s, default route: %d", name, qPrintable(members.join(u' ')), leadsOut)
                << InterfaceFacts{QString::fromLatin1(name), InterfaceKind::Ethernet, isBridge, members,
                                  leadsOut}
                << kind;
        };
        const QStringList card{u"enp3s0"_s};
        const QStringList containers{u"veth1a2b3c"_s, u"veth4d5e6f"_s};
        const QStringList proxmox{u"fwpr100p0"_s, u"tap101i0"_s, u"eno1"_s};
        for (const char *own : {"br0", "br-lan", "bridge0", "vmbr0", "lan"}) {
            row(own, true, {}, true, InterfaceKind::Ethernet);
            row(own, true, card, false, InterfaceKind::Ethernet);
            row(own, true, proxmox, false, InterfaceKind::Ethernet);
            row(own, true, containers, true, InterfaceKind::Ethernet);
            row(own, true, containers, false, InterfaceKind::Virtual);
            row(own, true, {}, false, InterfaceKind::Virtual);
        }
        row("br0", false, {}, true, InterfaceKind::Ethernet); // Open vSwitch, or sysfs of another namespace
        row("br0", false, {}, false, InterfaceKind::Virtual);
        row("vmbr0", false, {}, false, InterfaceKind::Ethernet); // only the name says that it is a bridge
        for (const char *manager : {"docker0", "br-0123456789ab", "virbr0", "lxcbr0", "lxdbr0", "incusbr0",
                                    "podman1", "cni0", "cni-podman0", "flannel.1", "hassio"}) {
            row(manager, true, containers, false, InterfaceKind::Virtual);
            row(manager, true, card, true, InterfaceKind::Virtual);
        }
        row("eth0", false, {}, false, InterfaceKind::Ethernet);
        row("wg0", false, {}, true, InterfaceKind::Tunnel);
    }

    void aBridgeIsARealNetworkWhenItLeadsOut()
    {
        QFETCH(InterfaceFacts, facts);
        QFETCH(InterfaceKind, kind);
        QCOMPARE(interfaceKind(facts), kind);
        facts.reported = InterfaceKind::Loopback;
        QCOMPARE(interfaceKind(facts), InterfaceKind::Loopback);
    }

    void readsTheDefaultRoutesOfLinux()
    {
        const QByteArray table =
            "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"
            "br0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n"
            "br0\t0001A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0\n"
            "wlan0\t00000000\t0102A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n"
            "*\t00000000\t00000000\t0200\t0\t0\t0\t00000000\t0\t0\t0\n"
            "tun0\t00000000\t00000000\t0001\t0\t0\t0\t00000080\t0\t0\t0\n"
            "half a line\n";
        QCOMPARE(parseProcNetRoute(table), (QStringList{u"br0"_s, u"wlan0"_s}));
        QCOMPARE(parseProcNetRoute({}), QStringList());
    }

    void thisComputersLoopbackIsAmongItsInterfaces()
    {
        const QList<LocalInterface> interfaces = localInterfaces();
        const auto loopback =
            std::find_if(interfaces.begin(), interfaces.end(),
                         [](const LocalInterface &each) { return each.kind == InterfaceKind::Loopback; });
        QVERIFY(loopback != interfaces.end());
        QVERIFY(loopback->network.contains(ip("127.0.0.1")));
    }
};

QTEST_GUILESS_MAIN(ScanPlanTest)
#include "tst_scanplan.moc"
