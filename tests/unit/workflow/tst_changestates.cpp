// The transition table, walked whole.

#include "workflow/changestates.h"

#include <QSet>
#include <QTest>

using namespace Sigen;

class ChangeStatesTest : public QObject
{
    Q_OBJECT

    static constexpr int stateCount = int(ChangeState::Finished) + 1;
    static constexpr int eventCount = int(ChangeEvent::Cancelled) + 1;

    static QSet<ChangeState> reachableFrom(ChangeState start)
    {
        QSet<ChangeState> seen{start};
        QList<ChangeState> open{start};
        while (!open.isEmpty()) {
            const ChangeState state = open.takeLast();
            for (const ChangeTransition &transition : changeTransitions) {
                if (transition.from == state && !seen.contains(transition.to)) {
                    seen.insert(transition.to);
                    open.append(transition.to);
                }
            }
        }
        return seen;
    }

private Q_SLOTS:
    void everyPairIsInTheTableOrIllegal()
    {
        int legal = 0;
        for (int state = 0; state < stateCount; ++state) {
            for (int event = 0; event < eventCount; ++event) {
                if (nextState(ChangeState(state), ChangeEvent(event)))
                    ++legal;
            }
        }
        QCOMPARE(legal, int(changeTransitions.size()));
    }

    void everyStateIsReachableAndCanFinish()
    {
        QCOMPARE(reachableFrom(ChangeState::Idle).size(), stateCount);
        for (int state = 0; state < stateCount; ++state)
            QVERIFY(reachableFrom(ChangeState(state)).contains(ChangeState::Finished));
    }

    void everyStateButTheLastCanBeCancelled()
    {
        for (int state = 0; state < stateCount; ++state) {
            const auto next = nextState(ChangeState(state), ChangeEvent::Cancelled);
            QCOMPARE(next.has_value(), ChangeState(state) != ChangeState::Finished);
        }
    }

    void nothingFollowsFinished()
    {
        for (int event = 0; event < eventCount; ++event)
            QVERIFY(!nextState(ChangeState::Finished, ChangeEvent(event)));
    }

    void noPathLeadsBackToWriting()
    {
        for (const ChangeTransition &transition : changeTransitions) {
            if (transition.from == ChangeState::Writing)
                QVERIFY(!reachableFrom(transition.to).contains(ChangeState::Writing));
        }
    }

    void writingIsOnlyReachedByReading()
    {
        for (const ChangeTransition &transition : changeTransitions) {
            if (transition.to == ChangeState::Writing)
                QCOMPARE(transition.from, ChangeState::Reading);
        }
    }

    void whatAWriteDidIsReadBackOnAnotherConnection()
    {
        // On its own only after a wait for silence, and only where no other is to be had.
        for (const ChangeTransition &transition : changeTransitions) {
            if (transition.from == ChangeState::Writing && transition.event != ChangeEvent::Cancelled
                && transition.event != ChangeEvent::StepFailed)
                QCOMPARE(transition.to, ChangeState::Reconnecting);
            if (transition.to == ChangeState::AwaitingSilence
                && transition.event != ChangeEvent::ReadOtherwise)
                QCOMPARE(transition.event, ChangeEvent::NoOtherConnection);
        }
    }

    void nothingIsClaimedAfterAWriteThatWasNotConfirmed()
    {
        for (const ChangeTransition &transition : changeTransitions) {
            if (transition.event == ChangeEvent::ReadAsWished || transition.event == ChangeEvent::Settled)
                QCOMPARE(transition.from, ChangeState::Confirming);
            if (transition.from == ChangeState::ReadingBack && transition.to == ChangeState::Finished)
                QCOMPARE(transition.event, ChangeEvent::Cancelled);
        }
    }

    void onlyPausesAndReconnectsMayLoop()
    {
        // Each loop in the table passes a state whose driver counts tries or time.
        for (const ChangeTransition &transition : changeTransitions) {
            if (transition.from == transition.to)
                QCOMPARE(transition.from, ChangeState::Reconnecting);
        }
    }

    void statesHaveDifferentNames()
    {
        QSet<QByteArray> names;
        for (int state = 0; state < stateCount; ++state)
            names.insert(changeStateName(ChangeState(state)));
        QCOMPARE(names.size(), stateCount);
    }
};

QTEST_APPLESS_MAIN(ChangeStatesTest)
#include "tst_changestates.moc"
