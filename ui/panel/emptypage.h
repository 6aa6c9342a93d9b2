// The right side while no gateway is chosen: what is going on, and the ways to go on.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Sigen {

class DiscoveryController;
class Card;
class PlainLabel;
class ProgressRing;
class SwitchPathBox;
class WatchController;

class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    EmptyPage(DiscoveryController &discovery, WatchController &watch, QWidget *parent = nullptr);

    SwitchPathBox &path() { return *m_path; }

Q_SIGNALS:
    void addressWanted(); ///< "I know its address…"
    void networkWanted(); ///< "Check another network…"

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    bool isWatching() const;
    void showWatch();
    void showSearch();
    void paintIcon();

    DiscoveryController &m_discovery;
    QLabel *m_icon = nullptr;
    PlainLabel *m_title = nullptr;
    PlainLabel *m_text = nullptr;
    WatchController &m_watch;
    ProgressRing *m_ring = nullptr;
    Card *m_whereCard = nullptr;
    SwitchPathBox *m_path = nullptr;
    PlainLabel *m_elapsed = nullptr;
    QPushButton *m_watchButton = nullptr;
    QPushButton *m_network = nullptr;
    QPushButton *m_address = nullptr;
    QPushButton *m_demo = nullptr;
};

} // namespace Sigen
