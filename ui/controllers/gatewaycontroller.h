// Everything on one gateway's page but the tabs: signing in, the server's switch and port, the verification
// card.
//
// One controller a gateway, owned by GatewayBook; a change goes on while the user looks at another page.
// A password lives in memory while signed in only (and in the keychain, if the user asks for it); each action
// makes its own connection. What the getters say was seen: "off" only after a read, "on" as the hoped-for
// state never.
//
// The view reads the getters after changed() and calls the slots; each getter is cheap.
#pragma once

#include "accounts/account.h"
#include "core/redaction.h"
#include "core/secret.h"
#include "core/trace.h"
#include "handover/textreport.h"
#include "network/interfaces.h"
#include "protocol/profile.h"
#include "ui/controllers/gatewayref.h"
#include "ui/controllers/signinform.h"
#include "ui/models/facts.h"
#include "ui/models/stepmodel.h"
#include "workflow/changeplan.h"
#include "workflow/gatewaytarget.h"
#include "workflow/jobresult.h"

#include <QDateTime>
#include <QLocale>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace Sigen {

class Reach;
class SettingChange;
class Verification;
struct GatewayFacts;

enum class SignInState { SignedOut, SigningIn, SignedIn, Refused };

/// The server's switch as it may be shown.
enum class ServerState {
    Unknown, ///< not read in this run; what is known of the port stands in the detail
    Off, ///< read back
    On, ///< read back
    TurningOn,
    TurningOff,
    ChangingPort,
    Doubtful, ///< a change was sent and could not be read back
};

struct ServerCard
{
    ServerState state = ServerState::Unknown;
    QString headline; ///< "Modbus TCP server is on"
    QString qualifier; ///< ", not verified": follows the headline in plain weight; may be empty
    QString detail; ///< "Listening on port 502 · read back 2 s ago"
    bool isOn = false; ///< the switch's position: the state last read
    bool canSwitch = false;
    bool canSetPort = false;
    bool canRead = false; ///< GatewayController::refresh()
    bool emphasizeRead = false; ///< the next thing to press: nothing is known for certain
    quint16 port = 0; ///< as last read; 0: not known
    bool operator==(const ServerCard &) const = default;
};

struct VerificationCard
{
    QString when; ///< "from this computer, 14:02:31"; empty before the first
    QString testText; ///< "Test port 502"
    quint16 testedPort = 0; ///< the port that the button will test
    bool canTest = false;
    bool emphasizeTest = false; ///< the next thing to press
    bool operator==(const VerificationCard &) const = default;
};

/// What the status bar says on the right.
struct LastChange
{
    QDateTime at; ///< UTC; invalid: nothing was changed in this run
    bool verified = false;
    bool unknown = false; ///< it was sent, but could not be read back
    bool otherDevice = false; ///< what answers on the port gives another serial number than the gateway
    bool operator==(const LastChange &) const = default;
};

/// The world around a controller; one value shared by all of them. The stores must outlive the controllers.
struct GatewayEnvironment
{
    SecretStore *secrets = nullptr; ///< null: passwords can't be remembered
    std::function<QList<LocalInterface>()> interfaces = localInterfaces; ///< to name this computer's address
    Timeouts timeouts;
    /// How long the port may take to open after a change; empty: the engine's 30 s.
    std::optional<std::chrono::milliseconds> verifyWait;
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
    QString programVersion; ///< for reports
};

class GatewayController : public QObject
{
    Q_OBJECT

public:
    enum class Activity { None, SigningIn, Reading, TurningOn, TurningOff, ChangingPort, Testing };
    Q_ENUM(Activity)

    GatewayController(GatewayRef gateway, GatewayEnvironment environment, QObject *parent = nullptr);
    ~GatewayController() override;

    // Header
    const GatewayRef &gateway() const { return m_gateway; }
    /// Discovery knows more now; the key must stay. Another address ends the session and forgets the
    /// password, once nothing is under way any more.
    void setGateway(const GatewayRef &gateway);
    QString title() const; ///< "SigenStor EC 10.0 TP"
    QString subtitle() const; ///< "192.168.1.150 · serial 110A1234567890 · signed in as admin"
    std::optional<Chip> signInChip() const; ///< "Signed in"

