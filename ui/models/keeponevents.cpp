#include "ui/models/keeponevents.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

KeepOnEvents::KeepOnEvents(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void KeepOnEvents::setRows(const QList<KeepOnRow> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int KeepOnEvents::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int KeepOnEvents::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeepOnEvents::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const KeepOnRow &row = m_rows.at(index.row());
    const QString &text = index.column() == When ? row.when : index.column() == What ? row.what : row.more;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text;
    case Qt::ToolTipRole: // it may be cut; Qt would take what looks like HTML for HTML
        return u"<qt>%1</qt>"_s.arg(text.toHtmlEscaped());
    case ToneRole:
        return static_cast<int>(row.tone);
    default:
        return {};
    }
}

} // namespace Sigen
