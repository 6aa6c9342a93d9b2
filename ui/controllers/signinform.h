// What the sign-in form holds, as a value.
#pragma once

#include "core/secret.h"

#include <QString>

namespace Sigen {

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

} // namespace Sigen
