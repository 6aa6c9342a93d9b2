// The register table's words for states and alarms in the user's language. Pure.
#pragma once

#include "modbus/plantreader.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Sigen {

/// Null when \a key was not read.
const RegisterValue *findValue(const QList<RegisterValue> &values, QLatin1StringView key);

/// A numeric register; empty when it was not read.
std::optional<double> plantNumber(const QList<RegisterValue> &values, QLatin1StringView key);

/// "on grid", "max self-consumption"; a number that has no word is shown as "state 4"; empty when it was not
/// read.
QString plantWord(const QList<RegisterValue> &values, QLatin1StringView key);

/// Any register's value with its unit, its word or its alarms.
QString plantValueText(const RegisterValue &value);

/// Each set alarm bit with the part of the plant it belongs to: "Battery: over-temperature".
QStringList plantAlarms(const QList<RegisterValue> &values);

/// A word of the register table, translated; words that no translation knows stay as they are.
QString translatedWord(const QString &word);
/// All words that can be translated; a test holds the register table against it.
QStringList translatableWords();

} // namespace Sigen
