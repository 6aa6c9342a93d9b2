// A message to the installer, ready to copy into a mail; the user may change it first. Nothing is sent from
// here.
#pragma once

#include "ui/controllers/guidance.h"
#include "ui/dialogs/dialog.h"

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace Sigen {

class CopyButton;
class PlainLabel;

class InstallerMessageDialog : public Dialog
{
    Q_OBJECT

public:
    explicit InstallerMessageDialog(const InstallerFacts &facts, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void save();

    InstallerFacts m_facts;
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
