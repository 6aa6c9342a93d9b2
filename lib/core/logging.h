// Logging categories. Off below warning level unless asked for (QT_LOGGING_RULES or --verbose); nothing that
// is logged may hold a password, a token or an unredacted frame.
#pragma once

#include <QLoggingCategory>

namespace Sigen {

Q_DECLARE_LOGGING_CATEGORY(logGateway)
Q_DECLARE_LOGGING_CATEGORY(logModbus)
Q_DECLARE_LOGGING_CATEGORY(logNetwork)
Q_DECLARE_LOGGING_CATEGORY(logWorkflow)
Q_DECLARE_LOGGING_CATEGORY(logSimulator)

enum class LogDetail {
    Warnings,
    Everything, ///< what this program says, not what Qt does
};

/// What of all that is logged gets written. Once a process, before anything is logged; QT_LOGGING_RULES still
/// has the last word.
void setUpLogging(LogDetail detail);

} // namespace Sigen
