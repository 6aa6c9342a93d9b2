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
    Reconnecting, ///< after the write: opening another connection to read back on. Replies carry no number
                  ///< of their request, and nothing that was meant for the write can arrive there
    SigningInAgain, ///< on that connection; the one of the write stays open until this has ended
    AwaitingSilence, ///< before a connection that may still bring something else is read on: the one of the
                     ///< write, where no other is to be had, or one that has just told an old state
    ReadingBack,
    Confirming, ///< a state was told that would be an end: one more request, behind which no answer to the
                ///< read can come any more, and all that looked like it until then must say the same
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
    WriteEnded, ///< sent: acknowledged, refused, not answered or cut off; read back in each case
    NoOtherConnection, ///< and the one of the write is still open
    Silent,
    ReadTelling, ///< as wished, or nothing to wait for any more
    ReadOtherwise, ///< not as wished, or not the same in all that came: to be read again
    ReadAsWished, ///< confirmed
    Settled, ///< confirmed, and nothing is left to verify
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
    ChangeTransition{ChangeState::Idle,            ChangeEvent::Started,           ChangeState::Reaching},
    ChangeTransition{ChangeState::Idle,            ChangeEvent::StepFailed,        ChangeState::Finished}, // the profile
    ChangeTransition{ChangeState::Idle,            ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::Reaching,        ChangeEvent::Reached,           ChangeState::Handshaking},
    ChangeTransition{ChangeState::Reaching,        ChangeEvent::StepFailed,        ChangeState::Finished},
    ChangeTransition{ChangeState::Reaching,        ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::Handshaking,     ChangeEvent::Opened,            ChangeState::SigningIn},
    ChangeTransition{ChangeState::Handshaking,     ChangeEvent::StepFailed,        ChangeState::Finished},
    ChangeTransition{ChangeState::Handshaking,     ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::SigningIn,       ChangeEvent::SignedIn,          ChangeState::Reading},
    ChangeTransition{ChangeState::SigningIn,       ChangeEvent::StepFailed,        ChangeState::Finished},
    ChangeTransition{ChangeState::SigningIn,       ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::Reading,         ChangeEvent::NothingToDo,       ChangeState::Finished},
    ChangeTransition{ChangeState::Reading,         ChangeEvent::AlreadyAsWished,   ChangeState::Verifying},
    ChangeTransition{ChangeState::Reading,         ChangeEvent::MustWrite,         ChangeState::Writing},
    ChangeTransition{ChangeState::Reading,         ChangeEvent::SessionRefused,    ChangeState::Renewing},
    ChangeTransition{ChangeState::Reading,         ChangeEvent::StepFailed,        ChangeState::Finished},
    ChangeTransition{ChangeState::Reading,         ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::Renewing,        ChangeEvent::SignedIn,          ChangeState::Reading},
    ChangeTransition{ChangeState::Renewing,        ChangeEvent::StepFailed,        ChangeState::Finished},
    ChangeTransition{ChangeState::Renewing,        ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::Writing,         ChangeEvent::WriteEnded,        ChangeState::Reconnecting},
    ChangeTransition{ChangeState::Writing,         ChangeEvent::StepFailed,        ChangeState::Finished}, // not sent
    ChangeTransition{ChangeState::Writing,         ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::Reconnecting,    ChangeEvent::Opened,            ChangeState::SigningInAgain},
    ChangeTransition{ChangeState::Reconnecting,    ChangeEvent::NoOtherConnection, ChangeState::AwaitingSilence},
    ChangeTransition{ChangeState::Reconnecting,    ChangeEvent::StepFailed,        ChangeState::Reconnecting},
    ChangeTransition{ChangeState::Reconnecting,    ChangeEvent::GaveUp,            ChangeState::Finished},
    ChangeTransition{ChangeState::Reconnecting,    ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::SigningInAgain,  ChangeEvent::SignedIn,          ChangeState::ReadingBack},
    ChangeTransition{ChangeState::SigningInAgain,  ChangeEvent::NoOtherConnection, ChangeState::AwaitingSilence},
    ChangeTransition{ChangeState::SigningInAgain,  ChangeEvent::StepFailed,        ChangeState::Reconnecting},
    ChangeTransition{ChangeState::SigningInAgain,  ChangeEvent::GaveUp,            ChangeState::Finished},
    ChangeTransition{ChangeState::SigningInAgain,  ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::AwaitingSilence, ChangeEvent::Silent,            ChangeState::ReadingBack},
    ChangeTransition{ChangeState::AwaitingSilence, ChangeEvent::StepFailed,        ChangeState::Reconnecting},
    ChangeTransition{ChangeState::AwaitingSilence, ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::ReadingBack,     ChangeEvent::ReadTelling,       ChangeState::Confirming},
    ChangeTransition{ChangeState::ReadingBack,     ChangeEvent::ReadOtherwise,     ChangeState::AwaitingSilence},
    ChangeTransition{ChangeState::ReadingBack,     ChangeEvent::StepFailed,        ChangeState::Reconnecting},
    ChangeTransition{ChangeState::ReadingBack,     ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::Confirming,      ChangeEvent::ReadAsWished,      ChangeState::Verifying},
    ChangeTransition{ChangeState::Confirming,      ChangeEvent::Settled,           ChangeState::Finished},
    ChangeTransition{ChangeState::Confirming,      ChangeEvent::ReadOtherwise,     ChangeState::AwaitingSilence},
    ChangeTransition{ChangeState::Confirming,      ChangeEvent::GaveUp,            ChangeState::Finished},
    ChangeTransition{ChangeState::Confirming,      ChangeEvent::Cancelled,         ChangeState::Finished},

    ChangeTransition{ChangeState::Verifying,       ChangeEvent::VerificationEnded, ChangeState::Finished},
    ChangeTransition{ChangeState::Verifying,       ChangeEvent::Cancelled,         ChangeState::Finished},
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
