#include "ui/dialogs/letterdialog.h"

#include "core/displaytext.h"
#include "ui/dialogs/copybutton.h"
#include "ui/dialogs/filechoice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plainlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScreen>

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

LetterDialog::LetterDialog(Recipient recipient, const LetterFacts &facts, QWidget *parent)
    : Dialog(parent)
    , m_facts(facts)
    , m_recipientLabel(new QLabel(this))
    , m_recipient(new QComboBox(this))
    , m_subjectLabel(new QLabel(this))
    , m_subject(new QLineEdit(this))
    , m_copySubject(new CopyButton([this] { return m_subject->text(); }, this))
    , m_bodyLabel(new QLabel(this))
    , m_body(new QPlainTextEdit(this))
    , m_saved(new PlainLabel(TextLook::Muted, this))
    , m_copy(new CopyButton([this] { return m_body->toPlainText(); }, this))
    , m_save(new QPushButton(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    constexpr int margin = 16; // logical pixels
    constexpr int gap = 8;
    m_subject->setReadOnly(true);
    for (QLabel *label : {m_recipientLabel, m_subjectLabel, m_bodyLabel})
        label->setTextFormat(Qt::PlainText);
    m_recipientLabel->setBuddy(m_recipient);
    m_recipient->setObjectName("recipient"_L1);
    m_recipient->addItems({QString(), QString()});
    m_recipient->setCurrentIndex(recipient == Recipient::Installer ? 0 : 1);
    m_subjectLabel->setBuddy(m_subject);
    m_bodyLabel->setBuddy(m_body);
    m_body->setTabChangesFocus(true);
    constexpr int lines = 6;
    m_body->setMinimumHeight(m_body->fontMetrics().lineSpacing() * lines);
    m_saved->hide();
    m_save->setAutoDefault(false);
    setPrimary(m_copy, true);
    m_buttons->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_recipient, &QComboBox::currentIndexChanged, this, &LetterDialog::changeRecipient);
    connect(m_save, &QPushButton::clicked, this, &LetterDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *to = new QHBoxLayout;
    to->setSpacing(gap);
    to->addWidget(m_recipientLabel);
    to->addWidget(m_recipient);
    to->addStretch();
    auto *subject = new QHBoxLayout;
    subject->setSpacing(gap);
    subject->addWidget(m_subject, 1);
    subject->addWidget(m_copySubject);
    // Not in the box: with three buttons in it Tab would never come to the third (Qt 6.4).
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    buttons->addStretch();
    for (QWidget *button : std::initializer_list<QWidget *>{m_copy, m_save, m_buttons})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(gap);
    layout->addLayout(to);
    layout->addWidget(m_subjectLabel);
    layout->addLayout(subject);
    layout->addWidget(m_bodyLabel);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_saved);
    layout->addSpacing(gap);
    layout->addLayout(buttons);
    retranslate();

    constexpr int characters = 100; // the whole subject
    constexpr int wantedLines = 26;
    resize(QSize(fontMetrics().averageCharWidth() * characters, fontMetrics().lineSpacing() * wantedLines)
               .boundedTo(screen()->availableSize())
               .expandedTo(minimumSizeHint()));
    m_body->setFocus();
}

void LetterDialog::changeEvent(QEvent *event)
{
    Dialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

Recipient LetterDialog::recipient() const
{
    return m_recipient->currentIndex() == 0 ? Recipient::Installer : Recipient::Support;
}

/// What the user has written to the one stays while he looks at the other.
void LetterDialog::changeRecipient()
{
    const QString written = m_body->document()->isModified() ? m_body->toPlainText() : QString();
    const QString before = std::exchange(m_written, written);
    m_body->document()->setModified(false);
    retranslate();
    if (!before.isEmpty()) {
        m_body->setPlainText(before);
        m_body->document()->setModified(true);
    }
}

void LetterDialog::retranslate()
{
    setWindowTitle(tr("Letter"));
    m_recipientLabel->setText(tr("&To"));
    m_recipient->setItemText(0, tr("my installer"));
    m_recipient->setItemText(1, tr("Sigenergy's support: my installer can't be reached"));
    m_subjectLabel->setText(tr("S&ubject"));
    m_subject->setText(letterSubject(recipient()));
    m_subject->setCursorPosition(0);
    m_copySubject->setCopyText(tr("Copy su&bject"));
    m_bodyLabel->setText(tr("&Message"));
    // What the user has written stays.
    if (!m_body->document()->isModified())
        m_body->setPlainText(letterBody(recipient(), m_facts));
    m_copy->setCopyText(tr("&Copy message"));
    m_save->setText(tr("&Save…"));
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("C&lose"));
    m_saved->setTextOrHide({});
}

void LetterDialog::save()
{
    chooseSaveFile(
        this, tr("Save the message"),
        recipient() == Recipient::Installer ? u"message-to-installer.txt"_s : u"message-to-support.txt"_s,
        tr("Text files (*.txt);;All files (*)"), [this](const QString &path) {
            const QString problem =
                writeTextFile(path, m_subject->text() + u"\n\n"_s + m_body->toPlainText());
            m_saved->setTextOrHide(problem.isEmpty() ? tr("Saved as %1").arg(displayText(path)) : problem);
        });
}

} // namespace Sigen
