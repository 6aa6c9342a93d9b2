// The past of a gateway as a strip: when it was on, off, not reachable, or not watched. Beside it all is said
// in words, so it takes no focus.
#pragma once

#include "ui/models/keeponevents.h"

#include <QWidget>

namespace Sigen {

class HistoryStrip : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryStrip(QWidget *parent = nullptr);

    /// The newest is at the right in every language.
    void setParts(const QList<StripPart> &parts);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<StripPart> m_parts;
};

} // namespace Sigen
