#include "ui/panel/signincard.h"

#include "ui/controllers/gatewaycontroller.h"
#include "ui/dialogs/filechoice.h"
#include "ui/panel/failurebox.h"
#include "ui/widgets/elidedcombobox.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/passwordedit.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/portedit.h"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr int gap = 8;

/// A form whose labels stand in one column and move over their fields when there is no room.
static QFormLayout *newForm()
{
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(gap);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    form->setFormAlignment(Qt::AlignLeading | Qt::AlignTop);
    return form;
}

/// The form would else put it a little over the middle of its field.
static QLabel *newFormLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    return label;
}

static void widen(QWidget *field)
{
    constexpr int characters = 34;
    field->setMinimumWidth(field->fontMetrics().averageCharWidth() * characters);
}

SignInCard::SignInCard(GatewayController &gateway, QWidget *parent)
    : Card(parent)
    , m_gateway(gateway)
{
    build();
    retranslate();
    fill(m_gateway.initialForm());
    showAdvanced(false);
}

void SignInCard::build()
{
    m_title = new PlainLabel(TextLook::Strong);
    m_userLabel = newFormLabel();
    m_user = new QLineEdit;
    m_user->setObjectName("username"_L1);
    m_user->setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_passwordLabel = newFormLabel();
    m_password = new PasswordEdit;
    m_password->setObjectName("password"_L1);
    m_remember = new QCheckBox;
    m_remember->setObjectName("remember"_L1);
    m_keychainProblem = new PlainLabel;
    m_keychainProblem->setObjectName("keychainProblem"_L1);
    m_keychainProblem->setProperty("tone", u"caution"_s);
    m_forget = new LinkButton;
    m_forget->setObjectName("forgetPassword"_L1);
    m_signIn = new QPushButton;
    m_signIn->setObjectName("signIn"_L1);
    setPrimary(m_signIn, true);
    m_advancedLink = new LinkButton;
    m_advancedLink->setObjectName("advanced"_L1);
    m_failure = new FailureBox([this] { return m_gateway.detailsText(); });
    m_note = new PlainLabel(TextLook::Muted);
    m_note->setObjectName("signInNote"_L1);
    m_otherWays = new PlainLabel(TextLook::Muted);
    m_otherWays->setWordWrap(false);
    m_where = new LinkButton;
    m_message = new LinkButton;

    constexpr int longestName = 128; // can be seen; a password that is too long must not be cut
    m_user->setMaxLength(longestName);
    widen(m_user);
    widen(m_password);
    m_userLabel->setBuddy(m_user);
    m_passwordLabel->setBuddy(m_password);
    m_form = newForm();
    m_form->addRow(m_userLabel, m_user);
    m_form->addRow(m_passwordLabel, m_password);
    m_form->addRow(QString(), m_remember);
    m_form->addRow(QString(), m_forget);
    buildAdvanced();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    buttons->addWidget(m_signIn);
    buttons->addWidget(m_advancedLink);
    buttons->addStretch();
    m_form->addRow(m_failure);
    m_form->addRow(QString(), buttons);

    auto *ways = new FlowLayout;
    ways->addWidget(m_otherWays);
    ways->addWidget(m_where);
    ways->addWidget(m_message);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(padding, padding - 2, padding, padding - 2);
    layout->setSpacing(gap);
    layout->addWidget(m_title);
    layout->addLayout(m_form);
    layout->addWidget(m_keychainProblem);
    layout->addWidget(m_note);
    layout->addLayout(ways);

    connect(m_signIn, &QPushButton::clicked, this, &SignInCard::submit);
    for (QLineEdit *field : {m_user, static_cast<QLineEdit *>(m_password), m_serial, m_path, m_fingerprint})
        connect(field, &QLineEdit::returnPressed, this, &SignInCard::submit);
    connect(m_user, &QLineEdit::textChanged, this, &SignInCard::renderPassword);
    // Whoever has begun to type goes on, whatever a scan finds out meanwhile.
    for (QLineEdit *field : {m_user, static_cast<QLineEdit *>(m_password)})
        connect(field, &QLineEdit::textEdited, &m_gateway, &GatewayController::wantForm);
    connect(m_remember, &QCheckBox::toggled, this, [this](bool on) {
        if (on)
            m_gateway.account().check();
    });
    connect(m_forget, &QPushButton::clicked, this, [this] { m_gateway.account().remove(m_user->text()); });
    connect(m_advancedLink, &QPushButton::clicked, this, [this] { showAdvanced(!m_advancedShown); });
    connect(m_failure, &FailureBox::actionRequested, this, &SignInCard::actionRequested);
    connect(m_where, &QPushButton::clicked, this,
            [this] { Q_EMIT actionRequested(PageAction::WhereTheSwitchIs); });
    connect(m_message, &QPushButton::clicked, this,
            [this] { Q_EMIT actionRequested(PageAction::MessageToInstaller); });
}

