#include "property/trial.h"

#include "property/secretfinder.h"
#include "property/valuesjob.h"

#include "core/displaytext.h"
#include "discovery/hostprobe.h"
#include "simulator/dialect.h"
#include "simulator/simulatedplant.h"
#include "simulator/tcptools.h"
#include "words/advice.h"
#include "words/messages.h"
#include "workflow/settingchange.h"
#include "workflow/verification.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

static constexpr QStringView username = u"admin";
/// A released socket reaches the other side a moment later.
static constexpr milliseconds quietWait = 3s;
/// Of the event loop in one go; more, and scaled-down time-outs mean nothing.
static constexpr milliseconds tooLate = 60ms;
static constexpr milliseconds slack = 300ms;

Trial::Trial(const Scenario &scenario, const QHostAddress &address)
    : m_scenario(scenario)
    , m_address(address)
{
    m_watchdog.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, [this] {
        complain(u"it has not ended"_s);
        judge();
    });
    m_quietTimer.setInterval(3ms);
    connect(&m_quietTimer, &QTimer::timeout, this, &Trial::awaitQuiet);
}

Trial::~Trial() = default;

void Trial::start()
{
    // A program that listens on every address has its port on this one, too.
    const bool isSame = m_scenario.wishedPort == m_scenario.port;
    while (!canListen(m_address, m_scenario.port))
        ++m_scenario.port;
    while (!isSame && !canListen(m_address, m_scenario.wishedPort))
        ++m_scenario.wishedPort;
    if (isSame)
        m_scenario.wishedPort = m_scenario.port;

    SimulatorOptions options;
    options.address = m_address;
    options.profile = builtInProfile(m_scenario.profile);
    options.initiallyEnabled = m_scenario.initiallyEnabled;
    options.modbusPort = m_scenario.port;
    options.username = username.toString();
    options.password = Secret(m_scenario.password);
    options.faults = m_scenario.faults;
    options.behaviour = m_scenario.behaviour;
    m_simulator = std::make_unique<GatewaySimulator>(options);
    QString reason;
    if (!m_simulator->start(&reason)) {
        complain(u"the simulator did not start: "_s + reason);
        QMetaObject::invokeMethod(this, &Trial::done, Qt::QueuedConnection);
        return;
    }
    connect(m_simulator.get(), &GatewaySimulator::settingChanged, this, &Trial::noteSetting);
    connect(m_simulator.get(), &GatewaySimulator::reported, this, [this](const QString &line) {
        m_story += u"%1 gateway: %2"_s.arg(m_clock.elapsed(), 5).arg(line);
    });

    m_clock.start();
    m_startedSecs = QDateTime::currentSecsSinceEpoch();
    noteSetting();
    if (isChange(m_scenario.job))
        startChange();
    else if (m_scenario.job == JobKind::Values)
        startValues();
    else if (m_scenario.job == JobKind::Probe)
        startProbe();
    else
        startVerification();
    connect(m_job.get(), &Operation::finished, this, &Trial::ended);
    m_watchdog.start(4 * longestJob(m_scenario) + 20s);
    m_job->start();
    if (m_scenario.cancellation.when == Cancellation::When::AfterMilliseconds)
        QTimer::singleShot(m_scenario.cancellation.count, m_job.get(), &Operation::cancel);
}

void Trial::startChange()
{
    GatewayTarget target;
    target.host = m_address.toString();
    target.webSocketPort = m_simulator->webSocketPort();
    target.profile = builtInProfile(m_scenario.profile);
    target.credentials = {username.toString(), Secret(m_scenario.password), {}};
    target.timeouts = scaledTimeouts();
    ChangeRequest request;
    switch (m_scenario.job) {
    case JobKind::Enable:
        request.action = ChangeAction::Enable;
        break;
    case JobKind::EnableAtPort:
        request.action = ChangeAction::Enable;
        request.port = m_scenario.wishedPort;
        break;
    case JobKind::Disable:
        request.action = ChangeAction::Disable;
        break;
    case JobKind::SetPort:
        request.action = ChangeAction::SetPort;
        request.port = m_scenario.wishedPort;
        break;
    default:
        break;
    }
    auto change = std::make_unique<SettingChange>(target, request);
    watch(*change);
    connect(change.get(), &SettingChange::stepChanged, this, &Trial::stepSeen);
    m_job = std::move(change);
}

