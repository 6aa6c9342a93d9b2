// What is seen piece by piece, put together to one gateway a device; without network, file or clock.

#include "registry/registry.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString here = u"10.0.0.1"_s;
const QString there = u"10.0.0.2"_s;
const QString macA = u"0c:47:a9:91:22:33"_s;
const QString macB = u"0c:47:a9:91:44:55"_s;

QDateTime minute(int minute)
{
    return QDateTime(QDate(2026, 11, 22), QTime(7, minute), QTimeZone::utc());
}

Sighting sighting(const QString &address, const QString &serial = {}, const QString &mac = {})
{
    Sighting seen;
    seen.place.address = address;
    seen.place.mac = mac;
    seen.place.vendorMac = !mac.isEmpty();
    seen.place.settled = true;
    seen.place.webSocket = {8080, ServiceState::Handshake, {}};
    seen.place.modbus = {502, serial.isEmpty() ? ServiceState::Closed : ServiceState::Answers, {}};
    seen.serial = serial;
    seen.at = minute(1);
    return seen;
}

Sighting unsettled(Sighting seen)
{
    seen.place.settled = false;
    return seen;
}

Gateway entry(const QString &address, const QString &serial = {}, const QString &mac = {})
{
    Place place = placeAt(address);
    place.mac = mac;
    Gateway saved;
    saved.places = {place};
    saved.serial = serial;
    saved.serialFrom = serial.isEmpty() ? SerialSource::None : SerialSource::Saved;
    return saved;
}

SignIn signIn(const QString &id, const QString &host, const QString &serial)
{
    SignIn done;
    done.of = id;
    done.host = host;
    done.port = 8080;
    done.serial = serial;
    done.way.username = u"admin"_s;
    done.at = minute(2);
    return done;
}

SettingRead reading(const QString &id, const QString &host, bool on, int at = 3)
{
    SettingRead read;
    read.of = id;
    read.host = host;
    read.on = on;
    read.port = quint16(502);
    read.at = minute(at);
    return read;
}

ModbusAnswer answer(const QString &id, const QString &host, const QString &serial, QList<int> units = {})
{
    ModbusAnswer answer;
    answer.of = id;
    answer.host = host;
    answer.port = {502, ServiceState::Answers, minute(4)};
    answer.serial = serial;
    for (const int unit : units)
        answer.units.append({unit, {}, {}, {}, false, false});
    return answer;
}

} // namespace

class RegistryTest : public QObject
{
    Q_OBJECT

    const Gateway &only(const Registry &registry)
    {
        [&] { QCOMPARE(registry.gateways().size(), 1); }();
        return registry.gateways().constFirst();
    }

private Q_SLOTS:
    void aFoundHostIsAddedOnceAndThenChanges()
    {
        Registry registry;
        QSignalSpy told(&registry, &Registry::changed);
        const Changes first = registry.absorb(unsettled(sighting(here)));
        QCOMPARE(first.added, QStringList{only(registry).id});
        const Changes second = registry.absorb(sighting(here, u"A"_s));
        QVERIFY(second.added.isEmpty());
        const Aspects aspects = second.changed.value(only(registry).id);
        QVERIFY(aspects.testFlag(Aspect::Identity) && aspects.testFlag(Aspect::Ports));
        QVERIFY(!aspects.testFlag(Aspect::Way));
        QVERIFY(registry.absorb(sighting(here, u"A"_s)).isEmpty());
        QCOMPARE(told.size(), 2);
        QVERIFY(!only(registry).saved);
    }

    // --- whose place it is

    void aGatewayWithoutMacAndSerialIsNotDisplacedByARescan()
    {
        Registry registry;
        registry.absorb(entry(here, u"A"_s));
        const QString id = only(registry).id;
        for (const Sighting &seen : {unsettled(sighting(here)), sighting(here), sighting(here, {}, macA)}) {
            const Changes changes = registry.absorb(seen);
            QVERIFY(changes.displaced.isEmpty() && changes.added.isEmpty());
            QCOMPARE(only(registry).id, id);
            QCOMPARE(only(registry).serial, u"A"_s);
            QVERIFY(only(registry).isSeen());
        }
    }

