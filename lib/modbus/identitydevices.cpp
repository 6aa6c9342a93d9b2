// The second half of an IdentityCheck: the devices behind the plant.

#include "modbus/identity.h"
#include "modbus/identityrules.h"
#include "modbus/modbusreader.h"
#include "network/portprobe.h"

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Where nothing has ever answered, as many connections that end are enough to know.
static constexpr int mostFruitlessBreaks = 3;
/// Connects in a row that may fail; a server that serves one client may need a moment to free its place.
static constexpr int mostFailedConnects = 3;
/// Units in a row with one serial number, after which nobody can believe in so many devices.
static constexpr int plainlyAlike = 8;
/// No plant has so many AC chargers: registers that read 0 on each unit are no chargers.
static constexpr int mostChargers = 8;

static bool isReadable(const ReadRegisters &read)
{
    return !read.error() && IdentityRules::isAvailable(read.registers());
}

void IdentityCheck::planDevices()
{
    if (m_options.sweep && !m_options.judgeOnly) {
        for (int unit = 1; unit < UnitId::plantValue; ++unit)
            m_units.append(*UnitId::fromInt(unit));
    } else if (m_options.units.isEmpty() || m_options.judgeOnly) {
        m_units = {*UnitId::fromInt(1), *UnitId::fromInt(2)};
        m_firstDeviceOnly = true;
    } else {
        for (const UnitId unit : std::as_const(m_options.units)) {
            if (!unit.isPlant() && !m_units.contains(unit))
                m_units.append(unit);
        }
    }
    m_planned = m_units.size();
}

void IdentityCheck::askDevices()
{
    if (m_options.brief && !m_identity.plantAnswered && (m_options.sweep || !m_reader->isOpen()))
        return conclude();
    askNextDevice();
}

void IdentityCheck::askNextDevice()
{
    if (m_nextUnit == m_units.size())
        return m_reader->isOpen() ? listenForLateAnswers() : conclude();
    if (!m_reader->isOpen())
        return reconnect();
    const UnitId unit = m_units.at(m_nextUnit++);
    m_sinceAsked.start();
    ask(unit, IdentityRules::deviceBlock,
        [this, unit](const ReadRegisters &read) { takeDevice(unit, read); });
}

void IdentityCheck::takeDevice(UnitId unit, const ReadRegisters &read)
{
    if (read.error() && !m_reader->isOpen())
        return connectionBroke(unit, read);
    DeviceIdentity device;
    device.unit = unit.value();
    if (read.error().code == ErrorCode::ModbusSilent) {
        m_silent.insert(unit.value());
        return deviceDone(unit.value());
    }
    m_silent.remove(unit.value());
    // An AC charger has a unit id of its own, but no model; it denies these registers, or they are blank.
    const bool denied = IdentityRules::deniesQuestion(read.exceptionCode());
    if (read.error() && !denied)
        return deviceDone(unit.value());
    if (!read.error())
        device = IdentityRules::deviceIdentity(unit, read.registers());
    if (m_firstDeviceOnly) {
        if (device.hasIdentity())
            addDevice(device);
        return deviceDone(unit.value());
    }
    if (m_options.sweep)
        return askChargers(device);
    if (!device.hasIdentity())
        return askAcCharger(device);
    addDevice(device);
    deviceDone(unit.value());
}

void IdentityCheck::askChargers(const DeviceIdentity &device)
{
    const UnitId unit = *UnitId::fromInt(device.unit);
    ask(unit, IdentityRules::dcChargerMark, [=, this](const ReadRegisters &read) {
        if (read.error() && !m_reader->isOpen())
            return connectionBroke(unit, read);
        DeviceIdentity found = device;
        found.hasDcCharger = isReadable(read);
        askAcCharger(found);
    });
}

void IdentityCheck::askAcCharger(const DeviceIdentity &device)
{
    const UnitId unit = *UnitId::fromInt(device.unit);
    ask(unit, IdentityRules::acChargerMark, [=, this](const ReadRegisters &read) {
        if (read.error() && !m_reader->isOpen())
            return connectionBroke(unit, read);
        DeviceIdentity found = device;
        found.isAcCharger = isReadable(read);
        if (found.hasIdentity() || found.isAcCharger)
            addDevice(found);
        deviceDone(unit.value());
    });
}

void IdentityCheck::addDevice(const DeviceIdentity &device)
{
    const auto isSame = [&device](const DeviceIdentity &each) { return each.serial == device.serial; };
    if (!device.serial.isEmpty()
        && std::any_of(m_identity.devices.cbegin(), m_identity.devices.cend(), isSame)) {
        m_identity.sameDevice.append(device.unit);
        note(u"unit %1 gives the serial number of another unit"_s.arg(device.unit));
        return;
    }
    m_identity.devices.append(device);
    // What is late, busy or odd is ours as well, but the plant can't be used like that.
    const ModbusVerdict verdict = m_identity.verdict;
    const bool mayBeOurs = m_identity.plantSilent || verdict == ModbusVerdict::Closes
        || verdict == ModbusVerdict::Garbage || verdict == ModbusVerdict::Exception
        || verdict == ModbusVerdict::NotSigenergy;
    if (mayBeOurs && IdentityRules::isSigenergyModel(device.model)) {
        m_identity.verdict = ModbusVerdict::Answers;
        m_identity.foreign = false;
        m_identity.exceptionCode = 0;
        m_identity.plantAnswered = m_plantReadable;
        note(u"unit %1 gives a model name of this vendor"_s.arg(device.unit));
    }
    Q_EMIT deviceFound(device);
}

