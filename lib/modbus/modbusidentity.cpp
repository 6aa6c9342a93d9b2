#include "modbus/modbusidentity.h"

#include "modbus/identityrules.h"

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QLatin1StringView modbusVerdictName(ModbusVerdict verdict)
{
    switch (verdict) {
    case ModbusVerdict::NotTested:
        return "not-tested"_L1;
    case ModbusVerdict::Answers:
        return "answers"_L1;
    case ModbusVerdict::Silent:
        return "silent"_L1;
    case ModbusVerdict::Late:
        return "late"_L1;
    case ModbusVerdict::Busy:
        return "busy"_L1;
    case ModbusVerdict::Odd:
        return "odd"_L1;
    case ModbusVerdict::Garbage:
        return "garbage"_L1;
    case ModbusVerdict::Closes:
        return "closes"_L1;
    case ModbusVerdict::Exception:
        return "exception"_L1;
    case ModbusVerdict::NotSigenergy:
        return "not-sigenergy"_L1;
    }
    return {};
}

ErrorCode modbusVerdictError(ModbusVerdict verdict)
{
    switch (verdict) {
    case ModbusVerdict::NotTested:
    case ModbusVerdict::Answers:
        return ErrorCode::None;
    case ModbusVerdict::Silent:
        return ErrorCode::ModbusSilent;
    case ModbusVerdict::Late:
        return ErrorCode::ModbusLate;
    case ModbusVerdict::Busy:
        return ErrorCode::ModbusBusy;
    case ModbusVerdict::Odd:
        return ErrorCode::ModbusOdd;
    case ModbusVerdict::Garbage:
        return ErrorCode::ModbusGarbage;
    case ModbusVerdict::Closes:
        return ErrorCode::ModbusCloses;
    case ModbusVerdict::Exception:
        return ErrorCode::ModbusException;
    case ModbusVerdict::NotSigenergy:
        return ErrorCode::NotSigenergy;
    }
    return ErrorCode::Internal;
}

QList<int> ModbusIdentity::unitIds() const
{
    QList<int> ids;
    if (plantAnswered)
        ids.append(UnitId::plantValue);
    for (const DeviceIdentity &device : devices)
        ids.append(device.unit);
    return ids;
}

bool ModbusIdentity::provesPlant() const
{
    return verdict == ModbusVerdict::Answers || (verdict == ModbusVerdict::Odd && usable);
}

ErrorCode ModbusIdentity::error() const
{
    return provesPlant() ? ErrorCode::None : modbusVerdictError(verdict);
}

/// The device that the whole is named after; null: none has told who it is.
static const DeviceIdentity *principal(const QList<DeviceIdentity> &devices)
{
    const auto first = [&devices](auto condition) {
        const auto found = std::find_if(devices.cbegin(), devices.cend(), condition);
        return found == devices.cend() ? nullptr : &*found;
    };
    const DeviceIdentity *device = first([](const DeviceIdentity &each) {
        return !each.isAcCharger && IdentityRules::isSigenergyModel(each.model);
    });
    if (!device)
        device = first([](const DeviceIdentity &each) { return !each.isAcCharger && each.hasIdentity(); });
    return device ? device : first([](const DeviceIdentity &each) { return each.hasIdentity(); });
}

QString ModbusIdentity::model() const
{
    const DeviceIdentity *device = principal(devices);
    return device ? device->model : QString();
}

QString ModbusIdentity::serial() const
{
    const DeviceIdentity *device = principal(devices);
    return device ? device->serial : QString();
}

QString ModbusIdentity::firmware() const
{
    const DeviceIdentity *device = principal(devices);
    return device ? device->firmware : QString();
}

} // namespace Sigen
