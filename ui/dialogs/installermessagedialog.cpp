#include "ui/dialogs/installermessagedialog.h"

#include "core/displaytext.h"
#include "ui/dialogs/copybutton.h"
#include "ui/dialogs/filechoice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plainlabel.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScreen>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

InstallerMessageDialog::InstallerMessageDialog(const InstallerFacts &facts, QWidget *parent)
    : Dialog(parent)
    , m_facts(facts)
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
    for (QLabel *label : {m_subjectLabel, m_bodyLabel})
        label->setTextFormat(Qt::PlainText);
    m_subjectLabel->setBuddy(m_subject);
    m_bodyLabel->setBuddy(m_body);
    m_body->setTabChangesFocus(true);
    constexpr int lines = 6;
    m_body->setMinimumHeight(m_body->fontMetrics().lineSpacing() * lines);
    m_saved->hide();
    m_save->setAutoDefault(false);
    setPrimary(m_copy, true);
    m_buttons->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_save, &QPushButton::clicked, this, &InstallerMessageDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

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

void InstallerMessageDialog::changeEvent(QEvent *event)
{
    Dialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void InstallerMessageDialog::retranslate()
{
    setWindowTitle(tr("Message to my installer"));
    m_subjectLabel->setText(tr("S&ubject"));
    m_subject->setText(installerSubject());
    m_subject->setCursorPosition(0);
    m_copySubject->setCopyText(tr("Copy su&bject"));
    m_bodyLabel->setText(tr("&Message"));
    // What the user has written stays.
    if (!m_body->document()->isModified())
        m_body->setPlainText(installerMessage(m_facts));
    m_copy->setCopyText(tr("&Copy message"));
    m_save->setText(tr("&Save…"));
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("C&lose"));
    m_saved->setTextOrHide({});
}

void InstallerMessageDialog::save()
{
    chooseSaveFile(this, tr("Save the message"), u"message-to-installer.txt"_s,
                   tr("Text files (*.txt);;All files (*)"), [this](const QString &path) {
                       const QString problem =
                           writeTextFile(path, m_subject->text() + u"\n\n"_s + m_body->toPlainText());
                       m_saved->setTextOrHide(problem.isEmpty() ? tr("Saved as %1").arg(displayText(path))
                                                                : problem);
                   });
}

} // namespace Sigen
