#include "keeping/watch.h"

#include "core/displaytext.h"
#include "core/uptime.h"
#include "modbus/identity.h"
#include "network/reach.h"
#include "workflow/settingchange.h"
#include "workflow/verification.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

/// A timer stands still while the computer sleeps; the clock that counts is looked at as often as this.
static constexpr std::chrono::seconds longestTimer{30};

static double anyJitter()
{
    return QRandomGenerator::global()->bounded(2.0) - 1;
}

void takeKnown(WatchRequest &request, const Gateway &gateway)
{
    request.id = gateway.id;
    request.mac = gateway.mac();
    request.serial = gateway.serial;
    if (!gateway.way.username.isEmpty()) // who never signed in knows only what Modbus calls it
        request.target.knownSerial = gateway.serial;
    QStringList serials{gateway.modbusSerial};
    for (const FoundUnit &unit : gateway.units)
        serials += unit.serial;
    // Where both are the same it is kept once; the model is told by Modbus alone.
    if (gateway.modbusSerial.isEmpty() && !gateway.model.isEmpty())
        serials += gateway.serial;
    serials.removeAll(QString());
    serials.removeDuplicates();
    request.modbusSerials = serials;
    if (const quint16 port = gateway.modbusPort())
        request.modbusPort = port;
}

Watch::Watch(WatchRequest request, Account *account, QObject *parent)
    : Operation(noDeadline, parent)
    , m_request(std::move(request))
    , m_account(account)
    , m_memory(m_request.memory)
    , m_redactor(m_request.redactor)
    , m_changeLock(std::make_shared<GatewayLock>(m_request.lockFolder, GatewayLock::Purpose::Change))
    , m_watchLock(m_request.lockFolder, GatewayLock::Purpose::Watch)
{
    if (!m_request.uptime)
        m_request.uptime = uptime;
    if (!m_request.jitter)
        m_request.jitter = anyJitter;
    m_request.target.lock = m_changeLock;
    m_result.host = m_request.target.host;
    m_address = QHostAddress(m_request.target.host);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Watch::arm);
}

Watch::~Watch() = default;

WatchRules Watch::rules() const
{
    const bool isKnown = !serials().isEmpty() || !m_request.mac.isEmpty();
    return {m_request.interval, m_request.passive, isKnown && !m_address.isNull()};
}

QDateTime Watch::timeOf(milliseconds at) const
{
    return QDateTime::currentDateTimeUtc().addMSecs((at - m_request.uptime()).count());
}

void Watch::run()
{
    m_begun = QDateTime::currentDateTimeUtc();
    if (const ProtocolProfile &profile = m_request.target.profile; !profile.open.isEmpty()) {
        fail({ErrorCode::ProfileIncomplete, profile.name, profile.open.join("; "_L1)});
        return;
    }
    if (!claimNames())
        return;
    if (m_request.passive || m_request.once)
        look(); // perhaps no password is needed
    else
        checkPassword();
}

void Watch::release()
{
    m_timer.stop();
    m_lookAt.reset();
    m_watchLock.release();
}

void Watch::cancelRequested()
{
    bool changeSent = false;
    auto *const change = qobject_cast<SettingChange *>(currentStep());
    if (change && !change->isFinished()) {
        change->cancel();
        m_result = change->result();
        changeSent = m_result.writeSent;
    }
    const WatchNotice &last = state();
    WatchState known = last.state;
    if (changeSent) // what was so before says nothing any more
        known = !m_result.current       ? WatchState::Unknown
            : m_result.current->enabled ? WatchState::On
                                        : WatchState::Off;
    if (m_memory.hasSpoken || changeSent)
        tell({m_request.uptime(),
              known,
              WatchAction::Stopped,
              {Sentence::WatchEnded},
              last.firmware,
              changeSent});
    fail({ErrorCode::Cancelled, host(), {}});
}

QStringList Watch::serials() const
{
    QStringList all = m_request.modbusSerials;
    if (!m_request.serial.isEmpty() && !all.contains(m_request.serial))
        all.prepend(m_request.serial);
    return all;
}

// --- other programs

QStringList Watch::names() const
{
    QStringList all;
    const QList<ProfileEndpoint> endpoints = endpointsOf(m_request.target);
    for (const ProfileEndpoint &each : endpoints) {
        if (!m_address.isNull())
            all += GatewayLock::endpointName(m_address, each.port);
    }
    return all + serials();
}

/// False: another process has one of them, and this is the end.
bool Watch::claimNames()
{
    if (m_request.passive)
        return true; // it changes nothing, so there may be many
    const QStringList all = names();
    for (const QString &name : all) {
        if (m_watchLock.claim(name))
            continue;
        m_otherWatch = m_watchLock.holder(name);
        if (m_otherWatch == 0 && m_watchLock.claim(name)) // somebody only looked whether it was taken
            continue;
        fail({ErrorCode::Usage, host(), u"process %1 watches it"_s.arg(m_otherWatch)});
        return false;
    }
    return true;
}

