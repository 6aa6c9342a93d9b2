// The WebSocket protocol's frames as pure values: bytes to frames, frames to verdicts, grants and settings.
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
    QJsonObject extra; ///< all that stands beside the on/off value, to be sent back unchanged in a write
    bool operator==(const ModbusSetting &) const = default;
};

struct Credentials
{
    QString username;
    Secret password;
    QString serial; ///< empty: the gateway tells its own
    bool operator==(const Credentials &) const = default;
};

/// What a step of a sign-in yields.
struct SessionGrant
{
    Secret token; ///< empty where the profile has none in this reply
    QString serial; ///< may be empty
    QString role; ///< may be empty
    bool operator==(const SessionGrant &) const = default;
};

/// What fills the set request for \a setting, beside what belongs to the session.
void fillSetting(RequestValues &values, const ProtocolProfile &profile, const ModbusSetting &setting);

/// The JSON keys that hold secrets in this profile, for a Redactor.
QStringList secretKeys(const ProtocolProfile &profile);

/// One text frame. Fails with ErrorCode::MalformedReply (no JSON object) or MessageTooLarge. Details name
/// keys and types, never values.
std::variant<QJsonObject, Error> decodeFrame(const QByteArray &text);

/// What a frame means to the request that is waiting.
enum class ReplyVerdict {
    Skip, ///< unasked, or somebody else's reply: keep waiting
    Malformed, ///< what tells replies apart, or its text, has a type that can't be
    Accepted, ///< it is the reply, and it says success
    Refused, ///< it is the reply, and the gateway refuses
    Expired, ///< refused, since the session is over; a new sign-in may help
    Busy, ///< refused for the moment
    NoRights, ///< refused, since the account may not
    Taken, ///< another client has the session now; need not be the reply
};
/// The rule of the command-line contract: a frame is the reply when it is under the conditions of \a
/// exchange, or carries what was asked for and says success; what is unasked is never a reply.
ReplyVerdict classifyReply(const ProtocolProfile &profile, const Exchange &exchange, const QJsonObject &frame,
                           qint64 requestId = 0);

/// What is wrong with a Malformed frame: "“code” is a string, not a number".
QString shapeProblem(const ProtocolProfile &profile, const Exchange &exchange, const QJsonObject &frame);

/// "code 7: wrong password" for a refusal, neither redacted nor cut.
QString refusalText(const ProtocolProfile &profile, const QJsonObject &frame);

/// The grant in an accepted reply to \a step. Fails with MissingToken (absent, empty, no string, or too
/// long). A serial or a role that is no string, or longer than maximumSerialLength, counts as none.
std::variant<SessionGrant, Error> decodeGrant(const Exchange &step, const QJsonObject &frame);
/// The setting in an accepted read reply. Fails with UnexpectedReply when the on/off value is missing or is
/// neither of the profile's two. A missing or impossible port is not a failure here.
std::variant<ModbusSetting, Error> decodeSetting(const ProtocolProfile &profile, const QJsonObject &frame);

} // namespace Sigen
