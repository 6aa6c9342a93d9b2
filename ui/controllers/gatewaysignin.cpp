// The part of GatewayController that deals with credentials: signing in and out, and the keychain.
#include "ui/controllers/gatewaycontroller.h"

#include "core/displaytext.h"
#include "settings/savedgateway.h"
#include "ui/controllers/gatewaytexts.h"
#include "workflow/reach.h"
#include "workflow/settingchange.h"
#include "workflow/verification.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr qsizetype fingerprintBytes = 32; // SHA-256

/// Colons and blanks, with which fingerprints are often written, do not count; empty when it is none.
static QByteArray parsedFingerprint(QString text)
{
    text.remove(u':').remove(u' ');
    const QByteArray hex = text.toLatin1();
    const QByteArray bytes = QByteArray::fromHex(hex);
    return bytes.size() == fingerprintBytes && bytes.toHex() == hex.toLower() ? bytes : QByteArray();
}

/// Nothing was sent yet; the form is not complete.
static Failure caution(const QString &title, const QString &detail = {})
{
    Failure failure;
    failure.tone = Tone::Caution;
    failure.title = title;
    failure.details = displayText(detail);
    return failure;
}

QStringList GatewayController::profileNames()
{
    return builtInProfileNames();
}

QString GatewayController::profileTitle(const QString &name)
{
    if (builtInProfileNames().contains(name))
        return builtInProfile(name).title;
    return displayText(name.startsWith(profileToChoose) ? name.sliced(profileToChoose.size()) : name);
}

SignInForm GatewayController::initialForm() const
{
    SignInForm form = m_form;
    if (form.username.isEmpty())
        form.username = u"admin"_s;
    return form;
}

void GatewayController::setInitialForm(const SignInForm &form)
{
    if (m_signIn != SignInState::SignedOut)
        return;
    m_form = form;
    m_form.password = {};
    Q_EMIT changed();
}

void GatewayController::offerCredentials(const QString &username, const Secret &password)
{
    m_form.username = username;
    m_account.offer(username, password);
}

QString GatewayController::formProblem(const SignInForm &form) const
{
    if (form.username.trimmed().isEmpty())
        return tr("Enter the user name.");
    if (form.password.isEmpty() && !m_account.hasPassword(form.username) && !m_account.hasKeychain())
        return tr("Enter the password.");
    if (!form.path.isEmpty() && !form.path.startsWith(u'/'))
        return tr("The path has to begin with a slash, for example /ws.");
    if (form.tls && parsedFingerprint(form.fingerprint).isEmpty())
        return tr("TLS needs the certificate's SHA-256 fingerprint: 64 hexadecimal digits.");
    if (form.profile.startsWith(profileToChoose))
        return tr("This gateway came from a list that names %1 as its profile: choose that file, or another "
                  "profile, under Advanced.")
            .arg(displayText(profileTitle(form.profile), 80));
    if (!form.profile.isEmpty()) {
        const std::variant<ProtocolProfile, Error> loaded = loadProfile(form.profile);
        if (const auto *error = std::get_if<Error>(&loaded))
            return tr("The profile can't be used: %1").arg(displayText(error->detail));
    }
    return {};
}

QString GatewayController::signInNote(bool tls) const
{
    if (m_gateway.demo)
        return tr(
            "This is the demo gateway on this computer; its password is filled in. Nothing on the network is "
            "contacted.");
    const QString usual = tls
        ? tr("Usually the gateway's local account. The password crosses the network encrypted, and only to "
             "the certificate of this fingerprint. The gateway's local protocol is not published; reading "
             "is believed, not proved, to change nothing.")
        : tr("Usually the gateway's local account. The password crosses the network without encryption: sign "
             "in on a network you trust. The gateway's local protocol is not published; reading is "
             "believed, not proved, to change nothing.");
    if (m_gateway.confirmed)
        return usual;
    return tr("Nothing has confirmed yet that %1 is a gateway: the password goes there all the same. %2")
        .arg(displayText(m_gateway.host, 60), usual);
}

void GatewayController::signIn(const SignInForm &form)
{
    if (isBusy() || isSignedIn())
        return;
    m_signInFailure.reset();
    m_form = form;
    m_form.password = {};
    m_form.remember = form.remember && !form.password.isEmpty(); // else it is where it came from
    const QString problem = formProblem(form);
    if (!problem.isEmpty()) {
        m_signInFailure = [problem] { return caution(problem); };
        Q_EMIT changed();
        return;
    }
    m_signIn = SignInState::SigningIn;
    m_passwordFromKeychain = false;
    if (form.password.isEmpty())
        fetchPassword(form);
    else
        beginSignIn(form);
}