bool Watch::wasTurnedOffHere() const
{
    const QDateTime at = m_request.passive ? QDateTime() : m_changeLock->turnedOffAt(names());
    return at.isValid() && (m_request.heedsTurnOffs || at >= m_begun);
}

/// Somebody else has turned it on again. Not at once: a port may stay open for a while.
void Watch::forgetTurnOff()
{
    constexpr std::chrono::minutes stillClosing{10};
    const QStringList all = names();
    const QDateTime at = m_changeLock->turnedOffAt(all);
    if (at.isValid() && at.msecsTo(QDateTime::currentDateTimeUtc()) > milliseconds(stillClosing).count())
        m_changeLock->forgetTurnOff(all);
}

// --- the eyes

void Watch::look()
{
    m_lookAt.reset();
    m_stepBegun = m_request.uptime();
    const QStringList all = names();
    const bool isPaused = std::any_of(all.cbegin(), all.cend(), [this](const QString &name) {
        return m_changeLock->isHeldElsewhere(name);
    });
    if (isPaused && !m_request.passive)
        return saw(Sight::Paused);
    const GatewayTarget &target = m_request.target;
    runStep(std::make_unique<Reach>(target.host, target.allowPublic, port(), target.timeouts),
            [this](Reach &reach) { reached(reach); });
}

void Watch::reached(Reach &reach)
{
    const Error &error = reach.error();
    if (error.code == ErrorCode::Usage)
        return fail(error);
    if (error.code == ErrorCode::HostNotFound)
        return saw(Sight::Gone, {error});
    if (error) {
        m_result.error = error;
        return saw(Sight::NotLooked);
    }
    m_address = reach.address();
    if (!claimNames())
        return;
    m_result.port = reach.portState();
    m_result.testedPort = port();
    m_result.modbus.reset();
    if (reach.portState() != PortState::Open) {
        const bool refuses = reach.portState() == PortState::Closed;
        Error closed = reach.stateError();
        if (refuses)
            closed.code = ErrorCode::PortClosed;
        m_result.error = closed;
        const Message detail =
            m_request.passive && refuses ? Message(Sentence::WatchPortRefuses, QList<int>{port()}) : closed;
        return saw(hasOtherMac() ? Sight::Stranger : refuses ? Sight::Refuses : Sight::Gone, {detail});
    }
    IdentityOptions options;
    options.judgeOnly = !m_memory.wantsIdentity;
    auto *const check =
        runStep(std::make_unique<IdentityCheck>(reach.takeConnection(), options, m_request.target.timeouts),
                [this](const IdentityCheck &ended) { identified(ended); });
    connect(check, &IdentityCheck::traced, this, [this](TraceEntry entry) {
        entry.text = m_redactor.hexDump(entry.text);
        Q_EMIT traced(entry);
    });
}

/// Whatever it says in Modbus, somebody is on there.
static bool isModbus(const ModbusIdentity &identity)
{
    switch (identity.verdict) {
    case ModbusVerdict::Answers:
    case ModbusVerdict::Late:
    case ModbusVerdict::Busy:
    case ModbusVerdict::Odd:
    case ModbusVerdict::Exception:
        return true;
    case ModbusVerdict::NotTested:
    case ModbusVerdict::Silent:
    case ModbusVerdict::Garbage:
    case ModbusVerdict::Closes:
    case ModbusVerdict::NotSigenergy:
        break;
    }
    return false;
}

void Watch::identified(const IdentityCheck &check)
{
    const ModbusIdentity &identity = check.identity();
    m_result.modbus = redacted(identity, m_redactor);
    if (m_result.serial.isEmpty())
        m_result.serial = m_result.modbus->serial();
    const ErrorCode code = identity.error();
    m_result.error = code == ErrorCode::None ? Error() : Error{code, host(), m_result.modbus->detail};
    if (isStranger(identity))
        return saw(Sight::Stranger);
    if (!isModbus(identity)) {
        const bool isForeign = identity.verdict == ModbusVerdict::NotSigenergy && identity.foreign;
        if (hasOtherMac() || (isForeign && (m_request.mac.isEmpty() || macNow() != m_request.mac)))
            return saw(Sight::Stranger);
        return saw(Sight::Mute, {m_result.error});
    }
    if (identity.provesPlant()) {
        m_result.verifiedAt = QDateTime::currentDateTimeUtc();
        m_result.writeSent = false; // whatever an earlier change left in doubt
        learn(identity);
        if (!claimNames())
            return;
        tellPort(identity);
    }
    saw(Sight::Answers, {}, displayText(m_redactor.piece(identity.firmware()), 60));
}

/// A plant with another serial number has the address now.
bool Watch::isStranger(const ModbusIdentity &identity) const
{
    const QStringList known = serials();
    return identity.provesPlant() && !identity.serial().isEmpty() && !m_request.modbusSerials.isEmpty()
        && std::none_of(identity.devices.cbegin(), identity.devices.cend(),
                        [&](const DeviceIdentity &device) { return known.contains(device.serial); });
}

