#include "simulator/plantmodel.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Sigen {

namespace {

constexpr qint64 daySeconds = 86400;
constexpr qint64 stepSeconds = 60;
constexpr qint64 fullWattSeconds = qint64(PlantModel::batteryWattHours) * 3600;
constexpr qint64 emptyWattSeconds = fullWattSeconds * PlantModel::minimumChargePermille / 1000;
// The battery's charge depends on the days before; it is full or empty once a day, and then no longer does.
constexpr qint64 daysBefore = 2;

quint64 scrambled(quint64 value)
{
    value += 0x9E3779B97F4A7C15u;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
    return value ^ (value >> 31);
}

/// 0…1, the same for the same numbers.
double unitHash(quint32 seed, quint32 channel, qint64 index)
{
    const quint64 key = (quint64(seed) << 32) ^ (quint64(channel) << 56) ^ static_cast<quint64>(index);
    return double(scrambled(key) >> 11) / double(quint64(1) << 53);
}

double hump(double hour, double centre, double width)
{
    const double distance = (hour - centre) / width;
    return std::exp(-distance * distance);
}

/// What the battery takes (> 0) or gives (< 0) of a surplus during one step without passing its limits.
int batteryWatts(qint64 storedWattSeconds, int surplusWatts)
{
    const qint64 room = (fullWattSeconds - storedWattSeconds) / stepSeconds;
    const qint64 reserve = (storedWattSeconds - emptyWattSeconds) / stepSeconds;
    const qint64 limit = PlantModel::maximumBatteryWatts;
    return static_cast<int>(
        std::clamp<qint64>(surplusWatts, -std::min(limit, reserve), std::min(limit, room)));
}

} // namespace

PlantModel::PlantModel(quint32 seed, int timeZoneMinutes, Sun sun)
    : m_seed(seed)
    , m_timeZoneSeconds(timeZoneMinutes * 60)
    , m_sun(sun)
{ }

double PlantModel::noise(quint32 channel, qint64 seconds, int period) const
{
    const qint64 index = seconds / period;
    const double part = double(seconds % period) / period;
    const double weight = part * part * (3 - 2 * part);
    return unitHash(m_seed, channel, index) * (1 - weight) + unitHash(m_seed, channel, index + 1) * weight;
}

int PlantModel::pvWatts(qint64 localSeconds) const
{
    constexpr double sunrise = 6.25;
    constexpr double sunset = 19.75;
    double hour = double(localSeconds % daySeconds) / 3600;
    if (m_sun == Sun::Always) {
        constexpr double noon = 13;
        constexpr double swing = 3.5; // hours before and after
        hour = noon + swing * std::sin(std::numbers::pi * hour / 12);
    }
    if (hour <= sunrise || hour >= sunset)
        return 0;
    const double clear = std::pow(std::sin(std::numbers::pi * (hour - sunrise) / (sunset - sunrise)), 1.6);
    const double dayClouds = 0.35 * unitHash(m_seed, 1, localSeconds / daySeconds);
    const double clouds = dayClouds + 0.45 * noise(2, localSeconds, 1500) * noise(3, localSeconds, 240);
    return static_cast<int>(pvPeakWatts * clear * (1 - clouds));
}

int PlantModel::loadWatts(qint64 localSeconds) const
{
    const double hour = double(localSeconds % daySeconds) / 3600;
    const double habits =
        280 + 900 * hump(hour, 7.4, 1.1) + 450 * hump(hour, 12.7, 1.3) + 1500 * hump(hour, 19.2, 2.0);
    const double flicker = 220 * noise(4, localSeconds, 300) + 40 * noise(5, localSeconds, 7);
    constexpr int applianceSeconds = 1200;
    const bool applianceRuns =
        hour > 6 && hour < 23 && unitHash(m_seed, 6, localSeconds / applianceSeconds) > 0.88;
    return static_cast<int>(habits + flicker + (applianceRuns ? 1900 : 0));
}

void PlantModel::advance(Sums &sums, qint64 until) const
{
    while (sums.until < until) {
        const qint64 seconds = std::min(stepSeconds, until - sums.until);
        const qint64 local = sums.until + m_timeZoneSeconds;
        const int pv = pvWatts(local);
        const int load = loadWatts(local);
        sums.batteryWattSeconds += batteryWatts(sums.batteryWattSeconds, pv - load) * seconds;
        sums.pvWattSeconds += pv * seconds;
        sums.loadWattSeconds += load * seconds;
        sums.until += seconds;
        if ((local + seconds) % daySeconds == 0) { // "today" begins
            sums.pvWattSeconds = 0;
            sums.loadWattSeconds = 0;
        }
    }
}

PlantValues PlantModel::at(qint64 epochSeconds) const
{
    const qint64 local = epochSeconds + m_timeZoneSeconds;
    const qint64 midnight = local - local % daySeconds - m_timeZoneSeconds;
    const qint64 fullMinute = local - local % stepSeconds - m_timeZoneSeconds;
    if (m_lastSums.until < midnight || m_lastSums.until > fullMinute) {
        m_lastSums = Sums();
        m_lastSums.until = midnight - daysBefore * daySeconds;
        m_lastSums.batteryWattSeconds = fullWattSeconds / 2;
    }
    advance(m_lastSums, fullMinute);
    Sums sums = m_lastSums;
    advance(sums, epochSeconds);

    PlantValues values;
    values.epochSeconds = epochSeconds;
    values.timeZoneMinutes = m_timeZoneSeconds / 60;
    values.pvWatts = pvWatts(local);
    values.loadWatts = loadWatts(local);
    values.batteryWatts = batteryWatts(sums.batteryWattSeconds, values.pvWatts - values.loadWatts);
    values.gridWatts = values.loadWatts + values.batteryWatts - values.pvWatts;
    values.stateOfChargePermille = static_cast<int>(sums.batteryWattSeconds * 1000 / fullWattSeconds);
    values.pvTodayKwh = double(sums.pvWattSeconds) / 3.6e6;
    values.loadTodayKwh = double(sums.loadWattSeconds) / 3.6e6;
    return values;
}

} // namespace Sigen
