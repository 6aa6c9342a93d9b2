#include "ui/models/stepmodel.h"

#include "ui/models/stepsentences.h"
#include "workflow/advice.h"

#include <QSet>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

using Row = StepModel::Row;
using RowState = StepModel::RowState;

Row rowOf(StepId id)
{
    switch (id) {
    case StepId::Reach:
    case StepId::Handshake:
        return Row::Reachable;
    case StepId::SignIn:
        return Row::SignedIn;
    case StepId::Read:
    case StepId::Write:
    case StepId::ReadBack:
        return Row::Setting;
    case StepId::Port:
        return Row::Port;
    case StepId::Modbus:
        break;
    }
    return Row::Modbus;
}

QList<StepId> stepsOf(Row row)
{
    switch (row) {
    case Row::Reachable:
        return {StepId::Reach, StepId::Handshake};
    case Row::SignedIn:
        return {StepId::SignIn};
    case Row::Setting:
        return {StepId::Read, StepId::Write, StepId::ReadBack};
    case Row::Port:
        return {StepId::Port};
    case Row::Modbus:
        break;
    }
    return {StepId::Modbus};
}

RowState rowState(StepState state)
{
    switch (state) {
    case StepState::Running:
        return RowState::Running;
    case StepState::Ok:
        return RowState::Ok;
    case StepState::Warning:
        return RowState::Warning;
    case StepState::Failed:
        return RowState::Failed;
    case StepState::Skipped:
        break;
    }
    return RowState::Skipped;
}

} // namespace

StepModel::StepModel(QObject *parent)
    : QAbstractListModel(parent)
{ }

int StepModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant StepModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RowData &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case SentenceRole:
        return row.sentence;
    case StateRole:
        return static_cast<int>(row.state);
    case MarkRole:
        return stepMark(row.state);
    case TimeRole:
        return row.timed ? durationText(row.elapsed, m_locale) : QString();
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    default:
        return {};
    }
}

QHash<int, QByteArray> StepModel::roleNames() const
{
    return {{SentenceRole, "sentence"}, {StateRole, "state"}, {MarkRole, "mark"}, {TimeRole, "time"}};
}

QString StepModel::accessibleText(const RowData &row) const
{
    const QString text = stateInWords(row.state).arg(row.sentence);
    return row.timed ? tr("%1, %2", "sentence, duration").arg(text, durationText(row.elapsed, m_locale))
                     : text;
}

void StepModel::begin(Run run, quint16 webSocketPort, quint16 modbusPort, bool signedIn)
{
    const bool testInSession = run == Run::PortTest && signedIn;
    m_run = run;
    m_signedIn = signedIn;
    m_webSocketPort = webSocketPort;
    m_modbusPort = modbusPort;
    m_result.reset();
    m_settingResult = testInSession ? m_settingResult : std::nullopt;
    QSet<Row> wanted{Row::Reachable, Row::SignedIn};
    if (run != Run::PortTest || (testInSession && find(Row::Setting) >= 0))
        wanted.insert(Row::Setting);
    if (run != Run::SignIn)
        wanted.insert(Row::Port);
    if (run == Run::Change || testInSession)
        wanted.insert(Row::Modbus);

    for (const Row row : {Row::Reachable, Row::SignedIn, Row::Setting, Row::Port, Row::Modbus}) {
        const int at = find(row);
        const bool keeps = testInSession && (row == Row::SignedIn || row == Row::Setting) && at >= 0;
        if (keeps)
            continue;
        for (const StepId id : stepsOf(row))
            m_steps.remove(static_cast<int>(id));
        if (!wanted.contains(row)) {
            if (at >= 0) {
                beginRemoveRows({}, at, at);
                m_rows.removeAt(at);
                endRemoveRows();
            }
            continue;
        }
        ensure(row);
        render(row);
    }
}

void StepModel::take(const Step &step)
{
    m_steps.insert(static_cast<int>(step.id), step);
    const Row row = rowOf(step.id);
    // A step that was never reached is not worth a row of its own.
    if (find(row) < 0 && step.state == StepState::Skipped)
        return;
    ensure(row);
    render(row);
}

void StepModel::conclude(const JobResult &result)
{
    m_result = result;
    m_finished = true;
    if (result.current)
        m_settingResult = result.current;
    if (result.current && result.current->port)
        m_modbusPort = *result.current->port;
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        render(m_rows.at(i).row);
    m_finished = false;
}

