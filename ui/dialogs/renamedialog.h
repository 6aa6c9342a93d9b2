// Asks for the name of a saved gateway.
#pragma once

#include "ui/dialogs/dialog.h"

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Sigen {

class PlainLabel;

class RenameDialog : public Dialog
{
    Q_OBJECT

public:
    static constexpr int maximumLength = 64; ///< UTF-16 units

    /// \a current stands in the field, chosen, so that typing replaces it.
    explicit RenameDialog(const QString &current, QWidget *parent = nullptr);

    /// Without spaces around it; empty: called by its model again.
    QString name() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_label;
    QLineEdit *m_name;
    PlainLabel *m_explanation;
    QDialogButtonBox *m_buttons;
    QPushButton *m_ok;
    QPushButton *m_cancel;
};

} // namespace Sigen
