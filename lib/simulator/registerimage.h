// What one Modbus unit answers: words by address. An address that is not in it does not exist on that unit.
#pragma once

#include "protocol/registertable.h"

#include <QByteArray>
#include <QHash>

namespace Sigen {

using RegisterImage = QHash<quint16, quint16>;

/// Stores \a value times the register's gain, rounded; high word first, two's complement (vendor document
/// V2.9).
void putNumber(RegisterImage &image, const RegisterDefinition &definition, double value);

/// Stores ASCII text, two characters a register, padded with NUL, cut where it does not fit (vendor document
/// V2.9).
void putText(RegisterImage &image, quint16 address, int count, const QByteArray &text);

} // namespace Sigen
