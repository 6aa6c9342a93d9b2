// The number of a step in a circle.
#pragma once

#include <QWidget>

namespace Sigen {

class NumberMark : public QWidget
{
    Q_OBJECT

public:
    /// \a isNext: the step to begin with, in full colour.
    NumberMark(int number, bool isNext, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_number = 0;
    bool m_isNext = false;
};

} // namespace Sigen
