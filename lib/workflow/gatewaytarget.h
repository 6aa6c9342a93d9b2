// Which gateway, and how to talk to it: what the user typed, as a value.
#pragma once

#include "core/timeouts.h"
#include "protocol/envelope.h"
#include "protocol/profile.h"

#include <QByteArray>
#include <QHostAddress>
#include <QString>

#include <functional>
#include <memory>

namespace Sigen {

class GatewayLock;

struct GatewayTarget
{
    QString host; ///< as returned by normalizedHost()
    bool allowPublic = false; ///< addresses outside the private ranges may be contacted
    quint16 webSocketPort = 0; ///< 0: the profile's, the first of them that accepts
    QString pathOverride; ///< empty: the profile's paths
    bool tls = false;
    QByteArray fingerprint; ///< SHA-256 of the certificate, 32 bytes, or empty
    ProtocolProfile profile;
    Credentials credentials;
    /// What the gateway said at an earlier sign-in; never sent. One that says otherwise, or nothing, is
    /// left as it is: nothing is read or written. Empty: whoever answers.
    QString expectedSerial;
    /// The same, of an earlier run: one that says nothing is taken at the user's word.
    QString knownSerial = {};
    Timeouts timeouts;
    /// Who writes claims it first; null: nobody else is about.
    std::shared_ptr<GatewayLock> lock = nullptr;
    /// Asked when the connection stands and before anybody signs in, since by then it is known whose network
    /// card is there; false: nothing is sent. Null: whoever has the address may know the password.
    std::function<bool(const QHostAddress &address)> isItself = nullptr;
};

/// Where to look for the WebSocket, in this order: those of the profile's endpoints that are as the user
/// wishes, else its first one changed to be so. Empty only for a profile that has none.
QList<ProfileEndpoint> endpointsOf(const GatewayTarget &target);

} // namespace Sigen
