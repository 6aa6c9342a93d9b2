// What can be said of a gateway to the registry. Times are UTC; the registry has no clock of its own.
#pragma once

#include "registry/gateway.h"

namespace Sigen {

/// A scan, or a look at one host, has found it, or knows more of it now.
struct Sighting
{
    QString of; ///< id of the gateway that was asked, for the demo; empty: whoever is at the place
    /// Its address, the ports, and what else was seen there; the name when it was asked by that.
    Place place;
    QString serial; ///< by Modbus
    QString model;
    QString firmware;
    QDateTime at;
};

/// A host was asked, and nothing was found.
struct NoAnswer
{
    QString of;
    QString host; ///< as it was asked
    QList<quint16> refusedPorts; ///< of the two; somebody is there, but nothing listens
    bool nameUnknown = false;
    bool noDevice = false; ///< by the system's table of neighbours nobody on this network has the address
};

/// A scan has ended; what it would have found and did not is not there any more.
struct ScanEnd
{
    QStringList gone; ///< addresses that were asked and not found
};

/// The user named a host, or started the demo.
struct Added
{
    QString host; ///< address or name
    quint16 webSocketPort = 0; ///< 0: the profile's
    quint16 modbusPort = 0;
    bool demo = false;
};

/// The look-up of a name has ended; nobody was asked.
struct Resolved
{
    QString name;
    QString address;
};

/// Somebody has signed in.
struct SignIn
{
    QString of;
    QString host; ///< where
    quint16 port = 0;
    QString serial; ///< as the gateway reported it; empty: it did not
    Way way; ///< as the form had it
    QDateTime at;
};

/// The setting was read after a sign-in.
struct SettingRead
{
    QString of;
    QString host;
    bool on = false;
    std::optional<quint16> port;
    QString serial; ///< that the gateway reported then
    QDateTime at;
};

/// A change was sent, and the setting could not be read back.
struct SettingDoubt
{
    QString of;
};

/// A Modbus port was tested.
struct ModbusAnswer
{
    QString of;
    QString host;
    PortEvidence port;
    QString serial; ///< of what answers, as are model and firmware
    QString model;
    QString firmware;
    QList<FoundUnit> units;
    bool allUnitsAsked = false;
};

} // namespace Sigen
