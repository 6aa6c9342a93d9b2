// A button that looks like a link: reachable by Tab, pressed by Space and Enter, with a name for screen
// readers, none of which a link inside a label's text has.
#pragma once

#include <QPushButton>

namespace Sigen {

class LinkButton : public QPushButton
{
    Q_OBJECT

public:
    static constexpr int edge = 2; ///< around the words, for the focus ring; logical pixels

    explicit LinkButton(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Sigen