void StepModel::clear()
{
    m_steps.clear();
    m_result.reset();
    m_settingResult.reset();
    if (m_rows.isEmpty())
        return;
    beginRemoveRows({}, 0, static_cast<int>(m_rows.size()) - 1);
    m_rows.clear();
    endRemoveRows();
}

void StepModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1),
                           {TimeRole, Qt::AccessibleTextRole});
}

void StepModel::retranslate()
{
    // Sentences of the engine come in the language in which they were made; the others are made again.
    m_finished = m_result.has_value();
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        render(m_rows.at(i).row);
    m_finished = false;
}

QString StepModel::plainText() const
{
    QString text;
    for (const RowData &row : m_rows) {
        text += row.timed ? tr("%1 %2 (%3)", "mark, sentence, duration")
                                .arg(stepMark(row.state), row.sentence, durationText(row.elapsed, m_locale))
                          : tr("%1 %2", "mark, sentence").arg(stepMark(row.state), row.sentence);
        text += u'\n';
    }
    return text;
}

int StepModel::find(Row row) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).row == row)
            return static_cast<int>(i);
    }
    return -1;
}

void StepModel::ensure(Row row)
{
    if (find(row) >= 0)
        return;
    int at = 0;
    while (at < m_rows.size() && m_rows.at(at).row < row)
        ++at;
    beginInsertRows({}, at, at);
    RowData data;
    data.row = row;
    m_rows.insert(at, data);
    endInsertRows();
}

void StepModel::render(Row row)
{
    const int at = find(row);
    RowData data = rendered(row);
    if (data == m_rows.at(at))
        return;
    m_rows[at] = data;
    Q_EMIT dataChanged(index(at), index(at));
}

StepModel::RowData StepModel::rendered(Row row) const
{
    RowData data;
    data.row = row;
    std::optional<Step> last; // that says something
    std::optional<Step> failed;
    bool warned = false;
    for (const StepId id : stepsOf(row)) {
        const auto found = m_steps.constFind(static_cast<int>(id));
        if (found == m_steps.cend())
            continue;
        if (found->state != StepState::Skipped || !last)
            last = *found;
        if (found->state == StepState::Skipped)
            continue;
        data.timed = data.timed || found->state != StepState::Running;
        data.elapsed += found->elapsed;
        if (found->state == StepState::Failed && !failed)
            failed = *found;
        warned = found->state == StepState::Warning; // reading back settles a doubt about the writing
    }
    if (!last) {
        const bool notSignedIn = row == Row::SignedIn && m_run == Run::PortTest && !m_signedIn;
        data.state = m_finished || notSignedIn ? RowState::Skipped : RowState::Waiting;
        data.sentence = data.state == RowState::Skipped
            ? skippedSentence(row, m_webSocketPort, m_modbusPort)
            : waitingSentence(row, m_run, m_webSocketPort, m_modbusPort);
        return data;
    }
    // Refused, but done all the same: the engine reports the reading back as a warning.
    const bool refusedButDone = failed && failed->id == StepId::Write && warned;
    data.state = failed && !refusedButDone            ? RowState::Failed
        : warned && last->state != StepState::Running ? RowState::Warning
                                                      : rowState(last->state);
    if (data.state == RowState::Running)
        data.timed = false;
    data.sentence = sentence(data, failed && !refusedButDone ? *failed : *last);
    return data;
}

QString StepModel::sentence(const RowData &data, const Step &step) const
{
    switch (data.state) {
    case RowState::Waiting:
        return waitingSentence(data.row, m_run, m_webSocketPort, m_modbusPort);
    case RowState::Running:
        return runningSentence(step.id, m_webSocketPort, m_modbusPort);
    case RowState::Skipped:
        return skippedSentence(data.row, m_webSocketPort, m_modbusPort);
    case RowState::Failed:
        // A read-back that shows the old state says only which one; the result says what that means.
        if (data.row == Row::Setting && m_result && m_result->error)
            return headline(errorMessage(m_result->error));
        return headline(step.detail);
    case RowState::Ok:
    case RowState::Warning:
        break;
    }
    switch (data.row) {
    case Row::Reachable:
        return tr("Gateway reachable on port %1").arg(m_webSocketPort);
    case Row::SignedIn:
        return tr("Signed in");
    case Row::Setting:
        return settingSentence(step.id == StepId::ReadBack, m_settingResult);
    case Row::Port:
    case Row::Modbus:
        break;
    }
    return headline(step.detail);
}

} // namespace Sigen
