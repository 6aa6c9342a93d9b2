// A short user guide: from finding the gateway to the verified server, what the marks mean, what to do when
// it does not work, safety, and the keyboard. Beside the window, so that it can be followed step by step.
#pragma once

#include "ui/dialogs/dialog.h"

class QDialogButtonBox;

namespace Sigen {

class ScrollBody;

class UserGuideDialog : public Dialog
{
    Q_OBJECT

public:
    explicit UserGuideDialog(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    ScrollBody *m_body;
    QWidget *m_content = nullptr; ///< made anew for each language
    QDialogButtonBox *m_buttons;
};

} // namespace Sigen
