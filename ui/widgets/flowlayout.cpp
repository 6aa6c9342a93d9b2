#include "ui/widgets/flowlayout.h"

#include "ui/widgets/linkbutton.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace Sigen {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(defaultGap);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return layOut(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + (width > 0 ? spacing() : 0);
        height = std::max(height, item->sizeHint().height());
    }
    const QMargins margins = contentsMargins();
    return {width + margins.left() + margins.right(), height + margins.top() + margins.bottom()};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    layOut(rect, true);
}

/// As it wants, or narrower and higher where there is less room.
static QSize sizeWithin(const QLayoutItem &item, int width)
{
    const QSize wanted = item.sizeHint();
    if (wanted.width() <= width)
        return wanted;
    return {width, item.hasHeightForWidth() ? item.heightForWidth(width) : wanted.height()};
}

/// Of the line that begins with \a first.
static int edgeOf(const QList<QLayoutItem *> &items, qsizetype first)
{
    while (first < items.size() && items.at(first)->isEmpty())
        ++first;
    const bool isLink =
        first < items.size() && qobject_cast<LinkButton *>(items.at(first)->widget()) != nullptr;
    return isLink ? LinkButton::edge : 0;
}

int FlowLayout::layOut(const QRect &rect, bool place) const
{
    const QRect area = rect.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction =
        parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int top = area.top();
    qsizetype first = 0;
    while (first < m_items.size()) {
        // One line: as many as fit, at least one.
        int width = 0;
        int height = 0;
        qsizetype end = first;
        for (; end < m_items.size(); ++end) {
            const QLayoutItem *item = m_items.at(end);
            if (item->isEmpty())
                continue;
            const QSize size = sizeWithin(*item, area.width());
            const int next = width + (width > 0 ? spacing() : 0) + size.width();
            if (width > 0 && next > area.width())
                break;
            width = next;
            height = std::max(height, size.height());
        }
        if (place) {
            // Not beyond the parent, where it would be cut.
            int left = std::max(area.left() - edgeOf(m_items, first), std::min(area.left(), 0));
            for (qsizetype i = first; i < end; ++i) {
                QLayoutItem *item = m_items.at(i);
                if (item->isEmpty())
                    continue;
                const QSize size = sizeWithin(*item, area.width());
                const QRect box(QPoint(left, top + (height - size.height()) / 2), size);
                item->setGeometry(QStyle::visualRect(direction, area, box));
                left += size.width() + spacing();
            }
        }
        first = end;
        top += height + (first < m_items.size() && height > 0 ? spacing() : 0);
    }
    return top - area.top() + contentsMargins().top() + contentsMargins().bottom();
}

} // namespace Sigen
