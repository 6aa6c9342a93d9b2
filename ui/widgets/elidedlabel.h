// One line of plain text that gives way: cut at the end when there is no room, with the
// whole text in the tooltip.
#pragma once

#include "ui/widgets/plainlabel.h"

#include <QFrame>
#include <QString>

namespace Sigen {

class ElidedLabel : public QFrame
{
    Q_OBJECT

public:
    explicit ElidedLabel(TextLook look = TextLook::Body, QWidget *parent = nullptr);

    const QString &text() const { return m_text; }
    void setText(const QString &text);
    /// True while the whole text fits.
    bool isWhole() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateToolTip();

    QString m_text;
};

} // namespace Sigen
