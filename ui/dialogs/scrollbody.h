// What a dialog says, in as many lines as it takes: as tall as the text up to a limit, scrolling beyond, and
// never sideways.
#pragma once

#include "ui/widgets/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace Sigen {

class ScrollBody : public QScrollArea
{
public:
    explicit ScrollBody(QWidget *parent = nullptr)
        : QScrollArea(parent)
        , m_column(new QVBoxLayout)
    {
        constexpr int gap = 8; // logical pixels
        auto *content = new QWidget(this);
        auto *line = new QHBoxLayout;
        line->setSpacing(0);
        line->addLayout(m_column, 1);
        line->addSpacing(gap); // before the scroll bar
        auto *outer = new QVBoxLayout(content);
        outer->setContentsMargins(0, 0, 0, 0);
        m_column->setSpacing(gap);
        outer->addLayout(line);
        outer->addStretch();
        setWidget(content);
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        // The dialog's own background shows through.
        content->setAutoFillBackground(false);
        viewport()->setAutoFillBackground(false);
    }

    QVBoxLayout *column() const { return m_column; }

    QSize sizeHint() const override
    {
        constexpr int characters = 84; // of an average width: about 560 pixels
        constexpr int lines = 26;
        const int width = std::max(fontMetrics().averageCharWidth() * characters, leastWidth());
        // Before it is shown nobody tells the layouts that their contents are others now.
        invalidate(widget()->layout());
        // A little narrower than it will be: nothing scrolls that almost fits.
        const int height =
            widget()->layout()->totalHeightForWidth(width - verticalScrollBar()->sizeHint().width());
        return {width, std::min(height, linePitch(font()) * lines)};
    }

    QSize minimumSizeHint() const override
    {
        constexpr int lines = 4;
        return {leastWidth(), std::min(linePitch(font()) * lines, sizeHint().height())};
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }

private:
    static void invalidate(QLayoutItem *item)
    {
        item->invalidate();
        for (int i = 0; item->layout() && i < item->layout()->count(); ++i)
            invalidate(item->layout()->itemAt(i));
    }

    int leastWidth() const
    {
        return widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    }

    QVBoxLayout *m_column;
};

} // namespace Sigen
