#include "simulator/gatewaysimulator.h"

#include "simulator/gatewaystate.h"
#include "simulator/modbusface.h"
#include "simulator/tcptools.h"
#include "simulator/websocketface.h"

#include <QDateTime>

#include <chrono>

namespace Sigen {

using namespace std::chrono_literals;

static constexpr auto usualRestart = 2s;

class GatewaySimulator::Private
{
public:
    explicit Private(SimulatorOptions simulatorOptions)
        : options(std::move(simulatorOptions))
    { }

    SimulatorOptions options;
    // Destroyed from the bottom up: the faces before the state they stand on.
    std::unique_ptr<GatewayState> state;
    std::unique_ptr<WebSocketFace> webSocketFace;
    std::unique_ptr<ModbusFace> modbusFace;
    QTimer restartTimer;
    quint16 webSocketPort = 0;
};

static SimulatedPlant plantFor(const SimulatorOptions &options, const ActiveFaults &faults)
{
    const auto seed = quint32(qChecksum(options.serial.toUtf8()));
    const int timeZoneMinutes = QDateTime::currentDateTime().offsetFromUtc() / 60;
    SimulatedPlant plant(PlantModel(seed, timeZoneMinutes, options.sun), options.serial, faults);
    if (options.behaviour.modelEcho != Spelling::None)
        plant.setModel(spelled(options.password.reveal(), options.behaviour.modelEcho));
    return plant;
}

static quint16 chosenModbusPort(const SimulatorOptions &options)
{
    if (options.modbusPort != 0)
        return options.modbusPort;
    const quint16 usual = options.profile.defaultModbusPort;
    return usual != 0 && canListen(options.address, usual) ? usual : freePort(options.address);
}

static bool isComplete(const ProtocolProfile &profile)
{
    return profile.open.isEmpty() && !profile.endpoints.isEmpty() && !profile.signIn.isEmpty();
}

GatewaySimulator::GatewaySimulator(SimulatorOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(options)))
{
    d->state = std::make_unique<GatewayState>(d->options, ActiveFaults(), d->options.modbusPort);
    d->restartTimer.setSingleShot(true);
    d->restartTimer.setTimerType(Qt::PreciseTimer); // a coarse one may be five percent early
    connect(&d->restartTimer, &QTimer::timeout, this, [this] {
        if (!d->webSocketFace->listen(d->webSocketPort))
            d->state->say(tr("The WebSocket port %1 cannot be opened again: %2")
                              .arg(d->webSocketPort)
                              .arg(d->webSocketFace->errorString()));
        d->modbusFace->follow();
        d->state->say(tr("The gateway has restarted."));
    });
}

GatewaySimulator::~GatewaySimulator() = default;

bool GatewaySimulator::start(QString *reason)
{
    stop();
    ActiveFaults faults;
    for (const QString &name : std::as_const(d->options.faults)) {
        const std::optional<Fault> fault = faultByName(name);
        if (!fault) {
            *reason = tr("There is no fault named “%1”.").arg(name);
            return false;
        }
        if (!faults.contains(*fault))
            faults.append(*fault);
    }
    if (!isComplete(d->options.profile)) {
        *reason = tr("The protocol profile is not complete.");
        return false;
    }
    const quint16 modbusPort = chosenModbusPort(d->options);
    if (modbusPort == 0) {
        *reason = tr("There is no free port on %1.").arg(d->options.address.toString());
        return false;
    }

    d->state = std::make_unique<GatewayState>(d->options, faults, modbusPort);
    d->webSocketFace = std::make_unique<WebSocketFace>(*d->state);
    d->modbusFace = std::make_unique<ModbusFace>(*d->state, plantFor(d->options, faults));
    if (!d->webSocketFace->listen(d->options.webSocketPort)) {
        *reason = tr("Port %1 on %2 cannot be opened: %3")
                      .arg(d->options.webSocketPort)
                      .arg(d->options.address.toString(), d->webSocketFace->errorString());
        stop();
        return false;
    }
    if (!d->modbusFace->follow()) {
        *reason = tr("Port %1 on %2 cannot be opened: %3")
                      .arg(modbusPort)
                      .arg(d->options.address.toString(), d->modbusFace->errorString());
        stop();
        return false;
    }
    d->webSocketPort = d->webSocketFace->port();

    // Queued, so that the simulator may be stopped or destroyed in a slot connected to its signals.
    GatewayState *const state = d->state.get();
    connect(state, &GatewayState::said, this, &GatewaySimulator::reported, Qt::QueuedConnection);
    connect(state, &GatewayState::settingChanged, d->modbusFace.get(), &ModbusFace::follow);
    connect(state, &GatewayState::settingChanged, this, [this, state] {
        const GatewayState::Setting &setting = state->setting();
        const QString text = setting.enabled ? tr("The Modbus server is on, at port %1.")
                                             : tr("The Modbus server is off, at port %1.");
        state->say(text.arg(setting.port));
        QMetaObject::invokeMethod(
            this, [this, setting] { Q_EMIT settingChanged(setting.enabled, setting.port); },
            Qt::QueuedConnection);
    });
    // Queued, since it destroys the connection on which the request came.
    connect(
        state, &GatewayState::restartRequested, d->webSocketFace.get(),
        [this] {
            d->state->say(tr("The gateway restarts."));
            d->webSocketFace->close();
            d->modbusFace->close();
            const std::chrono::milliseconds own = d->options.behaviour.restart;
            d->restartTimer.start(own.count() > 0 ? own : usualRestart);
        },
        Qt::QueuedConnection);
    return true;
}

void GatewaySimulator::stop()
{
    d->restartTimer.stop();
    d->state->forgetLater();
    d->modbusFace.reset();
    d->webSocketFace.reset();
}

QHostAddress GatewaySimulator::address() const
{
    return d->options.address;
}

quint16 GatewaySimulator::webSocketPort() const
{
    return d->webSocketPort;
}

bool GatewaySimulator::isEnabled() const
{
    return d->state->setting().enabled;
}

void GatewaySimulator::setEnabled(bool enabled)
{
    auto setting = d->state->setting();
    setting.enabled = enabled;
    d->state->apply(setting);
}

quint16 GatewaySimulator::modbusPort() const
{
    return d->state->setting().port;
}

bool GatewaySimulator::isModbusListening() const
{
    return d->modbusFace && d->modbusFace->isListening();
}

const SimulatorCounters &GatewaySimulator::counters() const
{
    return d->state->counters;
}

const QStringList &GatewaySimulator::issuedTokens() const
{
    return d->state->issuedTokens;
}

int GatewaySimulator::openConnections() const
{
    return d->webSocketFace ? d->webSocketFace->openConnections() + d->modbusFace->openConnections() : 0;
}

} // namespace Sigen
