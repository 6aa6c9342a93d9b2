// What a change means for a setting that was read: whether to write, what, and when it has come true. Pure:
// the decisions that touch somebody's power plant, testable without a socket.
#pragma once

#include "protocol/envelope.h"
#include "workflow/jobresult.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace Sigen {

enum class ChangeAction {
    ReadOnly, ///< sign in and read; never writes
    Enable,
    Disable,
    SetPort,
};

struct ChangeRequest
{
    ChangeAction action = ChangeAction::ReadOnly;
    std::optional<quint16> port; ///< the wished Modbus port, 1–65535; required for SetPort
    bool dryRun = false; ///< reads and says what would be sent
    /// How long the port may take to open (or to close), and Modbus to answer rightly. Empty: 30 s after a
    /// write, one try when nothing was written.
    std::optional<std::chrono::milliseconds> verifyWait;
    /// Where this computer reaches the Modbus port when a router forwards it; never sent to the gateway.
    /// Empty: the gateway's own port is tested.
    std::optional<quint16> testPort = std::nullopt;
    enum class Insist {
        No,
        OnlyIfOn, ///< Disable: a server that is off already is left alone, and nothing is tested
        Send, ///< Enable: sent also when the server is read as on, since an "off" may still be on its way
        SendUnread, ///< the same, and what is sent is `known`: the setting can't be read any more
    };
    Insist insist = Insist::No;
    /// Nothing is sent where the server was turned off on purpose since then, by whatever program that shares
    /// the lock. Empty: that is the user's own business.
    std::optional<QDateTime> unlessTurnedOffSince = std::nullopt;
    ModbusSetting known = {}; ///< for SendUnread: as read before the "off"
};

/// What is to be proved on the Modbus port once the setting is as wished.
enum class PortExpectation { Open, Closed, NotTested };

struct ChangePlan
{
    std::optional<ModbusSetting> write; ///< empty: nothing to write
    PortExpectation expectation = PortExpectation::NotTested;
    Outcome outcome = Outcome::Read; ///< when all that follows goes well
};

/// What is said of a setting to people: its on/off value and its port.
ReportedSetting reported(const ModbusSetting &setting);

/// True when \a read is enough to go on: a port is known, by the gateway or by the user.
bool isUsable(const ModbusSetting &read, const ChangeRequest &request);

/// \a before must be usable. The written setting carries the gateway's port unless the request has one, and
/// all other keys that the gateway sent, unchanged.
ChangePlan planChange(const ModbusSetting &before, const ChangeRequest &request);

/// Whether \a now, read after the write, is what was wished. A port counts only when the user asked for one:
/// without that the gateway's own is taken as it is. A read without a port counts as long as the user gave
/// one: then nothing but the test of that port can prove it.
bool isAsWished(const ModbusSetting &now, const ModbusSetting &before, const ChangeRequest &request);

} // namespace Sigen
