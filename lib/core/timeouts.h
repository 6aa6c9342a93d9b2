// How long each network step may take. One value for the whole program, handed down from its edge; who spends
// which one is listed in lib/README.md.
#pragma once

#include <chrono>

namespace Sigen {

struct Timeouts
{
    std::chrono::milliseconds connect{5000}; ///< name look-up and TCP connect, each
    std::chrono::milliseconds handshake{5000}; ///< WebSocket (and TLS) handshake
    std::chrono::milliseconds reply{10000}; ///< one reply on the WebSocket (reference client: 10 s)
    std::chrono::milliseconds modbusReply{3000}; ///< one Modbus reply (vendor document: within 1 s normally)
    std::chrono::milliseconds identityReply{1000}; ///< a device unit asked for its identity; it may not exist

    /// Every step bounded by the same time (command line: --timeout).
    static Timeouts all(std::chrono::milliseconds each) { return {each, each, each, each, each}; }
    bool operator==(const Timeouts &) const = default;
};

} // namespace Sigen
