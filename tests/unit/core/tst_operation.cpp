// The contract at the head of core/operation.h, sentence by sentence.
#include "scriptedoperation.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Sigen;
using namespace std::chrono_literals;

namespace {

enum class When { BeforeStart, BeforeRun, InRun, Later };
enum class How { Succeed, Fail, TimeOut, Cancel, Start };

void end(ScriptedOperation &operation, How how)
{
    switch (how) {
    case How::Succeed:
        operation.succeed();
        break;
    case How::Fail:
        operation.fail({ErrorCode::Refused, {}, {}});
        break;
    case How::Cancel:
        operation.cancel();
        break;
    case How::Start:
        operation.start();
        break;
    case How::TimeOut:
        break; // comes by itself
    }
}

/// Everything that is queued has been delivered.
void turnEventLoop()
{
    for (int i = 0; i < 5; ++i) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace

class OperationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isIdleUntilStarted();
    void beginsInTheNextTurnOfTheEventLoop();
    void runsOnceHoweverOftenItIsStarted();
    void endsExactlyOnce_data();
    void endsExactlyOnce();
    void emitsNothingInsideTheCallThatEndsIt_data() { endsExactlyOnce_data(); }
    void emitsNothingInsideTheCallThatEndsIt();
    void hasLetGoOfEverythingWhenItReportsTheEnd();
    void showsErrorAndStateOnlyOnceFinished();
    void neverRunsWhenCancelledBeforeItsTurn_data();
    void neverRunsWhenCancelledBeforeItsTurn();
    void firstEndCountsWhenASlotCancelsInTheMiddleOfRun();
    void isSilentWhenDeletedEarly_data();
    void isSilentWhenDeletedEarly();
    void isSilentWhenDeletedLaterFromItsOwnSignal();
    void mayBeDeletedInTheFinishedSlot();
    void mayBeReplacedInTheFinishedSlot();
    void deadlineCountsFromStart();
    void deadlineOfAnEndedOperationNeverFires();
    void goesOnWhenTheSubclassIgnoresDeadlineAndCancel();
    void endsAsTheSubclassSaysOnDeadlineAndCancel();
    void failureWithoutACodeIsInternal();
    void elapsedStandsStillOnceItHasEnded();
};

void OperationTest::isIdleUntilStarted()
{
    ScriptedOperation operation(1ms);
    QSignalSpy finished(&operation, &Operation::finished);
    ScriptedOperation later(20ms);
    later.start();
    QTRY_VERIFY(later.isFinished());

    QCOMPARE(operation.state(), Operation::State::Idle);
    QCOMPARE(operation.runs, 0);
    QCOMPARE(operation.elapsed(), 0ms);
    QCOMPARE(finished.count(), 0);
}

void OperationTest::beginsInTheNextTurnOfTheEventLoop()
{
    ScriptedOperation operation;
    QSignalSpy progressed(&operation, &ScriptedOperation::progressed);
    operation.onRun = [&] { Q_EMIT operation.progressed(); };

    operation.start();
    QCOMPARE(operation.state(), Operation::State::Running);
    QCOMPARE(operation.runs, 0);
    QCOMPARE(progressed.count(), 0);
    QTRY_COMPARE(progressed.count(), 1);
    QCOMPARE(operation.state(), Operation::State::Running);
}

void OperationTest::runsOnceHoweverOftenItIsStarted()
{
    ScriptedOperation operation;
    operation.start();
    operation.start();
    turnEventLoop();
    operation.start();
    turnEventLoop();
    QCOMPARE(operation.runs, 1);
}

void OperationTest::endsExactlyOnce_data()
{
    QTest::addColumn<When>("when");
    QTest::addColumn<How>("how");
    QTest::addColumn<How>("afterwards");
    QTest::addColumn<ErrorCode>("expected");

    const std::pair<When, const char *> whens[] = {{When::BeforeStart, "before start"},
                                                   {When::BeforeRun, "before run"},
                                                   {When::InRun, "in run"},
                                                   {When::Later, "later"}};
    const std::tuple<How, const char *, ErrorCode> hows[] = {
        {How::Succeed, "succeeds", ErrorCode::None},
        {How::Fail, "fails", ErrorCode::Refused},
        {How::TimeOut, "times out", ErrorCode::NoReply},
        {How::Cancel, "is cancelled", ErrorCode::Cancelled}};
    const std::pair<How, const char *> afters[] = {{How::Succeed, "then succeeds"},
                                                   {How::Fail, "then fails"},
                                                   {How::Cancel, "then is cancelled"},
                                                   {How::Start, "then is started"}};
    for (const auto &[when, whenName] : whens) {
        for (const auto &[how, howName, expected] : hows) {
            if (how == How::TimeOut && when != When::Later)
                continue; // a time-out always comes from the event loop
            for (const auto &[after, afterName] : afters)
                QTest::addRow("%s %s, %s", howName, whenName, afterName) << when << how << after << expected;
        }
    }
}

void OperationTest::endsExactlyOnce()
{
    QFETCH(const When, when);
    QFETCH(const How, how);
    QFETCH(const How, afterwards);
    QFETCH(const ErrorCode, expected);

    ScriptedOperation operation(how == How::TimeOut ? 1ms : Operation::noDeadline);
    QSignalSpy finished(&operation, &Operation::finished);
    const auto endTwice = [&] {
        end(operation, how);
        end(operation, afterwards);
    };

    if (when == When::InRun)
        operation.onRun = endTwice;
    if (when == When::BeforeStart)
        endTwice();
    operation.start();
    if (when == When::BeforeRun)
        endTwice();
    if (when == When::Later) {
        if (how == How::TimeOut) {
            operation.onRelease = [&] { end(operation, afterwards); };
        } else {
            QTRY_COMPARE(operation.runs, 1);
            endTwice();
        }
    }

    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(operation.state(), Operation::State::Finished);
    QCOMPARE(operation.error().code, expected);
    QCOMPARE(operation.releases, 1);
    const int runs = operation.runs;

    end(operation, afterwards);
    turnEventLoop();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(operation.error().code, expected);
    QCOMPARE(operation.releases, 1);
    QCOMPARE(operation.runs, runs);
}

void OperationTest::emitsNothingInsideTheCallThatEndsIt()
{
    QFETCH(const When, when);
    QFETCH(const How, how);

    ScriptedOperation operation(how == How::TimeOut ? 1ms : Operation::noDeadline);
    bool isInsideCall = false;
    bool wasInsideCall = true;
    connect(&operation, &Operation::finished, this, [&] { wasInsideCall = isInsideCall; });
    const auto endNow = [&] {
        isInsideCall = true;
        end(operation, how);
        isInsideCall = false;
    };
    if (when == When::InRun)
        operation.onRun = endNow;
    if (when == When::BeforeStart)
        endNow();
    operation.start();
    if (when == When::BeforeRun)
        endNow();
    if (when == When::Later && how == How::TimeOut) {
        operation.onDeadline = [&] {
            isInsideCall = true;
            operation.fail({ErrorCode::NoReply, {}, {}});
            isInsideCall = false;
        };
    } else if (when == When::Later) {
        QTRY_COMPARE(operation.runs, 1);
        endNow();
    }
    QTRY_VERIFY(operation.isFinished());
    QVERIFY(!wasInsideCall);
}

void OperationTest::hasLetGoOfEverythingWhenItReportsTheEnd()
{
    ScriptedOperation operation;
    operation.onRun = [&] { operation.succeed(); };
    int releasesAtEnd = -1;
    connect(&operation, &Operation::finished, this, [&] { releasesAtEnd = operation.releases; });
    operation.start();
    QTRY_COMPARE(releasesAtEnd, 1);
}

void OperationTest::showsErrorAndStateOnlyOnceFinished()
{
    const Error refused{ErrorCode::Refused, QStringLiteral("192.168.1.150:8080"), QStringLiteral("code 403")};
    ScriptedOperation operation;
    QVERIFY(!operation.hasEnded());
    operation.start();
    operation.fail(refused);
    QVERIFY(operation.hasEnded());
    QCOMPARE(operation.error(), Error());
    QCOMPARE(operation.state(), Operation::State::Running);
    QVERIFY(!operation.isFinished());

    QTRY_VERIFY(operation.isFinished());
    QCOMPARE(operation.error(), refused);
}

void OperationTest::neverRunsWhenCancelledBeforeItsTurn_data()
{
    QTest::addColumn<bool>("startFirst");
    QTest::newRow("never started") << false;
    QTest::newRow("started, not yet run") << true;
}

void OperationTest::neverRunsWhenCancelledBeforeItsTurn()
{
    QFETCH(const bool, startFirst);
    ScriptedOperation operation;
    if (startFirst)
        operation.start();
    operation.cancel();
    operation.start();
    QTRY_VERIFY(operation.isFinished());
    turnEventLoop();
    QCOMPARE(operation.error().code, ErrorCode::Cancelled);
    QCOMPARE(operation.runs, 0);
}

void OperationTest::firstEndCountsWhenASlotCancelsInTheMiddleOfRun()
{
    ScriptedOperation operation;
    QSignalSpy finished(&operation, &Operation::finished);
    operation.onRun = [&] {
        Q_EMIT operation.progressed();
        operation.succeed();
    };
    connect(&operation, &ScriptedOperation::progressed, &operation, &Operation::cancel);
    operation.start();
    QTRY_COMPARE(finished.count(), 1);
    turnEventLoop();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(operation.error().code, ErrorCode::Cancelled);
}

void OperationTest::isSilentWhenDeletedEarly_data()
{
    QTest::addColumn<int>("stage");
    QTest::newRow("idle") << 0;
    QTest::newRow("started") << 1;
    QTest::newRow("running") << 2;
    QTest::newRow("ended, not yet reported") << 3;
}

void OperationTest::isSilentWhenDeletedEarly()
{
    QFETCH(const int, stage);
    auto operation = std::make_unique<ScriptedOperation>(1ms);
    int emitted = 0;
    connect(operation.get(), &Operation::finished, this, [&] { ++emitted; });
    connect(operation.get(), &ScriptedOperation::progressed, this, [&] { ++emitted; });
    operation->onRelease = [&] { Q_EMIT operation->progressed(); };
    if (stage >= 1)
        operation->start();
    if (stage >= 2) {
        operation->onDeadline = [] {};
        QTRY_COMPARE(operation->runs, 1);
    }
    if (stage == 3) {
        operation->onRelease = nullptr;
        operation->succeed();
    }
    operation.reset();

    ScriptedOperation later(20ms); // longer than the deadline of the deleted one
    later.start();
    QTRY_VERIFY(later.isFinished());
    QCOMPARE(emitted, 0);
}

void OperationTest::isSilentWhenDeletedLaterFromItsOwnSignal()
{
    QPointer<ScriptedOperation> operation(new ScriptedOperation);
    int ends = 0;
    connect(operation, &Operation::finished, this, [&] { ++ends; });
    connect(operation, &ScriptedOperation::progressed, operation, &QObject::deleteLater);
    operation->onRun = [&] { Q_EMIT operation->progressed(); };
    operation->start();
    QTRY_VERIFY(operation.isNull());
    QCOMPARE(ends, 0);
}

void OperationTest::mayBeDeletedInTheFinishedSlot()
{
    for (const How how : {How::Succeed, How::Fail, How::Cancel, How::TimeOut}) {
        auto operation = std::make_unique<ScriptedOperation>(1ms);
        operation->onRun = [&, raw = operation.get()] { end(*raw, how); };
        connect(operation.get(), &Operation::finished, this, [&] { operation.reset(); });
        operation->start();
        QTRY_VERIFY(!operation);
    }
}

void OperationTest::mayBeReplacedInTheFinishedSlot()
{
    constexpr int rounds = 3;
    int ends = 0;
    std::unique_ptr<ScriptedOperation> operation;
    const std::function<void()> next = [&] {
        operation = std::make_unique<ScriptedOperation>();
        operation->onRun = [raw = operation.get()] { raw->succeed(); };
        connect(operation.get(), &Operation::finished, this, [&] {
            if (++ends < rounds)
                next();
        });
        operation->start();
    };
    next();
    QTRY_COMPARE(ends, rounds);
    turnEventLoop();
    QCOMPARE(ends, rounds);
}

void OperationTest::deadlineCountsFromStart()
{
    ScriptedOperation operation(200ms); // long enough to run first, also on a busy machine
    ScriptedOperation earlier(250ms);
    earlier.start();
    QTRY_VERIFY(earlier.isFinished());
    QCOMPARE(operation.state(), Operation::State::Idle);

    operation.start();
    QTRY_VERIFY(operation.isFinished());
    QCOMPARE(operation.error().code, ErrorCode::NoReply);
    QVERIFY(operation.elapsed() >= 199ms);
    QCOMPARE(operation.runs, 1);
}

void OperationTest::deadlineOfAnEndedOperationNeverFires()
{
    ScriptedOperation operation(5ms);
    int deadlines = 0;
    operation.onDeadline = [&] { ++deadlines; };
    QSignalSpy finished(&operation, &Operation::finished);
    operation.start();
    operation.succeed();
    ScriptedOperation later(30ms);
    later.start();
    QTRY_VERIFY(later.isFinished());
    QCOMPARE(finished.count(), 1);
    QCOMPARE(deadlines, 0);
    QCOMPARE(operation.error().code, ErrorCode::None);
}

void OperationTest::goesOnWhenTheSubclassIgnoresDeadlineAndCancel()
{
    ScriptedOperation operation(1ms);
    int deadlines = 0;
    operation.onDeadline = [&] { ++deadlines; };
    operation.onCancel = [] {};
    operation.start();
    QTRY_COMPARE(deadlines, 1);
    operation.cancel();
    turnEventLoop();
    QCOMPARE(operation.state(), Operation::State::Running);
    QCOMPARE(operation.releases, 0);

    operation.succeed();
    QTRY_VERIFY(operation.isFinished());
    QCOMPARE(deadlines, 1);
}

void OperationTest::endsAsTheSubclassSaysOnDeadlineAndCancel()
{
    ScriptedOperation late(1ms);
    late.onDeadline = [&] { late.fail({ErrorCode::ConnectTimeout, {}, {}}); };
    late.start();
    ScriptedOperation cancelled;
    cancelled.onCancel = [&] { cancelled.succeed(); };
    cancelled.start();
    cancelled.cancel();
    QTRY_VERIFY(late.isFinished() && cancelled.isFinished());
    QCOMPARE(late.error().code, ErrorCode::ConnectTimeout);
    QCOMPARE(cancelled.error().code, ErrorCode::None);
}

void OperationTest::failureWithoutACodeIsInternal()
{
    ScriptedOperation operation;
    operation.onRun = [&] { operation.fail({ErrorCode::None, {}, QStringLiteral("forgotten")}); };
    operation.start();
    QTRY_VERIFY(operation.isFinished());
    QCOMPARE(operation.error().code, ErrorCode::Internal);
    QCOMPARE(operation.error().detail, QStringLiteral("forgotten"));
}

void OperationTest::elapsedStandsStillOnceItHasEnded()
{
    ScriptedOperation operation;
    operation.start();
    ScriptedOperation later(10ms);
    later.start();
    QTRY_VERIFY(later.isFinished());
    QVERIFY(operation.elapsed() >= 9ms);
    operation.succeed();
    const std::chrono::milliseconds atEnd = operation.elapsed();
    ScriptedOperation muchLater(20ms);
    muchLater.start();
    QTRY_VERIFY(muchLater.isFinished());
    QCOMPARE(operation.elapsed(), atEnd);
}

QTEST_GUILESS_MAIN(OperationTest)
#include "tst_operation.moc"
