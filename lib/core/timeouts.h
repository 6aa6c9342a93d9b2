// How long each network step may take, and the pauses between them. One value for the whole program, handed
// down from its edge; who spends which one is listed in lib/README.md.
#pragma once

#include <chrono>

namespace Sigen {

/// Pauses and waits between the steps. They belong to the contract with the gateway and to no option: only a
/// test that can't wait shortens them.
struct Pacing
{
    /// Until something is looked at again that is not yet as it should be: an old state after a write, a
    /// port.
    std::chrono::milliseconds retry{500};
    /// An old state that is read back after the write is read again this long (protocol unconfirmed: generous
    /// on purpose; a write that took effect late must not be reported as lost).
    std::chrono::milliseconds effectWait{10000};
    /// When the write is in doubt: between new connections to read back on, since a gateway may restart its
    /// server after a change, and the time in which they may begin. Each part of one takes at most what is
    /// left of it.
    std::chrono::milliseconds reconnectPause{3000};
    std::chrono::milliseconds reconnectWait{15000};
    /// How long the port may take to open or to close after a write, unless the request says otherwise.
    std::chrono::milliseconds verifyWait{30000};
    /// Between two requests to a Modbus server that did not answer the first (vendor document V2.9).
    std::chrono::milliseconds modbusPause{1000};

    bool operator==(const Pacing &) const = default;
};

struct Timeouts
{
    std::chrono::milliseconds connect{5000}; ///< name look-up and TCP connect, each
    std::chrono::milliseconds handshake{5000}; ///< WebSocket (and TLS) handshake
    std::chrono::milliseconds reply{10000}; ///< one reply on the WebSocket (reference client: 10 s)
    std::chrono::milliseconds modbusReply{3000}; ///< one Modbus reply (vendor document: within 1 s normally)
    std::chrono::milliseconds identityReply{1000}; ///< a device unit asked for its identity; it may not exist
    Pacing pacing;

    /// Every step bounded by the same time (command line: --timeout).
    static Timeouts all(std::chrono::milliseconds each) { return {each, each, each, each, each, {}}; }
    bool operator==(const Timeouts &) const = default;
};

} // namespace Sigen
