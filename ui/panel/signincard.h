// The sign-in form, and why the last sign-in failed. What the user types stays through a scan and through
// whatever else goes on.
#pragma once

#include "ui/models/facts.h"
#include "ui/widgets/card.h"

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Sigen {

class ElidedComboBox;
class FailureBox;
class GatewayController;
class LinkButton;
class PasswordEdit;
class PlainLabel;
class PortEdit;
struct PageState;
struct SignInForm;

class SignInCard : public Card
{
    Q_OBJECT

public:
    explicit SignInCard(GatewayController &gateway, QWidget *parent = nullptr);

    void render(const PageState &page);
    /// Another gateway: what was typed was not meant for it.
    void startAfresh();
    /// Puts the cursor where the user has to type next.
    void focusForm();

Q_SIGNALS:
    void actionRequested(Sigen::PageAction action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildAdvanced();
    void retranslate();
    void fill(const SignInForm &form);
    SignInForm form() const;
    void renderNote();
    void renderPassword();
    void showAdvanced(bool shown);
    void submit();

    GatewayController &m_gateway;
    PlainLabel *m_title = nullptr;
    QFormLayout *m_form = nullptr;
    QLabel *m_userLabel = nullptr;
    QLineEdit *m_user = nullptr;
    QLabel *m_passwordLabel = nullptr;
    PasswordEdit *m_password = nullptr;
    QCheckBox *m_remember = nullptr;
    PlainLabel *m_keychainProblem = nullptr;
    LinkButton *m_forget = nullptr;
    QLabel *m_serialLabel = nullptr;
    QLineEdit *m_serial = nullptr;
    QLabel *m_portLabel = nullptr;
    PortEdit *m_port = nullptr;
    QLabel *m_pathLabel = nullptr;
    QLineEdit *m_path = nullptr;
    QLabel *m_profileLabel = nullptr;
    ElidedComboBox *m_profile = nullptr;
    QCheckBox *m_tls = nullptr;
    QLabel *m_fingerprintLabel = nullptr;
    QLineEdit *m_fingerprint = nullptr;
    QPushButton *m_signIn = nullptr;
    LinkButton *m_advancedLink = nullptr;
    bool m_advancedShown = false;
    FailureBox *m_failure = nullptr;
    PlainLabel *m_note = nullptr;
    PlainLabel *m_otherWays = nullptr;
    LinkButton *m_where = nullptr;
    LinkButton *m_message = nullptr;
};

} // namespace Sigen
