// What was seen between this computer and a gateway, layer by layer, as a plain value: the only thing that
// layers and causes are judged by. Pure. What was not reached is empty, never guessed. Texts that came from
// the network are redacted, but untrusted.
#pragma once

#include "core/error.h"
#include "modbus/modbusidentity.h"
#include "network/portprobe.h"
#include "network/route.h"
#include "workflow/message.h"
#include "workflow/reportedsetting.h"

#include <QHostAddress>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Sigen {

/// In the order in which they stand on each other, and are looked at.
enum class LayerId {
    Name,
    Route,
    Neighbour,
    WebSocketPort,
    Handshake,
    SignIn,
    Setting,
    ModbusPort,
    Modbus,
    Units,
    Identity,
    Link,
};
inline constexpr LayerId allLayers[] = {
    LayerId::Name,      LayerId::Route,  LayerId::Neighbour, LayerId::WebSocketPort,
    LayerId::Handshake, LayerId::SignIn, LayerId::Setting,   LayerId::ModbusPort,
    LayerId::Modbus,    LayerId::Units,  LayerId::Identity,  LayerId::Link,
};

struct PortFinding
{
    PortState state = PortState::Filtered;
    QString detail; ///< technical: why it is not open
    bool operator==(const PortFinding &) const = default;
};

struct NeighbourFinding
{
    bool told = false; ///< the system tells its neighbours
    QStringList macs; ///< seen at this address in this run, in their order; more than one: they took turns
    QString knownMac; ///< from before, as the registry has it; empty: not known
    bool operator==(const NeighbourFinding &) const = default;
};

struct LinkRead
{
    enum class End {
        Answered,
        Late, ///< later than LinkFinding::inTime
        Lost, ///< not at all, as long as anybody listened
    };
    End end = End::Lost;
    double ms = 0; ///< until the answer; 0 when it is lost
    bool operator==(const LinkRead &) const = default;
};

struct LinkFinding
{
    /// What a device needs normally (vendor document V2.9).
    static constexpr std::chrono::milliseconds inTime{1000};

    QList<LinkRead> reads;
    int stale = 0; ///< answers that came again or belonged to nothing
    int reconnects = 0; ///< the connection ended, and another one was made

    int lost() const;
    int late() const;
    double minimum() const; ///< of those that were answered, ms; 0 when none was
    double median() const;
    double maximum() const;
    bool operator==(const LinkFinding &) const = default;
};

/// Another host, as it was asked in this run.
struct HostFinding
{
    QString address;
    QString mac;
    QString serial; ///< on Modbus, or at a sign-in before
    QList<DeviceIdentity> devices;
    bool operator==(const HostFinding &) const = default;
};

struct DiagnosisEvidence
{
    // What was asked for
    QString host;
    quint16 webSocketPort = 0;
    quint16 modbusPort = 0;
    QString username;
    QString wishedSerial; ///< the gateway that is meant; empty: whoever answers
    QList<int> wishedUnits; ///< that somebody has named; those that are asked by default may be missing
    bool signInAsked = false;
    bool linkAsked = false;

    // What was seen
    bool ended = false; ///< nothing more is found out: what is empty was not reached
    QMap<LayerId, std::chrono::milliseconds> elapsed;
    Error nameError;
    QList<QHostAddress> addresses; ///< of the name
    QHostAddress address; ///< of them the one that the rest is about
    std::optional<Route> route;
    std::optional<NeighbourFinding> neighbour;
    std::optional<PortFinding> webSocket;
    std::optional<Error> handshake; ///< without a code: it succeeded
    QString path; ///< of the handshake
    std::optional<Error> signIn;
    QString reportedSerial;
    std::optional<Error> settingRead;
    std::optional<ReportedSetting> setting;
    QString allowedClient; ///< the address that the setting lets in, or binds to; empty: none is named
    std::optional<PortFinding> modbus;
    std::optional<ModbusIdentity> identity;
    Messages modbusSaid; ///< where it is no plant: what it did instead
    QString otherSerial; ///< that the same unit gave when it was asked again; empty: the same
    std::optional<qint64>
        clockBehind; ///< the plant's clock against this computer's, s; in its better reading
    std::optional<LinkFinding> link;
    std::optional<int> connections; ///< how many were served at once; empty: not tried
    int connectionsTried = 0;
    QList<HostFinding> others;

    bool operator==(const DiagnosisEvidence &) const = default;

    /// A plant answers on the Modbus port so that it can be used.
    bool provesPlant() const { return identity && identity->provesPlant(); }
    /// The setting was read, and is on.
    bool isOn() const { return setting && setting->enabled; }
    bool isOff() const { return setting && !setting->enabled; }
    /// Accepted or refused: somebody is there.
    bool webSocketAnswers() const;
    bool modbusPortIs(PortState state) const { return modbus && modbus->state == state; }
    /// "192.168.1.150:502"
    QString endpoint(quint16 port) const;
};

/// On this computer's own network nobody has the address: no MAC address, and no answer.
bool isNobodyThere(const DiagnosisEvidence &evidence);
/// Neither port gave any answer.
bool isHostSilent(const DiagnosisEvidence &evidence);

} // namespace Sigen
