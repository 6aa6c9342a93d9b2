#include "modbus/identityrules.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace Sigen::IdentityRules {

using namespace Qt::Literals::StringLiterals;

// Offsets in the block that begins at 30000.
static constexpr qsizetype clockAt = 0;
static constexpr qsizetype zoneAt = 2;
static constexpr qsizetype sensorAt = 4;
static constexpr qsizetype gridStateAt = 9;
static constexpr qsizetype chargeAt = 14;

static constexpr quint16 notAvailable = 0xFFFF;

// 2022: before the vendor's first product; 2100: far enough. Zones from UTC-12:00 to UTC+14:00.
static constexpr quint32 earliestClock = 1640995200;
static constexpr quint32 latestClock = 4102444800;
static constexpr int westernmostZone = -720;
static constexpr int easternmostZone = 840;

QString implausibility(const QList<quint16> &head, quint16 runningState)
{
    if (head.size() < plantHead.count)
        return u"too few registers"_s;
    const quint32 clock = quint32(head.at(clockAt)) << 16 | head.at(clockAt + 1);
    if (clock < earliestClock || clock >= latestClock)
        return u"30000: system time %1 is not between 2022 and 2100"_s.arg(clock);
    const int zone = static_cast<qint16>(head.at(zoneAt));
    if (zone < westernmostZone || zone > easternmostZone)
        return u"30002: time zone %1 min does not exist"_s.arg(zone);
    if (head.at(sensorAt) > 1)
        return u"30004: grid sensor %1 is neither 0 nor 1"_s.arg(head.at(sensorAt));
    if (head.at(gridStateAt) > 2)
        return u"30009: grid state %1 is not 0, 1 or 2"_s.arg(head.at(gridStateAt));
    // A plant without a battery has no state of charge.
    if (head.at(chargeAt) > 1000 && head.at(chargeAt) != notAvailable)
        return u"30014: state of charge %1 is above 1000"_s.arg(head.at(chargeAt));
    static constexpr quint16 runningStates[] = {0, 1, 2, 3, 7};
    if (std::find(std::begin(runningStates), std::end(runningStates), runningState)
        == std::end(runningStates))
        return u"30051: running state %1 is unknown"_s.arg(runningState);
    return {};
}

bool isSigenergyModel(const QString &model)
{
    return model.startsWith("SigenStor"_L1, Qt::CaseInsensitive)
        || model.startsWith("Sigen "_L1, Qt::CaseInsensitive)
        || model.startsWith("PG Controller"_L1, Qt::CaseInsensitive);
}

bool isAvailable(const QList<quint16> &words)
{
    return std::any_of(words.cbegin(), words.cend(), [](quint16 word) { return word != notAvailable; });
}

static QString text(const RegisterBlock &block, quint16 address, int count)
{
    RegisterDefinition definition;
    definition.scope = RegisterScope::Device;
    definition.address = address;
    definition.count = count;
    definition.type = RegisterType::String;
    return decodeRegister(definition, block).value_or(QVariant()).toString();
}

DeviceIdentity deviceIdentity(UnitId unit, const QList<quint16> &words)
{
    const RegisterBlock block{deviceBlock.address, words};
    DeviceIdentity device;
    device.unit = unit.value();
    device.model = text(block, 30500, 15);
    device.serial = text(block, 30515, 10);
    device.firmware = text(block, 30525, 15);
    return device;
}

const QList<VersionMark> &versionMarks()
{
    static const QList<VersionMark> marks{
        {{30272, 2}, "V2.9"_L1}, {{30284, 2}, "V2.8"_L1}, {{30194, 2}, "V2.7"_L1},
        {{30092, 2}, "V2.6"_L1}, {{30087, 1}, "V2.5"_L1},
    };
    return marks;
}

} // namespace Sigen::IdentityRules