    void nothingIsDisplacedBeforeTheLookHasSettled()
    {
        Registry registry;
        registry.absorb(entry(here, u"A"_s, macA));
        const QString id = only(registry).id;
        registry.absorb(unsettled(sighting(here, u"B"_s, macB)));
        QCOMPARE(only(registry).serial, u"A"_s);
        QCOMPARE(only(registry).mac(), macA);
        const Changes changes = registry.absorb(sighting(here, u"B"_s, macB));
        QCOMPARE(registry.gateways().size(), 2);
        QCOMPARE(changes.displaced, (QList<Changes::Displacement>{{id, changes.added.constFirst()}}));
        QVERIFY(registry.find(id)->isDisplaced());
        QCOMPARE(registry.find(id)->mac(), macA);
        QCOMPARE(registry.idAt(here), changes.added.constFirst());
    }

    void aDisplacedGatewayIsBackWhereItIsSeen()
    {
        Registry registry;
        registry.absorb(entry(here, u"A"_s));
        const QString id = only(registry).id;
        registry.absorb(sighting(here, u"B"_s));
        registry.absorb(sighting(there, u"A"_s));
        QCOMPARE(registry.gateways().size(), 2);
        QCOMPARE(registry.find(id)->host(), there);
        QVERIFY(!registry.find(id)->isDisplaced());
        QCOMPARE(registry.find(id)->places.size(), 1);
    }

    void twoThatHaveChangedTheirAddressesAreKnownByTheirMacs()
    {
        Registry registry;
        registry.absorb(entry(here, {}, macA));
        registry.absorb(entry(there, {}, macB));
        const QString first = registry.gateways().at(0).id;
        const QString second = registry.gateways().at(1).id;
        registry.absorb(sighting(here, {}, macB));
        registry.absorb(sighting(there, {}, macA));
        registry.absorb(ScanEnd());
        QCOMPARE(registry.gateways().size(), 2);
        QCOMPARE(registry.find(first)->host(), there);
        QCOMPARE(registry.find(second)->host(), here);
    }

    void severalAddressesBehindOneMacAreSeveralUntilSerialsSayOtherwise()
    {
        Registry registry;
        registry.absorb(sighting(here, {}, macA));
        registry.absorb(sighting(there, {}, macA));
        registry.absorb(ScanEnd());
        QCOMPARE(registry.gateways().size(), 2);
        const QString first = registry.idAt(here);
        const QString second = registry.idAt(there);
        registry.absorb(answer(first, here, u"A"_s));
        QCOMPARE(registry.find(second)->serial, QString());
        registry.absorb(signIn(second, there, u"B"_s));
        QCOMPARE(registry.gateways().size(), 2);
        registry.absorb(sighting(here, u"A"_s, macA));
        registry.absorb(sighting(there, u"B"_s, macA));
        QCOMPARE(registry.gateways().size(), 2);

        const Changes changes = registry.absorb(sighting(u"10.0.0.3"_s, u"A"_s, macA));
        QVERIFY(changes.added.isEmpty());
        QCOMPARE(registry.idAt(u"10.0.0.3"_s), first);
        QCOMPARE(registry.gateways().size(), 2);
    }

    void aSavedGatewayIsFoundAgainByItsMacWhenTheScanHasEnded()
    {
        Registry registry;
        registry.absorb(entry(here, {}, macA));
        const QString id = only(registry).id;
        registry.absorb(sighting(there, {}, macA));
        const Changes changes = registry.absorb(ScanEnd());
        QCOMPARE(changes.merged.size(), 1);
        QCOMPARE(changes.merged.constFirst().into, id);
        QCOMPARE(only(registry).host(), there);
    }

    void aRepeatersMacFindsNobodyAgain()
    {
        Registry registry;
        registry.absorb(entry(here, {}, macA));
        registry.absorb(sighting(there, {}, macA));
        registry.absorb(sighting(u"10.0.0.3"_s, {}, macA));
        registry.absorb(ScanEnd());
        QCOMPARE(registry.gateways().size(), 3);
    }