void SignInCard::buildAdvanced()
{
    m_serialLabel = newFormLabel();
    m_serial = new QLineEdit;
    m_serial->setObjectName("serial"_L1);
    m_portLabel = newFormLabel();
    m_port = new PortEdit;
    m_port->setObjectName("webSocketPort"_L1);
    m_port->setMinimum(0); // 0 stands for the profile's own, shown as a word
    m_pathLabel = newFormLabel();
    m_path = new QLineEdit;
    m_path->setObjectName("path"_L1);
    m_profileLabel = newFormLabel();
    m_profile = new ElidedComboBox;
    m_profile->setObjectName("profile"_L1);
    m_tls = new QCheckBox;
    m_tls->setObjectName("tls"_L1);
    m_fingerprintLabel = newFormLabel();
    m_fingerprint = new QLineEdit;
    m_fingerprint->setObjectName("fingerprint"_L1);
    constexpr int longest = 255;
    for (QLineEdit *field : {m_serial, m_path, m_fingerprint}) {
        field->setMaxLength(longest);
        widen(field);
    }
    // Longer than the field, and with a file's name plain text that Qt might take for HTML.
    connect(m_profile, &QComboBox::currentTextChanged, this,
            [this](const QString &title) { m_profile->setToolTip(plainToolTip(title)); });
    for (const QString &name : profileNames())
        m_profile->addItem(profileTitle(name), name);
    m_profile->addItem(QString()); // "from a file"
    m_profile->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    widen(m_profile);

    m_serialLabel->setBuddy(m_serial);
    m_portLabel->setBuddy(m_port);
    m_pathLabel->setBuddy(m_path);
    m_profileLabel->setBuddy(m_profile);
    m_fingerprintLabel->setBuddy(m_fingerprint);
    m_form->addRow(m_serialLabel, m_serial);
    m_form->addRow(m_portLabel, m_port);
    m_form->addRow(m_pathLabel, m_path);
    m_form->addRow(m_profileLabel, m_profile);
    m_form->addRow(QString(), m_tls);
    m_form->addRow(m_fingerprintLabel, m_fingerprint);

    connect(m_tls, &QCheckBox::toggled, this, [this] {
        showAdvanced(m_advancedShown);
        renderNote();
    });
    connect(m_profile, &QComboBox::activated, this, [this](int index) {
        if (index != m_profile->count() - 1)
            return;
        m_profile->setCurrentIndex(0);
        chooseOpenFile(this, tr("Choose a protocol profile"), tr("Profiles (*.json)"),
                       [this](const QString &path) {
                           m_profile->insertItem(m_profile->count() - 1, profileTitle(path), path);
                           m_profile->setCurrentIndex(m_profile->count() - 2);
                       });
    });
}

void SignInCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SignInCard::retranslate()
{
    m_title->setText(tr("Sign in to the gateway"));
    m_userLabel->setText(tr("&User name"));
    m_passwordLabel->setText(tr("&Password"));
    m_remember->setText(tr("&Remember in this computer's keychain"));
    m_forget->setText(tr("Forget the remembered password"));
    m_signIn->setText(tr("S&ign in"));
    m_serialLabel->setText(tr("S&erial number"));
    m_serial->setPlaceholderText(tr("detected"));
    m_portLabel->setText(tr("&WebSocket port"));
    m_port->setSpecialValueText(tr("standard"));
    m_pathLabel->setText(tr("Pat&h"));
    m_path->setPlaceholderText(tr("as the profile says"));
    m_profileLabel->setText(tr("Pr&ofile"));
    m_profile->setItemText(m_profile->count() - 1, tr("From a file…"));
    m_tls->setText(tr("&TLS, with the certificate of this fingerprint"));
    m_fingerprintLabel->setText(tr("Fi&ngerprint"));
    m_fingerprint->setPlaceholderText(tr("SHA-256, 64 hexadecimal digits"));
    for (QLineEdit *field : {m_serial, m_path, m_fingerprint})
        field->setToolTip(field->placeholderText()); // may be wider than the field
    m_otherWays->setText(tr("Can't sign in?"));
    m_where->setText(tr("Where the switch is in the app…"));
    m_message->setText(tr("Message to my installer…"));
    showAdvanced(m_advancedShown);
    render(m_gateway.page());
}

