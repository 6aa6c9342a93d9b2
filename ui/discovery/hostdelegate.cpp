#include "ui/discovery/hostdelegate.h"

#include "ui/models/hostlistmodel.h"
#include "ui/theme/colors.h"
#include "ui/widgets/chiplabel.h"
#include "ui/widgets/plainlabel.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

// Logical pixels.
static constexpr int padding = 12;
static constexpr int lineGap = 4;
static constexpr int rowGap = 10;
static constexpr int sectionGap = 8;
static constexpr int chipGap = 5;
static constexpr int cornerRadius = 8;

static int sectionHeight(const QFont &font)
{
    return QFontMetrics(fontFor(TextLook::Section, font)).height() + sectionGap;
}

static int chipHeight(const QFont &font)
{
    return chipSize({u"X"_s, Tone::Plain, {}}, font).height();
}

HostDelegate::HostDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{ }

int HostDelegate::comfortableWidth(const QFont &font)
{
    constexpr int characters = 34;
    return QFontMetrics(font).averageCharWidth() * characters + 2 * padding;
}

const HostDelegate::Sizes &HostDelegate::sizesFor(const QFont &font) const
{
    if (!m_sizes || m_sizes->font != font) {
        const int line = QFontMetrics(font).height();
        const int height = 2 * padding + 2 * line + 2 * lineGap + chipHeight(font) + rowGap;
        const int width = comfortableWidth(font) / 2;
        m_sizes = Sizes{font, {width, height}, {width, height + sectionHeight(font)}};
    }
    return *m_sizes;
}

QSize HostDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Sizes &sizes = sizesFor(option.font);
    return index.data(HostListModel::FirstInSectionRole).toBool() ? sizes.firstRow : sizes.row;
}

static void paintChips(QPainter *painter, const QRect &area, const QList<Chip> &chips, const QFont &font,
                       const Colors &colors, Qt::LayoutDirection direction)
{
    int left = area.left();
    for (const Chip &chip : chips) {
        QSize size = chipSize(chip, font);
        const int room = area.right() + 1 - left;
        const int height = size.height();
        if (room < 2 * height)
            return;
        size.setWidth(std::min(size.width(), room));
        paintChip(*painter, QStyle::visualRect(direction, area, QRect(QPoint(left, area.top()), size)), chip,
                  font, colors);
        left += size.width() + chipGap;
    }
}

void HostDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Colors colors = colorsFor(option.palette);
    const Qt::LayoutDirection direction = option.direction;
    const QFont &font = option.font;
    const int line = QFontMetrics(font).height();
    QRect area = option.rect;
    const auto draw = [&](const QRect &rect, const QString &text, const QFont &textFont, const QColor &color,
                          Qt::Alignment alignment, Qt::TextElideMode mode) {
        painter->setFont(textFont);
        painter->setPen(color);
        painter->drawText(QStyle::visualRect(direction, area, rect),
                          static_cast<int>(QStyle::visualAlignment(direction, alignment)) | Qt::AlignVCenter
                              | Qt::TextSingleLine,
                          QFontMetrics(textFont).elidedText(text, mode, rect.width()));
    };
    painter->save();

    if (index.data(HostListModel::FirstInSectionRole).toBool()) {
        const int height = sectionHeight(font);
        draw(QRect(area.left(), area.top(), area.width(), height - sectionGap),
             index.data(HostListModel::SectionTitleRole).toString(), fontFor(TextLook::Section, font),
             colors.muted, Qt::AlignLeft, Qt::ElideRight);
        area.setTop(area.top() + height);
    }
    area.setBottom(area.bottom() - rowGap);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(selected ? colors.selection : colors.surface);
    painter->setPen(QPen(selected || focused ? colors.accent : colors.border, focused ? 2 : 1));
    painter->drawRoundedRect(QRectF(area).adjusted(1, 0.5, -1, -0.5), cornerRadius, cornerRadius);

    const QRect inner = area.adjusted(padding, padding, -padding, -padding);
    const QFont strong = fontFor(TextLook::Strong, font);
    const QString time = index.data(HostListModel::TimeRole).toString();
    const int timeWidth = time.isEmpty() ? 0 : QFontMetrics(strong).horizontalAdvance(time) + 1;
    QRect row(inner.left(), inner.top(), inner.width(), line);
    draw(row.adjusted(0, 0, timeWidth > 0 ? -timeWidth - chipGap : 0, 0),
         index.data(HostListModel::TitleRole).toString(), strong, colors.text, Qt::AlignLeft, Qt::ElideRight);
    if (timeWidth > 0)
        draw(QRect(row.right() + 1 - timeWidth, row.top(), timeWidth, line), time, strong, colors.muted,
             Qt::AlignRight, Qt::ElideRight);
    row.translate(0, line + lineGap);
    draw(row, index.data(HostListModel::SubtitleRole).toString(), font, colors.muted, Qt::AlignLeft,
         Qt::ElideMiddle);
    row.translate(0, line + lineGap);
    row.setHeight(chipHeight(font));
    paintChips(painter, row, index.data(HostListModel::ChipsRole).value<QList<Chip>>(), font, colors,
               direction);
    painter->restore();
}

bool HostDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainToolTip(index.data(Qt::ToolTipRole).toString()), view);
    return true;
}

} // namespace Sigen
