#include "ui/widgets/card.h"

#include "ui/widgets/plainlabel.h"

#include <QPushButton>
#include <QVariant>

namespace Sigen {

Card::Card(QWidget *parent)
    : QFrame(parent)
{ }

void setPrimary(QWidget *button, bool primary)
{
    if (button->property("primary").toBool() == primary)
        return;
    button->setProperty("primary", primary);
    if (auto *const push = qobject_cast<QPushButton *>(button))
        push->setAutoDefault(true); // Enter presses it too, where it has the focus
    repolish(button);
}

} // namespace Sigen