void Watch::learn(const ModbusIdentity &identity)
{
    for (const DeviceIdentity &device : identity.devices) {
        // One that holds the password tells nothing apart.
        const bool isNew = !device.serial.isEmpty() && !m_request.modbusSerials.contains(device.serial)
            && device.serial == m_redactor.piece(device.serial);
        if (isNew)
            m_request.modbusSerials.append(device.serial);
    }
    learnMac();
}

void Watch::learnMac()
{
    if (const QString mac = macNow(); !mac.isEmpty())
        m_request.mac = mac;
}

QString Watch::macNow() const
{
    bool isIpv4 = false;
    const quint32 address = m_address.toIPv4Address(&isIpv4);
    const QList<Neighbour> all = isIpv4 ? m_request.neighbours() : QList<Neighbour>();
    const auto found = std::find_if(all.cbegin(), all.cend(),
                                    [&](const Neighbour &each) { return each.address == address; });
    return found == all.cend() ? QString() : found->mac;
}

bool Watch::hasOtherMac() const
{
    const QString mac = m_request.mac.isEmpty() ? QString() : macNow();
    return !mac.isEmpty() && mac != m_request.mac;
}

void Watch::saw(Sight sight, const Messages &detail, const QString &firmware)
{
    m_isPaused = sight == Sight::Paused;
    const bool mayBeOff = sight == Sight::Refuses || sight == Sight::Gone || sight == Sight::Mute;
    if (mayBeOff && wasTurnedOffHere())
        sight = Sight::TurnedOff;
    else if (sight == Sight::Answers)
        forgetTurnOff();
    take(Looked{sight, firmware, detail, m_stepBegun});
}

// --- the clock

void Watch::take(const WatchSeen &seen)
{
    if (hasEnded())
        return;
    const WatchDecision decision =
        decideWatch(m_memory, seen, m_request.uptime(), rules(), m_request.jitter());
    m_memory = decision.memory;
    for (const WatchNotice &notice : decision.notices) {
        tell(notice);
        if (hasEnded())
            return;
    }
    perform(decision);
}

void Watch::perform(const WatchDecision &decision)
{
    switch (decision.task) {
    case WatchTask::Look:
        if (decision.at <= m_request.uptime())
            return look();
        m_lookAt = decision.at;
        Q_EMIT looked();
        if (hasEnded())
            return;
        return m_request.once && !m_isPaused ? succeed() : arm();
    case WatchTask::SignIn:
    case WatchTask::ReadOnly:
        return signIn(decision.task == WatchTask::SignIn);
    case WatchTask::Search:
        return search();
    case WatchTask::Stop:
        m_end = decision.end;
        return m_end == WatchEnd::SignInRefused ? fail(m_result.error) : succeed();
    }
}

void Watch::arm()
{
    const milliseconds rest = untilLook();
    if (rest <= milliseconds(0))
        look();
    else
        m_timer.start(std::min<milliseconds>(rest, longestTimer));
}

milliseconds Watch::untilLook() const
{
    return m_lookAt ? std::max(*m_lookAt - m_request.uptime(), milliseconds(0)) : milliseconds(0);
}

void Watch::setInterval(milliseconds interval)
{
    m_request.interval = interval;
    if (m_lookAt && untilLook() > interval) {
        m_lookAt = m_request.uptime() + interval;
        m_memory.lookDue = m_lookAt;
        arm();
    }
}

void Watch::lookNow()
{
    if (m_lookAt && !hasEnded()) {
        m_lookAt = m_request.uptime();
        m_memory.lookDue = m_lookAt;
        m_timer.start(0);
    }
}

// --- what is said

void Watch::tell(const WatchNotice &notice)
{
    WatchEvent event{timeOf(notice.at), notice.state, notice.action, notice.firmware, {}, notice.changeSent};
    const auto problem = std::find_if(notice.detail.cbegin(), notice.detail.cend(),
                                      [](const Message &each) { return each.sentence == Sentence::Problem; });
    if (problem != notice.detail.cend())
        event.error = QString(errorName(problem->error.code));
    m_evidenceDue = true;
    Q_EMIT changed(event, notice.detail);
}

void Watch::tellPort(const ModbusIdentity &identity)
{
    if (!std::exchange(m_evidenceDue, false))
        return;
    ModbusAnswer answer;
    answer.of = m_request.id;
    answer.host = host();
    const ServiceState state =
        identity.verdict == ModbusVerdict::Answers ? ServiceState::Answers : ServiceState::OddPlant;
    answer.port = {port(), state, QDateTime::currentDateTimeUtc()};
    answer.serial = m_redactor.piece(identity.serial());
    answer.model = m_redactor.piece(identity.model());
    answer.firmware = m_redactor.piece(identity.firmware());
    Q_EMIT portSeen(answer);
}

} // namespace Sigen
