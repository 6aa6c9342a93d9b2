#include "core/logging.h"

namespace Sigen {

Q_LOGGING_CATEGORY(logGateway, "sigen.gateway", QtWarningMsg)
Q_LOGGING_CATEGORY(logModbus, "sigen.modbus", QtWarningMsg)
Q_LOGGING_CATEGORY(logNetwork, "sigen.network", QtWarningMsg)
Q_LOGGING_CATEGORY(logWorkflow, "sigen.workflow", QtWarningMsg)
Q_LOGGING_CATEGORY(logSimulator, "sigen.simulator", QtWarningMsg)

} // namespace Sigen
