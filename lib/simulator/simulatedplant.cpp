#include "simulator/simulatedplant.h"

#include <QVersionNumber>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint16 firstDcChargerAddress = 31500;
constexpr quint16 firstAcChargerAddress = 32000;
constexpr quint16 modelAddress = 30500;
constexpr quint16 serialAddress = 30515;
constexpr quint16 firmwareAddress = 30525;

/// In the register's unit. Addresses and meanings: vendor document V2.9.
double plantValue(quint16 address, const PlantValues &values)
{
    switch (address) {
    case 30000:
        return double(values.epochSeconds);
    case 30002:
        return values.timeZoneMinutes;
    case 30004: // grid sensor: connected
    case 30051: // running state: running
        return 1;
    case 30005:
        return values.gridWatts / 1000.0;
    case 30010:
        return PlantModel::ratedWatts / 1000.0;
    case 30014:
        return values.stateOfChargePermille / 10.0;
    case 30031:
        return (values.pvWatts - values.batteryWatts) / 1000.0;
    case 30035:
        return values.pvWatts / 1000.0;
    case 30037:
        return values.batteryWatts / 1000.0;
    case 30083:
        return PlantModel::batteryWattHours / 1000.0;
    case 30087:
        return PlantModel::stateOfHealthPercent;
    case 30092:
        return values.loadTodayKwh;
    case 30272:
        return values.pvTodayKwh;
    case 30284:
        return values.loadWatts / 1000.0;
    default: // work mode, on/off grid, alarms, third-party power: 0 is the ordinary case
        return 0;
    }
}

double inverterValue(quint16 address, const PlantValues &values)
{
    switch (address) {
    case 30540:
        return PlantModel::ratedWatts / 1000.0;
    case 30548:
        return PlantModel::batteryWattHours / 1000.0;
    case 30578:
        return 1;
    case 30587:
        return (values.pvWatts - values.batteryWatts) / 1000.0;
    case 30601:
        return values.stateOfChargePermille / 10.0;
    case 31035:
        return values.pvWatts / 1000.0;
    default:
        return 0;
    }
}

void putWord(RegisterImage &image, quint16 address, quint16 word)
{
    if (image.contains(address))
        image.insert(address, word);
}

RegisterImage huaweiImage()
{
    RegisterImage image;
    putText(image, 30000, 15, "SUN2000-10KTL-M1");
    putText(image, 30015, 10, "HV2150123456");
    return image;
}

RegisterImage shellyImage()
{
    RegisterImage image;
    putText(image, 30000, 6, "34987A67D9E4");
    putText(image, 30006, 10, "SPEM-003CEBEU");
    return image;
}

// The two answer text and small numbers where a plant has its clock (public register lists of both makers).

RegisterImage foxEssImage()
{
    RegisterImage image;
    putText(image, 30000, 16, "H3-10.0-E");
    putText(image, 30016, 16, "603H102012AB034");
    putText(image, 30032, 20, "FoxESS");
    return image;
}

RegisterImage goodWeImage()
{
    RegisterImage image;
    putText(image, 30000, 52, {});
    image.insert(30001, 1);
    image.insert(30002, 10000); // W
    putText(image, 30004, 8, "95027DTS123W4567");
    putText(image, 30012, 5, "GW10K-DT");
    return image;
}

RegisterImage zeroImage()
{
    RegisterImage image;
    putText(image, 30000, 3000, {});
    return image;
}

} // namespace

SimulatedPlant::SimulatedPlant(PlantModel model, QString serial, ActiveFaults faults)
    : m_model(model)
    , m_serial(std::move(serial))
    , m_faults(std::move(faults))
{ }

QString SimulatedPlant::model()
{
    return u"SigenStor EC 10.0 TP"_s;
}

QString SimulatedPlant::firmware()
{
    return u"V100R001C00SPC115"_s;
}

bool SimulatedPlant::knows(const RegisterDefinition &definition) const
{
    if (!has(Fault::OldFirmware))
        return true;
    return QVersionNumber::fromString(QStringView(definition.since).mid(1)) <= QVersionNumber(2, 4);
}

std::optional<RegisterImage> SimulatedPlant::image(int unit, qint64 epochSeconds) const
{
    if (unit < 1 || unit > plantUnit)
        return std::nullopt;
    // They answer whatever the unit id is.
    if (has(Fault::LookalikeHuawei))
        return huaweiImage();
    if (has(Fault::LookalikeShelly))
        return shellyImage();
    if (has(Fault::LookalikeFoxEss))
        return foxEssImage();
    if (has(Fault::LookalikeGoodWe))
        return goodWeImage();
    if (has(Fault::PlcZeros))
        return zeroImage();

    if (unit == plantUnit)
        return plantImage(valuesAt(epochSeconds));
    if (has(Fault::UnitsNone))
        return std::nullopt;
    if (unit == inverter() || has(Fault::UnitsAlike))
        return inverterImage(valuesAt(epochSeconds));
    if (unit == acCharger())
        return acChargerImage();
    return std::nullopt;
}

