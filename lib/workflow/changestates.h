// The change of a setting as a table: which state follows which on what. Pure; SettingChange is the only
// driver and has one function that looks a transition up. Everything that is not in the table is a
// programming error.
#pragma once

#include <array>
#include <optional>

namespace Sigen {

enum class ChangeState {
    Idle,
    Reaching, ///< name look-up and TCP connect to the WebSocket port
    Handshaking,
    SigningIn,
    Reading, ///< before the write
    Renewing, ///< the session was refused before the write: signing in once more
    Writing,
    ReadingBack,
    AwaitingEffect, ///< after the write: pausing before it is read back, and before it is read again. Replies
                    ///< carry no number of their request, and what still arrives for the write must not pass
                    ///< for the read's
    Reconnecting, ///< after the write the connection is in doubt: opening a new one
    SigningInAgain, ///< after the write
    Verifying, ///< the port, then Modbus
    Finished,
};

enum class ChangeEvent {
    Started,
    Reached,
    Opened, ///< the WebSocket handshake succeeded
    SignedIn,
    NothingToDo, ///< the setting was read and that is all: status, dry run, nothing to change and nothing to
                 ///< test
    AlreadyAsWished, ///< nothing to write, but something to verify
    MustWrite,
    SessionRefused,
    WriteAnswered, ///< acknowledged or refused: read back either way
    WriteInDoubt, ///< sent, but no answer or no connection any more
    ReadAsWished,
    ReadOtherwise,
    Settled, ///< read back, and nothing is left to verify
    Due, ///< a pause is over
    StepFailed, ///< the state's own step failed
    GaveUp, ///< tries or time are used up
    VerificationEnded,
    Cancelled,
};

struct ChangeTransition
{
    ChangeState from;
    ChangeEvent event;
    ChangeState to;
};

// clang-format off
inline constexpr std::array changeTransitions{
    ChangeTransition{ChangeState::Idle,           ChangeEvent::Started,           ChangeState::Reaching},
    ChangeTransition{ChangeState::Idle,           ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::Reaching,       ChangeEvent::Reached,           ChangeState::Handshaking},
    ChangeTransition{ChangeState::Reaching,       ChangeEvent::StepFailed,        ChangeState::Finished},
    ChangeTransition{ChangeState::Reaching,       ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::Handshaking,    ChangeEvent::Opened,            ChangeState::SigningIn},
    ChangeTransition{ChangeState::Handshaking,    ChangeEvent::StepFailed,        ChangeState::Finished},
    ChangeTransition{ChangeState::Handshaking,    ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::SigningIn,      ChangeEvent::SignedIn,          ChangeState::Reading},
    ChangeTransition{ChangeState::SigningIn,      ChangeEvent::StepFailed,        ChangeState::Finished},
    ChangeTransition{ChangeState::SigningIn,      ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::Reading,        ChangeEvent::NothingToDo,       ChangeState::Finished},
    ChangeTransition{ChangeState::Reading,        ChangeEvent::AlreadyAsWished,   ChangeState::Verifying},
    ChangeTransition{ChangeState::Reading,        ChangeEvent::MustWrite,         ChangeState::Writing},
    ChangeTransition{ChangeState::Reading,        ChangeEvent::SessionRefused,    ChangeState::Renewing},
    ChangeTransition{ChangeState::Reading,        ChangeEvent::StepFailed,        ChangeState::Finished},
    ChangeTransition{ChangeState::Reading,        ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::Renewing,       ChangeEvent::SignedIn,          ChangeState::Reading},
    ChangeTransition{ChangeState::Renewing,       ChangeEvent::StepFailed,        ChangeState::Finished},
    ChangeTransition{ChangeState::Renewing,       ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::Writing,        ChangeEvent::WriteAnswered,     ChangeState::AwaitingEffect},
    ChangeTransition{ChangeState::Writing,        ChangeEvent::SessionRefused,    ChangeState::SigningInAgain},
    ChangeTransition{ChangeState::Writing,        ChangeEvent::WriteInDoubt,      ChangeState::Reconnecting},
    ChangeTransition{ChangeState::Writing,        ChangeEvent::StepFailed,        ChangeState::Finished}, // not sent
    ChangeTransition{ChangeState::Writing,        ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::ReadingBack,    ChangeEvent::ReadAsWished,      ChangeState::Verifying},
    ChangeTransition{ChangeState::ReadingBack,    ChangeEvent::Settled,           ChangeState::Finished},
    ChangeTransition{ChangeState::ReadingBack,    ChangeEvent::ReadOtherwise,     ChangeState::AwaitingEffect},
    ChangeTransition{ChangeState::ReadingBack,    ChangeEvent::SessionRefused,    ChangeState::SigningInAgain},
    ChangeTransition{ChangeState::ReadingBack,    ChangeEvent::StepFailed,        ChangeState::Reconnecting},
    ChangeTransition{ChangeState::ReadingBack,    ChangeEvent::GaveUp,            ChangeState::Finished},
    ChangeTransition{ChangeState::ReadingBack,    ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::AwaitingEffect, ChangeEvent::Due,               ChangeState::ReadingBack},
    ChangeTransition{ChangeState::AwaitingEffect, ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::Reconnecting,   ChangeEvent::Opened,            ChangeState::SigningInAgain},
    ChangeTransition{ChangeState::Reconnecting,   ChangeEvent::StepFailed,        ChangeState::Reconnecting},
    ChangeTransition{ChangeState::Reconnecting,   ChangeEvent::GaveUp,            ChangeState::Finished},
    ChangeTransition{ChangeState::Reconnecting,   ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::SigningInAgain, ChangeEvent::SignedIn,          ChangeState::ReadingBack},
    ChangeTransition{ChangeState::SigningInAgain, ChangeEvent::StepFailed,        ChangeState::Reconnecting},
    ChangeTransition{ChangeState::SigningInAgain, ChangeEvent::GaveUp,            ChangeState::Finished},
    ChangeTransition{ChangeState::SigningInAgain, ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::Verifying,      ChangeEvent::VerificationEnded, ChangeState::Finished},
    ChangeTransition{ChangeState::Verifying,      ChangeEvent::Cancelled,         ChangeState::Finished},
};
// clang-format on

/// Empty when the table has no such transition.
constexpr std::optional<ChangeState> nextState(ChangeState from, ChangeEvent event)
{
    for (const ChangeTransition &transition : changeTransitions) {
        if (transition.from == from && transition.event == event)
            return transition.to;
    }
    return std::nullopt;
}

/// For logs, for example "ReadingBack".
const char *changeStateName(ChangeState state);

} // namespace Sigen
