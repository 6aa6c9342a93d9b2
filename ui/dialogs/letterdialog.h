// A letter to the installer or to the vendor's support, ready to copy into a mail; the user may change it
// first. Nothing is sent from here.
#pragma once

#include "ui/controllers/guidance.h"
#include "ui/dialogs/dialog.h"

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace Sigen {

class CopyButton;
class PlainLabel;

class LetterDialog : public Dialog
{
    Q_OBJECT

public:
    LetterDialog(Recipient recipient, const LetterFacts &facts, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    Recipient recipient() const;
    void changeRecipient();
    void retranslate();
    void save();

    LetterFacts m_facts;
    QString m_written; ///< by the user, to the other recipient; empty: nothing
    QLabel *m_recipientLabel;
    QComboBox *m_recipient;
    QLabel *m_subjectLabel;
    QLineEdit *m_subject;
    CopyButton *m_copySubject;
    QLabel *m_bodyLabel;
    QPlainTextEdit *m_body;
    PlainLabel *m_saved; ///< how saving went
    CopyButton *m_copy;
    QPushButton *m_save;
    QDialogButtonBox *m_buttons;
};

} // namespace Sigen
