#include "settings/savedgateways.h"
#include "settings/settingsfile.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

static SavedGateway at(const QString &address, const QString &serial = {}, const QString &mac = {})
{
    SavedGateway gateway;
    gateway.address = address;
    gateway.serial = serial;
    gateway.mac = mac;
    return gateway;
}

static QDateTime minute(int minute)
{
    return QDateTime(QDate(2026, 11, 22), QTime(7, minute), QTimeZone::utc());
}

static const QString macA = u"0c:47:a9:91:22:33"_s;
static const QString macB = u"0c:47:a9:91:22:44"_s;

class SavedGatewaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSavedIsThereInTheNextRun()
    {
        SavedGateway full = at(u"192.168.1.150"_s, u"110A1234567890"_s, macA);
        full.name = u"Dach, \"Süd\"; x=y"_s;
        full.webSocketPort = 8443;
        full.path = u"/ws"_s;
        full.profile = u"early-draft"_s;
        full.tls = true;
        full.fingerprint = QString(64, u'a');
        full.username = u"@admin"_s;
        full.lastSeen = minute(1);
        full.lastKnownState = KnownState::Off;
        full.lastKnownStateAt = minute(2);
        full.lastKnownModbusPort = 1502;
        {
            SettingsFile file(path());
            SavedGateways gateways(file);
            QCOMPARE(gateways.upsert(full), 0);
            QCOMPARE(gateways.upsert(at(u"gateway"_s)), 1);
        }
        SettingsFile file(path());
        const SavedGateways gateways(file);
        QCOMPARE(gateways.all(), QList<SavedGateway>({full, at(u"gateway"_s)}));
        QCOMPARE(gateways.unreadable(), 0);
    }

    void theSameDeviceIsKnownAgain_data()
    {
        QTest::addColumn<SavedGateway>("known");
        QTest::addColumn<SavedGateway>("seen");
        QTest::addColumn<bool>("same");
        QTest::newRow("same address") << at(u"10.0.0.1"_s) << at(u"10.0.0.1"_s) << true;
        QTest::newRow("same name in capitals") << at(u"gateway"_s) << at(u"Gateway"_s) << true;
        QTest::newRow("moved, same serial") << at(u"10.0.0.1"_s, u"A"_s) << at(u"10.0.0.2"_s, u"A"_s) << true;
        QTest::newRow("moved, same MAC")
            << at(u"10.0.0.1"_s, {}, macA) << at(u"10.0.0.2"_s, u"A"_s, macA) << true;
        QTest::newRow("Wi-Fi and Ethernet")
            << at(u"10.0.0.1"_s, u"A"_s, macA) << at(u"10.0.0.2"_s, u"A"_s, macB) << true;
        QTest::newRow("now with a serial") << at(u"10.0.0.1"_s) << at(u"10.0.0.1"_s, u"A"_s) << true;
        QTest::newRow("another device at the address")
            << at(u"10.0.0.1"_s, u"A"_s) << at(u"10.0.0.1"_s, u"B"_s) << false;
        QTest::newRow("another MAC at the address")
            << at(u"10.0.0.1"_s, {}, macA) << at(u"10.0.0.1"_s, {}, macB) << false;
        QTest::newRow("another address") << at(u"10.0.0.1"_s) << at(u"10.0.0.2"_s) << false;
    }

    void theSameDeviceIsKnownAgain()
    {
        QFETCH(SavedGateway, known);
        QFETCH(SavedGateway, seen);
        QFETCH(bool, same);
        SettingsFile file(path());
        SavedGateways gateways(file);
        QSignalSpy added(&gateways, &SavedGateways::added);
        gateways.upsert(known);
        QCOMPARE(gateways.upsert(seen), same ? 0 : 1);
        QCOMPARE(gateways.count(), same ? 1 : 2);
        QCOMPARE(added.size(), gateways.count());
        if (same)
            QCOMPARE(gateways.at(0).address, seen.address);
        else
            QCOMPARE(gateways.at(0), known);
    }

    void aSightingDoesNotForgetWhatIsKnown()
    {
        SettingsFile file(path());
        SavedGateways gateways(file);
        SavedGateway known = at(u"10.0.0.1"_s, u"A"_s, macA);
        known.name = u"Roof"_s;
        known.username = u"admin"_s;
        known.tls = true;
        known.webSocketPort = 8443;
        known.lastSeen = minute(5);
        known.lastKnownState = KnownState::On;
        known.lastKnownStateAt = minute(5);
        known.lastKnownModbusPort = 1502;
        gateways.upsert(known);
        QSignalSpy changed(&gateways, &SavedGateways::changed);

        SavedGateway seen = at(u"10.0.0.2"_s, u"A"_s);
        seen.lastSeen = minute(6);
        gateways.upsert(seen);
        SavedGateway expected = known;
        expected.address = seen.address;
        expected.lastSeen = seen.lastSeen;
        QCOMPARE(gateways.at(0), expected);
        QCOMPARE(changed.size(), 1);
        gateways.upsert(seen);
        QCOMPARE(changed.size(), 1); // nothing new

        seen.lastKnownState = KnownState::Off;
        seen.lastKnownStateAt = minute(4); // an older observation
        seen.lastKnownModbusPort = 502;
        gateways.upsert(seen);
        QCOMPARE(gateways.at(0), expected);
        seen.lastKnownStateAt = minute(7);
        gateways.upsert(seen);
        QCOMPARE(gateways.at(0).lastKnownState, KnownState::Off);
        QCOMPARE(gateways.at(0).lastKnownModbusPort, quint16(502));
    }

    void twoEntriesThatAreOneDeviceAreJoined()
    {
        SettingsFile file(path());
        SavedGateways gateways(file);
        SavedGateway byAddress = at(u"10.0.0.2"_s);
        byAddress.name = u"Roof"_s;
        gateways.upsert(byAddress);
        gateways.upsert(at(u"10.0.0.9"_s));
        gateways.upsert(at(u"10.0.0.1"_s, u"A"_s));
        QSignalSpy removed(&gateways, &SavedGateways::removed);
        QCOMPARE(gateways.upsert(at(u"10.0.0.2"_s, u"A"_s)), 1);
        QCOMPARE(gateways.count(), 2);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed.at(0).at(0).toInt(), 0);
        QCOMPARE(gateways.at(0).address, u"10.0.0.9"_s);
        QCOMPARE(gateways.at(1).serial, u"A"_s);
        QCOMPARE(gateways.at(1).name, u"Roof"_s);
    }

    void anEditReplacesTheEntry()
    {
        SettingsFile file(path());
        SavedGateways gateways(file);
        SavedGateway gateway = at(u"10.0.0.1"_s, u"A"_s, macA);
        gateway.name = u"Roof"_s;
        gateway.tls = true;
        gateways.upsert(gateway);
        QSignalSpy changed(&gateways, &SavedGateways::changed);
        gateway.name.clear();
        gateway.tls = false;
        QVERIFY(gateways.replace(0, gateway));
        QCOMPARE(gateways.at(0), gateway);
        QVERIFY(gateways.replace(0, gateway));
        QCOMPARE(changed.size(), 1);
        gateway.address = u"a b"_s;
        QVERIFY(!gateways.replace(0, gateway));
        QCOMPARE(gateways.at(0).address, u"10.0.0.1"_s);
    }

    void aRemovedEntryIsGoneFromTheFile()
    {
        {
            SettingsFile file(path());
            SavedGateways gateways(file);
            for (const QString &address : {u"10.0.0.1"_s, u"10.0.0.2"_s, u"10.0.0.3"_s})
                gateways.upsert(at(address));
            QSignalSpy removed(&gateways, &SavedGateways::removed);
            gateways.remove(1);
            QCOMPARE(removed.size(), 1);
        }
        SettingsFile file(path());
        QCOMPARE(SavedGateways(file).all(), QList<SavedGateway>({at(u"10.0.0.1"_s), at(u"10.0.0.3"_s)}));
        QVERIFY(!file.value(u"gateways/3/address"_s).isValid());
    }

    void aHostileSerialIsNotSaved()
    {
        SettingsFile file(path());
        SavedGateways gateways(file);
        QCOMPARE(gateways.upsert(at(u"10.0.0.1"_s, u"A\n[window]\ntheme=dark"_s)), 0);
        QCOMPARE(gateways.at(0).serial, QString());
        QCOMPARE(gateways.upsert(at(u"10.0.0.2"_s, QString(100000, u'x'))), 1);
        QCOMPARE(gateways.at(1).serial, QString());
        QCOMPARE(gateways.upsert(at(u"10.0.0.3"_s, u"<img src=x>"_s)), 2);
        QCOMPARE(gateways.at(2).serial, u"<img src=x>"_s);
        QCOMPARE(gateways.upsert(at(QString())), std::nullopt);
    }

    void entriesThatAreNotUnderstoodStayInTheFile()
    {
        write("[gateways]\nsize=5\n1\\name=nowhere\n2\\address=10.0.0.1\n2\\webSocketPort=99999\n"
              "2\\lastSeen=yesterday\n2\\lastKnownState=on\n3\\address=10.0.0.2\n3\\path=ws\n"
              "3\\name=Roof\n3\\later=7\n5\\address=10.0.0.3\n");
        {
            SettingsFile file(path());
            SavedGateways gateways(file);
            QCOMPARE(gateways.all(), QList<SavedGateway>({at(u"10.0.0.1"_s), at(u"10.0.0.3"_s)}));
            QCOMPARE(gateways.unreadable(), 2);
            gateways.upsert(at(u"10.0.0.4"_s));
            gateways.upsert(at(u"10.0.0.5"_s));
            gateways.remove(0);
            QVERIFY(gateways.replace(0, at(u"10.0.0.33"_s)));
        }
        {
            SettingsFile file(path());
            SavedGateways gateways(file);
            QCOMPARE(gateways.all(),
                     QList<SavedGateway>({at(u"10.0.0.33"_s), at(u"10.0.0.4"_s), at(u"10.0.0.5"_s)}));
            while (gateways.count() > 0)
                gateways.remove(gateways.count() - 1);
        }
        SettingsFile file(path());
        const SavedGateways gateways(file);
        QCOMPARE(gateways.count(), 0);
        QCOMPARE(gateways.unreadable(), 2);
        QCOMPARE(file.value(u"gateways/1/name"_s).toString(), u"nowhere"_s);
        QCOMPARE(file.value(u"gateways/3/address"_s).toString(), u"10.0.0.2"_s);
        QCOMPARE(file.value(u"gateways/3/path"_s).toString(), u"ws"_s);
        QCOMPARE(file.value(u"gateways/3/name"_s).toString(), u"Roof"_s);
        QCOMPARE(file.value(u"gateways/3/later"_s).toString(), u"7"_s);
        QVERIFY(!file.value(u"gateways/2/address"_s).isValid());
        QVERIFY(!file.value(u"gateways/4/address"_s).isValid());
    }

    void anEntryThatWasMendedIsThereAgain()
    {
        write("[gateways]\nsize=2\n1\\address=10.0.0.1\n1\\path=ws\n2\\address=10.0.0.2\n");
        SettingsFile file(path());
        SavedGateways(file).upsert(at(u"10.0.0.3"_s));
        file.setValue(u"gateways/1/path"_s, u"/ws"_s);
        const SavedGateways gateways(file);
        QCOMPARE(gateways.count(), 3);
        QCOMPARE(gateways.unreadable(), 0);
        QCOMPARE(gateways.at(0).path, u"/ws"_s);
    }

    void aGapInTheFileIsClosed()
    {
        write("[gateways]\nsize=4\n2\\address=10.0.0.1\n4\\address=10.0.0.2\n");
        {
            SettingsFile file(path());
            QCOMPARE(SavedGateways(file).unreadable(), 0);
        }
        SettingsFile file(path());
        QCOMPARE(SavedGateways(file).all(), QList<SavedGateway>({at(u"10.0.0.1"_s), at(u"10.0.0.2"_s)}));
        QCOMPARE(file.value(u"gateways/2/address"_s).toString(), u"10.0.0.2"_s);
        QVERIFY(!file.value(u"gateways/4/address"_s).isValid());
    }

    void anAbsurdSizeIsNotBelieved()
    {
        write("[gateways]\nsize=2000000000\n1\\address=10.0.0.1\n");
        SettingsFile file(path());
        SavedGateways gateways(file);
        QCOMPARE(gateways.count(), 1);
        QCOMPARE(gateways.unreadable(), 0);
        QCOMPARE(gateways.upsert(at(u"10.0.0.2"_s)), 1);
    }

    void thereIsAnEndToIt()
    {
        SettingsFile file(path());
        SavedGateways gateways(file);
        for (int each = 0; each < SavedGateways::maximumCount; ++each)
            QVERIFY(gateways.upsert(at(u"host%1"_s.arg(each))));
        QCOMPARE(gateways.upsert(at(u"one.more"_s)), std::nullopt);
        QCOMPARE(gateways.upsert(at(u"host7"_s, u"A"_s)), 7);
    }

    void exportedGatewaysCanBeImported()
    {
        const QString exported = m_folder->filePath(u"gateways.json"_s);
        {
            SettingsFile file(path());
            SavedGateways gateways(file);
            gateways.upsert(at(u"10.0.0.1"_s, u"A"_s));
            gateways.upsert(at(u"10.0.0.2"_s, u"B"_s));
            gateways.upsert(at(u"10.0.0.3"_s, u"C"_s));
            QCOMPARE(gateways.exportTo(exported), std::nullopt);
        }
        SettingsFile file(m_folder->filePath(u"other.ini"_s));
        SavedGateways gateways(file);
        gateways.upsert(at(u"10.0.0.7"_s, u"A"_s));
        gateways.upsert(at(u"10.0.0.3"_s, u"C"_s));
        const auto imported = gateways.importFrom(exported);
        QVERIFY(std::holds_alternative<SavedGateways::Imported>(imported));
        QCOMPARE(std::get<SavedGateways::Imported>(imported), (SavedGateways::Imported{1, 1, 1, 0}));
        QCOMPARE(gateways.all(),
                 QList<SavedGateway>(
                     {at(u"10.0.0.1"_s, u"A"_s), at(u"10.0.0.3"_s, u"C"_s), at(u"10.0.0.2"_s, u"B"_s)}));
    }

    void aRefusedFileChangesNothing()
    {
        SettingsFile file(path());
        SavedGateways gateways(file);
        QFile bad(m_folder->filePath(u"bad.json"_s));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write(
            "{\"format\": \"sigen-modbus-gateways\", \"version\": 1, \"gateways\": [\n{\"address\": \"a\"},\n"
            "{\"address\": 7}]}");
        bad.close();
        const auto refused = gateways.importFrom(bad.fileName());
        QVERIFY(std::holds_alternative<GatewayFileError>(refused));
        QCOMPARE(std::get<GatewayFileError>(refused).line, 3);
        const auto missing = gateways.importFrom(m_folder->filePath(u"missing.json"_s));
        QVERIFY(std::holds_alternative<GatewayFileError>(missing));
        QCOMPARE(std::get<GatewayFileError>(missing).line, 0);
        QCOMPARE(gateways.count(), 0);
        QVERIFY(gateways.exportTo(m_folder->filePath(u"no/such/folder/x.json"_s)).has_value());
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

private:
    void write(const QByteArray &content)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    QString path() const { return m_folder->filePath(u"settings.ini"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SavedGatewaysTest)
#include "tst_savedgateways.moc"
