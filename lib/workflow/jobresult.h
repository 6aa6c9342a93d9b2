// How a job ended: what is known for certain, and only that. What is not known is empty.
//
// Three different things: the *outcome* says how it ended, the *error* why it did not end well, the fields
// what was seen on the way.
#pragma once

#include "core/error.h"
#include "modbus/identity.h"
#include "network/portprobe.h"
#include "workflow/message.h"

#include <QDateTime>
#include <QLatin1StringView>
#include <QString>

#include <optional>

namespace Sigen {

enum class Outcome {
    Enabled,
    AlreadyEnabled,
    Disabled,
    AlreadyDisabled,
    PortChanged,
    Unchanged, ///< set-port: the gateway had this port already
    EnabledUnverified, ///< on as wished (or on already), but not proved from this computer
    Refused,
    NoEffect,
    Unknown, ///< the write was sent, the state could not be read back
    Verified,
    NotVerified,
    Read,
    Failed,
    Cancelled,
    DryRun,
    Repaired, ///< switched off and on again, and it answers
    TimedOut, ///< nothing appeared while it was waited for
};

/// The word of the command-line contract.
QLatin1StringView outcomeName(Outcome outcome);

struct JobResult
{
    Outcome outcome = Outcome::Failed;
    Error error; ///< None when all went well
    QString host; ///< as given
    QString serial; ///< by the WebSocket, else by Modbus; untrusted text, whole
    std::optional<ReportedSetting> before; ///< as first read
    std::optional<ReportedSetting> current; ///< as last read
    std::optional<quint16> testedPort; ///< of the Modbus server, what `port` and `modbus` are about
    /// Where the user says that this computer reaches the Modbus port, whatever the gateway's own is.
    std::optional<quint16> testPort;
    std::optional<PortState> port;
    std::optional<ModbusIdentity> modbus;
    QDateTime verifiedAt; ///< UTC; valid only when the port (and Modbus, where it is read) was proved
    bool writeSent = false; ///< the set request was handed to the socket
    bool writeAcknowledged = false;
    /// The gateway accepted a sign-in at this address: whoever answers there is no stranger.
    bool signedIn = false;
    /// A repair sent "off", and it is not proved that the server is on again.
    bool mayBeOff = false;
    Messages warnings; ///< for example that the serial numbers differ
};

} // namespace Sigen