    void aNameAndItsAddressAreOnePlace()
    {
        Registry registry;
        registry.absorb(entry(u"gw.local"_s));
        const QString id = only(registry).id;
        registry.absorb(sighting(here));
        QCOMPARE(registry.gateways().size(), 2);
        const Changes changes = registry.absorb(Resolved{u"GW.local"_s, here});
        QCOMPARE(changes.merged.size(), 1);
        QCOMPARE(only(registry).id, id);
        QCOMPARE(only(registry).host(), here);
        QCOMPARE(only(registry).places.size(), 1);

        Registry asked;
        asked.absorb(entry(u"gw.local"_s));
        asked.absorb(sighting(here));
        Sighting byName = sighting(here);
        byName.place.name = u"gw.local"_s;
        asked.absorb(byName);
        QCOMPARE(only(asked).place().name, u"gw.local"_s);
        asked.absorb(ScanEnd{{here}});
        QCOMPARE(only(asked).host(), u"gw.local"_s); // not there: where it is looked for next
    }

    void oneSerialIsOneGatewayWithSeveralAddresses()
    {
        Registry registry;
        registry.absorb(sighting(here, u"A"_s));
        Sighting wired = sighting(there, u"A"_s);
        wired.place.recommended = true;
        const Changes changes = registry.absorb(wired);
        QVERIFY(changes.merged.isEmpty() && changes.added.isEmpty()); // never seen as another
        QCOMPARE(only(registry).places.size(), 2);
        QCOMPARE(only(registry).host(), there);
        registry.absorb(signIn(only(registry).id, here, u"A"_s));
        QCOMPARE(only(registry).host(), here); // where somebody is signed in it stays
        registry.absorb(ScanEnd{{here}});
        QCOMPARE(only(registry).host(), there);
    }

    void aSignInToAnotherGatewayIsThatOnes()
    {
        Registry registry;
        registry.absorb(entry(here, u"A"_s));
        const QString id = only(registry).id;
        registry.absorb(sighting(here));
        const Changes changes = registry.absorb(signIn(id, here, u"B"_s));
        QCOMPARE(changes.displaced.size(), 1);
        const Gateway *const other = registry.find(changes.displaced.constFirst().by);
        QCOMPARE(other->serial, u"B"_s);
        QCOMPARE(other->way.username, u"admin"_s);
        QVERIFY(other->saved);
        QVERIFY(registry.find(id)->saved);
        QVERIFY(registry.find(id)->way.username.isEmpty());
    }

    void theSignInsSerialStandsAgainstModbus()
    {
        Registry registry;
        registry.absorb(sighting(here));
        const QString id = only(registry).id;
        registry.absorb(signIn(id, here, u"A"_s));
        ModbusAnswer other = answer(id, here, u"B"_s);
        other.model = u"Another model"_s;
        registry.absorb(other);
        registry.absorb(sighting(here, u"B"_s));
        QCOMPARE(only(registry).serial, u"A"_s);
        QCOMPARE(only(registry).modbusSerial, u"B"_s);
        QCOMPARE(only(registry).model, QString());
        QCOMPARE(only(registry).modbus(), ServiceState::Answers);
    }

    void theDemoIsNobodyElse()
    {
        Registry registry;
        registry.absorb(sighting(u"127.0.0.1"_s, u"A"_s));
        Added added{u"127.0.0.1"_s, 1, 2, true};
        const QString demo = registry.absorb(added).added.constFirst();
        Sighting seen = sighting(u"127.0.0.1"_s, u"A"_s);
        seen.of = demo;
        registry.absorb(seen);
        registry.absorb(ScanEnd{{u"127.0.0.1"_s}});
        QCOMPARE(registry.gateways().size(), 2);
        QVERIFY(registry.find(demo)->isSeen());
        registry.absorb(signIn(demo, u"127.0.0.1"_s, u"A"_s));
        QCOMPARE(registry.gateways().size(), 2);
        QVERIFY(!registry.find(demo)->saved);
        QCOMPARE(registry.remove(demo).removed, QStringList{demo});
    }

    // --- what was seen of it

    void theNewestEvidenceOfAPortCounts()
    {
        Registry registry;
        Sighting closed = sighting(here);
        closed.place.webSocket.state = ServiceState::Closed;
        closed.place.vendorMac = true;
        registry.absorb(closed);
        SignIn done = signIn(only(registry).id, here, u"A"_s);
        done.port = 8443;
        done.way.webSocketPort = 8443;
        registry.absorb(done);
        QCOMPARE(only(registry).place().webSocket, (PortEvidence{8443, ServiceState::Handshake, minute(2)}));
        closed.at = minute(3); // a rescan looks at the usual port, not at the gateway's
        registry.absorb(closed);
        QCOMPARE(only(registry).place().webSocket.state, ServiceState::Handshake);
    }

