#include "ui/widgets/progressring.h"

#include "ui/theme/colors.h"

#include <QPainter>

namespace Sigen {

static constexpr qreal stroke = 5; // logical pixels

ProgressRing::ProgressRing(int size, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
{
    setFixedSize(size, size);
}

void ProgressRing::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    update();
}

void ProgressRing::setShare(qreal share)
{
    if (qFuzzyCompare(m_share, share))
        return;
    m_share = share;
    update();
}

void ProgressRing::paintEvent(QPaintEvent *)
{
    const Colors colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal inset = stroke / 2 + 1;
    const QRectF ring = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    painter.setPen(QPen(colors.border, stroke));
    painter.drawEllipse(ring);
    constexpr int sixteenths = 16;
    constexpr int fullTurn = 360 * sixteenths;
    painter.setPen(QPen(colors.accent, stroke, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, fullTurn / 4, -qRound(m_share * fullTurn));
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(colors.text);
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace Sigen
