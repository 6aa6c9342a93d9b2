// From a reply, as an honest gateway would give it, to the bytes that the active faults make of it. Pure.
#pragma once

#include "protocol/profile.h"
#include "simulator/faults.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <chrono>

namespace Sigen {

enum class ConnectionEnd { Keep, Close, Reset };

/// How a secret is written where a gateway echoes it.
enum class Spelling { None, Plain, JsonEscaped, Hex, Base64, Percent };
QString spelled(const QString &secret, Spelling spelling);

/// What becomes of one answer on the WebSocket, beyond the named faults.
struct ReplyBehaviour
{
    enum class Shape {
        Right,
        None,
        CutOff, ///< the JSON text ends early
        Array,
        NotJson,
        OtherNumber,
        CodeString, ///< the result code as a string
        NoData,
        HalfFrame,
        Binary,
        Refusal,
        SessionRefusal,
    };
    enum class Push {
        None,
        Opposite, ///< says the opposite, under a number for pushes
        EmptyReply, ///< success without data, under the reply's number
        Refusal, ///< a refusal under a number that is no reply's
    };
    Shape shape = Shape::Right;
    std::chrono::milliseconds delay{0};
    Push push = Push::None; ///< in front, in the same segment
    int copies = 0; ///< sent later, each so long after the one before:
    std::chrono::milliseconds copyDelay{0};
    int fragment = 0; ///< bytes of one fragment of the message; 0: not in fragments
    int segment = 0; ///< bytes that leave together; 0: all
    Spelling echo = Spelling::None; ///< its text and data repeat password and token
    ConnectionEnd end = ConnectionEnd::Keep; ///< after the reply
    bool operator==(const ReplyBehaviour &) const = default;
};

struct ReplyPlan
{
    QByteArray bytes; ///< may be empty: no reply
    QByteArray endless; ///< written again and again after `bytes`; usually empty
    ConnectionEnd end = ConnectionEnd::Keep; ///< what happens after `bytes`
};

/// \a event: SignIn, Read, Write or ReadBack. \a envelope: the whole JSON object.
ReplyPlan planReply(const ActiveFaults &faults, FaultEvent event, const ProtocolProfile &profile,
                    QJsonObject envelope, const ReplyBehaviour &behaviour = {});

/// An unasked message with \a data where a setting stands.
QByteArray pushFrame(const ProtocolProfile &profile, const QJsonObject &data);

} // namespace Sigen
