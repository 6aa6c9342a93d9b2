// Checked conversions of single JSON values.
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace Sigen {

/// The value as a whole number in minimum…maximum (both within ±2^53); empty for every other type, for a
/// number with a fraction and for one out of range. JSON does not tell 1 from 1.0, so neither does this.
std::optional<qint64> wholeNumber(const QJsonValue &value, qint64 minimum, qint64 maximum);

/// Absent keys and null mean the same on this protocol.
bool isAbsent(const QJsonValue &value);

/// "a string", "an object", …: for technical messages, which name types and never values.
QString jsonTypeName(const QJsonValue &value);

} // namespace Sigen
