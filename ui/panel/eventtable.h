// What happened to a watched gateway, row by row, without a grid: the first columns as wide as their words
// while there is room for the last.
#pragma once

#include <QTableView>

namespace Sigen {

class KeepOnEvents;

class EventTable : public QTableView
{
    Q_OBJECT

public:
    /// \a events must outlive it.
    explicit EventTable(KeepOnEvents &events, QWidget *parent = nullptr);

    void arrange(); ///< the columns; after new rows, or in another width

    // It takes little room by itself, and grows where there is room.
    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

private:
    int widthOf(int column) const;

    KeepOnEvents &m_events;
};

} // namespace Sigen
