#include "ui/controllers/signinform.h"

#include "accounts/account.h"
#include "core/displaytext.h"
#include "protocol/profile.h"
#include "registry/gateway.h"
#include "settings/savedgateway.h"
#include "workflow/gatewaytarget.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class FormText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::GatewayController)
};

constexpr qsizetype fingerprintBytes = 32; // SHA-256

/// Colons and blanks, with which fingerprints are often written, do not count; empty when it is none.
QByteArray parsedFingerprint(QString text)
{
    text.remove(u':').remove(u' ');
    const QByteArray hex = text.toLatin1();
    const QByteArray bytes = QByteArray::fromHex(hex);
    return bytes.size() == fingerprintBytes && bytes.toHex() == hex.toLower() ? bytes : QByteArray();
}

} // namespace

FormProblem formProblem(const SignInForm &form, const Account &account)
{
    using Kind = FormProblem::Kind;
    if (form.username.trimmed().isEmpty())
        return {Kind::NoUser, {}};
    if (form.password.isEmpty() && !account.hasPassword(form.username) && !account.hasKeychain())
        return {Kind::NoPassword, {}};
    if (form.password.reveal().toUtf8().size() > maximumPasswordSize)
        return {Kind::LongPassword, {}};
    if (!form.path.isEmpty() && !form.path.startsWith(u'/'))
        return {Kind::Path, {}};
    if (form.tls && parsedFingerprint(form.fingerprint).isEmpty())
        return {Kind::Fingerprint, {}};
    if (form.profile.startsWith(profileToChoose))
        return {Kind::ProfileToChoose, form.profile};
    if (!form.profile.isEmpty()) {
        const std::variant<ProtocolProfile, Error> loaded = loadProfile(form.profile);
        if (const auto *error = std::get_if<Error>(&loaded))
            return {Kind::Profile, error->detail};
    }
    return {};
}

QString formProblemText(const FormProblem &problem)
{
    switch (problem.kind) {
    case FormProblem::Kind::None:
        break;
    case FormProblem::Kind::NoUser:
        return FormText::tr("Enter the user name.");
    case FormProblem::Kind::NoPassword:
        return FormText::tr("Enter the password.");
    case FormProblem::Kind::LongPassword:
        return FormText::tr("The password is too long: more than %1 bytes are not sent to a gateway.")
            .arg(maximumPasswordSize);
    case FormProblem::Kind::Path:
        return FormText::tr("The path has to begin with a slash, for example /ws.");
    case FormProblem::Kind::Fingerprint:
        return FormText::tr("TLS needs the certificate's SHA-256 fingerprint: 64 hexadecimal digits.");
    case FormProblem::Kind::ProfileToChoose:
        return FormText::tr(
                   "This gateway came from a list that names %1 as its profile: choose that file, or "
                   "another profile, under Advanced.")
            .arg(displayText(profileTitle(problem.detail), 80));
    case FormProblem::Kind::Profile:
        return FormText::tr("The profile can't be used: %1").arg(displayText(problem.detail));
    }
    return {};
}

SignInForm formFor(const Gateway &gateway)
{
    SignInForm form;
    form.username = gateway.way.username.isEmpty() ? u"admin"_s : gateway.way.username;
    form.webSocketPort = gateway.way.webSocketPort;
    form.path = gateway.way.path;
    form.profile = gateway.way.profile;
    form.tls = gateway.way.tls;
    form.fingerprint = gateway.way.fingerprint;
    return form;
}

Way wayBy(const SignInForm &form)
{
    return {form.webSocketPort,
            form.path,
            form.profile,
            form.tls,
            form.tls ? QString::fromLatin1(parsedFingerprint(form.fingerprint).toHex()) : QString(),
            form.username};
}

GatewayTarget targetBy(const SignInForm &form, const Gateway &gateway)
{
    GatewayTarget target;
    target.host = gateway.host();
    target.webSocketPort = form.webSocketPort ? form.webSocketPort : gateway.webSocketPort();
    target.pathOverride = form.path;
    target.tls = form.tls;
    target.fingerprint = parsedFingerprint(form.fingerprint);
    const std::variant<ProtocolProfile, Error> profile =
        loadProfile(form.profile.isEmpty() ? builtInProfileNames().constFirst() : form.profile);
    if (const auto *loaded = std::get_if<ProtocolProfile>(&profile))
        target.profile = *loaded;
    target.credentials = {form.username, form.password, form.serial};
    return target;
}

QStringList profileNames()
{
    return builtInProfileNames();
}

QString profileTitle(const QString &name)
{
    if (builtInProfileNames().contains(name))
        return builtInProfile(name).title;
    return displayText(name.startsWith(profileToChoose) ? name.sliced(profileToChoose.size()) : name);
}

QString signInNote(const Gateway &gateway, bool tls)
{
    if (gateway.demo)
        return FormText::tr(
            "This is the demo gateway on this computer; its password is filled in. Nothing on the network is "
            "contacted.");
    const QString usual = tls
        ? FormText::tr("Usually the gateway's local account. The password crosses the network encrypted, and "
                       "only to the certificate of this fingerprint. The gateway's local protocol is not "
                       "published; reading is believed, not proved, to change nothing.")
        : FormText::tr("Usually the gateway's local account. The password crosses the network without "
                       "encryption: sign in on a network you trust. The gateway's local protocol is not "
                       "published; reading is believed, not proved, to change nothing.");
    if (gateway.isConfirmed())
        return usual;
    return FormText::tr(
               "Nothing has confirmed yet that %1 is a gateway: the password goes there all the same. %2")
        .arg(displayText(gateway.host(), 60), usual);
}

} // namespace Sigen
