#include "ui/discovery/hostlistview.h"

#include "ui/discovery/hostdelegate.h"

#include <QContextMenuEvent>
#include <QItemSelectionModel>

namespace Sigen {

HostListView::HostListView(QWidget *parent)
    : QListView(parent)
{
    setItemDelegate(new HostDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    // A network of a thousand hosts is laid out in pieces, so that no turn of the event loop gets long.
    setLayoutMode(QListView::Batched);
    constexpr int rowsAtOnce = 100;
    setBatchSize(rowsAtOnce);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
}

void HostListView::showCurrent(const QModelIndex &index)
{
    m_following = true;
    if (index.isValid()) {
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
        scrollTo(index);
    } else {
        selectionModel()->clear();
    }
    m_following = false;
}

void HostListView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    if (currentIndex().row() >= first && currentIndex().row() <= last)
        showCurrent({});
    QListView::rowsAboutToBeRemoved(parent, first, last);
}

void HostListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    if (!m_following && !selected.isEmpty())
        Q_EMIT chosen(selected.indexes().constFirst().row());
}

void HostListView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QPoint place = byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    Q_EMIT menuRequested(index.row(), place);
}

} // namespace Sigen
