// The tools that "Connect your system" has a snippet for.
#pragma once

#include <QAbstractListModel>
#include <QStringList>

namespace Sigen {

class ToolListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString: "home-assistant"; Qt::DisplayRole has the title
    };
    Q_ENUM(Role)

    explicit ToolListModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    struct Tool
    {
        QString id;
        QString title;
        bool operator==(const Tool &) const = default;
    };
    /// Changes titles in place when the ids stay the same, as after a change of language.
    void setTools(const QList<Tool> &tools);
    const QList<Tool> &tools() const { return m_tools; }

private:
    QList<Tool> m_tools;
};

} // namespace Sigen
