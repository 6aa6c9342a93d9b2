// A ring that fills while something goes on, with a short text inside. For the eyes only: what goes on stands
// in words beside it.
#pragma once

#include <QWidget>

namespace Sigen {

class ProgressRing : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressRing(int size, QWidget *parent = nullptr); ///< in logical pixels

    void setText(const QString &text);
    void setShare(qreal share); ///< 0–1

    QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_size;
    QString m_text;
    qreal m_share = 0;
};

} // namespace Sigen
