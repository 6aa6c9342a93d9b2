// Lays its items out like words: side by side, and on a further line when there is no room; from the right in
// right-to-left languages. Keeps rows of buttons whole in narrow windows and with long texts. A line that
// begins with a link begins its edge earlier, so that the words stand in line with the rest of the page.
#pragma once

#include <QLayout>
#include <QList>

namespace Sigen {

class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    static constexpr int defaultGap = 8; ///< logical pixels, both ways

    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// Returns the height that is needed; places the items only if \a place.
    int layOut(const QRect &rect, bool place) const;

    QList<QLayoutItem *> m_items; ///< owned, as QLayout demands
};

} // namespace Sigen
