// Asks for a network to search: a CIDR range, a span of addresses or one address.
#pragma once

#include "ui/dialogs/dialog.h"

#include <functional>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Sigen {

class PlainLabel;

class NetworkDialog : public Dialog
{
    Q_OBJECT

public:
    /// \a take gets what was typed and returns the problem as a sentence, which is shown in place; empty: the
    /// dialog is accepted.
    explicit NetworkDialog(std::function<QString(const QString &typed)> take, QWidget *parent = nullptr);

public Q_SLOTS:
    void accept() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showProblem(const QString &problem); ///< empty: there is none

    std::function<QString(const QString &)> m_take;
    QLabel *m_label;
    QLineEdit *m_typed;
    PlainLabel *m_explanation;
    PlainLabel *m_problem;
    QDialogButtonBox *m_buttons;
    QPushButton *m_ok;
    QPushButton *m_cancel;
};

} // namespace Sigen
