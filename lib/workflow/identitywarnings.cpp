#include "workflow/identitywarnings.h"

#include "core/displaytext.h"
#include "protocol/modbusframe.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

Messages plantWarnings(const ModbusIdentity &identity)
{
    Messages warnings;
    if (!identity.plantAnswered)
        warnings += Message(Sentence::NoPlantUnit, QList<int>{UnitId::plantValue});
    if (identity.oddFrames)
        warnings += Message(Sentence::OddAnswers, QList<int>{identity.oddFrames.toInt()});
    if (identity.plantAnswered && !identity.oddValues.isEmpty())
        warnings += Message(Sentence::OddValues, QStringList{displayText(identity.oddValues.join("; "_L1))});
    return warnings;
}

Messages deviceWarnings(const ModbusIdentity &identity)
{
    Messages warnings;
    if (identity.devices.isEmpty())
        warnings += Sentence::NoDeviceUnit;
    if (!identity.sameDevice.isEmpty()) // the device that they repeat is among the devices
        warnings += identity.ignoresUnitIds
            ? Message(Sentence::EveryUnitAlike, QList<int>{identity.notAsked.value(0)})
            : Message(Sentence::UnitsAlike, identity.sameDevice);
    if (!identity.notAsked.isEmpty() && !identity.ignoresUnitIds)
        warnings += Message(Sentence::UnitsNotAsked, identity.notAsked);
    if (!identity.lostLate.isEmpty())
        warnings += Message(Sentence::UnitsLostLate, identity.lostLate);
    return warnings;
}

Messages identityWarnings(const ModbusIdentity &identity)
{
    return plantWarnings(identity) + deviceWarnings(identity);
}

} // namespace Sigen
