#include "ui/dialogs/questiondialog.h"

#include "ui/dialogs/scrollbody.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plainlabel.h"

#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPushButton>

namespace Sigen {

QuestionDialog::QuestionDialog(const Question &question, QWidget *parent)
    : Dialog(parent)
{
    constexpr int margin = 16; // logical pixels
    setWindowModality(Qt::WindowModal);
    setWindowTitle(QGuiApplication::applicationDisplayName());
    setAccessibleName(question.title);
    setAccessibleDescription(question.text);

    auto *title = new PlainLabel(TextLook::Strong);
    title->setText(question.title);
    auto *text = new PlainLabel;
    text->setText(question.text);
    auto *body = new ScrollBody(this);
    body->setAccessibleName(question.title);
    body->column()->addWidget(title);
    body->column()->addWidget(text);
    if (!question.sent.isEmpty()) {
        auto *box = new Card;
        auto *sent = new PlainLabel(TextLook::Muted);
        sent->setText(question.sent);
        auto *inside = new QVBoxLayout(box);
        inside->setContentsMargins(margin, margin / 2, margin, margin / 2);
        inside->addWidget(sent);
        body->column()->addWidget(box);
    }

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *const reject = buttons->addButton(question.rejectText, QDialogButtonBox::RejectRole);
    reject->setDefault(true);
    if (!question.acceptText.isEmpty()) {
        QPushButton *const accept = buttons->addButton(question.acceptText, QDialogButtonBox::AcceptRole);
        accept->setAutoDefault(true); // Enter presses the one that has the focus
        setPrimary(accept, !question.grave);
        if (question.grave) {
            accept->setProperty("grave", true);
            repolish(accept);
        }
    }
    if (!question.otherText.isEmpty()) {
        QPushButton *const other = buttons->addButton(question.otherText, QDialogButtonBox::ActionRole);
        other->setObjectName(QLatin1StringView("otherAnswer"));
        other->setAutoDefault(true);
        connect(other, &QPushButton::clicked, this, [this] {
            constexpr int neither = QDialog::Accepted + 1; // of accepted() and rejected()
            Q_EMIT otherAccepted();
            done(neither);
        });
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin);
    layout->addWidget(body, 1);
    layout->addWidget(buttons);
    reject->setFocus();
}

} // namespace Sigen
