#include "ui/widgets/elidedlabel.h"

#include <QPainter>
#include <QStyle>

namespace Sigen {

ElidedLabel::ElidedLabel(TextLook look, QWidget *parent)
    : QFrame(parent)
{
    setLook(this, look);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateToolTip();
    updateGeometry();
    update();
}

bool ElidedLabel::isWhole() const
{
    return fontMetrics().horizontalAdvance(m_text) <= contentsRect().width();
}

QSize ElidedLabel::sizeHint() const
{
    return QSize(fontMetrics().horizontalAdvance(m_text) + 1, linePitch(font())).grownBy(contentsMargins());
}

QSize ElidedLabel::minimumSizeHint() const
{
    constexpr int someCharacters = 6;
    const QSize least(fontMetrics().averageCharWidth() * someCharacters, linePitch(font()));
    return least.grownBy(contentsMargins()).boundedTo(sizeHint());
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect rect = contentsRect();
    painter.setPen(palette().color(QPalette::WindowText));
    const Qt::Alignment alignment =
        QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, Qt::ElideRight, rect.width()));
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    updateToolTip();
}

void ElidedLabel::updateToolTip()
{
    setToolTip(isWhole() ? QString() : plainToolTip(m_text));
}

} // namespace Sigen
