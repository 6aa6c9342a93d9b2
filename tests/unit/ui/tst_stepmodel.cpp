// The engine's eight steps folded into the five rows of the verification card.

#include "ui/models/stepmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Run = StepRun::Kind;

namespace {

/// The model of a run, shown after each step as the page does.
class RunModel : public StepModel
{
public:
    void begin(Run kind, quint16 webSocketPort, quint16 modbusPort, bool signedIn)
    {
        m_run.begin(kind, webSocketPort, modbusPort, signedIn);
        setRows(m_run.rows());
    }
    void take(const Step &step)
    {
        m_run.take(step);
        setRows(m_run.rows());
    }
    void conclude(const JobResult &result)
    {
        m_run.conclude(result);
        setRows(m_run.rows());
    }

private:
    StepRun m_run;
};

Step ok(StepId id, std::chrono::milliseconds elapsed, const Messages &detail = {})
{
    return {id, StepState::Ok, elapsed, detail};
}

QStringList sentences(const StepModel &model)
{
    QStringList all;
    for (const StepRow &row : model.rows())
        all += row.sentence;
    return all;
}

QString marks(const StepModel &model)
{
    QString all;
    for (int i = 0; i < model.rowCount(); ++i)
        all += model.index(i).data(StepModel::MarkRole).toString();
    return all;
}

QString time(const StepModel &model, int row)
{
    return model.index(row).data(StepModel::TimeRole).toString();
}

JobResult enabledResult()
{
    JobResult result;
    result.outcome = Outcome::Enabled;
    result.current = ReportedSetting{true, quint16(502)};
    result.writeSent = true;
    return result;
}

} // namespace

class StepModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodChangeHasFiveTicks()
    {
        RunModel model;
        model.setLocale(QLocale::c());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.begin(Run::Change, 8080, 502, true);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(marks(model), u"·····"_s);
        model.take(ok(StepId::Reach, 3ms));
        model.take(ok(StepId::Handshake, 1ms));
        model.take(ok(StepId::SignIn, 38ms));
        model.take(ok(StepId::Read, 20ms));
        model.take(ok(StepId::Write, 21ms));
        model.take({StepId::ReadBack, StepState::Running, 0ms, {}});
        QCOMPARE(marks(model), u"✓✓…··"_s);
        QCOMPARE(time(model, 2), QString());
        model.take(ok(StepId::ReadBack, 20ms));
        model.take(ok(StepId::Port, 3ms, {{Sentence::PortAccepts, QList<int>{502}}}));
        model.take(
            ok(StepId::Modbus, 12ms, {{Sentence::AnswersAsWithFirmware, QStringList{u"X"_s, u"Y"_s}}}));
        model.conclude(enabledResult());
        QCOMPARE(marks(model), u"✓✓✓✓✓"_s);
        QCOMPARE(sentences(model),
                 QStringList({u"Gateway reachable on port 8080"_s, u"Signed in"_s,
                              u"Setting written and read back — on, port 502"_s,
                              u"Port 502 accepts connections"_s, u"Modbus answers: X, firmware Y"_s}));
        QCOMPARE(time(model, 0), u"4 ms"_s);
        QCOMPARE(time(model, 2), u"61 ms"_s);
    }

    void aPortThatStaysClosedLeavesModbusUntested()
    {
        RunModel model;
        model.setLocale(QLocale::c());
        model.begin(Run::Change, 8080, 502, true);
        for (const StepId id : {StepId::Reach, StepId::Handshake, StepId::SignIn, StepId::Read, StepId::Write,
                                StepId::ReadBack})
            model.take(ok(id, 10ms));
        model.take(
            {StepId::Port, StepState::Failed, 30000ms, {{Sentence::PortRefuses, QList<int>{502, 60}}}});
        model.take({StepId::Modbus, StepState::Skipped, 0ms, {}});
        JobResult result = enabledResult();
        result.outcome = Outcome::EnabledUnverified;
        result.error = {ErrorCode::PortClosed, u"10.0.0.1:502"_s, {}};
        model.conclude(result);
        QCOMPARE(marks(model), u"✓✓✓✗–"_s);
        QCOMPARE(sentences(model).at(3), u"Port 502 refuses connections, 60 tries"_s);
        QCOMPARE(sentences(model).at(4), u"Modbus not tested"_s);
        QCOMPARE(time(model, 3), u"30 s"_s);
    }

    void aTestWithoutASignInSaysSo()
    {
        RunModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.begin(Run::PortTest, 8080, 502, false);
        model.take(ok(StepId::Reach, 7ms));
        model.take({StepId::Port, StepState::Failed, 2ms, {{Sentence::PortRefuses, QList<int>{502, 1}}}});
        JobResult result;
        result.outcome = Outcome::NotVerified;
        result.error = {ErrorCode::PortClosed, u"10.0.0.1:502"_s, {}};
        model.conclude(result);
        QCOMPARE(sentences(model),
                 QStringList({u"Gateway reachable on port 8080"_s, u"Not signed in"_s,
                              u"Port 502 refuses connections"_s}));
        QCOMPARE(marks(model), u"✓–✗"_s);
    }

    void aTestInASessionKeepsWhatTheSignInShowed()
    {
        RunModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.begin(Run::SignIn, 8080, 502, false);
        for (const StepId id : {StepId::Reach, StepId::Handshake, StepId::SignIn, StepId::Read})
            model.take(ok(id, 10ms));
        JobResult read;
        read.outcome = Outcome::Read;
        read.current = ReportedSetting{true, quint16(502)};
        model.conclude(read);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(sentences(model).at(2), u"Setting read — on, port 502"_s);

        model.begin(Run::PortTest, 8080, 502, true);
        QCOMPARE(marks(model), u"·✓✓··"_s);
        model.take(ok(StepId::Reach, 1ms));
        model.take(ok(StepId::Port, 1ms, {{Sentence::PortAccepts, QList<int>{502}}}));
        model.take(ok(StepId::Modbus, 1ms, {{Sentence::AnswersAsWithFirmware, QStringList{u"X"_s, u"Y"_s}}}));
        JobResult tested;
        tested.outcome = Outcome::Verified;
        model.conclude(tested);
        QCOMPARE(marks(model), u"✓✓✓✓✓"_s);
        QCOMPARE(sentences(model).at(2), u"Setting read — on, port 502"_s);
    }

    void whatAGatewayShowedBeforeItStoppedAnsweringIsNoTick()
    {
        RunModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.begin(Run::SignIn, 8080, 502, false);
        for (const StepId id : {StepId::Reach, StepId::Handshake, StepId::SignIn, StepId::Read})
            model.take(ok(id, 10ms));
        JobResult read;
        read.outcome = Outcome::Read;
        read.current = ReportedSetting{true, quint16(502)};
        model.conclude(read);
        model.begin(Run::PortTest, 8080, 502, true);
        model.take(
            {StepId::Reach, StepState::Failed, 5000ms, {{Sentence::PortDoesNotAnswer, QList<int>{8080}}}});
        model.take(
            {StepId::Port, StepState::Failed, 5000ms, {{Sentence::PortDoesNotAnswer, QList<int>{502}}}});
        JobResult tested;
        tested.outcome = Outcome::NotVerified;
        tested.error = {ErrorCode::PortFiltered, u"10.0.0.1:502"_s, {}};
        model.conclude(tested);
        QCOMPARE(marks(model), u"✗––✗–"_s);
        QCOMPARE(sentences(model).at(2), u"Setting read earlier — on, port 502"_s);
    }

    void aRefusedWriteIsAFailureAlthoughItWasReadBack()
    {
        RunModel model;
        model.begin(Run::Change, 8080, 502, true);
        for (const StepId id : {StepId::Reach, StepId::Handshake, StepId::SignIn, StepId::Read})
            model.take(ok(id, 10ms));
        model.take({StepId::Write, StepState::Failed, 5ms, {Error{ErrorCode::Refused, {}, u"no rights"_s}}});
        model.take(ok(StepId::ReadBack, 5ms, {{Sentence::SettingIs, ReportedSetting{false, quint16(502)}}}));
        model.take({StepId::Port, StepState::Skipped, 0ms, {}});
        JobResult result;
        result.outcome = Outcome::Refused;
        result.error = {ErrorCode::Refused, u"10.0.0.1:8080"_s, u"no rights"_s};
        result.current = ReportedSetting{false, quint16(502)};
        result.writeSent = true;
        model.conclude(result);
        QCOMPARE(marks(model), u"✓✓✗––"_s);
        QCOMPARE(sentences(model).at(2), u"The gateway refused: the account probably lacks the rights. It said: no rights"_s);
        QCOMPARE(sentences(model).at(3), u"Port 502 not tested"_s);
    }

    void refusedButDoneIsADoubtNotAFailure()
    {
        RunModel model;
        model.begin(Run::Change, 8080, 502, true);
        for (const StepId id : {StepId::Reach, StepId::Handshake, StepId::SignIn, StepId::Read})
            model.take(ok(id, 10ms));
        model.take({StepId::Write, StepState::Failed, 5ms, {Error{ErrorCode::Refused, {}, {}}}});
        model.take({StepId::ReadBack,
                    StepState::Warning,
                    5ms,
                    {{Sentence::SettingIs, ReportedSetting{true, quint16(502)}}}});
        model.conclude(enabledResult());
        QCOMPARE(marks(model).mid(0, 3), u"✓✓!"_s);
        QCOMPARE(sentences(model).at(2), u"Setting written and read back — on, port 502"_s);
    }

    void aDoubtfulWriteThatWasReadBackIsATick()
    {
        RunModel model;
        model.begin(Run::Change, 8080, 502, true);
        model.take({StepId::Write, StepState::Warning, 5ms, {Sentence::AnsweredOtherwise}});
        model.take(ok(StepId::ReadBack, 5ms));
        QCOMPARE(marks(model).mid(2, 1), u"✓"_s);
    }

    void aHandshakeThatFailsIsTheFirstRows()
    {
        RunModel model;
        model.begin(Run::SignIn, 8080, 502, false);
        model.take(ok(StepId::Reach, 4ms));
        model.take({StepId::Handshake, StepState::Failed, 9ms, {Error{ErrorCode::NotAGateway, {}, {}}}});
        JobResult result;
        result.error = {ErrorCode::NotAGateway, u"10.0.0.1:8080"_s, {}};
        model.conclude(result);
        QCOMPARE(marks(model), u"✗––"_s);
        QCOMPARE(sentences(model).at(0),
                 u"The gateway accepts connections, but no WebSocket connection could be made"_s);
    }

    void eachStepChangesOneRowOnly()
    {
        RunModel model;
        model.begin(Run::Change, 8080, 502, true);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.take(ok(StepId::SignIn, 10ms));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
        QCOMPARE(reset.size(), 0);
    }

    void everyRowSaysItsStateInWords()
    {
        RunModel model;
        model.begin(Run::Change, 8080, 502, true);
        model.take(ok(StepId::SignIn, 10ms));
        QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), u"Done: Signed in, 10 ms"_s);
        QCOMPARE(model.index(4).data(Qt::AccessibleTextRole).toString(), u"Still to do: Read Modbus"_s);
    }

    void durationsAreReadable()
    {
        QCOMPARE(durationText(4ms, QLocale::c()), u"4 ms"_s);
        QCOMPARE(durationText(1234ms, QLocale::c()), u"1.2 s"_s);
        QCOMPARE(durationText(1234ms, QLocale(u"de"_s)), u"1,2 s"_s);
        QCOMPARE(durationText(30012ms, QLocale::c()), u"30 s"_s);
    }
};

QTEST_GUILESS_MAIN(StepModelTest)
#include "tst_stepmodel.moc"
