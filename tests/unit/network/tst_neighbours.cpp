// The neighbour table as Linux prints it, and the vendor's blocks of MAC addresses.

#include "network/neighbourtable.h"
#include "network/vendorblocks.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class NeighboursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheResolvedEntriesOnly()
    {
        const QByteArray table =
            "IP address       HW type     Flags       HW address            Mask     Device\n"
            "192.168.1.1      0x1         0x2         02:00:00:00:00:01     *        eth0\n"
            "192.168.1.77     0x1         0x0         00:00:00:00:00:00     *        eth0\n"
            "192.168.1.150    0x1         0x6         0C:47:A9:91:22:33     *        wlan0\n";
        const QList<Neighbour> expected{{0xC0A80101, u"02:00:00:00:00:01"_s},
                                        {0xC0A80196, u"0c:47:a9:91:22:33"_s}};
        QCOMPARE(parseProcNetArp(table), expected);
    }

    void skipsWhatItCannotUnderstand_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("too short") << QByteArray("192.168.1.1 0x1 0x2");
        QTest::newRow("no address") << QByteArray("192.168.1.999 0x1 0x2 02:00:00:00:00:01 * eth0");
        QTest::newRow("no flags") << QByteArray("192.168.1.1 0x1 zwei 02:00:00:00:00:01 * eth0");
        QTest::newRow("no MAC address") << QByteArray("192.168.1.1 0x1 0x2 02:00:00 * eth0");
        QTest::newRow("InfiniBand") << QByteArray("192.168.1.1 0x20 0x2 80:00:02:08:fe:80:00:00:00 * ib0");
        QTest::newRow("binary") << QByteArray("\xff\x00\x01 \xff \xff \xff \xff \xff", 13);
    }

    void skipsWhatItCannotUnderstand()
    {
        QFETCH(QByteArray, line);
        QCOMPARE(parseProcNetArp(line + "\n10.0.0.9 0x1 0x2 02:00:00:00:00:09 * eth0"),
                 (QList<Neighbour>{{0x0A000009, u"02:00:00:00:00:09"_s}}));
    }

    void everyRowOfTheRealTableHasAWholeMacAddress()
    {
        const QList<Neighbour> table = readNeighbourTable();
        for (const Neighbour &neighbour : table) {
            QCOMPARE(normalizedMac(neighbour.mac), neighbour.mac);
            QVERIFY(neighbour.address != 0);
        }
    }

    void knowsTheVendorsBlocksToTheLastBit_data()
    {
        QTest::addColumn<QString>("mac");
        QTest::addColumn<bool>("vendor");
        const auto row = [](const char *mac, bool vendor) {
            QTest::newRow(*mac ? mac : "(empty)") << QString::fromLatin1(mac) << vendor;
        };
        row("0c:47:a9:91:22:33", true);
        row("0C-47-A9-9F-FF-FF", true);
        row("0c47.a990.0000", true);
        row("34b5f3812345", true);
        row("50:19:11:a0:00:00", true);
        row("bc:31:98:d1:23:45", true);
        row("0c:47:a9:81:22:33", false);
        row("0c:47:a9:a1:22:33", false);
        row("50:19:11:b0:00:00", false);
        row("bc:31:98:c1:23:45", false);
        row("0c:47:a9", false);
        row("0c:47:a9:91:22:33:44", false);
        row("", false);
    }

    void knowsTheVendorsBlocksToTheLastBit()
    {
        QFETCH(QString, mac);
        QFETCH(bool, vendor);
        QCOMPARE(isVendorMac(mac), vendor);
    }

    void writesMacAddressesInOneWay()
    {
        QCOMPARE(normalizedMac(u"0C-47-A9-91-22-33"), u"0c:47:a9:91:22:33"_s);
        QCOMPARE(normalizedMac(u" 0c47a9912233 "), u"0c:47:a9:91:22:33"_s);
        QCOMPARE(normalizedMac(u"0c:47:a9:91:22:3g"), QString());
        QCOMPARE(macText(QByteArray::fromHex("0c47a9912233")), u"0c:47:a9:91:22:33"_s);
        QCOMPARE(macText(QByteArray("12345")), QString());
    }
};

QTEST_GUILESS_MAIN(NeighboursTest)
#include "tst_neighbours.moc"
