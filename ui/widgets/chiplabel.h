// Chips: how they are painted, and a widget that shows one.
#pragma once

#include "ui/models/chip.h"

#include <QFont>
#include <QRect>
#include <QWidget>

class QPainter;

namespace Sigen {

struct Colors;

/// Of \a chip with \a font, the font of the text around it.
QSize chipSize(const Chip &chip, const QFont &font);
/// Within \a rect, which has the size of chipSize() or less; the text is elided then.
void paintChip(QPainter &painter, const QRect &rect, const Chip &chip, const QFont &font,
               const Colors &colors);

class ChipLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ChipLabel(QWidget *parent = nullptr);

    const Chip &chip() const { return m_chip; }
    void setChip(const Chip &chip);
    /// A filled circle before the text.
    void setDot(bool dot);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Chip shown() const;

    Chip m_chip;
    bool m_dot = false;
};

} // namespace Sigen
