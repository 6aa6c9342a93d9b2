// Whose page this is: name, address, serial, sign-in state.
#pragma once

#include <QWidget>

class QPushButton;

namespace Sigen {

class ChipLabel;
class ElidedLabel;
class GatewayController;
class PlainLabel;
struct PageState;

class GatewayHeader : public QWidget
{
    Q_OBJECT

public:
    explicit GatewayHeader(GatewayController &gateway, QWidget *parent = nullptr);

    void render(const PageState &page);

Q_SIGNALS:
    void formWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    GatewayController &m_gateway;
    ElidedLabel *m_title = nullptr;
    PlainLabel *m_subtitle = nullptr;
    PlainLabel *m_notice = nullptr;
    ChipLabel *m_chip = nullptr;
    QPushButton *m_signIn = nullptr; ///< leads to the form
    QPushButton *m_signOut = nullptr;
};

} // namespace Sigen