void GatewayController::fetchPassword(const SignInForm &form)
{
    m_fetch = m_account.fetch(form.username);
    connect(m_fetch.get(), &Operation::finished, this, [this, form] {
        const std::unique_ptr<FetchPassword> fetched = std::move(m_fetch);
        if (!fetched->error()) {
            SignInForm filled = form;
            filled.password = fetched->password();
            m_passwordFromKeychain = fetched->isFromKeychain();
            beginSignIn(filled);
            return;
        }
        m_signIn = SignInState::SignedOut;
        if (fetched->error().code != ErrorCode::Cancelled) {
            m_signInFailure = [problem = fetched->problem()] {
                Failure failure = caution(tr("Enter the password."), problem.detail);
                failure.text = accountSentence(problem);
                return failure;
            };
        }
        setActivity(Activity::None);
    });
    m_fetch->start();
    setActivity(Activity::SigningIn);
}

void GatewayController::beginSignIn(const SignInForm &form)
{
    GatewayTarget session;
    session.host = m_gateway.host;
    session.webSocketPort = form.webSocketPort ? form.webSocketPort : m_gateway.webSocketPort;
    session.pathOverride = form.path;
    session.tls = form.tls;
    session.fingerprint = parsedFingerprint(form.fingerprint);
    const std::variant<ProtocolProfile, Error> profile =
        loadProfile(form.profile.isEmpty() ? builtInProfileNames().constFirst() : form.profile);
    if (const auto *loaded = std::get_if<ProtocolProfile>(&profile))
        session.profile = *loaded;
    session.credentials = {form.username, form.password, form.serial};
    m_redactor.add(form.password);
    session.timeouts = m_environment.timeouts;
    m_session = session;
    m_toStore = m_form.remember ? form.password : Secret();
    beginReading(Activity::SigningIn);
}

void GatewayController::takeSignIn(const JobResult &result)
{
    const bool wasSigningIn = m_signIn == SignInState::SigningIn;
    if (wasSigningIn && !m_signInAccepted) {
        endSession();
        if (result.error.code == ErrorCode::SignInRefused) {
            m_signIn = SignInState::Refused;
            if (m_passwordFromKeychain)
                m_account.noteRefused(m_form.username);
        }
        if (result.error.code != ErrorCode::Cancelled)
            m_signInFailure = [result] { return signInFailureOf(result); };
        setActivity(Activity::None);
        return;
    }
    if (wasSigningIn) {
        m_signIn = SignInState::SignedIn;
        Q_EMIT signedIn(m_form);
        m_account.keep(m_form.username, std::exchange(m_toStore, Secret()));
    }
    if (result.error && result.error.code != ErrorCode::Cancelled)
        fail(result);
    if (result.current)
        Q_EMIT settingRead(result.current->enabled, result.current->port, m_serial);
    // A server that is said to be on is worth a look at once; one that is off has nothing to test.
    if (!result.error && result.current && result.current->enabled && m_session)
        beginVerification();
    else
        setActivity(Activity::None);
}

void GatewayController::endSession()
{
    m_session.reset();
    m_toStore = {};
    m_signIn = SignInState::SignedOut;
    m_setting.reset();
    m_readAt = {};
    m_doubtful = false;
    m_asked.reset();
    m_ticker.stop();
}

void GatewayController::signOut()
{
    if (isBusy() || !m_session)
        return;
    endSession();
    m_serial.clear();
    m_failure.reset();
    m_warnings.clear();
    m_steps.clear();
    m_testedAt = {};
    Q_EMIT changed();
}

void GatewayController::forget(const QString &username)
{
    m_forgetFor = username;
    if (!isBusy())
        forgetNow();
    else if (!isChangeUnderWay())
        cancel();
}

void GatewayController::forgetNow()
{
    const QStringList usernames{*std::exchange(m_forgetFor, std::nullopt), m_form.username};
    signOut();
    m_signIn = SignInState::SignedOut;
    m_signInFailure.reset();
    m_form = {};
    Q_EMIT changed();
    if (m_gateway.demo)
        Q_EMIT forgotten();
    else
        m_account.removeAll(usernames);
}

} // namespace Sigen
