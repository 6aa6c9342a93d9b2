// Asks before something is done. Enter and Escape choose the harmless answer. Shown with open(); tells with
// accepted() or rejected(). Deleting it is the caller's business.
#pragma once

#include "ui/dialogs/dialog.h"
#include "ui/models/facts.h"

namespace Sigen {

class QuestionDialog : public Dialog
{
    Q_OBJECT

public:
    /// The texts are shown as they are: plain, in the language in which they were made. Without an acceptText
    /// it is a notice with one button.
    explicit QuestionDialog(const Question &question, QWidget *parent = nullptr);

Q_SIGNALS:
    void otherAccepted(); ///< the second way to say yes; rejected() and accepted() do not come then
};

} // namespace Sigen
