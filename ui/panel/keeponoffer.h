// Beneath a server that was found off: keep it on from now on.
#pragma once

#include "ui/widgets/card.h"

namespace Sigen {

class PlainLabel;
class ToggleSwitch;
struct KeepOn;

class KeepOnOffer : public Card
{
    Q_OBJECT

public:
    explicit KeepOnOffer(QWidget *parent = nullptr);

    void render(const KeepOn &keepOn);

Q_SIGNALS:
    void switchRequested(bool on);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    PlainLabel *m_title = nullptr;
    PlainLabel *m_text = nullptr;
    ToggleSwitch *m_switch = nullptr;
};

} // namespace Sigen
