// A combo box that ends a text which is too long with an ellipsis instead of cutting it in mid-letter.
#pragma once

#include <QComboBox>

namespace Sigen {

class ElidedComboBox : public QComboBox
{
    Q_OBJECT

public:
    using QComboBox::QComboBox;

    /// The current text as it is shown.
    QString shownText() const;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Sigen
