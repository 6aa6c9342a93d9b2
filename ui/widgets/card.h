// A white box with a thin frame and round corners: what belongs together. Its look is in the style sheet.
#pragma once

#include <QFrame>

namespace Sigen {

class Card : public QFrame
{
    Q_OBJECT

public:
    static constexpr int padding = 16; ///< logical pixels

    explicit Card(QWidget *parent = nullptr);
};

/// Marks \a button as the next thing to press (filled), or takes that back. For QPushButton.
void setPrimary(QWidget *button, bool primary);

} // namespace Sigen
