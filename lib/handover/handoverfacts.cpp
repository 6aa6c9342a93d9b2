#include "handover/handoverfacts.h"

#include "protocol/modbusframe.h"
#include "words/messages.h"

#include <QCoreApplication>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class HandoverText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::Handover)
};

void takeDevice(HandoverFacts &facts, const DeviceIdentity &device)
{
    if (device.isAcCharger)
        facts.acChargers.append(device.unit);
    else
        facts.inverters.append(device.unit);
    if (device.hasDcCharger)
        facts.dcChargers.append(device.unit);
}

/// \a seen, and of \a known what it did not ask.
QList<DeviceIdentity> joined(QList<DeviceIdentity> seen, bool swept, const QList<DeviceIdentity> &known)
{
    if (swept || known.isEmpty())
        return seen;
    for (const DeviceIdentity &device : known) {
        if (std::none_of(seen.cbegin(), seen.cend(),
                         [&device](const DeviceIdentity &each) { return each.unit == device.unit; }))
            seen += device;
    }
    std::sort(seen.begin(), seen.end(),
              [](const DeviceIdentity &one, const DeviceIdentity &other) { return one.unit < other.unit; });
    return seen;
}

} // namespace

HandoverFacts handoverFacts(const QString &host, quint16 modbusPort,
                            const std::optional<ModbusIdentity> &identity, bool swept,
                            const QList<DeviceIdentity> &known)
{
    HandoverFacts facts;
    facts.host = host;
    facts.modbusPort = modbusPort;
    if (identity && identity->provesPlant()) {
        facts.plantSeen = true;
        facts.plantUnitSilent = !identity->plantAnswered;
        facts.search = swept ? UnitSearch::All : UnitSearch::Some;
        facts.serial = identity->serial();
        facts.documentVersion = identity->documentVersion;
        facts.sameDevice = identity->sameDevice;
        facts.ignoresUnitIds = identity->ignoresUnitIds;
        facts.notAsked = identity->notAsked + identity->lostLate;
    } else if (!known.isEmpty()) {
        facts.search = UnitSearch::Some;
    }
    for (const DeviceIdentity &device : facts.plantSeen ? joined(identity->devices, swept, known) : known)
        takeDevice(facts, device);
    facts.invertersAssumed = facts.inverters.isEmpty();
    if (facts.invertersAssumed)
        facts.inverters = {facts.acChargers.contains(usualInverterUnit) ? inverterUnitBehindCharger
                                                                        : usualInverterUnit};
    return facts;
}

HandoverFacts untestedFacts(const QString &host, quint16 modbusPort, const QList<int> &inverters)
{
    HandoverFacts facts = handoverFacts(host, modbusPort, std::nullopt, false);
    if (!inverters.isEmpty()) {
        facts.inverters = inverters;
        facts.invertersAssumed = false;
    }
    return facts;
}

QStringList handoverRemarks(const HandoverFacts &facts)
{
    QStringList remarks;
    if (!facts.plantSeen)
        remarks += HandoverText::tr("Whether a plant answers at this address was not tested.");
    if (facts.forwarded)
        remarks += HandoverText::tr("Port %1 is forwarded to the gateway by a router; within the gateway's "
                                    "own network the port is different.")
                       .arg(facts.modbusPort);
    if (facts.plantUnitSilent)
        remarks +=
            HandoverText::tr(
                "Unit id %1 did not answer as the plant. Tools that need it will not work until it does.")
                .arg(UnitId::plantValue);
    if (facts.invertersAssumed)
        remarks +=
            HandoverText::tr("The inverter's unit id %1 is assumed, because no inverter reported its own.")
                .arg(facts.inverters.constFirst());
    if (facts.ignoresUnitIds)
        remarks += HandoverText::tr("The same device answers on every unit id. It is listed once; chargers "
                                    "and other inverters can't be distinguished.");
    else if (!facts.sameDevice.isEmpty())
        remarks += HandoverText::tr("These unit ids belong to a device that is already listed: %1.")
                       .arg(unitListText(facts.sameDevice));
    if (!facts.notAsked.isEmpty() && !facts.ignoresUnitIds)
        remarks += HandoverText::tr("The connection was lost before these unit ids had answered: %1.")
                       .arg(unitListText(facts.notAsked));
    if (facts.search == UnitSearch::Some && !facts.ignoresUnitIds)
        remarks += HandoverText::tr(
            "Not every unit id was scanned: other inverters and chargers have ids of their own.");
    if (facts.search == UnitSearch::None)
        remarks += HandoverText::tr("Chargers were not scanned for.");
    return remarks;
}

} // namespace Sigen