    void aClockThatWasSetBackDoesNotMakeTheNewestEvidenceOld()
    {
        Registry registry;
        Sighting before = sighting(here, u"A"_s);
        before.place.vendorMac = true;
        before.at = minute(50);
        registry.absorb(before);
        ModbusAnswer closed = answer(only(registry).id, here, {});
        closed.port = {502, ServiceState::Closed, minute(20)};
        registry.absorb(closed);
        QCOMPARE(only(registry).modbus(), ServiceState::Closed);
        QCOMPARE(only(registry).lastSeen, minute(20)); // later than that was never
        registry.absorb(reading(only(registry).id, here, true, 21));
        QCOMPARE(only(registry).lastSeen, minute(21));
    }

    void anOpenPortThatWasNotAskedTakesNothingBack()
    {
        Registry registry;
        registry.absorb(sighting(here, u"A"_s));
        Sighting again = unsettled(sighting(here));
        again.place.webSocket.state = ServiceState::Open;
        again.place.modbus.state = ServiceState::Open;
        again.at = minute(5);
        registry.absorb(again);
        QCOMPARE(only(registry).place().webSocket.state, ServiceState::Handshake);
        QCOMPARE(only(registry).modbus(), ServiceState::Answers);
        again.place.settled = true;
        registry.absorb(again);
        QCOMPARE(only(registry).place().webSocket.state, ServiceState::Open); // the handshake was tried
        QCOMPARE(only(registry).modbus(), ServiceState::Answers);
    }

    void anotherPortHasNotBeenTested()
    {
        Registry registry;
        registry.absorb(sighting(here));
        QCOMPARE(only(registry).modbus(), ServiceState::Closed);
        SettingRead read = reading(only(registry).id, here, true);
        read.port = quint16(1502);
        registry.absorb(read);
        QCOMPARE(only(registry).modbusPort(), quint16(1502));
        QCOMPARE(only(registry).modbus(), ServiceState::NotTested);
    }

    void aDoubtLastsUntilTheNextReading()
    {
        Registry registry;
        registry.absorb(sighting(here, u"A"_s));
        const QString id = only(registry).id;
        registry.absorb(reading(id, here, false));
        registry.absorb(SettingDoubt{id});
        QVERIFY(only(registry).doubtful);
        QCOMPARE(only(registry).modbus(), ServiceState::NotTested);
        registry.absorb(reading(id, here, true));
        QVERIFY(!only(registry).doubtful);
        QVERIFY(registry.absorb(SettingDoubt{u"nobody"_s}).isEmpty());
    }

    void whatItWasBeforeIsKeptUntilTheUserChangesIt()
    {
        Registry registry;
        Gateway saved = entry(here, u"A"_s);
        saved.before = SettingEvidence{true, quint16(502), u"SPC114"_s, minute(0)};
        registry.absorb(saved);
        const QString id = only(registry).id;
        registry.absorb(reading(id, here, false));
        QVERIFY(only(registry).before && only(registry).before->on);
        QCOMPARE(only(registry).before->firmware, u"SPC114"_s);
        registry.absorb(reading(id, here, true, 4));
        QVERIFY(!only(registry).before);
    }

    void unitsThatWereFoundStayFound()
    {
        Registry registry;
        registry.absorb(sighting(here));
        const QString id = only(registry).id;
        const auto ids = [&] {
            QList<int> found;
            for (const FoundUnit &unit : only(registry).units)
                found += unit.id;
            return found;
        };
        ModbusAnswer sweep = answer(id, here, u"A"_s, {2, 1});
        sweep.units[0].isAcCharger = true;
        sweep.allUnitsAsked = true;
        registry.absorb(sweep);
        registry.absorb(answer(id, here, u"A"_s, {2}));
        registry.absorb(signIn(id, here, u"A"_s));
        registry.absorb(answer(id, here, {}));
        QCOMPARE(ids(), (QList<int>{1, 2}));
        QVERIFY(only(registry).units.at(1).isAcCharger);
        ModbusAnswer complete = answer(id, here, u"A"_s, {1});
        complete.allUnitsAsked = true;
        registry.absorb(complete);
        QCOMPARE(ids(), QList<int>{1});
    }

