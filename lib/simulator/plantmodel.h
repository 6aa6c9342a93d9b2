// A small plant: photovoltaics, a battery, a house and the grid, as a pure function of time.
//
// Deterministic for a seed: the same second always has the same values. Powers are whole watts, so that the
// balance grid + pv = load + battery holds exactly.
#pragma once

#include <QtGlobal>

namespace Sigen {

struct PlantValues
{
    qint64 epochSeconds = 0;
    int timeZoneMinutes = 0;
    int pvWatts = 0; ///< >= 0
    int loadWatts = 0; ///< > 0
    int batteryWatts = 0; ///< > 0 charging, < 0 discharging
    int gridWatts = 0; ///< > 0 import, < 0 export
    int stateOfChargePermille = 0; ///< 0–1000
    double pvTodayKwh = 0; ///< since local midnight
    double loadTodayKwh = 0;
    bool operator==(const PlantValues &) const = default;
};

class PlantModel
{
public:
    static constexpr int ratedWatts = 10000; ///< the inverter
    static constexpr int pvPeakWatts = 9600;
    static constexpr int maximumBatteryWatts = 6400; ///< charging and discharging
    static constexpr int batteryWattHours = 16120; ///< two packs of 8.06 kWh
    static constexpr int minimumChargePermille = 50; ///< what the battery keeps
    static constexpr double stateOfHealthPercent = 98.7;

    enum class Sun {
        ByDay,
        Always, ///< between a bright morning and a bright afternoon; for who tries the demo in the evening
    };

    PlantModel(quint32 seed, int timeZoneMinutes, Sun sun = Sun::ByDay);

    /// \a epochSeconds: seconds since 1970, UTC; not negative.
    PlantValues at(qint64 epochSeconds) const;

private:
    /// What the minutes up to now have added up to.
    struct Sums
    {
        qint64 until = 0; ///< epoch seconds
        qint64 batteryWattSeconds = 0;
        qint64 pvWattSeconds = 0;
        qint64 loadWattSeconds = 0;
    };

    int pvWatts(qint64 localSeconds) const;
    int loadWatts(qint64 localSeconds) const;
    void advance(Sums &sums, qint64 until) const;
    double noise(quint32 channel, qint64 seconds, int period) const;

    quint32 m_seed;
    int m_timeZoneSeconds;
    Sun m_sun;
    mutable Sums m_lastSums; ///< saves adding up the whole day again; has no influence on the result
};

} // namespace Sigen
