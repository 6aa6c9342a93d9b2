// The rows of a StepRun for a view. Changes are fine-grained: rows of a new run replace the old ones in
// place.
#pragma once

#include "ui/models/steprun.h"

#include <QAbstractListModel>
#include <QLocale>

namespace Sigen {

class StepModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        SentenceRole = Qt::UserRole + 1, ///< QString; also Qt::DisplayRole. Safe plain text
        StateRole, ///< int(StepRow::State)
        MarkRole, ///< QString: "✓", "✗", "!", "–", "…": the state as a character
        TimeRole, ///< QString: "38 ms", "30 s"; empty when nothing was timed
        // Qt::AccessibleTextRole: "Done: Signed in, 38 ms"; Qt::ToolTipRole: the whole sentence.
    };
    Q_ENUM(Role)

    explicit StepModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// From now on these, at most one of each kind and in their order.
    void setRows(const QList<StepRow> &rows);
    void setLocale(const QLocale &locale);

    const QList<StepRow> &rows() const { return m_rows; }

private:
    QString accessibleText(const StepRow &row) const;

    QList<StepRow> m_rows;
    QLocale m_locale;
};

/// "4 ms", "1.2 s", "30 s"
QString durationText(std::chrono::milliseconds duration, const QLocale &locale);

} // namespace Sigen
