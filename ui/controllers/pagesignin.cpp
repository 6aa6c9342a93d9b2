#include "ui/controllers/pagesignin.h"

#include "ui/controllers/pagejobs.h"

#include <memory>

namespace Sigen {

PageSignIn::PageSignIn(const Gateway &gateway, PageSession &session, const GatewayEnvironment &environment,
                       PageJobs &jobs, Account &account, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_session(session)
    , m_environment(environment)
    , m_jobs(jobs)
    , m_account(account)
{ }

SignInForm PageSignIn::initialForm() const
{
    SignInForm form = formFor(m_gateway);
    if (!m_offeredFor.isEmpty())
        form.username = m_offeredFor;
    return form;
}

void PageSignIn::offer(const QString &username, const Secret &password)
{
    m_offeredFor = username;
    m_account.offer(username, password);
}

void PageSignIn::begin(const SignInForm &form)
{
    m_session.signInProblem.reset();
    m_session.form = form;
    m_session.form.password = {};
    m_session.form.remember = form.remember && !form.password.isEmpty(); // else it is where it came from
    m_passwordFromKeychain = false;
    const FormProblem problem = formProblem(form, m_account);
    if (problem.kind != FormProblem::Kind::None) {
        m_session.signInProblem = problem;
        Q_EMIT changed();
        return;
    }
    m_session.signIn = SignInState::SigningIn;
    if (!form.password.isEmpty()) {
        send(form);
        return;
    }
    m_session.job.kind = PageJob::Kind::SignIn;
    m_session.job.fetchesPassword = true;
    std::unique_ptr<FetchPassword> fetching = m_account.fetch(form.username);
    connect(fetching.get(), &FetchPassword::waiting, this, [this] {
        m_session.job.waitsForKeychain = true;
        Q_EMIT changed();
    });
    m_jobs.run(std::move(fetching), [this, form](const FetchPassword &ended) { fetched(ended, form); });
    Q_EMIT changed();
}

void PageSignIn::fetched(const FetchPassword &fetching, SignInForm form)
{
    if (!fetching.error()) {
        form.password = fetching.password();
        m_passwordFromKeychain = fetching.isFromKeychain();
        send(form);
        return;
    }
    m_session.signIn = SignInState::SignedOut;
    if (fetching.error().code != ErrorCode::Cancelled)
        m_session.signInProblem = fetching.problem();
    Q_EMIT ended();
}

void PageSignIn::send(const SignInForm &form)
{
    m_jobs.addSecret(form.password);
    m_session.way = targetBy(form, m_gateway);
    m_session.way->timeouts = m_environment.timeouts;
    m_jobs.read(PageJob::Kind::SignIn);
}

void PageSignIn::takeReading(const JobResult &result)
{
    const bool wasSigningIn = m_session.signIn == SignInState::SigningIn;
    if (wasSigningIn && !m_session.job.signInAccepted) {
        if (result.error.code == ErrorCode::SignInRefused) {
            m_session.refuse(result);
            if (m_passwordFromKeychain)
                m_account.noteRefused(m_session.form.username);
        } else {
            m_session.signOut();
            if (result.error.code != ErrorCode::Cancelled)
                m_session.signInProblem = result;
            if (m_session.speaksOtherDialect())
                m_session.wantsForm = false; // it is of no use
        }
        Q_EMIT ended();
        return;
    }
    if (wasSigningIn) {
        m_session.signIn = SignInState::SignedIn;
        m_session.wantsForm = m_session.wantsAppWay = false;
        const SignInForm &form = m_session.form;
        Q_EMIT signedIn({m_gateway.id, m_gateway.host(), webSocketPort(m_gateway, m_session),
                         m_session.serial, wayBy(form), m_environment.now()});
        if (form.remember)
            m_account.keep(form.username, m_session.way->credentials.password);
    }
    m_jobs.tellSetting(result);
    // A server that is said to be on is worth a look at once; one that is off has nothing to test.
    if (!result.error && result.current && result.current->enabled && m_session.way)
        m_jobs.verify();
    else
        Q_EMIT ended();
}

} // namespace Sigen
