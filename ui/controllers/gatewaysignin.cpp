// The part of GatewayController that deals with credentials: signing in and out, and the keychain.
#include "ui/controllers/gatewaycontroller.h"

#include "core/displaytext.h"
#include "ui/controllers/gatewaytexts.h"
#include "workflow/reach.h"
#include "workflow/settingchange.h"
#include "workflow/verification.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// Somebody may have to find the keychain's own password first.
static constexpr std::chrono::minutes keychainDeadline{2};
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
    return builtInProfileNames().contains(name) ? builtInProfile(name).title : displayText(name);
}

SignInForm GatewayController::initialForm() const
{
    SignInForm form = m_form;
    if (form.username.isEmpty())
        form.username = m_rememberedFor.isEmpty() ? u"admin"_s : m_rememberedFor;
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
    m_rememberedFor = username;
    m_rememberedPassword = password;
    Q_EMIT changed();
}

void GatewayController::noteInKeychain(const QString &username)
{
    m_rememberedFor = username;
    m_keychainUsers.removeAll(username);
    m_keychainUsers.append(username);
    m_keychainRefusedFor.clear();
    m_rememberedPassword = Secret(); // stays where it is until it is needed
    Q_EMIT changed();
}

bool GatewayController::hasRememberedPassword(const QString &username) const
{
    return m_rememberedPassword && m_rememberedFor == username;
}

QString GatewayController::formProblem(const SignInForm &form) const
{
    if (form.username.trimmed().isEmpty())
        return tr("Enter the user name.");
    if (form.password.isEmpty() && !hasRememberedPassword(form.username) && !m_environment.secrets)
        return tr("Enter the password.");
    if (!form.path.isEmpty() && !form.path.startsWith(u'/'))
        return tr("The path has to begin with a slash, for example /ws.");
    if (form.tls && parsedFingerprint(form.fingerprint).isEmpty())
        return tr("TLS needs the certificate's SHA-256 fingerprint: 64 hexadecimal digits.");
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
    const QString problem = formProblem(form);
    if (!problem.isEmpty()) {
        m_signInFailure = [problem] { return caution(problem); };
        Q_EMIT changed();
        return;
    }
    // Asking again could lock the account.
    if (form.password.isEmpty() && !form.username.isEmpty() && form.username == m_keychainRefusedFor) {
        m_signInFailure = [] {
            return caution(tr("Enter the password: the gateway refused the remembered one."));
        };
        Q_EMIT changed();
        return;
    }
    m_signIn = SignInState::SigningIn;
    m_fromKeychain = false;
    SignInForm filled = form;
    if (form.password.isEmpty())
        filled.remember = false; // it is remembered already, if it is at hand at all
    if (form.password.isEmpty() && hasRememberedPassword(form.username))
        filled.password = *m_rememberedPassword;
    if (filled.password.isEmpty())
        askKeychain(filled);
    else
        beginSignIn(filled);
}

void GatewayController::askKeychain(const SignInForm &form)
{
    auto reading = m_environment.secrets->read(secretKey(form.username, m_gateway.host), keychainDeadline);
    const ReadSecret *const read = reading.get();
    m_asking = read;
    runKeychain(std::move(reading), [this, read, form](const SecretOperation &ended) {
        m_asking = nullptr;
        if (ended.error().code != ErrorCode::Cancelled && read->secret()) {
            SignInForm filled = form;
            filled.password = *read->secret();
            filled.remember = false; // it is there already
            noteInKeychain(form.username);
            m_fromKeychain = true;
            beginSignIn(filled);
            return;
        }
        m_signIn = SignInState::SignedOut;
        if (!ended.error() && m_rememberedFor == form.username)
            m_rememberedPassword.reset();
        if (ended.error().code != ErrorCode::Cancelled) {
            m_signInFailure = [error = ended.error(), username = displayText(form.username, 40)] {
                return caution(error ? tr("Enter the password: the keychain can't be asked.")
                                     : tr("Enter the password: the keychain has none for %1.").arg(username),
                               error.detail);
            };
        }
        setActivity(Activity::None);
    });
    setActivity(Activity::SigningIn);
}

void GatewayController::cancelAsking()
{
    if (m_keychain.get() == m_asking) {
        m_keychain->cancel();
        return;
    }
    std::erase_if(m_keychainQueue,
                  [this](const KeychainJob &job) { return job.operation.get() == m_asking; });
    m_asking = nullptr;
    m_signIn = SignInState::SignedOut;
    setActivity(Activity::None);
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
    session.timeouts = m_environment.timeouts;
    m_session = session;
    m_toStore = form.remember ? form.password : Secret();
    beginReading(Activity::SigningIn);
}

