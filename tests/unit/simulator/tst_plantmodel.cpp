#include "simulator/plantmodel.h"

#include <QTest>

#include <cstdlib>

using namespace Sigen;

namespace {

constexpr int zoneMinutes = 60;
constexpr qint64 daySeconds = 86400;
constexpr qint64 someDay = 1781992800; // in June 2026
/// Local midnight in the model's own time zone.
constexpr qint64 localMidnight = someDay - (someDay + zoneMinutes * 60) % daySeconds;
constexpr quint32 seed = 7;

} // namespace

class TestPlantModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void powersBalanceOverAWeek();
    void valuesArePlausibleOverAWeek();
    void sameSecondAlwaysHasTheSameValues();
    void stateOfChargeFollowsTheBatteryPower();
    void chargeRunsOnOverMidnight();
    void energiesOfTodayStartAtLocalMidnight();
    void sunShinesByDayOnly();
    void sunShinesAtAnyHourWhereItIsAsked();
    void batteryIsUsed();
    void seedsMakeDifferentPlants();
};

void TestPlantModel::powersBalanceOverAWeek()
{
    const PlantModel model(seed, zoneMinutes);
    for (qint64 second = 0; second < 7 * daySeconds; second += 97) {
        const PlantValues values = model.at(localMidnight + second);
        QCOMPARE(values.gridWatts + values.pvWatts, values.loadWatts + values.batteryWatts);
    }
}

void TestPlantModel::valuesArePlausibleOverAWeek()
{
    const PlantModel model(seed, zoneMinutes);
    for (qint64 second = 0; second < 7 * daySeconds; second += 97) {
        const PlantValues values = model.at(localMidnight + second);
        QVERIFY(values.pvWatts >= 0 && values.pvWatts <= PlantModel::pvPeakWatts);
        QVERIFY(values.loadWatts >= 200 && values.loadWatts <= 6000);
        QVERIFY(std::abs(values.batteryWatts) <= PlantModel::maximumBatteryWatts);
        QVERIFY(values.stateOfChargePermille >= PlantModel::minimumChargePermille);
        QVERIFY(values.stateOfChargePermille <= 1000);
        // What the inverter passes on to house and grid.
        QVERIFY(std::abs(values.pvWatts - values.batteryWatts) <= PlantModel::ratedWatts);
        QCOMPARE(values.epochSeconds, localMidnight + second);
        QCOMPARE(values.timeZoneMinutes, zoneMinutes);
    }
}

void TestPlantModel::sameSecondAlwaysHasTheSameValues()
{
    const PlantModel forwards(seed, zoneMinutes);
    for (qint64 second = 0; second < 3 * daySeconds; second += 3001) {
        const PlantModel fresh(seed, zoneMinutes);
        QCOMPARE(forwards.at(localMidnight + second), fresh.at(localMidnight + second));
    }
    const PlantModel backwards(seed, zoneMinutes);
    for (qint64 second = 3 * daySeconds; second >= 0; second -= 30011)
        QCOMPARE(backwards.at(localMidnight + second),
                 PlantModel(seed, zoneMinutes).at(localMidnight + second));
}

void TestPlantModel::stateOfChargeFollowsTheBatteryPower()
{
    const PlantModel model(seed, zoneMinutes);
    double wattHours = 0;
    const double before = model.at(localMidnight).stateOfChargePermille;
    for (qint64 second = 0; second < daySeconds; second += 60) {
        wattHours += model.at(localMidnight + second).batteryWatts / 60.0;
        const double charged = wattHours / PlantModel::batteryWattHours * 1000;
        const double after = model.at(localMidnight + second + 60).stateOfChargePermille;
        QVERIFY2(std::abs(before + charged - after) <= 2, qPrintable(QString::number(second)));
    }
}

void TestPlantModel::chargeRunsOnOverMidnight()
{
    for (quint32 plant = 0; plant < 20; ++plant) {
        const PlantModel model(plant, zoneMinutes);
        for (int day = 1; day <= 5; ++day) {
            const qint64 at = localMidnight + day * daySeconds;
            const int step = model.at(at).stateOfChargePermille - model.at(at - 1).stateOfChargePermille;
            QVERIFY(std::abs(step) <= 1);
        }
    }
}

void TestPlantModel::energiesOfTodayStartAtLocalMidnight()
{
    const PlantModel model(seed, zoneMinutes);
    QCOMPARE(model.at(localMidnight).loadTodayKwh, 0.0);
    QCOMPARE(model.at(localMidnight).pvTodayKwh, 0.0);
    double previous = 0;
    for (qint64 second = 0; second < daySeconds; second += 600) {
        const double load = model.at(localMidnight + second).loadTodayKwh;
        QVERIFY(load >= previous);
        previous = load;
    }
    const PlantValues evening = model.at(localMidnight + daySeconds - 1);
    QVERIFY(evening.pvTodayKwh > 15 && evening.pvTodayKwh < 80);
    QVERIFY(evening.loadTodayKwh > 8 && evening.loadTodayKwh < 50);
}

void TestPlantModel::sunShinesByDayOnly()
{
    const PlantModel model(seed, zoneMinutes);
    QCOMPARE(model.at(localMidnight + 3 * 3600).pvWatts, 0);
    QCOMPARE(model.at(localMidnight + 23 * 3600).pvWatts, 0);
    QVERIFY(model.at(localMidnight + 13 * 3600).pvWatts > 1500);
}

void TestPlantModel::sunShinesAtAnyHourWhereItIsAsked()
{
    const PlantModel model(seed, zoneMinutes, PlantModel::Sun::Always);
    for (qint64 second = 0; second < 3 * daySeconds; second += 600) {
        const PlantValues values = model.at(localMidnight + second);
        QVERIFY2(values.pvWatts > 500, qPrintable(QString::number(second)));
        QVERIFY(values.pvWatts <= PlantModel::pvPeakWatts);
        QCOMPARE(values.gridWatts + values.pvWatts, values.loadWatts + values.batteryWatts);
    }
}

void TestPlantModel::batteryIsUsed()
{
    const PlantModel model(seed, zoneMinutes);
    bool charges = false;
    bool discharges = false;
    bool exports = false;
    for (qint64 second = 0; second < daySeconds; second += 300) {
        const PlantValues values = model.at(localMidnight + second);
        charges = charges || values.batteryWatts > 500;
        discharges = discharges || values.batteryWatts < -200;
        exports = exports || values.gridWatts < -500;
    }
    QVERIFY(charges);
    QVERIFY(discharges);
    QVERIFY(exports);
}

void TestPlantModel::seedsMakeDifferentPlants()
{
    const qint64 noon = localMidnight + 12 * 3600;
    QVERIFY(PlantModel(1, zoneMinutes).at(noon) != PlantModel(2, zoneMinutes).at(noon));
}

QTEST_GUILESS_MAIN(TestPlantModel)
#include "tst_plantmodel.moc"
