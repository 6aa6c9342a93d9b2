#include "ui/panel/verificationcard.h"

#include "ui/controllers/gatewaycontroller.h"
#include "ui/panel/failurebox.h"
#include "ui/panel/steplist.h"
#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

VerificationCardView::VerificationCardView(GatewayController &gateway, QWidget *parent)
    : Card(parent)
    , m_gateway(gateway)
    , m_mark(new QLabel)
    , m_title(new PlainLabel(TextLook::Strong))
    , m_when(new PlainLabel(TextLook::Muted))
    , m_stepsLink(new LinkButton)
    , m_next(new QWidget)
    , m_nextText(new PlainLabel(TextLook::Muted))
    , m_connect(new QPushButton)
    , m_cancel(new QPushButton)
    , m_test(new QPushButton)
    , m_nothing(new PlainLabel(TextLook::Muted))
    , m_steps(new StepList)
    , m_warningBox(new QFrame)
    , m_warnings(new PlainLabel)
    , m_failure(new FailureBox([this] { return m_gateway.detailsText(); }))
    , m_finding(new FailureBox([this] { return m_gateway.detailsText(); }))
{
    m_stepsLink->setObjectName("stepsLink"_L1);
    m_test->setObjectName("testPort"_L1);
    m_cancel->setObjectName("cancel"_L1);
    setPrimary(m_cancel, true); // the one thing to press while it shows
    m_connect->setObjectName("connectNext"_L1);
    setPrimary(m_connect, true);
    m_warnings->setObjectName("warnings"_L1);
    m_warningBox->setProperty("box", u"caution"_s);
    auto *warningLayout = new QVBoxLayout(m_warningBox);
    constexpr int inner = 12;
    warningLayout->setContentsMargins(inner, inner, inner, inner);
    warningLayout->addWidget(m_warnings);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_mark);
    head->addWidget(m_title);
    head->addWidget(m_when, 1);
    head->addWidget(m_stepsLink);
    head->addWidget(m_cancel);
    head->addWidget(m_test);
    m_title->setWordWrap(false);
    auto *next = new QHBoxLayout(m_next);
    next->setContentsMargins(0, 0, 0, 0);
    next->addWidget(m_nextText, 1);
    next->addWidget(m_connect);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(padding, padding - 2, padding, padding - 2);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_next);
    layout->addWidget(m_nothing);
    layout->addWidget(m_steps);
    layout->addWidget(m_warningBox);
    layout->addWidget(m_failure);
    layout->addWidget(m_finding);

    connect(m_stepsLink, &QPushButton::clicked, this, [this] {
        m_unfolded = !m_unfolded;
        render(m_gateway.page());
    });
    connect(m_test, &QPushButton::clicked, &m_gateway, &GatewayController::testPort);
    connect(m_connect, &QPushButton::clicked, this,
            [this] { Q_EMIT actionRequested(PageAction::ConnectYourSystem); });
    connect(m_cancel, &QPushButton::clicked, &m_gateway, &GatewayController::cancel);
    connect(m_failure, &FailureBox::actionRequested, this, &VerificationCardView::actionRequested);
    retranslate();
}

void VerificationCardView::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        render(m_gateway.page());
}

void VerificationCardView::retranslate()
{
    m_cancel->setText(tr("&Cancel"));
    m_nextText->setText(tr("Ready for Home Assistant, evcc and others."));
    m_connect->setText(actionText(PageAction::ConnectYourSystem));
    render(m_gateway.page());
}

void VerificationCardView::render(const PageState &page)
{
    const VerificationCard &card = page.verification;
    m_unfolded = m_unfolded && !card.foldedTitle.isEmpty();
    const bool folded = !card.foldedTitle.isEmpty() && !m_unfolded;
    renderHead(card, folded);
    m_test->setText(card.testText);
    m_test->setEnabled(card.canTest);
    setPrimary(m_test, card.emphasizeTest);
    m_cancel->setVisible(page.isBusy);
    m_next->setVisible(card.offersConnect);
    m_nothing->setTextOrHide(card.note);
    m_steps->setRows(folded ? QList<StepRow>() : card.steps);
    m_warnings->setText(card.warnings.join(u'\n'));
    m_warningBox->setVisible(!card.warnings.isEmpty());
    m_failure->setFailure(card.failure);
    m_finding->setFailure(card.finding);
}

void VerificationCardView::renderHead(const VerificationCard &card, bool folded)
{
    m_mark->setVisible(folded);
    if (folded) {
        constexpr int size = 14;
        m_mark->setPixmap(iconPixmap(u"check"_s, size, colorsFor(palette()).good, devicePixelRatioF()));
    }
    m_title->setText(folded ? card.foldedTitle : tr("Verification"));
    m_when->setText(folded ? card.foldedText : card.when);
    m_when->setAlignment((folded ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
    m_stepsLink->setVisible(!card.foldedTitle.isEmpty());
    m_stepsLink->setText(folded ? tr("Steps ▸") : tr("Steps ▾"));
}

} // namespace Sigen
