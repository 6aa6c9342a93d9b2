#include "ui/widgets/card.h"

#include "ui/widgets/plainlabel.h"

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
    repolish(button);
}

} // namespace Sigen
