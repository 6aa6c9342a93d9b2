#include "ui/dialogs/renamedialog.h"

#include "ui/widgets/card.h"
#include "ui/widgets/plainlabel.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Sigen {

RenameDialog::RenameDialog(const QString &current, QWidget *parent)
    : Dialog(parent)
    , m_label(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_explanation(new PlainLabel(TextLook::Muted, this))
    , m_buttons(new QDialogButtonBox(this))
    // Not the box's own buttons: it would give them back their own words with each change of language.
    , m_ok(m_buttons->addButton(QString(), QDialogButtonBox::AcceptRole))
    , m_cancel(m_buttons->addButton(QString(), QDialogButtonBox::RejectRole))
{
    constexpr int margin = 16; // logical pixels
    constexpr int gap = 8;
    constexpr int shown = 38; // characters
    setWindowModality(Qt::WindowModal);
    m_name->setMaxLength(maximumLength);
    m_name->setText(current);
    m_name->selectAll();
    m_name->setMinimumWidth(m_name->fontMetrics().averageCharWidth() * shown);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setBuddy(m_name);
    m_ok->setDefault(true);
    setPrimary(m_ok, true);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(gap);
    layout->addWidget(m_label);
    layout->addWidget(m_name);
    layout->addWidget(m_explanation);
    layout->addStretch();
    layout->addWidget(m_buttons);
    retranslate();
    m_name->setFocus();
}

QString RenameDialog::name() const
{
    return m_name->text().simplified();
}

void RenameDialog::changeEvent(QEvent *event)
{
    Dialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RenameDialog::retranslate()
{
    setWindowTitle(tr("Rename the gateway"));
    m_label->setText(tr("&Name"));
    m_explanation->setText(tr("Only on this computer. Left empty, the gateway is called by its model."));
    m_ok->setText(tr("&Rename"));
    m_cancel->setText(tr("&Cancel"));
}

} // namespace Sigen
