#include "modbus/identity.h"

#include "modbus/identityrules.h"
#include "modbus/modbusreader.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QLatin1StringView modbusVerdictName(ModbusVerdict verdict)
{
    switch (verdict) {
    case ModbusVerdict::NotTested:
        return "not-tested"_L1;
    case ModbusVerdict::Answers:
        return "answers"_L1;
    case ModbusVerdict::Silent:
        return "silent"_L1;
    case ModbusVerdict::Late:
        return "late"_L1;
    case ModbusVerdict::Busy:
        return "busy"_L1;
    case ModbusVerdict::Odd:
        return "odd"_L1;
    case ModbusVerdict::Garbage:
        return "garbage"_L1;
    case ModbusVerdict::Closes:
        return "closes"_L1;
    case ModbusVerdict::Exception:
        return "exception"_L1;
    case ModbusVerdict::NotSigenergy:
        return "not-sigenergy"_L1;
    }
    return {};
}

ErrorCode modbusVerdictError(ModbusVerdict verdict)
{
    switch (verdict) {
    case ModbusVerdict::NotTested:
    case ModbusVerdict::Answers:
        return ErrorCode::None;
    case ModbusVerdict::Silent:
        return ErrorCode::ModbusSilent;
    case ModbusVerdict::Late:
        return ErrorCode::ModbusLate;
    case ModbusVerdict::Busy:
        return ErrorCode::ModbusBusy;
    case ModbusVerdict::Odd:
        return ErrorCode::ModbusOdd;
    case ModbusVerdict::Garbage:
        return ErrorCode::ModbusGarbage;
    case ModbusVerdict::Closes:
        return ErrorCode::ModbusCloses;
    case ModbusVerdict::Exception:
        return ErrorCode::ModbusException;
    case ModbusVerdict::NotSigenergy:
        return ErrorCode::NotSigenergy;
    }
    return ErrorCode::Internal;
}

QList<int> ModbusIdentity::unitIds() const
{
    QList<int> ids;
    if (plantAnswered)
        ids.append(UnitId::plantValue);
    for (const DeviceIdentity &device : devices)
        ids.append(device.unit);
    return ids;
}

QString ModbusIdentity::model() const
{
    return devices.isEmpty() ? QString() : devices.first().model;
}

QString ModbusIdentity::serial() const
{
    return devices.isEmpty() ? QString() : devices.first().serial;
}

QString ModbusIdentity::firmware() const
{
    return devices.isEmpty() ? QString() : devices.first().firmware;
}

IdentityCheck::IdentityCheck(std::unique_ptr<TcpConnection> connection, IdentityOptions options,
                             Timeouts timeouts, QObject *parent)
    : Operation(noDeadline, parent)
    , m_connection(std::move(connection))
    , m_options(std::move(options))
    , m_timeouts(timeouts)
{
    Q_ASSERT(m_connection);
}

IdentityCheck::~IdentityCheck() = default;

void IdentityCheck::run()
{
    m_reader = std::make_unique<ModbusReader>(std::move(m_connection), m_timeouts.pacing.modbusPause);
    connect(m_reader.get(), &ModbusReader::traced, this, &IdentityCheck::traced);
    planDevices();
    ask(UnitId::plant(), IdentityRules::plantBlock,
        [this](const ReadRegisters &read) { takePlantBlock(read); });
}

void IdentityCheck::release()
{
    m_connection.reset();
    if (m_reader)
        m_reader->close();
}

void IdentityCheck::ask(UnitId unit, RegisterRange range, Handler handler)
{
    ReadOptions options;
    options.function = m_function;
    options.replyTimeout = unit.isPlant() ? m_timeouts.modbusReply : m_timeouts.identityReply;
    options.retries = unit.isPlant() ? 1 : 0; // most device units don't exist
    options.awaitLate = unit.isPlant();
    runStep(m_reader->read(unit, range, options),
            [this, handler = std::move(handler)](const ReadRegisters &read) {
                m_identity.staleReplies = m_reader->staleReplies();
                const bool answered = !read.error();
                if (answered || read.exceptionCode() > 1)
                    m_function = read.function();
                if (answered && read.function() == ReadFunction::HoldingRegisters)
                    m_identity.usedHoldingRegisters = true;
                handler(read);
            });
}