    void aHostThatDoesNotAnswerKeepsWhatItWas()
    {
        Registry registry;
        registry.absorb(Added{here, 8080, 502, false});
        registry.absorb(NoAnswer{{}, here, {8080}, false});
        QVERIFY(!only(registry).isSeen());
        QCOMPARE(only(registry).place().refusedPorts, QList<quint16>{8080});
        registry.absorb(sighting(here, u"A"_s));
        QVERIFY(only(registry).place().refusedPorts.isEmpty());
        registry.absorb(NoAnswer{{}, here, {}, false});
        QVERIFY(!only(registry).isSeen());
        QCOMPARE(only(registry).serial, u"A"_s);
        QCOMPARE(only(registry).modbus(), ServiceState::NotTested);
    }

    void thatNobodyHasTheAddressIsKnownUntilSomebodyAnswers()
    {
        Registry registry;
        registry.absorb(Added{here, 8080, 502, false});
        registry.absorb(NoAnswer{{}, here, {8080}, false, true});
        QVERIFY(!only(registry).place().noDevice); // somebody has refused
        const Changes changes = registry.absorb(NoAnswer{{}, here, {}, false, true});
        QVERIFY(only(registry).place().noDevice);
        QVERIFY(changes.changed.value(only(registry).id).testFlag(Aspect::Place));
        registry.absorb(sighting(here, u"A"_s));
        QVERIFY(!only(registry).place().noDevice);
    }

    // --- saved entries

    void anImportedEntryIsAddedToTheSameDevice()
    {
        Registry registry;
        registry.absorb(sighting(there, u"A"_s));
        Gateway saved = entry(here, u"A"_s);
        saved.name = u"Roof"_s;
        saved.way.tls = true;
        const Changes changes = registry.absorb(saved);
        QVERIFY(changes.changed.value(only(registry).id).testFlag(Aspect::Keeping));
        QCOMPARE(only(registry).name, u"Roof"_s);
        QCOMPARE(only(registry).host(), there); // it was seen there
        QVERIFY(only(registry).way.tls && only(registry).saved);
    }

    void anIdOutlivesAnotherRun()
    {
        Registry registry;
        Gateway saved = entry(here, u"A"_s);
        saved.id = u"seven"_s;
        registry.absorb(saved);
        QCOMPARE(only(registry).id, u"seven"_s);
        saved.serial = u"B"_s;
        saved.places.first().address = there;
        registry.absorb(saved); // another device under the same id: another program has written it
        QCOMPARE(registry.gateways().size(), 2);
        QVERIFY(registry.gateways().at(1).id != u"seven"_s);
    }

    void whatIsForgottenIsSavedAgainOnlyByASignInOrAnImport()
    {
        Registry registry;
        registry.absorb(sighting(here, u"A"_s));
        const QString id = only(registry).id;
        registry.absorb(signIn(id, here, u"A"_s));
        registry.rename(id, u"Roof"_s);
        registry.forget(id);
        QVERIFY(!only(registry).saved && only(registry).name.isEmpty()
                && only(registry).way.username.isEmpty());
        registry.absorb(reading(id, here, true));
        registry.absorb(answer(id, here, u"A"_s));
        registry.absorb(sighting(here, u"A"_s));
        QVERIFY(!only(registry).saved);
        registry.absorb(signIn(id, here, u"A"_s));
        QVERIFY(only(registry).saved);
        registry.forget(id);
        registry.absorb(entry(here, u"A"_s));
        QVERIFY(only(registry).saved);
    }

    void whatTheUserWantsKeptIsSavedWithoutASignIn()
    {
        Registry registry;
        registry.absorb(sighting(here, u"A"_s));
        const QString id = only(registry).id;
        QVERIFY(!only(registry).saved);
        QVERIFY(registry.keep(id).changed.contains(id));
        QVERIFY(only(registry).saved);
        registry.forget(id);
        registry.keep(id);
        QVERIFY(only(registry).saved && !only(registry).forgotten);
    }
};

QTEST_GUILESS_MAIN(RegistryTest)
#include "tst_registry.moc"
