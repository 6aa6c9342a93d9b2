// "Live values": battery, solar, grid and the plant's state with a small line each. Nothing is read before
// the user presses "Start reading"; reading pauses while the tab can't be seen.
#pragma once

#include <QWidget>

class QPushButton;

namespace Sigen {

class LiveValuesController;
class PlainLabel;
class ValueTile;

class LiveValuesTab : public QWidget
{
    Q_OBJECT

public:
    /// \a live must outlive it.
    explicit LiveValuesTab(LiveValuesController &live, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeIntroduction();
    QWidget *makeValues();
    void retranslate();
    void refresh();
    void toggleReading();

    LiveValuesController &m_live;
    QWidget *m_introduction = nullptr; ///< before the first start
    PlainLabel *m_explanation = nullptr;
    QPushButton *m_start = nullptr;
    QWidget *m_values = nullptr;
    ValueTile *m_battery = nullptr;
    ValueTile *m_solar = nullptr;
    ValueTile *m_grid = nullptr;
    ValueTile *m_plant = nullptr;
    PlainLabel *m_problem = nullptr;
    PlainLabel *m_status = nullptr;
    PlainLabel *m_link = nullptr;
    QPushButton *m_toggle = nullptr; ///< stops, and starts again
};

} // namespace Sigen
