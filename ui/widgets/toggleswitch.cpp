#include "ui/widgets/toggleswitch.h"

#include "ui/theme/colors.h"

#include <QKeyEvent>
#include <QPainter>

namespace Sigen {

static constexpr QSize trackSize(46, 26);
static constexpr int focusMargin = 3;

ToggleSwitch::ToggleSwitch(QWidget *parent)
    : QAbstractButton(parent)
{
    // Checkable for screen readers, which then speak of a state; the state itself follows isOn() only.
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    // A screen reader toggles without a click.
    connect(this, &QAbstractButton::toggled, this, [this](bool checked) {
        if (checked == m_on)
            return;
        setChecked(m_on);
        Q_EMIT flipRequested(checked);
    });
}

void ToggleSwitch::setOn(bool on)
{
    m_on = on;
    setChecked(on);
    update();
}

void ToggleSwitch::setUndecided(bool undecided)
{
    if (m_undecided == undecided)
        return;
    m_undecided = undecided;
    update();
}

QSize ToggleSwitch::sizeHint() const
{
    return trackSize + QSize(2 * focusMargin, 2 * focusMargin);
}

void ToggleSwitch::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ToggleSwitch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors colors = colorsFor(palette());
    const QRectF track(QPointF((width() - trackSize.width()) / 2.0, (height() - trackSize.height()) / 2.0),
                       trackSize);
    const qreal radius = track.height() / 2;
    const bool lit = m_on && !m_undecided;
    painter.setPen(lit ? QPen(Qt::NoPen) : QPen(colors.muted, 1.5));
    painter.setBrush(lit ? colors.accent : (isEnabled() ? colors.surface : colors.window));
    painter.drawRoundedRect(track.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius);

    constexpr qreal inset = 3.5;
    const qreal knob = track.height() - 2 * inset;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    qreal left = track.left() + inset;
    if (m_undecided)
        left = track.center().x() - knob / 2;
    else if (m_on != mirrored)
        left = track.right() - inset - knob;
    painter.setPen(Qt::NoPen);
    painter.setBrush(lit ? QColor(Qt::white) : colors.muted);
    painter.drawEllipse(QRectF(left, track.top() + inset, knob, knob));

    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.accent, 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), radius + focusMargin,
                                radius + focusMargin);
    }
}

} // namespace Sigen
