#include "simulator/simulatedplant.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 noon = 1782039600; // a day in June 2026, 11:00 UTC

SimulatedPlant plant(const ActiveFaults &faults = {})
{
    return SimulatedPlant(PlantModel(1, 120), u"110A1234567890"_s, faults);
}

RegisterImage imageOf(int unit, const ActiveFaults &faults = {})
{
    return plant(faults).image(unit, noon).value_or(RegisterImage());
}

/// As the register table decodes it; empty when the unit lacks it.
QVariant value(const RegisterImage &image, const char *key)
{
    const RegisterDefinition *definition = RegisterTable::builtIn().find(QString::fromLatin1(key));
    if (!image.contains(definition->address))
        return {};
    RegisterBlock block{definition->address, {}};
    for (int i = 0; i < definition->count; ++i)
        block.words.append(image.value(static_cast<quint16>(definition->address + i), 0xFFFF));
    return decodeRegister(*definition, block).value_or(QVariant());
}

QString ascii(const RegisterImage &image, quint16 address, int count)
{
    QString text;
    for (int i = 0; i < count; ++i) {
        const quint16 word = image.value(static_cast<quint16>(address + i));
        text += QChar(word >> 8);
        text += QChar(word & 0xFF);
    }
    return text.left(text.indexOf(QChar(u'\0')));
}

} // namespace

class TestSimulatedPlant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlantRegisterOfTheTableIsServed();
    void plantValuesAreTheModelsAndBalance();
    void inverterTellsWhoItIs();
    void longSerialIsCut();
    void inverterHasNoChargers();
    void acChargerIsAtUnitTwo();
    void otherUnitsDoNotExist();
    void serialDiffers();
    void unitsDiffer();
    void unitsNone();
    void oldFirmwareLacksWhatIsNewer();
    void implausibleValuesAre();
    void alarmsAreRaised();
    void gridSensorIsMissing();
    void plantIsOffGrid();
    void lookalikesHaveNoPlant();
    void chargerMayComeFirst();
    void everyUnitMayBeTheSame();
    void oneWordMayBeOdd();
};

void TestSimulatedPlant::everyPlantRegisterOfTheTableIsServed()
{
    const RegisterImage image = imageOf(247);
    const QList<RegisterDefinition> definitions = RegisterTable::builtIn().definitions(RegisterScope::Plant);
    QVERIFY(definitions.size() > 20);
    for (const RegisterDefinition &definition : definitions)
        QVERIFY2(value(image, qPrintable(definition.key)).isValid(), qPrintable(definition.key));
}

void TestSimulatedPlant::plantValuesAreTheModelsAndBalance()
{
    const PlantValues expected = PlantModel(1, 120).at(noon);
    const RegisterImage image = imageOf(247);
    QCOMPARE(value(image, "systemTime").toLongLong(), noon);
    QCOMPARE(value(image, "timeZone").toInt(), 120);
    QCOMPARE(value(image, "runningState").toInt(), 1);
    QCOMPARE(value(image, "gridSensorConnected").toInt(), 1);
    QCOMPARE(value(image, "onOffGrid").toInt(), 0);
    QCOMPARE(value(image, "pvPower").toDouble(), expected.pvWatts / 1000.0);
    QCOMPARE(value(image, "batterySoc").toDouble(), expected.stateOfChargePermille / 10.0);
    const auto watts = [&image](const char *key) { return qRound(value(image, key).toDouble() * 1000); };
    QVERIFY(watts("pvPower") > 0);
    QCOMPARE(watts("gridPower") + watts("pvPower"), watts("loadPower") + watts("batteryPower"));
    QCOMPARE(watts("plantPower"), watts("pvPower") - watts("batteryPower"));
}

void TestSimulatedPlant::inverterTellsWhoItIs()
{
    const RegisterImage image = imageOf(1);
    QCOMPARE(value(image, "model").toString(), u"SigenStor EC 10.0 TP"_s);
    QCOMPARE(value(image, "serial").toString(), u"110A1234567890"_s);
    QCOMPARE(value(image, "firmware").toString(), u"V100R001C00SPC115"_s);
    QCOMPARE(value(image, "deviceRatedPower").toDouble(), 10.0);
    QCOMPARE(value(image, "deviceRunningState").toInt(), 1);
    QCOMPARE(value(image, "devicePvPower"), value(imageOf(247), "pvPower"));
    QVERIFY(!value(image, "runningState").isValid());
}

void TestSimulatedPlant::longSerialIsCut()
{
    const SimulatedPlant longNamed(PlantModel(1, 0), QString(40, u'S'), {});
    QCOMPARE(value(*longNamed.image(1, noon), "serial").toString(), QString(20, u'S'));
    QCOMPARE(value(*longNamed.image(1, noon), "firmware").toString(), u"V100R001C00SPC115"_s);
}

void TestSimulatedPlant::inverterHasNoChargers()
{
    QVERIFY(!value(imageOf(1), "dcCharger").isValid());
    QVERIFY(!value(imageOf(1), "acCharger").isValid());
}

void TestSimulatedPlant::acChargerIsAtUnitTwo()
{
    QVERIFY(value(imageOf(2), "acCharger").isValid());
    QVERIFY(!value(imageOf(2), "model").isValid());
}

void TestSimulatedPlant::otherUnitsDoNotExist()
{
    for (const int unit : {0, 3, 100, 246, 248, 255})
        QVERIFY(!plant().image(unit, noon));
}