void Trial::startVerification()
{
    VerificationRequest request;
    request.host = m_address.toString();
    request.port = m_scenario.port;
    request.timeouts = scaledTimeouts();
    for (const int unit : m_scenario.units)
        request.identity.units.append(*UnitId::fromInt(unit));
    auto verification = std::make_unique<Verification>(request);
    watch(*verification);
    connect(verification.get(), &Verification::stepChanged, this, &Trial::stepSeen);
    m_job = std::move(verification);
}

void Trial::startValues()
{
    auto values = std::make_unique<ValuesJob>(m_address.toString(), m_scenario.port,
                                              *UnitId::fromInt(m_scenario.units.first()), scaledTimeouts());
    watch(*values);
    m_job = std::move(values);
}

void Trial::startProbe()
{
    auto options = std::make_shared<HostProbeOptions>();
    options->profile = builtInProfile(m_scenario.profile);
    options->webSocketPort = m_simulator->webSocketPort();
    options->modbusPort = m_scenario.port;
    options->timeouts = scaledTimeouts();
    options->packetsGetLost = [seed = m_scenario.seed] { return seed % 2 == 0; };
    auto probe = std::make_unique<HostProbe>(m_address, options);
    HostProbe *const told = probe.get();
    if (m_scenario.seed % 3 == 0)
        told->webSocketOpened();
    // As a sweep does: one after the other, some before and some after the start.
    QTimer::singleShot(int(m_scenario.seed % 7), told, [this, told] {
        if (m_simulator->isModbusListening())
            told->modbusOpened(nullptr);
        if (m_scenario.seed % 3 != 0)
            told->webSocketOpened();
        told->portsDone();
    });
    m_job = std::move(probe);
}

template <typename Work>
void Trial::watch(Work &work)
{
    connect(&work, &Work::traced, this, &Trial::frameSeen);
}

void Trial::noteSetting()
{
    m_evidence.history.append({m_clock.elapsed(), m_simulator->isEnabled(), m_simulator->modbusPort()});
}

void Trial::stepSeen(const Step &step)
{
    if (m_ends > 0)
        complain(u"a step was reported after the end"_s);
    m_steps.append(step);
    m_story +=
        u"%1 %2: %3 %4"_s.arg(m_clock.elapsed(), 5)
            .arg(QString(stepName(step.id)), QString(stepStateName(step.state)), messageText(step.detail));
    if (step.id == StepId::Port)
        m_evidence.wasListening =
            m_simulator->isModbusListening() && (step.state == StepState::Running || m_evidence.wasListening);
    if (m_scenario.cancellation.when == Cancellation::When::AtStep
        && m_steps.size() == m_scenario.cancellation.count)
        m_job->cancel();
}

void Trial::frameSeen(const TraceEntry &entry)
{
    if (m_ends > 0)
        complain(u"a frame was traced after the end"_s);
    m_frames.append(entry.text);
    const bool isSent = entry.direction == TraceEntry::Direction::Sent;
    m_story += u"%1 %2 %3"_s.arg(m_clock.elapsed(), 5).arg(isSent ? u"->"_s : u"<-"_s, entry.text.left(300));
    if (isSent && entry.channel == TraceEntry::Channel::WebSocket) {
        const ProtocolProfile profile = builtInProfile(m_scenario.profile);
        const auto kind =
            Dialect(profile).request(QJsonDocument::fromJson(entry.text.toUtf8()).object()).kind;
        if (kind == DialectRequest::Kind::Write)
            m_writeSeen = true;
        if (kind == DialectRequest::Kind::Read) {
            m_evidence.lastReadAt = m_clock.elapsed();
            if (m_writeSeen && !m_evidence.firstReadBackAt)
                m_evidence.firstReadBackAt = m_clock.elapsed();
        }
    }
    if (m_scenario.cancellation.when == Cancellation::When::AtFrame
        && m_frames.size() == m_scenario.cancellation.count)
        m_job->cancel();
}

void Trial::noteLag(milliseconds lag)
{
    if (m_ends > 0)
        return;
    m_lag += lag;
    if (lag > tooLate)
        m_evidence.isReliable = false;
}

