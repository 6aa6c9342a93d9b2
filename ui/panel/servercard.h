// The gateway's Modbus TCP server: its switch, its port, and when that was read.
#pragma once

#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace Sigen {

class GatewayController;
class LinkButton;
class PlainLabel;
class PortEdit;
class ToggleSwitch;
struct ServerCard;

class ServerCardView : public Card
{
    Q_OBJECT

public:
    explicit ServerCardView(GatewayController &gateway, QWidget *parent = nullptr);

    void render(const ServerCard &card);
    /// Another gateway: what was typed was not meant for it.
    void startAfresh() { m_shownPort = 0; }
    ToggleSwitch *switchButton() const { return m_switch; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void renderRead(const ServerCard &card);
    void renderApply();
    bool isEdited() const; ///< the port in the field is another, and could be applied
    void apply();

    GatewayController &m_gateway;
    ToggleSwitch *m_switch = nullptr;
    PlainLabel *m_headline = nullptr;
    PlainLabel *m_qualifier = nullptr;
    PlainLabel *m_detail = nullptr;
    LinkButton *m_readAgain = nullptr; ///< beside the age of a reading
    QPushButton *m_read = nullptr; ///< in the place of the port, where there is nothing to go by
    QLabel *m_portLabel = nullptr;
    PortEdit *m_port = nullptr;
    QPushButton *m_apply = nullptr;
    int m_shownPort = 0; ///< as last read; the field follows it unless the user typed
};

} // namespace Sigen
