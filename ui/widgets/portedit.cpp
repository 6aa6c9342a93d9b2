#include "ui/widgets/portedit.h"

#include <QWheelEvent>

namespace Sigen {

PortEdit::PortEdit(QWidget *parent)
    : QSpinBox(parent)
{
    constexpr int highestPort = 65535;
    setRange(1, highestPort);
    setButtonSymbols(QAbstractSpinBox::NoButtons);
    setGroupSeparatorShown(false);
    setFocusPolicy(Qt::StrongFocus);
    setCorrectionMode(QAbstractSpinBox::CorrectToNearestValue);
}

void PortEdit::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace Sigen
