#include "ui/widgets/numbermark.h"

#include "ui/theme/colors.h"
#include "ui/widgets/plainlabel.h"

#include <QPainter>

namespace Sigen {

static constexpr int smallest = 24; // logical pixels

NumberMark::NumberMark(int number, bool isNext, QWidget *parent)
    : QWidget(parent)
    , m_number(number)
    , m_isNext(isNext)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize NumberMark::sizeHint() const
{
    constexpr int around = 6;
    const int side = std::max(smallest, fontMetrics().height() + around);
    return {side, side};
}

void NumberMark::paintEvent(QPaintEvent *)
{
    const Colors colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_isNext ? colors.accent : toneFill(colors, Tone::Busy));
    painter.drawEllipse(rect());
    painter.setFont(fontFor(TextLook::Strong, font()));
    painter.setPen(m_isNext ? colors.onAccent : toneText(colors, Tone::Busy));
    painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
}

} // namespace Sigen
