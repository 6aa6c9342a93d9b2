#include "ui/panel/watchbox.h"

#include "ui/controllers/watchcontroller.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/progressring.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr int ringSize = 72; // logical pixels

WatchBox::WatchBox(WatchController &watch, QWidget *parent)
    : Card(parent)
    , m_watch(watch)
    , m_ring(new ProgressRing(ringSize))
    , m_headline(new PlainLabel(TextLook::Strong))
    , m_elapsed(new PlainLabel(TextLook::Muted))
    , m_text(new PlainLabel(TextLook::Muted))
    , m_offer(new QPushButton)
    , m_button(new QPushButton)
{
    setObjectName("watchBox"_L1);
    m_headline->setObjectName("watchHeadline"_L1);
    m_text->setObjectName("watchText"_L1);
    m_offer->setObjectName("watchNetworkToo"_L1);
    m_button->setObjectName("watchButton"_L1);
    for (PlainLabel *label : {m_headline, m_elapsed})
        label->setPrefersOneLine(true);
    auto *head = new FlowLayout;
    head->addWidget(m_headline);
    head->addWidget(m_elapsed);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addStretch();
    texts->addLayout(head);
    texts->addWidget(m_text);
    texts->addStretch();
    auto *line = new QHBoxLayout;
    line->setSpacing(padding);
    line->addWidget(m_ring);
    line->addLayout(texts, 1);
    line->addWidget(m_button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(padding, padding - 2, padding, padding - 2);
    layout->addLayout(line);
    layout->addWidget(m_offer, 0, Qt::AlignTrailing); // beside the other button there is not always room
    connect(m_button, &QPushButton::clicked, this, &WatchBox::press);
    connect(m_offer, &QPushButton::clicked, &m_watch, &WatchController::watch);
    connect(&m_watch, &WatchController::changed, this, &WatchBox::render);
    hide();
}

void WatchBox::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        render();
}

void WatchBox::setGateway(const QString &id, quint16 port)
{
    m_gateway = id;
    m_port = port;
    render();
}

void WatchBox::press()
{
    const Watched &watched = m_watch.watched();
    if (watched.isRunning() && watched.gateway == m_gateway)
        m_watch.stop();
    else
        m_watch.watch();
}

void WatchBox::render()
{
    const Watched &watched = m_watch.watched();
    const WatchCard card = watchCard(watched, m_gateway, m_port, locale());
    m_ring->setText(QString::number(m_port));
    m_ring->setShare(watched.gateway == m_gateway ? watched.share() : 0);
    m_headline->setText(card.headline);
    m_elapsed->setTextOrHide(card.elapsed);
    m_text->setTextOrHide(card.text);
    m_offer->setText(card.offer);
    m_offer->setVisible(!card.offer.isEmpty());
    m_button->setText(card.button);
}

} // namespace Sigen
