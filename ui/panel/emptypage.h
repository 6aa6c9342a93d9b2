// The right side while no gateway is chosen: what is going on, and the ways to go on.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Sigen {

class DiscoveryController;
class PlainLabel;

class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(DiscoveryController &discovery, QWidget *parent = nullptr);

Q_SIGNALS:
    void addressWanted(); ///< "I know its address…"

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void paintIcon();

    DiscoveryController &m_discovery;
    QLabel *m_icon = nullptr;
    PlainLabel *m_title = nullptr;
    PlainLabel *m_text = nullptr;
    QPushButton *m_address = nullptr;
    QPushButton *m_demo = nullptr;
};

} // namespace Sigen
