// A protocol profile: every constant of the gateway's local WebSocket protocol as data, read from a JSON
// file.
//
// The protocol was inferred by one author and is unconfirmed; nothing of it may be written into code. The
// built-in profiles live in resources/profiles, a user may bring a file of his own.
// resources/profiles/README.md describes the format.
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace Sigen {

/// The numbers under which one kind of request and its replies travel ("msgType").
struct MessageTypes
{
    int request = 0;
    QList<int> replies; ///< never empty
    bool operator==(const MessageTypes &) const = default;
};

struct ProtocolProfile
{
    QString name; ///< [a-z0-9-]+, for example "documented"
    QString title; ///< one line for people
    QString source; ///< where the constants come from and how sure they are
    quint16 webSocketPort = 0;
    QStringList paths; ///< tried in this order; each begins with "/"; never empty

    MessageTypes signIn;
    MessageTypes read;
    MessageTypes write;
    QList<int> pushes; ///< unasked messages; never taken for a reply, whatever they carry

    // Keys of the envelope
    QString messageTypeKey, serialKey, tokenKey, dataKey, codeKey, messageKey;
    // Keys inside "data"
    QString usernameKey, passwordKey, serviceKey, enabledKey, portKey;

    QString service; ///< value of serviceKey for the Modbus TCP server
    int enabledValue = 1;
    int disabledValue = 0;
    int successCode = 0;
    QList<int> sessionRefusedCodes; ///< these, and only these, cause one new sign-in
    quint16 defaultModbusPort =
        0; ///< for texts and the simulator; never written because a read lacked a port

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

/// Longest profile file that is read, in bytes; the built-in ones have about 3,200.
inline constexpr qsizetype maximumProfileSize = 65'536;

/// Pure: the text of a profile file. Unknown keys are ignored; missing ones, keys that occur twice, wrong
/// types and values out of range are reported with the line on which they stand (a missing key: that of the
/// object around it).
ProfileOrError parseProfile(const QByteArray &json);

/// Names of the built-in profiles, the default ("documented") first.
QStringList builtInProfileNames();

/// A built-in profile. \a name must be one of builtInProfileNames().
ProtocolProfile builtInProfile(const QString &name);

/// A built-in profile's name or the path of a file. Fails with ErrorCode::Usage; `detail` says the line and
/// the reason.
std::variant<ProtocolProfile, Error> loadProfile(const QString &nameOrPath);

/// The same for what has been read from \a path already, at most one byte more than maximumProfileSize.
std::variant<ProtocolProfile, Error> profileFrom(const QString &path, const QByteArray &json);

} // namespace Sigen
