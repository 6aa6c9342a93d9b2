// What a person must know about a plant that was recognised: what was odd, missing or not asked.
#pragma once

#include "modbus/modbusidentity.h"
#include "workflow/message.h"

namespace Sigen {

/// What is odd about the plant itself.
Messages plantWarnings(const ModbusIdentity &identity);

/// About the devices that were asked.
Messages deviceWarnings(const ModbusIdentity &identity);

/// Both.
Messages identityWarnings(const ModbusIdentity &identity);

} // namespace Sigen
