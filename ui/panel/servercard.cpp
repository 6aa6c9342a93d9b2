#include "ui/panel/servercard.h"

#include "ui/controllers/gatewaycontroller.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/portedit.h"
#include "ui/widgets/toggleswitch.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

ServerCardView::ServerCardView(GatewayController &gateway, QWidget *parent)
    : Card(parent)
    , m_gateway(gateway)
    , m_switch(new ToggleSwitch)
    , m_headline(new PlainLabel(TextLook::Strong))
    , m_qualifier(new PlainLabel)
    , m_detail(new PlainLabel(TextLook::Muted))
    , m_readAgain(new LinkButton)
    , m_read(new QPushButton)
    , m_portLabel(new QLabel)
    , m_port(new PortEdit)
    , m_apply(new QPushButton)
{
    m_switch->setObjectName("serverSwitch"_L1);
    m_headline->setObjectName("serverHeadline"_L1);
    m_detail->setObjectName("serverDetail"_L1);
    m_readAgain->setObjectName("readAgain"_L1);
    m_read->setObjectName("readState"_L1);
    m_port->setObjectName("serverPort"_L1);
    m_apply->setObjectName("applyPort"_L1);
    setLook(m_portLabel, TextLook::Muted);
    m_portLabel->setTextFormat(Qt::PlainText);
    m_portLabel->setBuddy(m_port);

    m_headline->setPrefersOneLine(true);
    m_qualifier->setPrefersOneLine(true);
    auto *headline = new FlowLayout;
    headline->setSpacing(0);
    headline->addWidget(m_headline);
    headline->addWidget(m_qualifier);
    m_detail->setPrefersOneLine(true);
    auto *detail = new FlowLayout;
    detail->addWidget(m_detail);
    detail->addWidget(m_readAgain);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addLayout(headline);
    texts->addLayout(detail);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(padding, padding - 4, padding, padding - 4);
    layout->setSpacing(8);
    layout->addWidget(m_switch);
    layout->addSpacing(4);
    layout->addLayout(texts, 1);
    layout->addWidget(m_read);
    layout->addWidget(m_portLabel);
    layout->addWidget(m_port);
    layout->addWidget(m_apply);

    connect(m_switch, &ToggleSwitch::flipRequested, this, [this](bool on) {
        if (on)
            m_gateway.turnOn(isEdited() ? m_port->port() : quint16(0));
        else
            m_gateway.turnOff();
    });
    for (QPushButton *button : {static_cast<QPushButton *>(m_readAgain), m_read})
        connect(button, &QPushButton::clicked, &m_gateway, &GatewayController::refresh);
    connect(m_port, &QSpinBox::textChanged, this, &ServerCardView::renderApply);
    connect(m_port->findChild<QLineEdit *>(), &QLineEdit::returnPressed, this, [this] {
        if (m_apply->isEnabled())
            apply();
    });
    connect(m_apply, &QPushButton::clicked, this, &ServerCardView::apply);
    retranslate();
}

void ServerCardView::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ServerCardView::retranslate()
{
    m_portLabel->setText(tr("&Port"));
    m_port->setAccessibleName(tr("Port of the Modbus TCP server"));
    m_readAgain->setText(actionText(PageAction::ReadState));
    m_read->setText(actionText(PageAction::ReadState));
    m_apply->setText(tr("App&ly"));
    m_apply->setAccessibleName(tr("Set this port"));
    render(m_gateway.page().server);
}

void ServerCardView::render(const ServerCard &card)
{
    const bool read = card.state == ServerState::Off || card.state == ServerState::On;
    m_switch->setUndecided(!read);
    m_switch->setOn(card.isOn);
    m_switch->setEnabled(card.canSwitch);
    m_switch->setAccessibleName(tr("Modbus TCP server"));
    m_switch->setAccessibleDescription(card.headline + card.qualifier);
    m_headline->setText(card.headline);
    m_qualifier->setTextOrHide(card.qualifier);
    m_detail->setTextOrHide(card.detail);

    renderRead(card);

    if (card.port != m_shownPort && card.port != 0) {
        m_shownPort = card.port;
        m_port->setValue(card.port);
    }
    for (QWidget *widget : {static_cast<QWidget *>(m_portLabel), static_cast<QWidget *>(m_port),
                            static_cast<QWidget *>(m_apply)})
        widget->setVisible(m_shownPort != 0 && m_read->isHidden());
    m_port->setEnabled(card.canSetPort);
    renderApply();
}

void ServerCardView::renderRead(const ServerCard &card)
{
    const bool known = card.state == ServerState::Off || card.state == ServerState::On;
    const bool doubtful = card.state == ServerState::Unknown || card.state == ServerState::Doubtful;
    m_readAgain->setVisible(known && !card.isKeptOn);
    m_readAgain->setEnabled(card.canRead);
    m_read->setVisible(doubtful);
    m_read->setEnabled(card.canRead);
    setPrimary(m_read, card.emphasizeRead);
}

bool ServerCardView::isEdited() const
{
    return m_port->isVisible() && m_port->value() != m_shownPort && m_port->hasAcceptableInput();
}

void ServerCardView::renderApply()
{
    // What is already so needs no writing.
    m_apply->setEnabled(isEdited() && m_port->isEnabled());
    setPrimary(m_apply, m_apply->isEnabled());
}

void ServerCardView::apply()
{
    m_gateway.setPort(m_port->port());
}

} // namespace Sigen
