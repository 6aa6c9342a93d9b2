// What the sign-in form holds, as a value, and what follows from it. Pure but for a profile that is read from
// a file.
#pragma once

#include "core/secret.h"

#include <QString>
#include <QStringList>

namespace Sigen {

class Account;
struct Gateway;
struct GatewayTarget;
struct Way;

/// The password lives only as long as the form and the controller need it.
struct SignInForm
{
    QString username;
    Secret password; ///< empty: the one that is remembered in the keychain, or the demo's
    bool remember = false; ///< in the keychain
    QString serial; ///< empty: detected
    // Advanced
    quint16 webSocketPort = 0; ///< 0: the profile's
    QString path; ///< empty: the profile's
    QString profile; ///< built-in name or a file's path; empty: the default
    bool tls = false;
    QString fingerprint; ///< SHA-256 in hex, colons allowed; only with tls
    bool operator==(const SignInForm &) const = default;
};

struct FormProblem
{
    enum class Kind { None, NoUser, NoPassword, LongPassword, Path, Fingerprint, ProfileToChoose, Profile };
    Kind kind = Kind::None;
    QString detail; ///< of the profile
    bool operator==(const FormProblem &) const = default;
};

/// What is wrong with it; None: it can be sent. An empty password is fine where \a account may have one.
FormProblem formProblem(const SignInForm &form, const Account &account);
QString formProblemText(const FormProblem &problem); ///< a sentence naming the field

/// What \a form starts with: how the gateway was spoken to last time; never a password.
SignInForm formFor(const Gateway &gateway);
Way wayBy(const SignInForm &form); ///< what is remembered of it
/// How to reach \a gateway by a form without problems, with its credentials.
GatewayTarget targetBy(const SignInForm &form, const Gateway &gateway);

QStringList profileNames();
QString profileTitle(const QString &name);

/// Under the form: whose account it is, that the password crosses the network unencrypted, and, when nothing
/// confirms that this is a gateway, that the password will go there all the same. With \a tls it is
/// encrypted.
QString signInNote(const Gateway &gateway, bool tls);

} // namespace Sigen