int SimulatedPlant::inverter() const
{
    if (has(Fault::UnitsDiffer))
        return 3;
    return has(Fault::ChargerFirst) || has(Fault::ChargerFirstZeros) ? acChargerUnit : inverterUnit;
}

int SimulatedPlant::acCharger() const
{
    if (has(Fault::UnitsDiffer))
        return 0; // it has none
    return has(Fault::ChargerFirst) || has(Fault::ChargerFirstZeros) ? inverterUnit : acChargerUnit;
}

PlantValues SimulatedPlant::valuesAt(qint64 epochSeconds) const
{
    PlantValues values = m_model.at(epochSeconds);
    if (has(Fault::OffGrid)) { // the battery balances what the grid would
        values.batteryWatts = values.pvWatts - values.loadWatts;
        values.gridWatts = 0;
    }
    return values;
}

RegisterImage SimulatedPlant::plantImage(const PlantValues &values) const
{
    RegisterImage image;
    for (const RegisterDefinition &definition : RegisterTable::builtIn().definitions(RegisterScope::Plant)) {
        if (knows(definition))
            putNumber(image, definition, plantValue(definition.address, values));
    }
    if (has(Fault::NoGridSensor)) {
        for (const quint16 address : {quint16(30004), quint16(30005), quint16(30006)})
            putWord(image, address, 0);
    }
    if (has(Fault::OffGrid))
        putWord(image, 30009, 1);
    if (has(Fault::SignedMinusOne)) {
        static constexpr quint16 powers[] = {30005, 30037, 30194}; // grid, battery, third party
        for (const quint16 address : powers) {
            putWord(image, address, 0xFFFF);
            putWord(image, static_cast<quint16>(address + 1), 0xFFFF);
        }
    }
    if (has(Fault::PlantAlarms)) {
        putWord(image, 30051, 2); // fault
        putWord(image, 30027, 1 << 1 | 1 << 9); // low insulation, grid outage
        putWord(image, 30029, 1 << 2); // over-temperature
        putWord(image, 30030, 1 << 7); // grid phase loss
    }
    if (has(Fault::ImplausibleValues)) {
        putWord(image, 30000, 0); // a day in January 1970
        putWord(image, 30002, 5000); // minutes
        putWord(image, 30004, 7);
        putWord(image, 30014, 6000); // 600 %
    }
    if (has(Fault::Clock1970)) {
        putWord(image, 30000, 0);
        putWord(image, 30001, 3725); // an hour ago
    }
    if (has(Fault::SensorUnavailable))
        putWord(image, 30004, 0xFFFF);
    if (has(Fault::GridStateUnavailable))
        putWord(image, 30009, 0xFFFF);
    if (has(Fault::SocOver))
        putWord(image, 30014, 1002);
    if (has(Fault::StateUnknown))
        putWord(image, 30051, 5);
    return image;
}

RegisterImage SimulatedPlant::inverterImage(const PlantValues &values) const
{
    RegisterImage image;
    for (const RegisterDefinition &definition : RegisterTable::builtIn().definitions(RegisterScope::Device)) {
        if (definition.address >= firstDcChargerAddress || !knows(definition))
            continue;
        if (definition.type != RegisterType::String)
            putNumber(image, definition, inverterValue(definition.address, values));
        else
            putText(image, definition.address, definition.count, inverterText(definition));
    }
    return image;
}

QByteArray SimulatedPlant::inverterText(const RegisterDefinition &definition) const
{
    QByteArray text;
    if (definition.address == modelAddress)
        text = (m_otherModel.isEmpty() ? model() : m_otherModel).toUtf8();
    else if (definition.address == serialAddress)
        text = has(Fault::SerialDiffers) ? "110A0000009999"_ba : m_serial.toLatin1();
    else if (definition.address == firmwareAddress && !has(Fault::FirmwareEmpty))
        text = firmware().toLatin1();
    return has(Fault::StringsPaddedFf) ? text.leftJustified(2 * definition.count, '\xFF', true) : text;
}

RegisterImage SimulatedPlant::acChargerImage() const
{
    RegisterImage image;
    for (const RegisterDefinition &definition : RegisterTable::builtIn().definitions(RegisterScope::Device)) {
        if (definition.address >= firstAcChargerAddress)
            putNumber(image, definition, 0); // no vehicle
    }
    if (has(Fault::ChargerFirstZeros))
        putText(image, modelAddress, 40, {});
    return image;
}

} // namespace Sigen
