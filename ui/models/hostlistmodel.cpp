#include "ui/models/hostlistmodel.h"

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

HostListModel::HostListModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_now(QDateTime::currentDateTimeUtc())
{ }

int HostListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant HostListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HostRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return row.title();
    case Qt::ToolTipRole:
        return row.toolTip();
    case Qt::AccessibleTextRole:
        return row.accessibleText();
    case KeyRole:
        return row.key();
    case SubtitleRole:
        return row.subtitle();
    case TimeRole:
        return row.timeText(m_now, m_locale);
    case ChipsRole:
        return QVariant::fromValue(row.chips());
    case SectionRole:
        return static_cast<int>(row.section());
    case SectionTitleRole:
        return sectionTitle(row.section());
    case FirstInSectionRole:
        return isFirstInSection(index.row());
    default:
        return {};
    }
}

QHash<int, QByteArray> HostListModel::roleNames() const
{
    return {{KeyRole, "key"},
            {TitleRole, "title"},
            {SubtitleRole, "subtitle"},
            {TimeRole, "time"},
            {ChipsRole, "chips"},
            {SectionRole, "section"},
            {SectionTitleRole, "sectionTitle"},
            {FirstInSectionRole, "firstInSection"}};
}

int HostListModel::rowOf(const QString &key) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).key() == key)
            return static_cast<int>(i);
    }
    return -1;
}

void HostListModel::put(const HostRow &row)
{
    Place place{row.section(), !row.gateway.isSeen(), m_nextArrival};
    if (const int known = rowOf(row.key()); known >= 0) {
        if (m_rows.at(known) == row)
            return;
        place.arrival = m_places.at(known).arrival;
        m_rows[known] = row;
        Q_EMIT dataChanged(index(known), index(known));
        settle(known, place);
    } else {
        ++m_nextArrival;
        const auto to = std::lower_bound(m_places.cbegin(), m_places.cend(), place) - m_places.cbegin();
        beginInsertRows({}, static_cast<int>(to), static_cast<int>(to));
        m_rows.insert(to, row);
        m_places.insert(to, place);
        m_heads.insert(to, false);
        endInsertRows();
    }
    refreshSectionHeads();
}

void HostListModel::settle(int from, const Place &place)
{
    m_places[from] = place;
    int to = 0;
    for (int i = 0; i < m_places.size(); ++i) {
        if (i != from && m_places.at(i) < place)
            ++to;
    }
    if (to == from)
        return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_rows.move(from, to);
    m_places.move(from, to);
    m_heads.move(from, to);
    endMoveRows();
}

void HostListModel::remove(const QString &key)
{
    const int row = rowOf(key);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    m_places.removeAt(row);
    m_heads.removeAt(row);
    endRemoveRows();
    refreshSectionHeads();
}

bool HostListModel::isFirstInSection(int row) const
{
    return row == 0 || m_places.at(row - 1).section != m_places.at(row).section;
}

void HostListModel::refreshSectionHeads()
{
    for (int row = 0; row < m_rows.size(); ++row) {
        const bool head = isFirstInSection(row);
        if (m_heads.at(row) != head) {
            m_heads[row] = head;
            Q_EMIT dataChanged(index(row), index(row), {FirstInSectionRole});
        }
    }
}

void HostListModel::setNow(const QDateTime &now)
{
    const QDateTime before = m_now;
    m_now = now;
    for (int row = 0; row < m_rows.size(); ++row) {
        const HostRow &host = m_rows.at(row);
        if (!host.gateway.isSeen() && host.timeText(before, m_locale) != host.timeText(now, m_locale))
            Q_EMIT dataChanged(index(row), index(row), {TimeRole});
    }
}

void HostListModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    retranslate();
}

void HostListModel::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

} // namespace Sigen
