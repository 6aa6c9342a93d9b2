#include "core/logging.h"

#include <QString>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(logGateway, "sigen.gateway", QtWarningMsg)
Q_LOGGING_CATEGORY(logModbus, "sigen.modbus", QtWarningMsg)
Q_LOGGING_CATEGORY(logNetwork, "sigen.network", QtWarningMsg)
Q_LOGGING_CATEGORY(logWorkflow, "sigen.workflow", QtWarningMsg)
Q_LOGGING_CATEGORY(logSimulator, "sigen.simulator", QtWarningMsg)

void setUpLogging(LogDetail detail)
{
    // Qt remarks on each QWebSocket that the TLS library in use can't do TLS. It is not loaded where no TLS is
    // asked for, and where TLS is asked for the error of the connection says what is wrong.
    QString rules = u"qt.network.ssl.warning=false\n"_s;
    if (detail == LogDetail::Everything)
        rules += u"sigen.*=true\n"_s;
    QLoggingCategory::setFilterRules(rules);
}

} // namespace Sigen
