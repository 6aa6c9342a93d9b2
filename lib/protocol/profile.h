// A protocol profile: how a gateway's local WebSocket protocol goes, as data, read from a JSON file.
//
// The protocol was inferred by one author and is unconfirmed; nothing of it may be written into code. The
// built-in profiles live in resources/profiles, users may bring files of their own.
// resources/profiles/README.md describes the format.
#pragma once

#include "core/error.h"
#include "protocol/condition.h"
#include "protocol/requesttemplate.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace Sigen {

/// Where the WebSocket may be.
struct ProfileEndpoint
{
    bool tls = false;
    quint16 port = 0; ///< 1–65535
    QStringList paths; ///< tried in this order; each begins with "/"; never empty
    bool operator==(const ProfileEndpoint &) const = default;
};

/// One request, and how its reply is known and read.
struct Exchange
{
    RequestTemplate send;
    Conditions is; ///< makes a frame its reply, whatever it says
    JsonPointer carries; ///< what is there makes a frame its reply as long as it says success; may be nowhere
    Conditions success; ///< of this reply, beside the profile's
    JsonPointer tokenAt, serialAt, roleAt; ///< in a sign-in's reply; nowhere: it has none
    bool operator==(const Exchange &) const = default;
};

/// What a frame may mean, whatever was asked.
struct FrameMeanings
{
    Conditions unasked; ///< never a reply, whatever it carries
    Conditions taken; ///< another client has the session now; need not be a reply
    Conditions success, expired, busy, noRights; ///< of a reply; anything else is a refusal
    bool operator==(const FrameMeanings &) const = default;
};

struct ProtocolProfile
{
    QString name; ///< [a-z0-9-]+, for example "documented"
    QString title; ///< one line for people
    QString source; ///< where the constants come from and how sure they are
    /// What is not known yet, untranslated sentences. Nothing is sent with a profile that has any; what they
    /// name may be missing in it.
    QStringList open;

    QList<ProfileEndpoint> endpoints; ///< the first whose port accepts is used; never empty
    QList<Exchange> signIn; ///< one after the other; never empty
    Exchange read;
    Exchange write;
    RequestTemplate signOut; ///< may be none
    RequestTemplate keepAlive; ///< may be none
    int keepAliveSeconds = 0;

    JsonPointer enabledAt, portAt; ///< in the reply to a read
    JsonPointer textAt; ///< of a refusal; may be nowhere
    QJsonValue on, off; ///< two different scalars
    FrameMeanings meanings;
    /// For texts and the simulator; never written because a read lacked a port.
    quint16 defaultModbusPort = 0;

    quint16 webSocketPort() const { return endpoints.isEmpty() ? quint16(0) : endpoints.constFirst().port; }
    /// The paths of the endpoint at \a port, of the first one where none has it.
    QStringList paths(quint16 port) const;
    /// Whether the endpoint at \a port speaks TLS.
    bool tls(quint16 port) const;
    /// Whether the gateway gives and takes the port as a text.
    bool portIsText() const { return write.send.json().contains("{port:text}"); }

    bool operator==(const ProtocolProfile &) const = default;
};

/// Why a profile file is refused; `line` counts from 1.
struct ProfileError
{
    int line = 0;
    QString reason; ///< untranslated sentence without the line number
    bool operator==(const ProfileError &) const = default;
};

using ProfileOrError = std::variant<ProtocolProfile, ProfileError>;

/// Longest profile file that is read, in bytes; the built-in ones have about 3,500.
inline constexpr qsizetype maximumProfileSize = 65'536;

/// Pure: the text of a profile file, of format 2 or 1. Unknown keys are ignored; missing ones, keys that
/// occur twice, wrong types, values out of range and contradictions are reported with the line on which they
/// stand (a missing key: that of the object around it).
ProfileOrError parseProfile(const QByteArray &json);

/// Names of the built-in profiles, the default ("documented") first.
QStringList builtInProfileNames();

/// A built-in profile. \a name must be one of builtInProfileNames().
ProtocolProfile builtInProfile(const QString &name);

/// Whether it is one of them, and not only called like one.
bool isBuiltIn(const ProtocolProfile &profile);

/// A built-in profile's name or the path of a file. Fails with ErrorCode::Usage; `detail` says the line and
/// the reason.
std::variant<ProtocolProfile, Error> loadProfile(const QString &nameOrPath);

/// The same for what has been read from \a path already, at most one byte more than maximumProfileSize.
std::variant<ProtocolProfile, Error> profileFrom(const QString &path, const QByteArray &json);

} // namespace Sigen
