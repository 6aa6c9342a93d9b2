// A TCP port, 1–65535, typed as digits. Does not react to the mouse wheel: scrolling the page must not change
// what Apply sends.
#pragma once

#include <QSpinBox>

namespace Sigen {

class PortEdit : public QSpinBox
{
    Q_OBJECT

public:
    explicit PortEdit(QWidget *parent = nullptr);

    quint16 port() const { return static_cast<quint16>(value()); }

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace Sigen
