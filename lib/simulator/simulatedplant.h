// The units behind the simulated Modbus server and what each of them answers, faults of the plant included.
#pragma once

#include "simulator/faults.h"
#include "simulator/plantmodel.h"
#include "simulator/registerimage.h"

#include <QString>

#include <optional>

namespace Sigen {

class SimulatedPlant
{
public:
    static constexpr int plantUnit = 247;
    static constexpr int inverterUnit = 1;
    static constexpr int acChargerUnit = 2;

    /// \a serial is the inverter's; it is cut to the 20 characters its registers hold.
    SimulatedPlant(PlantModel model, QString serial, ActiveFaults faults);

    /// Its answers are late with Fault::UnitSlow.
    bool isSlow(int unit) const { return has(Fault::UnitSlow) && unit == acCharger(); }

    /// Empty when there is no such unit: real ones then do not answer at all.
    std::optional<RegisterImage> image(int unit, qint64 epochSeconds) const;

    static QString model(); ///< as the inverter's registers say, unless it was given another
    void setModel(const QString &model) { m_otherModel = model; }
    static QString firmware();

private:
    PlantValues valuesAt(qint64 epochSeconds) const;
    RegisterImage plantImage(const PlantValues &values) const;
    RegisterImage inverterImage(const PlantValues &values) const;
    RegisterImage acChargerImage() const;
    int inverter() const; ///< its unit id
    int acCharger() const;
    QByteArray inverterText(const RegisterDefinition &definition) const;
    bool knows(const RegisterDefinition &definition) const;
    bool has(Fault fault) const { return m_faults.contains(fault); }

    PlantModel m_model;
    QString m_serial;
    QString m_otherModel; ///< usually empty
    ActiveFaults m_faults;
};

} // namespace Sigen