void IdentityCheck::takePlantBlock(const ReadRegisters &read)
{
    if (!read.error()) {
        judgePlant(read.registers().first(IdentityRules::plantHead.count), read.registers().last());
        return;
    }
    // Illegal function is final. Illegal address or value may mean the length, or a gap in the block.
    if (read.exceptionCode() == 2 || read.exceptionCode() == 3)
        askPlantInPieces();
    else
        plantFailed(read);
}

void IdentityCheck::askPlantInPieces()
{
    ask(UnitId::plant(), IdentityRules::plantHead, [this](const ReadRegisters &headRead) {
        if (headRead.error())
            return plantFailed(headRead);
        ask(UnitId::plant(), IdentityRules::plantRunningState,
            [this, head = headRead.registers()](const ReadRegisters &stateRead) {
                if (stateRead.error())
                    return plantFailed(stateRead);
                judgePlant(head, stateRead.registers().first());
            });
    });
}

void IdentityCheck::judgePlant(const QList<quint16> &head, quint16 runningState)
{
    m_plantReadable = true;
    const QString implausibility = IdentityRules::implausibility(head, runningState);
    if (!implausibility.isEmpty()) {
        m_identity.verdict = ModbusVerdict::NotSigenergy;
        note(u"unit 247 has the registers, but not a plant's values: "_s + implausibility);
        return askNextDevice();
    }
    m_identity.verdict = ModbusVerdict::Answers;
    m_identity.plantAnswered = true;
    note(u"unit 247 answers as a plant, running state %1"_s.arg(runningState));
    if (m_options.documentVersion)
        askVersion(0);
    else
        askNextDevice();
}

void IdentityCheck::plantFailed(const ReadRegisters &read)
{
    note(read.error().detail);
    switch (read.error().code) {
    case ErrorCode::ModbusSilent:
        m_identity.verdict = ModbusVerdict::Silent;
        break;
    case ErrorCode::ModbusLate:
        m_identity.verdict = ModbusVerdict::Late;
        break;
    case ErrorCode::ModbusBusy:
        m_identity.verdict = ModbusVerdict::Busy;
        m_identity.exceptionCode = read.exceptionCode();
        break;
    case ErrorCode::ModbusOdd:
        m_identity.verdict = ModbusVerdict::Odd;
        break;
    case ErrorCode::ModbusCloses:
        m_identity.verdict = ModbusVerdict::Closes;
        break;
    case ErrorCode::ModbusException:
        if (IdentityRules::deniesQuestion(read.exceptionCode())) {
            m_identity.verdict = ModbusVerdict::NotSigenergy;
        } else {
            m_identity.verdict = ModbusVerdict::Exception;
            m_identity.exceptionCode = read.exceptionCode();
        }
        break;
    default:
        m_identity.verdict = ModbusVerdict::Garbage;
        break;
    }
    askNextDevice();
}

void IdentityCheck::askVersion(qsizetype mark)
{
    const QList<IdentityRules::VersionMark> &marks = IdentityRules::versionMarks();
    if (mark == marks.size()) {
        m_identity.documentVersion = IdentityRules::oldestVersion.toString();
        return askNextDevice();
    }
    ask(UnitId::plant(), marks.at(mark).range, [this, mark](const ReadRegisters &read) {
        if (read.error() && !IdentityRules::deniesQuestion(read.exceptionCode())) {
            note(u"document version: "_s + read.error().detail);
            return askNextDevice();
        }
        if (read.error() || !IdentityRules::isAvailable(read.registers()))
            return askVersion(mark + 1);
        m_identity.documentVersion = IdentityRules::versionMarks().at(mark).version;
        askNextDevice();
    });
}

