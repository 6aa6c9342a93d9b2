#include "settings/savedgateway.h"
#include "settings/savedgateways.h"
#include "settings/settingsfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

static Gateway at(const QString &address, const QString &serial = {}, const QString &mac = {})
{
    Gateway gateway = entryAt(address);
    gateway.serial = serial;
    gateway.serialFrom = serial.isEmpty() ? SerialSource::None : SerialSource::Saved;
    gateway.places.first().mac = mac;
    return gateway;
}

static QDateTime minute(int minute)
{
    return QDateTime(QDate(2026, 11, 22), QTime(7, minute), QTimeZone::utc());
}

static const QString macA = u"0c:47:a9:91:22:33"_s;

namespace {

/// One run of the program.
struct Run
{
    explicit Run(const QString &path)
        : file(path)
        , saved(file, registry)
    { }

    /// As address, serial number and name; "10.0.0.1 A Roof".
    QStringList texts() const
    {
        QStringList all;
        for (const Gateway &gateway : saved.all())
            all += QStringList{savedAddress(gateway), gateway.serial, gateway.name}.join(u' ').trimmed();
        return all;
    }

    QString idAt(const QString &host) const { return registry.idAt(host); }

    SettingsFile file;
    Registry registry;
    SavedGateways saved;
};

} // namespace

class SavedGatewaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStateThatAChangeMayHaveAlteredIsNotKept()
    {
        Gateway gateway = at(u"10.0.0.1"_s);
        gateway.setting = SettingEvidence{false, quint16(502), {}, minute(1)};
        QVERIFY(savedState(gateway));
        gateway.doubtful = true;
        QVERIFY(!savedState(gateway));
    }

    void aPlantThatAnswersIsOnAlsoWithoutASignIn()
    {
        Gateway gateway = at(u"10.0.0.1"_s);
        gateway.firmware = u"SPC115"_s;
        PortEvidence &modbus = gateway.places.first().modbus;
        modbus = {502, ServiceState::Answers, minute(2)};
        QCOMPARE(savedState(gateway), (SettingEvidence{true, quint16(502), u"SPC115"_s, minute(2)}));
        gateway.setting = SettingEvidence{false, quint16(502), {}, minute(3)}; // read later
        QCOMPARE(savedState(gateway), gateway.setting);
        modbus = {502, ServiceState::Closed, minute(4)}; // says nothing about the setting
        QCOMPARE(savedState(gateway), gateway.setting);
    }

