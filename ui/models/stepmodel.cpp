#include "ui/models/stepmodel.h"

#include "ui/models/stepsentences.h"

namespace Sigen {

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
    const StepRow &row = m_rows.at(index.row());
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

QString StepModel::accessibleText(const StepRow &row) const
{
    const QString text = stateInWords(row.state).arg(row.sentence);
    return row.timed ? tr("%1, %2", "sentence, duration").arg(text, durationText(row.elapsed, m_locale))
                     : text;
}

void StepModel::setRows(const QList<StepRow> &rows)
{
    for (int at = 0; at < m_rows.size() || at < rows.size();) {
        const bool isOver = at >= rows.size();
        if (isOver || (at < m_rows.size() && m_rows.at(at).id < rows.at(at).id)) {
            beginRemoveRows({}, at, at);
            m_rows.removeAt(at);
            endRemoveRows();
            continue;
        }
        if (at >= m_rows.size() || m_rows.at(at).id > rows.at(at).id) {
            beginInsertRows({}, at, at);
            m_rows.insert(at, rows.at(at));
            endInsertRows();
        } else if (m_rows.at(at) != rows.at(at)) {
            m_rows[at] = rows.at(at);
            Q_EMIT dataChanged(index(at), index(at));
        }
        ++at;
    }
}

void StepModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1),
                           {TimeRole, Qt::AccessibleTextRole});
}

} // namespace Sigen
