#include "ui/models/steprun.h"

#include "ui/models/stepsentences.h"
#include "words/advice.h"
#include "words/messages.h"

#include <QCoreApplication>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

using Id = StepRow::Id;
using State = StepRow::State;

class StepRunText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::StepModel)
};

QList<StepId> stepsOf(Id row)
{
    switch (row) {
    case Id::Reachable:
        return {StepId::Reach, StepId::Handshake};
    case Id::SignedIn:
        return {StepId::SignIn};
    case Id::Setting:
        return {StepId::Read, StepId::Write, StepId::ReadBack};
    case Id::Port:
        return {StepId::Port};
    case Id::Modbus:
        break;
    }
    return {StepId::Modbus};
}

constexpr Id allRows[] = {Id::Reachable, Id::SignedIn, Id::Setting, Id::Port, Id::Modbus};

Id rowOf(StepId id)
{
    return *std::find_if(std::begin(allRows), std::end(allRows),
                         [id](Id row) { return stepsOf(row).contains(id); });
}

} // namespace

StepRow::State rowState(StepState state)
{
    switch (state) {
    case StepState::Running:
        return State::Running;
    case StepState::Ok:
        return State::Ok;
    case StepState::Warning:
        return State::Warning;
    case StepState::Failed:
        return State::Failed;
    case StepState::Skipped:
        break;
    }
    return State::Skipped;
}

bool StepRun::isKept(Id row) const
{
    return m_kind == Kind::PortTest && m_signedIn && (row == Id::SignedIn || row == Id::Setting);
}

void StepRun::show(Id row)
{
    const auto at = std::lower_bound(m_shown.begin(), m_shown.end(), row);
    if (at == m_shown.end() || *at != row)
        m_shown.insert(at, row);
}

void StepRun::begin(Kind kind, quint16 webSocketPort, quint16 modbusPort, bool signedIn)
{
    const QList<Id> before = m_shown;
    m_kind = kind;
    m_signedIn = signedIn;
    m_webSocketPort = webSocketPort;
    m_modbusPort = modbusPort;
    m_ended = false;
    m_shown = {Id::Reachable, Id::SignedIn};
    const bool testInSession = kind == Kind::PortTest && signedIn;
    if (kind != Kind::PortTest || (testInSession && before.contains(Id::Setting)))
        show(Id::Setting);
    if (kind != Kind::SignIn)
        show(Id::Port);
    if (kind == Kind::Change || testInSession)
        show(Id::Modbus);
    for (const Id row : allRows) {
        if (isKept(row))
            continue;
        const QList<StepId> steps = stepsOf(row);
        for (const StepId id : steps)
            m_steps.remove(id);
    }
    if (!testInSession) {
        m_setting.reset();
        m_error = {};
    }
}

void StepRun::take(const Step &step)
{
    if (step.id == StepId::Write && step.state == StepState::Running) {
        m_steps.remove(StepId::ReadBack); // a repair writes twice
        m_steps.remove(StepId::Port);
    }
    m_steps.insert(step.id, step);
    // A step that was never reached is not worth a row of its own.
    if (step.state != StepState::Skipped)
        show(rowOf(step.id));
}

void StepRun::conclude(const JobResult &result)
{
    m_ended = true;
    if (m_kind != Kind::PortTest)
        m_error = result.error;
    if (result.current)
        m_setting = result.current;
    if (result.current && result.current->port)
        m_modbusPort = *result.current->port;
}

QList<StepRow> StepRun::rows() const
{
    QList<StepRow> rows;
    for (const Id row : m_shown)
        rows += rendered(row);
    // What an earlier answer showed is no tick any more when nobody answers.
    const bool isGone = !rows.isEmpty() && rows.constFirst().state == State::Failed;
    for (StepRow &row : rows) {
        if (isGone && isKept(row.id) && row.state != State::Failed) {
            row.state = State::Skipped;
            row.sentence = earlierSentence(row.id, m_setting);
            row.timed = false;
        }
    }
    return rows;
}