void TestSimulatedPlant::serialDiffers()
{
    QVERIFY(value(imageOf(1, {Fault::SerialDiffers}), "serial").toString() != u"110A1234567890"_s);
}

void TestSimulatedPlant::unitsDiffer()
{
    QVERIFY(!plant({Fault::UnitsDiffer}).image(1, noon));
    QVERIFY(!plant({Fault::UnitsDiffer}).image(2, noon));
    QCOMPARE(value(imageOf(3, {Fault::UnitsDiffer}), "model").toString(), u"SigenStor EC 10.0 TP"_s);
}

void TestSimulatedPlant::unitsNone()
{
    QVERIFY(!plant({Fault::UnitsNone}).image(1, noon));
    QVERIFY(plant({Fault::UnitsNone}).image(247, noon));
}

void TestSimulatedPlant::oldFirmwareLacksWhatIsNewer()
{
    const RegisterImage image = imageOf(247, {Fault::OldFirmware});
    for (const char *key : {"batterySoh", "loadToday", "thirdPartyPower", "pvToday", "loadPower"})
        QVERIFY2(!value(image, key).isValid(), key);
    for (const char *key : {"systemTime", "batterySoc", "runningState"})
        QVERIFY2(value(image, key).isValid(), key);
}

void TestSimulatedPlant::implausibleValuesAre()
{
    const RegisterImage image = imageOf(247, {Fault::ImplausibleValues});
    QVERIFY(value(image, "systemTime").toLongLong() < 1640995200); // 2022
    QVERIFY(value(image, "timeZone").toInt() > 840);
    QVERIFY(value(image, "batterySoc").toDouble() > 100);
}

void TestSimulatedPlant::alarmsAreRaised()
{
    const RegisterImage image = imageOf(247, {Fault::PlantAlarms});
    QCOMPARE(value(image, "runningState").toInt(), 2);
    const RegisterDefinition *pcs = RegisterTable::builtIn().find(u"alarmsPcs1"_s);
    QCOMPARE(alarmTexts(*pcs, image.value(pcs->address)).size(), qsizetype(2));
}

void TestSimulatedPlant::gridSensorIsMissing()
{
    const RegisterImage image = imageOf(247, {Fault::NoGridSensor});
    QCOMPARE(value(image, "gridSensorConnected").toInt(), 0);
    QCOMPARE(value(image, "gridPower").toDouble(), 0.0);
}

void TestSimulatedPlant::plantIsOffGrid()
{
    QCOMPARE(value(imageOf(247, {Fault::OffGrid}), "onOffGrid").toInt(), 1);
}

void TestSimulatedPlant::lookalikesHaveNoPlant()
{
    QCOMPARE(ascii(imageOf(247, {Fault::LookalikeHuawei}), 30000, 15), u"SUN2000-10KTL-M1"_s);
    QCOMPARE(ascii(imageOf(1, {Fault::LookalikeShelly}), 30000, 6), u"34987A67D9E4"_s);
    QVERIFY(!value(imageOf(247, {Fault::LookalikeHuawei}), "runningState").isValid());
}

void TestSimulatedPlant::chargerMayComeFirst()
{
    for (const Fault fault : {Fault::ChargerFirst, Fault::ChargerFirstZeros}) {
        QVERIFY(value(imageOf(1, {fault}), "acCharger").isValid());
        QVERIFY(!value(imageOf(1, {fault}), "model").isValid());
        QCOMPARE(imageOf(1, {fault}).contains(30500), fault == Fault::ChargerFirstZeros);
        QCOMPARE(value(imageOf(2, {fault}), "model").toString(), u"SigenStor EC 10.0 TP"_s);
        QVERIFY(!plant({fault}).image(3, noon));
    }
}

void TestSimulatedPlant::everyUnitMayBeTheSame()
{
    for (const int unit : {1, 2, 100, 246})
        QCOMPARE(value(imageOf(unit, {Fault::UnitsAlike}), "serial").toString(), u"110A1234567890"_s);
    QVERIFY(value(imageOf(247, {Fault::UnitsAlike}), "runningState").isValid());
}

void TestSimulatedPlant::oneWordMayBeOdd()
{
    QVERIFY(value(imageOf(247, {Fault::Clock1970}), "systemTime").toLongLong() < 86400);
    QVERIFY(!value(imageOf(247, {Fault::SensorUnavailable}), "gridSensorConnected").isValid());
    QVERIFY(!value(imageOf(247, {Fault::GridStateUnavailable}), "onOffGrid").isValid());
    QCOMPARE(value(imageOf(247, {Fault::SocOver}), "batterySoc").toDouble(), 100.2);
    QCOMPARE(value(imageOf(247, {Fault::StateUnknown}), "runningState").toInt(), 5);
    QCOMPARE(ascii(imageOf(247, {Fault::LookalikeFoxEss}), 30000, 16), u"H3-10.0-E"_s);
    QCOMPARE(ascii(imageOf(1, {Fault::LookalikeGoodWe}), 30004, 8), u"95027DTS123W4567"_s);
    QCOMPARE(imageOf(9, {Fault::PlcZeros}).value(30500, 1), quint16(0));
}

QTEST_GUILESS_MAIN(TestSimulatedPlant)
#include "tst_simulatedplant.moc"
