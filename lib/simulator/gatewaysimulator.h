// A simulated gateway: both faces on one address, a small plant behind them, and named faults.
//
// Product code: the demo, `simulate`, and every test that needs a gateway use it. Its Modbus port really
// opens and closes with the setting. It never accepts a connection from outside the address it is bound to.
#pragma once

#include "core/secret.h"
#include "protocol/profile.h"
#include "simulator/behaviour.h"
#include "simulator/plantmodel.h"

#include <QHostAddress>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace Sigen {

struct SimulatorOptions
{
    QHostAddress address{QHostAddress::LocalHost};
    quint16 webSocketPort = 0; ///< 0: any free port
    /// The setting's port. 0: 502 where it may be bound, else a free unprivileged one.
    quint16 modbusPort = 0;
    bool initiallyEnabled = false;
    ProtocolProfile profile;
    QString username; ///< empty: every user name signs in
    Secret password; ///< empty: every password signs in
    QString serial{QStringLiteral("110A1234567890")};
    QStringList faults; ///< names from simulatorFaults(); unknown ones are refused by start()
    PlantModel::Sun sun = PlantModel::Sun::ByDay;
    Behaviour behaviour; ///< beyond the faults; by default there is nothing wrong
};

struct SimulatorCounters
{
    int webSocketConnections = 0; ///< accepted TCP connections on the WebSocket port
    int signIns = 0; ///< sign-in requests received, whether accepted or not
    int reads = 0; ///< read requests received
    int writes = 0; ///< set requests received, whether obeyed or not
    int signOuts = 0;
    int keepAlives = 0;
    int modbusConnections = 0;
    int modbusRequests = 0;
    int modbusReplies = 0; ///< with all the right registers, on time or not, whatever else is odd about them
    int modbusBytesToLastClient = 0; ///< of whatever kind, since the last Modbus connection came
    int forbiddenRequests = 0; ///< Modbus requests that are no reads, or to unit 0; messages of no known type
    int changedExtraKeys = 0; ///< set requests that lost or changed a key which the read had returned
};

class GatewaySimulator : public QObject
{
    Q_OBJECT

public:
    explicit GatewaySimulator(SimulatorOptions options, QObject *parent = nullptr);
    ~GatewaySimulator() override;

    /// False when a port can't be bound or a fault's name is unknown; \a reason then says so (not null).
    bool start(QString *reason);
    void stop();

    QHostAddress address() const;
    quint16 webSocketPort() const; ///< the real one, after start()
    bool isEnabled() const; ///< the setting
    void setEnabled(bool enabled); ///< as somebody does with the vendor's app; after start()
    quint16 modbusPort() const; ///< the setting's port, whether on or off
    bool isModbusListening() const;
    const SimulatorCounters &counters() const;
    int openConnections() const; ///< on both faces, now
    /// What clients were given at their sign-ins: for tests that look for secrets in what a client writes.
    const QStringList &issuedTokens() const;

Q_SIGNALS:
    // Both always come from the event loop: the simulator may be stopped or destroyed in their slots.
    void settingChanged(bool enabled, quint16 modbusPort);
    void reported(const QString &line); ///< one line of talk: "signed in as admin from 127.0.0.1"

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Sigen
