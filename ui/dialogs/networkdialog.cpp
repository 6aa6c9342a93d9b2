#include "ui/dialogs/networkdialog.h"

#include "ui/widgets/card.h"
#include "ui/widgets/plainlabel.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

NetworkDialog::NetworkDialog(std::function<QString(const QString &typed)> take, QWidget *parent)
    : Dialog(parent)
    , m_take(std::move(take))
    , m_label(new QLabel(this))
    , m_typed(new QLineEdit(this))
    , m_explanation(new PlainLabel(TextLook::Muted, this))
    , m_problem(new PlainLabel(TextLook::Body, this))
    , m_buttons(new QDialogButtonBox(this))
    // Not the box's own buttons: it would give them back their own words with each change of language.
    , m_ok(m_buttons->addButton(QString(), QDialogButtonBox::AcceptRole))
    , m_cancel(m_buttons->addButton(QString(), QDialogButtonBox::RejectRole))
{
    constexpr int margin = 16; // logical pixels
    constexpr int gap = 8;
    constexpr int mostCharacters = 255; // longer than any network in words
    constexpr int shown = 38;
    setWindowModality(Qt::WindowModal);
    m_typed->setMaxLength(mostCharacters);
    m_typed->setMinimumWidth(m_typed->fontMetrics().averageCharWidth() * shown);
    // Addresses read from the left in every language.
    m_typed->setLayoutDirection(Qt::LeftToRight);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setBuddy(m_typed);
    m_problem->setProperty("tone", u"bad"_s);
    m_problem->hide();
    m_ok->setDefault(true);
    m_ok->setEnabled(false);
    setPrimary(m_ok, true);
    connect(m_typed, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_ok->setEnabled(!text.trimmed().isEmpty());
        showProblem({});
    });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &NetworkDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(gap);
    layout->addWidget(m_label);
    layout->addWidget(m_typed);
    layout->addWidget(m_explanation);
    layout->addWidget(m_problem);
    layout->addStretch();
    layout->addWidget(m_buttons);
    retranslate();
    m_typed->setFocus();
}

void NetworkDialog::accept()
{
    const QString typed = m_typed->text().trimmed();
    if (typed.isEmpty())
        return;
    const QString problem = m_take(typed);
    if (problem.isEmpty()) {
        Dialog::accept();
        return;
    }
    showProblem(problem);
    m_typed->setFocus();
    m_typed->selectAll();
}

void NetworkDialog::showProblem(const QString &problem)
{
    m_problem->setTextOrHide(problem);
    m_typed->setAccessibleDescription(problem);
    const bool wrong = !problem.isEmpty();
    if (m_typed->property("wrong").toBool() == wrong)
        return;
    m_typed->setProperty("wrong", wrong);
    repolish(m_typed);
}

void NetworkDialog::changeEvent(QEvent *event)
{
    Dialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void NetworkDialog::retranslate()
{
    setWindowTitle(tr("Scan another network"));
    m_label->setText(tr("&Network"));
    m_explanation->setText(
        tr("A network like 192.168.1.0/24, a span like 192.168.1.10-40, or one address. Only this network "
           "is searched then; nothing is changed and no password is sent."));
    m_ok->setText(tr("C&hoose"));
    m_cancel->setText(tr("&Cancel"));
    showProblem({});
}

} // namespace Sigen
