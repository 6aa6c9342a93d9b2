// On a gateway's page: that its port is watched until a Modbus server appears, or how that ended.
#pragma once

#include "ui/controllers/watched.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace Sigen {

class PlainLabel;
class ProgressRing;
class WatchController;

class WatchBox : public Card
{
    Q_OBJECT

public:
    explicit WatchBox(WatchController &watch, QWidget *parent = nullptr);

    /// What the page is about.
    void setGateway(const QString &id, quint16 port);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();
    void press();

    WatchController &m_watch;
    QString m_gateway;
    quint16 m_port = 0;
    ProgressRing *m_ring = nullptr;
    PlainLabel *m_headline = nullptr;
    PlainLabel *m_elapsed = nullptr;
    PlainLabel *m_text = nullptr;
    QPushButton *m_offer = nullptr;
    QPushButton *m_button = nullptr;
};

} // namespace Sigen