void Trial::ended()
{
    if (++m_ends > 1)
        return complain(u"it ended twice"_s);
    m_evidence.endedAt = m_clock.elapsed();
    if (m_job->elapsed() > longestJob(m_scenario) + slack + m_lag)
        complain(u"it took %1 ms instead of %2 at most"_s.arg(m_job->elapsed().count())
                     .arg(longestJob(m_scenario).count()));
    if (const auto *change = qobject_cast<const SettingChange *>(m_job.get())) {
        m_result = change->result();
    } else if (const auto *verification = qobject_cast<const Verification *>(m_job.get())) {
        m_result = verification->result();
    } else if (const auto *probe = qobject_cast<const HostProbe *>(m_job.get())) {
        m_result.error = probe->error();
        m_result.modbus = probe->identity();
        m_result.outcome = m_result.error ? Outcome::Cancelled : Outcome::Read;
    } else {
        m_result.error = m_job->error();
        m_result.outcome = m_result.error ? Outcome::Failed : Outcome::Read;
    }
    m_story += u"%1 ended: %2, %3, %4"_s.arg(m_evidence.endedAt, 5)
                   .arg(QString(outcomeName(m_result.outcome)), QString(errorName(m_result.error.code)),
                        m_result.error.detail);
    const SimulatorCounters &counters = m_simulator->counters();
    const bool isListening = m_simulator->isModbusListening();
    m_evidence.isListening = isListening;
    // One that is filtered listens as well.
    m_evidence.wasListening =
        m_evidence.wasListening && isListening && !m_scenario.faults.contains("port-filtered"_L1);
    m_evidence.modbusReplies = counters.modbusReplies;
    m_evidence.modbusBytesToLastClient = counters.modbusBytesToLastClient;
    m_quietClock.start();
    m_quietTimer.start();
}

void Trial::awaitQuiet()
{
    constexpr milliseconds afterwards = 30ms; // for what must not come any more
    const bool isQuiet = m_simulator->openConnections() == 0;
    if (milliseconds(m_quietClock.elapsed()) < (isQuiet ? afterwards : quietWait + m_lag))
        return;
    if (!isQuiet)
        complain(u"it left %1 connections open"_s.arg(m_simulator->openConnections()));
    judge();
}

void Trial::judge()
{
    m_watchdog.stop();
    m_quietTimer.stop();
    const SimulatorCounters &counters = m_simulator->counters();
    m_evidence.setRequests = counters.writes;
    if (counters.forbiddenRequests > 0)
        complain(u"%1 requests reached the gateway that must not be sent"_s.arg(counters.forbiddenRequests));
    if (counters.changedExtraKeys > 0)
        complain(u"a set request lost a key that was read"_s);
    constexpr int storm = 60; // a try of the port every 40 ms is the most that is wanted
    if (counters.webSocketConnections > storm || counters.modbusConnections > storm)
        complain(u"%1 and %2 connections to the two ports"_s.arg(counters.webSocketConnections)
                     .arg(counters.modbusConnections));
    if (m_ends == 1) {
        m_complaints += untruths(m_scenario, m_evidence, m_result);
        if (!isChange(m_scenario.job) && m_scenario.job != JobKind::Probe
            && counters.webSocketConnections > 0)
            complain(u"it went to the WebSocket"_s);
        judgeSteps();
        judgeProbe();
        judgeSecrets();
        judgeIdentity();
        judgeValues();
    }
    m_job.reset();
    m_simulator.reset();
    Q_EMIT done();
}

void Trial::judgeSteps()
{
    if (m_scenario.job == JobKind::Values || m_scenario.job == JobKind::Probe)
        return;
    QMap<StepId, QList<StepState>> states;
    for (const Step &step : std::as_const(m_steps))
        states[step.id].append(step.state);
    for (auto it = states.cbegin(); it != states.cend(); ++it) {
        const QList<StepState> &seen = it.value();
        const bool isWhole =
            seen.size() == 2 && seen.first() == StepState::Running && seen.last() != StepState::Running;
        if (!isWhole && seen != QList<StepState>{StepState::Skipped})
            complain(u"the step %1 was not reported once as running and once as ended"_s.arg(
                QString(stepName(it.key()))));
    }
}

void Trial::judgeProbe()
{
    const auto *probe = qobject_cast<const HostProbe *>(m_job.get());
    if (!probe)
        return;
    const SimulatorCounters &counters = m_simulator->counters();
    constexpr int mostConnections = 12; // two paths, each once more, and those that Qt begins after a reset
    if (counters.signIns + counters.reads > 0)
        complain(u"a scan sent a message"_s);
    if (counters.webSocketConnections > mostConnections)
        complain(u"%1 connections for a handshake"_s.arg(counters.webSocketConnections));
    if (probe->webSocket() != ServiceState::Handshake && counters.modbusRequests > 0)
        complain(u"it asked a host on Modbus that does not look like a gateway"_s);
    if (provesPlant(probe->modbus()) && counters.modbusReplies == 0)
        complain(u"Modbus is said to answer, and nobody gave a right answer"_s);
    if (!m_scenario.isCalm() || !m_evidence.isReliable)
        return;
    if (probe->webSocket() != ServiceState::Handshake)
        complain(u"nothing is wrong with the gateway, and its handshake was not seen"_s);
    if (m_scenario.initiallyEnabled && !provesPlant(probe->modbus()))
        complain(u"nothing is wrong with the gateway, and its Modbus server was not seen"_s);
}

