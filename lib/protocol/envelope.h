// The WebSocket protocol's frames as pure values: requests to bytes, bytes to frames, frames to verdicts.
// Knows no socket and no clock. All constants come from the ProtocolProfile.
#pragma once

#include "core/error.h"
#include "core/secret.h"
#include "protocol/profile.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <variant>

namespace Sigen {

/// Longest frame that is looked at, in bytes.
inline constexpr qsizetype maximumFrameSize = 1'048'576;

/// Longest token that is taken, in characters; what is searched for in every frame must have a bound.
inline constexpr qsizetype maximumTokenLength = 8192;

/// Longest serial number that is taken, in characters; known ones have 14.
inline constexpr qsizetype maximumSerialLength = 256;

/// The Modbus TCP server's setting as the gateway reports it or shall store it.
struct ModbusSetting
{
    bool enabled = false;
    std::optional<quint16> port; ///< 1–65535; empty when the gateway reports none, or one out of range
    QJsonObject extra; ///< every other key of "data", to be sent back unchanged in a write
    bool operator==(const ModbusSetting &) const = default;
};

struct Credentials
{
    QString username;
    Secret password;
    QString serial; ///< empty: the gateway tells its own
    bool operator==(const Credentials &) const = default;
};

/// What a successful sign-in yields.
struct SessionGrant
{
    Secret token;
    QString serial; ///< may be empty
    bool operator==(const SessionGrant &) const = default;
};

enum class RequestKind { SignIn, Read, Write };

/// A well-formed frame from the gateway. Absent or null fields have their defaults.
struct Frame
{
    std::optional<int> messageType;
    std::optional<int> code;
    QString message;
    QJsonObject data;
    bool operator==(const Frame &) const = default;
};

QByteArray encodeSignIn(const ProtocolProfile &profile, const Credentials &credentials);
QByteArray encodeRead(const ProtocolProfile &profile, const QString &serial, const Secret &token);
/// \a setting must have a port, else nothing is encoded. Its extra keys go along, except where they would
/// override what is set.
QByteArray encodeWrite(const ProtocolProfile &profile, const QString &serial, const Secret &token,
                       const ModbusSetting &setting);

/// The JSON keys that hold secrets in this profile, for a Redactor.
QStringList secretKeys(const ProtocolProfile &profile);

/// One text frame. Fails with ErrorCode::MalformedReply (no JSON object, or an envelope field of the wrong
/// type) or MessageTooLarge. Details name keys and types, never values.
std::variant<Frame, Error> decodeFrame(const ProtocolProfile &profile, const QByteArray &text);

/// What a frame means to the request that is waiting.
enum class ReplyVerdict {
    Skip, ///< a push, or somebody else's reply: keep waiting
    Accepted, ///< it is the reply, and it says success
    Refused, ///< it is the reply, and the gateway refuses
    SessionRefused, ///< refused with one of the profile's session codes
};
/// The rule of the command-line contract: a frame is the reply when it has the expected number or carries the
/// keys that were asked for; a refusal counts only under the expected number; a push is never a reply. An
/// absent code is no refusal, nor is one that HTTP has for success (200 to 299), nor \a grantCode: the one
/// that came with the token. At sign-in a token with a word of success ("ok", "success") is no refusal
/// either; there a session code is an ordinary refusal. A write asks for no keys: its reply has the expected
/// number.
ReplyVerdict classifyReply(const ProtocolProfile &profile, RequestKind kind, const Frame &frame,
                           std::optional<int> grantCode = {});

/// The grant in an accepted sign-in reply. Fails with MissingToken (absent, empty, no string, or too long).
/// A serial that is no string, or longer than maximumSerialLength, counts as none.
std::variant<SessionGrant, Error> decodeGrant(const ProtocolProfile &profile, const Frame &frame);
/// The setting in an accepted read reply. Fails with UnexpectedReply when the on/off key is missing or is
/// neither of the profile's two values. A missing or impossible port is not a failure here.
std::variant<ModbusSetting, Error> decodeSetting(const ProtocolProfile &profile, const Frame &frame);

} // namespace Sigen
