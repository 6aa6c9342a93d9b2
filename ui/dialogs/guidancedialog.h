// Where the Modbus TCP switch is in the vendor's app, for owners and installers; see switchGuidance().
#pragma once

#include "ui/dialogs/dialog.h"

class QDialogButtonBox;
class QVBoxLayout;

namespace Sigen {

class CopyButton;
class ScrollBody;
struct SwitchPath;

class GuidanceDialog : public Dialog
{
    Q_OBJECT

public:
    explicit GuidanceDialog(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void addPath(QVBoxLayout *column, const SwitchPath &path);

    ScrollBody *m_body;
    QWidget *m_content = nullptr; ///< made anew for each language
    CopyButton *m_copy;
    QDialogButtonBox *m_buttons;
};

} // namespace Sigen
