#include "ui/widgets/readbars.h"

#include "ui/theme/colors.h"

#include <QPainter>

#include <algorithm>

namespace Sigen {

// Logical pixels, as drawn.
static constexpr int tallest = 34;
static constexpr int shortest = 4;
static constexpr int barWidth = 9;
static constexpr int pitch = 11;

ReadBars::ReadBars(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ReadBars::setBars(const QList<ReadBar> &bars)
{
    if (m_bars == bars)
        return;
    m_bars = bars;
    updateGeometry();
    update();
}

QSize ReadBars::sizeHint() const
{
    return {static_cast<int>(m_bars.size()) * pitch, tallest};
}

/// Time goes from left to right in every language.
void ReadBars::paintEvent(QPaintEvent *)
{
    const Colors colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int x = 0;
    for (const ReadBar &bar : m_bars) {
        const int tall = std::max(shortest, qRound(bar.part * tallest));
        const QRectF place(x, tallest - tall, barWidth, tall);
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneText(colors, bar.tone));
        painter.drawRoundedRect(place, 1, 1);
        if (bar.tone == Tone::Bad) {
            painter.setPen(QPen(colors.surface, 1.5));
            const QRectF cross(x + 2, place.top() + 3, barWidth - 4, barWidth - 4);
            painter.drawLine(cross.topLeft(), cross.bottomRight());
            painter.drawLine(cross.topRight(), cross.bottomLeft());
        }
        x += pitch;
    }
}

} // namespace Sigen
