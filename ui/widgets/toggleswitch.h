// An on/off switch. It never moves by itself: a press only emits flipRequested(), and what it shows is what
// was read from the gateway.
#pragma once

#include <QAbstractButton>

namespace Sigen {

class ToggleSwitch : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ToggleSwitch(QWidget *parent = nullptr);

    bool isOn() const { return m_on; }
    void setOn(bool on);
    /// A change is under way or the state was not read: drawn in the middle, in grey.
    void setUndecided(bool undecided);
    bool isUndecided() const { return m_undecided; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void flipRequested(bool on); ///< the user wants it on, or off

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_on = false;
    bool m_undecided = true;
};

} // namespace Sigen