private Q_SLOTS:
    void whatIsSavedIsThereInTheNextRun()
    {
        Gateway full = at(u"192.168.1.150"_s, u"110A1234567890"_s, macA);
        full.name = u"Dach, \"Süd\"; x=y"_s;
        full.model = u"SigenStor EC 10.0 TP"_s;
        full.modbusSerial = u"120B1"_s;
        full.places.first().name = u"gateway.fritz.box"_s;
        full.way = {8443, u"/ws"_s, u"early-draft"_s, true, QString(64, u'a'), u"@admin"_s};
        full.lastSeen = minute(1);
        full.units = {{1, u"SigenStor EC 10.0 TP"_s, u"110A1"_s, u"SPC115"_s, true, false},
                      {2, {}, {}, {}, false, true}};
        full.before = SettingEvidence{false, quint16(1502), u"SPC115"_s, minute(2)};
        QList<Gateway> all;
        {
            Run run(path());
            run.registry.absorb(full);
            run.registry.absorb(at(u"gateway"_s));
            all = run.saved.all();
        }
        Run run(path());
        QCOMPARE(run.saved.unreadable(), 0);
        QCOMPARE(run.saved.count(), 2);
        const Gateway again = run.saved.all().at(0);
        QCOMPARE(again.id, all.at(0).id);
        QCOMPARE(again.name, full.name);
        QCOMPARE(again.model, full.model);
        QCOMPARE(again.serial, full.serial);
        QCOMPARE(again.serialFrom, SerialSource::Saved);
        QCOMPARE(again.modbusSerial, full.modbusSerial);
        QCOMPARE(again.place().address, full.place().address);
        QCOMPARE(again.place().name, full.place().name);
        QCOMPARE(again.mac(), macA);
        QCOMPARE(again.way, full.way);
        QCOMPARE(again.units, full.units);
        QCOMPARE(again.lastSeen, full.lastSeen);
        QCOMPARE(again.before, full.before);
        QCOMPARE(again.modbusPort(), quint16(1502));
        QCOMPARE(run.saved.all().at(1).host(), u"gateway"_s);
    }

    void whatWasReadInARunIsWhatWasBeforeInTheNext()
    {
        {
            Run run(path());
            run.registry.absorb(at(u"10.0.0.1"_s, u"A"_s));
            run.registry.absorb(
                SettingRead{run.idAt(u"10.0.0.1"_s), u"10.0.0.1"_s, true, quint16(502), u"A"_s, minute(3)});
        }
        Run run(path());
        QVERIFY(!run.saved.all().at(0).setting);
        QCOMPARE(run.saved.all().at(0).before, (SettingEvidence{true, quint16(502), {}, minute(3)}));
    }

    void unitsThatAreNotUnderstoodAreLeftOut()
    {
        const QString text =
            uR"([{"id":3},{"id":2},{"id":247},{"id":"4"},7,{"id":5,"model":"a\u0001","acCharger":true}])"_s;
        QCOMPARE(unitsFrom(text),
                 (QList<FoundUnit>{{3, {}, {}, {}, false, false}, {5, {}, {}, {}, false, true}}));
        for (const QString &other : {QString(), u"1, 2"_s, u"{}"_s, u"[[[["_s})
            QCOMPARE(unitsFrom(other), QList<FoundUnit>());
    }

    void noMoreUnitsAreKeptThanAPlantHas()
    {
        QList<FoundUnit> all;
        for (int id = 1; id <= 246; ++id)
            all += FoundUnit{id, {}, {}, {}, false, false};
        QCOMPARE(unitsFrom(unitsText(all)), all.first(maximumSavedUnits));
    }

    void aSweepThatNoLongerFindsAUnitEndsItInTheFile()
    {
        const auto sweep = [](const Run &run, const QList<FoundUnit> &units) {
            return ModbusAnswer{run.idAt(u"10.0.0.1"_s),
                                u"10.0.0.1"_s,
                                {502, ServiceState::Answers, minute(1)},
                                u"A"_s,
                                {},
                                {},
                                units,
                                true};
        };
        const FoundUnit first{1, {}, {}, {}, false, false};
        const FoundUnit second{2, {}, {}, {}, false, true};
        {
            Run run(path());
            run.registry.absorb(at(u"10.0.0.1"_s, u"A"_s));
            run.registry.absorb(sweep(run, {first, second}));
        }
        {
            Run run(path());
            QCOMPARE(run.saved.all().at(0).units, (QList<FoundUnit>{first, second}));
            run.registry.absorb(sweep(run, {first}));
        }
        QCOMPARE(Run(path()).saved.all().at(0).units, QList<FoundUnit>{first});
    }

    void anOldFileIsRead()
    {
        write("[gateways]\nsize=2\n1\\address=10.0.0.1\n1\\serial=A\n1\\name=Roof\n1\\username=admin\n"
              "1\\lastSeen=2026-11-22T07:01:00Z\n1\\lastKnownState=on\n"
              "1\\lastKnownStateAt=2026-11-22T07:02:00Z\n1\\lastKnownModbusPort=1502\n1\\tls=true\n"
              "2\\address=gateway\n");
        QString id;
        {
            Run run(path());
            QCOMPARE(run.texts(), (QStringList{u"10.0.0.1 A Roof"_s, u"gateway"_s}));
            const Gateway roof = run.saved.all().at(0);
            QCOMPARE(roof.way, (Way{0, {}, {}, true, {}, u"admin"_s}));
            QCOMPARE(roof.before, (SettingEvidence{true, quint16(1502), {}, minute(2)}));
            QCOMPARE(roof.lastSeen, minute(1));
            id = roof.id;
        }
        Run run(path());
        QCOMPARE(run.saved.all().at(0).id, id);
    }

    void aSightingIsNotSavedButWhatIsSavedFollowsIt()
    {
        Run run(path());
        run.registry.absorb(at(u"10.0.0.1"_s, u"A"_s));
        Sighting seen;
        seen.place.address = u"10.0.0.2"_s;
        seen.place.settled = true;
        seen.place.modbus = {502, ServiceState::Answers, {}};
        seen.at = minute(6);
        run.registry.absorb(seen);
        QCOMPARE(run.saved.count(), 1);
        seen.serial = u"A"_s;
        run.registry.absorb(seen);
        QCOMPARE(run.texts(), QStringList{u"10.0.0.2 A"_s});
        QCOMPARE(run.saved.all().at(0).lastSeen, minute(6));
    }

    void twoEntriesThatAreOneDeviceAreJoined()
    {
        {
            Run run(path());
            Gateway byAddress = at(u"10.0.0.2"_s);
            byAddress.name = u"Roof"_s;
            run.registry.absorb(byAddress);
            run.registry.absorb(at(u"10.0.0.9"_s));
            run.registry.absorb(at(u"10.0.0.1"_s, u"A"_s));
            run.registry.absorb(SignIn{run.idAt(u"10.0.0.2"_s), u"10.0.0.2"_s, 8080, u"A"_s, {}, minute(1)});
            QCOMPARE(run.saved.count(), 2);
        }
        Run run(path());
        QCOMPARE(run.saved.count(), 2);
        QCOMPARE(run.registry.find(run.idAt(u"10.0.0.2"_s))->name, u"Roof"_s);
        QCOMPARE(run.registry.find(run.idAt(u"10.0.0.2"_s))->serial, u"A"_s);
    }

    void aForgottenEntryIsGoneFromTheFile()
    {
        {
            Run run(path());
            for (const QString &address : {u"10.0.0.1"_s, u"10.0.0.2"_s, u"10.0.0.3"_s})
                run.registry.absorb(at(address));
            run.registry.forget(run.idAt(u"10.0.0.2"_s));
        }
        {
            Run run(path());
            QCOMPARE(run.texts(), (QStringList{u"10.0.0.1"_s, u"10.0.0.3"_s}));
            QVERIFY(!run.file.value(u"gateways/3/address"_s).isValid());
            run.registry.forget(run.idAt(u"10.0.0.3"_s));
        }
        QCOMPARE(Run(path()).texts(), QStringList{u"10.0.0.1"_s});
    }

    void aHostileSerialIsNotSaved()
    {
        {
            Run run(path());
            run.registry.absorb(at(u"10.0.0.1"_s, u"A\n[window]\ntheme=dark"_s));
            run.registry.absorb(at(u"10.0.0.2"_s, QString(100000, u'x')));
            run.registry.absorb(at(u"10.0.0.3"_s, u"<img src=x>"_s));
        }
        QCOMPARE(Run(path()).texts(), (QStringList{u"10.0.0.1"_s, u"10.0.0.2"_s, u"10.0.0.3 <img src=x>"_s}));
    }

    void entriesThatAreNotUnderstoodStayInTheFile()
    {
        write("[gateways]\nsize=5\n1\\name=nowhere\n2\\address=10.0.0.1\n2\\webSocketPort=99999\n"
              "2\\lastSeen=yesterday\n2\\lastKnownState=on\n3\\address=10.0.0.2\n3\\path=ws\n"
              "3\\name=Roof\n3\\later=7\n5\\address=10.0.0.3\n");
        {
            Run run(path());
            QCOMPARE(run.texts(), (QStringList{u"10.0.0.1"_s, u"10.0.0.3"_s}));
            QCOMPARE(run.saved.unreadable(), 2);
            QVERIFY(!run.saved.all().at(0).before);
            run.registry.absorb(at(u"10.0.0.4"_s));
            run.registry.absorb(at(u"10.0.0.5"_s));
            run.registry.forget(run.idAt(u"10.0.0.1"_s));
            run.registry.rename(run.idAt(u"10.0.0.3"_s), u"Barn"_s);
        }
        {
            Run run(path());
            QCOMPARE(run.texts(), (QStringList{u"10.0.0.3  Barn"_s, u"10.0.0.4"_s, u"10.0.0.5"_s}));
            for (const Gateway &gateway : run.saved.all())
                run.registry.forget(gateway.id);
        }
        const Run run(path());
        QCOMPARE(run.saved.count(), 0);
        QCOMPARE(run.saved.unreadable(), 2);
        QCOMPARE(run.file.value(u"gateways/1/name"_s).toString(), u"nowhere"_s);
        QCOMPARE(run.file.value(u"gateways/3/address"_s).toString(), u"10.0.0.2"_s);
        QCOMPARE(run.file.value(u"gateways/3/path"_s).toString(), u"ws"_s);
        QCOMPARE(run.file.value(u"gateways/3/name"_s).toString(), u"Roof"_s);
        QCOMPARE(run.file.value(u"gateways/3/later"_s).toString(), u"7"_s);
        QVERIFY(!run.file.value(u"gateways/2/address"_s).isValid());
        QVERIFY(!run.file.value(u"gateways/4/address"_s).isValid());
    }

    void anEntryThatWasMendedIsThereAgain()
    {
        write("[gateways]\nsize=2\n1\\address=10.0.0.1\n1\\path=ws\n2\\address=10.0.0.2\n");
        {
            Run run(path());
            run.registry.absorb(at(u"10.0.0.3"_s));
            run.file.setValue(u"gateways/1/path"_s, u"/ws"_s);
        }
        const Run run(path());
        QCOMPARE(run.saved.count(), 3);
        QCOMPARE(run.saved.unreadable(), 0);
        QCOMPARE(run.saved.all().at(0).way.path, u"/ws"_s);
    }

    void aGapInTheFileIsClosed()
    {
        write("[gateways]\nsize=4\n2\\address=10.0.0.1\n4\\address=10.0.0.2\n");
        QCOMPARE(Run(path()).saved.unreadable(), 0);
        const Run run(path());
        QCOMPARE(run.texts(), (QStringList{u"10.0.0.1"_s, u"10.0.0.2"_s}));
        QCOMPARE(run.file.value(u"gateways/2/address"_s).toString(), u"10.0.0.2"_s);
        QVERIFY(!run.file.value(u"gateways/4/address"_s).isValid());
    }

    void anAbsurdSizeIsNotBelieved()
    {
        write("[gateways]\nsize=2000000000\n1\\address=10.0.0.1\n");
        Run run(path());
        QCOMPARE(run.saved.count(), 1);
        QCOMPARE(run.saved.unreadable(), 0);
        run.registry.absorb(at(u"10.0.0.2"_s));
        QCOMPARE(run.saved.count(), 2);
    }

    void thereIsAnEndToIt()
    {
        Run run(path());
        for (int each = 0; each < SavedGateways::maximumCount; ++each)
            run.registry.absorb(at(u"host%1"_s.arg(each)));
        run.registry.absorb(at(u"one.more"_s));
        run.registry.absorb(at(u"host7"_s, u"A"_s));
        QCOMPARE(run.saved.count(), SavedGateways::maximumCount);
        QCOMPARE(run.saved.all().at(7).serial, u"A"_s);
    }

    void exportedGatewaysCanBeImported()
    {
        const QString exported = m_folder->filePath(u"gateways.json"_s);
        {
            Run run(path());
            run.registry.absorb(at(u"10.0.0.1"_s, u"A"_s));
            run.registry.absorb(at(u"10.0.0.2"_s, u"B"_s));
            run.registry.absorb(at(u"10.0.0.3"_s, u"C"_s));
            QCOMPARE(run.saved.exportTo(exported), std::nullopt);
        }
        Run run(m_folder->filePath(u"other.ini"_s));
        Gateway moved = at(u"10.0.0.7"_s, u"A"_s);
        moved.name = u"Roof"_s;
        run.registry.absorb(moved);
        run.registry.absorb(at(u"10.0.0.3"_s, u"C"_s));
        const auto imported = run.saved.importFrom(exported);
        QVERIFY(std::holds_alternative<SavedGateways::Imported>(imported));
        QCOMPARE(std::get<SavedGateways::Imported>(imported), (SavedGateways::Imported{1, 1, 1, 0}));
        QCOMPARE(run.saved.count(), 3);
        QCOMPARE(run.registry.find(run.idAt(u"10.0.0.1"_s))->name, u"Roof"_s);
    }

    void aRefusedFileChangesNothing()
    {
        Run run(path());
        QFile bad(m_folder->filePath(u"bad.json"_s));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write(
            "{\"format\": \"sigen-modbus-gateways\", \"version\": 1, \"gateways\": [\n{\"address\": \"a\"},\n"
            "{\"address\": 7}]}");
        bad.close();
        const auto refused = run.saved.importFrom(bad.fileName());
        QVERIFY(std::holds_alternative<GatewayFileError>(refused));
        QCOMPARE(std::get<GatewayFileError>(refused).line, 3);
        const auto missing = run.saved.importFrom(m_folder->filePath(u"missing.json"_s));
        QVERIFY(std::holds_alternative<GatewayFileError>(missing));
        QCOMPARE(std::get<GatewayFileError>(missing).line, 0);
        QCOMPARE(run.saved.count(), 0);
        QVERIFY(run.saved.exportTo(m_folder->filePath(u"no/such/folder/x.json"_s)).has_value());
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