void IdentityCheck::deviceDone(int unit)
{
    if (hasEnded()) // a slot may have cancelled; what is closed by that is not asked any more
        return;
    const qsizetype before = m_done.size();
    m_done.insert(unit);
    if (m_options.sweep && m_done.size() > before)
        Q_EMIT progressChanged(int(m_done.size()), int(m_planned));
    if (hasEnded())
        return;
    if (m_firstDeviceOnly && !m_identity.devices.isEmpty())
        return conclude();
    if (m_options.sweep && isPlainlyAlike()) {
        m_identity.ignoresUnitIds = true;
        note(u"each unit up to %1 is the same device; the rest was not asked"_s.arg(unit));
        return conclude();
    }
    askNextDevice();
}

bool IdentityCheck::isPlainlyAlike() const
{
    return m_identity.devices.size() == 1 && m_identity.sameDevice.size() + 1 >= plainlyAlike
        && m_identity.sameDevice.size() + 1 == m_done.size();
}

// --- connections that end ---

/// At a unit that isn't there, most likely: the next ones are asked on another connection. One that is named,
/// or that had begun to answer, gets another chance.
void IdentityCheck::connectionBroke(UnitId unit, const ReadRegisters &read)
{
    ++m_breaks;
    note(u"while unit %1 was asked: %2"_s.arg(unit.value()).arg(read.error().detail));
    const bool hadAnswered = read.range() != IdentityRules::deviceBlock;
    const bool again = !m_brokeOff.contains(unit.value()) && (hadAnswered || !m_options.sweep);
    m_brokeOff.insert(unit.value());
    if (again) {
        m_units.insert(m_nextUnit, unit);
        return askNextDevice();
    }
    if (hadAnswered)
        m_unfinished.insert(unit.value());
    deviceDone(unit.value());
}

void IdentityCheck::reconnect()
{
    if ((!m_anyAnswer && m_breaks >= mostFruitlessBreaks) || m_failedConnects == mostFailedConnects)
        return conclude();
    runStep(std::make_unique<PortProbe>(m_address, m_port, m_timeouts.connect),
            [this](PortProbe &probe) { reconnected(probe); });
}

void IdentityCheck::reconnected(PortProbe &probe)
{
    if (std::unique_ptr<TcpConnection> connection = probe.takeConnection()) {
        m_failedConnects = 0;
        useConnection(std::move(connection));
        return askNextDevice();
    }
    ++m_failedConnects;
    note(u"no other connection: %1"_s.arg(probe.error() ? probe.error().detail : probe.detail()));
    pause(m_timeouts.pacing.retry, [this] { reconnect(); });
}

// --- late answers ---

/// \a unit answered when nobody waited for it any more.
void IdentityCheck::noteLate(UnitId unit)
{
    if (hasEnded() || !m_silent.contains(unit.value()) || m_patient.contains(unit.value()))
        return;
    note(u"unit %1 answers late"_s.arg(unit.value()));
    m_patient.insert(unit.value());
    m_units.append(unit);
}

/// Late answers have been seen after one to three seconds (public reports: Wi-Fi, chargers).
std::chrono::milliseconds IdentityCheck::devicePatience() const
{
    static constexpr int lateFactor = 4;
    return std::max(lateFactor * m_timeouts.identityReply, m_timeouts.modbusReply);
}

void IdentityCheck::listenForLateAnswers()
{
    // By default only where there is reason to think that somebody is slow.
    const bool worthIt = !m_silent.isEmpty() && (!m_firstDeviceOnly || m_linkIsSlow);
    if (m_listened || !worthIt)
        return conclude();
    m_listened = true;
    const auto waited = std::chrono::milliseconds(m_sinceAsked.elapsed());
    const std::chrono::milliseconds left = devicePatience() - waited;
    pause(std::max(0ms, left), [this] { askNextDevice(); });
}

// --- the end ---

void IdentityCheck::dropBareChargers()
{
    const auto isBare = [](const DeviceIdentity &device) {
        return device.isAcCharger && !device.hasIdentity();
    };
    QList<DeviceIdentity> &devices = m_identity.devices;
    if (std::count_if(devices.cbegin(), devices.cend(), isBare) <= mostChargers)
        return;
    devices.removeIf(isBare);
    note(u"so many units have a charger's register that it means nothing"_s);
}

void IdentityCheck::noteNotAsked()
{
    QList<int> left;
    const bool enough = m_firstDeviceOnly && (m_identity.plantAnswered || !m_identity.devices.isEmpty())
        && (m_options.judgeOnly || !m_identity.devices.isEmpty());
    for (qsizetype index = m_nextUnit; index < m_units.size() && !enough; ++index) {
        const int unit = m_units.at(index).value();
        (m_patient.contains(unit) ? m_identity.lostLate : left).append(unit);
    }
    for (const int unit : std::as_const(m_patient)) {
        if (m_silent.contains(unit) && !m_identity.lostLate.contains(unit))
            m_identity.lostLate.append(unit);
    }
    for (const int unit : std::as_const(m_unfinished))
        left.append(unit);
    std::sort(left.begin(), left.end());
    std::sort(m_identity.lostLate.begin(), m_identity.lostLate.end());
    m_identity.notAsked = left;
}

} // namespace Sigen
