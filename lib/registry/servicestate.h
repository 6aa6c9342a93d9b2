// What was seen of one of the two ports of a host.
#pragma once

namespace Sigen {

enum class ServiceState {
    NotTested,
    Closed, ///< refused: somebody is there, nothing listens
    Filtered, ///< no answer at all
    Open, ///< accepts connections; WebSocket: no handshake (yet), Modbus: not asked who it is
    Handshake, ///< WebSocket only: the handshake succeeded
    Answers, ///< Modbus only: a Sigenergy plant answers
    Silent, ///< accepts connections and says nothing
    // Modbus only, when it was asked who answers and it is no plant, or one that can't be used like this:
    Late,
    Busy,
    Odd,
    Garbage,
    Closes,
    Exception,
    NotSigenergy,
    OddPlant, ///< a Sigenergy plant answers, but with odd frames; called "odd" as well
};

/// Somebody accepts connections there, whoever it is and whatever is said.
constexpr bool accepts(ServiceState state)
{
    return state != ServiceState::NotTested && state != ServiceState::Closed
        && state != ServiceState::Filtered;
}

/// A Sigenergy plant answers there.
constexpr bool provesPlant(ServiceState modbus)
{
    return modbus == ServiceState::Answers || modbus == ServiceState::OddPlant;
}

} // namespace Sigen
