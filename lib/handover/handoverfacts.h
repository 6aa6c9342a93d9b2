// What the next tool wants to know about a plant, and how much of it was seen.
#pragma once

#include "modbus/identity.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Sigen {

/// Which device units were asked.
enum class UnitSearch {
    None, ///< nobody was asked
    Some, ///< the default ones or a list: there may be more, and chargers were not looked for
    All, ///< a sweep
};

struct HandoverFacts
{
    QString host;
    quint16 modbusPort = 0; ///< where this computer reaches it
    bool forwarded = false; ///< a router's port, not the gateway's own
    QString serial; ///< untrusted text; may be empty
    QString documentVersion; ///< as in ModbusIdentity; empty: not known
    QList<int> inverters; ///< unit ids; never empty
    QList<int> acChargers;
    QList<int> dcChargers; ///< unit ids of the inverters that have one
    bool invertersAssumed = false; ///< none reported its own id; `inverters` is the usual one
    bool plantSeen = false; ///< a Sigenergy plant answered on this host and port
    bool plantUnitSilent = false; ///< but only by its devices: the plant's own unit did not answer
    UnitSearch search = UnitSearch::None;
    QList<int> sameDevice; ///< unit ids that gave the serial number of one of the inverters
    bool ignoresUnitIds = false; ///< all of them did
    QList<int> notAsked; ///< unit ids that were to be asked and were not

    bool operator==(const HandoverFacts &) const = default;
};

/// The usual unit id of a single inverter (vendor document V2.9, and two or more independent sources).
inline constexpr int usualInverterUnit = 1;
/// Where an AC charger has that id (two or more independent sources).
inline constexpr int inverterUnitBehindCharger = 2;

/// From what a verification has seen; without it, or when it saw no plant, everything but host and port is
/// assumed. \a swept: all units were asked. \a known: devices that were found before, which count where this
/// verification did not find them.
HandoverFacts handoverFacts(const QString &host, quint16 modbusPort,
                            const std::optional<ModbusIdentity> &identity, bool swept,
                            const QList<DeviceIdentity> &known = {});

/// From unit ids that the user gave and nobody asked.
HandoverFacts untestedFacts(const QString &host, quint16 modbusPort, const QList<int> &inverters);

/// What is assumed or was not tested; translated sentences, safe to show.
QStringList handoverRemarks(const HandoverFacts &facts);

} // namespace Sigen