QString Trial::everythingWritten() const
{
    QStringList written = m_frames;
    for (const Step &step : m_steps)
        written += messageText(step.detail);
    written += messageTexts(m_result.warnings);
    written += {m_result.serial, m_result.error.context, m_result.error.detail, errorMessage(m_result.error)};
    written += errorAdvice(m_result.error, m_result, Reader::CommandLine);
    if (m_result.modbus) {
        written += m_result.modbus->detail;
        for (const DeviceIdentity &device : m_result.modbus->devices)
            written += {device.model, device.serial, device.firmware};
    }
    return written.join(u'\n');
}

void Trial::judgeSecrets()
{
    if (!isChange(m_scenario.job))
        return;
    const SecretFinder finder(everythingWritten());
    QStringList secrets = m_simulator->issuedTokens();
    secrets.prepend(m_scenario.password);
    for (const QString &secret : std::as_const(secrets)) {
        const QString spelling = finder.spellingOf(secret);
        if (!spelling.isEmpty())
            complain(u"the %1 stands in its output: %2"_s.arg(
                secret == m_scenario.password ? u"password"_s : u"token"_s, spelling));
    }
}

/// Whether some Modbus answer may have other contents than the plant's.
static bool falsifiesRegisters(const Scenario &scenario)
{
    using Shape = ModbusBehaviour::Shape;
    const Behaviour &behaviour = scenario.behaviour;
    QList<ModbusBehaviour> all = behaviour.modbus.first;
    all += {behaviour.modbus.then, behaviour.cold};
    return std::any_of(all.cbegin(), all.cend(),
                       [](const ModbusBehaviour &one) {
                           return one.shape == Shape::Zeros || one.shape == Shape::Exception;
                       })
        || !scenario.faults.isEmpty();
}

void Trial::judgeIdentity()
{
    if (!m_result.modbus || falsifiesRegisters(m_scenario)
        || m_scenario.behaviour.modelEcho != Spelling::None)
        return;
    if (m_result.modbus->verdict == ModbusVerdict::NotSigenergy)
        complain(u"it is called a stranger: "_s + m_result.modbus->detail);
    for (const DeviceIdentity &device : m_result.modbus->devices) {
        const bool isInverter = device.unit == SimulatedPlant::inverterUnit;
        const bool isKnown = isInverter || device.unit == SimulatedPlant::acChargerUnit;
        const QString model = isInverter ? SimulatedPlant::model() : QString();
        if (!isKnown || device.model != model)
            complain(u"unit %1 was called “%2”"_s.arg(device.unit).arg(displayText(device.model)));
    }
}

void Trial::judgeValues()
{
    const auto *job = qobject_cast<const ValuesJob *>(m_job.get());
    if (!job || falsifiesRegisters(m_scenario))
        return;
    const QString serial = SimulatorOptions().serial;
    const SimulatedPlant plant(
        PlantModel(quint32(qChecksum(serial.toUtf8())), QDateTime::currentDateTime().offsetFromUtc() / 60),
        serial, {});
    for (const RegisterValue &entry : job->values()) {
        bool isTrue = false;
        for (qint64 at = m_startedSecs - 1; at <= QDateTime::currentSecsSinceEpoch() + 1 && !isTrue; ++at) {
            const std::optional<RegisterImage> image = plant.image(m_scenario.units.first(), at);
            RegisterBlock block{entry.definition.address, {}};
            for (int i = 0; image && i < entry.definition.count; ++i)
                block.words.append(image->value(quint16(entry.definition.address + i), 0xFFFF));
            isTrue = image && decodeRegister(entry.definition, block) == entry.value;
        }
        if (!isTrue)
            complain(u"%1 was never %2"_s.arg(entry.definition.key, entry.value.toString()));
    }
}

QString Trial::story() const
{
    return m_story.join(u'\n');
}

} // namespace Sigen::Test