void SignInCard::fill(const SignInForm &form)
{
    m_user->setText(form.username);
    m_serial->setText(form.serial);
    m_port->setValue(form.webSocketPort);
    m_path->setText(form.path);
    int profile = m_profile->findData(form.profile);
    if (profile < 0 && !form.profile.isEmpty()) {
        profile = m_profile->count() - 1;
        m_profile->insertItem(profile, profileTitle(form.profile), form.profile);
    }
    m_profile->setCurrentIndex(std::max(profile, 0));
    m_tls->setChecked(form.tls);
    m_fingerprint->setText(form.fingerprint);
    renderPassword();
}

SignInForm SignInCard::form() const
{
    SignInForm form;
    form.username = m_user->text();
    form.password = m_password->secret();
    form.remember = m_remember->isChecked();
    form.serial = m_serial->text().trimmed();
    form.webSocketPort = m_port->port();
    form.path = m_path->text().trimmed();
    form.profile = m_profile->currentData().toString();
    form.tls = m_tls->isChecked();
    form.fingerprint = m_fingerprint->text().trimmed();
    return form;
}

void SignInCard::startAfresh()
{
    m_password->forget();
    fill(m_gateway.initialForm());
}

void SignInCard::render(const PageState &page)
{
    const SignInCardState &card = page.signIn;
    m_signIn->setEnabled(card.canSubmit);
    if (page.isSignedIn)
        m_password->forget();
    renderNote();
    m_failure->setFailure(card.failure);
    m_form->setRowVisible(m_failure, card.failure.has_value());
    m_keychainProblem->setTextOrHide(card.keychainProblem);
    m_remember->setEnabled(card.keychainProblem.isEmpty());
    if (!card.keychainProblem.isEmpty())
        m_remember->setChecked(false);
    m_form->setRowVisible(m_remember, !card.isDemo);
    for (QWidget *way : {static_cast<QWidget *>(m_otherWays), static_cast<QWidget *>(m_where),
                         static_cast<QWidget *>(m_message)})
        way->setVisible(!card.isDemo && page.otherWay.isEmpty()); // which stands below then
    renderPassword();
}

void SignInCard::renderNote()
{
    m_note->setText(signInNote(m_gateway.gateway(), m_tls->isChecked()));
}

void SignInCard::renderPassword()
{
    const bool remembered = m_gateway.account().hasPassword(m_user->text());
    m_password->setPlaceholderText(remembered ? tr("filled in") : QString());
    m_form->setRowVisible(m_forget, remembered && !m_gateway.gateway().demo);
}

void SignInCard::showAdvanced(bool shown)
{
    m_advancedShown = shown;
    for (QWidget *field :
         {static_cast<QWidget *>(m_serial), static_cast<QWidget *>(m_port), static_cast<QWidget *>(m_path),
          static_cast<QWidget *>(m_profile), static_cast<QWidget *>(m_tls)})
        m_form->setRowVisible(field, shown);
    m_form->setRowVisible(m_fingerprint, shown && m_tls->isChecked());
    m_advancedLink->setText(shown ? tr("Ad&vanced ▾") : tr("Ad&vanced ▸"));
}

void SignInCard::focusForm()
{
    QLineEdit *field = m_user->text().isEmpty() ? m_user : m_password;
    field->setFocus(Qt::OtherFocusReason);
    field->selectAll();
}

void SignInCard::submit()
{
    if (!m_signIn->isEnabled())
        return;
    m_gateway.signIn(form());
    // The controller has it now, if it took it; a refused one is typed again.
    if (m_gateway.isBusy())
        m_password->forget();
}

} // namespace Sigen
