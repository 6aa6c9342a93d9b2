#include "ui/panel/keeponoffer.h"

#include "ui/controllers/keepon.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/toggleswitch.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

KeepOnOffer::KeepOnOffer(QWidget *parent)
    : Card(parent)
    , m_title(new PlainLabel(TextLook::Strong))
    , m_text(new PlainLabel(TextLook::Muted))
    , m_switch(new ToggleSwitch)
{
    setObjectName("keepOnOffer"_L1);
    m_text->setObjectName("keepOnOfferText"_L1);
    m_switch->setObjectName("keepOnOfferSwitch"_L1);
    m_title->setPrefersOneLine(true);
    m_text->setPrefersOneLine(true);
    auto *texts = new FlowLayout;
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(padding, padding - 4, padding, padding - 4);
    auto *middle = new QVBoxLayout;
    middle->addStretch();
    middle->addLayout(texts);
    middle->addStretch();
    layout->addLayout(middle, 1);
    layout->addWidget(m_switch);
    connect(m_switch, &ToggleSwitch::flipRequested, this, &KeepOnOffer::switchRequested);
    retranslate();
    hide();
}

void KeepOnOffer::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void KeepOnOffer::retranslate()
{
    m_title->setText(tr("Keep it on from now on"));
    m_switch->setAccessibleName(tr("Keep the Modbus TCP server on"));
}

void KeepOnOffer::render(const KeepOn &keepOn)
{
    const KeepOnCard card = keepOnCard(keepOn, locale());
    m_switch->setOn(card.isOn);
    m_switch->setUndecided(card.isUndecided);
    m_switch->setEnabled(card.canSwitch);
    const QString text = keepOnOffer(keepOn);
    m_text->setText(text);
    m_switch->setAccessibleDescription(text);
}

} // namespace Sigen
