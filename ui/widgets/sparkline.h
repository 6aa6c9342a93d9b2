// A small line of a quantity's last values, without axes. Decoration beside a value in words: never a focus
// stop; whoever shows it gives it an accessible name.
#pragma once

#include "ui/models/chip.h"
#include "ui/models/history.h"

#include <QWidget>

namespace Sigen {

class Sparkline : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);

    const History &history() const { return m_history; }
    /// Gaps stay gaps; a value between two gaps is a dot. The newest is at the right in every language.
    void setHistory(const History &history);
    Tone tone() const { return m_tone; }
    void setTone(Tone tone); ///< colour of the line; the palette decides whether the light or the dark one

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Where each point lies within \a area, from the left.
    double xOf(qsizetype index, const QRectF &area) const;

    History m_history;
    Tone m_tone = Tone::Busy;
};

} // namespace Sigen