    // Sign-in
    SignInState signInState() const { return m_signIn; }
    bool isSignedIn() const { return m_signIn == SignInState::SignedIn; }
    /// What the form starts with: the demo's user name, else what was used last; never a password.
    SignInForm initialForm() const;
    /// What is wrong with it, as a sentence naming the field; empty: it can be sent.
    QString formProblem(const SignInForm &form) const;
    /// Under the form: whose account it is, that the password crosses the network unencrypted, and, when
    /// nothing confirms that this is a gateway, that the password will go there all the same. With \a tls it
    /// is encrypted.
    QString signInNote(bool tls = false) const;
    /// Why the last sign-in failed; shown in the form's card.
    std::optional<Failure> signInFailure() const { return said(m_signInFailure); }
    /// True when a password for \a username is at hand: the demo's, or one that the keychain has. The field may
    /// be left empty then. It may be left empty in any case: signIn() asks the keychain before it complains.
    bool hasRememberedPassword(const QString &username) const { return m_account.hasPassword(username); }
    /// For the demo: its user name and password, so that the form can be sent as it is.
    void offerCredentials(const QString &username, const Secret &password);
    /// How it was spoken to in an earlier run, for the form.
    void setInitialForm(const SignInForm &form);
    /// Why a password can't be remembered; empty while nothing speaks against it.
    QString keychainProblem() const;
    /// That the password of this session is not remembered, though the user wanted it; may be empty.
    QString notice() const { return isSignedIn() && m_form.remember ? keychainProblem() : QString(); }
    static QStringList profileNames();
    static QString profileTitle(const QString &name);

    // Server and verification
    ServerCard server() const;
    VerificationCard verification() const;
    StepModel *steps() { return &m_steps; }
    std::optional<Failure> failure() const { return said(m_failure); } ///< of the last change or test
    QStringList warnings() const { return m_warnings; } ///< for example that the serial numbers differ

    // What is under way
    Activity activity() const { return m_activity; }
    QString activityText() const; ///< "Turning on…", "Testing port 502…"; empty: nothing
    bool isBusy() const { return m_activity != Activity::None; }
    bool isChangeUnderWay() const; ///< something may have been sent that was not read back yet
    bool canCancel() const { return isBusy(); }
    /// Asked when the window is closed during a change.
    Question closeQuestion() const;

    const LastChange &lastChange() const { return m_lastChange; }
    /// The port to use for Modbus: reported by the gateway, else seen, else the profile's default.
    quint16 modbusPort() const;
    /// How to reach it: for live values and snippets. Without credentials.
    GatewayTarget target() const;
    /// Knows every password that was used on this page: whoever has the address may have kept it.
    const Redactor &redactor() const { return m_redactor; }

    /// Redacted: what happened, then the report.
    QString detailsText() const;
    /// Redacted text for others: the last change and test, serial and MAC shortened.
    QString reportText() const;
    QString suggestedReportName() const;

    /// The 1 s ticker of "read back 2 s ago" runs only while the page can be seen.
    void setVisible(bool visible);
    void setLocale(const QLocale &locale);
    void retranslate();

public Q_SLOTS:
    void signIn(const Sigen::SignInForm &form);
    void signOut(); ///< forgets the credentials of this run; not while a change is under way
    /// The user ticked "remember": finds out whether there is a keychain at all; changed() follows.
    void checkKeychain() { m_account.check(); }
    /// Deletes it from the keychain.
    void forgetPassword(const QString &username) { m_account.remove(username); }
    /// The user wants nothing of this gateway kept: signs out and deletes the password of \a username, and
    /// any other that is known to be in the keychain; forgotten() follows. A test or sign-in that is under
    /// way is cancelled, a change ends first.
    void forget(const QString &username);

    /// Each asks first where a question is due (questionAsked), else begins at once. Ignored while busy.
    void turnOn();
    void turnOff();
    void setPort(quint16 port); ///< 1–65535
    void acceptQuestion(); ///< the answer to questionAsked() was yes
    void rejectQuestion();

