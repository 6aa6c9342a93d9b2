#include "ui/panel/failurebox.h"

#include "ui/dialogs/copybutton.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/plainlabel.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <initializer_list>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr qsizetype shownSteps = 2;
static constexpr int gap = 8;

static QVBoxLayout *newColumn(QWidget *parent = nullptr)
{
    auto *column = new QVBoxLayout(parent);
    column->setContentsMargins(0, 0, 0, 0);
    return column;
}

FailureBox::FailureBox(std::function<QString()> details, QWidget *parent)
    : QFrame(parent)
    , m_copied(std::move(details))
    , m_title(new PlainLabel(TextLook::Strong))
    , m_text(new PlainLabel)
    , m_steps(newColumn())
    , m_next(new FlowLayout)
    , m_more(new QWidget(this))
    , m_moreSteps(newColumn())
    , m_moreActions(new FlowLayout)
    , m_details(new PlainLabel(TextLook::Small))
{
    setObjectName("failure"_L1);
    m_title->setObjectName("failureTitle"_L1);
    m_details->setObjectName("failureDetails"_L1);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    for (PlainLabel *label : {m_title, m_text, m_details})
        label->setCopyable();
    m_steps->setSpacing(2);
    m_moreSteps->setSpacing(2);
    auto *more = newColumn(m_more);
    more->setSpacing(gap);
    more->addLayout(m_moreSteps);
    more->addLayout(m_moreActions);
    more->addWidget(m_details);
    auto *layout = new QVBoxLayout(this);
    constexpr int side = 14;
    constexpr int edge = 12;
    layout->setContentsMargins(side, edge, side, edge);
    layout->setSpacing(gap);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addLayout(m_steps);
    layout->addLayout(m_next);
    layout->addWidget(m_more);
    hide();
}

void FailureBox::setFailure(const std::optional<Failure> &failure)
{
    if (failure == m_failure)
        return;
    m_failure = failure;
    m_more->hide();
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

void FailureBox::addStep(QVBoxLayout *column, int number, const QString &step)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    if (m_failure->causes.size() > 1) {
        auto *count = new PlainLabel;
        count->setWordWrap(false);
        count->setText(u"%1."_s.arg(number));
        row->addWidget(count, 0, Qt::AlignTop);
    }
    auto *text = new PlainLabel;
    text->setObjectName("failureStep"_L1);
    text->setText(step);
    text->setCopyable();
    row->addWidget(text, 1);
    column->addLayout(row);
}

QPushButton *FailureBox::button(PageAction action)
{
    QPushButton *made = nullptr;
    if (action == PageAction::CopyDetails) {
        auto *copy = new CopyButton(m_copied, this);
        copy->setCopyText(actionText(action));
        made = copy;
    } else {
        made = new QPushButton(actionText(action), this);
        connect(made, &QPushButton::clicked, this, [this, action] { Q_EMIT actionRequested(action); });
    }
    made->setProperty("action", static_cast<int>(action));
    made->setAutoDefault(false);
    // Its size comes from the style sheet, and the page's height is asked for before it is shown.
    made->ensurePolished();
    return made;
}

void FailureBox::render()
{
    const bool wasOpen = !m_more->isHidden();
    for (QLayout *layout : std::initializer_list<QLayout *>{m_steps, m_next, m_moreSteps, m_moreActions})
        clear(layout);
    m_moreLink = nullptr;
    setVisible(m_failure.has_value());
    if (!m_failure)
        return;
    const bool bad = m_failure->tone == Tone::Bad;
    setProperty("box", bad ? u"bad"_s : u"caution"_s);
    repolish(this);
    m_title->setProperty("tone", bad ? u"bad"_s : QString());
    repolish(m_title);
    m_title->setText(m_failure->title);
    setAccessibleName(m_failure->title);
    m_text->setTextOrHide(m_failure->text);

    int number = 0;
    for (const QString &cause : m_failure->causes) {
        ++number;
        addStep(number <= shownSteps ? m_steps : m_moreSteps, number, cause);
    }
    if (m_failure->button) {
        QPushButton *const next = button(*m_failure->button);
        setPrimary(next, true);
        m_next->addWidget(next);
    }
    for (const PageAction action : m_failure->more)
        m_moreActions->addWidget(button(action));
    m_details->setTextOrHide(m_failure->details);
    if (m_failure->causes.size() > shownSteps || !m_failure->more.isEmpty()
        || !m_failure->details.isEmpty()) {
        m_moreLink = new LinkButton(this);
        m_moreLink->setObjectName("failureMore"_L1);
        connect(m_moreLink, &QPushButton::clicked, this, [this] { showMore(m_more->isHidden()); });
        m_moreLink->ensurePolished();
        m_next->addWidget(m_moreLink);
    }
    showMore(wasOpen && m_moreLink != nullptr);
}

void FailureBox::showMore(bool shown)
{
    m_more->setVisible(shown);
    if (m_moreLink != nullptr)
        m_moreLink->setText(shown ? tr("More ▾") : tr("More ▸"));
}

} // namespace Sigen
