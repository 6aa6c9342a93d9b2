// One row of the discovery view as a card: title and latency, address, state chips; over the first row of a
// section its title.
#pragma once

#include <QStyledItemDelegate>

#include <optional>

namespace Sigen {

class HostDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit HostDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// In which nothing but the chips' and the times' ends are cut.
    static int comfortableWidth(const QFont &font);
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    /// The view asks for the size of every row again whenever one is added.
    struct Sizes
    {
        QFont font;
        QSize row;
        QSize firstRow; ///< of a section
    };
    const Sizes &sizesFor(const QFont &font) const;

    mutable std::optional<Sizes> m_sizes;
};

} // namespace Sigen
