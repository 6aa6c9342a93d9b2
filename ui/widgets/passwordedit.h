// A password field with "show" and "hide" inside. What was typed leaves it as a Secret.
#pragma once

#include "core/secret.h"

#include <QLineEdit>

class QToolButton;

namespace Sigen {

class PasswordEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit PasswordEdit(QWidget *parent = nullptr);

    Secret secret() const { return Secret(text()); }
    bool isShown() const;
    void setShown(bool shown);
    /// Drops what was typed, so that nothing brings it back, and hides again.
    void forget();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void placeButton();

    QToolButton *m_button = nullptr;
};

} // namespace Sigen
