// Operations inside operations: runStep() and what becomes of a step when its parent ends.
#include "scriptedoperation.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Sigen;
using namespace std::chrono_literals;

namespace {

enum class End { Succeed, Fail, Cancel, TimeOut };

void end(ScriptedOperation &operation, End how)
{
    switch (how) {
    case End::Succeed:
        operation.succeed();
        break;
    case End::Fail:
        operation.fail({ErrorCode::Refused, {}, {}});
        break;
    case End::Cancel:
        operation.cancel();
        break;
    case End::TimeOut:
        break; // comes by itself
    }
}

ErrorCode codeOf(End how)
{
    switch (how) {
    case End::Succeed:
        return ErrorCode::None;
    case End::Fail:
        return ErrorCode::Refused;
    case End::Cancel:
        return ErrorCode::Cancelled;
    case End::TimeOut:
        break;
    }
    return ErrorCode::NoReply;
}

void addEnds(bool withTimeOut)
{
    QTest::addColumn<End>("how");
    QTest::newRow("succeeds") << End::Succeed;
    QTest::newRow("fails") << End::Fail;
    QTest::newRow("is cancelled") << End::Cancel;
    if (withTimeOut)
        QTest::newRow("times out") << End::TimeOut;
}

void turnEventLoop()
{
    for (int i = 0; i < 5; ++i) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace

class OperationStepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handlerGetsTheFinishedStepOnce_data() { addEnds(false); }
    void handlerGetsTheFinishedStepOnce();
    void stepEmitsNothingBeforeItCanBeConnected();
    void stepsRunOneAfterTheOther();
    void stepIsCancelledWhenItsParentEnds_data() { addEnds(true); }
    void stepIsCancelledWhenItsParentEnds();
    void parentMayEndInsideTheStepsOwnSignal_data() { addEnds(false); }
    void parentMayEndInsideTheStepsOwnSignal();
    void parentMayEndInsideTheHandler_data() { addEnds(false); }
    void parentMayEndInsideTheHandler();
    void runningAnotherStepAbandonsTheFirst();
    void runningAnotherStepInsideTheFirstOnesSignalIsSafe();
    void abandonedStepIsSilent();
    void abandoningSurvivesACollaboratorThatCallsBack();
    void stepThatWillNotBeCancelledIsDeletedAllTheSame();
    void destroyingTheParentDestroysTheStepSilently();
    void deletingTheParentLaterInsideTheStepsSignalIsSilent();
    void stepOfAnEndedParentIsNotStarted();
    void nestedStepsAreCancelledTogether();
};

void OperationStepsTest::handlerGetsTheFinishedStepOnce()
{
    QFETCH(const End, how);
    ScriptedOperation parent;
    int calls = 0;
    ErrorCode seen = ErrorCode::Internal;
    parent.onRun = [&] {
        auto *step = parent.runStep(std::make_unique<ScriptedOperation>(), [&](Operation &done) {
            ++calls;
            seen = done.error().code;
            QVERIFY(done.isFinished());
            QCOMPARE(&done, parent.currentStep());
        });
        step->onRun = [step, how] { end(*step, how); };
    };
    parent.start();
    QTRY_COMPARE(calls, 1);
    turnEventLoop();
    QCOMPARE(calls, 1);
    QCOMPARE(seen, codeOf(how));
    QVERIFY(parent.currentStep());
    QCOMPARE(parent.state(), Operation::State::Running);
}

void OperationStepsTest::stepEmitsNothingBeforeItCanBeConnected()
{
    ScriptedOperation parent;
    auto made = std::make_unique<ScriptedOperation>();
    made->onRun = [raw = made.get()] { Q_EMIT raw->progressed(); };
    int progress = 0;
    parent.onRun = [&] {
        auto *step = parent.runStep(std::move(made), [](Operation &) {});
        connect(step, &ScriptedOperation::progressed, &parent, [&] { ++progress; });
    };
    parent.start();
    QTRY_COMPARE(progress, 1);
}

void OperationStepsTest::stepsRunOneAfterTheOther()
{
    ScriptedOperation parent;
    QStringList order;
    QPointer<Operation> first;
    const auto makeStep = [&](const QString &name) {
        auto step = std::make_unique<ScriptedOperation>();
        step->onRun = [&order, name, raw = step.get()] {
            order.append(name);
            raw->succeed();
        };
        return step;
    };
    parent.onRun = [&] {
        first = parent.runStep(makeStep(QStringLiteral("first")), [&](Operation &) {
            parent.runStep(makeStep(QStringLiteral("second")), [&](Operation &) { parent.succeed(); });
        });
    };
    parent.start();
    QTRY_VERIFY(parent.isFinished());
    QCOMPARE(order, QStringList({QStringLiteral("first"), QStringLiteral("second")}));
    QVERIFY(!parent.currentStep());
    QTRY_VERIFY(first.isNull());
}

void OperationStepsTest::stepIsCancelledWhenItsParentEnds()
{
    QFETCH(const End, how);
    // Long enough to run first, also on a busy machine.
    ScriptedOperation parent(how == End::TimeOut ? 200ms : Operation::noDeadline);
    QPointer<ScriptedOperation> step;
    int calls = 0;
    int stepReleases = 0;
    int stepReleasesAtEnd = -1;
    parent.onRun = [&] {
        step = parent.runStep(std::make_unique<ScriptedOperation>(), [&](Operation &) { ++calls; });
        step->onRelease = [&] { ++stepReleases; };
    };
    connect(&parent, &Operation::finished, this, [&] { stepReleasesAtEnd = stepReleases; });
    parent.start();
    QTRY_COMPARE(parent.runs, 1);
    turnEventLoop();
    end(parent, how);

    QTRY_VERIFY(parent.isFinished());
    QCOMPARE(parent.error().code, codeOf(how));
    QCOMPARE(stepReleasesAtEnd, 1);
    QVERIFY(!parent.currentStep());
    QTRY_VERIFY(step.isNull());
    QCOMPARE(calls, 0);
}

void OperationStepsTest::parentMayEndInsideTheStepsOwnSignal()
{
    QFETCH(const End, how);
    ScriptedOperation parent;
    QSignalSpy finished(&parent, &Operation::finished);
    QPointer<ScriptedOperation> step;
    int calls = 0;
    bool stepLivedOn = false;
    parent.onRun = [&] {
        step = parent.runStep(std::make_unique<ScriptedOperation>(), [&](Operation &) { ++calls; });
        step->onRun = [&, raw = step.data()] {
            Q_EMIT raw->progressed(); // ends the parent, and with it this step
            stepLivedOn = !step.isNull() && raw->hasEnded();
            Q_EMIT raw->progressed();
            raw->succeed();
        };
        connect(step, &ScriptedOperation::progressed, &parent, [&] { end(parent, how); });
    };
    parent.start();
    QTRY_COMPARE(finished.count(), 1);
    QTRY_VERIFY(step.isNull());
    turnEventLoop();
    QVERIFY(stepLivedOn);
    QCOMPARE(calls, 0);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(parent.error().code, codeOf(how));
}

void OperationStepsTest::parentMayEndInsideTheHandler()
{
    QFETCH(const End, how);
    ScriptedOperation parent;
    bool stepStillReadable = false;
    parent.onRun = [&] {
        auto *step = parent.runStep(std::make_unique<ScriptedOperation>(), [&](ScriptedOperation &done) {
            end(parent, how);
            stepStillReadable = done.isFinished() && done.runs == 1;
        });
        step->onRun = [step] { step->succeed(); };
    };
    parent.start();
    QTRY_VERIFY(parent.isFinished());
    QVERIFY(stepStillReadable);
    QCOMPARE(parent.error().code, codeOf(how));
}

void OperationStepsTest::runningAnotherStepAbandonsTheFirst()
{
    ScriptedOperation parent;
    QStringList called;
    QPointer<ScriptedOperation> first = parent.runStep(
        std::make_unique<ScriptedOperation>(), [&](Operation &) { called.append(QStringLiteral("first")); });
    int firstReleases = 0;
    first->onRelease = [&] { ++firstReleases; };
    auto *second = parent.runStep(std::make_unique<ScriptedOperation>(),
                                  [&](Operation &) { called.append(QStringLiteral("second")); });
    second->onRun = [second] { second->succeed(); };

    QCOMPARE(firstReleases, 1);
    QCOMPARE(parent.currentStep(), second);
    QTRY_VERIFY(first.isNull());
    QTRY_COMPARE(called, QStringList(QStringLiteral("second")));
}

void OperationStepsTest::runningAnotherStepInsideTheFirstOnesSignalIsSafe()
{
    ScriptedOperation parent;
    QStringList called;
    QPointer<ScriptedOperation> first = parent.runStep(
        std::make_unique<ScriptedOperation>(), [&](Operation &) { called.append(QStringLiteral("first")); });
    first->onRun = [raw = first.data()] {
        Q_EMIT raw->progressed();
        raw->succeed();
    };
    connect(first, &ScriptedOperation::progressed, &parent, [&] {
        auto *second = parent.runStep(std::make_unique<ScriptedOperation>(),
                                      [&](Operation &) { called.append(QStringLiteral("second")); });
        second->onRun = [second] { second->succeed(); };
    });
    QTRY_VERIFY(first.isNull());
    QTRY_COMPARE(called, QStringList(QStringLiteral("second")));
}

void OperationStepsTest::abandonedStepIsSilent()
{
    ScriptedOperation parent;
    QPointer<ScriptedOperation> step =
        parent.runStep(std::make_unique<ScriptedOperation>(), [](Operation &) { QFAIL("handler called"); });
    int progress = 0;
    connect(step, &ScriptedOperation::progressed, &parent, [&] { ++progress; });
    step->onRelease = [raw = step.data()] { Q_EMIT raw->progressed(); };
    parent.abandonStep();
    QVERIFY(!parent.currentStep());
    QVERIFY(!step.isNull()); // deleted when the event loop turns, not before
    QTRY_VERIFY(step.isNull());
    QCOMPARE(progress, 0);
    parent.abandonStep();
}

void OperationStepsTest::abandoningSurvivesACollaboratorThatCallsBack()
{
    ScriptedOperation parent;
    QSignalSpy finished(&parent, &Operation::finished);
    QPointer<ScriptedOperation> step =
        parent.runStep(std::make_unique<ScriptedOperation>(), [](Operation &) { QFAIL("handler called"); });
    // Like a shared session that tells everyone of its end while the step lets go of it.
    step->onRelease = [&] { parent.fail({ErrorCode::ConnectionLost, {}, {}}); };
    auto *next =
        parent.runStep(std::make_unique<ScriptedOperation>(), [](Operation &) { QFAIL("handler called"); });

    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(parent.error().code, ErrorCode::ConnectionLost);
    QTRY_VERIFY(step.isNull());
    QCOMPARE(next->state(), Operation::State::Idle);
}

void OperationStepsTest::stepThatWillNotBeCancelledIsDeletedAllTheSame()
{
    ScriptedOperation parent;
    QPointer<ScriptedOperation> step =
        parent.runStep(std::make_unique<ScriptedOperation>(), [](Operation &) { QFAIL("handler called"); });
    step->onCancel = [] {};
    parent.start();
    parent.cancel();
    QTRY_VERIFY(step.isNull());
    QTRY_VERIFY(parent.isFinished());
}

void OperationStepsTest::destroyingTheParentDestroysTheStepSilently()
{
    auto parent = std::make_unique<ScriptedOperation>();
    int emitted = 0;
    QPointer<ScriptedOperation> step =
        parent->runStep(std::make_unique<ScriptedOperation>(), [&](Operation &) { ++emitted; });
    connect(step, &Operation::finished, this, [&] { ++emitted; });
    connect(parent.get(), &Operation::finished, this, [&] { ++emitted; });
    parent->start();
    QTRY_COMPARE(step->runs, 1);
    parent.reset();
    QVERIFY(step.isNull());
    turnEventLoop();
    QCOMPARE(emitted, 0);
}

void OperationStepsTest::deletingTheParentLaterInsideTheStepsSignalIsSilent()
{
    QPointer<ScriptedOperation> parent(new ScriptedOperation);
    int emitted = 0;
    connect(parent, &Operation::finished, this, [&] { ++emitted; });
    QPointer<ScriptedOperation> step =
        parent->runStep(std::make_unique<ScriptedOperation>(), [&](Operation &) { ++emitted; });
    step->onRun = [raw = step.data()] { Q_EMIT raw->progressed(); };
    connect(step, &ScriptedOperation::progressed, parent, &QObject::deleteLater);
    QTRY_VERIFY(parent.isNull());
    QVERIFY(step.isNull());
    QCOMPARE(emitted, 0);
}

void OperationStepsTest::stepOfAnEndedParentIsNotStarted()
{
    ScriptedOperation parent;
    parent.cancel();
    auto *step =
        parent.runStep(std::make_unique<ScriptedOperation>(), [](Operation &) { QFAIL("handler called"); });
    step->onRun = [] { QFAIL("step was run"); };
    QTRY_VERIFY(parent.isFinished());
    turnEventLoop();
    QCOMPARE(step->state(), Operation::State::Idle);
}

void OperationStepsTest::nestedStepsAreCancelledTogether()
{
    ScriptedOperation parent;
    QPointer<ScriptedOperation> child;
    QPointer<ScriptedOperation> grandchild;
    int grandchildReleases = 0;
    parent.onRun = [&] {
        child = parent.runStep(std::make_unique<ScriptedOperation>(), [](Operation &) {});
        child->onRun = [&] {
            grandchild = child->runStep(std::make_unique<ScriptedOperation>(), [](Operation &) {});
            grandchild->onRelease = [&] { ++grandchildReleases; };
        };
    };
    parent.start();
    QTRY_VERIFY(grandchild && grandchild->runs == 1);
    parent.cancel();
    QCOMPARE(grandchildReleases, 1);
    QTRY_VERIFY(child.isNull() && grandchild.isNull());
    QTRY_VERIFY(parent.isFinished());
}

QTEST_GUILESS_MAIN(OperationStepsTest)
#include "tst_operationsteps.moc"
