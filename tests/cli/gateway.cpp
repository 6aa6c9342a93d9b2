#include "cli/gateway.h"

#include "support/loopback.h"

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

SimulatorOptions Gateway::options(bool enabled, const QStringList &faults)
{
    SimulatorOptions options;
    options.address = uniqueLoopbackAddress();
    options.initiallyEnabled = enabled;
    options.profile = builtInProfile(u"documented"_s);
    options.username = u"admin"_s;
    options.password = Secret(gatewayPassword);
    options.faults = faults;
    return options;
}

Gateway::Gateway(bool enabled, const QStringList &faults)
    : Gateway(options(enabled, faults))
{ }

Gateway::Gateway(SimulatorOptions options)
    : simulator(std::move(options))
{
    QString reason;
    if (!simulator.start(&reason))
        qFatal("%s", qPrintable(reason));
}

QStringList Gateway::command(const QString &name, const QStringList &more) const
{
    return QStringList{name, u"--host"_s, host(), u"--ws-port"_s, QString::number(simulator.webSocketPort())}
    + more;
}

QStringList Gateway::modbusCommand(const QString &name, const QStringList &more) const
{
    return QStringList{name, u"--host"_s, host(), u"--modbus-port"_s, QString::number(port())} + more;
}

} // namespace Sigen::Test
