#include "ui/widgets/historystrip.h"

#include "ui/theme/colors.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace Sigen {

// Logical pixels
static constexpr int stripHeight = 16;
static constexpr int leastWidth = 120;
static constexpr double corner = 4;
/// What lasted a moment is to be seen all the same.
static constexpr double leastPart = 2;

HistoryStrip::HistoryStrip(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HistoryStrip::setParts(const QList<StripPart> &parts)
{
    if (m_parts == parts)
        return;
    m_parts = parts;
    update();
}

QSize HistoryStrip::sizeHint() const
{
    return {2 * leastWidth, stripHeight};
}

QSize HistoryStrip::minimumSizeHint() const
{
    return {leastWidth, stripHeight};
}

void HistoryStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors colors = colorsFor(palette());
    const QRectF area(rect());
    QPainterPath outline;
    outline.addRoundedRect(area, corner, corner);
    painter.setClipPath(outline);
    painter.fillRect(area, colors.border);
    // What is on fills the ground; the rest is drawn over it, so that nothing short is lost.
    const auto draw = [&](const StripPart &part) {
        QRectF place(area.width() * part.begin, 0, area.width() * (part.end - part.begin), area.height());
        place.setWidth(std::max(place.width(), leastPart));
        painter.fillRect(place, part.tone == Tone::Plain ? colors.border : toneText(colors, part.tone));
    };
    for (const StripPart &part : std::as_const(m_parts)) {
        if (part.tone == Tone::Good || part.tone == Tone::Plain)
            draw(part);
    }
    for (const StripPart &part : std::as_const(m_parts)) {
        if (part.tone != Tone::Good && part.tone != Tone::Plain)
            draw(part);
    }
}

} // namespace Sigen
