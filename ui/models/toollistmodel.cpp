#include "ui/models/toollistmodel.h"

namespace Sigen {

ToolListModel::ToolListModel(QObject *parent)
    : QAbstractListModel(parent)
{ }

int ToolListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tools.size());
}

QVariant ToolListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Tool &tool = m_tools.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return tool.title;
    case IdRole:
        return tool.id;
    default:
        return {};
    }
}

QHash<int, QByteArray> ToolListModel::roleNames() const
{
    return {{Qt::DisplayRole, "title"}, {IdRole, "toolId"}};
}

void ToolListModel::setTools(const QList<Tool> &tools)
{
    const auto sameIds = [&] {
        if (tools.size() != m_tools.size())
            return false;
        for (qsizetype i = 0; i < tools.size(); ++i) {
            if (tools.at(i).id != m_tools.at(i).id)
                return false;
        }
        return true;
    };
    if (sameIds()) {
        m_tools = tools;
        if (!m_tools.isEmpty())
            Q_EMIT dataChanged(index(0), index(static_cast<int>(m_tools.size()) - 1), {Qt::DisplayRole});
        return;
    }
    if (!m_tools.isEmpty()) {
        beginRemoveRows({}, 0, static_cast<int>(m_tools.size()) - 1);
        m_tools.clear();
        endRemoveRows();
    }
    if (!tools.isEmpty()) {
        beginInsertRows({}, 0, static_cast<int>(tools.size()) - 1);
        m_tools = tools;
        endInsertRows();
    }
}

} // namespace Sigen
