#include "ui/panel/gatewayheader.h"

#include "ui/controllers/gatewaycontroller.h"
#include "ui/widgets/chiplabel.h"
#include "ui/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

GatewayHeader::GatewayHeader(GatewayController &gateway, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_title(new ElidedLabel(TextLook::Title))
    , m_subtitle(new PlainLabel(TextLook::Muted))
    , m_notice(new PlainLabel)
    , m_chip(new ChipLabel)
    , m_signIn(new QPushButton)
    , m_signOut(new QPushButton)
{
    m_title->setObjectName("gatewayTitle"_L1);
    m_subtitle->setObjectName("gatewaySubtitle"_L1);
    m_subtitle->setCopyable();
    // What the gateway calls its serial may be one endless word; it must not widen the page.
    constexpr int characters = 20;
    m_subtitle->setMinimumWidth(m_subtitle->fontMetrics().averageCharWidth() * characters);
    m_notice->setObjectName("accountNotice"_L1);
    m_notice->setProperty("tone", u"caution"_s);
    m_chip->setDot(true);
    m_signIn->setObjectName("showSignIn"_L1);
    m_signOut->setObjectName("signOut"_L1);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_subtitle);
    texts->addWidget(m_notice);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(texts, 1);
    layout->addWidget(m_chip);
    layout->addWidget(m_signIn);
    layout->addWidget(m_signOut);
    connect(m_signIn, &QPushButton::clicked, this, &GatewayHeader::formWanted);
    connect(m_signOut, &QPushButton::clicked, &m_gateway, &GatewayController::signOut);
    retranslate();
}

void GatewayHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void GatewayHeader::retranslate()
{
    m_signOut->setText(tr("Sign &out"));
    render(m_gateway.page());
}

void GatewayHeader::render(const PageState &page)
{
    m_title->setText(page.title);
    m_subtitle->setText(page.subtitle);
    m_subtitle->setToolTip(plainToolTip(page.subtitle));
    m_notice->setTextOrHide(page.notice);
    m_chip->setVisible(page.signInChip.has_value());
    if (page.signInChip)
        m_chip->setChip(*page.signInChip);
    m_signIn->setVisible(!page.signInOffer.isEmpty() && page.layers.isEmpty()); // else it stands below them
    m_signIn->setText(page.signInOffer);
    m_signOut->setVisible(page.isSignedIn);
    m_signOut->setEnabled(!page.isBusy);
}

} // namespace Sigen
