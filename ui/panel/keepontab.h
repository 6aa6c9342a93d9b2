// "Keep it on": the switch, what is the case, what was seen so far as a strip and in words, and the check box
// for the background service. Asks nothing by itself: what the user wants goes to the page.
#pragma once

#include "ui/models/keeponevents.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace Sigen {

class EventTable;
class GatewayController;
class HistoryStrip;
class KeepOnController;
class PlainLabel;
class ToggleSwitch;

class KeepOnTab : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    KeepOnTab(KeepOnController &keepOn, const GatewayController &gateway, QWidget *parent = nullptr);

    /// In its narrowest arrangement, whatever the present one is.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void switchRequested(bool on);
    void serviceRequested(bool on);
    void signInRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QBoxLayout *makeHead();
    QBoxLayout *makeHistory();
    QBoxLayout *makeFoot();
    void retranslate();
    void render();
    void renderService();
    void renderHistory();
    void tick();
    void arrange();
    void save();
    QString gateway() const;

    KeepOnController &m_keepOn;
    const GatewayController &m_gateway;
    KeepOnEvents m_events;
    QTimer m_ticker;
    int m_ticks = 0;

    QBoxLayout *m_head = nullptr; ///< the interval beside the switch, or below it when narrow
    QBoxLayout *m_foot = nullptr; ///< the buttons beside the check box, or below it
    ToggleSwitch *m_switch = nullptr;
    PlainLabel *m_title = nullptr;
    PlainLabel *m_text = nullptr;
    PlainLabel *m_note = nullptr;
    QPushButton *m_signIn = nullptr;
    QLabel *m_intervalLabel = nullptr;
    QComboBox *m_interval = nullptr;
    HistoryStrip *m_strip = nullptr;
    PlainLabel *m_from = nullptr;
    PlainLabel *m_summary = nullptr;
    PlainLabel *m_now = nullptr;
    PlainLabel *m_empty = nullptr; ///< in the place of a history
    EventTable *m_table = nullptr;
    QWidget *m_captions = nullptr;
    QCheckBox *m_service = nullptr;
    PlainLabel *m_serviceNote = nullptr;
    QComboBox *m_range = nullptr;
    QPushButton *m_save = nullptr;
    PlainLabel *m_saved = nullptr; ///< how saving went
};

} // namespace Sigen