    void testPort(); ///< works without a sign-in; tests verification().testedPort
    void refresh(); ///< reads the setting again
    void repeat(); ///< what failed last, once more (with its question)
    void cancel();

Q_SIGNALS:
    /// Something of the getters may say something else now.
    void changed();
    /// The view asks, then calls acceptQuestion() or rejectQuestion().
    void questionAsked(const Sigen::Question &question);
    /// A sign-in or read succeeded.
    void settingRead(bool on, std::optional<quint16> port, const QString &serial);
    /// A change was sent and could not be read back: what was read before is no longer known.
    void settingInDoubt();
    /// A test of a Modbus port ended. \a serial is the gateway's own, which what answers there may not have;
    /// \a model is empty then.
    void portTested(Sigen::ServiceState state, quint16 port, const QString &model, const QString &serial);
    /// Who answered the last test through Modbus, with the unit ids.
    void identified(const Sigen::ModbusIdentity &identity);
    void lastChangeChanged();
    /// forget() is done, as far as the keychain let it.
    void forgotten();
    /// The password could not be stored or deleted; one sentence.
    void keychainFailed(const QString &sentence);
    /// A sign-in has succeeded; the form comes without its password.
    void signedIn(const Sigen::SignInForm &form);
    void traced(const Sigen::TraceEntry &entry);

private:
    enum class Wish { TurnOn, TurnOff, SetPort };
    using FailureWords = std::function<Failure()>; ///< in the language of the moment

    static std::optional<Failure> said(const std::optional<FailureWords> &words)
    {
        return words ? std::optional((*words)()) : std::nullopt;
    }

    void ask(Wish wish, quint16 port);
    void beginChange(Wish wish, quint16 port);
    void beginSteps(StepModel::Run run, quint16 port, bool signedIn);
    void beginReading(Activity activity);
    void runChange(const ChangeRequest &request, Activity activity);
    void takeStep(const Step &step);
    void changeEnded();
    void takeSignIn(const JobResult &result);
    void takeChange(const JobResult &result);
    void endSession();
    void forgetOldAddress();
    void reachEnded();
    void beginVerification();
    void verificationEnded();
    void takePort(const JobResult &result, quint16 port);
    bool otherDeviceAnswered(const JobResult &result) const;
    bool isVerified() const; ///< on the port that the server has now
    void fetchPassword(const SignInForm &form);
    void beginSignIn(const SignInForm &form);
    void forgetNow();
    void fail(const JobResult &result);
    void setActivity(Activity activity);
    quint16 webSocketPort() const;
    QString ownAddress() const;
    QString shownSerial() const;
    QString readAgeText() const;
    QString serverDetail() const;
    QString runningSentence() const;
    GatewayFacts facts() const;
    ReportedJob reportedJob(const QString &action, std::optional<quint16> testedPort,
                            const JobResult &result) const;

    GatewayRef m_gateway;
    std::optional<GatewayRef> m_movedTo; ///< waits until nothing is under way
    GatewayEnvironment m_environment;
    StepModel m_steps;

    SignInState m_signIn = SignInState::SignedOut;
    std::optional<GatewayTarget>
        m_session; ///< how to talk to it, with credentials; while signed in or trying to
    Redactor m_redactor;
    bool m_signInAccepted = false; ///< by the change that is running
    SignInForm m_form; ///< of the last sign-in or an earlier run, without its password
    Secret m_toStore; ///< until the sign-in has ended
    std::optional<FailureWords> m_signInFailure;
    Account m_account;
    bool m_passwordFromKeychain = false; ///< of the sign-in that is under way
    std::optional<QString> m_forgetFor; ///< the user of forget(), which waits until nothing is under way

    Activity m_activity = Activity::None;
    std::optional<Wish> m_asked; ///< waits for the answer to the question
    quint16 m_askedPort = 0;
    std::function<void()> m_repeat; ///< what failed last
    bool m_changeConfirmed = false; ///< the question before the first change was answered with yes
    QString m_action; ///< of the running job, as reports call it
    QList<Step> m_jobSteps; ///< of the running job, for reports
    std::unique_ptr<SettingChange> m_change;
    std::unique_ptr<Reach> m_reach;
    std::unique_ptr<Verification> m_verification;
    std::unique_ptr<FetchPassword> m_fetch;

    std::optional<ReportedSetting> m_setting; ///< as last read in this run
    QDateTime m_readAt; ///< UTC
    bool m_wasReadBack = false; ///< that reading followed a writing
    bool m_doubtful = false;
    bool m_reached = false; ///< by the last test of the port
    bool m_portVerified = false;
    bool m_otherDevice = false; ///< that answered there
    quint16 m_testedPort = 0;
    QDateTime m_testedAt;
    QString m_serial; ///< by the sign-in
    std::optional<ReportedJob> m_reportedChange;
    std::optional<ReportedJob> m_reportedTest;
    std::optional<FailureWords> m_failure;
    QStringList m_warnings;
    LastChange m_lastChange;
    bool m_visible = false;
    QTimer m_ticker;
    QLocale m_locale;
};

} // namespace Sigen
