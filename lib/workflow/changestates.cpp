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

/// Whether \a to is entered from \a from and from nowhere else.
static constexpr bool isEnteredOnlyFrom(ChangeState to, ChangeState from)
{
    for (const ChangeTransition &transition : changeTransitions) {
        if (transition.to == to && transition.from != from)
            return false;
    }
    return true;
}

static_assert(isEnteredOnlyFrom(ChangeState::Writing, ChangeState::Reading), "no read, no write");
static_assert(isEnteredOnlyFrom(ChangeState::Confirming, ChangeState::ReadingBack));
static_assert(nextState(ChangeState::Writing, ChangeEvent::WriteEnded) == ChangeState::Reconnecting,
              "what a write did is read back on another connection");
static_assert(!nextState(ChangeState::ReadingBack, ChangeEvent::ReadAsWished)
                  && !nextState(ChangeState::ReadingBack, ChangeEvent::Settled)
                  && !nextState(ChangeState::ReadingBack, ChangeEvent::GaveUp),
              "nothing is claimed that was not confirmed");

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
    case ChangeState::Reconnecting:
        return "Reconnecting";
    case ChangeState::SigningInAgain:
        return "SigningInAgain";
    case ChangeState::AwaitingSilence:
        return "AwaitingSilence";
    case ChangeState::ReadingBack:
        return "ReadingBack";
    case ChangeState::Confirming:
        return "Confirming";
    case ChangeState::Verifying:
        return "Verifying";
    case ChangeState::Finished:
        return "Finished";
    }
    return "?";
}

} // namespace Sigen
