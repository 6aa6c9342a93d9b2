#include "ui/dialogs/guidancedialog.h"

#include "ui/controllers/guidance.h"
#include "ui/dialogs/copybutton.h"
#include "ui/dialogs/scrollbody.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plainlabel.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr int margin = 16; // logical pixels
static constexpr int gap = 8;

static PlainLabel *label(TextLook look, const QString &text)
{
    auto *made = new PlainLabel(look);
    made->setText(text);
    return made;
}

GuidanceDialog::GuidanceDialog(QWidget *parent)
    : Dialog(parent)
    , m_body(new ScrollBody(this))
    , m_copy(new CopyButton(&switchGuidanceText, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    m_buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_buttons);
    retranslate();
    m_buttons->button(QDialogButtonBox::Close)->setFocus();
}

void GuidanceDialog::changeEvent(QEvent *event)
{
    Dialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void GuidanceDialog::retranslate()
{
    setWindowTitle(tr("Where the switch is in the app"));
    m_body->setAccessibleName(windowTitle());
    m_copy->setCopyText(tr("&Copy"));
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("C&lose"));

    delete m_content;
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    const SwitchGuidance guidance = switchGuidance();
    column->addWidget(label(TextLook::Body, guidance.introduction));
    for (const SwitchPath &path : guidance.paths)
        addPath(column, path);
    column->addSpacing(gap);
    column->addWidget(label(TextLook::Strong, tr("Good to know")));
    for (const QString &hint : guidance.hints)
        column->addWidget(label(TextLook::Body, hint));
    m_body->column()->addWidget(m_content);
    m_body->updateGeometry();
}

void GuidanceDialog::addPath(QVBoxLayout *column, const SwitchPath &path)
{
    auto *card = new Card;
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(margin, margin - gap / 2, margin, margin - gap / 2);
    layout->setSpacing(gap / 2);
    layout->addWidget(label(TextLook::Strong, path.who));
    // No-break spaces before the sign: a line never begins with it.
    layout->addWidget(label(TextLook::Body, path.steps.join(u"\u00a0› "_s)));
    if (!path.remark.isEmpty())
        layout->addWidget(label(TextLook::Muted, path.remark));
    column->addWidget(card);
}

} // namespace Sigen
