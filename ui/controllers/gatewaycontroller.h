// A gateway's page: runs its jobs and keeps what they saw. What there is to show is one value, page(), made
// by a pure function from the gateway, the session and the job that is under way.
//
// One controller a gateway, owned by GatewayBook; a change goes on while the user looks at another page. A
// password lives in memory while signed in only (and in the keychain, if the user asks for it); each action
// makes its own connection. What was seen is handed on as evidence for the registry.
//
// The view reads page() after changed() and calls the slots.
#pragma once

#include "accounts/account.h"
#include "ui/controllers/gatewayenvironment.h"
#include "ui/controllers/pagejobs.h"
#include "ui/controllers/pagesession.h"
#include "ui/controllers/pagesignin.h"
#include "ui/controllers/pagestate.h"

#include <QLocale>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace Sigen {

/// Whose password it is, under the name that stays the same: an address may be known only since the last
/// scan.
QString accountHost(const Gateway &gateway);
/// The password of its user is in the keychain, as far as is known.
bool isPasswordRemembered(const Gateway &gateway);

class GatewayController : public QObject
{
    Q_OBJECT

public:
    GatewayController(Gateway gateway, GatewayEnvironment environment, QObject *parent = nullptr);
    ~GatewayController() override;

    const Gateway &gateway() const { return m_gateway; }
    /// More is known of it now. Another address or device there ends the session and forgets the password,
    /// once nothing is under way any more: deviceChanged().
    void setGateway(const Gateway &gateway);

    PageState page() const;
    const PageSession &session() const { return m_session; }
    bool isBusy() const { return m_session.isBusy(); }
    bool isSignedIn() const { return m_session.isSignedIn(); }
    /// Asked when the window is closed during a change.
    Question closeQuestion() const;

    Account &account() { return m_account; }
    /// What they see is evidence for the registry.
    PageJobs &jobs() { return m_jobs; }
    const PageJobs &jobs() const { return m_jobs; }
    /// What the form starts with; never a password.
    SignInForm initialForm() const { return m_signIn.initialForm(); }
    /// For the demo: its user name and password, so that the form can be sent as it is.
    void offerCredentials(const QString &username, const Secret &password)
    {
        m_signIn.offer(username, password);
    }

    /// Somebody else has tested \a port of it. Ignored while busy.
    void takeTest(const JobResult &result, const QList<Step> &steps, quint16 port);

    /// What a watch of it saw: nothing that was seen before contradicts it any more. Ignored while busy.
    void takeWatch(const JobResult &result, quint16 port);
    /// The window keeps its server on.
    void setKeptOn(bool kept);

    quint16 modbusPort() const { return Sigen::modbusPort(m_gateway, m_session); }
    /// For live values and snippets. Without credentials.
    GatewayTarget target() const { return targetOf(m_gateway, m_session, m_environment.timeouts); }
    /// Where Modbus is to be read; nearly always target().host.
    QString modbusHost() const
    {
        return m_session.modbusHost.isEmpty() ? target().host : m_session.modbusHost;
    }

    Report report() const; ///< what was changed and tested; not redacted yet
    QString detailsText() const; ///< redacted: what happened, then the report
    QString reportText() const; ///< redacted
    QString suggestedReportName(QLatin1StringView suffix) const; ///< without a dot

    /// The 1 s ticker of "read back 2 s ago" runs only while the page can be seen.
    void setVisible(bool visible);
    void setLocale(const QLocale &locale);
    void retranslate() { Q_EMIT changed(); }

public Q_SLOTS:
    void signIn(const Sigen::SignInForm &form);
    void signOut(); ///< forgets the credentials of this run; not while a job is under way
    /// The user wants nothing of this gateway kept: signs out and deletes the password of \a username, and
    /// all others that are known to be in the keychain; forgotten() follows. A test or sign-in that is under
    /// way is cancelled, a change ends first.
    void forget(const QString &username);

    /// Each asks first where a question is due (questionAsked), else begins at once. Ignored while busy.
    /// \a edited: the port in the field, if it was not applied; 0: there is none.
    void turnOn(quint16 edited = 0);
    void turnOff();
    void setPort(quint16 port); ///< 1–65535
    void repair(); ///< off and on again
    void acceptQuestion(); ///< the answer to questionAsked() was yes
    void acceptOther(); ///< the second yes, where there is one
    void rejectQuestion();

    void wantForm(); ///< the sign-in form, though the page leads with something else
    void wantAppWay(); ///< the way through the vendor's app
    void confirmMine(); ///< the user says that this host is the gateway

    void searchElsewhere(); ///< for its Modbus server, at the network's other addresses
    void testPort(); ///< works without a sign-in
    void refresh(); ///< reads the setting again
    void repeat(); ///< what failed last, once more (with its question)
    void cancel() { m_jobs.cancel(); }

Q_SIGNALS:
    void changed(); ///< page() may say something else now
    /// The view asks, then calls acceptQuestion(), acceptOther() or rejectQuestion().
    void questionAsked(const Sigen::Question &question);
    /// Another device, or the same at another place: nothing of what was seen before is about it.
    void deviceChanged();

    void signedIn(const Sigen::SignIn &signIn); ///< evidence, before that of jobs()
    void signedOut(); ///< by the user: the password of this run goes
    void forgotten(); ///< forget() is done, as far as the keychain let it
    /// The password could not be deleted; one sentence.
    void keychainFailed(const QString &sentence);

private:
    using Kind = PageJob::Kind;
    struct Wish
    {
        Kind kind = Kind::None;
        quint16 port = 0; ///< 0: as it is
        quint16 otherPort = 0; ///< by the second yes
    };

    void ask(const Wish &wish);
    bool isProfileAccepted() const; ///< signed in only
    void beginChange(Kind kind, quint16 port);
    void endJob();
    void reset();
    void forgetNow();
    void leaveOtherGateway();

    Gateway m_gateway;
    std::optional<Gateway> m_next; ///< waits until nothing is under way
    GatewayEnvironment m_environment;
    PageSession m_session;
    PageJobs m_jobs;
    Account m_account;
    PageSignIn m_signIn;
    std::optional<Wish> m_asked; ///< waits for the answer to the question
    std::function<void()> m_repeat; ///< what failed last
    std::optional<QString> m_forgetFor; ///< the user of forget(), which waits until nothing is under way
    bool m_visible = false;
    bool m_isKeptOn = false;
    std::optional<Route> m_route;
    QTimer m_ticker;
    QLocale m_locale;
};

} // namespace Sigen
