#include "ui/panel/eventtable.h"

#include "ui/models/keeponevents.h"
#include "ui/theme/colors.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

#include <algorithm>

namespace Sigen {

static constexpr int gap = 8; // logical pixels

namespace {

/// What happened stands out; when, and what else is to be said of it, is quieter.
class EventDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() != KeepOnEvents::What)
            option->palette.setColor(QPalette::Text, colorsFor(option->palette).muted);
    }
};

} // namespace

EventTable::EventTable(KeepOnEvents &events, QWidget *parent)
    : QTableView(parent)
    , m_events(events)
{
    setModel(&m_events);
    setItemDelegate(new EventDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    constexpr int rowHeight = 31;
    verticalHeader()->setDefaultSectionSize(std::max(rowHeight, fontMetrics().height() + 2 * gap));
    verticalHeader()->hide();
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(KeepOnEvents::When, QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(KeepOnEvents::What, QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(KeepOnEvents::More, QHeaderView::Stretch);
}

QSize EventTable::minimumSizeHint() const
{
    constexpr int rows = 3;
    constexpr int leastWidth = 160;
    return {leastWidth, rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth()};
}

int EventTable::widthOf(int column) const
{
    int width = 0;
    for (const KeepOnRow &row : m_events.rows())
        width = std::max(width,
                         fontMetrics().horizontalAdvance(column == KeepOnEvents::When ? row.when : row.what));
    return width + 3 * gap;
}

void EventTable::arrange()
{
    const int room = viewport()->width();
    const int when = std::min(widthOf(KeepOnEvents::When), room * 2 / 5);
    horizontalHeader()->resizeSection(KeepOnEvents::When, when);
    horizontalHeader()->resizeSection(KeepOnEvents::What,
                                      std::min(widthOf(KeepOnEvents::What), (room - when) * 2 / 3));
}

} // namespace Sigen
