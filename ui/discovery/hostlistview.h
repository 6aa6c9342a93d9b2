// The list of found and saved gateways.
#pragma once

#include <QListView>

namespace Sigen {

class HostListView : public QListView
{
    Q_OBJECT

public:
    explicit HostListView(QWidget *parent = nullptr);

    /// Selects the row and shows it, without choosing it (chosen() stays silent).
    void showCurrent(const QModelIndex &index);

Q_SIGNALS:
    void chosen(int row); ///< by mouse or keyboard
    void menuRequested(int row, const QPoint &globalPosition);

protected:
    /// Else Qt makes the neighbour of a removed row the current one, which nobody has chosen.
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    bool m_following = false; ///< the model's current row, not the user's
};

} // namespace Sigen
