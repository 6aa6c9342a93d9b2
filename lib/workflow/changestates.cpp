#include "workflow/changestates.h"

namespace Sigen {

static constexpr bool isDeterministic()
{
    for (std::size_t i = 0; i < changeTransitions.size(); ++i) {
        for (std::size_t j = i + 1; j < changeTransitions.size(); ++j) {
            if (changeTransitions[i].from == changeTransitions[j].from
                && changeTransitions[i].event == changeTransitions[j].event)
                return false;
        }
    }
    return true;
}

static_assert(isDeterministic(), "a state must have at most one successor for an event");
static_assert(!nextState(ChangeState::ReadingBack, ChangeEvent::MustWrite), "a write must never be repeated");

const char *changeStateName(ChangeState state)
{
    switch (state) {
    case ChangeState::Idle:
        return "Idle";
    case ChangeState::Reaching:
        return "Reaching";
    case ChangeState::Handshaking:
        return "Handshaking";
    case ChangeState::SigningIn:
        return "SigningIn";
    case ChangeState::Reading:
        return "Reading";
    case ChangeState::Renewing:
        return "Renewing";
    case ChangeState::Writing:
        return "Writing";
    case ChangeState::ReadingBack:
        return "ReadingBack";
    case ChangeState::AwaitingEffect:
        return "AwaitingEffect";
    case ChangeState::Reconnecting:
        return "Reconnecting";
    case ChangeState::SigningInAgain:
        return "SigningInAgain";
    case ChangeState::Verifying:
        return "Verifying";
    case ChangeState::Finished:
        return "Finished";
    }
    return "?";
}

} // namespace Sigen
