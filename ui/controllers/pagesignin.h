// Signing in on a gateway's page: the form is checked, the password comes from it or from the keychain, the
// setting is read, and a server that is said to be on is tested at once.
#pragma once

#include "accounts/account.h"
#include "registry/evidence.h"
#include "ui/controllers/gatewayenvironment.h"
#include "ui/controllers/pagesession.h"

#include <QObject>

namespace Sigen {

class PageJobs;

class PageSignIn : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    PageSignIn(const Gateway &gateway, PageSession &session, const GatewayEnvironment &environment,
               PageJobs &jobs, Account &account, QObject *parent = nullptr);

    /// What the form starts with; never a password.
    SignInForm initialForm() const;
    /// For the demo: its user name and password, so that the form can be sent as it is.
    void offer(const QString &username, const Secret &password);

    /// Nothing must be under way, and nobody signed in.
    void begin(const SignInForm &form);
    /// The setting was read, for the sign-in or afterwards.
    void takeReading(const JobResult &result);

Q_SIGNALS:
    void changed(); ///< the session
    void signedIn(const Sigen::SignIn &signIn); ///< evidence
    void ended(); ///< nothing is under way any more

private:
    void fetched(const FetchPassword &fetching, SignInForm form);
    void send(const SignInForm &form);

    const Gateway &m_gateway;
    PageSession &m_session;
    const GatewayEnvironment &m_environment;
    PageJobs &m_jobs;
    Account &m_account;
    QString m_offeredFor; ///< the demo's user
    bool m_passwordFromKeychain = false; ///< of the sign-in that is under way
};

} // namespace Sigen
