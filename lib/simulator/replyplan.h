// From a reply, as an honest gateway would give it, to the bytes that the active faults make of it. Pure.
#pragma once

#include "protocol/profile.h"
#include "simulator/faults.h"

#include <QByteArray>
#include <QJsonObject>

namespace Sigen {

enum class ConnectionEnd { Keep, Close, Reset };

struct ReplyPlan
{
    QByteArray bytes; ///< may be empty: no reply
    QByteArray endless; ///< written again and again after `bytes`; usually empty
    ConnectionEnd end = ConnectionEnd::Keep; ///< what happens after `bytes`
};

/// \a event: SignIn, Read, Write or ReadBack. \a envelope: the whole JSON object.
ReplyPlan planReply(const ActiveFaults &faults, FaultEvent event, const ProtocolProfile &profile,
                    QJsonObject envelope);

/// An unasked message; under the profile's first number for them, or under one that the profile does not use.
QByteArray pushFrame(const ProtocolProfile &profile, const QJsonObject &data);

/// A message type that the profile has no use for.
int unusedMessageType(const ProtocolProfile &profile);

} // namespace Sigen
