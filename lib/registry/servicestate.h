// What was seen of one of the two ports of a host.
#pragma once

namespace Sigen {

enum class ServiceState {
    NotTested,
    Closed, ///< refused: somebody is there, nothing listens
    Filtered, ///< no answer at all
    Open, ///< accepts connections; WebSocket: no handshake (yet), Modbus: not a Sigenergy plant, or not asked
    Handshake, ///< WebSocket only: the handshake succeeded
    Answers, ///< Modbus only: a Sigenergy plant answers
    Silent, ///< accepts connections and says nothing
};

} // namespace Sigen
