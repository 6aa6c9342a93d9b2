#include "ui/panel/failurebox.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/plainlabel.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

FailureBox::FailureBox(QWidget *parent)
    : QFrame(parent)
    , m_title(new PlainLabel(TextLook::Strong))
    , m_text(new PlainLabel)
    , m_causes(new QVBoxLayout)
    , m_actions(new FlowLayout)
    , m_links(new FlowLayout)
    , m_details(new PlainLabel(TextLook::Small))
{
    setObjectName("failure"_L1);
    m_title->setObjectName("failureTitle"_L1);
    m_details->setObjectName("failureDetails"_L1);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_causes->setSpacing(4);
    auto *layout = new QVBoxLayout(this);
    constexpr int side = 14;
    constexpr int edge = 12;
    layout->setContentsMargins(side, edge, side, edge);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addLayout(m_causes);
    layout->addLayout(m_actions);
    layout->addLayout(m_links);
    layout->addWidget(m_details);
    hide();
}

void FailureBox::setFailure(const std::optional<Failure> &failure)
{
    if (failure == m_failure)
        return;
    m_failure = failure;
    render();
}

void FailureBox::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        render();
}

static void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // one of them may be the button that was just pressed
        } else if (QLayout *inner = item->layout()) {
            clear(inner);
        }
        delete item;
    }
}

void FailureBox::render()
{
    clear(m_causes);
    clear(m_actions);
    clear(m_links);
    m_detailsLink = nullptr;
    setVisible(m_failure.has_value());
    if (!m_failure)
        return;
    const bool bad = m_failure->tone == Tone::Bad;
    setProperty("box", bad ? u"bad"_s : u"caution"_s);
    repolish(this);
    m_title->setProperty("tone", bad ? u"bad"_s : QString());
    repolish(m_title);
    m_title->setText(m_failure->title);
    m_text->setTextOrHide(m_failure->text);

    int number = 0;
    for (const QString &cause : m_failure->causes) {
        auto *row = new QHBoxLayout;
        row->setSpacing(6);
        if (m_failure->causes.size() > 1) {
            auto *count = new PlainLabel;
            count->setWordWrap(false);
            count->setText(u"%1."_s.arg(++number));
            row->addWidget(count, 0, Qt::AlignTop);
        }
        auto *text = new PlainLabel;
        text->setText(cause);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row->addWidget(text, 1);
        m_causes->addLayout(row);
    }

    const auto connectAction = [this](QPushButton *button, FailureAction action, QLayout *line) {
        button->setProperty("action", static_cast<int>(action));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT actionRequested(action); });
        // Its size comes from the style sheet, and the page's height is asked for before it is shown.
        button->ensurePolished();
        line->addWidget(button);
    };
    for (const FailureAction action : m_failure->buttons)
        connectAction(new QPushButton(failureActionText(action), this), action, m_actions);
    if (!m_failure->details.isEmpty()) {
        m_detailsLink = new LinkButton(this);
        m_detailsLink->setObjectName("technicalDetails"_L1);
        connect(m_detailsLink, &QPushButton::clicked, this, [this] { showDetails(!m_details->isVisible()); });
        m_detailsLink->ensurePolished();
        m_actions->addWidget(m_detailsLink);
    }
    for (const FailureAction action : m_failure->links) {
        auto *link = new LinkButton(this);
        link->setText(failureActionText(action));
        connectAction(link, action, m_links);
    }
    m_details->setText(m_failure->details);
    showDetails(false);
}

void FailureBox::showDetails(bool shown)
{
    m_details->setVisible(shown);
    if (m_detailsLink != nullptr)
        m_detailsLink->setText(shown ? tr("Technical details ▾") : tr("Technical details ▸"));
}

} // namespace Sigen
