// The one rule for "the same device", row by row.

#include "registry/samedevice.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString macA = u"0c:47:a9:91:22:33"_s;
const QString macB = u"0c:47:a9:91:44:55"_s;

Gateway at(const QString &address, const QString &serial = {}, const QString &mac = {},
           SerialSource from = SerialSource::Modbus)
{
    Place place;
    place.address = address;
    place.mac = mac;
    Gateway gateway;
    gateway.places = {place};
    gateway.serial = serial;
    gateway.serialFrom = serial.isEmpty() ? SerialSource::None : from;
    return gateway;
}

Gateway named(const QString &name, const QString &address = {})
{
    Gateway gateway = at(address);
    gateway.places.first().name = name;
    return gateway;
}

Gateway seen(Gateway gateway, bool ownMac = false)
{
    gateway.places.first().seen = true;
    gateway.places.first().ownMac = ownMac;
    return gateway;
}

Gateway displaced(Gateway gateway)
{
    gateway.places.first().displaced = true;
    return gateway;
}

Gateway demo(Gateway gateway)
{
    gateway.demo = true;
    return gateway;
}

Gateway withModbusSerial(Gateway gateway, const QString &serial)
{
    gateway.modbusSerial = serial;
    return gateway;
}

} // namespace

class SameDeviceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRuleForAll_data()
    {
        QTest::addColumn<Gateway>("one");
        QTest::addColumn<Gateway>("other");
        QTest::addColumn<Sameness>("expected");
        const QString here = u"10.0.0.1"_s;
        const QString there = u"10.0.0.2"_s;
        const auto signedIn = SerialSource::SignIn;
        const auto saved = SerialSource::Saved;
        const auto same = Sameness::Same;
        const auto different = Sameness::Different;
        const auto unknown = Sameness::NoEvidence;

        QTest::newRow("nothing in common") << at(here) << at(there) << unknown;
        QTest::newRow("same address") << at(here) << at(here) << same;
        QTest::newRow("same serial elsewhere") << at(here, u"A"_s) << at(there, u"A"_s) << same;
        QTest::newRow("same serial, new card") << at(here, u"A"_s, macA) << at(here, u"A"_s, macB) << same;
        QTest::newRow("another serial") << at(here, u"A"_s) << at(here, u"B"_s) << different;
        QTest::newRow("another serial, same MAC")
            << at(here, u"A"_s, macA) << at(here, u"B"_s, macA) << different;
        QTest::newRow("serial not reported now") << at(here, u"A"_s) << at(here) << same;
        QTest::newRow("MAC not known now") << at(here, {}, macA) << at(here) << same;
        QTest::newRow("MAC not known before") << at(here, u"A"_s) << at(here, {}, macA) << same;
        QTest::newRow("another MAC at the address") << at(here, {}, macA) << at(here, {}, macB) << different;
        QTest::newRow("another MAC elsewhere") << at(here, {}, macA) << at(there, {}, macB) << unknown;
        QTest::newRow("saved serial, another by Modbus")
            << at(here, u"A"_s, {}, saved) << at(here, u"B"_s) << different;
        QTest::newRow("signed in, another by Modbus")
            << at(here, u"A"_s, {}, signedIn) << at(here, u"B"_s) << same;
        QTest::newRow("signed in, another by Modbus elsewhere")
            << at(here, u"A"_s, {}, signedIn) << at(there, u"B"_s) << unknown;
        QTest::newRow("signed in, another by Modbus and MAC")
            << at(here, u"A"_s, macA, signedIn) << at(here, u"B"_s, macB) << different;
        QTest::newRow("another sign-in")
            << at(here, u"A"_s, {}, signedIn) << at(here, u"B"_s, {}, signedIn) << different;
        QTest::newRow("Modbus as it was before")
            << withModbusSerial(at(here, u"A"_s, {}, saved), u"B"_s) << at(here, u"B"_s) << same;
        QTest::newRow("that Modbus elsewhere")
            << withModbusSerial(at(here, u"A"_s, {}, saved), u"B"_s) << at(there, u"B"_s) << unknown;
        QTest::newRow("moved") << at(here, {}, macA) << seen(at(there, {}, macA), true) << same;
        QTest::newRow("moved, or a repeater's other host")
            << at(here, {}, macA) << seen(at(there, {}, macA)) << unknown;
        QTest::newRow("both seen behind a repeater")
            << seen(at(here, {}, macA)) << seen(at(there, {}, macA)) << unknown;
        QTest::newRow("name and its address") << named(u"gw.local"_s, here) << at(here) << same;
        QTest::newRow("same name in capitals") << named(u"gw"_s) << named(u"GW"_s, here) << same;
        QTest::newRow("name without an address") << named(u"gw"_s) << at(here) << unknown;
        QTest::newRow("displaced there") << displaced(at(here, {}, macA)) << at(here, {}, macB) << unknown;
        QTest::newRow("demo and a gateway") << demo(at(here, u"A"_s)) << at(here, u"A"_s) << different;
    }

    void oneRuleForAll()
    {
        QFETCH(const Gateway, one);
        QFETCH(const Gateway, other);
        QFETCH(const Sameness, expected);
        QCOMPARE(sameDevice(one, other), expected);
        QCOMPARE(sameDevice(other, one), expected);
    }
};

QTEST_GUILESS_MAIN(SameDeviceTest)
#include "tst_samedevice.moc"