void GatewayController::takeSignIn(const JobResult &result)
{
    const bool wasSigningIn = m_signIn == SignInState::SigningIn;
    if (wasSigningIn && !m_signInAccepted) {
        endSession();
        if (result.error.code == ErrorCode::SignInRefused) {
            m_signIn = SignInState::Refused;
            if (m_fromKeychain) {
                m_keychainRefusedFor = m_form.username;
                m_rememberedPassword.reset();
            }
        }
        if (result.error.code != ErrorCode::Cancelled)
            m_signInFailure = [result] { return signInFailureOf(result); };
        setActivity(Activity::None);
        return;
    }
    if (wasSigningIn) {
        m_signIn = SignInState::SignedIn;
        Q_EMIT signedIn(m_form);
        storePassword();
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

// --- keychain
// ------------------------------------------------------------------------------------------------------

void GatewayController::runKeychain(std::unique_ptr<SecretOperation> operation,
                                    std::function<void(const SecretOperation &)> ended)
{
    m_keychainQueue.push_back({std::move(operation), std::move(ended)});
    if (!m_keychain)
        runNextOnKeychain();
}

void GatewayController::runNextOnKeychain()
{
    if (m_keychainQueue.empty())
        return;
    KeychainJob job = std::move(m_keychainQueue.front());
    m_keychainQueue.pop_front();
    m_keychain = std::move(job.operation);
    connect(m_keychain.get(), &Operation::finished, this, [this, ended = std::move(job.ended)] {
        const std::unique_ptr<SecretOperation> done = std::move(m_keychain);
        const auto handler = ended; // this slot goes with the operation's connection
        handler(*done);
        if (!m_keychain)
            runNextOnKeychain();
    });
    m_keychain->start();
}

QString GatewayController::keychainSentence(const SecretOperation &operation)
{
    switch (operation.problem()) {
    case SecretProblem::NoService:
        return tr("No keychain service answers on this computer, so the password can't be remembered.");
    case SecretProblem::Denied:
        return tr("The keychain refused, so the password can't be remembered.");
    case SecretProblem::Other:
    case SecretProblem::None:
        break;
    }
    return tr("The keychain did not answer as expected, so the password can't be remembered: %1")
        .arg(displayText(operation.error().detail));
}

void GatewayController::checkKeychain()
{
    if (!m_environment.secrets) {
        m_keychainProblem =
            tr("No keychain service answers on this computer, so the password can't be remembered.");
        Q_EMIT changed();
        return;
    }
    if (m_keychain)
        return;
    // An entry that is never written: whether the keychain answers is all that counts.
    runKeychain(m_environment.secrets->read(secretKey(u"keychain-check"_s, m_gateway.host), keychainDeadline),
                [this](const SecretOperation &ended) {
                    m_keychainProblem = ended.error() && ended.error().code != ErrorCode::Cancelled
                        ? keychainSentence(ended)
                        : QString();
                    Q_EMIT changed();
                });
}

void GatewayController::storePassword()
{
    if (m_toStore.isEmpty() || !m_environment.secrets)
        return;
    const Secret password = std::exchange(m_toStore, Secret());
    runKeychain(
        m_environment.secrets->write(secretKey(m_form.username, m_gateway.host), password, keychainDeadline),
        [this, username = m_form.username, host = m_gateway.host](const SecretOperation &ended) {
            if (!ended.error()) {
                if (m_gateway.host == host)
                    noteInKeychain(username);
                return;
            }
            m_keychainProblem = keychainSentence(ended);
            Q_EMIT keychainFailed(m_keychainProblem);
            Q_EMIT changed();
        });
}

void GatewayController::forgetPassword(const QString &username)
{
    if (!m_environment.secrets || m_gateway.demo)
        return;
    removePassword(username, [] {});
}

void GatewayController::removePassword(const QString &username, const std::function<void()> &done)
{
    const QString key = secretKey(username, m_gateway.host);
    const auto ended = [this, username, done](const SecretOperation &operation) {
        const bool known = m_keychainUsers.contains(username);
        if (!operation.error()) {
            m_keychainUsers.removeAll(username);
            if (m_rememberedFor == username)
                m_rememberedPassword.reset();
        } else if (known || operation.problem() != SecretProblem::NoService) {
            // Where there is no keychain there is nothing in it.
            const QString detail = operation.error().detail;
            Q_EMIT keychainFailed(
                tr("The password of %1 could not be deleted from this computer's keychain: %2")
                    .arg(displayText(username, 40),
                         detail.isEmpty() ? tr("no answer") : displayText(detail)));
        }
        Q_EMIT changed();
        done();
    };
    // Read first: a locked keychain asks to be unlocked for that, but says of a deletion that there is
    // nothing to delete.
    auto reading = m_environment.secrets->read(key, keychainDeadline);
    const ReadSecret *const read = reading.get();
    runKeychain(std::move(reading), [this, read, key, ended](const SecretOperation &asked) {
        if (asked.error() || !read->secret())
            ended(asked);
        else
            runKeychain(m_environment.secrets->remove(key, keychainDeadline), ended);
    });
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
    QStringList usernames{*std::exchange(m_forgetFor, std::nullopt)};
    usernames += m_keychainUsers + QStringList{m_form.username};
    usernames.removeDuplicates();
    usernames.removeAll(QString());
    signOut();
    m_signIn = SignInState::SignedOut;
    m_signInFailure.reset();
    m_form = {};
    if (!m_environment.secrets || m_gateway.demo || usernames.isEmpty()) {
        Q_EMIT changed();
        Q_EMIT forgotten();
        return;
    }
    const QString last = usernames.takeLast();
    for (const QString &username : std::as_const(usernames))
        removePassword(username, [] {});
    removePassword(last, [this] { Q_EMIT forgotten(); });
    Q_EMIT changed();
}

} // namespace Sigen
