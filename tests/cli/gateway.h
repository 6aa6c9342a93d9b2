// A simulated gateway inside the test, and the arguments that lead to it.
#pragma once

#include "simulator/gatewaysimulator.h"

#include <QStringList>

namespace Sigen::Test {

/// Signs in as admin with this one only. Has what shells, JSON and URLs find special.
inline const QString gatewayPassword = QStringLiteral("Zt7-geheim \"Ω\" \\pass%20");

class Gateway
{
public:
    /// Starts at once, on an address of its own; a failure ends the test program.
    explicit Gateway(bool enabled = false, const QStringList &faults = {});
    /// The same with anything changed.
    explicit Gateway(SimulatorOptions options);
    /// As the first one, not started.
    static SimulatorOptions options(bool enabled, const QStringList &faults = {});

    /// COMMAND --host … --ws-port …
    QStringList command(const QString &name, const QStringList &more = {}) const;
    /// COMMAND --host … --modbus-port …
    QStringList modbusCommand(const QString &name, const QStringList &more = {}) const;

    QString host() const { return simulator.address().toString(); }
    int port() const { return simulator.modbusPort(); }
    const SimulatorCounters &counters() const { return simulator.counters(); }

    GatewaySimulator simulator;
};

} // namespace Sigen::Test