void IdentityCheck::planDevices()
{
    if (m_options.sweep) {
        for (int unit = 1; unit < UnitId::plantValue; ++unit)
            m_units.append(*UnitId::fromInt(unit));
        return;
    }
    for (const UnitId unit : std::as_const(m_options.units)) {
        if (!unit.isPlant() && !m_units.contains(unit))
            m_units.append(unit);
    }
    if (m_options.units.isEmpty()) {
        m_units = {*UnitId::fromInt(1), *UnitId::fromInt(2)};
        m_firstDeviceOnly = true;
    }
}

void IdentityCheck::askNextDevice()
{
    if (m_nextUnit == m_units.size() || !m_reader->isOpen())
        return conclude();
    const UnitId unit = m_units.at(m_nextUnit++);
    ask(unit, IdentityRules::deviceBlock,
        [this, unit](const ReadRegisters &read) { takeDevice(unit, read); });
}

void IdentityCheck::takeDevice(UnitId unit, const ReadRegisters &read)
{
    if (!m_reader->isOpen()) {
        note(u"while unit %1 was asked: %2"_s.arg(unit.value()).arg(read.error().detail));
        return conclude();
    }
    if (read.error()) {
        DeviceIdentity unnamed; // an AC charger has a unit id of its own, but no model
        unnamed.unit = unit.value();
        if (m_options.sweep && IdentityRules::deniesQuestion(read.exceptionCode()))
            return askChargers(unnamed, false);
        return deviceDone();
    }
    const DeviceIdentity device = IdentityRules::deviceIdentity(unit, read.registers());
    if (m_options.sweep)
        return askChargers(device, true);
    if (!m_firstDeviceOnly) {
        addDevice(device);
    } else if (!device.model.isEmpty() || !device.serial.isEmpty()) {
        addDevice(device);
        return conclude();
    }
    deviceDone();
}

void IdentityCheck::askChargers(const DeviceIdentity &device, bool hasIdentity)
{
    const UnitId unit = *UnitId::fromInt(device.unit);
    const auto isReadable = [](const ReadRegisters &read) {
        return !read.error() && IdentityRules::isAvailable(read.registers());
    };
    ask(unit, IdentityRules::dcChargerMark, [=, this](const ReadRegisters &dcRead) {
        DeviceIdentity found = device;
        found.hasDcCharger = isReadable(dcRead);
        ask(unit, IdentityRules::acChargerMark, [=, this](const ReadRegisters &acRead) mutable {
            found.isAcCharger = isReadable(acRead);
            if (hasIdentity || found.hasDcCharger || found.isAcCharger)
                addDevice(found);
            deviceDone();
        });
    });
}

void IdentityCheck::addDevice(const DeviceIdentity &device)
{
    m_identity.devices.append(device);
    if (m_identity.verdict != ModbusVerdict::Answers && IdentityRules::isSigenergyModel(device.model)) {
        m_identity.verdict = ModbusVerdict::Answers;
        m_identity.exceptionCode = 0;
        m_identity.plantAnswered = m_plantReadable;
        note(u"unit %1 gives a model name of this vendor"_s.arg(device.unit));
    }
    Q_EMIT deviceFound(device);
}

void IdentityCheck::deviceDone()
{
    if (hasEnded()) // a slot may have cancelled; what is closed by that is not asked any more
        return;
    if (m_options.sweep && m_reader->isOpen()) // else this unit has not answered to the end
        Q_EMIT progressChanged(int(m_nextUnit), int(m_units.size()));
    askNextDevice();
}

void IdentityCheck::conclude()
{
    if (hasEnded())
        return;
    m_identity.allAsked = m_options.sweep && m_reader->isOpen() && m_nextUnit == m_units.size();
    if (m_identity.devices.isEmpty() && m_reader->isOpen() && !m_units.isEmpty())
        note(u"no device unit gave its identity"_s);
    succeed();
}

void IdentityCheck::note(const QString &detail)
{
    if (!m_identity.detail.isEmpty())
        m_identity.detail += u"; "_s;
    m_identity.detail += detail;
}

} // namespace Sigen
