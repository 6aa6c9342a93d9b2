#include "diagnosis/layers.h"

#include "core/displaytext.h"
#include "diagnosis/causes.h"
#include "modbus/readregisters.h"
#include "network/vendorblocks.h"
#include "workflow/identitywarnings.h"

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QLatin1StringView layerName(LayerId id)
{
    switch (id) {
    case LayerId::Name:
        return "name"_L1;
    case LayerId::Route:
        return "route"_L1;
    case LayerId::Neighbour:
        return "neighbour"_L1;
    case LayerId::WebSocketPort:
        return "port-8080"_L1;
    case LayerId::Handshake:
        return "handshake"_L1;
    case LayerId::SignIn:
        return "sign-in"_L1;
    case LayerId::Setting:
        return "setting"_L1;
    case LayerId::ModbusPort:
        return "port-502"_L1;
    case LayerId::Modbus:
        return "modbus"_L1;
    case LayerId::Units:
        return "units"_L1;
    case LayerId::Identity:
        return "identity"_L1;
    case LayerId::Link:
        return "link"_L1;
    }
    return {};
}

namespace {

struct Judgement
{
    StepState state = StepState::Skipped;
    Messages detail;
};

constexpr int shownLength = 40;

QString shown(const QString &text)
{
    return displayText(text, shownLength);
}

Judgement judgeName(const DiagnosisEvidence &seen)
{
    if (seen.nameError)
        return {StepState::Failed, {seen.nameError}};
    if (seen.addresses.isEmpty())
        return {};
    if (!QHostAddress(seen.host).isNull())
        return {StepState::Ok, {Sentence::NameIsAddress}};
    QStringList addresses;
    for (const QHostAddress &address : seen.addresses)
        addresses += address.toString();
    return {StepState::Ok, {{Sentence::NameHasAddresses, addresses}}};
}

Judgement judgeRoute(const DiagnosisEvidence &seen)
{
    if (!seen.route)
        return {};
    Messages also;
    if (!seen.route->alsoOn.isEmpty())
        also += Message(Sentence::RouteAlsoOn, QStringList{shown(seen.route->alsoOn.join(", "_L1))});
    const QString interface = shown(seen.route->interfaceName);
    switch (seen.route->way) {
    case Route::Way::None:
        return {StepState::Failed,
                {Error{ErrorCode::Unreachable, seen.address.toString(), seen.route->detail}}};
    case Route::Way::ThisComputer:
        return {StepState::Ok, {Sentence::RouteIsHere}};
    case Route::Way::OwnNetwork:
        return {StepState::Ok,
                Messages{{Sentence::RouteOwnNetwork,
                          QStringList{u"%1, %2"_s.arg(interface, seen.route->ownAddress)}}}
                    + also};
    case Route::Way::Router:
        return {StepState::Ok, Messages{Sentence::RouteRouter} + also};
    case Route::Way::Tunnel:
        return {StepState::Ok, Messages{{Sentence::RouteTunnel, QStringList{interface}}} + also};
    }
    return {};
}

Judgement judgeNeighbour(const DiagnosisEvidence &seen)
{
    if (!seen.neighbour)
        return {};
    if (isNobodyThere(seen))
        return {StepState::Failed, {Sentence::NobodyHasAddress}};
    const QStringList &macs = seen.neighbour->macs;
    if (macs.size() > 1)
        return {StepState::Warning, {{Sentence::MacsDiffer, macs}}};
    if (macs.isEmpty())
        return {StepState::Skipped,
                {seen.route && seen.route->way == Route::Way::OwnNetwork ? Sentence::MacNotTold
                                                                         : Sentence::MacBehindRouter}};
    const QString mac = macs.constFirst();
    const Message which{isVendorMac(mac) ? Sentence::MacIsVendors : Sentence::MacIs, QStringList{mac}};
    if (!seen.neighbour->knownMac.isEmpty() && seen.neighbour->knownMac != mac)
        return {StepState::Warning, {which, {Sentence::MacIsAnother, QStringList{seen.neighbour->knownMac}}}};
    return {StepState::Ok, {which}};
}

Message portMessage(const PortFinding &port, quint16 number)
{
    switch (port.state) {
    case PortState::Open:
        return {Sentence::PortAccepts, QList<int>{number}};
    case PortState::Closed:
        return {Sentence::PortRefuses, QList<int>{number, 1}};
    case PortState::Filtered:
        return {Sentence::PortDoesNotAnswer, QList<int>{number}};
    case PortState::Unreachable:
        break;
    }
    return {Sentence::NoRouteToPort, QList<int>{number}};
}

/// What is missing on the way to the sign-in: nothing that a plant's reader needs. It is a failure only where
/// the Modbus port does not answer either.
StepState missing(const DiagnosisEvidence &seen)
{
    if (!seen.modbus && !seen.ended)
        return StepState::Running;
    const bool answers = seen.modbusPortIs(PortState::Open) || seen.modbusPortIs(PortState::Closed);
    return answers ? StepState::Warning : StepState::Failed;
}

Judgement judgeWebSocketPort(const DiagnosisEvidence &seen)
{
    if (!seen.webSocket || isNobodyThere(seen))
        return {};
    const Message said = portMessage(*seen.webSocket, seen.webSocketPort);
    return {seen.webSocket->state == PortState::Open ? StepState::Ok : missing(seen), {said}};
}

Judgement judgeHandshake(const DiagnosisEvidence &seen)
{
    if (!seen.handshake)
        return {};
    if (*seen.handshake)
        return {missing(seen), {*seen.handshake}};
    return {StepState::Ok, {{Sentence::SpeaksWebSocketOn, QStringList{shown(seen.path)}}}};
}

/// A refusal is a fault of its own, as long as nothing says that the server is off.
StepState refused(const DiagnosisEvidence &seen)
{
    if (!seen.modbus && !seen.ended)
        return StepState::Running;
    return seen.modbusPortIs(PortState::Closed) ? StepState::Warning : StepState::Failed;
}

Judgement judgeSignIn(const DiagnosisEvidence &seen)
{
    if (!seen.signInAsked)
        return {StepState::Skipped, {Sentence::NoPasswordGiven}};
    if (!seen.signIn)
        return {};
    if (!*seen.signIn)
        return {StepState::Ok, {{Sentence::SignedInAs, QStringList{shown(seen.username)}}}};
    return {isOtherDialect(*seen.signIn) ? missing(seen) : refused(seen), {*seen.signIn}};
}

Judgement judgeSetting(const DiagnosisEvidence &seen)
{
    if (seen.setting)
        return {StepState::Ok, {{Sentence::SettingIs, *seen.setting}}};
    if (!seen.settingRead)
        return {};
    return {isOtherDialect(*seen.settingRead) ? missing(seen) : refused(seen), {*seen.settingRead}};
}

Judgement judgeModbusPort(const DiagnosisEvidence &seen)
{
    if (!seen.modbus)
        return {};
    const bool isOpen = seen.modbus->state == PortState::Open;
    return {isOpen ? StepState::Ok : StepState::Failed, {portMessage(*seen.modbus, seen.modbusPort)}};
}

Judgement judgeModbus(const DiagnosisEvidence &seen)
{
    if (!seen.identity)
        return {};
    const ModbusIdentity &identity = *seen.identity;
    if (!identity.provesPlant())
        return {StepState::Failed, seen.modbusSaid};
    Messages detail{{Sentence::AnswersFunction, QList<int>{identity.usedHoldingRegisters ? 3 : 4}}};
    if (!identity.documentVersion.isEmpty())
        detail += Message(Sentence::DocumentVersionIs, QStringList{identity.documentVersion});
    const Messages warnings = plantWarnings(identity);
    return {warnings.isEmpty() ? StepState::Ok : StepState::Warning, detail + warnings};
}

Judgement judgeUnits(const DiagnosisEvidence &seen)
{
    if (!seen.provesPlant())
        return {};
    const ModbusIdentity &identity = *seen.identity;
    Messages detail;
    if (identity.plantAnswered)
        detail += Message(Sentence::UnitIsPlant, QList<int>{UnitId::plantValue});
    for (const DeviceIdentity &device : identity.devices) {
        const bool isNamed = !device.model.isEmpty();
        detail += isNamed        ? Message(Sentence::UnitIsDevice, device.unit, shown(device.model))
            : device.isAcCharger ? Message(Sentence::UnitIsCharger, QList<int>{device.unit})
                                 : Message(Sentence::UnitIsDevice, device.unit, shown(device.serial));
    }
    Messages warnings = deviceWarnings(identity);
    if (const QList<int> units = missingUnits(seen); !units.isEmpty())
        warnings += Message(Sentence::UnitsMissing, units);
    return {warnings.isEmpty() ? StepState::Ok : StepState::Warning, detail + warnings};
}

Judgement judgeIdentity(const DiagnosisEvidence &seen)
{
    if (!seen.provesPlant())
        return {};
    const ModbusIdentity &identity = *seen.identity;
    const QString serial = identity.serial();
    Messages detail{
        {Sentence::IdentityIs, {shown(identity.model()), shown(identity.firmware()), shown(serial)}}};
    Messages warnings;
    if (!seen.otherSerial.isEmpty())
        warnings += Message(Sentence::SerialChanged, QStringList{shown(serial), shown(seen.otherSerial)});
    for (const HostFinding &other : sameSerialElsewhere(seen))
        warnings += Message(Sentence::SerialTwice, QStringList{shown(other.serial), other.address});
    if (seen.setting) {
        if (serial.isEmpty() || seen.reportedSerial.isEmpty())
            warnings += Sentence::SerialsNotCompared;
        else if (serial != seen.reportedSerial)
            warnings +=
                Message(Sentence::SerialsDiffer, QStringList{shown(serial), shown(seen.reportedSerial)});
        else
            detail += Sentence::SameSerialNumber;
    }
    if (isClockWrong(seen))
        warnings += Message(Sentence::ClockDiffers, QList<int>{int(*seen.clockBehind)});
    return {warnings.isEmpty() ? StepState::Ok : StepState::Warning, detail + warnings};
}

Judgement judgeLink(const DiagnosisEvidence &seen)
{
    if (!seen.link || seen.link->reads.isEmpty())
        return {};
    const LinkFinding &link = *seen.link;
    Messages detail{
        {Sentence::LinkReads, QList<int>{int(link.reads.size()), link.lost(), link.late(), link.stale}}};
    const auto text = [](double ms) { return QString::number(ms, 'f', ms < 10 ? 1 : 0); };
    if (link.lost() < link.reads.size())
        detail += Message(Sentence::LinkTimes,
                          QStringList{text(link.minimum()), text(link.median()), text(link.maximum())});
    return {isLossy(link) ? StepState::Warning : StepState::Ok, detail};
}

Judgement judge(LayerId id, const DiagnosisEvidence &seen)
{
    switch (id) {
    case LayerId::Name:
        return judgeName(seen);
    case LayerId::Route:
        return judgeRoute(seen);
    case LayerId::Neighbour:
        return judgeNeighbour(seen);
    case LayerId::WebSocketPort:
        return judgeWebSocketPort(seen);
    case LayerId::Handshake:
        return judgeHandshake(seen);
    case LayerId::SignIn:
        return judgeSignIn(seen);
    case LayerId::Setting:
        return judgeSetting(seen);
    case LayerId::ModbusPort:
        return judgeModbusPort(seen);
    case LayerId::Modbus:
        return judgeModbus(seen);
    case LayerId::Units:
        return judgeUnits(seen);
    case LayerId::Identity:
        return judgeIdentity(seen);
    case LayerId::Link:
        return judgeLink(seen);
    }
    return {};
}

} // namespace

Layer judgeLayer(LayerId id, const DiagnosisEvidence &evidence)
{
    const Judgement judgement = judge(id, evidence);
    Layer layer{id, judgement.state, {}, judgement.detail};
    const bool isTimed = judgement.state != StepState::Skipped && judgement.state != StepState::Running;
    if (isTimed && evidence.elapsed.contains(id))
        layer.elapsed = evidence.elapsed.value(id);
    return layer;
}

} // namespace Sigen
