// The matcher: what a frame must look like, as data. Pure.
#pragma once

#include "protocol/jsonpointer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace Sigen {

/// One place in a frame and the scalars of which it must have one. Texts are compared without case. In
/// `values` null stands for "absent or null", "*" for any scalar, and "{requestId}" for the number of the
/// request that waits, as a number or as a text.
struct ExpectedValue
{
    JsonPointer at;
    QJsonArray values;
    bool operator==(const ExpectedValue &) const = default;
};

using Condition = QList<ExpectedValue>; ///< all of them hold
using Conditions = QList<Condition>; ///< any of them holds

bool matches(const Condition &condition, const QJsonObject &frame, qint64 requestId = 0);
bool matches(const Conditions &conditions, const QJsonObject &frame, qint64 requestId = 0);

/// The first place of \a conditions where \a frame has something of a type that none of the values there has;
/// null when there is none. Frames like that are broken, whatever else they say.
const ExpectedValue *wrongType(const Conditions &conditions, const QJsonObject &frame);

/// What \a frame has in the places of \a conditions' first alternative, as a condition.
Condition likeIn(const Conditions &conditions, const QJsonObject &frame);

} // namespace Sigen
