// The rows of the discovery view. Fine-grained: each change of a row is one dataChanged, a row that changes
// its place is moved, and nothing is ever reset, so that persistent indexes (the selection) stay on their
// gateway.
//
// Filled by HostRows, read by the view. Order: section, then seen before unseen, then in the order found.
#pragma once

#include "ui/models/hostrow.h"

#include <QAbstractListModel>
#include <QLocale>

#include <compare>

namespace Sigen {

class HostListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< QString
        TitleRole, ///< QString; also Qt::DisplayRole
        SubtitleRole, ///< QString
        TimeRole, ///< QString: latency or age, right-aligned in the row; may be empty
        ChipsRole, ///< QList<Sigen::Chip>
        SectionRole, ///< int(HostSection)
        SectionTitleRole, ///< QString: "Gateways"
        FirstInSectionRole, ///< bool: the section's title stands above this row
        // Qt::ToolTipRole and Qt::AccessibleTextRole are given as well; both are plain text.
    };
    Q_ENUM(Role)

    explicit HostListModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// -1 when there is none.
    int rowOf(const QString &key) const;
    const HostRow &at(int row) const { return m_rows.at(row); }
    const QList<HostRow> &rows() const { return m_rows; }

    /// Inserts the row, or changes the one with its key and moves it to its place.
    void put(const HostRow &row);
    void remove(const QString &key);

    /// Ages and numbers are shown for this moment and locale; both tell the views what changed.
    void setNow(const QDateTime &now);
    void setLocale(const QLocale &locale);
    /// After a change of language: all texts are new.
    void retranslate();

private:
    /// Decides the order; compared field by field.
    struct Place
    {
        HostSection section = HostSection::Others;
        bool unseen = false;
        int arrival = 0;
        auto operator<=>(const Place &) const = default;
    };

    void settle(int from, const Place &place);
    void refreshSectionHeads();
    bool isFirstInSection(int row) const;

    QList<HostRow> m_rows;
    QList<Place> m_places; ///< of each row
    QList<bool> m_heads; ///< of each row: as the views know FirstInSectionRole
    int m_nextArrival = 0;
    QDateTime m_now;
    QLocale m_locale;
};

} // namespace Sigen
