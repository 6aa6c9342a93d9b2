// The reads of a link test as bars: the taller, the longer it took; one that was lost has a cross. Decoration
// beside its numbers in words: never a focus stop; whoever shows it gives it an accessible name.
#pragma once

#include "ui/models/readbar.h"

#include <QList>
#include <QWidget>

namespace Sigen {

class ReadBars : public QWidget
{
    Q_OBJECT

public:
    explicit ReadBars(QWidget *parent = nullptr);

    void setBars(const QList<ReadBar> &bars);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<ReadBar> m_bars;
};

} // namespace Sigen
