#include "ui/panel/verificationcard.h"

#include "ui/controllers/gatewaycontroller.h"
#include "ui/panel/failurebox.h"
#include "ui/panel/steplist.h"
#include "ui/widgets/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

VerificationCardView::VerificationCardView(GatewayController &gateway, QWidget *parent)
    : Card(parent)
    , m_gateway(gateway)
    , m_title(new PlainLabel(TextLook::Strong))
    , m_when(new PlainLabel(TextLook::Muted))
    , m_cancel(new QPushButton)
    , m_test(new QPushButton)
    , m_nothing(new PlainLabel(TextLook::Muted))
    , m_steps(new StepList)
    , m_warningBox(new QFrame)
    , m_warnings(new PlainLabel)
    , m_failure(new FailureBox)
{
    m_when->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_test->setObjectName("testPort"_L1);
    m_cancel->setObjectName("cancel"_L1);
    m_warnings->setObjectName("warnings"_L1);
    m_warningBox->setProperty("box", u"caution"_s);
    auto *warningLayout = new QVBoxLayout(m_warningBox);
    constexpr int inner = 12;
    warningLayout->setContentsMargins(inner, inner, inner, inner);
    warningLayout->addWidget(m_warnings);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_when, 1);
    head->addWidget(m_cancel);
    head->addWidget(m_test);
    m_title->setWordWrap(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(padding, padding - 2, padding, padding);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_nothing);
    layout->addWidget(m_steps);
    layout->addWidget(m_warningBox);
    layout->addWidget(m_failure);

    connect(m_test, &QPushButton::clicked, &m_gateway, &GatewayController::testPort);
    connect(m_cancel, &QPushButton::clicked, &m_gateway, &GatewayController::cancel);
    connect(m_failure, &FailureBox::actionRequested, this, &VerificationCardView::actionRequested);
    retranslate();
}

void VerificationCardView::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void VerificationCardView::retranslate()
{
    m_title->setText(tr("Verification"));
    m_cancel->setText(tr("&Cancel"));
    render(m_gateway.page());
}

void VerificationCardView::render(const PageState &page)
{
    const VerificationCard &card = page.verification;
    m_when->setText(card.when);
    m_test->setText(card.testText);
    m_test->setEnabled(card.canTest);
    setPrimary(m_test, card.emphasizeTest);
    m_cancel->setVisible(page.isBusy);
    m_nothing->setTextOrHide(card.note);
    m_steps->setRows(card.steps);
    m_warnings->setText(card.warnings.join(u'\n'));
    m_warningBox->setVisible(!card.warnings.isEmpty());
    m_failure->setFailure(card.failure);
}

} // namespace Sigen