QString StepRun::runningSentence() const
{
    const QList<StepRow> all = rows();
    const auto running = std::find_if(all.cbegin(), all.cend(),
                                      [](const StepRow &row) { return row.state == State::Running; });
    return running == all.cend() ? QString() : running->sentence;
}

QString StepRun::title(Id row) const
{
    return waitingSentence(row, m_kind == Kind::Change, m_webSocketPort, m_modbusPort);
}

qsizetype StepRun::allTicked(const QList<StepRow> &rows)
{
    qsizetype ticked = 0;
    for (const StepRow &row : rows) {
        const bool wasNotAsked = row.id == Id::SignedIn && row.state == State::Skipped;
        if (row.state == State::Ok)
            ++ticked;
        else if (!wasNotAsked)
            return 0;
    }
    return ticked;
}

QString StepRun::summary(const QList<StepRow> &rows, const QLocale &locale) const
{
    const bool hasSetting =
        std::any_of(rows.cbegin(), rows.cend(), [](const StepRow &row) { return row.id == Id::Setting; });
    QStringList words;
    for (const StepRow &row : rows) {
        if (row.state == State::Ok && (row.id >= Id::Setting || !hasSetting)) // which implies what is before
            words += shortSentence(row, m_steps.contains(StepId::ReadBack), m_modbusPort, locale);
    }
    return words.join(u" · "_s);
}

StepRow StepRun::rendered(Id id) const
{
    StepRow row;
    row.id = id;
    std::optional<Step> last; // that says something
    std::optional<Step> failed;
    bool warned = false;
    const QList<StepId> steps = stepsOf(id);
    for (const StepId each : steps) {
        const auto found = m_steps.constFind(each);
        if (found == m_steps.cend())
            continue;
        if (found->state != StepState::Skipped || !last)
            last = *found;
        if (found->state == StepState::Skipped)
            continue;
        row.timed = row.timed || found->state != StepState::Running;
        row.elapsed += found->elapsed;
        if (found->state == StepState::Failed && !failed)
            failed = *found;
        warned = found->state == StepState::Warning; // reading back settles a doubt about the writing
    }
    const bool wasLeftRunning = m_ended && last && last->state == StepState::Running;
    if (!last || wasLeftRunning) {
        const bool notSignedIn = id == Id::SignedIn && m_kind == Kind::PortTest && !m_signedIn;
        row.state = m_ended || notSignedIn ? State::Skipped : State::Waiting;
        row.timed = false;
        row.sentence =
            row.state == State::Skipped ? skippedSentence(id, m_webSocketPort, m_modbusPort) : title(id);
        return row;
    }
    // Refused, but done all the same: the engine reports the reading back as a warning.
    const bool refusedButDone = failed && failed->id == StepId::Write && warned;
    row.state = failed && !refusedButDone             ? State::Failed
        : warned && last->state != StepState::Running ? State::Warning
                                                      : rowState(last->state);
    if (row.state == State::Running)
        row.timed = false;
    row.sentence = sentence(row, failed && !refusedButDone ? *failed : *last);
    return row;
}

QString StepRun::sentence(const StepRow &row, const Step &step) const
{
    switch (row.state) {
    case State::Waiting:
        break;
    case State::Running:
        return Sigen::runningSentence(step.id, m_webSocketPort, m_modbusPort);
    case State::Skipped:
        return skippedSentence(row.id, m_webSocketPort, m_modbusPort);
    case State::Failed:
        // A read-back that shows the old state says only which one; the result says what that means.
        if (row.id == Id::Setting && m_ended && m_error)
            return headline(errorMessage(m_error));
        return headline(messageText(step.detail));
    case State::Ok:
    case State::Warning:
        break;
    }
    switch (row.id) {
    case Id::Reachable:
        return StepRunText::tr("Gateway reachable on port %1").arg(m_webSocketPort);
    case Id::SignedIn:
        return StepRunText::tr("Signed in");
    case Id::Setting:
        return settingSentence(step.id == StepId::ReadBack, m_setting);
    case Id::Port:
    case Id::Modbus:
        break;
    }
    return headline(messageText(step.detail));
}

} // namespace Sigen
