// What a person must know about a plant that was recognised: sentences for what was odd, missing or not
// asked.
#pragma once

#include "modbus/modbusidentity.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Sigen {

/// Translated sentences, safe to show: what is odd about the plant itself.
QStringList plantWarnings(const ModbusIdentity &identity);

/// The same, and about the devices that were asked.
QStringList identityWarnings(const ModbusIdentity &identity);

/// "1, 3, 5 to 246" out of ascending numbers.
QString unitListText(const QList<int> &units);

} // namespace Sigen
