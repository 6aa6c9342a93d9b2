#include "ui/widgets/chiplabel.h"

#include "ui/theme/colors.h"
#include "ui/widgets/plainlabel.h"

#include <QPainter>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr int sidePadding = 9;
static constexpr int edgePadding = 3;

QSize chipSize(const Chip &chip, const QFont &font)
{
    const QFontMetrics metrics(fontFor(TextLook::Small, font));
    constexpr int slack = 2; // fractions of pixels, on scaled screens
    return {metrics.horizontalAdvance(chip.text) + 2 * sidePadding + slack,
            metrics.height() + 2 * edgePadding};
}

void paintChip(QPainter &painter, const QRect &rect, const Chip &chip, const QFont &font,
               const Colors &colors)
{
    const QFont small = fontFor(TextLook::Small, font);
    const QColor fill = toneFill(colors, chip.tone);
    const qreal radius = rect.height() / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(fill.isValid() ? QPen(Qt::NoPen) : QPen(colors.border, 1));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setPen(toneText(colors, chip.tone));
    painter.setFont(small);
    const QString text =
        QFontMetrics(small).elidedText(chip.text, Qt::ElideRight, rect.width() - 2 * sidePadding);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter.restore();
}

ChipLabel::ChipLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Chip ChipLabel::shown() const
{
    Chip chip = m_chip;
    if (m_dot)
        chip.text.prepend(m_chip.tone == Tone::Bad ? u"× "_s : u"● "_s);
    return chip;
}

void ChipLabel::setChip(const Chip &chip)
{
    m_chip = chip;
    setAccessibleName(chip.accessibleText);
    setToolTip(plainToolTip(chip.accessibleText));
    updateGeometry();
    update();
}

void ChipLabel::setDot(bool dot)
{
    m_dot = dot;
    updateGeometry();
    update();
}

QSize ChipLabel::sizeHint() const
{
    return chipSize(shown(), font());
}

void ChipLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect(), shown(), font(), colorsFor(palette()));
}

} // namespace Sigen
